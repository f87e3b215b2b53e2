import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'warning',
  hazard: 'fails',
  summary: 'A revision imports a model of the application.',
  why: `
    A revision must do the same for ever, and the model is what it is today. Once a column is
    added to the model, the old revision selects and inserts it before the revision that makes
    it has run: a new database can no longer be set up. Once the model is gone, the revision
    cannot even be imported.
  `,
  instead: `
    Describe in the revision just what it needs: sa.table('orders', sa.column('status')) for
    rows, or plain SQL.
  `,
  *check({ migration }) {
    for (const { module, models, place } of migration.revision?.imports ?? []) {
      yield {
        message: `${migration.version} imports ${models.join(', ')} from ${module} as it is today`,
        subject: `${migration.path} ${module}`,
        span: place,
      }
    }
  },
})
