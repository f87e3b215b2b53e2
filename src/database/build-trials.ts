import type { Name } from '../catalog/catalog.ts'
import { partsOf } from '../catalog/names.ts'
import { ServerError, type Session } from './session.ts'

/** An index that is built CONCURRENTLY under a name, by a statement. */
export interface Build {
  readonly index: Name
  readonly table: Name
  readonly sql: string
}

/** That a build left its index invalid, why (a SQLSTATE), and what the server made of the same statement afterwards. */
export interface FailedBuild {
  readonly sqlstate: string
  readonly again: 'taken' | 'refused'
}

/**
 * What the next try comes to, after a build outside of a transaction was refused. Undefined
 * where the refusal has left no invalid index.
 */
export async function tryAgain(
  session: Session,
  { index, sql }: Build,
  refusal: ServerError,
): Promise<FailedBuild | undefined> {
  if ((await stateOf(session, index)) !== 'invalid') return undefined
  const second = await refusalOf(session, sql)
  return { sqlstate: refusal.sqlstate, again: second === undefined ? 'taken' : 'refused' }
}

/**
 * Builds an index for a trial while the observer's transaction has written to the table, and
 * takes away what that leaves. The build waits for that transaction, and ends by the
 * session's lock_timeout or statement_timeout. Undefined where the session has no such
 * timeout, or one of more than `patience` milliseconds, where there is such an index already,
 * and where none is left invalid.
 */
export async function tryBesideWriter(
  session: Session,
  observer: Session,
  build: Build,
  patience: number,
): Promise<FailedBuild | undefined> {
  const timeouts = await session.query<Timeout>(timeoutsQuery)
  const timeout = timeouts[0]
  if (timeout === undefined || timeout.milliseconds > patience) return undefined
  if ((await stateOf(session, build.index)) !== 'absent') return undefined
  // A table that is not there is told when the statement is run in earnest.
  if (!(await hasTable(session, build.table))) return undefined
  const refusal = await besideWriter(observer, build.table, () => underShortTimeout(session, timeout, build.sql))
  try {
    return refusal === undefined ? undefined : await tryAgain(session, build, refusal)
  } finally {
    await observer.run(`drop index if exists ${build.index}`)
  }
}

/** Does something while a transaction that has written to a table is open. */
async function besideWriter<T>(observer: Session, table: Name, work: () => Promise<T>): Promise<T> {
  await observer.run('begin')
  try {
    await observer.run(`lock table only ${table} in row exclusive mode`)
    return await work()
  } finally {
    await observer.run('rollback')
  }
}

/**
 * How a build ends that waits for a transaction which does not end. The time that it waits for a lock changes
 * nothing of that, so it waits less than it would; a whole statement's time has the build in it, and is left.
 */
async function underShortTimeout(session: Session, timeout: Timeout, sql: string): Promise<ServerError | undefined> {
  if (timeout.name !== 'lock_timeout') return refusalOf(session, sql)
  await session.query(setQuery, [timeout.name, String(Math.min(timeout.milliseconds, SHORT_WAIT))])
  try {
    return await refusalOf(session, sql)
  } finally {
    await session.query(setQuery, [timeout.name, String(timeout.milliseconds)])
  }
}

async function refusalOf(session: Session, sql: string): Promise<ServerError | undefined> {
  try {
    await session.run(sql)
    return undefined
  } catch (error) {
    if (error instanceof ServerError) return error
    throw error
  }
}

async function stateOf(session: Session, index: Name): Promise<'absent' | 'valid' | 'invalid'> {
  const { schema, name } = partsOf(index)
  const [row] = await session.query<{ readonly valid: boolean }>(validityQuery, [schema, name])
  if (row === undefined) return 'absent'
  return row.valid ? 'valid' : 'invalid'
}

async function hasTable(session: Session, table: Name): Promise<boolean> {
  const [row] = await session.query<{ readonly there: boolean }>(
    'select pg_catalog.to_regclass($1) is not null as there',
    [table],
  )
  return row?.there === true
}

interface Timeout {
  readonly name: 'lock_timeout' | 'statement_timeout'
  readonly milliseconds: number
}

/** Milliseconds that a trial waits for a lock. */
const SHORT_WAIT = 100

/** The timeouts in force that end a wait for other transactions, the shortest first; both settings are counted in milliseconds. */
const timeoutsQuery = `
  select name, setting::int as milliseconds from pg_catalog.pg_settings
  where name in ('lock_timeout', 'statement_timeout') and setting::int > 0
  order by 2, name`

const setQuery = 'select pg_catalog.set_config($1, $2, false)'

const validityQuery = `
  select i.indisvalid as valid
  from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and c.relname = $2`
