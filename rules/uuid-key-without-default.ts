import { type Column, columnOf, ownTables, schemaRule, type Table } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A uuid primary key has no default that makes one.',
  why: `
    Every writer has to bring an id of its own. The application does, but a repair in psql, a
    COPY and INSERT … SELECT fail with 23502, or write a constant that the next row repeats.
  `,
  instead: `
    Set a default that calls a function: gen_random_uuid(), or from PostgreSQL 18 on uuidv7(),
    whose values grow with time, so that inserts touch the same few pages of the index. A
    writer that brings an id still may. Setting a default rewrites nothing.
  `,
  insteadInAlembic: `
    Give the column server_default=sa.text('gen_random_uuid()'), from PostgreSQL 18 on
    sa.text('uuidv7()'). A default= of the model acts in Python alone.
  `,
  *check({ catalog }) {
    for (const table of ownTables(catalog)) {
      for (const column of ownUuidKeys(table)) {
        const { default: value, origin } = column
        if (value !== undefined && value.functions.length > 0) continue
        const what = value === undefined ? 'has no default' : 'has a constant as its default'
        yield {
          message: `${table.name}.${column.name} is a uuid primary key and ${what}`,
          subject: `${table.name}.${column.name}`,
          span: origin,
        }
      }
    }
  },
})

/**
 * The uuid columns that identify rows of this table and no other's: a key that is a foreign
 * key too is given by the other table. Of composite keys only those of partitioned tables
 * count, which must hold what the table is partitioned by. A domain may have a default of
 * its own.
 */
function ownUuidKeys(table: Table): readonly Column[] {
  const key = table.primaryKey?.columns ?? []
  if (key.length !== 1 && table.kind !== 'partitioned') return []
  const borrowed = new Set(table.foreignKeys.flatMap((foreignKey) => foreignKey.columns))
  return key
    .filter((name) => !borrowed.has(name) && table.partitionKey?.columns.includes(name) !== true)
    .flatMap((name) => columnOf(table, name) ?? [])
    .filter((column) => column.type === 'uuid')
}
