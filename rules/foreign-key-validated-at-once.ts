import {
  actionRule,
  blockingEffects,
  columnSteps,
  type Effect,
  fixInSteps,
  foreignKeySteps,
  type Name,
  quoteIdentifier,
} from '../src/rule.ts'

export default actionRule({
  on: ['addConstraint', 'addColumn'],
  severity: 'error',
  summary: 'A foreign key is added to a table in use and every row is checked at once.',
  why: `
    ADD FOREIGN KEY looks each row of the table up in the referenced one and holds
    ShareRowExclusiveLock on both until the transaction ends: inserts, updates and deletes
    wait on either side. A column that is added with REFERENCES and a default is looked up
    row by row too, under AccessExclusiveLock, so that reads wait as well.
  `,
  instead: `
    Add the constraint NOT VALID, which checks only rows to come and holds the locks for an
    instant. VALIDATE CONSTRAINT in a later migration lets rows be read and written. Add the
    column without a default. From a partitioned table NOT VALID is refused before
    PostgreSQL 18: add the key to each partition NOT VALID, validate each, and then add it to
    the parent, which takes over those of its partitions without a look at the rows.
  `,
  insteadInAlembic: `
    Say op.create_foreign_key(…, postgresql_not_valid=True), and in a later revision
    op.execute('alter table … validate constraint …'), which lets rows be read and written.
    env.py must say transaction_per_migration=True, or both run in one transaction.
  `,
  *check(moment) {
    const { action, before, after, inUse, postgres } = moment
    const { table } = action
    if (!inUse(table) || (action.kind === 'addColumn' && action.column.default === undefined)) return
    const written = action.kind === 'addConstraint' ? [action.constraint] : action.column.constraints
    if (!written.some((constraint) => constraint.type === 'foreignKey' && !constraint.notValid)) return
    const effects = blockingEffects(moment)
    if (effects.length === 0) return
    const isRewritten = effects.some(({ relation, work }) => relation === table && work === 'rewrite')
    const earlier = new Set(before.tables.get(table)?.foreignKeys.map((key) => key.name))
    for (const key of after.tables.get(table)?.foreignKeys ?? []) {
      if (earlier.has(key.name)) continue
      const checks = `foreign key ${quoteIdentifier(key.name)} looks up every row of ${table} in ${key.references}`
      const steps =
        action.kind === 'addConstraint'
          ? foreignKeySteps(after, table, key, postgres)
          : columnSteps({ ...moment, table, name: action.column.name }, isRewritten)
      yield {
        message: `${checks} under ${waitingFor(effects, table, key.references)}`,
        subject: `${table}.${quoteIdentifier(key.name)}`,
        effects,
        ...fixInSteps('ask it of new rows first, and of the old ones later', steps),
      }
    }
  },
})

/** The lock, the relations and who waits for them. */
function waitingFor(effects: readonly Effect[], table: Name, references: Name): string {
  const lock = effects.find((effect) => effect.relation === table)?.lock
  const isElsewhere = references !== table && effects.some((effect) => effect.relation === references)
  if (lock === 'AccessExclusiveLock') {
    return `${lock}: reads and writes wait${isElsewhere ? `, and writes to ${references} too` : ''}`
  }
  return `${lock}${isElsewhere ? ' on both' : ''}: inserts, updates and deletes wait`
}
