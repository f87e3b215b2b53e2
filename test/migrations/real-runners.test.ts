import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { applyMigrations } from '../../src/apply.ts'
import type { Catalog } from '../../src/catalog/catalog.ts'
import { diff } from '../../src/catalog/diff.ts'
import { readServerAddress } from '../../src/database/connection-url.ts'
import { introspect } from '../../src/database/introspect.ts'
import { connect } from '../../src/database/postgres-session.ts'
import type { Session } from '../../src/database/session.ts'
import { openServer } from '../../src/database/target.ts'
import { readHistory } from '../../src/migrations/read-history.ts'
import { recordsOf } from '../../src/migrations/records.ts'
import { RUNNERS } from '../../src/migrations/runners.ts'
import { readMigrations } from '../../src/read-migrations.ts'
import { textReaders } from '../../src/sql/text-readers.ts'
import { REAL_RUNNERS, type RealRunner } from '../support/real-runners.ts'
import { nativeServers, skip } from '../support/servers.ts'

const projects = fileURLToPath(new URL('../../fixtures/projects/runners/', import.meta.url))
const readers = textReaders
const [server] = await nativeServers([17])
const installed = REAL_RUNNERS.filter((runner) => runner.isInstalled())
const missing = REAL_RUNNERS.filter((runner) => !installed.includes(runner)).map((runner) => runner.name)
if (missing.length > 0) skip('runners', `${missing.join(', ')}: npm ci --prefix test/runners, and Debian's packages`)

afterAll(() => server?.stop())

test('every runner has a project of its own', () => {
  expect(RUNNERS.filter(({ name }) => !readdirSync(projects).includes(name))).toEqual([])
})

test.each(RUNNERS)('$name is told from its project, and every statement parses', async ({ name }) => {
  const history = readHistory(['.'], projects + name)
  expect(history).toMatchObject({ runner: name })
  const read = await readMigrations(history.migrations)
  expect(read.flatMap((each) => each.statements).filter((statement) => !statement.parsed)).toEqual([])
  expect(read.at(-1)?.version).toMatch(/four|10|current|unpaid/)
})

describe.skipIf(server === undefined)('run for real', () => {
  test.each(installed)('$name makes the schema and the transactions that are assumed of it', async (runner) => {
    const real = await runReally(runner)
    const assumed = await applyAsAssumed(runner)
    expect(assumed.transactions.length).toBeGreaterThanOrEqual(6)
    expect(real.transactions).toEqual(assumed.transactions)
    expect(diff(real.catalog, assumed.catalog)).toEqual([])
    expect(real.records).toEqual(assumed.records)
  })
})

/** What a database holds, and for each logged step the first step of the same transaction. */
interface Outcome {
  readonly catalog: Catalog
  readonly transactions: readonly string[]
  /** The columns of the table in which the runner keeps its records, and its constraints; none of those that are not known. */
  readonly records: readonly string[]
}

async function runReally(runner: RealRunner): Promise<Outcome> {
  const url = server!.target.kind === 'url' ? server!.target.url : ''
  const database = `real_${runner.name.replaceAll('-', '_')}`
  const administration = await connect(readServerAddress(url))
  await administration.run(`create database ${database}`)
  await administration.close()
  await runner.migrate(projects + runner.name, url.replace(/\/postgres$/, `/${database}`))
  const session = await connect(readServerAddress(url), database)
  try {
    const records = await recordsIn(session, runner.name)
    for (const record of runner.records) await session.run(`drop ${record} cascade`)
    return { ...(await outcome(session)), records }
  } finally {
    await session.close()
  }
}

async function applyAsAssumed(runner: RealRunner): Promise<Outcome> {
  const history = readHistory([runner.path], projects + runner.name)
  const opened = await openServer(server!.target, { extensions: [] })
  try {
    const applied = await applyMigrations(opened, await readMigrations(history.migrations), {
      onProgress: () => undefined,
    })
    expect(applied.refused).toEqual([])
    const found = await outcome(opened.session)
    const script = recordsOf(runner.name)?.sql
    if (script !== undefined) await opened.session.run(script)
    return { ...found, records: await recordsIn(opened.session, runner.name) }
  } finally {
    await opened.close({ createdRoles: [] })
  }
}

async function recordsIn(session: Session, runner: string): Promise<readonly string[]> {
  const table = recordsOf(runner)?.table
  if (table === undefined) return []
  const rows = await session.query<{ part: string }>(
    `select concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)) as part
       from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid in (select oid from pg_class where relname = '${table}') and attnum > 0
      union all
     select pg_get_constraintdef(oid) from pg_constraint
      where conrelid in (select oid from pg_class where relname = '${table}')
      order by 1`,
  )
  return [table, ...rows.map(({ part }) => part)]
}

async function outcome(session: Session): Promise<Omit<Outcome, 'records'>> {
  const steps = await session.query<{ step: string; transaction: string }>(
    "select migration || ' ' || number as step, transaction::text from step order by transaction, migration, number",
  )
  const transactions = steps.map(({ step, transaction }) => {
    const first = steps.find((each) => each.transaction === transaction)
    return `${step} with ${first?.step}`
  })
  return { catalog: await introspect(session, readers), transactions: transactions.toSorted() }
}
