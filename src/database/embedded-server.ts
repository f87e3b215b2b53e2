import type { PGlite, PGliteOptions } from '@electric-sql/pglite'
import { UserError } from '../text/user-error.ts'
import { loadPackage } from './load-package.ts'
import { type PlainRows, type Session, serverErrorFrom } from './session.ts'
import type { Server, ServerOptions } from './target.ts'

/** Starts PGlite, which lives in this process's memory. Nothing of it is left after `close`. */
export async function openEmbeddedServer(options: ServerOptions): Promise<Server> {
  const library = await loadPackage<Library>('@electric-sql/pglite')
  if (library === undefined) throw new UserError('PGlite is not installed', 'npm i @electric-sql/pglite')
  options.onProgress?.('starting the embedded server')
  const database = await library.PGlite.create({ extensions: await loadExtensions(options.extensions) })
  const session = embeddedSession(database, library, options.signal)
  const [row] = await session.query<VersionRow>(versionQuery)
  const [, postgres, pglite] = /^PostgreSQL (\S+) \(PGlite (\S+)\)/.exec(row!.version) ?? ['', row!.version, '']
  return {
    description: `PGlite ${pglite} (PostgreSQL ${postgres}, embedded)`,
    major: Math.floor(row!.number / 10_000),
    session,
    rolesBefore: row!.roles,
    close: () => session.close(),
  }
}

/**
 * A statement runs inside one call into WebAssembly, which nothing can interrupt: an abort
 * only refuses those that follow.
 */
function embeddedSession(database: PGlite, library: Library, signal: AbortSignal | undefined): Session {
  const { serialize } = library.protocol
  // COPY FROM STDIN would wait for data for ever; to any other statement CopyFail means nothing.
  const simpleQuery = (sql: string) => Buffer.concat([serialize.query(sql), serialize.copyFail('no data follows')])
  async function guard<T>(work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    try {
      if (database.closed) throw new Error('it is closed')
      return await work()
    } catch (error) {
      throw serverErrorFrom(error)
    }
  }
  return {
    query: <Row>(sql: string, values: readonly unknown[] = []) =>
      guard(async () => (await database.query<Row>(sql, [...values])).rows),
    run: (sql) =>
      guard(async () => {
        const notices: string[] = []
        const onNotice = (notice: { readonly message: string | undefined }) => notices.push(notice.message ?? '')
        await database.runExclusive(() => database.execProtocol(simpleQuery(sql), { onNotice }))
        return notices
      }),
    ask: (sql) =>
      guard(async () => {
        const { messages } = await database.runExclusive(() => database.execProtocol(simpleQuery(sql)))
        return lastAnswer(messages, library)
      }),
    close: async () => {
      if (!database.closed) await database.close()
    },
  }
}

/** What the last of several statements answered. */
function lastAnswer(received: readonly object[], { messages }: Library): PlainRows {
  let last: PlainRows = { columns: [], rows: [], count: -1 }
  let columns: PlainRows['columns'] = []
  let rows: PlainRows['rows'][number][] = []
  for (const message of received) {
    if (message instanceof messages.RowDescriptionMessage)
      columns = message.fields.map((field) => [field.name, field.dataTypeID])
    if (message instanceof messages.DataRowMessage) rows.push(message.fields)
    if (!(message instanceof messages.CommandCompleteMessage)) continue
    last = { columns, rows, count: Number(/ (\d+)$/.exec(message.text)?.[1] ?? -1) }
    columns = []
    rows = []
  }
  return last
}

type Library = typeof import('@electric-sql/pglite')
type Extension = NonNullable<PGliteOptions['extensions']>[string]

/**
 * The contrib module of an extension is named after it. One that PGlite does not have is
 * left to the server, which refuses CREATE EXTENSION in its own words.
 */
async function loadExtensions(names: readonly string[]): Promise<Record<string, Extension>> {
  const loaded: Record<string, Extension> = {}
  const wanted = new Set(names.flatMap((name) => [name, ...(REQUIRED_BY[name] ?? [])]))
  for (const name of wanted) {
    const file = name.replaceAll('-', '_')
    if (!/^\w+$/.test(file)) continue
    const module = await loadPackage<ContribModule>(`@electric-sql/pglite/contrib/${file}`)
    const extension = module?.[file]
    if (extension !== undefined) loaded[file] = extension
  }
  return loaded
}

type ContribModule = Readonly<Record<string, Extension | undefined>>

/** What CREATE EXTENSION … CASCADE installs along: `requires` in the control files of contrib. */
const REQUIRED_BY: Readonly<Record<string, readonly string[]>> = { earthdistance: ['cube'] }

interface VersionRow {
  readonly version: string
  readonly number: number
  readonly roles: readonly string[]
}

const versionQuery = `
  select version(),
    current_setting('server_version_num')::int as number,
    (select json_agg(rolname order by rolname) from pg_roles) as roles`
