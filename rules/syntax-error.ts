import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['unparsed'],
  severity: 'error',
  hazard: 'fails',
  summary: "PostgreSQL's grammar refuses a statement.",
  why: `
    The server will refuse it too (42601), and with it every statement of the same
    transaction. Nothing is known of what the statement was to do, so that no other rule can
    judge it or, for certain, what follows.
  `,
  instead: `
    Correct the statement at the place that is marked. The grammar is that of PostgreSQL 18,
    the same code as the server's. Text that a migration runner replaces before it runs the
    file, such as a placeholder, is no SQL.
  `,
  *check({ action: { reason, hint } }) {
    yield { message: hint === undefined ? reason : `${reason}; ${hint}`, subject: reason }
  },
})
