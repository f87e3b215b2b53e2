import type { Catalog, Name } from './catalog.ts'
import type { Effect, LockMode, Work } from './effect.ts'
import { hasSameKey } from './foreign-keys.ts'
import { childrenOf } from './lookups.ts'
import type { ConstraintDefinition, ForeignKeyDefinition } from './table-actions.ts'

/** The effects of ADD CONSTRAINT on the table itself and, of a foreign key, on the other tables too. */
export function ofConstraint(before: Catalog, table: Name, constraint: ConstraintDefinition): readonly Effect[] {
  switch (constraint.type) {
    case 'primaryKey':
    case 'unique':
      return [on(table, 'AccessExclusiveLock', constraint.usingIndex === undefined ? 'build' : 'none')]
    case 'exclusion':
      return [on(table, 'AccessExclusiveLock', 'build')]
    case 'check':
      return [on(table, 'AccessExclusiveLock', constraint.notValid ? 'none' : 'validate')]
    case 'foreignKey':
      return ofForeignKey(before, table, constraint)
  }
}

/**
 * A foreign key locks both tables. Of a partitioned table each partition is checked, but for
 * those that have the same key, validated: theirs becomes part of the new one, for which
 * its triggers on the referenced table are dropped (measured on 14 to 18).
 */
function ofForeignKey(before: Catalog, table: Name, key: ForeignKeyDefinition): readonly Effect[] {
  const children = childrenOf(before, table)
  const partitions = children.filter((child) => child.partitionOf === table)
  const attached = partitions.filter((partition) => hasSameKey(before, partition, key))
  const isChecked = !key.notValid && (partitions.length === 0 || attached.length < partitions.length)
  const work = isChecked ? 'validate' : 'none'
  const isElsewhere = key.references !== table
  return [
    on(table, 'ShareRowExclusiveLock', work),
    ...(isElsewhere ? [on(key.references, 'ShareRowExclusiveLock', work)] : []),
    ...(isElsewhere && attached.length > 0 ? [on(key.references, 'AccessExclusiveLock')] : []),
    ...children.flatMap((child): readonly Effect[] => {
      if (child.partitionOf !== table || attached.includes(child)) return [on(child.name, 'ShareRowExclusiveLock')]
      return ofForeignKey(before, child.name, key).filter((effect) => effect.relation !== key.references)
    }),
  ]
}

function on(relation: Name, lock: LockMode, work: Work = 'none'): Effect {
  return { relation, lock, work }
}
