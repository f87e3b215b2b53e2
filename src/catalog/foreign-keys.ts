import type { Catalog, Name } from './catalog.ts'
import { indexesOf, tablesReferencing } from './lookups.ts'
import type { Index } from './objects.ts'
import type { ForeignKey, Table } from './table.ts'
import type { ForeignKeyDefinition } from './table-actions.ts'

/** Whether a partition has a foreign key that one of its parent would take as its own. */
export function hasSameKey(catalog: Catalog, partition: Table, key: ForeignKeyDefinition): boolean {
  return sameKeyOf(catalog, partition, key) !== undefined
}

/** The foreign key of a partition that one of its parent takes as its own (`tryAttachPartitionForeignKey` in tablecmds.c). */
export function sameKeyOf(catalog: Catalog, partition: Table, key: ForeignKeyDefinition): ForeignKey | undefined {
  const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? []
  const referenced = key.referencedColumns.length > 0 ? key.referencedColumns : implied
  return partition.foreignKeys.find(
    (own) =>
      own.validated &&
      own.inherited === undefined &&
      own.match === key.match &&
      own.deferrable === key.deferrable &&
      own.references === key.references &&
      own.columns.join() === key.columns.join() &&
      own.referencedColumns.join() === referenced.join() &&
      own.onDelete === key.onDelete &&
      own.onUpdate === key.onUpdate,
  )
}

/**
 * The foreign keys that rest on an index, which go with it: of several unique indexes of the
 * same columns the oldest one counts (`transformFkeyCheckAttrs` in tablecmds.c).
 */
export function foreignKeysOn(catalog: Catalog, index: Index): readonly (readonly [Name, ForeignKey])[] {
  const columns = uniqueColumns(index)
  const oldest = indexesOf(catalog, index.table).find(([, each]) => uniqueColumns(each) === columns)?.[0]
  if (columns === undefined || oldest !== index.name) return []
  return tablesReferencing(catalog, index.table).flatMap(([name, { foreignKeys }]) =>
    foreignKeys
      .filter((key) => key.references === index.table && key.referencedColumns.toSorted().join() === columns)
      .map((key) => [name, key] as const),
  )
}

/** Undefined of an index that a foreign key cannot rest on. */
function uniqueColumns({ unique, predicate, keys }: Index): string | undefined {
  const columns = keys.flatMap((key) => ('column' in key ? [key.column] : []))
  const isWhole = unique && predicate === undefined && columns.length === keys.length
  return isWhole ? columns.toSorted().join() : undefined
}
