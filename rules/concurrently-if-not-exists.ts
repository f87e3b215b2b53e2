import { actionRule, fixInSteps, indexSteps, partsOf, qualify, quoteIdentifier, stepAlone } from '../src/rule.ts'

export default actionRule({
  on: ['createIndex'],
  severity: 'warning',
  hazard: 'fails',
  summary: 'An index is built CONCURRENTLY only if its name is not taken, and a failed build takes it.',
  why: `
    A build that fails, on a duplicate, a deadlock or a timeout, leaves an index marked
    invalid: every write maintains it and no query uses it. IF NOT EXISTS looks at the name
    alone, so the retry reports success over that index and the migration counts as applied.
  `,
  instead: `
    Leave IF NOT EXISTS out, so that the retry says what is there, or begin the migration with
    DROP INDEX CONCURRENTLY IF EXISTS of the same name. Afterwards check that
    pg_index.indisvalid is true.
  `,
  *check({ action, before, after, inUse, earlier }) {
    const { index, concurrently, ifNotExists } = action
    if (!concurrently || !ifNotExists || index.name === undefined || !inUse(index.table)) return
    const name = qualify(partsOf(index.table).schema, index.name)
    if (earlier.some((each) => each.kind === 'dropIndex' && each.index === name)) return
    const made = after.indexes.get(name)
    const steps = made === undefined ? [] : (indexSteps(before, after, made) ?? [])
    yield {
      message: `a build of ${quoteIdentifier(index.name)} that failed leaves an invalid index, and a retry accepts it`,
      subject: name,
      ...fixInSteps(
        'drop what an attempt may have left, and build it then',
        steps.length === 0 ? [] : [stepAlone(`drop index concurrently if exists ${name}`), ...steps],
      ),
    }
  },
})
