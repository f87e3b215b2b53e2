import { columnOf, ownTables, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A table has no column created_at.',
  why: `
    Nobody can say when a row came to be: not in an incident, not to load what is new into a
    warehouse, not to delete what is too old. It cannot be found out later.
  `,
  instead: `
    Add created_at timestamptz not null default now(). On a table already in use that is a
    change of the catalog only, but gives old rows the time of the migration: where that
    would mislead, leave the column nullable and let old rows have none.
  `,
  insteadInAlembic: `
    Add sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.func.now(),
    nullable=False).
  `,
  *check({ catalog }) {
    for (const table of ownTables(catalog)) {
      if (columnOf(table, 'created_at') !== undefined) continue
      yield {
        message: `${table.name} has no column created_at`,
        subject: table.name,
        span: table.origin,
      }
    }
  },
})
