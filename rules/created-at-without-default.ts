import { columnOf, ownTables, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A column created_at has no default that gives the present time.',
  why: `
    The time is only as good as the client's clock and memory. Raw SQL, COPY and a second
    service leave it empty, or fail with 23502 where it may not be. A constant such as
    'now' is read once, when the table is made, and is the same for every row.
  `,
  instead: `
    Set the default to now(), the time at which the transaction began. Setting a default
    rewrites nothing and leaves the rows that are there as they are.
  `,
  insteadInAlembic: `
    Give the column server_default=sa.func.now(). A default= of the model acts in Python alone.
  `,
  *check({ catalog }) {
    for (const table of ownTables(catalog)) {
      const column = columnOf(table, 'created_at')
      if (column === undefined || column.generated !== undefined) continue
      const { default: value, origin } = column
      // A domain may bring a default of its own, and any function may give the time.
      if (value === undefined ? catalog.domains.has(column.type) : value.functions.length > 0) continue
      const what = value === undefined ? 'has no default' : 'has a constant as its default'
      yield { message: `${table.name}.created_at ${what}`, subject: `${table.name}.created_at`, span: origin }
    }
  },
})
