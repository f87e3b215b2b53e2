import type { Catalog, Name } from '../catalog/catalog.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Check, Exclusion, ForeignKey, Key, Table } from '../catalog/table.ts'
import { identifiers } from './literals.ts'
import { printed } from './part.ts'
import { printKey } from './print-indexes.ts'

/** A CHECK with its name. */
export function printCheck(check: Check): string {
  const notValid = check.validated ? '' : ' not valid'
  return `constraint ${quoteIdentifier(check.name)} check (${printed(check.expression.sql)})${notValid}`
}

/** A primary key or unique constraint with its name. */
export function printKeyConstraint(catalog: Catalog, table: Table, key: Key): string {
  const word = key === table.primaryKey ? 'primary key' : 'unique'
  const index = indexBehind(catalog, table.name, key.name)
  const included = index === undefined || index.included.length === 0 ? '' : ` include (${identifiers(index.included)})`
  return `constraint ${quoteIdentifier(key.name)} ${word} (${identifiers(key.columns)})${included}`
}

/** A foreign key with its name. */
export function printForeignKey(key: ForeignKey): string {
  const columns = key.referencedColumns.length === 0 ? '' : ` (${identifiers(key.referencedColumns)})`
  return [
    `constraint ${quoteIdentifier(key.name)} foreign key (${identifiers(key.columns)}) references ${key.references}${columns}`,
    key.onUpdate === 'no action' ? '' : ` on update ${key.onUpdate}`,
    key.onDelete === 'no action' ? '' : ` on delete ${key.onDelete}`,
    key.validated ? '' : ' not valid',
  ].join('')
}

/** An EXCLUDE constraint with its name, from the index behind it. */
export function printExclusion(catalog: Catalog, table: Table, exclusion: Exclusion): string | undefined {
  const index = indexBehind(catalog, table.name, exclusion.name)
  if (index === undefined) return undefined
  const keys = index.keys.map((key) => `${printKey(key)} with =`).join(', ')
  const predicate = index.predicate === undefined ? '' : ` where (${printed(index.predicate.sql)})`
  return `constraint ${quoteIdentifier(exclusion.name)} exclude using ${index.method} (${keys})${predicate}`
}

function indexBehind(catalog: Catalog, table: Name, name: string) {
  return catalog.indexes.get(qualify(partsOf(table).schema, name))
}
