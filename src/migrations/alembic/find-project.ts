import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../../text/user-error.ts'
import { alembicFolders, configIn, isConfig, isScriptFolder, scriptLocation, sectionsIn } from './alembic-folders.ts'
import { foldersAbove } from './interpreter.ts'

/** An Alembic project as it was found. */
export interface AlembicProject {
  /** alembic.ini or pyproject.toml; the script folder, where neither says anything. */
  readonly config: string
  readonly folder: string
  /** The section of alembic.ini, where it is not `alembic`. */
  readonly section?: string
  readonly reason: string
  /** The files and folders whose findings are wanted; all, where it is missing. */
  readonly selected?: readonly string[]
}

/**
 * The Alembic project that paths belong to; undefined where they belong to none, or where
 * its revisions do nothing but run files of SQL, which say more themselves.
 * @throws UserError where they belong to several.
 */
export function findAlembicProject(paths: readonly string[], from: string): AlembicProject | undefined {
  const found = projectsAt(paths, from)
  const project = oneOf(found)
  return project === undefined || found.length < paths.length || onlyRunsFiles(project) ? undefined : project
}

/**
 * The Alembic project that paths belong to, or the only one below them.
 * @throws UserError where there is none, or there are several.
 */
export function findNamedProject(paths: readonly string[], from: string): AlembicProject {
  const project = oneOf(projectsAt(paths, from)) ?? oneBelow(paths, projectsBelow(paths, from))
  if (project !== undefined) return project
  throw new UserError('there is no Alembic project here', 'name the folder that holds alembic.ini')
}

/**
 * The only Alembic project anywhere below paths, which nobody named.
 * @throws UserError where there are several.
 */
export function findAlembicBelow(paths: readonly string[], from: string): AlembicProject | undefined {
  return oneBelow(
    paths,
    projectsBelow(paths, from).filter(({ project }) => !onlyRunsFiles(project)),
  )
}

function projectsAt(paths: readonly string[], from: string): readonly AlembicProject[] {
  return paths.flatMap((path) => projectAt(resolve(from, path), path) ?? [])
}

/** What projects found for several paths are together. */
function oneOf(found: readonly AlembicProject[]): AlembicProject | undefined {
  const [first] = found
  if (first === undefined) return undefined
  const other = found.find((each) => each.config !== first.config || each.section !== first.section)
  if (other !== undefined) {
    const nameOf = ({ config, section }: AlembicProject) =>
      section === undefined ? config : `[${section}] of ${config}`
    throw new UserError(
      'the paths belong to several Alembic projects',
      `check ${nameOf(first)} and ${nameOf(other)} apart`,
    )
  }
  const selected = found.every((each) => each.selected !== undefined)
    ? found.flatMap((each) => each.selected ?? [])
    : undefined
  const { selected: _, ...project } = first
  return selected === undefined ? project : { ...project, selected }
}

interface Below {
  readonly folder: string
  readonly shown: string
  readonly project: AlembicProject
}

function projectsBelow(paths: readonly string[], from: string): readonly Below[] {
  return paths.flatMap((path) => {
    const folder = resolve(from, path)
    return isFolder(folder) ? below(folder, path) : []
  })
}

function below(path: string, shown: string): readonly Below[] {
  return alembicFolders(path).flatMap((folder) => {
    const there = join(shown, relative(path, folder)).split(sep).join('/')
    const project = projectAt(folder, there)
    return project === undefined ? [] : [{ folder, shown: there, project }]
  })
}

function oneBelow(paths: readonly string[], found: readonly Below[]): AlembicProject | undefined {
  if (found.length <= 1) return found[0]?.project
  throw new UserError(
    `there are several Alembic projects below ${paths.join(', ')}`,
    `name one: ${found.map(({ shown }) => shown).join(', ')}; or all, under databases in the configuration`,
  )
}

function projectAt(path: string, shown: string): AlembicProject | undefined {
  if (!existsSync(path)) return undefined
  if (!isFolder(path)) {
    if (isConfig(path)) return { config: path, folder: dirname(path), reason: `${shown} is its configuration` }
    if (!path.endsWith('.py') || !isRevision(path)) return undefined
    return around(dirname(path), [path], `${shown} is a revision`)
  }
  const config = configIn(path)
  if (config !== undefined) return { config, folder: path, reason: `${basename(config)} in ${shown}` }
  if (isScriptFolder(path)) return around(path, undefined, `env.py in ${shown}`)
  if (revisionsIn(path).length > 0) return around(path, [path], `revisions in ${shown}`)
  // One folder down, such as in `backend`, the only one is as good as named.
  const [inner, ...more] = below(path, shown)
  const isNear = inner !== undefined && dirname(inner.folder) === path && more.length === 0
  return isNear ? inner.project : undefined
}

/** The configuration that belongs to a folder inside a project. */
function around(folder: string, selected: readonly string[] | undefined, reason: string): AlembicProject | undefined {
  const rest = selected === undefined ? {} : { selected }
  let script: string | undefined
  for (const each of foldersAbove(folder)) {
    script ??= existsSync(join(each, 'env.py')) ? each : undefined
    const config = configIn(each) ?? configIn(join(each, 'conf'))
    if (config === undefined) continue
    const section = sectionsIn(config).get(script ?? '')
    const named = section === undefined || section === 'alembic' ? {} : { section }
    return { config, folder: dirname(config), reason, ...named, ...rest }
  }
  return script === undefined ? undefined : { config: script, folder: script, reason, ...rest }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
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
  const text = isFolder(config) ? '' : readFileSync(config, 'utf8')
  const location = scriptLocation(text)?.replace('%(here)s', folder) ?? '.'
  const script = resolve(folder, location)
  const revisions = revisionsIn(join(script, 'versions'))
  return revisions.length > 0 && revisions.every((path) => namesSqlFile(readFileSync(path, 'utf8'), script))
}

function namesSqlFile(revision: string, script: string): boolean {
  const names = [...revision.matchAll(/["']([\w./-]+\.sql)["']/g)].map((match) => match[1] ?? '')
  const folders = [script, join(script, 'sql'), join(script, 'versions')]
  return names.length > 0 && names.every((name) => folders.some((each) => existsSync(join(each, name))))
}
