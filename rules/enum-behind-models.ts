import { schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'error',
  hazard: 'breaks',
  summary: 'The models of the application write a label that the enum does not have.',
  why: `
    A label added to a Python enum is not a label of the type. Every statement that writes it, or
    only compares with it, is refused: invalid input value for enum. Autogenerate does not
    compare labels, so that alembic check says nothing, and tests that create their tables from
    the models pass.
  `,
  instead: `
    ALTER TYPE … ADD VALUE in a migration of its own: before PostgreSQL 12 it is refused in a
    transaction, and until it is committed no statement may use the label. Deploy it before the
    code that writes the label.
  `,
  insteadInAlembic: `
    In a revision of its own: with op.get_context().autocommit_block(): op.execute("alter type
    order_status add value 'shipped'"). Deploy it before the code that writes the label.
  `,
  *check({ catalog, models = [] }) {
    for (const { type, labels } of models) {
      const known = catalog.enums.get(type)?.labels ?? []
      for (const { label, place } of labels) {
        if (known.includes(label)) continue
        yield {
          message: `${type} has no label ${JSON.stringify(label)}, which the models have`,
          subject: `${type} ${label}`,
          span: place,
        }
      }
    }
  },
})
