import { type Action, actionRule, columnOf, type Name, quoteIdentifier } from '../src/rule.ts'

export default actionRule({
  on: ['addColumn'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A column that may not be null is added without a value for the rows that are there.',
  why: `
    The migration passes on an empty table, in a test and on a laptop, and is refused in
    production: the first row that is found has no value for the column (23502). And while
    the new version is rolled out, the old one inserts rows without it.
  `,
  instead: `
    Give the column a default that holds for the old rows; from PostgreSQL 11 on one that is
    not volatile is stored once and rewrites nothing. Or add the column nullable, fill it in
    batches, add CHECK (column IS NOT NULL) NOT VALID, validate that, and SET NOT NULL, which
    then scans nothing from 12 on.
  `,
  insteadInAlembic: `
    Give op.add_column's sa.Column a server_default, which costs nothing where it is constant. Else
    add it with nullable=True, fill it in batches, and then op.alter_column(…, nullable=False).
  `,
  *check({ action, before, inUse, transaction }) {
    const { table, column, ifNotExists } = action
    if (column.nullable || column.serial || column.identity !== undefined || column.generated !== undefined) return
    // A domain may have a default, which serves the column too.
    if (column.default !== undefined || before.domains.has(column.type) || !inUse(table)) return
    const known = before.tables.get(table)
    if (ifNotExists && known !== undefined && columnOf(known, column.name) !== undefined) return
    if (isEmptied(table, transaction.earlier)) return
    const name = quoteIdentifier(column.name)
    yield {
      message: `column ${name} may not be null and has no default: refused (23502) once ${table} has a row`,
      subject: `${table}.${name}`,
    }
  },
})

/** Whether the transaction took all rows of a table away, and put none in since. */
function isEmptied(table: Name, earlier: readonly Action[]): boolean {
  const last = earlier.findLast(
    (each) =>
      (each.kind === 'truncateTable' && each.table === table) ||
      (each.kind === 'changeRows' && each.relation === table && (each.statement !== 'delete' || !each.where)),
  )
  return (
    last !== undefined && (last.kind === 'truncateTable' || (last.kind === 'changeRows' && last.statement === 'delete'))
  )
}
