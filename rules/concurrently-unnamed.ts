import { actionRule, fixInSteps, indexesOn, indexSteps } from '../src/rule.ts'

export default actionRule({
  on: ['createIndex'],
  severity: 'warning',
  hazard: 'fails',
  summary: 'An index without a name is built CONCURRENTLY, so that a retry builds another one.',
  why: `
    A build that fails leaves an invalid index under the name that the server made up. The
    retry finds the name taken, makes up the next one (orders_customer_id_idx1) and succeeds:
    the invalid index stays for good, and every write maintains both.
  `,
  instead: `
    Name the index. The retry then stops at the invalid one, which has to be dropped first
    (DROP INDEX CONCURRENTLY).
  `,
  *check({ action, before, after, inUse }) {
    const { index, concurrently } = action
    if (!concurrently || index.name !== undefined || !inUse(index.table)) return
    const made = [...indexesOn(after, index.table)].find((each) => !before.indexes.has(each.name))
    yield {
      message: `a retry after a failed build makes another index on ${index.table} and leaves the invalid one`,
      subject: index.table,
      ...fixInSteps('name it', made && indexSteps(before, after, made)),
    }
  },
})
