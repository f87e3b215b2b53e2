import { actionRule, blocksReaders, type Catalog, LOCKING_KINDS, type Name, strongEffects } from '../src/rule.ts'

export default actionRule({
  on: LOCKING_KINDS,
  severity: 'warning',
  preset: 'strict',
  summary: 'A transaction takes AccessExclusiveLock on a second table that is in use.',
  why: `
    The first lock is kept while the second is waited for. Behind one long query of the second
    table everyone waits who needs either of them, and with sessions that take both in the
    other order it ends in a deadlock.
  `,
  instead: `
    Give each table a migration with a transaction of its own. Where they must change together,
    set a short lock_timeout, lock them in the order in which the application does, and try
    again where the timeout runs out.
  `,
  *check(moment) {
    const { before, transaction, inUse } = moment
    const wholes = (names: readonly Name[]) => new Set(names.flatMap((name) => wholeOf(before, name) ?? []))
    const held = wholes(
      [...transaction.held].flatMap(([name, { lock }]) => (blocksReaders(lock) && inUse(name) ? [name] : [])),
    )
    // What goes further is not told again.
    if (held.size > 1) return
    const own = strongEffects(moment).filter(({ lock }) => blocksReaders(lock))
    const all = [...new Set([...held, ...wholes(own.map(({ relation }) => relation))])]
    if (all.length < 2 || all.length === held.size) return
    yield {
      message: `AccessExclusiveLock is held on ${all.join(' and ')} in one transaction: reads and writes of each wait for all`,
      subject: all.at(-1)!,
      effects: own,
    }
  },
})

/** The table that a partition is part of in the end; undefined for what is no table. */
function wholeOf(before: Catalog, name: Name): Name | undefined {
  const table = before.tables.get(name)
  return table?.partitionOf === undefined ? table?.name : wholeOf(before, table.partitionOf)
}
