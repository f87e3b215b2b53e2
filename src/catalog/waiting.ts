import type { Catalog, Name } from './catalog.ts'
import { blocksReaders, blocksWriters, type Effect, type LockMode, strongerLock } from './effect.ts'
import { descendantsOf } from './effects-on-children.ts'

/** Who waits for a lock that stops writers, as a clause: `reads and writes wait`. */
export function whoWaits(lock: LockMode): string {
  return blocksReaders(lock) ? 'reads and writes wait' : 'inserts, updates and deletes wait'
}

/** The strongest lock among effects, of which there must be one. */
export function strongestLock(effects: readonly Effect[]): LockMode {
  return effects.map(({ lock }) => lock).reduce(strongerLock)
}

/** What effects reach beside a table and those below it. */
export function relationsBeside(before: Catalog, table: Name, effects: readonly Effect[]): readonly Name[] {
  const own = new Set([table, ...descendantsOf(before, table).map(({ name }) => name)])
  return effects.flatMap(({ relation }) => (own.has(relation) ? [] : [relation]))
}

/** A table, and how many of those below it the effects reach: `public.events and 2 of its partitions`. */
export function tableWithChildren(before: Catalog, table: Name, effects: readonly Effect[]): string {
  const below = new Set(descendantsOf(before, table).map(({ name }) => name))
  const reached = new Set(effects.flatMap(({ relation }) => (below.has(relation) ? [relation] : []))).size
  if (reached === 0) return table
  const word = before.tables.get(table)?.kind === 'partitioned' ? 'partitions' : 'children'
  return `${table} and ${reached} of its ${word}`
}

/** What an action does, and who may be waiting for it. */
interface Waiting {
  readonly effects: readonly Effect[]
  inUse(relation: Name): boolean
}

/** The effects for which writers of a relation in use wait, be it for an instant. */
export function strongEffects(happening: Waiting): readonly Effect[] {
  return happening.effects.filter(({ relation, lock }) => blocksWriters(lock) && happening.inUse(relation))
}

/**
 * The effects for which writers of a relation in use wait while rows are read, checked,
 * indexed or written anew. The lock on a partitioned table, which holds no rows itself, is
 * among them where its partitions are worked on.
 */
export function blockingEffects(happening: Waiting & { readonly before: Catalog }): readonly Effect[] {
  const strong = strongEffects(happening)
  const isWorking = strong.some(({ work }) => work !== 'none')
  return strong.filter(
    ({ relation, work }) =>
      work !== 'none' || (isWorking && happening.before.tables.get(relation)?.kind === 'partitioned'),
  )
}
