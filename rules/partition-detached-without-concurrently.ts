import { actionRule, defaultPartitionOf, detachSteps, fixInSteps, strongEffects } from '../src/rule.ts'

export default actionRule({
  on: ['detachPartition'],
  severity: 'warning',
  summary: 'A partition is detached while everyone who uses the partitioned table waits.',
  why: `
    DETACH PARTITION takes AccessExclusiveLock on the parent, the partition and a default
    partition until the transaction ends. Behind one long query it waits, and everyone else
    waits behind it. CONCURRENTLY does not, but the server refuses it (55000) where the
    parent has a default partition.
  `,
  instead: `
    DETACH PARTITION … CONCURRENTLY, since PostgreSQL 14, outside a transaction and in a
    migration of its own. Where there is a default partition, set lock_timeout and try again
    when it strikes.
  `,
  *check(moment) {
    const { action, before, postgres } = moment
    const { table, partition } = action
    const beside = defaultPartitionOf(before, table)
    if (action.concurrently) {
      if (beside === undefined) return
      const refusal = `concurrently: the server refuses it while ${table} has the default partition ${beside.name}`
      yield { message: `${partition} is detached ${refusal}`, subject: partition }
      return
    }
    // Where there is no other way, there is nothing to say.
    if (postgres < 14 || beside !== undefined) return
    const effects = strongEffects(moment)
    if (!effects.some((effect) => effect.relation === table)) return
    yield {
      message: `${partition} is detached under AccessExclusiveLock on ${table}: its reads and writes wait until the transaction ends`,
      subject: partition,
      effects,
      ...fixInSteps('detach it while the parent is used', detachSteps(table, partition, false)),
    }
  },
})
