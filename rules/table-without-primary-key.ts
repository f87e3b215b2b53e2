import { ownTables, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  summary: 'A table has no primary key.',
  why: `
    Nothing tells two equal rows apart, so a duplicate can be neither refused nor deleted
    alone. Logical replication refuses every UPDATE and DELETE on such a table once it is
    published (55000), and most ORMs cannot map it.
  `,
  instead: `
    Name the columns that identify a row as the primary key, or add a surrogate key. On a
    table already in use, build a unique index CONCURRENTLY first and adopt it with
    ADD PRIMARY KEY USING INDEX, so that the lock is held for an instant only.
  `,
  insteadInAlembic: `
    Give one column of op.create_table primary_key=True, or add sa.PrimaryKeyConstraint(…).
  `,
  *check({ catalog }) {
    for (const table of ownTables(catalog)) {
      if (table.primaryKey !== undefined) continue
      yield { message: `${table.name} has no primary key`, subject: table.name, span: table.origin }
    }
  },
})
