import type { Catalog } from './catalog.ts'
import type { Table } from './table.ts'
import type { ForeignKeyDefinition } from './table-actions.ts'

/** Whether a partition has a validated foreign key that one of its parent would take as its own. */
export function hasSameKey(catalog: Catalog, partition: Table, key: ForeignKeyDefinition): boolean {
  const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? []
  const referenced = key.referencedColumns.length > 0 ? key.referencedColumns : implied
  return partition.foreignKeys.some(
    (own) =>
      own.validated &&
      own.references === key.references &&
      own.columns.join() === key.columns.join() &&
      own.referencedColumns.join() === referenced.join() &&
      own.onDelete === key.onDelete &&
      own.onUpdate === key.onUpdate,
  )
}
