import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Table } from '../catalog/table.ts'
import type { RowPlace } from './plausible-row.ts'
import { ensureRow, NoRowError } from './plausible-row.ts'
import type { Session } from './session.ts'
import { connectionLost, ServerError, withSavepoint } from './session.ts'
import { countMarked, tryChanges } from './try-changes.ts'

/** What became of a column such as `updated_at` when its row was updated. */
export interface Behaviour {
  readonly table: Name
  readonly column: Identifier
  /** `unchanged` only where every column that is no key was changed, and none moved this one. */
  readonly outcome: 'changed' | 'unchanged' | 'not-tried'
  /** In one line: what was tried, or why nothing could be. */
  readonly reason?: string
}

/**
 * Updates a row of a table, one made for it where there is none, and sees whether a column
 * that tells the time of the last update moves. All within a transaction that is rolled
 * back; the session must not be in one. Only sequences do not go back.
 */
export async function provesUpdatedAt(
  session: Session,
  catalog: Catalog,
  table: Name,
  column: Identifier,
): Promise<Behaviour> {
  const known = catalog.tables.get(table)
  const type = known?.columns.find((each) => each.name === column)?.type
  const obstacle = known === undefined || type === undefined ? `${table} has no such column` : obstacleIn(known, type)
  if (known === undefined || obstacle !== undefined) return { table, column, outcome: 'not-tried', reason: obstacle! }
  await session.run('begin')
  try {
    await session.run('set local role none')
    return { table, column, ...(await observe(session, catalog, known, column)) }
  } catch (error) {
    if (error instanceof ServerError ? error.sqlstate === connectionLost : !(error instanceof NoRowError)) throw error
    return { table, column, outcome: 'not-tried', reason: (error as Error).message }
  } finally {
    await session.run('rollback')
  }
}

function obstacleIn(table: Table, type: string): string | undefined {
  if (table.kind === 'foreign') return `${table.name} is a foreign table`
  return isTime(type) ? undefined : `it is of type ${type}`
}

async function observe(
  session: Session,
  catalog: Catalog,
  table: Table,
  column: Identifier,
): Promise<Pick<Behaviour, 'outcome' | 'reason'>> {
  const place = await ensureRow(session, catalog, table.name)
  const mark = await setMark(session, catalog, table, column, place)
  const tried = await tryChanges(session, catalog, table, column, mark.value)
  if (tried.moved) return { outcome: 'changed' }
  const changed = tried.changed.map(quoteIdentifier).join(', ')
  const failed = tried.failed.map((each) => `${quoteIdentifier(each.column)} cannot be changed: ${each.reason}`)
  if (changed === '') return { outcome: 'not-tried', reason: failed[0] ?? 'it has no other column to change' }
  const reason = `it stays when ${changed} ${tried.changed.length === 1 ? 'changes' : 'change'}`
  if (failed.length > 0) return { outcome: 'not-tried', reason: `${reason}; ${failed[0]}` }
  if (!mark.past) return { outcome: 'not-tried', reason: `${reason}, from a time to come: no earlier one is allowed` }
  return { outcome: 'unchanged', reason }
}

/** A value that no other row has, by which the row is known again whatever triggers do to it. */
interface Mark {
  readonly value: string
  readonly past: boolean
}

/**
 * Gives the column a value that no trigger gives. now() stays the same within a
 * transaction, so that a value which an INSERT trigger gave could not be told from the
 * UPDATE trigger's; for that reason the table's triggers are off meanwhile.
 */
async function setMark(
  session: Session,
  catalog: Catalog,
  table: Table,
  column: Identifier,
  { partition, place }: RowPlace,
): Promise<Mark> {
  const triggers = [...catalog.triggers.values()].filter((each) => each.table === table.name && each.enabled)
  const times = table.columns.filter((each) => isTime(each.type) && each.generated === undefined)
  const parted = table.partitionKey?.columns ?? []
  const all = times.map((each) => each.name).filter((name) => name === column || !parted.includes(name))
  const attempts = [
    { value: PAST, past: true, columns: [column] },
    { value: PAST, past: true, columns: all },
    { value: FUTURE, past: false, columns: [column] },
  ]
  // Deferred constraints of the row just made would forbid ALTER TABLE.
  await session.run('set constraints all immediate')
  for (const each of triggers) await session.run(switchTrigger(table.name, 'disable', each.name))
  let refusal = ''
  for (const { value, past, columns } of attempts) {
    const assignments = columns.map((name) => `${quoteIdentifier(name)} = '${value}'`).join(', ')
    const update = `update ${table.name} set ${assignments} where ctid = '${place}' and tableoid = ${partition}`
    try {
      await withSavepoint(session, () => session.run(update))
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      refusal ||= error.message
      continue
    }
    if ((await countMarked(session, table.name, column, value)) !== 1) continue
    await session.run('set constraints all immediate')
    for (const each of triggers) await session.run(switchTrigger(table.name, 'enable', each.name))
    return { value, past }
  }
  throw new NoRowError(`it cannot be set back: ${refusal || 'the update has no effect'}`)
}

function switchTrigger(table: Name, how: 'enable' | 'disable', trigger: Identifier): string {
  return `alter table ${table} ${how} trigger ${quoteIdentifier(trigger)}`
}

function isTime(type: string): boolean {
  return /^(timestamp|date\b)/.test(type)
}

const PAST = '2001-02-03 04:05:06'
const FUTURE = '2999-02-03 04:05:06'
