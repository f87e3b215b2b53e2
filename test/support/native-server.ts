import { fileURLToPath } from 'node:url'
import { startCluster } from '../../src/database/cluster.ts'
import { packagedServers, preparePrograms } from '../../src/database/packaged-binaries.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const older = fileURLToPath(new URL('../servers/older/', import.meta.url))

/** A PostgreSQL server of its own folder and port, which nobody else uses. */
export interface NativeServer {
  readonly major: number
  /** A connection string of the superuser, who needs no password. */
  readonly url: string
  /** Stops the server and deletes its folder. A second call does nothing. */
  stop(): Promise<void>
}

/** The major versions whose server is installed under `test/servers`, ascending. */
export function installedMajors(): readonly number[] {
  return packagedServers(root).map(({ major }) => major)
}

/** The major versions that are out of support and installed under `test/servers/older`, ascending. */
export function installedOlderMajors(): readonly number[] {
  const supported = installedMajors()
  return packagedServers(older).flatMap(({ major }) => (supported.includes(major) ? [] : [major]))
}

/**
 * Starts a server of a major version on 127.0.0.1. Undefined where that version is not
 * installed; throws with the server's own words where it is and does not start.
 */
export async function startNativeServer(major: number): Promise<NativeServer | undefined> {
  const found = [...packagedServers(root), ...packagedServers(older)].find((each) => each.major === major)
  if (found === undefined) return undefined
  const { url, stop } = await startCluster((folder, account) => preparePrograms(found, folder, account), {
    listen: 'loopback',
    trusted: true,
  })
  return { major, url, stop }
}
