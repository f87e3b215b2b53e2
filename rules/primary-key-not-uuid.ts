import { baseType, columnOf, ownTables, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A primary key holds no uuid.',
  why: `
    A number from a sequence tells outsiders how many rows there are and lets them guess the
    next one. It is known only after the insert, repeats across databases, and an integer
    ends at 2,147,483,647. A natural key changes one day, and every foreign key with it.
  `,
  instead: `
    Give the table an id uuid primary key with a default that makes one. Keep a natural key
    as a unique constraint beside it. A link table may be keyed by its foreign keys, and a
    table that shares its row's identity with another by that one's key.
  `,
  *check({ catalog }) {
    for (const table of ownTables(catalog)) {
      const key = table.primaryKey
      if (key === undefined) continue
      const columns = key.columns.flatMap((name) => columnOf(table, name) ?? [])
      if (columns.length < key.columns.length) continue
      if (columns.some((column) => baseType(catalog, column.type) === 'uuid')) continue
      const borrowed = new Set(table.foreignKeys.flatMap((foreignKey) => foreignKey.columns))
      if (columns.every((column) => borrowed.has(column.name))) continue
      const parts = columns.map((column) => `${column.name} ${column.type}`).join(', ')
      const span = key.origin ?? table.origin
      yield { message: `the primary key of ${table.name} is (${parts})`, subject: table.name, span }
    }
  },
})
