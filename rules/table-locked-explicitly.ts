import { actionRule, blocksReaders, strongEffects } from '../src/rule.ts'

export default actionRule({
  on: ['lockTable'],
  severity: 'warning',
  summary: 'A table in use is locked by LOCK TABLE until the transaction ends.',
  why: `
    LOCK TABLE takes AccessExclusiveLock where it names no mode, and every lock is kept until
    the transaction ends. Whoever needs the table waits for all that follows, and behind a
    long query LOCK TABLE itself waits, with everyone else behind it.
  `,
  instead: `
    Leave the locks to the statements that need them: each takes its own. Where statements
    must not be interleaved, an advisory lock keeps migrations apart without stopping
    anybody else.
  `,
  *check(moment) {
    for (const effect of strongEffects(moment)) {
      const waiting = blocksReaders(effect.lock) ? 'reads and writes' : 'writes'
      yield {
        message: `lock table takes ${effect.lock} on ${effect.relation}: its ${waiting} wait until the transaction ends`,
        subject: effect.relation,
        effects: [effect],
      }
    }
  },
})
