import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { diff } from '../src/catalog/diff.ts'
import { emptyCatalog } from '../src/catalog/empty-catalog.ts'
import { introspect } from '../src/database/introspect.ts'
import { openServer, type Server } from '../src/database/target.ts'
import { lint, type ReadMigration } from '../src/lint.ts'
import type { Migration } from '../src/migrations/migration.ts'
import { readProject } from '../src/migrations/read-project.ts'
import { readMigrations } from '../src/read-migrations.ts'
import { Run, resetSession } from '../src/run.ts'
import { printSchemaSql } from '../src/schema/print-sql.ts'
import { textReaders } from '../src/sql/text-readers.ts'
import { readFiles } from './support/apply-fixture.ts'
import { readFixture } from './support/fixture.ts'
import { installedMajors, startNativeServer } from './support/native-server.ts'
import { skip } from './support/servers.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const run = promisify(execFile)
const dumper = await dumpingServer()
afterAll(async () => {
  await dumper?.server.stop()
})

const PROJECTS = ['flyway', 'goose', 'prisma', 'sql', 'sqlx', 'supabase'].map(
  (runner) => `fixtures/projects/runners/${runner}`,
)

describe.skipIf(dumper === undefined)(
  'pg_dump cannot tell the schema that is printed from that of the migrations',
  () => {
    test.each(PROJECTS)('in %s', async (path) => {
      const { migrations } = await readProject({ paths: [path], from: root })
      await expectRoundTrip(await readMigrations(migrations))
    })

    for (const file of readdirSync(join(root, 'test/parity'))) {
      test(`in each case of parity/${file}`, { timeout: 240_000 }, async () => {
        for (const each of readFixture(join(root, 'test/parity', file)).cases) {
          if (each.refused || (each.postgres !== 17 && each.postgres > dumper!.server.major)) continue
          await expectRoundTrip(await readFiles(each.files, each.transaction), each.name)
        }
      })
    }
  },
)

/** pg_dump is older than the newest servers: what their catalogs hold is asked of these themselves. */
const newest = await newestServer()
afterAll(async () => {
  await newest?.stop()
})

describe.skipIf(newest === undefined)('the newest server holds the same of the schema that is printed', () => {
  for (const file of readdirSync(join(root, 'test/parity'))) {
    test(`in each case of parity/${file}`, { timeout: 240_000 }, async () => {
      for (const each of readFixture(join(root, 'test/parity', file)).cases) {
        if (each.refused || (each.postgres !== 17 && each.postgres > newest!.major)) continue
        const differences = await differAfterRoundTrip(await readFiles(each.files, each.transaction), each.name)
        if (LOST.has(each.name)) expect.soft(differences, `${each.name}: no gap any more`).not.toEqual([])
        else expect.soft(differences, each.name).toEqual([])
      }
    })
  }
})

/** Cases of which DDL cannot make everything again, as little as that of pg_dump: why. */
const LOST: ReadonlyMap<string, string> = new Map([
  ['children have no comments of their parents', 'columns of parents come first'],
  ['ONLY leaves the children as they are', 'columns of parents come first'],
  ['columns and checks of one and several parents', 'a check stays in a child as that of a parent that has it no more'],
  ["a foreign key of a partition that is not its parent's is kept beside it", 'a copy has the name of its original'],
])

/** Applies migrations to one database and the DDL that is printed of them to another: where their catalogs differ. */
async function differAfterRoundTrip(migrations: readonly (ReadMigration & Migration)[], name: string) {
  const { major, url } = newest!
  const folded = lint(migrations, [], emptyCatalog(major), major)
  if (folded.notModelled.length > 0) return []
  const first = await openServer({ kind: 'url', url }, { extensions: [] })
  const second = await openServer({ kind: 'url', url }, { extensions: [] })
  const applying = new Run(first)
  try {
    await applyAll(applying, first, migrations, name)
    await applyScript(await urlOf(second, url), printSchemaSql(folded.catalog, major))
    const [printed, applied] = await Promise.all(
      [second, first].map(({ session }) => introspect(session, textReaders, { ignoredRoles: first.rolesBefore })),
    )
    return diff(printed!, applied!, new Set(first.rolesBefore))
  } finally {
    await second.close()
    await first.close({ createdRoles: applying.applied.createdRoles })
  }
}

async function applyAll(
  applying: Run,
  server: Server,
  migrations: readonly (ReadMigration & Migration)[],
  name: string | undefined,
): Promise<void> {
  const isWhole = migrations[0]?.transaction === 'whole-run'
  if (isWhole) await applying.begin()
  for (const each of migrations) {
    expect(await applying.migration(each), `${name}: ${applying.applied.refused[0]?.action.reason}`).toBe(true)
    if (!isWhole) await resetSession(server.session)
  }
  if (isWhole) await server.session.run('commit')
}

/**
 * Cases of which the schema does not hold everything, what is granted on the server's own objects, or cannot say
 * everything: DETACH CONCURRENTLY makes constants that no SQL makes, those of pg_dump included.
 */
const KNOWN_GAPS: ReadonlySet<string> = new Set([
  "privileges on what is the server's own",
  'bounds of types with modifiers, detached CONCURRENTLY',
])

/** Applies migrations to one database and the DDL that is printed of them to another, and compares their dumps. */
async function expectRoundTrip(migrations: readonly (ReadMigration & Migration)[], name?: string): Promise<void> {
  const { server } = dumper!
  const folded = lint(migrations, [], emptyCatalog(server.major), server.major)
  // What is not modelled is named as such by a rule of its own.
  if (folded.notModelled.length > 0) return
  const first = await openServer({ kind: 'url', url: server.url }, { extensions: [] })
  const second = await openServer({ kind: 'url', url: server.url }, { extensions: [] })
  const applying = new Run(first)
  try {
    await applyAll(applying, first, migrations, name)
    await applyScript(await urlOf(second, server.url), printSchemaSql(folded.catalog, server.major))
    const [printed, applied] = [await dump(await urlOf(second, server.url)), await dump(await urlOf(first, server.url))]
    if (KNOWN_GAPS.has(name ?? '')) expect.soft(printed, `${name}: no gap any more`).not.toBe(applied)
    else expect.soft(printed, name).toBe(applied)
  } finally {
    await second.close()
    await first.close({ createdRoles: applying.applied.createdRoles })
  }
}

async function urlOf({ session }: Server, server: string): Promise<string> {
  const [row] = await session.query<{ name: string }>('select current_database() as name')
  const url = new URL(server)
  url.pathname = `/${row!.name}`
  return url.href
}

async function applyScript(url: string, script: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'schemalint-'))
  const file = join(folder, 'schema.sql')
  try {
    writeFileSync(file, script)
    await run('psql', ['--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1', '--dbname', url, '--file', file])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What pg_dump says of a schema, but for the key that is another one in each dump. */
async function dump(url: string): Promise<string> {
  const { stdout } = await run('pg_dump', ['--schema-only', '--dbname', url], { maxBuffer: 1e8 })
  return stdout.replaceAll(/^\\(?:un)?restrict .*\n/gm, '')
}

/** The newest server that is installed; psql, which is older, is but to send what it reads. */
async function newestServer() {
  const hasClient = (await run('psql', ['--version']).catch(() => undefined)) !== undefined
  const major = installedMajors().at(-1)
  if (hasClient && major !== undefined) return startNativeServer(major)
  skip('pg_dump', 'no psql or server is installed here')
  return undefined
}

/** The newest server that this machine's pg_dump can read; what it prints is compared as text. */
async function dumpingServer() {
  const version = await run('pg_dump', ['--version']).catch(() => undefined)
  const isThere = version !== undefined && (await run('psql', ['--version']).catch(() => undefined)) !== undefined
  const newest = Number(/(\d+)/.exec(version?.stdout ?? '')?.[1] ?? 0)
  if (!isThere || !existsSync(join(root, 'test/servers/node_modules'))) {
    skip('pg_dump', 'no pg_dump, psql or server is installed here')
    return undefined
  }
  for (let major = newest; major >= 14; major--) {
    const server = await startNativeServer(major)
    if (server !== undefined) return { server }
  }
  skip('pg_dump', `pg_dump ${newest} reads none of the servers that are installed`)
  return undefined
}
