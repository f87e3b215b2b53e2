import {
  actionRule,
  blockingEffects,
  columnOf,
  quoteIdentifier,
  relationsBeside,
  strongestLock,
  tableWithChildren,
  whoWaits,
} from '../src/rule.ts'

export default actionRule({
  on: ['setColumnType'],
  severity: 'error',
  summary: 'A column of a table in use gets a type for which its rows or indexes are made anew.',
  why: `
    Some changes are a note in the catalog: a longer varchar, varchar to text, a numeric of more
    digits. For others every row and every index is written anew, or the indexes of the column
    are built again, or its checks tested, all under AccessExclusiveLock: reads and writes wait.
    Foreign keys of the column are looked up again, which locks their other table alike.
  `,
  instead: `
    Add a column of the new type, keep it equal by a trigger, fill it in batches, build its
    indexes CONCURRENTLY, and then, in one short transaction, drop the old column and give the
    new one its name. Where only a limit is meant, a CHECK NOT VALID says it without any of this.
  `,
  *check(moment) {
    const { action, before } = moment
    const { table, column, type } = action
    const known = before.tables.get(table)
    const from = known === undefined ? undefined : columnOf(known, column)?.type
    const effects = blockingEffects(moment)
    // What a change from an unknown type does cannot be known.
    if (from === undefined || effects.length === 0) return
    const name = quoteIdentifier(column)
    const works = new Set(effects.map(({ work }) => work))
    const tables = tableWithChildren(before, table, effects)
    const does = works.has('rewrite')
      ? `every row of ${tables} is written anew`
      : works.has('build')
        ? `indexes of ${tables} are built anew`
        : `every row of ${tables} is checked again`
    const others = relationsBeside(before, table, effects).map((other) => `, those of ${other} too`)
    const lock = strongestLock(effects)
    yield {
      message: `type of ${name} goes from ${from} to ${type}: ${does} under ${lock}, and ${whoWaits(lock)}${others.join('')}`,
      subject: `${table}.${name}`,
      effects,
    }
  },
})
