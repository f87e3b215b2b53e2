import type { Catalog } from '../catalog/catalog.ts'
import type { Table } from '../catalog/table.ts'
import { identifiers } from './literals.ts'
import { functionMark, marksIn, type Part, relationMark, searchPathIn, typeMarks } from './part.ts'
import { printColumn, sequencesBehind } from './print-columns.ts'
import { printCheck, printExclusion, printForeignKey, printKeyConstraint } from './print-constraints.ts'

/** Tables with their columns, checks and keys; what refers to other tables follows later. */
export function printTables(catalog: Catalog): readonly Part[] {
  return tablesOf(catalog).map((table) => ({
    makes: [relationMark(table.name)],
    needs: [
      ...table.columns.flatMap((column) => typeMarks(column.type)),
      ...marksIn([table.columns, table.checks]),
      ...sequencesBehind(catalog, table).map(relationMark),
      ...parentsOf(table).map(relationMark),
    ].filter((mark) => mark !== relationMark(table.name) && mark !== functionMark(table.name)),
    statements: printTable(catalog, table),
    ...searchPathIn(table),
  }))
}

/** Keys that refer to other tables. */
export function printForeignKeys(catalog: Catalog): readonly Part[] {
  return tablesOf(catalog).flatMap((table) =>
    table.foreignKeys.map((key) => ({
      makes: [],
      needs: [relationMark(table.name), relationMark(key.references)],
      statements: [`alter table ${table.name} add ${printForeignKey(key)}`],
    })),
  )
}

/** The tables that stay when the session ends. */
export function tablesOf(catalog: Catalog): readonly Table[] {
  return [...catalog.tables.values()].filter((table) => table.persistence !== 'temporary')
}

function parentsOf(table: Table) {
  return table.partitionOf === undefined ? table.inherits : [table.partitionOf]
}

function printTable(catalog: Catalog, table: Table): readonly string[] {
  const keys = [...(table.primaryKey === undefined ? [] : [table.primaryKey]), ...table.uniques]
  const lines = [
    ...table.columns.map((column) => printColumn(catalog, table, column)),
    ...table.checks.map(printCheck),
    ...keys.map((key) => printKeyConstraint(catalog, table, key)),
    ...table.exclusions.map((each) => printExclusion(catalog, table, each)).filter((each) => each !== undefined),
  ]
  const unlogged = table.persistence === 'unlogged' ? 'unlogged ' : ''
  const inherits = table.inherits.length === 0 ? '' : ` inherits (${table.inherits.join(', ')})`
  const body = lines.length === 0 ? '()' : `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`
  const create = `create ${unlogged}table ${table.name} ${body}${inherits}${printPartitionKey(table)}`
  const security = table.rowSecurity ? [`alter table ${table.name} enable row level security`] : []
  return [create, ...security]
}

function printPartitionKey({ partitionKey }: Table): string {
  if (partitionKey === undefined) return ''
  const columns = partitionKey.columns.map((column) =>
    column === undefined ? '/* not known */' : identifiers([column]),
  )
  return ` partition by ${partitionKey.strategy} (${columns.join(', ')})`
}
