import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['leaveTransactionOpen'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A migration ends before the transaction that it began.',
  why: `
    Without COMMIT nothing of it is applied when the connection ends, although every statement
    succeeded; and until then its locks are held. A runner that goes on with the same
    connection takes the next migration, and its own record, into the open transaction.
  `,
  instead: `
    End the migration with COMMIT, or leave BEGIN out where the runner wraps the file.
  `,
  *check() {
    yield { message: 'the transaction begun here is neither committed nor rolled back', subject: 'begin' }
  },
})
