import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Target } from '../../src/database/target.ts'
import { installedMajors, installedOlderMajors, startNativeServer } from './native-server.ts'

/** A server that tests may run on. */
export interface TestServer {
  /** For the title of a test: `embedded`, `native 18`, `container postgres:17`. */
  readonly name: string
  readonly target: Target
  stop(): Promise<void>
}

/**
 * Starts every server that can be had here: the embedded one always; of each major version
 * that is installed; and a container where an engine has the image. Says on stderr which
 * are skipped; throws where SCHEMALINT_REQUIRE, a list of `native` and `container`, forbids it.
 */
export async function availableServers(): Promise<readonly TestServer[]> {
  const embedded: TestServer = { name: 'embedded', target: { kind: 'embedded' }, stop: async () => undefined }
  return [embedded, ...(await nativeServers()), ...(await containerServers())]
}

/** Native servers of the given major versions, of all installed ones where none are given. */
export async function nativeServers(majors: readonly number[] = installedMajors()): Promise<readonly TestServer[]> {
  const started = await Promise.all(majors.map(startNativeServer))
  const servers = started.filter((server) => server !== undefined)
  if (servers.length === 0)
    skip('native', 'no PostgreSQL is installed under test/servers: npm ci --prefix test/servers')
  return servers.map(({ major, url, stop }) => ({ name: `native ${major}`, target: { kind: 'url', url }, stop }))
}

/** Native servers of versions that are out of support, for what must be told of them too. */
export async function olderServers(): Promise<readonly TestServer[]> {
  const majors = installedOlderMajors()
  if (majors.length === 0)
    skip('older', 'no PostgreSQL is installed under test/servers/older: npm ci --prefix test/servers/older')
  return majors.length === 0 ? [] : await nativeServers(majors)
}

/** A container, where an engine answers and has the image. */
export async function containerServers(): Promise<readonly TestServer[]> {
  const image = process.env.SCHEMALINT_TEST_IMAGE ?? 'postgres:17'
  try {
    await promisify(execFile)('docker', ['image', 'inspect', image], { timeout: 10_000 })
  } catch {
    skip('container', `no container engine answers, or it does not have ${image}`)
    return []
  }
  return [{ name: `container ${image}`, target: { kind: 'container', image }, stop: async () => undefined }]
}

/**
 * Says that tests are left out, or fails where they are required: `native`, `older`, `container`, `runners`, `alembic`,
 * `sqlfluff`, `pg_dump`, `pre-commit`, `node`, `registry`.
 */
export function skip(what: string, reason: string): void {
  if (isRequired(what)) throw new Error(`${what} is required by SCHEMALINT_REQUIRE: ${reason}`)
  process.stderr.write(`skipped: ${what}: ${reason}\n`)
}

function isRequired(what: string): boolean {
  return (process.env.SCHEMALINT_REQUIRE ?? '').split(',').some((each) => each.trim() === what)
}
