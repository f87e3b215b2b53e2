import {
  actionRule,
  fixInSteps,
  partsOf,
  quoteIdentifier,
  stepAlone,
  strongEffects,
  strongestLock,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['dropIndex'],
  severity: 'warning',
  summary: 'An index of a table in use is dropped while its readers wait.',
  why: `
    DROP INDEX takes AccessExclusiveLock on the table. It has done with it in an instant, but
    first it waits for every query that runs on the table, and every later query waits behind
    it; in a transaction the lock stays until the end of that.
  `,
  instead: `
    DROP INDEX CONCURRENTLY, outside a transaction and in a migration of its own: it waits for
    running queries, and nobody waits for it. For an index of a partitioned table, which
    cannot be dropped so, SET LOCAL lock_timeout and try again where it runs out.
  `,
  insteadInAlembic: `
    In a revision of its own: with op.get_context().autocommit_block():
    op.drop_index('ix_orders_total', table_name='orders', postgresql_concurrently=True).
  `,
  *check(moment) {
    const { action, before } = moment
    const index = before.indexes.get(action.index)
    // A constraint's own index is refused to be dropped, and a partitioned table's cannot be dropped CONCURRENTLY.
    if (index === undefined || index.constraint || before.tables.get(index.table)?.kind === 'partitioned') return
    const effects = strongEffects(moment).filter(({ relation }) => relation === index.table)
    if (effects.length === 0) return
    const lock = strongestLock(effects)
    const name = quoteIdentifier(partsOf(index.name).name)
    yield {
      message: `drop index ${name} takes ${lock} on ${index.table}: ${whoWaits(lock)} until it is granted and the transaction ends`,
      subject: index.name,
      effects,
      // To drop the table takes the same lock, and its index with it.
      untilDropped: index.table,
      ...fixInSteps('drop it without having anybody wait', [stepAlone(`drop index concurrently ${index.name}`)]),
    }
  },
})
