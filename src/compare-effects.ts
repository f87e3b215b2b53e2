import type { Catalog, Name } from './catalog/catalog.ts'
import { type Effect, isStronger, type LockMode, mergeEffects, strongerLock, type Work } from './catalog/effect.ts'
import { childrenOf } from './catalog/lookups.ts'
import type { SeenStatement } from './observe-statement.ts'

/** A relation on which a statement did otherwise than was predicted; undefined where it took no lock. */
export interface EffectDifference {
  readonly relation: Name
  readonly predicted: string
  readonly observed: string
}

/**
 * Where prediction and observation differ, on tables, views and materialized views that were
 * there before the statement. Locks that stop nobody but other DDL's strongest, up to
 * RowExclusiveLock, are left out: planning takes them as it needs. What the transaction held
 * already is not taken again.
 */
export function compareEffects(
  predicted: readonly Effect[],
  seen: SeenStatement,
  before: Catalog,
): readonly EffectDifference[] {
  const [own] = predicted
  const hasRows = own?.lock !== 'ShareRowExclusiveLock' || !isWithoutPartitions(before, own.relation)
  const likely = predicted.map((effect) =>
    hasRows ? withoutWorkOnNoRows(effect, before) : { ...effect, work: 'none' as const },
  )
  const meant = byRelation(predicted)
  const expected = byRelation(likely.filter(({ lock, relation, work }) => isNews(seen, relation, lock, work)))
  const observed = byRelation(seen.effects)
  // What is made anew under the name of what was dropped in the same transaction is locked as anything new.
  const relations = [...new Set([...expected.keys(), ...observed.keys()])].filter(
    (relation) => isThere(before, relation) && !seen.made.includes(relation),
  )
  return relations.flatMap((relation): readonly EffectDifference[] => {
    const left = strong(expected.get(relation), seen.heldBefore.get(relation))
    const right = strong(observed.get(relation), undefined)
    const tookNone = right === undefined || right.lock === seen.heldBefore.get(relation)
    // Under a lock that stops nobody, what lasts is the plan's affair, though a stronger one was held already;
    // so is a row that is looked up for a foreign key or a trigger.
    const isWeak = tookNone && (letsRowsChange(meant.get(relation)?.lock) || isLookUp(meant.get(relation), right))
    const isSame = left?.lock === right?.lock && (left === undefined || !seen.showsWork || left.work === right?.work)
    // Outside of a transaction what lasts for an instant is seen by luck, be it beside a weaker lock that lasts.
    const isInstant = left?.work === 'none' && right !== undefined && isStronger(left.lock, right.lock)
    const isUnseen = !seen.showsWork && (right === undefined || isInstant)
    if (isSame || isWeak || isUnseen) return []
    return [{ relation, predicted: told(left, seen.showsWork), observed: told(right, seen.showsWork) }]
  })
}

/** A partitioned table holds no rows of its own: the work is on its partitions. */
function withoutWorkOnNoRows(effect: Effect, before: Catalog): Effect {
  return before.tables.get(effect.relation)?.kind === 'partitioned' ? { ...effect, work: 'none' } : effect
}

/** A foreign key, which alone begins with such a lock: of a partitioned table without partitions no row is looked up in another table either. */
function isWithoutPartitions(before: Catalog, relation: Name): boolean {
  return before.tables.get(relation)?.kind === 'partitioned' && childrenOf(before, relation).length === 0
}

function isThere(before: Catalog, relation: Name): boolean {
  return before.tables.has(relation) || before.views.has(relation)
}

function isNews({ heldBefore }: SeenStatement, relation: Name, lock: LockMode, work: Work): boolean {
  const held = heldBefore.get(relation)
  return held === undefined || work !== 'none' || isStronger(lock, held)
}

function byRelation(effects: readonly Effect[]): ReadonlyMap<Name, Effect> {
  return new Map(mergeEffects(effects).map((effect) => [effect.relation, effect]))
}

/** With the lock that is held when it works, which an earlier statement may have taken. */
function strong(effect: Effect | undefined, held: LockMode | undefined): Effect | undefined {
  if (effect === undefined) return undefined
  const lock = held === undefined ? effect.lock : strongerLock(effect.lock, held)
  return letsRowsChange(lock) ? undefined : { ...effect, lock }
}

function isLookUp(meant: Effect | undefined, observed: Effect | undefined): boolean {
  return meant === undefined && observed?.work === 'scan'
}

/** Whether a lock lets rows be read and written. */
function letsRowsChange(lock: LockMode | undefined): boolean {
  return lock !== undefined && !isStronger(lock, 'RowExclusiveLock')
}

function told(effect: Effect | undefined, showsWork: boolean): string {
  if (effect === undefined) return 'no lock'
  return showsWork ? `${effect.lock}, ${effect.work}` : effect.lock
}
