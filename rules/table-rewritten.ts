import { type Action, actionRule, blockingEffects } from '../src/rule.ts'

export default actionRule({
  on: ['setPersistence', 'setTableProperty', 'maintain'],
  severity: 'error',
  summary: 'A table in use is written anew as a whole while everyone waits.',
  why: `
    SET LOGGED, SET UNLOGGED, SET ACCESS METHOD, SET TABLESPACE, CLUSTER and VACUUM FULL copy
    every row, and mostly every index, into new files under AccessExclusiveLock. Reads and
    writes wait until the copy is made, and it needs as much space again.
  `,
  instead: `
    Plain VACUUM gives space back to the table itself while it is used. To change how a large
    table is stored, make a second one, copy its rows in batches while triggers keep it up to
    date, and exchange their names in one short transaction; extensions such as pg_repack
    and pg_squeeze do that. Otherwise plan an hour without traffic.
  `,
  *check(moment) {
    const effects = blockingEffects(moment).filter((effect) => effect.work === 'rewrite')
    for (const effect of effects) {
      yield {
        message: `${wordsFor(moment.action)} writes every row of ${effect.relation} anew under ${effect.lock}: its reads and writes wait`,
        subject: effect.relation,
        effects: [effect],
      }
    }
  },
})

function wordsFor(action: Action): string {
  if (action.kind === 'maintain') return action.command
  if (action.kind === 'setPersistence') return action.persistence === 'unlogged' ? 'set unlogged' : 'set logged'
  const isSpace = action.kind === 'setTableProperty' && action.property === 'SET TABLE SPACE'
  return isSpace ? 'set tablespace' : 'set access method'
}
