import {
  actionRule,
  constraintNamed,
  isAddedNotValidIn,
  quoteIdentifier,
  strongestLock,
  tableWithChildren,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['validateConstraint'],
  severity: 'warning',
  summary: 'A constraint is added NOT VALID and validated before the transaction ends.',
  why: `
    NOT VALID holds its strong lock for an instant, and VALIDATE CONSTRAINT lets rows be read and
    written while it reads them. In one transaction the first lock lasts until the second is
    done: everyone waits while every row is checked, as if NOT VALID had not been said.
  `,
  instead: `
    Validate the constraint in a later migration, which has a transaction of its own. With a
    runner that puts all migrations of a run into one transaction, validate it in a later
    deploy, or have the runner begin a transaction for each migration.
  `,
  insteadInAlembic: `
    Validate the constraint in a later revision, and say transaction_per_migration=True in
    env.py: without it Alembic puts all revisions of a run into one transaction.
  `,
  *check(moment) {
    const { action, before, effects, inUse, transaction } = moment
    const { table, name } = action
    if (!inUse(table) || !isAddedNotValidIn(transaction.earlier, before, action)) return
    const held = effects.flatMap(({ relation, work }) => {
      const lock = transaction.held.get(relation)?.lock
      return lock === undefined || work === 'none' || !inUse(relation) ? [] : [{ relation, lock, work }]
    })
    if (held.length === 0 || constraintNamed(before, table, name)?.validated === true) return
    const lock = strongestLock(held)
    const tables = tableWithChildren(before, table, held)
    yield {
      message: `${quoteIdentifier(name)} was added in this transaction, whose ${lock} on ${tables} lasts while every row is checked: ${whoWaits(lock)}`,
      subject: `${table}.${quoteIdentifier(name)}`,
      effects: held,
    }
  },
})
