import type { Catalog, Identifier } from './catalog/catalog.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { fold } from './catalog/fold.ts'
import { type CheckOptions, readDivided } from './check.ts'
import { connectionLost, ServerError } from './database/session.ts'
import type { Server } from './database/target.ts'
import { reasonToLeaveOut, rolesMadeBy } from './left-out.ts'
import type { Refused, Relay, Rows } from './migrations/alembic/relay.ts'
import { type History, wholeFile } from './migrations/migration.ts'
import { ALEMBIC } from './migrations/read-project.ts'
import { readScript } from './sql/read-script.ts'

/** What is read, and whether its down halves will be run. */
export interface OnlineOptions extends Omit<CheckOptions, 'postgres'> {
  readonly down?: boolean
  readonly onProgress: (text: string) => void
}

/**
 * A history of programs again, with the statements that their own runner sends when a
 * server answers what they ask. That server is used up and closed. Any other history as it is.
 */
export async function readOnline(
  rendered: History,
  options: OnlineOptions,
  open: () => Promise<Server>,
): Promise<History> {
  const { alembic = { executes: true, runsEnvironment: false } } = options
  if (rendered.runner !== ALEMBIC || !alembic.executes) return rendered
  const server = await open()
  const relay = new ServerRelay(server, options.down === true)
  options.onProgress('running the revisions under Alembic')
  try {
    // How revisions are read was told when they were rendered.
    return await readDivided({ ...options, alembic: { ...alembic, relay, onNote: () => undefined } })
  } finally {
    await server.close({ createdRoles: relay.createdRoles })
  }
}

/** A server as revisions see it: what is left out when migrations are applied is left out here. */
class ServerRelay implements Relay {
  readonly hasDowns: boolean
  readonly #server: Server
  readonly #createdRoles = new Set<Identifier>()
  #catalog: Catalog

  constructor(server: Server, hasDowns: boolean) {
    this.#server = server
    this.hasDowns = hasDowns
    this.#catalog = server.startsFrom ?? emptyCatalog(server.major)
  }

  get createdRoles(): readonly Identifier[] {
    return [...this.#createdRoles]
  }

  async run(sql: string): Promise<Rows | Refused> {
    const kept = await this.#withinDatabase(sql)
    if (kept === '') return { columns: [], rows: [], count: -1 }
    try {
      return await this.#server.session.ask(kept)
    } catch (error) {
      if (!(error instanceof ServerError) || error.sqlstate === connectionLost) throw error
      return { refused: error.message, code: error.sqlstate }
    }
  }

  /** A text without the statements that reach beyond the database; notes the roles that it makes. */
  async #withinDatabase(sql: string): Promise<string> {
    const { major, rolesBefore } = this.#server
    const statements = await readScript(wholeFile({ path: '', text: sql }).span, async () => undefined)
    const kept = statements.filter((statement) => {
      const actions = statement.parsed ? statement.actions(this.#catalog, major) : []
      if (reasonToLeaveOut(statement, actions, rolesBefore) !== undefined) return false
      for (const role of rolesMadeBy(actions)) this.#createdRoles.add(role)
      for (const action of actions) this.#catalog = fold(this.#catalog, action, major)
      return true
    })
    return kept.length === statements.length ? sql : kept.map((each) => each.sql).join(';\n')
  }
}
