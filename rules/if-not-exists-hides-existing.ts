import { type Action, actionRule, type Catalog, columnOf, quoteIdentifier, type Table } from '../src/rule.ts'

export default actionRule({
  on: ['createTable', 'addColumn'],
  severity: 'error',
  hazard: 'fails',
  summary: 'IF NOT EXISTS passes over a definition because another one has the name.',
  why: `
    IF NOT EXISTS asks for the name alone. The history has made the table or column already,
    and otherwise: the server says so in a notice, the migration counts as applied, and what
    it defines is nowhere. The statements and the application that count on it fail later.
  `,
  instead: `
    Say the difference: ALTER TABLE … ADD COLUMN or ALTER COLUMN … TYPE, in a migration after
    the one that made it. Where two migrations mean different things, give one another name.
  `,
  *check({ action, before, mayDiffer }) {
    const table = before.tables.get(action.kind === 'createTable' ? action.table.name : action.table)
    if (table === undefined || table.known !== 'wholly' || mayDiffer(table.name)) return
    const difference = action.kind === 'createTable' ? ofTables(action, table, before) : ofColumns(action, table)
    if (difference === undefined) return
    yield { message: `${difference}, so that this definition is passed over`, subject: table.name }
  },
})

/** The first column in which the table that is there differs from the one that is defined. */
function ofTables(action: Extract<Action, { kind: 'createTable' }>, table: Table, before: Catalog): string | undefined {
  const defined = action.table.columns.flatMap((each) => ('like' in each ? [] : [each]))
  // What LIKE, INHERITS, a partition or a query brings along is not said here.
  const isSaid = defined.length === action.table.columns.length && defined.length > 0
  const isOwn = action.table.inherits.length === 0 && action.table.partitionOf === undefined
  if (!action.ifNotExists || !isSaid || !isOwn || before.views.has(table.name)) return undefined
  for (const { name, type } of defined) {
    const column = columnOf(table, name)
    if (column === undefined) return `${table.name} exists without column ${quoteIdentifier(name)}`
    if (column.type !== type) return `${table.name} exists with ${quoteIdentifier(name)} of type ${column.type}`
  }
  const extra = table.columns.find((column) => !defined.some(({ name }) => name === column.name))
  return extra === undefined ? undefined : `${table.name} exists with another column ${quoteIdentifier(extra.name)}`
}

function ofColumns({ column, ifNotExists }: Extract<Action, { kind: 'addColumn' }>, table: Table): string | undefined {
  const existing = columnOf(table, column.name)
  if (!ifNotExists || existing === undefined || existing.type === column.type) return undefined
  return `column ${quoteIdentifier(column.name)} of ${table.name} exists with type ${existing.type}`
}
