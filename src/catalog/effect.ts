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
 * What happens under a lock, the shortest first: nothing but catalog changes, reading every
 * row, checking every row against a constraint, building an index, or writing every row
 * anew, with its indexes.
 */
export const WORKS = ['none', 'scan', 'validate', 'build', 'rewrite'] as const

/** What happens under a lock. */
export type Work = (typeof WORKS)[number]

/** What an action does to a relation others may be using. */
export interface Effect {
  readonly relation: Name
  readonly lock: LockMode
  readonly work: Work
}

/** An effect on one relation. */
export function on(relation: Name, lock: LockMode, work: Work = 'none'): Effect {
  return { relation, lock, work }
}

/** An effect under ACCESS EXCLUSIVE. */
export function exclusive(relation: Name, work: Work = 'none'): Effect {
  return on(relation, 'AccessExclusiveLock', work)
}

/** Whether a mode conflicts with more than another one does. */
export function isStronger(lock: LockMode, other: LockMode): boolean {
  return LOCK_MODES.indexOf(lock) > LOCK_MODES.indexOf(other)
}

/** The stronger of two modes. */
export function strongerLock(first: LockMode, second: LockMode): LockMode {
  return isStronger(second, first) ? second : first
}

/** One effect a relation: its strongest lock, which is held to the end of the transaction, and its longest work. */
export function mergeEffects(effects: readonly Effect[]): readonly Effect[] {
  const merged = new Map<Name, Effect>()
  for (const { relation, lock, work } of effects) {
    const known = merged.get(relation) ?? { relation, lock, work }
    merged.set(relation, {
      relation,
      lock: strongerLock(known.lock, lock),
      work: WORKS.indexOf(work) > WORKS.indexOf(known.work) ? work : known.work,
    })
  }
  return [...merged.values()]
}

/** Whether sessions that write rows wait for a lock (table 13.2 of PostgreSQL's manual). */
export function blocksWriters(lock: LockMode): boolean {
  return LOCK_MODES.indexOf(lock) >= LOCK_MODES.indexOf('ShareLock')
}

/** Whether sessions that only read wait for a lock. */
export function blocksReaders(lock: LockMode): boolean {
  return lock === 'AccessExclusiveLock'
}
