import type { Name } from './catalog/catalog.ts'
import { fillTables } from './database/fill-tables.ts'
import { introspect } from './database/introspect.ts'
import type { Server } from './database/target.ts'
import { textReaders } from './sql/text-readers.ts'

/** Which tables got rows, and which did not before some migration. */
export interface FilledTables {
  readonly tables: readonly Name[]
  readonly unfilled: readonly { readonly table: Name; readonly version: string; readonly reason: string }[]
}

/** Puts rows into the tables that a server holds before each migration. */
export class TableFiller {
  readonly #server: Server
  readonly #tables = new Set<Name>()
  readonly #unfilled = new Map<Name, FilledTables['unfilled'][number]>()

  constructor(server: Server) {
    this.#server = server
  }

  get filled(): FilledTables {
    return { tables: [...this.#tables], unfilled: [...this.#unfilled.values()] }
  }

  /** Fills each table up; `isInside` says that a transaction is open. Of a table that stays empty the first reason is kept. */
  async before({ version }: { readonly version: string }, rows: number, isInside: boolean): Promise<void> {
    const { session, rolesBefore } = this.#server
    const readers = textReaders
    const catalog = await introspect(session, readers, { ignoredRoles: rolesBefore })
    if (!isInside) await session.run('begin')
    const { tables, unfilled } = await fillTables(session, catalog, rows)
    if (!isInside) await session.run('commit')
    for (const table of tables) this.#tables.add(table)
    for (const { table, reason } of unfilled) {
      if (!this.#unfilled.has(table)) this.#unfilled.set(table, { table, version, reason })
    }
  }
}
