import type { Catalog, Name } from './catalog.ts'
import { blocksReaders, type Effect, type LockMode, strongerLock } from './effect.ts'
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
