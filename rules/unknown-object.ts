import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['foreseeRefusal'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A statement needs a table, column, constraint or the like that does not exist.',
  why: `
    The migrations before it, read from the first one on, have not made what it names, or have
    dropped or renamed it. The server will refuse the statement, and the deploy stops there.
  `,
  instead: `
    Name what is there, or make it in an earlier migration. Where it was made by hand, or by a
    program, write the migration that makes it, so that a new database can be set up.
  `,
  *check({ action: { refusal } }) {
    if (refusal.about !== 'missing') return
    const { reason, sqlstate, subject, nearest } = refusal
    const alike = nearest === undefined ? '' : `; there is "${nearest}"`
    yield { message: `${reason} (${sqlstate})${alike}`, subject }
  },
})
