import type { Catalog, Name } from './catalog.ts'
import { clonePartitionParts } from './fold-partitions.ts'
import { indexesOf, partitionsBelow } from './lookups.ts'
import type { Index } from './objects.ts'
import type { ForeignKey } from './table.ts'

/** What a partition must have as its parent does, and is given by ATTACH PARTITION. */
export interface PartitionParts {
  /** With those behind constraints. */
  readonly indexes: readonly Index[]
  readonly foreignKeys: readonly ForeignKey[]
  /** The tables on which indexes are built: the partition, or what is below it. */
  readonly builtOn: readonly Name[]
}

/** The indexes and foreign keys of a partitioned table that a table lacks. */
export function partsLacking(before: Catalog, parent: Name, partition: Name): PartitionParts {
  const after = clonePartitionParts(before, parent, partition)
  const newIndexes = (name: Name) =>
    indexesOf(after, name).flatMap(([key, index]) => (before.indexes.has(key) ? [] : [index]))
  const earlier = new Set(before.tables.get(partition)?.foreignKeys.map(({ name }) => name))
  const tables = [partition, ...partitionsBelow(before, partition).map(({ name }) => name)]
  return {
    indexes: newIndexes(partition),
    foreignKeys: (after.tables.get(partition)?.foreignKeys ?? []).filter(({ name }) => !earlier.has(name)),
    builtOn: tables.filter((name) => holdsRows(before, name) && newIndexes(name).length > 0),
  }
}

function holdsRows({ tables }: Catalog, name: Name): boolean {
  return tables.get(name)?.kind !== 'partitioned'
}
