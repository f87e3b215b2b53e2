import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Index } from '../catalog/objects.ts'
import type { Check, Deferrable, Exclusion, ForeignKey, Key, Table } from '../catalog/table.ts'
import { identifiers, withOptions } from './literals.ts'
import { printed } from './part.ts'
import { printKey } from './print-indexes.ts'

/** A CHECK with its name. */
export function printCheck(check: Check): string {
  const words = [
    check.noInherit === true ? ' no inherit' : '',
    check.enforced === false ? ' not enforced' : '',
    check.validated || check.enforced === false ? '' : ' not valid',
  ]
  return `constraint ${quoteIdentifier(check.name)} check (${printed(check.expression.sql)})${words.join('')}`
}

/** A primary key or unique constraint with its name. */
export function printKeyConstraint(catalog: Catalog, table: Table, key: Key): string {
  const word = key === table.primaryKey ? 'primary key' : 'unique'
  const index = indexBehind(catalog, table.name, key.name)
  const included = index === undefined || index.included.length === 0 ? '' : ` include (${identifiers(index.included)})`
  const distinct = index?.nullsNotDistinct === true ? ' nulls not distinct' : ''
  const overlaps = key.withoutOverlaps === true ? ' without overlaps' : ''
  const tail = `${included}${withOptions(index?.options)}${placed(index)}${deferred(key)}`
  return `constraint ${quoteIdentifier(key.name)} ${word}${distinct} (${identifiers(key.columns)}${overlaps})${tail}`
}

/** A foreign key with its name. */
export function printForeignKey(key: ForeignKey): string {
  const columns = key.referencedColumns.length === 0 ? '' : ` (${withPeriod(key, key.referencedColumns)})`
  return [
    `constraint ${quoteIdentifier(key.name)} foreign key (${withPeriod(key, key.columns)}) references ${key.references}${columns}${key.match === 'full' ? ' match full' : ''}`,
    key.onUpdate === 'no action' ? '' : ` on update ${key.onUpdate}`,
    key.onDelete === 'no action' ? '' : ` on delete ${key.onDelete}`,
    key.onDeleteColumns === undefined ? '' : ` (${identifiers(key.onDeleteColumns)})`,
    deferred(key),
    key.enforced === false ? ' not enforced' : '',
    key.validated || key.enforced === false ? '' : ' not valid',
  ].join('')
}

/** An EXCLUDE constraint with its name, from the index behind it. */
export function printExclusion(catalog: Catalog, table: Table, exclusion: Exclusion): string | undefined {
  const index = indexBehind(catalog, table.name, exclusion.name)
  if (index === undefined) return undefined
  const keys = index.keys
    .map((key, position) => `${printKey(key)} with ${exclusion.operators[position] ?? '='}`)
    .join(', ')
  const included = index.included.length === 0 ? '' : ` include (${identifiers(index.included)})`
  const predicate = index.predicate === undefined ? '' : ` where (${printed(index.predicate.sql)})`
  return `constraint ${quoteIdentifier(exclusion.name)} exclude using ${index.method} (${keys})${included}${withOptions(index.options)}${placed(index)}${predicate}${deferred(exclusion)}`
}

function withPeriod(key: ForeignKey, columns: readonly Identifier[]): string {
  if (key.period !== true) return identifiers(columns)
  return `${identifiers(columns.slice(0, -1))}, period ${identifiers(columns.slice(-1))}`
}

function placed(index: Index | undefined): string {
  return index?.tablespace === undefined ? '' : ` using index tablespace ${quoteIdentifier(index.tablespace)}`
}

/** When a constraint is checked, as the last words of its definition. */
export function deferred({ deferrable }: { readonly deferrable?: Deferrable }): string {
  return deferrable === undefined ? '' : ` deferrable ${deferrable}`
}

function indexBehind(catalog: Catalog, table: Name, name: string) {
  return catalog.indexes.get(qualify(partsOf(table).schema, name))
}
