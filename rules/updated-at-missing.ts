import { columnOf, isAppendOnly, ownTables, schemaRule, type Table } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A table whose rows change has no column updated_at.',
  why: `
    Nobody can say which rows changed since yesterday: caches, exports and searches must read
    the whole table, and a lost update leaves no trace.
  `,
  instead: `
    Add updated_at timestamptz not null default now(), and a BEFORE UPDATE trigger that keeps
    it. A table whose rows are never changed needs none: grant INSERT and SELECT on it, and
    UPDATE to nobody. A link table, all of whose columns are keys, needs none either.
  `,
  *check({ catalog }) {
    for (const table of ownTables(catalog)) {
      if (columnOf(table, 'updated_at') !== undefined) continue
      if (isLink(table) || isAppendOnly(catalog, table.name)) continue
      yield {
        message: `${table.name} has no column updated_at`,
        subject: table.name,
        span: table.origin,
      }
    }
  },
})

/** Whether a table only ties others together: rows come and go, and there is nothing in them to change. */
function isLink(table: Table): boolean {
  if (table.foreignKeys.length < 2) return false
  const keys = new Set([
    ...(table.primaryKey?.columns ?? []),
    ...table.foreignKeys.flatMap((key) => key.columns),
    'created_at',
  ])
  return table.columns.every((column) => keys.has(column.name))
}
