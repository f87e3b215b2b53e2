import {
  type Action,
  actionRule,
  blockingEffects,
  type Effect,
  isAddedNotValidIn,
  type Moment,
  type Name,
  strongestLock,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['changeRows', 'readRows', 'refreshView', 'validateConstraint'],
  severity: 'warning',
  summary: 'Rows are read or changed in a transaction that still holds a lock on a table in use.',
  why: `
    A lock lasts until its transaction ends. ALTER TABLE may take an instant, but what follows
    it in the same transaction, such as an UPDATE of all rows, keeps everyone waiting who needs
    that table, and the connections that wait are soon all there are.
  `,
  instead: `
    Put what goes through rows into a migration of its own, before the one that locks or after
    it; change many rows in batches, each in its own transaction. In a migration that needs
    both, let the statements that lock come last.
  `,
  insteadInAlembic: `
    Give the data a revision of its own, with transaction_per_migration=True in env.py, or all
    revisions of a run share one transaction. Change many rows in batches, within
    op.get_context().autocommit_block().
  `,
  *check(moment) {
    const { action, effects, before, inUse, transaction } = moment
    const worked = effects.filter(({ relation, work }) => work !== 'none' && inUse(relation))
    const [first] = worked
    // Where the statement makes others wait itself, or checks what was added for later, another rule says so.
    if (first === undefined || blockingEffects(moment).length > 0 || isChecking(action, moment)) return
    const isThere = (name: Name) => before.tables.has(name) || before.views.has(name)
    const held = [...transaction.held].flatMap(([relation, { lock, isWorkedUnder }]): readonly Effect[] =>
      isWorkedUnder || !inUse(relation) || !isThere(relation) ? [] : [{ relation, lock, work: first.work }],
    )
    const [locked] = held
    if (locked === undefined) return
    const lock = strongestLock(held)
    const others = held.length === 1 ? '' : ` and ${held.length - 1} more`
    yield {
      message: `${wordsFor(action)} goes through rows of ${first.relation} while ${lock} is held on ${locked.relation}${others}: ${whoWaits(lock)} until the transaction ends`,
      subject: locked.relation,
      effects: held,
    }
  },
})

function isChecking(action: Action, { before, transaction }: Pick<Moment, 'before' | 'transaction'>): boolean {
  return action.kind === 'validateConstraint' && isAddedNotValidIn(transaction.earlier, before, action)
}

function wordsFor(action: Action): string {
  switch (action.kind) {
    case 'changeRows':
      return action.statement
    case 'refreshView':
      return 'refresh materialized view'
    case 'validateConstraint':
      return 'validate constraint'
    default:
      return 'a query'
  }
}
