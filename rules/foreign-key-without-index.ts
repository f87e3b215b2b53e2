import {
  type ForeignKey,
  type Index,
  indexesOn,
  leadsWith,
  ownTables,
  quoteIdentifier,
  schemaRule,
} from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  summary: 'A foreign key whose columns no index leads with.',
  why: `
    Deleting or re-keying a parent row makes PostgreSQL look for its children. With no index
    to look in, every such delete reads the whole child table while it holds the lock on the
    parent row, and a join from the parent reads it too.
  `,
  instead: `
    Index the referencing columns, in any order, before any others. On a table already in
    use, build the index CONCURRENTLY, in a migration of its own. On a partitioned table,
    where CONCURRENTLY is refused, create it ON ONLY the parent, build one CONCURRENTLY on
    each partition and attach them.
  `,
  insteadInAlembic: `
    Give the column index=True in op.create_table. On a table already in use,
    op.create_index(…, postgresql_concurrently=True) in op.get_context().autocommit_block(), in a
    revision of its own.
  `,
  *check({ catalog }) {
    for (const table of ownTables(catalog)) {
      const indexes = [...indexesOn(catalog, table.name)]
      for (const key of table.foreignKeys) {
        if (indexes.some((index) => covers(index, key))) continue
        const columns = key.columns.map(quoteIdentifier).join(', ')
        const followUp = `create index concurrently on ${table.name} (${columns});`
        yield {
          message: `no index on ${table.name} leads with (${columns}), which references ${key.references}`,
          subject: `${table.name}.${quoteIdentifier(key.name)}`,
          span: key.origin,
          ...(table.kind === 'table' ? { fix: { title: `index the columns of ${key.name}`, followUp } } : {}),
        }
      }
    }
  },
})

/** A partial index serves where it leaves out only rows that reference nothing. */
function covers(index: Index, key: ForeignKey): boolean {
  const holdsAll =
    index.predicate === undefined ||
    (index.predicate.provesNotNull !== undefined && key.columns.includes(index.predicate.provesNotNull))
  return index.valid && holdsAll && leadsWith(index, key.columns)
}
