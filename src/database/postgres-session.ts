import { Socket } from 'node:net'
import type { Client } from 'pg'
import { UserError } from '../text/user-error.ts'
import type { ServerAddress } from './connection-url.ts'
import { loadPackage } from './load-package.ts'
import type { Session } from './session.ts'
import { connectionLost, ServerError, serverErrorFrom } from './session.ts'

const connectMilliseconds = 15_000

/**
 * Connects to one database of a server, the URL's own where none is named. Throws
 * ServerError where the server refuses, UserError where it cannot be reached.
 */
export async function connect(address: ServerAddress, database?: string, signal?: AbortSignal): Promise<Session> {
  let failure: unknown
  for (const url of address.urlsFor(database)) {
    try {
      return await connectTo(url, signal)
    } catch (error) {
      signal?.throwIfAborted()
      failure = error
    }
  }
  throw explain(failure, address)
}

async function connectTo(url: string, signal: AbortSignal | undefined): Promise<Session> {
  const library = await loadPackage<typeof import('pg')>('pg')
  if (library === undefined) throw new UserError('the driver node-postgres is not installed', 'npm i pg')
  signal?.throwIfAborted()
  const socket = new Socket()
  const client = new library.default.Client({
    connectionString: url,
    stream: () => socket,
    connectionTimeoutMillis: connectMilliseconds,
    fallback_application_name: 'schemalint',
  })
  // The server sees the broken connection, or the drop of the database ends the statement.
  const interrupt = () => socket.destroy()
  signal?.addEventListener('abort', interrupt)
  const session = sessionOf(client, signal)
  const close = async () => {
    signal?.removeEventListener('abort', interrupt)
    if (!socket.destroyed) await session.close()
  }
  try {
    await client.connect()
  } catch (error) {
    socket.destroy()
    await close()
    throw error
  }
  return { ...session, close }
}

function sessionOf(client: Client, signal: AbortSignal | undefined): Session {
  // Without a listener, a connection that the server ends would end this process.
  let lost: Error | undefined
  client.on('error', (error) => {
    lost ??= error
  })
  async function guard<T>(work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      signal?.throwIfAborted()
      const known = serverErrorFrom(error)
      throw known.sqlstate === connectionLost && lost !== undefined ? serverErrorFrom(lost) : known
    }
  }
  return {
    query: <Row>(sql: string, values?: readonly unknown[]) =>
      guard(async () => (values ? await client.query(sql, [...values]) : await client.query(sql)).rows as Row[]),
    run: (sql) =>
      guard(async () => {
        const notices: string[] = []
        const listener = (notice: { readonly message: string | undefined }) => notices.push(notice.message ?? '')
        client.on('notice', listener)
        try {
          await client.query(sql)
        } finally {
          client.off('notice', listener)
        }
        return notices
      }),
    ask: (sql) =>
      guard(async () => {
        const answer = await client.query({ text: sql, rowMode: 'array', types: { getTypeParser: () => asIs } })
        // A text of several statements has several answers.
        const last = [answer].flat().at(-1)
        const columns = (last?.fields ?? []).map((each) => [each.name, each.dataTypeID] as const)
        return { columns, rows: last?.rows ?? [], count: last?.rowCount ?? -1 }
      }),
    close: () => client.end().catch(() => undefined),
  }
}

function asIs(value: string): string {
  return value
}

/** Says in one line why no connection came about. The driver's messages may hold the URL: only codes are trusted. */
function explain(error: unknown, { place }: ServerAddress): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error
  const known = serverErrorFrom(error)
  if (known.sqlstate !== connectionLost) return new ServerError(error.message, { code: known.sqlstate })
  if (error.message.includes('does not support SSL')) {
    return new UserError(
      `${place} does not offer TLS, which a server elsewhere must`,
      'add ?sslmode=disable to the URL where the network between is trusted',
    )
  }
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return new UserError(`no PostgreSQL answers at ${place}`)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new UserError(`no such host: ${place}`)
  return new UserError(`cannot connect to ${place}: ${error.message || code}`)
}
