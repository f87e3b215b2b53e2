import { actionRule, type Effect, fixInSteps, type Name, partitionSteps, strongEffects } from '../src/rule.ts'

export default actionRule({
  on: ['createTable'],
  severity: 'warning',
  summary: 'A partition is created in place, which locks the partitioned table that is in use.',
  why: `
    CREATE TABLE … PARTITION OF takes AccessExclusiveLock on the parent, and on its default
    partition, until the transaction ends. Behind one long query it waits, and everyone else
    waits behind it. Where there is a default partition, every row of it is read meanwhile,
    as it may belong to the new one.
  `,
  instead: `
    Create the table on its own, with CREATE TABLE … (LIKE parent INCLUDING ALL), and then
    ATTACH PARTITION, which lets the parent be read and written. A default partition needs a
    valid CHECK first that says that it holds no rows of the new one.
  `,
  *check(moment) {
    const { table, ifNotExists } = moment.action
    if (table.partitionOf === undefined || (ifNotExists && moment.before.tables.has(table.name))) return
    const { parent } = table.partitionOf
    const effects = strongEffects(moment).filter((effect) => effect.relation !== table.name)
    if (!effects.some((effect) => effect.relation === parent)) return
    const isPlain = table.columns.length + table.constraints.length === 0
    const made = moment.after.tables.get(table.name)
    const steps = isPlain && made !== undefined ? partitionSteps(moment.before, moment.after, made, parent) : undefined
    yield {
      message: `partition ${table.name} is created under AccessExclusiveLock on ${waiting(parent, effects)}`,
      subject: table.name,
      effects,
      ...fixInSteps('make it on its own, and attach it', steps),
    }
  },
})

/** Who waits, and for how long. */
function waiting(parent: Name, effects: readonly Effect[]): string {
  const beside = effects.find((effect) => effect.relation !== parent && effect.work !== 'none')
  if (beside === undefined) return `${parent}: its reads and writes wait until the transaction ends`
  return `${parent} and ${beside.relation}: reads and writes wait until every row of ${beside.relation} is read`
}
