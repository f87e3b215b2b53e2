import { execFile } from 'node:child_process'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../text/user-error.ts'

/** Server programs that are installed on this machine. */
export interface Binaries {
  /** The folder of `initdb` and `postgres`. */
  readonly folder: string
  /** As the server prints it: `15.18`. */
  readonly release: string
  readonly major: number
}

/**
 * The newest server programs on this machine, of one major version where it is named.
 * Throws UserError where there are none, naming what there is.
 */
export async function findLocalBinaries(major?: number, environment = process.env): Promise<Binaries> {
  if (process.platform === 'win32') throw new UserError('--local works on Unix sockets', 'use --container or --url')
  const found = (await Promise.all(candidates(environment).map(inspect))).filter((each) => each !== undefined)
  const [newest] = found
    .filter((each) => (major === undefined ? each.major >= OLDEST : each.major === major))
    .toSorted((a, b) => b.major - a.major || minorOf(b) - minorOf(a))
  if (newest !== undefined) return newest
  const wanted = major === undefined ? 'PostgreSQL server' : `server of PostgreSQL ${major}`
  const there = found.map(({ release, folder }) => `${release} in ${folder}`).join(', ')
  throw new UserError(
    `no ${wanted} is installed on this machine`,
    there === '' ? 'install one, or use --engine, --container or --url' : `there is ${there}`,
  )
}

const OLDEST = 12

/** Folders that hold both programs, each once. */
function candidates(environment: NodeJS.ProcessEnv): readonly string[] {
  const onPath = (environment.PATH ?? '').split(delimiter).filter((each) => each.startsWith('/'))
  const folders = [...onPath, ...INSTALLERS.flatMap(({ below, name, bin }) => versionsBelow(below, name, bin))]
  const holding = folders.filter((each) => existsSync(join(each, 'postgres')) && existsSync(join(each, 'initdb')))
  // Homebrew links the programs into a folder on the path: the server has its files beside the real ones.
  return [...new Set(holding.map((each) => join(realpathSync(join(each, 'postgres')), '..')))]
}

/** Where packages put servers, by version. */
const INSTALLERS = [
  { below: '/usr/lib/postgresql', name: /^\d+$/, bin: 'bin' },
  { below: '/usr', name: /^pgsql-\d+$/, bin: 'bin' },
  { below: '/usr/libexec', name: /^postgresql\d*$/, bin: '' },
  { below: '/usr/local', name: /^pgsql$/, bin: 'bin' },
  { below: '/opt/homebrew/opt', name: /^postgresql(@\d+)?$/, bin: 'bin' },
  { below: '/usr/local/opt', name: /^postgresql(@\d+)?$/, bin: 'bin' },
  { below: '/home/linuxbrew/.linuxbrew/opt', name: /^postgresql(@\d+)?$/, bin: 'bin' },
  { below: '/Applications/Postgres.app/Contents/Versions', name: /^\d+$/, bin: 'bin' },
  { below: '/Library/PostgreSQL', name: /^\d+$/, bin: 'bin' },
] as const

function versionsBelow(folder: string, name: RegExp, bin: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((each) => name.test(each))
    .map((each) => join(folder, each, bin))
}

/** Asks a server program for its version; undefined where it does not run. */
async function inspect(folder: string): Promise<Binaries | undefined> {
  try {
    const { stdout } = await promisify(execFile)(join(folder, 'postgres'), ['--version'], { timeout: 10_000 })
    const release = /\(PostgreSQL\) (\d+[\w.]*)/.exec(stdout)?.[1]
    return release === undefined ? undefined : { folder, release, major: Number.parseInt(release, 10) }
  } catch {
    return undefined
  }
}

function minorOf({ release }: Binaries): number {
  return Number(release.split('.')[1] ?? 0) || 0
}
