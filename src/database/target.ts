import type { Catalog, Identifier } from '../catalog/catalog.ts'
import type { Session } from './session.ts'

/** Where to find a PostgreSQL to try migrations on. */
export type Target =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'container'; readonly image: string }
  | { readonly kind: 'url'; readonly url: string }
  /** Programs installed on this machine, of one major version where it is named. */
  | { readonly kind: 'local'; readonly major?: number }
  /** A server that npm installed, in `node_modules` at or above a folder. */
  | { readonly kind: 'engine'; readonly major: number; readonly from: string }

/** A server with a database made for this run. */
export interface Server {
  /** For people: `PGlite 0.5.16 (PostgreSQL 18.6, embedded)`. */
  readonly description: string
  readonly major: number
  /** Connected to the database made for this run. */
  /** What was put into the database before anything else; absent where it was empty. */
  readonly startsFrom?: Catalog
  readonly session: Session
  /** The roles that the server had before the run, predefined ones too. */
  readonly rolesBefore: readonly Identifier[]
  /** Opens another connection to the same database; absent where the server takes one alone. */
  readonly connectAgain?: () => Promise<Session>
  /**
   * Makes `close` leave the database, and with it the server where it was started for the
   * run. Absent where nothing can outlive this process.
   */
  readonly keep?: () => Kept
  /**
   * Drops the database, also after an abort or a lost connection, then the roles named here
   * that the server did not have before the run; stops the container. Roles, unlike all else
   * that migrations make, belong to the whole server. A second call waits for the first.
   * Throws UserError where something is left behind.
   */
  close(leftovers?: Leftovers): Promise<void>
}

/** What is left after a run on purpose. */
export interface Kept {
  /** A connection string of the database; without a password where the user knows it. */
  readonly url: string
  /** How to end it, as a command or in words. */
  readonly remove: string
}

/** What the run made outside its database. */
export interface Leftovers {
  readonly createdRoles: readonly Identifier[]
}

/** How to open a server. */
export interface ServerOptions {
  /** Extensions that the migrations ask for; an embedded server has to load them before it starts. */
  readonly extensions: readonly string[]
  /** Ends the running statement and refuses further ones with its reason; `close` works all the same. */
  readonly signal?: AbortSignal
  /** Told in a few words what takes time. */
  readonly onProgress?: (text: string) => void
  /** Whether `keep` may be called: a container would else end with this process. */
  readonly keeps?: boolean
}

/** Opens a server and makes a database on it. Throws UserError, or the reason of an aborted signal. */
export async function openServer(target: Target, options: ServerOptions): Promise<Server> {
  options.signal?.throwIfAborted()
  switch (target.kind) {
    case 'embedded':
      return (await import('./embedded-server.ts')).openEmbeddedServer(options)
    case 'container':
      return (await import('./container-server.ts')).openContainerServer(target.image, options)
    case 'url':
      return (await import('./url-server.ts')).openUrlServer(target.url, options)
    case 'local':
      return (await import('./private-server.ts')).openLocalServer(target.major, options)
    case 'engine':
      return (await import('./private-server.ts')).openEngineServer(target.major, target.from, options)
  }
}
