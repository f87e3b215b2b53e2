import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { indexesOf } from '../catalog/lookups.ts'
import { partsOf, quoteIdentifier } from '../catalog/names.ts'
import type { Index } from '../catalog/objects.ts'
import type { Column, ForeignKey, Table } from '../catalog/table.ts'
import { columnValues } from './plausible-column.ts'
import { advance, foreignKeyOf, isRequired, NoRowError, type Row, suspects } from './plausible-row.ts'
import type { Session } from './session.ts'
import { ServerError, withSavepoint } from './session.ts'
import { variedValues } from './varied-values.ts'

const mostAttempts = 300

/** The numbers of the rows to insert. */
export interface RowNumbers {
  readonly from: number
  readonly to: number
}

/**
 * Inserts many rows at once, each column an expression over the row's number, and tries
 * others until the table's constraints allow them. Columns that no key holds repeat their
 * values, and those that may be null sometimes are, as in real tables: a constraint that is
 * added later meets such rows. Throws NoRowError with the server's last word.
 */
export async function insertRows(session: Session, catalog: Catalog, table: Table, numbers: RowNumbers): Promise<void> {
  const keys = await referencedKeys(session, table)
  const row = await startRow(session, catalog, table, keys)
  for (let attempt = 1; ; attempt++) {
    const insert = await insertStatement(table, row, keys, numbers)
    try {
      await withSavepoint(session, async () => {
        await session.run(insert)
        // What is deferred would be refused at COMMIT, and would forbid ALTER TABLE until then.
        await session.run('set constraints all immediate')
      })
      return
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      const isFound = attempt < mostAttempts && (await advance(row, blamed(table, catalog, error)))
      if (!isFound) throw new NoRowError(error.message)
    }
  }
}

/** Rows of a referenced table, numbered, so that a row can take one by its own number. */
interface ReferencedKey {
  readonly key: ForeignKey
  readonly alias: string
  readonly count: number
}

async function referencedKeys(session: Session, table: Table): Promise<readonly ReferencedKey[]> {
  const keys: ReferencedKey[] = []
  for (const [position, key] of table.foreignKeys.entries()) {
    const [row] = await session.query<{ readonly count: number }>(
      `select count(*)::int as count from (select from ${key.references} limit 1000) as present`,
    )
    keys.push({ key, alias: `key${position}`, count: row!.count })
  }
  return keys
}

async function startRow(
  session: Session,
  catalog: Catalog,
  table: Table,
  keys: readonly ReferencedKey[],
): Promise<Row> {
  const constants = await columnValues(session, catalog, table.name)
  const found = new Map<Identifier, readonly (string | undefined)[]>()
  const row: Row = {
    choices: new Map(),
    candidates: async (name) => {
      const column = table.columns.find((each) => each.name === name)
      const known =
        found.get(name) ?? (column === undefined ? [] : await candidatesFor(catalog, table, column, keys, constants))
      found.set(name, known)
      return known
    },
  }
  for (const column of table.columns) {
    if (column.generated !== undefined || column.identity === 'always') continue
    const candidates = await row.candidates(column.name)
    if (candidates.length > 0) row.choices.set(column.name, 0)
    else if (isRequired(catalog, column)) {
      const key = foreignKeyOf(table, column.name)
      const why = key === undefined ? `no value of type ${column.type} is known` : `${key.references} has no row`
      throw new NoRowError(`column ${quoteIdentifier(column.name)} needs a value: ${why}`)
    }
  }
  return row
}

async function candidatesFor(
  catalog: Catalog,
  table: Table,
  column: Column,
  keys: readonly ReferencedKey[],
  constants: (column: Column) => Promise<readonly string[]>,
): Promise<readonly (string | undefined)[]> {
  const isKeyed = isInKey(catalog, table, column.name)
  const number = isKeyed ? 'i' : '((i + 1) / 2)'
  const byDefault = column.default !== undefined || column.identity !== undefined ? [undefined] : []
  const none = isRequired(catalog, column) ? [] : [undefined]
  const key = foreignKeyOf(table, column.name)
  if (key !== undefined) {
    const referenced = keys.find((each) => each.key === key)
    if (referenced === undefined || referenced.count === 0 || key.references === table.name) return none
    const own = `${referenced.alias}.${quoteIdentifier(column.name)}`
    return [...byDefault, own, ...none]
  }
  const varied = variedValues(catalog, column.type, number)
  const [richest] = varied
  const isSometimesNull = richest !== undefined && none.length > 0 && byDefault.length === 0 && !isKeyed
  const sparse = isSometimesNull ? [`case when i % 7 <> 3 then ${richest} end`] : []
  return [...byDefault, ...sparse, ...varied, ...(await constants(column)), ...none]
}

/** Whether no two rows may share a value, alone or with other columns. */
function isInKey(catalog: Catalog, table: Table, column: Identifier): boolean {
  const exclusions = new Set(table.exclusions.map(({ name }) => name))
  return indexesOf(catalog, table.name).some(
    ([name, index]) => (index.unique || exclusions.has(partsOf(name).name)) && columnsOf(index).includes(column),
  )
}

function columnsOf(index: Index): readonly Identifier[] {
  return index.keys.flatMap((each) => ('column' in each ? [each.column] : each.expression.columns))
}

async function insertStatement(
  table: Table,
  row: Row,
  keys: readonly ReferencedKey[],
  { from, to }: RowNumbers,
): Promise<string> {
  const columns: string[] = []
  const values: string[] = []
  for (const [column, choice] of row.choices) {
    const value = (await row.candidates(column))[choice]
    if (value === undefined) continue
    columns.push(quoteIdentifier(column))
    values.push(value)
  }
  const rows = `generate_series(${from}::bigint, ${to}::bigint) as i`
  if (columns.length === 0) return `insert into ${table.name} select from ${rows}`
  const joins = keys.filter(({ count }) => count > 0).map(joinOf)
  return `insert into ${table.name} (${columns.join(', ')}) select ${values.join(', ')} from ${[rows, ...joins].join(' ')}`
}

function joinOf({ key, alias, count }: ReferencedKey): string {
  const columns = key.columns.map(
    (column, index) => `${quoteIdentifier(key.referencedColumns[index]!)} as ${quoteIdentifier(column)}`,
  )
  const filled = key.referencedColumns.map((each) => `${quoteIdentifier(each)} is not null`).join(' and ')
  return `left join (
    select row_number() over () - 1 as number, ${columns.join(', ')} from ${key.references} where ${filled} limit ${count}
  ) as ${alias} on ${alias}.number = (i - 1) % ${count}`
}

/** The columns whose values an error speaks of: those of a violated constraint or index, else all. */
function blamed(table: Table, catalog: Catalog, error: ServerError): readonly Identifier[] {
  const { sqlstate, constraint } = error
  if (sqlstate === uniqueViolation || sqlstate === exclusionViolation) {
    const found = indexesOf(catalog, table.name).find(([name]) => partsOf(name).name === constraint)
    return found === undefined ? [] : columnsOf(found[1])
  }
  if (sqlstate === notNullViolation)
    return table.columns.filter((column) => isRequired(catalog, column)).map(({ name }) => name)
  const ofDomain = table.columns.filter(({ type }) => domainHolds(catalog, type, constraint)).map(({ name }) => name)
  if (ofDomain.length > 0) return ofDomain
  return sqlstate.startsWith('22') ? table.columns.map(({ name }) => name) : suspects(table, error)
}

function domainHolds(catalog: Catalog, type: string, constraint: string | undefined): boolean {
  const domain = catalog.domains.get(type.replace(/\[\]$/, ''))
  if (domain === undefined) return false
  return domain.checks.some(({ name }) => name === constraint) || domainHolds(catalog, domain.type, constraint)
}

const uniqueViolation = '23505'
const exclusionViolation = '23P01'
const notNullViolation = '23502'
