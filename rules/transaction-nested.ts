import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['beginTransaction'],
  severity: 'error',
  hazard: 'fails',
  summary: 'BEGIN stands within a transaction, which it does not nest.',
  why: `
    PostgreSQL knows no transaction within another: the second BEGIN only warns, and the next
    COMMIT ends the outer one. What was to be undone with the rest of the migration then stays
    when a later statement fails, and the runner's own record of the migration is written, or
    not, apart from what it did.
  `,
  instead: `
    Leave BEGIN and COMMIT to the runner, or tell the runner not to wrap the file. SAVEPOINT
    and ROLLBACK TO SAVEPOINT nest.
  `,
  *check({ transaction }) {
    if (transaction.openedBy === undefined) return
    const whose = transaction.openedBy === 'runner' ? "the runner's transaction" : 'the transaction already begun'
    yield { message: `begin does nothing in ${whose}, and the next commit ends that`, subject: 'begin' }
  },
})
