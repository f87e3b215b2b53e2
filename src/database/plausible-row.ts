import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Column, ForeignKey, Table } from '../catalog/table.ts'
import { columnValues } from './plausible-column.ts'
import type { Session } from './session.ts'
import { ServerError, withSavepoint } from './session.ts'

const mostAttempts = 500

/** Why no row can be made, in one line. */
export class NoRowError extends Error {}

/** Where a row of a table is, until it is updated. */
export interface RowPlace {
  readonly partition: string
  readonly place: string
}

/**
 * Finds a row of a table, or inserts one with values that its types and constraints allow,
 * and first the rows that it references. Throws NoRowError. `waiting` are the tables for
 * whose rows this one is made.
 */
export async function ensureRow(
  session: Session,
  catalog: Catalog,
  name: Name,
  waiting: readonly Name[] = [],
): Promise<RowPlace> {
  const [existing] = await session.query<RowPlace>(`select ${PLACE} from ${name} limit 1`)
  if (existing !== undefined) return existing
  const table = catalog.tables.get(name)
  if (table === undefined) throw new NoRowError(`${name} is not known`)
  if (waiting.includes(name)) throw new NoRowError(`a row of ${name} needs another one first`)
  const row = await startRow(session, catalog, table, [...waiting, name])
  for (let attempt = 1; ; attempt++) {
    try {
      return await insert(session, table, row)
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      if (attempt === mostAttempts || !(await advance(row, suspects(table, error)))) {
        throw new NoRowError(`no row of ${name} can be made: ${error.message}`)
      }
    }
  }
}

/** The value that a foreign key's column takes from a row of the referenced table, as SQL. */
export async function referencedValue(
  session: Session,
  catalog: Catalog,
  key: ForeignKey,
  column: Column,
  waiting: readonly Name[],
): Promise<string> {
  const { partition, place } = await ensureRow(session, catalog, key.references, waiting)
  const referenced = quoteIdentifier(key.referencedColumns[key.columns.indexOf(column.name)]!)
  const [row] = await session.query<{ readonly value: string }>(
    `select quote_literal(${referenced}::text) || '::' || $1::text as value
     from ${key.references} where ctid = '${place}' and tableoid = ${partition}`,
    [column.type],
  )
  if (row === undefined || row.value === null) throw new NoRowError(`${key.references} holds no value to reference`)
  return row.value
}

/** The foreign key from which a column takes its value: the widest, which decides for the others. */
export function foreignKeyOf(table: Table, column: Identifier): ForeignKey | undefined {
  const keys = table.foreignKeys.filter((key) => key.columns.includes(column))
  return keys.toSorted((a, b) => b.columns.length - a.columns.length)[0]
}

/** A row in the making: which of its candidates each column has. */
export interface Row {
  readonly choices: Map<Identifier, number>
  /** Undefined leaves the column to its default. */
  candidates(column: Identifier): Promise<readonly (string | undefined)[]>
}

async function startRow(session: Session, catalog: Catalog, table: Table, waiting: readonly Name[]): Promise<Row> {
  const values = await columnValues(session, catalog, table.name)
  const found = new Map<Identifier, readonly (string | undefined)[]>()
  const search = async (column: Column): Promise<readonly (string | undefined)[]> => {
    if (column.generated !== undefined || column.identity === 'always') return [undefined]
    const key = foreignKeyOf(table, column.name)
    const written = async () =>
      key === undefined ? await values(column) : [await referencedValue(session, catalog, key, column, waiting)]
    return isRequired(catalog, column) ? written() : [undefined, ...(await written().catch(noneForNoRow))]
  }
  const row: Row = {
    choices: new Map(),
    candidates: async (name) => {
      const column = table.columns.find((each) => each.name === name)
      const result = found.get(name) ?? (column === undefined ? [] : await search(column))
      found.set(name, result)
      return result
    },
  }
  for (const column of table.columns) {
    if (!isRequired(catalog, column)) continue
    if ((await row.candidates(column.name)).length === 0) {
      throw new NoRowError(`no value for ${table.name}.${quoteIdentifier(column.name)} of type ${column.type} is known`)
    }
    row.choices.set(column.name, 0)
  }
  return row
}

function noneForNoRow(error: unknown): readonly string[] {
  if (error instanceof NoRowError) return []
  throw error
}

export function isRequired(catalog: Catalog, column: Column): boolean {
  if (column.default !== undefined || column.identity !== undefined || column.generated !== undefined) return false
  return !column.nullable || catalog.domains.get(column.type)?.nullable === false
}

async function insert(session: Session, table: Table, row: Row): Promise<RowPlace> {
  const columns: string[] = []
  const values: string[] = []
  for (const [column, choice] of row.choices) {
    const value = (await row.candidates(column))[choice]
    if (value === undefined) continue
    columns.push(quoteIdentifier(column))
    values.push(value)
  }
  const what = columns.length === 0 ? 'default values' : `(${columns.join(', ')}) values (${values.join(', ')})`
  const rows = await withSavepoint(session, () =>
    session.query<RowPlace>(`insert into ${table.name} ${what} returning ${PLACE}`),
  )
  if (rows[0] === undefined) throw new NoRowError(`a trigger or rule keeps rows out of ${table.name}`)
  return rows[0]
}

/** The columns whose values a violated check, or the lack of a partition, speaks of. */
export function suspects(table: Table, error: ServerError): readonly Identifier[] {
  if (error.sqlstate !== checkViolation) return []
  const check = table.checks.find((each) => each.name === error.constraint)
  if (check !== undefined) return check.expression.columns
  return table.partitionKey?.columns.filter((column) => column !== undefined) ?? table.columns.map(({ name }) => name)
}

/** Moves on to the next combination of the columns' candidates. False after the last one. */
export async function advance(row: Row, columns: readonly Identifier[]): Promise<boolean> {
  for (const column of columns) {
    const next = (row.choices.get(column) ?? 0) + 1
    if (next < (await row.candidates(column)).length) {
      row.choices.set(column, next)
      return true
    }
    row.choices.set(column, 0)
  }
  return false
}

/** Beside ctid, which is unique within a partition only. */
const PLACE = 'tableoid::text as partition, ctid::text as place'

const checkViolation = '23514'
