import { type Catalog, type Index, schemaRule } from '../src/rule.ts'

export default schemaRule({
  severity: 'error',
  hazard: 'fails',
  summary: 'An index is marked invalid: it is kept up to date and used by no query.',
  why: `
    A build CONCURRENTLY that fails, on a duplicate, a deadlock or a timeout, leaves its index
    behind, and so does one that is stopped. Every write pays for the index, no query is
    planned with it, and where it is unique nothing promises that its rows are. The name is
    taken: a retry is refused, or with IF NOT EXISTS passes over the index in silence. The
    index of a partitioned table that was made ON ONLY is invalid until each partition has
    one attached to it.
  `,
  instead: `
    Drop the index CONCURRENTLY, remove what made the build fail, and build it again, or give
    REINDEX INDEX CONCURRENTLY. Build with lock_timeout and statement_timeout off: waiting for
    other transactions is what the build is made to do. Attach to the index of a partitioned
    table one of each partition.
  `,
  *check({ catalog }) {
    for (const index of catalog.indexes.values()) {
      if (index.valid) continue
      const message = describe(catalog, index)
      if (message !== undefined) yield { message, subject: index.name, span: index.origin }
    }
  },
  *checkBuild({ index, table, occasion, sqlstate, again }) {
    const retry = again === 'taken' ? 'a retry passes over it' : 'a retry is refused, as the name is taken'
    const told = occasion === 'refused' ? 'the build' : 'the build beside a transaction that has written to the table'
    yield { message: `${told} fails (${sqlstate}) and leaves ${index} on ${table} invalid; ${retry}`, subject: index }
  },
})

/** What is wrong with an invalid index; undefined where it is invalid because a part of it is, which is told of that. */
function describe(catalog: Catalog, { name, table }: Index): string | undefined {
  if (catalog.tables.get(table)?.kind !== 'partitioned')
    return `${name} is invalid: writes to ${table} maintain it, and no query uses it`
  const parts = [...catalog.indexes.values()].filter((each) => each.partitionOf === name)
  if (parts.some((each) => !each.valid)) return undefined
  const covered = new Set(parts.map((each) => each.table))
  const missing = [...catalog.tables.values()].filter((each) => each.partitionOf === table && !covered.has(each.name))
  if (missing.length === 0) return `${name} on ${table} is invalid`
  // A foreign table cannot have an index, so that ON ONLY makes one that never becomes valid.
  if (missing.some((each) => each.kind === 'foreign')) return undefined
  return `${name} is invalid: no index of ${missing.map((each) => each.name).join(', ')} is attached to it`
}
