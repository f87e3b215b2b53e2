import { actionRule, defaultPartitionOf, detachSteps, fixInSteps, strongEffects } from '../src/rule.ts'

export default actionRule({
  on: ['dropTable'],
  severity: 'warning',
  summary: 'A partition is dropped while it is attached, which locks the partitioned table.',
  why: `
    DROP TABLE of a partition takes AccessExclusiveLock on its parent too, until the
    transaction ends. Behind one long query it waits, and everyone who uses any partition
    through the parent waits behind it.
  `,
  instead: `
    DETACH PARTITION … CONCURRENTLY first, since PostgreSQL 14, in a migration of its own, and
    drop the table, which is nobody's partition by then, in the next one.
  `,
  *check(moment) {
    const { table } = moment.action
    const parent = moment.before.tables.get(table)?.partitionOf
    if (parent === undefined) return
    const effects = strongEffects(moment)
    if (!effects.some((effect) => effect.relation === parent)) return
    const canDetach = moment.postgres >= 14 && defaultPartitionOf(moment.before, parent) === undefined
    const steps = canDetach ? detachSteps(parent, table, true) : undefined
    yield {
      message: `drop table of partition ${table} takes AccessExclusiveLock on ${parent}: its reads and writes wait until the transaction ends`,
      subject: table,
      effects,
      ...fixInSteps('detach it first, while the parent is used', steps),
    }
  },
})
