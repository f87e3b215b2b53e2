import type { Identifier } from '../catalog/catalog.ts'
import { UserError } from '../text/user-error.ts'
import type { ServerAddress } from './connection-url.ts'
import { readServerAddress } from './connection-url.ts'
import { connect } from './postgres-session.ts'
import type { Session } from './session.ts'
import { ServerError } from './session.ts'
import type { Leftovers, Server, ServerOptions } from './target.ts'
import { createDatabase, dropByHand, dropDatabase, dropRoles } from './throwaway-database.ts'

const oldestMajor = 12

/** Makes a database of its own on the server of a URL, whose own database is only connected to. */
export async function openUrlServer(text: string, options: ServerOptions): Promise<Server> {
  const address = readServerAddress(text)
  options.onProgress?.(`connecting to ${address.place}`)
  const { major, release, roles, database } = await withMaintenance(address, prepare)
  // From here on the database exists, so that every way out has to drop it.
  const drop = (createdRoles: readonly Identifier[]) =>
    withMaintenance(address, async (session) => {
      await dropDatabase(session, database, major)
      await dropRoles(session, createdRoles)
    }).catch((error: unknown) => {
      if (error instanceof UserError && error.hint === dropByHand) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new UserError(`the database ${database} is left on ${address.place}: ${reason}`, dropByHand)
    })
  try {
    const session = await connect(address, database, options.signal)
    let closing: Promise<void> | undefined
    let isKept = false
    const close = async ({ createdRoles }: Leftovers) => {
      await session.close()
      if (!isKept) await drop(createdRoles.filter((role) => !roles.includes(role)))
    }
    return {
      description: `PostgreSQL ${release} at ${address.place}`,
      major,
      session,
      rolesBefore: roles,
      connectAgain: () => connect(address, database, options.signal),
      keep: () => {
        isKept = true
        return { url: address.shownUrl(database), remove: `drop database ${database} with (force)` }
      },
      close: (leftovers = { createdRoles: [] }) => {
        closing ??= close(leftovers)
        return closing
      },
    }
  } catch (error) {
    await drop([])
    throw error
  }
}

async function prepare(session: Session): Promise<Prepared> {
  const [row] = await session.query<ServerRow>(serverQuery)
  const major = Math.floor(row!.number / 10_000)
  if (major < oldestMajor) throw new UserError(`PostgreSQL ${row!.release} is older than ${oldestMajor}`)
  return { major, release: row!.release, roles: row!.roles, database: await createDatabase(session) }
}

/** Works on a short connection to the URL's database, or to `postgres` where it names one that does not exist. */
async function withMaintenance<T>(address: ServerAddress, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await connectForMaintenance(address)
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

async function connectForMaintenance(address: ServerAddress): Promise<Session> {
  try {
    return await connect(address).catch((error: unknown) => {
      if (!(error instanceof ServerError) || error.sqlstate !== '3D000') throw error
      return connect(address, 'postgres')
    })
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    throw new UserError(`${address.place} refuses the connection: ${error.message}`)
  }
}

interface Prepared {
  readonly major: number
  readonly release: string
  readonly roles: readonly Identifier[]
  readonly database: Identifier
}

interface ServerRow {
  readonly number: number
  readonly release: string
  readonly roles: readonly Identifier[]
}

/** The first word of server_version: packagers append their own. */
const serverQuery = `
  select current_setting('server_version_num')::int as number,
    split_part(current_setting('server_version'), ' ', 1) as release,
    (select json_agg(rolname order by rolname) from pg_roles) as roles`
