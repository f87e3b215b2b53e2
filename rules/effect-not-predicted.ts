import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['observeOtherwise'],
  severity: 'warning',
  summary: 'A server locked a relation, or worked on it, otherwise than was predicted.',
  why: `
    The rules about locks go by what schemalint predicts of a statement, and the server did
    something else. Where the statement is a DO block or calls a function, what it does
    cannot be known from its text; the server shows it. Anywhere else schemalint is wrong.
  `,
  instead: `
    Judge the statement by what was observed. Write out what a DO block or a function does to
    tables as statements of the migration, which can be judged without a server. Report any
    other difference, with the statement and the version of the server.
  `,
  *check({ action: { relation, predicted, observed, effect } }) {
    yield {
      message: `on ${relation} ${predicted} was predicted, and ${observed} observed`,
      subject: relation,
      ...(effect === undefined ? {} : { effects: [effect] }),
    }
  },
})
