import { baseType, judgedTables, quoteIdentifier, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  summary: 'A column of type timestamp without time zone.',
  why: `
    It stores what a clock on some wall showed, not a moment. Two clients with different
    TimeZone settings write different values for the same moment and read the same value as
    different moments; an hour each autumn means two moments, and one each spring none.
  `,
  instead: `
    Use timestamptz. It takes the same eight bytes, is stored in UTC and shown in the time
    zone of whoever asks. Changing the type later rewrites the table under
    AccessExclusiveLock, except from PostgreSQL 12 on in a session whose TimeZone is UTC.
    Where a wall clock really is meant, such as an opening hour, allow it and say so.
  `,
  insteadInAlembic: `
    Say sa.DateTime(timezone=True). It takes the same eight bytes, is stored in UTC and shown in the
    time zone of whoever asks. Where a wall clock really is meant, allow it and say so.
  `,
  *check({ catalog }) {
    for (const table of judgedTables(catalog)) {
      const inherited = new Set(
        table.inherits.flatMap((parent) => catalog.tables.get(parent)?.columns ?? []).map((column) => column.name),
      )
      for (const { name, type, origin } of table.columns) {
        const element = type.replace(/(\[\])+$/, '')
        if (inherited.has(name) || !WALL_CLOCK.test(baseType(catalog, element))) continue
        const what = WALL_CLOCK.test(element) ? type : `${type}, a domain over ${baseType(catalog, element)}`
        const column = `${table.name}.${quoteIdentifier(name)}`
        yield { message: `${column} is ${what}`, subject: column, span: origin }
      }
    }
  },
})

const WALL_CLOCK = /^timestamp(\(\d\))? without time zone$/
