import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { UserError } from '../text/user-error.ts'
import { type Account, isReachableByAll, serverAccount } from './server-account.ts'
import { type Watchdog, watchFolder } from './watchdog.ts'

const startupMilliseconds = 60_000

/** A server process with files of its own, which nobody else uses. */
export interface Cluster {
  /** A connection string of its superuser. */
  readonly url: string
  /** Stops the server and deletes its folder. A second call does nothing. */
  stop(): Promise<void>
  /** Leaves the server running when this process ends, and gives the command that ends it. */
  release(): string
}

/** How a cluster is made. */
export interface ClusterOptions {
  /**
   * `socket`: on a Unix socket in a folder that other users may not enter. `loopback`: on a
   * free port of 127.0.0.1, without a password where it is trusted.
   */
  readonly listen: 'socket' | 'loopback'
  readonly trusted?: boolean
}

/**
 * Makes a database cluster in a temporary folder and starts a server on it. `binaries` gives
 * the folder of `initdb` and `postgres`, for an account that may have to be given a copy.
 * Whatever ends this process, be it a kill without notice, ends the server too.
 * @throws UserError with the server's own words where it does not start.
 */
export async function startCluster(
  binaries: (folder: string, account: Account | undefined) => string,
  { listen, trusted = listen === 'socket' }: ClusterOptions,
): Promise<Cluster> {
  const account = serverAccount()
  const folder = makeFolder(account)
  const watchdog = watchFolder(folder)
  try {
    const bin = binaries(folder, account)
    const password = trusted ? undefined : randomBytes(16).toString('hex')
    await initialize(bin, folder, account, password)
    const port = listen === 'socket' ? 5432 : await freePort()
    const server = spawnServer(bin, folder, { listen, port }, account)
    const control = controlOf(server, folder, watchdog)
    await untilReady(server, folder).catch(async (error: unknown) => {
      await control.stop()
      throw error
    })
    return { url: urlOf(folder, listen, port, password), ...control }
  } catch (error) {
    rmSync(folder, removal)
    watchdog.dismiss()
    throw error
  }
}

function urlOf(folder: string, listen: ClusterOptions['listen'], port: number, password: string | undefined): string {
  if (listen === 'socket') return `postgresql://postgres@/postgres?host=${encodeURIComponent(socketFolder(folder))}`
  return `postgresql://postgres${password === undefined ? '' : `:${password}`}@127.0.0.1:${port}/postgres`
}

/**
 * Of the socket's folder, only its owner may enter it. The path of a socket has room for some
 * hundred bytes, and the account must be able to walk there.
 */
function makeFolder(account: Account | undefined): string {
  const isUsable = tmpdir().length <= 60 && (account === undefined || isReachableByAll(tmpdir()))
  const base = isUsable ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(base, 'schemalint-'))
  mkdirSync(socketFolder(folder), { mode: 0o700 })
  if (account !== undefined) {
    for (const each of [folder, socketFolder(folder)]) chownSync(each, account.uid, account.gid)
  }
  return folder
}

function socketFolder(folder: string): string {
  return join(folder, 'socket')
}

async function initialize(
  bin: string,
  folder: string,
  account: Account | undefined,
  password: string | undefined,
): Promise<void> {
  const options = ['--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync']
  const file = join(folder, 'password')
  if (password === undefined) options.push('--auth=trust')
  else {
    writeFileSync(file, password, { mode: 0o600 })
    if (account !== undefined) chownSync(file, account.uid, account.gid)
    options.push('--auth=scram-sha-256', `--pwfile=${file}`)
  }
  try {
    await promisify(execFile)(join(bin, 'initdb'), [`--pgdata=${join(folder, 'data')}`, ...options], {
      ...account,
      cwd: folder,
      env: ENVIRONMENT,
    })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new UserError(`no cluster can be made with ${join(bin, 'initdb')}`, lastLine(said))
  }
}

function spawnServer(
  bin: string,
  folder: string,
  { listen, port }: { readonly listen: ClusterOptions['listen']; readonly port: number },
  account: Account | undefined,
): ChildProcess {
  const settings = {
    port: String(port),
    listen_addresses: listen === 'loopback' ? '127.0.0.1' : '',
    unix_socket_directories: socketFolder(folder),
    // What is thrown away need not survive a crash.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(join(folder, 'log'), 'a')
  try {
    const server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), ...options], {
      ...account,
      cwd: folder,
      env: ENVIRONMENT,
      stdio: ['ignore', log, log],
      // A terminal's Ctrl-C goes to the whole group: the server has to outlive it until it is stopped.
      detached: true,
    })
    server.once('error', () => undefined)
    // A forgotten server must not keep the process alive: its exit is what stops the server.
    server.unref()
    return server
  } finally {
    closeSync(log)
  }
}

/** An immediate shutdown suffices, because nobody reads the folder again. */
function controlOf(server: ChildProcess, folder: string, watchdog: Watchdog): Pick<Cluster, 'stop' | 'release'> {
  const atExit = (): void => {
    server.kill('SIGQUIT')
    rmSync(folder, removal)
  }
  process.once('exit', atExit)
  return {
    stop: async () => {
      process.off('exit', atExit)
      if (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
        const exited = once(server, 'exit')
        server.ref()
        server.kill('SIGQUIT')
        await exited
      }
      rmSync(folder, removal)
      watchdog.dismiss()
    },
    release: () => {
      process.off('exit', atExit)
      watchdog.dismiss()
      return `kill -QUIT ${server.pid}; sleep 1; rm -r ${folder}`
    },
  }
}

async function untilReady(server: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + startupMilliseconds
  for (;;) {
    const log = readFileSync(join(folder, 'log'), 'utf8')
    if (log.includes('database system is ready to accept connections')) return
    const isGone = server.pid === undefined || server.exitCode !== null || server.signalCode !== null
    if (isGone || Date.now() > deadline) throw new UserError('PostgreSQL did not start', lastLine(log))
    await delay(20)
  }
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

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? 'it said nothing'
}

const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' } as const
const removal = { recursive: true, force: true, maxRetries: 10 } as const
