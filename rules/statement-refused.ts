import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['refused'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A server refused a statement.',
  why: `
    The migrations were applied to an empty database of their own, one after the other, and
    this statement failed there. It will fail wherever the migrations are run from the start,
    for a new environment or a test; what came after it in the same transaction did nothing.
  `,
  instead: `
    Correct the statement, or the earlier one that should have made what it misses. A
    migration that is applied elsewhere already succeeded there for a reason that is not in
    the migrations: an object made by hand, an extension, a role, another version.
  `,
  *check({ action: { reason, sqlstate, hint, occasion } }) {
    const told = hint === undefined ? reason : `${reason}; ${hint}`
    const when = occasion === 'second up' ? 'going up again after its down: ' : ''
    yield { message: `${when}${told} (SQLSTATE ${sqlstate})`, subject: reason }
  },
})
