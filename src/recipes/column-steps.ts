import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { sequencesOf } from '../catalog/lookups.ts'
import { partsOf, qualify, quoteIdentifier, quoteLiteral, truncateIdentifier } from '../catalog/names.ts'
import type { Sequence } from '../catalog/objects.ts'
import type { Column, Table } from '../catalog/table.ts'
import { printColumn, printDefault, printIdentity } from '../schema/print-columns.ts'
import { printSequence } from '../schema/print-sequences.ts'
import { keySteps } from './index-steps.ts'
import { checkSteps, foreignKeySteps, notNullSteps } from './not-valid-steps.ts'
import { isPrintable, type Step, step } from './step.ts'

/** A column that a statement adds, with the catalogs before and after it. */
export interface AddedColumn {
  readonly before: Catalog
  readonly after: Catalog
  readonly table: Name
  readonly name: Identifier
  readonly postgres: number
}

/**
 * A column that is null in every row at first, filled in batches, and then given the
 * constraints that were written beside it. Undefined where that does not lead to the same
 * column: one that is generated and stored, one of a domain that tests each row, or one
 * whose texts are not known. `fills` says whether its default has to be given to old rows.
 */
export function columnSteps(added: AddedColumn, fills: boolean): readonly Step[] | undefined {
  const table = added.after.tables.get(added.table)
  const column = table?.columns.find((each) => each.name === added.name)
  if (table === undefined || column === undefined || column.generated !== undefined) return undefined
  if (!isPrintable(column, [])) return undefined
  const beside = besideColumn(added, table)
  if (beside === undefined) return undefined
  if (!fills)
    return [step(`alter table ${table.name} add column ${printColumn(added.after, table, column)}`), ...beside]
  const filled = column.identity === undefined ? ofDefault(added, table, column) : ofIdentity(added, table, column)
  return filled === undefined ? undefined : [...filled, ...beside]
}

/** A default that holds for rows to come, and is then given to those that are there. */
function ofDefault(added: AddedColumn, table: Table, column: Column): readonly Step[] | undefined {
  const { after, postgres } = added
  const sequence = sequenceOf(after, table, column)
  if (column.default === undefined || (column.default.sql === undefined && sequence === undefined)) return undefined
  const alter = `alter table ${table.name} alter column ${quoteIdentifier(column.name)}`
  return [
    step(
      ...(sequence === undefined ? [] : [printSequence(sequence)]),
      addPlain(added, table, column),
      ...(sequence === undefined ? [] : [own(sequence, table, column)]),
      `${alter} set default ${printDefault(after, table, column)}`,
    ),
    fillStep(table, column),
    ...(column.nullable ? [] : notNullSteps(after, table.name, column.name, postgres)),
  ]
}

/** The numbers come from a sequence that the identity's own one goes on from. */
function ofIdentity(added: AddedColumn, table: Table, column: Column): readonly Step[] | undefined {
  const { after, postgres } = added
  const sequence = sequenceOf(after, table, column)
  if (sequence === undefined) return undefined
  const alter = `alter table ${table.name} alter column ${quoteIdentifier(column.name)}`
  const { schema, name } = partsOf(sequence.name)
  const source = qualify(schema, truncateIdentifier(`${name}_fill`))
  return [
    step(
      printSequence({ ...sequence, name: source }),
      addPlain(added, table, column),
      `${alter} set default nextval(${quoteLiteral(source)})`,
    ),
    fillStep(table, column),
    ...notNullSteps(after, table.name, column.name, postgres),
    step(
      `${alter} drop default`,
      `${alter} add ${printIdentity(after, table, column)}`,
      `select setval(${quoteLiteral(sequence.name)}, nextval(${quoteLiteral(source)}))`,
      `drop sequence ${source}`,
    ),
  ]
}

function addPlain({ after }: AddedColumn, table: Table, column: Column): string {
  const { name, type, collation } = column
  const plain: Column = { name, type, nullable: true, ...(collation === undefined ? {} : { collation }) }
  return `alter table ${table.name} add column ${printColumn(after, table, plain)}`
}

function sequenceOf(after: Catalog, table: Table, column: Column): Sequence | undefined {
  return sequencesOf(after, table.name).find(([, each]) => each.ownedBy?.column === column.name)?.[1]
}

function own(sequence: Sequence, table: Table, column: Column): string {
  return `alter sequence ${sequence.name} owned by ${table.name}.${quoteIdentifier(column.name)}`
}

function fillStep(table: Table, column: Column): Step {
  const name = quoteIdentifier(column.name)
  return {
    sql: [
      '-- again and again, each time in a transaction of its own, until it finds no more rows',
      `update ${table.name} set ${name} = default`,
      `  where ${name} is null and ctid = any (array(select ctid from ${table.name} where ${name} is null limit 1000));`,
    ].join('\n'),
  }
}

/** The constraints that the statement brought with the column. */
function besideColumn({ before, after, postgres }: AddedColumn, table: Table): readonly Step[] | undefined {
  const earlier = before.tables.get(table.name)
  const isNew = (known: readonly { readonly name: Identifier }[] | undefined) => (each: { name: Identifier }) =>
    known?.some(({ name }) => name === each.name) !== true
  const keys = [...(table.primaryKey === undefined ? [] : [table.primaryKey]), ...table.uniques].filter(
    isNew([...(earlier?.primaryKey === undefined ? [] : [earlier.primaryKey]), ...(earlier?.uniques ?? [])]),
  )
  // A primary key leaves the making of NOT NULL to the column.
  const settled = { ...before, tables: after.tables }
  const all = [
    ...keys.map((key) => keySteps(settled, after, table, key, postgres)),
    ...table.checks.filter(isNew(earlier?.checks)).map((check) => checkSteps(table.name, check)),
    ...table.foreignKeys
      .filter(isNew(earlier?.foreignKeys))
      .map((key) => foreignKeySteps(after, table.name, key, postgres)),
  ]
  const known = all.filter((each) => each !== undefined)
  return known.length === all.length ? known.flat() : undefined
}
