import { actionRule } from '../src/rule.ts'

export default actionRule({
  on: ['foreseeRefusal'],
  severity: 'error',
  hazard: 'fails',
  summary: 'A statement asks of an object what its kind, type, key or partitions do not allow.',
  why: `
    A foreign key needs a unique key of comparable types to refer to, a key of a partitioned
    table the columns that it is partitioned by, DROP VIEW a view, ALTER COLUMN … TYPE a cast.
    Where the migrations have made something else, the server will refuse the statement, and
    the deploy stops there.
  `,
  instead: `
    Say what fits the object as the migrations have left it, or change the object first.
  `,
  *check({ action: { refusal } }) {
    if (refusal.about !== 'unfit') return
    const { reason, sqlstate, subject } = refusal
    yield { message: `${reason} (${sqlstate})`, subject }
  },
})
