import {
  actionRule,
  blockingEffects,
  quoteIdentifier,
  strongestLock,
  tableWithChildren,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['setColumnExpression'],
  severity: 'error',
  summary: 'A stored column of a table in use gets another expression, which writes every row.',
  why: `
    SET EXPRESSION on a stored column computes it for every row, and writes the whole table and
    all its indexes anew under AccessExclusiveLock: neither reads nor writes get through.
  `,
  instead: `
    Add a plain column, have a trigger compute it for rows to come, fill the old rows in batches,
    and then, in one short transaction, drop the generated column and give the plain one its
    name. From PostgreSQL 18 on a VIRTUAL column stores nothing, and changes in an instant.
  `,
  *check(moment) {
    const { table, column } = moment.action
    const effects = blockingEffects(moment)
    if (effects.length === 0) return
    const lock = strongestLock(effects)
    const name = quoteIdentifier(column)
    const tables = tableWithChildren(moment.before, table, effects)
    yield {
      message: `stored column ${name} is computed anew: every row of ${tables} is written under ${lock}, and ${whoWaits(lock)}`,
      subject: `${table}.${name}`,
      effects,
    }
  },
})
