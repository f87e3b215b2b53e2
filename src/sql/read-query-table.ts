import type { Action } from '../catalog/action.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import type { ColumnDefinition, TableDefinition } from '../catalog/table-actions.ts'
import type { Span } from '../text/source-file.ts'
import { missingInQuery } from './missing-in-rows.ts'
import type { Node } from './parser.ts'
import { queryColumns } from './query-columns.ts'
import { persistenceOf, storageOf } from './read-create-table.ts'
import { nameSpan, newName, type Reading, stringsOf } from './reading.ts'

/**
 * A table whose columns are those of a query. Where they cannot be told, the table is there
 * and partly known.
 */
export function readQueryTable(
  reading: Reading,
  into: Node,
  query: Node,
  { statement, ifNotExists }: { readonly statement: string; readonly ifNotExists: boolean },
): readonly Action[] {
  const span = nameSpan(reading, into.rel.location)
  const columns = query.SelectStmt === undefined ? undefined : queryColumns(reading, query.SelectStmt)
  const names = stringsOf(into.colNames)
  const name = newName(reading, into.rel)
  const table: TableDefinition = {
    name,
    kind: 'table',
    persistence: persistenceOf(into.rel, name),
    columns: (columns ?? []).map((column, at) => columnFrom({ ...column, name: names[at] ?? column.name }, span)),
    constraints: [],
    inherits: [],
    ...storageOf(reading, into),
    ...(columns === undefined ? { known: 'partly' as const } : {}),
  }
  return [
    ...(columns === undefined ? [{ kind: 'unmodelled', reach: 'named', span, statement } as const] : []),
    { kind: 'createTable', span, table, ifNotExists, ...missingInQuery(reading, query.SelectStmt) },
  ]
}

/**
 * IMPORT FOREIGN SCHEMA: which tables there are, and their columns, only the other server
 * knows. Those that LIMIT TO names are there and partly known.
 */
export function readForeignSchema(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const named: readonly Node[] = node.list_type === 'FDW_IMPORT_SCHEMA_LIMIT_TO' ? (node.table_list ?? []) : []
  const tables = named.map(({ RangeVar: { relname } }): Action => {
    const table: TableDefinition = {
      name: qualify(node.local_schema, relname),
      kind: 'foreign',
      persistence: 'permanent',
      columns: [],
      constraints: [],
      inherits: [],
      foreign: { server: quoteIdentifier(node.server_name) },
      known: 'partly',
    }
    return { kind: 'createTable', span, table, ifNotExists: false }
  })
  return [{ kind: 'unmodelled', reach: 'named', span, statement: 'IMPORT FOREIGN SCHEMA' }, ...tables]
}

function columnFrom(column: Pick<ColumnDefinition, 'name' | 'type' | 'collation'>, span: Span): ColumnDefinition {
  return { ...column, span, serial: false, nullable: true, constraints: [] }
}
