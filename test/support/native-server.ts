import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const packages = fileURLToPath(new URL('../servers/node_modules', import.meta.url))
const startupMilliseconds = 60_000

/** A PostgreSQL server of its own folder and port, which nobody else uses. */
export interface NativeServer {
  readonly major: number
  /** A connection string of the superuser, who needs no password. */
  readonly url: string
  /** Stops the server and deletes its folder. A second call does nothing. */
  stop(): Promise<void>
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** The major versions whose server is installed under `test/servers`, ascending. */
export function installedMajors(): readonly number[] {
  if (!existsSync(packages)) return []
  return readdirSync(packages)
    .flatMap((name) => /^postgres-(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((left, right) => left - right)
}

/**
 * Starts a server of a major version on 127.0.0.1 and on a socket in its folder.
 * Undefined where that version is not installed; throws with the server's log
 * where it is and does not start.
 */
export async function startNativeServer(major: number): Promise<NativeServer | undefined> {
  if (!installedMajors().includes(major)) return undefined
  const owner = serverOwner()
  const folder = mkdtempSync(join(tmpdir(), `postgres-${major}-`))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  try {
    const binaries = join(reachableFiles(major, folder, owner), 'bin')
    const port = await freePort()
    await initializeCluster(binaries, folder, owner)
    const server = spawnServer(binaries, folder, port, owner)
    const stop = stopper(server, folder)
    await untilReady(server, folder).catch(async (error: unknown) => {
      await stop()
      throw error
    })
    return { major, url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** PostgreSQL refuses to run as root, so root hands its servers to somebody else. */
function serverOwner(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
  for (const name of ['postgres', 'nobody']) {
    const ids = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(accounts)
    if (ids) return { uid: Number(ids[1]), gid: Number(ids[2]) }
  }
  throw new Error('root needs an account `postgres` or `nobody` to run PostgreSQL as')
}

/** The installed files, or a copy in the folder where the owner may not reach them. */
function reachableFiles(major: number, folder: string, owner: User | undefined): string {
  const installed = join(packages, `postgres-${major}`)
  const files = join(installed, 'native')
  restoreLinks(installed)
  if (!owner || isReachableByAll(files)) return files
  const copy = join(folder, 'native')
  cpSync(files, copy, { recursive: true, verbatimSymlinks: true })
  for (const path of ['', ...readdirSync(copy, { encoding: 'utf8', recursive: true })]) {
    lchownSync(join(copy, path), owner.uid, owner.gid)
  }
  return copy
}

/** An npm package holds no symbolic links: it lists them, for an install script that may not run. */
function restoreLinks(installed: string): void {
  const list = readFileSync(join(installed, 'native', 'pg-symlinks.json'), 'utf8')
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(installed, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function isReachableByAll(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isReachableByAll(parent))
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP listener without a port')
  return address.port
}

async function initializeCluster(binaries: string, folder: string, owner: User | undefined): Promise<void> {
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(binaries, 'initdb'), [`--pgdata=${join(folder, 'data')}`, ...options], {
    ...owner,
    cwd: folder,
    env: { LC_ALL: 'C', TZ: 'UTC' },
  })
}

function spawnServer(binaries: string, folder: string, port: number, owner: User | undefined): ChildProcess {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(join(folder, 'log'), 'a')
  try {
    const server = spawn(join(binaries, 'postgres'), ['-D', join(folder, 'data'), ...options], {
      ...owner,
      cwd: folder,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log],
    })
    // A forgotten server must not keep the process alive: its exit is what stops the server.
    server.unref()
    return server
  } finally {
    closeSync(log)
  }
}

/** An immediate shutdown suffices, because nobody reads the folder again. */
function stopper(server: ChildProcess, folder: string): () => Promise<void> {
  const removal = { recursive: true, force: true, maxRetries: 10 } as const
  const atExit = (): void => {
    server.kill('SIGQUIT')
    rmSync(folder, removal)
  }
  process.once('exit', atExit)
  return async () => {
    process.off('exit', atExit)
    if (server.exitCode === null && server.signalCode === null) {
      const exited = once(server, 'exit')
      server.ref()
      server.kill('SIGQUIT')
      await exited
    }
    rmSync(folder, removal)
  }
}

async function untilReady(server: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + startupMilliseconds
  for (;;) {
    const log = readFileSync(join(folder, 'log'), 'utf8')
    if (log.includes('database system is ready to accept connections')) return
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start: ${log}`)
    await delay(20)
  }
}
