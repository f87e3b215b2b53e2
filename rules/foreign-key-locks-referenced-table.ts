import {
  type Action,
  actionRule,
  type ConstraintDefinition,
  type Effect,
  isStronger,
  type Name,
  strongEffects,
} from '../src/rule.ts'

export default actionRule({
  on: ['addColumn', 'addConstraint', 'createTable'],
  severity: 'warning',
  preset: 'strict',
  summary: 'A foreign key is added, which stops the writers of the table that it refers to.',
  why: `
    A foreign key, be it of a new table or NOT VALID, takes ShareRowExclusiveLock on the table that
    it refers to. It has done with it in an instant, but keeps it until the transaction ends, and
    while the lock waits behind a long transaction, every insert, update and delete waits too.
  `,
  instead: `
    Give each foreign key a migration of its own that does nothing else, with a short
    lock_timeout, and try again where that runs out.
  `,
  *check(moment) {
    const { action, after, inUse, transaction } = moment
    const table = action.kind === 'createTable' ? action.table.name : action.table
    // Where every row is looked up it is another rule’s.
    if (looksUp(action) && inUse(table)) return
    const references = new Set(after.tables.get(table)?.foreignKeys.map((key) => key.references))
    const found = new Map<Name, Effect>()
    for (const effect of strongEffects(moment)) {
      const { relation, lock } = effect
      const held = transaction.held.get(relation)?.lock
      const isNews = held === undefined || isStronger(lock, held)
      // A table without rows has nothing to be looked up.
      if (isNews && relation !== table && references.has(relation)) found.set(relation, { ...effect, work: 'none' })
    }
    for (const [relation, effect] of found) {
      yield {
        message: `a foreign key of ${table} takes ${effect.lock} on ${relation}: its inserts, updates and deletes wait until the transaction ends`,
        subject: relation,
        effects: [effect],
      }
    }
  },
})

function looksUp(action: Action): boolean {
  const isWhole = (each: ConstraintDefinition) => each.type === 'foreignKey' && !each.notValid
  if (action.kind === 'addConstraint') return isWhole(action.constraint)
  if (action.kind !== 'addColumn') return false
  const { column } = action
  const isFilled = column.default !== undefined || column.serial || column.identity !== undefined
  return isFilled && column.constraints.some(isWhole)
}
