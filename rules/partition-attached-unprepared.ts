import {
  actionRule,
  attachSteps,
  blockingEffects,
  fixInSteps,
  partsLacking,
  partsOf,
  quoteIdentifier,
  strongestLock,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['attachPartition'],
  severity: 'error',
  summary:
    'A table in use is attached as a partition, and gets indexes and foreign keys of the partitioned table meanwhile.',
  why: `
    A partition must have each index, key and foreign key of the partitioned table. ATTACH
    PARTITION takes those that the table has already, and makes the others under
    AccessExclusiveLock: reads and writes wait while indexes are built and every row is looked
    up, and writers of a referenced table wait too.
  `,
  instead: `
    Give the table what it lacks first, while it is read and written: CREATE INDEX CONCURRENTLY;
    keys with ADD CONSTRAINT … USING INDEX; foreign keys NOT VALID, and VALIDATE in a later
    migration. They must be of the same columns and properties; names do not matter.
  `,
  *check(moment) {
    const { action, before, after, postgres } = moment
    // What is not known to be there may be there.
    if (before.tables.get(action.partition)?.known !== 'wholly') return
    const { indexes, foreignKeys, builtOn } = partsLacking(before, action.table, action.partition)
    const lookedUp = foreignKeys.filter(({ validated, enforced }) => validated && enforced !== false)
    const touched = new Set(builtOn)
    for (const { references } of lookedUp) touched.add(action.partition).add(references)
    const effects = blockingEffects(moment).filter(({ relation }) => touched.has(relation))
    if (effects.length === 0) return
    const lock = strongestLock(effects)
    const parts = [
      ...indexes.map(({ name }) => `index ${quoteIdentifier(partsOf(name).name)}`),
      ...lookedUp.map(({ name }) => `foreign key ${quoteIdentifier(name)}`),
    ]
    yield {
      message: `${action.partition} gets ${parts.join(', ')} under ${lock} as it is attached to ${action.table}: ${whoWaits(lock)} meanwhile`,
      subject: action.partition,
      effects,
      ...fixInSteps('give it what it lacks first', attachSteps(before, after, action, postgres)),
    }
  },
})
