import type { Catalog, Name } from '../catalog/catalog.ts'
import { withoutMembers } from '../catalog/members.ts'
import { partsOf } from '../catalog/names.ts'
import type { Column, ForeignKey, Table } from '../catalog/table.ts'
import { tablesOf } from './print-tables.ts'

/** Tables, their keys and how they refer to each other, as a Mermaid entity diagram. Partitions are left out. */
export function printSchemaMermaid(catalog: Catalog): string {
  const tables = tablesOf(withoutMembers(catalog)).filter((table) => table.partitionOf === undefined)
  const names = new Set(tables.map((table) => table.name))
  const lines = [
    'erDiagram',
    ...tables.flatMap(printEntity),
    ...tables.flatMap((table) =>
      table.foreignKeys.filter((key) => names.has(key.references)).map((key) => printRelation(table, key)),
    ),
  ]
  return `${lines.join('\n')}\n`
}

function printEntity(table: Table): readonly string[] {
  if (table.columns.length === 0) return [`  ${entity(table.name)}`]
  return [`  ${entity(table.name)} {`, ...table.columns.map((column) => `    ${printAttribute(table, column)}`), '  }']
}

/** Mermaid knows no blanks and quotes in types and names of attributes. */
function printAttribute(table: Table, column: Column): string {
  const isUnique = table.uniques.some((key) => key.columns.length === 1 && key.columns[0] === column.name)
  const keys = [
    ...(table.primaryKey?.columns.includes(column.name) === true ? ['PK'] : []),
    ...(table.foreignKeys.some((key) => key.columns.includes(column.name)) ? ['FK'] : []),
    ...(isUnique ? ['UK'] : []),
  ]
  const note = column.nullable ? ' "null"' : ''
  return `${word(column.type)} ${word(column.name)}${keys.length === 0 ? '' : ` ${keys.join(', ')}`}${note}`
}

/** A row refers to one row, or none where a column may be null; of a key that is unique at most one refers back. */
function printRelation(table: Table, key: ForeignKey): string {
  const columns = table.columns.filter((column) => key.columns.includes(column.name))
  const parent = columns.some((column) => column.nullable) ? '|o' : '||'
  const isSame = (other: readonly string[]) =>
    other.length === key.columns.length && other.every((each) => key.columns.includes(each))
  const isOne = [table.primaryKey, ...table.uniques].some((each) => each !== undefined && isSame(each.columns))
  return `  ${entity(key.references)} ${parent}--${isOne ? 'o|' : 'o{'} ${entity(table.name)} : "${key.name.replaceAll('"', "'")}"`
}

/** Tables of the schema public go by their name alone. */
function entity(name: Name): string {
  const parts = partsOf(name)
  const shown = parts.schema === 'public' ? parts.name : `${parts.schema}.${parts.name}`
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(shown) ? shown : `"${shown.replaceAll('"', "'")}"`
}

function word(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}_()[\]-]+/gu, '_')
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`
}
