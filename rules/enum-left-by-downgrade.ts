import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'warning',
  hazard: 'fails',
  summary: 'The down half of a migration leaves an enum that its up half makes.',
  why: `
    Dropping a table or a column does not drop the type of it. The downgrade looks complete,
    but the next upgrade is refused: the type already exists. It is met when a failed deploy is
    taken back and tried again.
  `,
  instead: `
    DROP TYPE at the end of the down half, after the last table that uses it.
  `,
  insteadInAlembic: `
    At the end of downgrade(), after the last table that uses it:
    sa.Enum(name='order_status').drop(op.get_bind()), or op.execute('drop type order_status').
  `,
  *check({ migration, before, after, afterDown }) {
    if (afterDown === undefined || migration.down !== 'whole') return
    for (const [name, made] of after.enums) {
      if (before.enums.has(name) || !afterDown.enums.has(name)) continue
      yield {
        message: `the down half of ${migration.version} leaves the enum ${name}`,
        subject: name,
        span: migration.revision?.down.place ?? made.origin,
      }
    }
  },
})
