import { actionRule, fixInSteps, indexesOn, indexSteps } from '../src/rule.ts'

export default actionRule({
  on: ['createIndex', 'dropIndex'],
  severity: 'error',
  hazard: 'fails',
  summary: 'An index of a partitioned table is built or dropped CONCURRENTLY, which PostgreSQL refuses.',
  why: `
    CONCURRENTLY works on one table at a time; on a partitioned table and its index the server
    refuses it (0A000), in every version so far.
  `,
  instead: `
    Create the index ON ONLY the partitioned table, which is instant and leaves it invalid;
    build one CONCURRENTLY on each partition; attach each with ALTER INDEX … ATTACH PARTITION:
    with the last the parent's index becomes valid. An index that is to go can only be dropped
    with ACCESS EXCLUSIVE on the table and all its partitions: set a lock_timeout and retry.
  `,
  *check({ action, before, after }) {
    if (!action.concurrently) return
    const table = action.kind === 'createIndex' ? action.index.table : before.indexes.get(action.index)?.table
    if (table === undefined || before.tables.get(table)?.kind !== 'partitioned') return
    const what = action.kind === 'createIndex' ? 'create index' : `drop index ${action.index}`
    const made = [...indexesOn(after, table)].find((each) => !before.indexes.has(each.name))
    yield {
      message: `${what} concurrently is refused (0A000): ${table} is partitioned`,
      subject: table,
      ...fixInSteps('build it on each partition', made && indexSteps(before, after, made)),
    }
  },
})
