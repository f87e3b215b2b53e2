import {
  actionRule,
  blockingEffects,
  type ColumnDefinition,
  columnSteps,
  fixInSteps,
  quoteIdentifier,
  tableWithChildren,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['addColumn'],
  severity: 'error',
  summary: 'A column is added to a table in use in a way that writes every row anew.',
  why: `
    A default that is the same for all rows is kept once for all of them. Where each row may get
    a value of its own, as from random(), a sequence or a stored expression, or where a domain
    has to test it, every row and every index is written anew under AccessExclusiveLock, and
    neither reads nor writes get through.
  `,
  instead: `
    Add the column without a default, set the default in a second statement, which holds for rows
    to come, and fill the old rows in batches. For an identity column fill a plain one first and
    make it ADD GENERATED AS IDENTITY then. A stored expression can be a view’s, or from
    PostgreSQL 18 on VIRTUAL. In place of a domain take its base type and a CHECK NOT VALID.
  `,
  insteadInAlembic: `
    Say op.add_column without a server_default; then op.alter_column(…, server_default=…), which
    holds for rows to come; then fill the old rows in batches, outside the migration’s transaction.
  `,
  *check(moment) {
    const { action, before } = moment
    const { table, column } = action
    const effects = blockingEffects(moment)
    const rewritten = effects.find(({ work }) => work === 'rewrite')
    if (rewritten === undefined) return
    const name = quoteIdentifier(column.name)
    const tables = tableWithChildren(before, table, effects)
    const { lock } = rewritten
    yield {
      message: `column ${name} ${causeOf(column)}: every row of ${tables} is written anew under ${lock}, and ${whoWaits(lock)}`,
      subject: `${table}.${name}`,
      effects,
      ...fixInSteps('add it empty, and fill it in batches', columnSteps({ ...moment, table, name: column.name }, true)),
    }
  },
})

function causeOf(column: ColumnDefinition): string {
  if (column.generated !== undefined) return 'is generated and stored'
  if (column.identity !== undefined) return 'is an identity'
  if (column.serial) return 'is numbered by a sequence'
  // A default that calls nothing is the same for all rows: then it is the domain that tests each.
  const called = column.default?.functions ?? []
  return called.length === 0 ? `is of the domain ${column.type}` : `gets its values from ${called.join(', ')}`
}
