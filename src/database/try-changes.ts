import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Column, Table } from '../catalog/table.ts'
import { columnValues } from './plausible-column.ts'
import { foreignKeyOf, NoRowError, referencedValue } from './plausible-row.ts'
import type { Session } from './session.ts'
import { ServerError } from './session.ts'

/** What became of a marked column while others of its row were changed one by one. */
export interface Tried {
  readonly moved: boolean
  /** The columns that did change without moving it. */
  readonly changed: readonly Identifier[]
  /** Those that could not be changed. */
  readonly failed: readonly { readonly column: Identifier; readonly reason: string }[]
}

/**
 * Changes each column of the row that holds a mark, one after another, until the mark is
 * gone. A trigger may ask for a real change, and of one column; hence values that differ,
 * and every column but the primary key's.
 */
export async function tryChanges(
  session: Session,
  catalog: Catalog,
  table: Table,
  marked: Identifier,
  mark: string,
): Promise<Tried> {
  const values = await columnValues(session, catalog, table.name)
  const changed: Identifier[] = []
  const failed: { column: Identifier; reason: string }[] = []
  const named = await columnsOfTriggers(session, table)
  for (const column of candidatesFor(table, marked, named)) {
    const assignments = await assignmentsFor(session, catalog, table, column, values)
    let reason = 'no other value is known'
    for (const value of assignments) {
      const update = `update ${table.name} set ${quoteIdentifier(column.name)} = ${value}
        where ${quoteIdentifier(marked)} = '${mark}' and ${quoteIdentifier(column.name)}::text is distinct from (${value})::text
        returning 1`
      const result = await attempt(session, update, () => countMarked(session, table.name, marked, mark))
      if (result === 0) return { moved: true, changed, failed }
      if (result === undefined) continue
      if (typeof result === 'number') {
        changed.push(column.name)
        break
      }
      reason = result
    }
    // Where there is one row to reference, a key cannot change; few triggers would wait for it.
    const excused = foreignKeyOf(table, column.name) !== undefined && !named.has(column.name)
    if (changed.at(-1) !== column.name && !excused) failed.push({ column: column.name, reason })
  }
  return { moved: changed.length === 0 && (await movesAnyway(session, table, marked, mark)), changed, failed }
}

/** How many rows hold a value in a column. */
export async function countMarked(session: Session, table: Name, column: Identifier, mark: string): Promise<number> {
  const [row] = await session.query<{ readonly count: number }>(
    `select count(*)::int as count from ${table} where ${quoteIdentifier(column)} = '${mark}'`,
  )
  return row!.count
}

/** A table of keys only: an update that changes nothing proves a trigger that always fires. */
async function movesAnyway(session: Session, table: Table, marked: Identifier, mark: string): Promise<boolean> {
  for (const { name } of table.columns.filter((each) => each.name !== marked && isWritable(each))) {
    const column = quoteIdentifier(name)
    const update = `update ${table.name} set ${column} = ${column} where ${quoteIdentifier(marked)} = '${mark}' returning 1`
    if ((await attempt(session, update, () => countMarked(session, table.name, marked, mark))) === 0) return true
  }
  return false
}

/** Runs an update, counts the marks and takes it back. Undefined where it met no row, a text where it was refused. */
async function attempt(
  session: Session,
  update: string,
  count: () => Promise<number>,
): Promise<number | string | undefined> {
  await session.run('savepoint change')
  try {
    const rows = await session.query(update)
    return rows.length === 0 ? undefined : await count()
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    return error.message
  } finally {
    await session.run('rollback to savepoint change')
    await session.run('release savepoint change')
  }
}

/** Columns that a trigger's UPDATE OF or WHEN speaks of. */
async function columnsOfTriggers(session: Session, table: Table): Promise<ReadonlySet<Identifier>> {
  const rows = await session.query<{ readonly name: Identifier }>(triggerColumnQuery, [table.name])
  return new Set(rows.map((row) => row.name))
}

/** Columns that triggers name come first, as the likeliest to move the mark, and a key only if it is named. */
function candidatesFor(table: Table, marked: Identifier, named: ReadonlySet<Identifier>): readonly Column[] {
  const keys = table.primaryKey?.columns ?? []
  return table.columns
    .filter((column) => column.name !== marked && isWritable(column))
    .filter((column) => named.has(column.name) || !keys.includes(column.name))
    .toSorted((a, b) => Number(named.has(b.name)) - Number(named.has(a.name)))
}

function isWritable(column: Column): boolean {
  return column.generated === undefined && column.identity !== 'always'
}

async function assignmentsFor(
  session: Session,
  catalog: Catalog,
  table: Table,
  column: Column,
  values: (column: Column) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const none = column.nullable ? ['null'] : []
  const key = foreignKeyOf(table, column.name)
  if (key === undefined) return [...(await values(column)), ...none]
  try {
    return [...none, await referencedValue(session, catalog, key, column, [])]
  } catch (error) {
    if (error instanceof NoRowError) return none
    throw error
  }
}

const triggerColumnQuery = `
  select distinct a.attname as name
  from pg_trigger g join pg_depend d on d.classid = 'pg_trigger'::regclass and d.objid = g.oid
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where g.tgrelid = $1::regclass and not g.tgisinternal and d.refclassid = 'pg_class'::regclass
    and d.refobjid = g.tgrelid and d.refobjsubid > 0`
