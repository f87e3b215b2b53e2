import {
  type ActionOf,
  actionRule,
  blockingEffects,
  checkSteps,
  columnSteps,
  fixInSteps,
  type Moment,
  type Problem,
  quoteIdentifier,
  strongestLock,
  tableWithChildren,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['addConstraint', 'addColumn', 'alterDomain'],
  severity: 'error',
  summary: 'A check is added to a table in use and every row is tested at once.',
  why: `
    ADD CHECK tests each row under AccessExclusiveLock, and reads and writes wait meanwhile; so
    it does for a CHECK written beside a new column, though that column is the same in every
    row. A constraint of a domain tests every column of the domain in every table, under
    ShareLock.
  `,
  instead: `
    Add the constraint NOT VALID, which tests only rows to come and holds the lock for an
    instant, and VALIDATE CONSTRAINT in a later migration, which lets rows be read and written.
    Beside a new column there is no NOT VALID: add the column first, then the constraint. Of a
    domain, VALIDATE takes ShareLock too: prefer a CHECK on each table that uses it.
  `,
  insteadInAlembic: `
    Say op.create_check_constraint(…, postgresql_not_valid=True), and in a later revision
    op.execute('alter table … validate constraint …'), which lets rows be read and written.
    env.py must say transaction_per_migration=True, or both run in one transaction.
  `,
  *check(moment) {
    const { action } = moment
    if (action.kind === 'alterDomain') yield* ofDomain({ ...moment, action })
    else yield* ofTable({ ...moment, action })
  },
})

function* ofTable(moment: Moment<'addConstraint' | 'addColumn'>): Generator<Problem> {
  const { action, before, after } = moment
  const { table } = action
  const written = action.kind === 'addConstraint' ? [action.constraint] : action.column.constraints
  if (!written.some((each) => each.type === 'check' && !each.notValid)) return
  const effects = blockingEffects(moment)
  const own = effects.find(({ relation }) => relation === table)
  // Where rows are written anew they are tested on the way, and a column without a value for them is refused.
  if (own === undefined || own.work === 'rewrite' || (action.kind === 'addColumn' && lacksValue(action))) return
  const earlier = new Set(before.tables.get(table)?.checks.map((check) => check.name))
  const tables = tableWithChildren(before, table, effects)
  for (const check of after.tables.get(table)?.checks ?? []) {
    if (earlier.has(check.name)) continue
    const name = quoteIdentifier(check.name)
    const steps =
      action.kind === 'addConstraint'
        ? checkSteps(table, check)
        : columnSteps({ ...moment, table, name: action.column.name }, false)
    yield {
      message: `check ${name} is tested in ${tables} under ${own.lock}: ${whoWaits(own.lock)} until every row is read`,
      subject: `${table}.${name}`,
      effects,
      ...fixInSteps('ask it of new rows first, and of the old ones later', steps),
    }
  }
}

function lacksValue({ column }: ActionOf<'addColumn'>): boolean {
  const isFilled = column.default !== undefined || column.generated !== undefined
  return !column.nullable && !isFilled
}

/** VALIDATE takes the same lock, but there is nothing else to take its place. */
function* ofDomain(moment: Moment<'alterDomain'>): Generator<Problem> {
  const { domain, alteration } = moment.action
  const effects = alteration.form === 'validateConstraint' ? [] : blockingEffects(moment)
  if (effects.length === 0) return
  const lock = strongestLock(effects)
  const what = alteration.form === 'setNullable' ? 'not null' : 'a check'
  const tables = effects.map(({ relation }) => relation).join(', ')
  yield {
    message: `${what} on domain ${domain} is tested in ${tables} under ${lock}: ${whoWaits(lock)} until every row is read`,
    subject: domain,
    effects,
  }
}
