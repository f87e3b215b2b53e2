import type { Catalog, Name } from '../catalog/catalog.ts'
import { sequencesOf } from '../catalog/lookups.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Column, Table } from '../catalog/table.ts'
import { quoteLiteral } from './literals.ts'
import { printed } from './part.ts'
import { sequenceOptions } from './print-sequences.ts'

/** A column as CREATE TABLE has it. */
export function printColumn(catalog: Catalog, table: Table, column: Column): string {
  const words = [quoteIdentifier(column.name), column.type]
  if (column.generated !== undefined) {
    words.push(`generated always as (${printed(column.default?.sql)}) ${column.generated}`)
  } else if (column.default !== undefined) words.push(`default ${printDefault(catalog, table, column)}`)
  if (column.identity !== undefined) words.push(printIdentity(catalog, table, column))
  if (!column.nullable) words.push('not null')
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

function printIdentity(catalog: Catalog, table: Table, column: Column): string {
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
