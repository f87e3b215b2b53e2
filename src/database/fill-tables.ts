import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import type { Table } from '../catalog/table.ts'
import { NoRowError } from './plausible-row.ts'
import { insertRows } from './plausible-rows.ts'
import type { Session } from './session.ts'

/** A table that did not get its rows, and why. */
export interface Unfilled {
  readonly table: Name
  readonly reason: string
}

/** How many tables got their rows, and which did not. */
export interface Filled {
  readonly tables: readonly Name[]
  readonly unfilled: readonly Unfilled[]
}

/**
 * Puts rows into every table until it holds a number of them, referenced tables first. The
 * session must be in a transaction. A partition gets rows by way of its parent; foreign and
 * temporary tables get none.
 */
export async function fillTables(session: Session, catalog: Catalog, rows: number): Promise<Filled> {
  const tables: Name[] = []
  const unfilled: Unfilled[] = []
  for (const table of referencedFirst(catalog)) {
    if (table.kind === 'foreign' || table.persistence === 'temporary' || table.partitionOf !== undefined) continue
    try {
      const held = await countRows(session, table.name, rows)
      if (held < rows) await insertRows(session, catalog, table, { from: held + 1, to: rows })
      tables.push(table.name)
    } catch (error) {
      if (!(error instanceof NoRowError)) throw error
      unfilled.push({ table: table.name, reason: error.message })
    }
  }
  return { tables, unfilled }
}

async function countRows(session: Session, table: Name, most: number): Promise<number> {
  const [row] = await session.query<{ readonly count: number }>(
    `select count(*)::int as count from (select from ${table} limit ${most}) as present`,
  )
  return row!.count
}

/** Tables after those that they reference; where they reference each other in a circle, in any order. */
function referencedFirst(catalog: Catalog): readonly Table[] {
  const ordered = new Map<Identifier, Table>()
  const visit = (table: Table, waiting: ReadonlySet<Name>) => {
    if (ordered.has(table.name) || waiting.has(table.name)) return
    const further = new Set([...waiting, table.name])
    for (const { references } of table.foreignKeys) {
      const other = catalog.tables.get(references)
      if (other !== undefined) visit(other, further)
    }
    ordered.set(table.name, table)
  }
  for (const table of catalog.tables.values()) visit(table, new Set())
  return [...ordered.values()]
}
