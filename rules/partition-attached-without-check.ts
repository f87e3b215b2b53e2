import {
  actionRule,
  attachSteps,
  blockingEffects,
  fixInSteps,
  partsLacking,
  strongestLock,
  testsOfAttach,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['attachPartition'],
  severity: 'error',
  summary: 'A table in use is attached as a partition, or has one attached beside it, and every row of it is read.',
  why: `
    ATTACH PARTITION looks at each row of the table under AccessExclusiveLock, to see that it
    belongs to the partition, and at each row of the default partition, which must hold none
    that does. Reads and writes of them wait until it has, those through the partitioned table
    among them. It takes the word of valid CHECK and NOT NULL constraints that say the same.
  `,
  instead: `
    Add a CHECK of the partition's bound NOT VALID, and to the default partition one of its
    opposite; validate them in a later migration, which lets rows be read and written; then
    ATTACH PARTITION, and drop the CHECKs. For a hash the CHECK is satisfies_hash_partition.
  `,
  insteadInAlembic: `
    In a revision, op.create_check_constraint(…, postgresql_not_valid=True) with the bound of the
    partition; in the next, op.execute('alter table … validate constraint …'); then attach it,
    and op.drop_constraint(…). env.py must say transaction_per_migration=True, or all run in
    one transaction.
  `,
  *check(moment) {
    const { action, before, after } = moment
    const isRead = new Set(
      testsOfAttach(before, action).flatMap((each) => (each.reads === 'everything' ? [each.table] : [])),
    )
    const effects = blockingEffects(moment).filter(({ relation }) => isRead.has(relation))
    if (effects.length === 0) return
    const lock = strongestLock(effects)
    // Where it lacks indexes too, what gives it those gives it the CHECK.
    const { indexes, foreignKeys } = partsLacking(before, action.table, action.partition)
    const isPrepared = indexes.length + foreignKeys.length === 0
    const steps = isPrepared ? attachSteps(before, after, action, moment.postgres) : undefined
    const tables = effects.map(({ relation }) => relation).join(' and ')
    yield {
      message: `every row of ${tables} is read under ${lock} as ${action.partition} is attached to ${action.table}: ${whoWaits(lock)} meanwhile`,
      subject: action.partition,
      effects,
      ...fixInSteps('have the bound proven first, and then believed', steps),
    }
  },
})
