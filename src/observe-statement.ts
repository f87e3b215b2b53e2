import type { Action } from './catalog/action.ts'
import type { Name } from './catalog/catalog.ts'
import type { Effect, LockMode } from './catalog/effect.ts'
import { type Look, observe } from './database/observe.ts'
import { observeOutside } from './database/observe-outside.ts'
import type { Session } from './database/session.ts'
import type { Statement } from './sql/statement.ts'

/** What a server did with one statement. */
export interface SeenStatement {
  readonly effects: readonly Effect[]
  /** Whether the work under the locks was seen; outside of a transaction only locks are. */
  readonly showsWork: boolean
  /** The strongest lock that the transaction held on each relation beforehand. */
  readonly heldBefore: ReadonlyMap<Name, LockMode>
  readonly held: ReadonlyMap<Name, LockMode>
  readonly made: readonly Name[]
  readonly dropped: readonly Name[]
  readonly milliseconds: number
}

/** The connections that statements run on and are watched from. */
export interface Watch {
  readonly session: Session
  /** Absent where the server takes one connection alone. */
  readonly observer?: Session | undefined
  /** Whether the session has begun a transaction. */
  readonly isOpen: boolean
  readonly held: ReadonlyMap<Name, LockMode>
  /** What the last statement of the open transaction has left, which the next one finds. */
  readonly last: { look?: Look | undefined }
}

/**
 * Runs one statement and gives what it did. Outside of a transaction it gets one of its own
 * where it may be in one; where it may not, another session watches. Undefined where nothing
 * could be seen. Throws ServerError where the server refuses it.
 */
export async function observeStatement(
  statement: Statement,
  actions: readonly Action[],
  watch: Watch,
): Promise<SeenStatement | undefined> {
  const { session, observer, isOpen, held, last } = watch
  const start = performance.now()
  const spent = () => Math.round(performance.now() - start)
  if (controlsTransaction(statement, actions)) {
    last.look = undefined
    await session.run(statement.sql)
    return undefined
  }
  if (setsOnly(statement)) {
    await session.run(statement.sql)
    return { effects: [], heldBefore: held, held, made: [], dropped: [], showsWork: true, milliseconds: spent() }
  }
  if (isOpen) {
    const { left, ...seen } = await observe(session, statement.sql, last.look)
    last.look = left
    return { ...seen, heldBefore: held, showsWork: true, milliseconds: spent() }
  }
  if (refusesTransaction(statement, actions)) {
    if (observer === undefined) {
      await session.run(statement.sql)
      return undefined
    }
    const locks = await observeOutside(session, observer, statement.sql)
    const effects = [...locks].map(([relation, lock]): Effect => ({ relation, lock, work: 'none' }))
    const none = { heldBefore: NONE_HELD, held: NONE_HELD, made: [], dropped: [] }
    return { ...none, effects, showsWork: false, milliseconds: spent() }
  }
  const { left: _, ...seen } = await inTransaction(session, () => observe(session, statement.sql))
  return { ...seen, heldBefore: NONE_HELD, held: NONE_HELD, showsWork: true, milliseconds: spent() }
}

async function inTransaction<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.run('begin')
  try {
    const result = await work()
    await session.run('commit')
    return result
  } catch (error) {
    await session.run('rollback').catch(() => undefined)
    throw error
  }
}

function controlsTransaction({ kind }: Statement, actions: readonly Action[]): boolean {
  return TRANSACTION_CONTROL.test(kind) || actions.some((action) => CONTROL_KINDS.has(action.kind))
}

/** What locks nothing is not watched: a query before SET TRANSACTION would make the server refuse it. */
function setsOnly({ kind }: Statement): boolean {
  return /^(SET|RESET)\b(?! CONSTRAINTS)/.test(kind)
}

/** Also what may end a transaction of its own, and what means something else within one. */
function refusesTransaction({ kind, sql }: Statement, actions: readonly Action[]): boolean {
  if (OUTSIDE.test(kind)) return true
  if (actions.some((action) => 'concurrently' in action && action.concurrently && action.kind !== 'refreshView'))
    return true
  // A block that ends transactions itself may not be in one.
  if (/^DO\b/.test(kind)) return /\b(commit|rollback)\b/i.test(sql)
  return /^(CLUSTER|REINDEX)\b/.test(kind)
}

const TRANSACTION_CONTROL = /^(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE TRANSACTION)\b/
const CONTROL_KINDS: ReadonlySet<string> = new Set([
  'beginTransaction',
  'commitTransaction',
  'rollBackTransaction',
  'setSavepoint',
  'rollBackToSavepoint',
])
const OUTSIDE = /^(VACUUM|CALL|DISCARD)\b|^(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION)\b|^ALTER SYSTEM\b/
const NONE_HELD: ReadonlyMap<Name, LockMode> = new Map()
