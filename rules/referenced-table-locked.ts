import {
  type Action,
  actionRule,
  blocksReaders,
  type Catalog,
  isStronger,
  type Name,
  strongEffects,
} from '../src/rule.ts'

export default actionRule({
  on: ['dropColumn', 'dropConstraint', 'dropTable'],
  severity: 'warning',
  summary: 'A foreign key goes, which locks a table in use that the statement is not about.',
  why: `
    A foreign key has triggers on both its tables. To drop it, or the column or table that has
    it, takes AccessExclusiveLock on the other table too, which nobody reads or writes until the
    transaction ends; and while the lock waits behind a long query, everyone waits behind it.
  `,
  instead: `
    Drop each foreign key in a migration of its own that does nothing else, with a short
    lock_timeout, and try again where that runs out. Drop its table after that: by then it
    locks no other one.
  `,
  *check(moment) {
    const { action, before, transaction } = moment
    const { table } = action
    const other = otherSides(before, table, action.cascade)
    for (const effect of strongEffects(moment)) {
      const { relation, lock } = effect
      const held = transaction.held.get(relation)?.lock
      const isNews = held === undefined || isStronger(lock, held)
      if (!isNews || !blocksReaders(lock) || !other.has(relation)) continue
      yield {
        message: `${wordsFor(action)} ${table} takes ${lock} on ${relation} too: its reads and writes wait until the transaction ends`,
        subject: relation,
        effects: [effect],
      }
    }
  },
})

/** The tables at the other ends of foreign keys. */
function otherSides(before: Catalog, table: Name, cascade: boolean): ReadonlySet<Name> {
  const keys = before.tables.get(table)?.foreignKeys ?? []
  const referring = cascade ? [...before.tables.values()] : []
  const names = [
    ...keys.map((key) => key.references),
    ...referring.flatMap((each) => (each.foreignKeys.some((key) => key.references === table) ? [each.name] : [])),
  ]
  return new Set(names.filter((name) => name !== table))
}

function wordsFor({ kind }: Action): string {
  if (kind === 'dropTable') return 'drop table of'
  return kind === 'dropColumn' ? 'drop column of' : 'drop constraint of'
}
