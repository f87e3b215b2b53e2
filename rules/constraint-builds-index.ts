import {
  type Action,
  actionRule,
  blockingEffects,
  type Catalog,
  type ConstraintDefinition,
  columnSteps,
  fixInSteps,
  type Key,
  keySteps,
  type Moment,
  type Name,
  quoteIdentifier,
  type Table,
  tableWithChildren,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['addConstraint', 'addColumn'],
  severity: 'error',
  summary: 'A key is added to a table in use, and its index is built while everybody waits.',
  why: `
    ADD PRIMARY KEY, UNIQUE and EXCLUDE build their index under AccessExclusiveLock, so that
    even reads wait until every row is read and sorted. A key written beside a new column does
    the same. PRIMARY KEY USING INDEX builds nothing, but reads every row for NULL where the
    columns may hold it.
  `,
  instead: `
    CREATE UNIQUE INDEX CONCURRENTLY in a migration of its own, then ADD CONSTRAINT … USING
    INDEX, which takes an instant. For a primary key make the columns NOT NULL first, by way
    of a CHECK that is validated. EXCLUDE takes no ready index: add it while the table is small.
  `,
  insteadInAlembic: `
    In a revision of its own, within op.get_context().autocommit_block(), op.create_index(…,
    unique=True, postgresql_concurrently=True); in the next, op.execute('alter table … add
    constraint … unique using index …'), which takes an instant.
  `,
  *check(moment) {
    const { action, before, after } = moment
    const { table } = action
    const written = keysIn(action)
    const effects = blockingEffects(moment)
    const own = effects.find(({ relation }) => relation === table)
    // Where rows are written anew, their indexes are too.
    if (written.length === 0 || own === undefined || own.work === 'rewrite') return
    const tables = tableWithChildren(before, table, effects)
    for (const { label, name, key } of madeKeys(before, after, table)) {
      const isReady = written.every((each) => 'usingIndex' in each && each.usingIndex !== undefined)
      const does = isReady ? `looks for nulls in every row of ${tables}` : `builds its index on ${tables}`
      yield {
        message: `${label} ${quoteIdentifier(name)} ${does} under ${own.lock}: ${whoWaits(own.lock)} until every row is read`,
        subject: `${table}.${quoteIdentifier(name)}`,
        effects,
        ...fixInSteps('build the index first, and take it then', isReady ? undefined : stepsFor(moment, key)),
      }
    }
  },
})

/** An exclusion constraint takes no ready index. */
function stepsFor(moment: Moment<'addConstraint' | 'addColumn'>, key: Key | undefined) {
  const { action, before, after, postgres } = moment
  const table = after.tables.get(action.table)
  if (key === undefined || table === undefined) return undefined
  if (action.kind === 'addConstraint') return keySteps(before, after, table, key, postgres)
  return columnSteps({ ...moment, table: table.name, name: action.column.name }, false)
}

function keysIn(action: Action): readonly ConstraintDefinition[] {
  const written =
    action.kind === 'addConstraint' ? [action.constraint] : action.kind === 'addColumn' ? action.column.constraints : []
  return written.filter(({ type }) => type === 'primaryKey' || type === 'unique' || type === 'exclusion')
}

function madeKeys(before: Catalog, after: Catalog, table: Name) {
  const earlier = new Set(keysOf(before.tables.get(table)).map(({ name }) => name))
  return keysOf(after.tables.get(table)).filter(({ name }) => !earlier.has(name))
}

function keysOf(table: Table | undefined) {
  if (table === undefined) return []
  const { primaryKey, uniques, exclusions } = table
  return [
    ...(primaryKey === undefined ? [] : [{ label: 'primary key', name: primaryKey.name, key: primaryKey }]),
    ...uniques.map((key) => ({ label: 'unique constraint', name: key.name, key })),
    ...exclusions.map(({ name }) => ({ label: 'exclusion constraint', name, key: undefined })),
  ]
}
