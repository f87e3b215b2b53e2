import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['misallow'],
  severity: 'error',
  summary: 'A comment that is to allow a finding cannot be understood.',
  why: `
    A comment that is misspelt, names a rule that there is not or gives no reason allows
    nothing. Passed over in silence it would look as if it did, until somebody wonders.
  `,
  instead: `
    Write schemalint-allow RULE: reason above the statement, or schemalint-allow-file RULE:
    reason for the file. Several rules stand by comma, and until YYYY-MM-DD may follow them.
  `,
  *check({ action: { fault, reason, subject } }) {
    if (fault === 'malformed') yield { message: reason, subject }
  },
})
