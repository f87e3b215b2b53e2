import { resetSession } from './apply.ts'
import type { Catalog } from './catalog/catalog.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { introspect } from './database/introspect.ts'
import type { Server } from './database/target.ts'
import { lint } from './lint.ts'
import { readHistory } from './migrations/read-history.ts'
import { readMigrations } from './read-migrations.ts'
import type { Statement } from './sql/statement.ts'
import { textReaders } from './sql/text-readers.ts'
import { positionAt } from './text/lines.ts'
import { textOf } from './text/source-file.ts'
import { UserError } from './text/user-error.ts'

/** The schema that migrations start from. */
export interface Base {
  readonly catalog: Catalog
  /** What makes it in an empty database; none where it was read from a server. */
  readonly statements: readonly Statement[]
  /** What it is and what of it is not modelled, in a line; absent for an empty database. */
  readonly note?: string
}

/** A database that nobody has put anything into. */
export function emptyBase(postgres: number): Base {
  return { catalog: emptyCatalog(postgres), statements: [] }
}

/**
 * Reads what `--base` names: a script such as pg_dump writes, or a PostgreSQL URL, the only
 * thing for which a connection is made. The server is only read.
 * @throws UserError where there is no such file, or a statement in it is no SQL.
 */
export async function readBase(named: string | undefined, from: string, postgres: number): Promise<Base> {
  if (named === undefined) return emptyBase(postgres)
  return isUrl(named) ? readServer(named) : readDump(named, from, postgres)
}

/** Whether what `--base` names is a server. */
export function isUrl(named: string): boolean {
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
 * Puts what migrations start from into the database that was made for the run.
 * @throws UserError where the server refuses a part of it.
 */
export async function startFrom(server: Server, named: string | undefined, from: string): Promise<Server> {
  if (named === undefined) return server
  try {
    const { catalog, statements } = await readBase(dumpOf(named), from, server.major)
    for (const { sql, span } of statements) {
      await server.session.run(sql).catch((error: unknown) => {
        const { file, start } = span
        const reason = error instanceof Error ? error.message : String(error)
        throw new UserError(`the server refuses the base: ${file.path}:${positionAt(file, start).line}: ${reason}`)
      })
    }
    await resetSession(server.session)
    return { ...server, startsFrom: catalog }
  } catch (error) {
    await server.close()
    throw error
  }
}

async function readDump(path: string, from: string, postgres: number): Promise<Base> {
  const { migrations } = readHistory([path], from, 'sql')
  const read = await readMigrations(migrations)
  const statements = read.flatMap((each) => each.statements)
  const unread = statements.find((each) => !each.parsed)
  if (unread !== undefined) {
    const { file, start } = unread.span
    throw new UserError(
      `the base cannot be read: ${file.path}:${positionAt(file, start).line} is not SQL: ${textOf(unread.span).slice(0, 60)}`,
      'write it with pg_dump --schema-only --no-owner',
    )
  }
  const { catalog: folded, notModelled } = lint(read, [], emptyCatalog(postgres), postgres)
  const catalog = { ...folded, session: emptyCatalog(postgres).session }
  const missed = new Set(notModelled.map((each) => each.statement))
  const gaps = missed.size === 0 ? '' : `; not modelled in it: ${[...missed].join(', ')}`
  return { catalog, statements, note: `base ${path}: ${sized(catalog)}${gaps}` }
}

async function readServer(url: string): Promise<Base> {
  const { readServerAddress } = await import('./database/connection-url.ts')
  const { connect } = await import('./database/postgres-session.ts')
  const address = readServerAddress(url)
  const session = await connect(address)
  try {
    const catalog = await introspect(session, textReaders)
    return { catalog, statements: [], note: `base ${address.place}: ${sized(catalog)}` }
  } finally {
    await session.close()
  }
}

function sized({ tables }: Catalog): string {
  return `${tables.size} ${tables.size === 1 ? 'table' : 'tables'}`
}
