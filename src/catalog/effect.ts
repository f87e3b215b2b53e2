import type { Name } from './catalog.ts'

/** Table-level lock modes, weakest first, as `pg_locks` spells them. */
export const LOCK_MODES = [
  'AccessShareLock',
  'RowShareLock',
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
] as const

/** A table-level lock mode. */
export type LockMode = (typeof LOCK_MODES)[number]

/**
 * What happens under a lock: nothing but catalog changes, reading every row, checking every
 * row against a constraint, building an index, or writing every row anew.
 */
export type Work = 'none' | 'scan' | 'validate' | 'build' | 'rewrite'

/** What an action does to a relation others may be using. */
export interface Effect {
  readonly relation: Name
  readonly lock: LockMode
  readonly work: Work
}

/** Whether sessions that write rows wait for a lock (table 13.2 of PostgreSQL's manual). */
export function blocksWriters(lock: LockMode): boolean {
  return LOCK_MODES.indexOf(lock) >= LOCK_MODES.indexOf('ShareLock')
}

/** Whether sessions that only read wait for a lock. */
export function blocksReaders(lock: LockMode): boolean {
  return lock === 'AccessExclusiveLock'
}
