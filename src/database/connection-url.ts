import { UserError } from '../text/user-error.ts'

/** Where a server is and how to connect to it. */
export interface ServerAddress {
  /** For people: without user and password. */
  readonly place: string
  /**
   * Connection strings for one database, by default the URL's own, in the order in which to
   * try them: `sslmode=prefer` and `allow` stand for two.
   */
  urlsFor(database?: string): readonly string[]
  /** For people: a connection string for a database, without the password. */
  shownUrl(database: string): string
}

/**
 * Reads a PostgreSQL connection string, also one with a SQLAlchemy driver in its scheme.
 * A URL without a host means localhost. A host elsewhere must offer TLS unless `sslmode`
 * says otherwise. Throws UserError.
 */
export function readServerAddress(text: string): ServerAddress {
  const url = parse(text)
  const host = url.searchParams.get('host') ?? url.hostname
  const local = isLocal(decodeURIComponent(host))
  if (host === '') url.hostname = 'localhost'
  const port = url.searchParams.get('port') ?? (url.port || '5432')
  const modes = sslModes(url, local)
  return {
    place: `${host === '' ? 'localhost' : decodeURIComponent(host)}:${port}`,
    urlsFor: (database) => modes.map((mode) => withMode(url, mode, database)),
    shownUrl: (database) => shown(url, database),
  }
}

function parse(text: string): URL {
  const withHost = text.replace('@/', '@localhost/')
  if (!/^postgres(ql)?(\+\w+)?:\/\//.test(text) || !URL.canParse(withHost)) {
    throw new UserError('not a PostgreSQL connection URL', 'write it as postgresql://user@host:5432/database')
  }
  const url = new URL(withHost)
  url.protocol = 'postgresql:'
  return url
}

function isLocal(host: string): boolean {
  return (
    host === '' ||
    host.startsWith('/') ||
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127\.\d+\.\d+\.\d+$/.test(host) ||
    host === '::1' ||
    host === '[::1]'
  )
}

/** Undefined leaves TLS to the other parameters of the URL, or to the driver: none. */
function sslModes(url: URL, local: boolean): readonly (string | undefined)[] {
  const mode = url.searchParams.get('sslmode')
  if (mode === 'prefer') return ['require', 'disable']
  if (mode === 'allow') return ['disable', 'require']
  if (mode !== null || url.searchParams.has('ssl') || url.searchParams.has('sslnegotiation')) return [mode ?? undefined]
  return [local ? undefined : 'require']
}

function shown(url: URL, database: string): string {
  const result = new URL(url)
  result.password = ''
  result.searchParams.delete('password')
  result.pathname = `/${encodeURIComponent(database)}`
  return result.href
}

function withMode(url: URL, mode: string | undefined, database: string | undefined): string {
  const result = new URL(url)
  if (database !== undefined) result.pathname = `/${encodeURIComponent(database)}`
  if (mode === undefined) return result.href
  result.searchParams.set('sslmode', mode)
  // Otherwise the driver takes `require` for `verify-full`; `no-verify` is a word of its own.
  if (mode !== 'no-verify') result.searchParams.set('uselibpqcompat', 'true')
  return result.href
}
