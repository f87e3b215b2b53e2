import { judgedTables, quoteIdentifier, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A foreign key leaves ON DELETE or ON UPDATE at NO ACTION.',
  why: `
    NO ACTION is what PostgreSQL takes where nothing is said, and it keeps no record of
    whether something was. A reader cannot tell a decision from an oversight, and the first
    one to delete a parent row learns by an error (23503) that nobody had thought of it.
  `,
  instead: `
    Say what becomes of the referencing rows: ON DELETE RESTRICT, CASCADE or SET NULL, and
    ON UPDATE RESTRICT where keys never change. RESTRICT refuses as NO ACTION does, at once
    instead of at the end of the statement. A deferred constraint needs NO ACTION, as
    RESTRICT cannot wait for COMMIT: allow it there.
  `,
  insteadInAlembic: `
    Say both: op.create_foreign_key(…, ondelete='RESTRICT', onupdate='RESTRICT'), and the same in
    sa.ForeignKey or sa.ForeignKeyConstraint.
  `,
  *check({ catalog }) {
    for (const table of judgedTables(catalog)) {
      for (const key of table.foreignKeys) {
        const silent = [
          ...(key.onDelete === 'no action' ? ['ON DELETE'] : []),
          ...(key.onUpdate === 'no action' ? ['ON UPDATE'] : []),
        ]
        if (silent.length === 0) continue
        const name = quoteIdentifier(key.name)
        yield {
          message: `foreign key ${name} of ${table.name} leaves ${silent.join(' and ')} at NO ACTION`,
          subject: `${table.name}.${name}`,
          span: key.origin,
        }
      }
    }
  },
})
