import type { Catalog, Name } from './catalog.ts'
import { mapChanged } from './edit-catalog.ts'
import type { Expression } from './expression.ts'
import { indexesMentioning, mentioning, tablesMentioning } from './lookups.ts'
import { mapEntries } from './persistent-map.ts'
import { type Renaming, renameInObject, renameInText } from './sql-text.ts'
import type { Table } from './table.ts'

/** Carries a rename into every text that refers to what is renamed, as the server does. */
export function renameTexts(catalog: Catalog, renaming: Renaming): Catalog {
  const name = renaming.kind === 'column' ? renaming.table : renaming.from
  const inMap = <T>(map: ReadonlyMap<string, T>, among = mentioning(map, name)): ReadonlyMap<string, T> =>
    among.length === 0 ? map : mapEntries(map, (object, key) => [key, renameInObject(object, renaming)], among)
  const inTable = (table: Table, key: Name): readonly [Name, Table] => [key, renameInTable(table, renaming)]
  return {
    ...catalog,
    tables: mapEntries(catalog.tables, inTable, tablesMentioning(catalog, name)),
    indexes: inMap(catalog.indexes, indexesMentioning(catalog, name)),
    views: inMap(catalog.views),
    functions: inMap(catalog.functions),
    triggers: inMap(catalog.triggers),
    policies: inMap(catalog.policies),
    domains: inMap(catalog.domains),
    types: inMap(catalog.types),
    others: inMap(catalog.others),
  }
}

/** Of a table, which changes most often, only the parts are looked through that have texts. */
function renameInTable(table: Table, renaming: Renaming): Table {
  const { partitionKey } = table
  const columns = mapChanged(table.columns, (column) => {
    const value = column.default && renameInExpression(column.default, renaming)
    return value === undefined || value === column.default ? column : { ...column, default: value }
  })
  const checks = mapChanged(table.checks, (check) => {
    const expression = renameInExpression(check.expression, renaming)
    return expression === check.expression ? check : { ...check, expression }
  })
  const key = partitionKey && renameInObject(partitionKey, renaming)
  if (columns === table.columns && checks === table.checks && key === partitionKey) return table
  return { ...table, columns, checks, ...(key === undefined ? {} : { partitionKey: key }) }
}

function renameInExpression(expression: Expression, renaming: Renaming): Expression {
  // What it calls stands beside the text.
  if (renaming.kind === 'function') return renameInObject(expression, renaming)
  const sql = expression.sql && renameInText(expression.sql, renaming)
  return sql === undefined || sql === expression.sql ? expression : { ...expression, sql }
}
