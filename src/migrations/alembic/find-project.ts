import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../../text/user-error.ts'
import { foldersAbove } from './interpreter.ts'

/** An Alembic project as it was found. */
export interface AlembicProject {
  /** alembic.ini or pyproject.toml; the script folder, where neither says anything. */
  readonly config: string
  readonly folder: string
  readonly reason: string
  /** The files and folders whose findings are wanted; all, where it is missing. */
  readonly selected?: readonly string[]
}

/**
 * The Alembic project that paths belong to; undefined where they belong to none, or where
 * its revisions do nothing but run files of SQL, which say more themselves.
 * @throws UserError where they belong to several.
 */
export function findAlembicProject(
  paths: readonly string[],
  from: string,
  isNamed: boolean,
): AlembicProject | undefined {
  const found = paths.flatMap((path) => projectAt(resolve(from, path), path) ?? [])
  const [first] = found
  if (first === undefined) {
    if (isNamed) throw new UserError('there is no Alembic project here', 'name the folder that holds alembic.ini')
    return undefined
  }
  const other = found.find((each) => each.config !== first.config)
  if (other !== undefined)
    throw new UserError(
      'the paths belong to several Alembic projects',
      `check ${first.config} and ${other.config} apart`,
    )
  if (!isNamed && found.length < paths.length) return undefined
  if (!isNamed && onlyRunsFiles(first)) return undefined
  const selected = found.every((each) => each.selected !== undefined)
    ? found.flatMap((each) => each.selected ?? [])
    : undefined
  const { selected: _, ...project } = first
  return selected === undefined ? project : { ...project, selected }
}

function projectAt(path: string, shown: string): AlembicProject | undefined {
  if (!existsSync(path)) return undefined
  if (statSync(path).isFile()) {
    if (isConfig(path)) return { config: path, folder: dirname(path), reason: `${shown} is its configuration` }
    if (!path.endsWith('.py') || !isRevision(path)) return undefined
    return around(dirname(path), [path], `${shown} is a revision`)
  }
  const config = configIn(path)
  if (config !== undefined) return { config, folder: path, reason: `${basename(config)} in ${shown}` }
  if (existsSync(join(path, 'env.py')) && existsSync(join(path, 'versions')))
    return around(path, undefined, `env.py in ${shown}`)
  if (revisionsIn(path).length > 0) return around(path, [path], `revisions in ${shown}`)
  return below(path)
}

/** The configuration that belongs to a folder inside a project. */
function around(folder: string, selected: readonly string[] | undefined, reason: string): AlembicProject | undefined {
  const rest = selected === undefined ? {} : { selected }
  let script: string | undefined
  for (const each of foldersAbove(folder)) {
    script ??= existsSync(join(each, 'env.py')) ? each : undefined
    const config = configIn(each) ?? configIn(join(each, 'conf'))
    if (config !== undefined) return { config, folder: dirname(config), reason, ...rest }
  }
  return script === undefined ? undefined : { config: script, folder: script, reason, ...rest }
}

/** A project one folder down, such as `backend`, where it is the only one. */
function below(path: string): AlembicProject | undefined {
  const found = readdirSync(path, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.startsWith('.') && each.name !== 'node_modules')
    .flatMap((each) => configIn(join(path, each.name)) ?? [])
  const [config] = found
  if (config === undefined || found.length > 1) return undefined
  return { config, folder: dirname(config), reason: `${basename(config)} in ${basename(dirname(config))}` }
}

/** The configuration of Alembic in a folder. */
export function configIn(folder: string): string | undefined {
  return ['alembic.ini', 'pyproject.toml'].map((name) => join(folder, name)).find(isConfig)
}

function isConfig(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false
  if (path.endsWith('.toml')) return /^\[tool\.alembic\]/m.test(readFileSync(path, 'utf8'))
  return path.endsWith('.ini') && /^\[alembic\]/m.test(readFileSync(path, 'utf8'))
}

function isRevision(path: string): boolean {
  const text = readFileSync(path, 'utf8')
  return /^revision\b/m.test(text) && /^down_revision\b/m.test(text)
}

function revisionsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py') && name !== 'env.py')
    .map((name) => join(folder, name))
    .filter(isRevision)
}

/** Whether every revision names a file of SQL that is kept beside the project. */
function onlyRunsFiles({ config, folder }: AlembicProject): boolean {
  const text = statSync(config).isFile() ? readFileSync(config, 'utf8') : ''
  const location = /^\s*script_location\s*=\s*"?(.*?)"?\s*$/m.exec(text)?.[1]?.replace('%(here)s', folder) ?? '.'
  const script = resolve(folder, location)
  const revisions = revisionsIn(join(script, 'versions'))
  return revisions.length > 0 && revisions.every((path) => namesSqlFile(readFileSync(path, 'utf8'), script))
}

function namesSqlFile(revision: string, script: string): boolean {
  const names = [...revision.matchAll(/["']([\w./-]+\.sql)["']/g)].map((match) => match[1] ?? '')
  const folders = [script, join(script, 'sql'), join(script, 'versions')]
  return names.length > 0 && names.every((name) => folders.some((each) => existsSync(join(each, name))))
}
