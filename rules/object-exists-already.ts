import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['foreseeRefusal'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A statement makes a table, column, constraint or the like that exists already.',
  why: `
    An earlier migration, or the same one further up, has made an object of this name, and
    nothing has dropped or renamed it since. The server will refuse the statement, and the
    deploy stops there. Two branches that were merged are the usual cause.
  `,
  instead: `
    Leave out what is there, or change it with ALTER. Give another name to what is another
    thing.
  `,
  *check({ action: { refusal } }) {
    if (refusal.about !== 'existing') return
    const { reason, sqlstate, subject } = refusal
    yield { message: `${reason} (${sqlstate})`, subject }
  },
})
