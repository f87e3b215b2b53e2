import type { Applied } from './apply.ts'
import type { Catalog } from './catalog/catalog.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { partsOf } from './catalog/names.ts'
import { introspect } from './database/introspect.ts'
import type { Server } from './database/target.ts'
import { lint } from './lint.ts'
import { type History, wholeFile } from './migrations/migration.ts'
import { readHistory } from './migrations/read-history.ts'
import { recordsOf } from './migrations/records.ts'
import { type ReadFully, readMigrations } from './read-migrations.ts'
import { Run, resetSession } from './run.ts'
import { withoutComments } from './sql/lexer.ts'
import { textReaders } from './sql/text-readers.ts'
import { positionAt } from './text/lines.ts'
import { textOf } from './text/source-file.ts'
import { UserError } from './text/user-error.ts'

/** The schema that migrations start from. */
export interface Base {
  readonly catalog: Catalog
  /** What makes it in an empty database; nothing where it was read from a server. */
  readonly script: readonly ReadFully[]
  /** What it is and what of it is not modelled, in a line; absent for an empty database. */
  readonly note?: string
}

/**
 * Reads what `--base` names: a script such as pg_dump writes, or a PostgreSQL URL, the only
 * thing for which a connection is made. The server is only read.
 * @throws UserError where there is no such file, or a statement in it is no SQL.
 */
export async function readBase(named: string | undefined, from: string, postgres: number): Promise<Base> {
  if (named === undefined) return { catalog: emptyCatalog(postgres), script: [] }
  return isUrl(named) ? readServer(named) : readDump(named, from, postgres)
}

/**
 * Adds the table in which the runner keeps its records, where a statement of the migrations
 * names it: the runner makes it before the first of them.
 */
export async function withRecords(
  base: Base,
  { runner }: Pick<History, 'runner'>,
  migrations: readonly ReadFully[],
  postgres: number,
): Promise<Base> {
  const records = recordsOf(runner)
  if (records === undefined) return base
  const { table, sql } = records
  const named = new RegExp(`\\b${table}\\b`)
  const made = new RegExp(`\\bcreate\\s+table\\s[^(]*\\b${table}\\b`, 'i')
  const naming = migrations
    .flatMap(({ statements }) => statements.map((each) => each.sql))
    .filter((each) => named.test(each) && named.test(withoutComments(each)))
  const isThere = [...base.catalog.tables.keys()].some((each) => partsOf(each).name === table)
  if (naming.length === 0 || isThere || naming.some((each) => made.test(each))) return base
  const up = wholeFile({ path: `records of ${runner}`, text: sql })
  const script = await readMigrations([{ version: runner, up, transaction: 'per-statement' }])
  const { catalog } = foldScript(script, postgres, base.catalog)
  const said = `${table} is there from the start, because ${runner} keeps its records in it`
  const note = base.note === undefined ? said : `${base.note}; ${said}`
  return { catalog, script: [...base.script, ...script], note }
}

/** Whether what `--base` names is a server. */
function isUrl(named: string): boolean {
  return /^postgres(?:ql)?(?:\+\w+)?:/.test(named)
}

/**
 * The dump that `--base` names, for what has to have the schema itself.
 * @throws UserError where it names a server.
 */
export function dumpOf(named: string | undefined): string | undefined {
  if (named === undefined || !isUrl(named)) return named
  throw new UserError(
    'a server does not tell its schema as statements that could be applied elsewhere',
    'start from what pg_dump --schema-only writes',
  )
}

/**
 * Puts what migrations start from into the database that was made for the run, as migrations
 * are put there: what reaches beyond the database is left out, and roles go with it.
 * @throws UserError where the server refuses a part of it.
 */
export async function startFrom(server: Server, { script }: Base): Promise<Server> {
  if (script.length === 0) return server
  const run = new Run(server)
  const close: Server['close'] = (leftovers) =>
    server.close({ createdRoles: [...run.applied.createdRoles, ...(leftovers?.createdRoles ?? [])] })
  try {
    for (const each of script) {
      if (!(await run.migration(each))) refuse(run.applied)
    }
    await resetSession(server.session)
    return { ...server, close, startsFrom: foldScript(script, server.major).catalog }
  } catch (error) {
    await close()
    throw error
  }
}

function refuse({ refused: [first] }: Applied): never {
  const { file, start } = first!.statement.span
  const place = `${file.path}:${positionAt(file, start).line}`
  throw new UserError(`the server refuses the base: ${place}: ${first!.action.reason}`)
}

async function readDump(path: string, from: string, postgres: number): Promise<Base> {
  const { migrations } = readHistory([path], from, 'sql')
  const script = (await readMigrations(migrations)).map((each) => ({ ...each, transaction: 'per-statement' as const }))
  const unread = script.flatMap((each) => each.statements).find((each) => !each.parsed)
  if (unread !== undefined) {
    const { file, start } = unread.span
    throw new UserError(
      `the base cannot be read: ${file.path}:${positionAt(file, start).line} is not SQL: ${textOf(unread.span).slice(0, 60)}`,
      'write it with pg_dump --schema-only --no-owner',
    )
  }
  const { catalog, notModelled } = foldScript(script, postgres)
  const missed = new Set(notModelled.map((each) => each.statement))
  const gaps = missed.size === 0 ? '' : `; not modelled in it: ${[...missed].join(', ')}`
  return { catalog, script, note: `base ${path}: ${sized(catalog)}${gaps}` }
}

/** What a script makes; the sessions that follow begin as any other does. */
function foldScript(script: Base['script'], postgres: number, start = emptyCatalog(postgres)) {
  const { catalog, notModelled } = lint(script, [], start, postgres)
  return { catalog: { ...catalog, session: start.session }, notModelled }
}

async function readServer(url: string): Promise<Base> {
  const { readServerAddress } = await import('./database/connection-url.ts')
  const { connect } = await import('./database/postgres-session.ts')
  const address = readServerAddress(url)
  const session = await connect(address)
  try {
    const catalog = await introspect(session, textReaders)
    return { catalog, script: [], note: `base ${address.place}: ${sized(catalog)}` }
  } finally {
    await session.close()
  }
}

function sized({ tables }: Catalog): string {
  return `${tables.size} ${tables.size === 1 ? 'table' : 'tables'}`
}
