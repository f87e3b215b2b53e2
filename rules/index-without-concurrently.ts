import {
  actionRule,
  blockingEffects,
  type Effect,
  fixInSteps,
  indexesOn,
  indexSteps,
  type Moment,
  partsOf,
  quoteIdentifier,
} from '../src/rule.ts'

export default actionRule({
  on: ['createIndex'],
  severity: 'error',
  summary: 'An index is built on a table in use while its writers wait.',
  why: `
    CREATE INDEX takes ShareLock and keeps it until every row is read and the transaction
    ends. Reads go on; every INSERT, UPDATE and DELETE waits, on a large table for minutes,
    and the connections that wait with them are soon all there are.
  `,
  instead: `
    CREATE INDEX CONCURRENTLY, outside a transaction and in a migration of its own. Should it
    fail, drop the invalid index that it leaves before trying again: IF NOT EXISTS would
    accept it. On a partitioned table, where CONCURRENTLY is refused, create the index ON ONLY
    the parent, build one CONCURRENTLY on each partition, and attach each to the parent's.
  `,
  insteadInAlembic: `
    In a revision of its own, whose upgrade() does nothing else: with
    op.get_context().autocommit_block(): op.create_index('ix_orders_total', 'orders', ['total'],
    postgresql_concurrently=True). Should it fail, drop the invalid index that it leaves before
    trying again: if_not_exists would accept it.
  `,
  *check(moment) {
    const { action, before, after } = moment
    const { table } = action.index
    // A materialized view is written by REFRESH alone. ON ONLY a table that is not known is a partitioned one's.
    if (before.views.has(table) || (action.onOnly && before.tables.get(table)?.known !== 'wholly')) return
    const made = [...indexesOn(after, table)].find((index) => !before.indexes.has(index.name))
    const effects = waitedFor(moment)
    if (made === undefined || effects.length === 0) return
    const name = quoteIdentifier(partsOf(made.name).name)
    const partitions = effects.filter((effect) => effect.relation !== table).length
    const relations = partitions === 0 ? table : `${table} and ${partitions} of its partitions`
    yield {
      message: `create index builds ${name} on ${relations} under ShareLock: inserts, updates and deletes wait until every row is read`,
      subject: made.name,
      effects,
      ...fixInSteps('build it while rows are written', indexSteps(before, after, made)),
    }
  },
})

/** Partitions of a partitioned table may have been made where the history does not show it. */
function waitedFor(moment: Moment<'createIndex'>): readonly Effect[] {
  const { action, before } = moment
  const { table } = action.index
  const isBare = before.tables.get(table)?.kind === 'partitioned' && moment.effects.length === 1
  if (!isBare || action.onOnly) return blockingEffects(moment)
  return blockingEffects({ ...moment, effects: moment.effects.map((effect) => ({ ...effect, work: 'build' })) })
}
