import { actionRule, blockingEffects, fixInSteps, partsOf, quoteIdentifier, stepAlone } from '../src/rule.ts'

export default actionRule({
  on: ['reindex'],
  severity: 'error',
  summary: 'An index is built anew on a table in use while its writers wait.',
  why: `
    REINDEX takes ShareLock on the table, so that every INSERT, UPDATE and DELETE waits until
    the index is built, and AccessExclusiveLock on the index itself, so that queries that
    plan to use it wait as well.
  `,
  instead: `
    REINDEX … CONCURRENTLY, since PostgreSQL 12, outside a transaction and in a migration of
    its own. Should it fail, drop the invalid index with a name that ends in _ccnew.
  `,
  *check(moment) {
    const { action } = moment
    if (action.concurrently) return
    const effects = blockingEffects(moment).filter((effect) => effect.work === 'build')
    const tables = effects.map((effect) => effect.relation)
    const [first] = tables
    if (first === undefined) return
    const meant = action.relation === undefined ? action.target : quoteIdentifier(partsOf(action.relation).name)
    const named = action.relation ?? (action.schema === undefined ? undefined : quoteIdentifier(action.schema))
    const steps = named === undefined ? [] : [stepAlone(`reindex ${action.target} concurrently ${named}`)]
    const relations = tables.length === 1 ? first : `${first} and ${tables.length - 1} more`
    yield {
      message: `reindex of ${meant} takes ShareLock on ${relations}: inserts, updates and deletes wait until every row is read`,
      subject: action.relation ?? action.schema ?? action.target,
      effects,
      ...fixInSteps('build it anew while rows are written', steps),
    }
  },
})
