import type { Catalog, Name } from '../catalog/catalog.ts'
import { sequencesOf } from '../catalog/lookups.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import type { ColumnSettings } from '../catalog/objects.ts'
import type { Column, NotNull, Table } from '../catalog/table.ts'
import { foreignOptions, optionList } from './literals.ts'
import { printed } from './part.ts'
import { sequenceOptions } from './print-sequences.ts'

/** A column as CREATE TABLE has it. */
export function printColumn(catalog: Catalog, table: Table, column: Column): string {
  const words = [quoteIdentifier(column.name), `${column.type}${foreignOptions(column.foreignOptions)}`]
  if (column.collation !== undefined) words.push(`collate ${column.collation}`)
  // A child has to leave the expression of its parent's column as it is.
  if (column.generated !== undefined && column.inherited !== undefined && table.inherits.length > 0)
    return withNotNull(words, table, column)
  if (column.generated !== undefined) {
    words.push(`generated always as (${printed(column.default?.sql)}) ${column.generated}`)
  } else if (column.default !== undefined) words.push(`default ${printDefault(catalog, table, column)}`)
  // A partition takes numbers from its parent's sequence, once it is one.
  const isOfParent = table.partitionOf !== undefined && ownSequence(catalog, table, column) === undefined
  if (column.identity !== undefined && !isOfParent) words.push(printIdentity(catalog, table, column))
  return withNotNull(words, table, column)
}

function withNotNull(before: readonly string[], table: Table, column: Column): string {
  const words = [...before]
  const notNull = table.notNulls?.find((each) => each.column === column.name)
  // A child by INHERITS has the constraint of its parents, and a name for it if it has its own.
  const isOfParent = table.inherits.length > 0 && notNull?.inherited?.local === false
  const isLater = notNull?.validated === false || isOfParent
  const name = notNull === undefined ? '' : `constraint ${quoteIdentifier(notNull.name)} `
  const noInherit = notNull?.noInherit === true ? ' no inherit' : ''
  if (!column.nullable && !isLater) words.push(`${name}not null${noInherit}`)
  return words.join(' ')
}

/** The default of a column; that of a serial column takes numbers from the sequence that belongs to it. */
export function printDefault(catalog: Catalog, table: Table, column: Column): string {
  const { default: value } = column
  if (value?.sql !== undefined) return printed(value.sql)
  const sequence = ownSequence(catalog, table, column)
  if (sequence !== undefined && value?.functions.includes('nextval') === true)
    return `nextval(${quoteLiteral(sequence.name)}::regclass)`
  return printed(undefined)
}

/** GENERATED … AS IDENTITY, with the sequence of the column. */
export function printIdentity(catalog: Catalog, table: Table, column: Column): string {
  const sequence = ownSequence(catalog, table, column)
  const options =
    sequence === undefined ? '' : ` (sequence name ${sequence.name}${withoutType(sequenceOptions(sequence))})`
  return `generated ${column.identity} as identity${options}`
}

/** The sequence of an identity column has the type of the column. */
function withoutType(options: string): string {
  return options.replace(/^ as \w+/, '')
}

function ownSequence(catalog: Catalog, table: Table, column: Column) {
  return sequencesOf(catalog, table.name).find(([, each]) => each.ownedBy?.column === column.name)?.[1]
}

/** The sequences that the default of a column takes numbers from without saying so in its text. */
export function sequencesBehind(catalog: Catalog, table: Table): readonly Name[] {
  return table.columns.flatMap((column) => {
    const isSerial = column.default !== undefined && column.default.sql === undefined
    const sequence = isSerial ? ownSequence(catalog, table, column) : undefined
    return sequence === undefined ? [] : [sequence.name]
  })
}

/** What ALTER TABLE says of columns beside their definition. */
export function printColumnProperties(
  catalog: Catalog,
  table: Table,
  isOwn: (column: Column) => boolean,
): readonly string[] {
  // A child by INHERITS is made with the methods of its parents.
  const isCompressed = ({ name }: Column) =>
    table.inherits.some((each) =>
      catalog.tables.get(each)?.columns.some((one) => one.name === name && one.compression !== undefined),
    )
  return table.columns.flatMap((column) => {
    const alter = `alter table only ${table.name} alter column ${quoteIdentifier(column.name)}`
    const given = isOwn(column) ? '' : foreignOptions(column.foreignOptions)
    return [
      ...(isOwn(column) || !isNotNullByItself(catalog, table, column) ? [] : [`${alter} set not null`]),
      ...(given === ''
        ? []
        : [`alter foreign table only ${table.name} alter column ${quoteIdentifier(column.name)}${given}`]),
      ...printColumnSettings(alter, isCompressed(column) ? { compression: 'default', ...column } : column),
    ]
  })
}

/** Whether a child makes a column NOT NULL that its parents do not, where NOT NULL is no constraint: until PostgreSQL 17. */
function isNotNullByItself(catalog: Catalog, table: Table, { name, nullable }: Column): boolean {
  if (nullable || table.notNulls !== undefined) return false
  const isOfParent = (each: Column) => each.name === name && !each.nullable
  return !table.inherits.some((parent) => catalog.tables.get(parent)?.columns.some(isOfParent))
}

/** The NOT NULLs that a child has on columns of its parents, as CREATE TABLE has them. */
export function printOwnNotNulls(table: Table, isOwn: (part: Column | NotNull) => boolean): readonly string[] {
  const inherited = new Set(table.columns.filter((column) => !isOwn(column)).map((column) => column.name))
  return (table.notNulls ?? [])
    .filter((each) => inherited.has(each.column) && each.validated && isOwn(each))
    .map(({ name, column, noInherit }) => {
      const kept = noInherit === true ? ' no inherit' : ''
      return `constraint ${quoteIdentifier(name)} not null ${quoteIdentifier(column)}${kept}`
    })
}

/** How the values of a column are kept, after the words of ALTER COLUMN. */
export function printColumnSettings(
  alter: string,
  { storage, compression, statistics, options }: Omit<ColumnSettings, 'compression'> & { compression?: string },
): readonly string[] {
  const list = optionList(options)
  return [
    ...(storage === undefined ? [] : [`${alter} set storage ${storage}`]),
    ...(compression === undefined ? [] : [`${alter} set compression ${compression}`]),
    ...(statistics === undefined ? [] : [`${alter} set statistics ${statistics}`]),
    ...(list === undefined ? [] : [`${alter} set (${list})`]),
  ]
}
