import {
  actionRule,
  blockingEffects,
  fixInSteps,
  notNullSteps,
  quoteIdentifier,
  strongestLock,
  tableWithChildren,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['setColumnNullable'],
  severity: 'error',
  summary: 'A column of a table in use is made NOT NULL, which reads every row.',
  why: `
    SET NOT NULL looks for NULL in every row under AccessExclusiveLock, and queries wait until
    it has, be they of this column or not. Since PostgreSQL 12 it takes the word of a valid
    CHECK that says the same, and reads nothing.
  `,
  instead: `
    Add CHECK (column IS NOT NULL) NOT VALID; validate it in a later migration, which lets rows
    be read and written; then SET NOT NULL, and drop the CHECK in a statement after that. From
    PostgreSQL 18 on, add the constraint NOT NULL column NOT VALID and validate that.
  `,
  insteadInAlembic: `
    In a revision, op.create_check_constraint(…, postgresql_not_valid=True) with the condition
    that the column IS NOT NULL; in the next, op.execute('alter table … validate constraint …');
    then op.alter_column(…, nullable=False) and op.drop_constraint(…). env.py must say
    transaction_per_migration=True, or all run in one transaction.
  `,
  *check(moment) {
    const { table, column } = moment.action
    const effects = blockingEffects(moment)
    if (effects.length === 0) return
    const lock = strongestLock(effects)
    const name = quoteIdentifier(column)
    const tables = tableWithChildren(moment.before, table, effects)
    yield {
      message: `not null on ${name} is checked in ${tables} under ${lock}: ${whoWaits(lock)} until every row is read`,
      subject: `${table}.${name}`,
      effects,
      ...fixInSteps(
        'have it proven first, and then believed',
        notNullSteps(moment.after, table, column, moment.postgres),
      ),
    }
  },
})
