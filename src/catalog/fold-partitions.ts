import type { ActionOf } from './action.ts'
import { textOfBound } from './bound-text.ts'
import { canonicalBound } from './canonical-bounds.ts'
import type { Catalog, Name } from './catalog.ts'
import { asInherited, withoutParent } from './constraints.ts'
import { giveCopies, takeCopies } from './copied-triggers.ts'
import { changeTable, omit } from './edit-catalog.ts'
import { addConstraint, giveForeignKey } from './fold-constraints.ts'
import { givePartition, releaseIndexes } from './fold-indexes.ts'
import { leaveTo, takeFrom } from './fold-inheritance.ts'
import { definitionOf, giveConstraint } from './fold-keys.ts'
import { indexesOf } from './lookups.ts'
import { conditionOfBound } from './partition-condition.ts'
import { askedOfPartition, proofFor } from './partition-proof.ts'
import type { Inheritance, Table } from './table.ts'

/** Makes a table a partition; keys, foreign keys and indexes it lacks are made to match the parent's. */
export function attachPartition(catalog: Catalog, action: ActionOf<'attachPartition'>, postgres: number): Catalog {
  const { table, partition, isDefault, bound } = action
  const parent = catalog.tables.get(table)
  const result = changeTable(takeFrom(catalog, partition, parent), partition, (known) => ({
    ...asPartition(sharedIdentity(known, parent, postgres)),
    partitionOf: table,
    defaultPartition: isDefault,
    ...(bound === undefined ? {} : { partitionBound: canonicalBound(bound, parent) }),
  }))
  return clonePartitionParts(result, table, partition)
}

/**
 * Makes a partition a table of its own again, with its own copies of everything. CONCURRENTLY
 * leaves a CHECK that says which rows it took, unless a hash tells or others say it (`DetachAddConstraintIfNeeded` in tablecmds.c).
 */
export function detachPartition(catalog: Catalog, action: DetachPartition, postgres: number): Catalog {
  const { partition } = action
  const own = catalog.tables.get(partition)
  const parent = own?.partitionOf === undefined ? undefined : catalog.tables.get(own.partitionOf)
  const result = changeTable(catalog, partition, (table) => {
    const left = leaveTo(omit(table, 'partitionOf', 'partitionBound'), parent)
    const identities = new Set(parent?.columns.filter((each) => each.identity !== undefined).map((each) => each.name))
    const columns = left.columns.map((each) =>
      postgres >= 17 && identities.has(each.name) ? omit(each, 'identity') : each,
    )
    const foreignKeys = left.foreignKeys.flatMap((key) => {
      const kept = key.inherited === undefined ? key : withoutParent(key, true)
      return kept === undefined ? [] : [kept]
    })
    return { ...left, columns, foreignKeys, defaultPartition: false }
  })
  const released = takeCopies(releaseIndexes(result, partition), catalog, partition)
  const bound = own?.partitionBound
  if (!action.concurrently || parent?.partitionKey === undefined || bound?.strategy === 'hash') return released
  if (own !== undefined && isSaidAlready(catalog, own, parent.name)) return released
  const columns = parent.partitionKey.columns.filter((each) => each !== undefined).toSorted()
  const condition = bound && conditionOfBound(catalog, parent, bound)
  const sql = condition && textOfBound(condition, own)
  const takesNull = bound?.strategy === 'list' && bound.values.includes('NULL')
  return addConstraint(released, partition, {
    type: 'check',
    expression: {
      columns,
      functions: [],
      ...(takesNull ? {} : { notNull: columns }),
      ...(sql === undefined ? {} : { sql }),
    },
    notValid: false,
  })
}

/** Whether a partition has constraints that say which rows it takes. */
function isSaidAlready(catalog: Catalog, partition: Table, parent: Name): boolean {
  return proofFor(catalog, partition, parent, askedOfPartition(catalog, parent, partition.partitionBound)) === 'found'
}

type DetachPartition = ActionOf<'detachPartition'>

/** Gives a partition what its parent's keys, foreign keys and indexes demand of each partition. */
export function clonePartitionParts(catalog: Catalog, parentName: Name, partition: Name): Catalog {
  const parent = catalog.tables.get(parentName)
  if (parent === undefined) return catalog
  let result = catalog
  for (const [, index] of indexesOf(catalog, parentName)) {
    const definition = index.constraint ? definitionOf(parent, index) : undefined
    result =
      definition === undefined
        ? givePartition(result, index, partition)
        : giveConstraint(result, index, partition, definition)
  }
  for (const key of parent.foreignKeys) result = giveForeignKey(result, partition, key)
  return giveCopies(result, parent, partition)
}

/** What a partition has of its parent it has of nobody else, itself included (`MergeAttributesIntoExisting` in tablecmds.c). */
function asPartition(table: Table): Table {
  const { columns, checks, notNulls } = table
  const only = <T extends { readonly inherited?: Inheritance }>(each: T): T =>
    each.inherited === undefined ? each : asInherited(each)
  return {
    ...table,
    columns: columns.map(only),
    checks: checks.map(only),
    ...(notNulls === undefined ? {} : { notNulls: notNulls.map(only) }),
  }
}

/** Partitions share the identity columns of their parent since PostgreSQL 17. */
function sharedIdentity(partition: Table, parent: Table | undefined, postgres: number): Table {
  if (postgres < 17) return partition
  return {
    ...partition,
    columns: partition.columns.map((column) => {
      const identity = parent?.columns.find((each) => each.name === column.name)?.identity
      return identity === undefined ? column : { ...column, identity }
    }),
  }
}
