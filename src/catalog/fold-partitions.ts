import type { Catalog, Name } from './catalog.ts'
import { changeTable, omit } from './edit-catalog.ts'
import { clonePartitionParts } from './fold-create-table.ts'
import { unnamed } from './fold-indexes.ts'
import { withoutTexts } from './sql-text.ts'
import type { Table } from './table.ts'

/** Makes a table a partition; keys, foreign keys and indexes it lacks are made to match the parent's. */
export function attachPartition(catalog: Catalog, parent: Name, partition: Name, isDefault: boolean): Catalog {
  const own = catalog.tables.get(partition)
  const attached = changeTable(catalog, partition, (table) => ({
    ...table,
    partitionOf: parent,
    defaultPartition: isDefault,
  }))
  const withParts = clonePartitionParts(attached, parent, partition)
  if (own === undefined) return withParts
  return dropCopiesOf(withParts, own)
}

/** Makes a partition a table of its own again, with its own copies of everything. */
export function detachPartition(catalog: Catalog, partition: Name): Catalog {
  return changeTable(catalog, partition, (table) => ({ ...omit(table, 'partitionOf'), defaultPartition: false }))
}

/** What the table already had was attached instead of copied. */
function dropCopiesOf(catalog: Catalog, own: Table): Catalog {
  const result = changeTable(catalog, own.name, (table) => ({
    ...table,
    ...(own.primaryKey === undefined ? {} : { primaryKey: own.primaryKey }),
    uniques: distinctBy(table.uniques, (key) => key.columns.join()),
    foreignKeys: distinctBy(
      table.foreignKeys,
      (key) => `${key.columns.join()} ${key.references} ${key.referencedColumns.join()}`,
    ),
  }))
  const seen = new Set<string>()
  const indexes = [...result.indexes].filter(([, index]) => {
    if (index.table !== own.name) return true
    const { method, included, unique, predicate, constraint } = index
    const shape = JSON.stringify(
      [method, index.keys.map(unnamed), included, unique, predicate, constraint],
      withoutTexts,
    )
    return seen.has(shape) ? false : seen.add(shape)
  })
  return { ...result, indexes: new Map(indexes) }
}

function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const seen = new Map<string, T>()
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item)
  return [...seen.values()]
}
