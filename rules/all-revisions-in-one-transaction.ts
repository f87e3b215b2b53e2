import { migrationRule } from '../src/rule.ts'

export default migrationRule({
  severity: 'warning',
  summary: 'All revisions that a deploy applies run in one transaction.',
  why: `
    Alembic opens one transaction for the whole run unless it is told otherwise. Every lock that
    the first pending revision takes is then held until the last one is done: tables that were
    changed in an instant stay closed while an unrelated revision fills rows. A constraint that
    one revision adds NOT VALID and the next validates is validated under the lock of the first.
  `,
  instead: `
    Give context.configure in env.py transaction_per_migration=True, where it runs online and
    where it runs offline.
  `,
  *check({ migration, history, runner, transaction, configured }) {
    const working = history.filter((each) => each.statements > 0)
    if (runner !== 'alembic' || transaction !== 'whole-run' || working.length < 2) return
    if (history.at(-1) !== migration) return
    yield {
      message: `one transaction holds the locks of all pending revisions until the last is done`,
      subject: 'transaction',
      span: configured ?? migration.revision?.place,
    }
  },
})
