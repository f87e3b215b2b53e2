import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['unmodelled'],
  severity: 'warning',
  summary: 'A statement does something that schemalint does not model.',
  why: `
    What it changes is missing from the schema by which everything after it is judged, and
    the locks that it takes are not known. No finding about it means nothing.
  `,
  instead: `
    Read the statement with care, and let verify apply it: it tells what the server shows of
    the statement, and goes on from that. In a DO block, write plain statements instead of
    EXECUTE where that is possible.
  `,
  *check({ action: { statement } }) {
    yield { message: `${statement} is not modelled: nothing was checked about what it changes`, subject: statement }
  },
})
