import { columnOf, judgedTables, quoteIdentifier, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'error',
  hazard: 'fails',
  summary: 'A foreign key sets a column to null that may not be null.',
  why: `
    PostgreSQL accepts the constraint and fails later: the first DELETE of a parent row that is
    referenced, or change of its key, is refused (23502), on whatever day that happens.
  `,
  instead: `
    Drop NOT NULL where the reference may be absent; else take ON DELETE RESTRICT or CASCADE.
  `,
  *check({ catalog }) {
    for (const table of judgedTables(catalog)) {
      for (const key of table.foreignKeys) {
        const when = [
          ...(key.onDelete === 'set null' ? ['delete'] : []),
          ...(key.onUpdate === 'set null' ? ['update'] : []),
        ]
        // SET NULL may name some of the columns: that it does no good is sure where none may be null.
        const isRequired = key.columns.every((name) => columnOf(table, name)?.nullable === false)
        if (when.length === 0 || !isRequired || key.columns.length === 0) continue
        const columns = key.columns.map(quoteIdentifier).join(', ')
        yield {
          message: `on ${when.join(' and ')} set null is refused (23502) once a row is referenced: ${columns} of ${table.name} is required`,
          subject: `${table.name}.${quoteIdentifier(key.name)}`,
          span: key.origin,
        }
      }
    }
  },
})
