import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['needVersion'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A statement uses what the targeted version of PostgreSQL does not have.',
  why: `
    The statement is right for a newer server, such as the one on a laptop; the one it is
    meant for refuses it, as a syntax error or a function that does not exist.
  `,
  instead: `
    Write it as the targeted version has it, or upgrade the server first. Where the target is
    said wrongly, correct --postgres or "postgres" in the configuration.
  `,
  *check({ action: { feature, since }, postgres }) {
    yield { message: `${feature} came with PostgreSQL ${since}; the target is ${postgres}`, subject: feature }
  },
})
