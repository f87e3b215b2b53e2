import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { foldersAbove } from './interpreter.ts'

/**
 * Folders of Alembic projects in and below a folder, each project once: the folder of its
 * configuration, or else that of env.py beside revisions.
 */
export function alembicFolders(folder: string): readonly string[] {
  const found = [...walk(folder, DEEPEST)]
  const configured = found.flatMap((each) => configIn(each) ?? [])
  const scripts = new Set(configured.flatMap((config) => [...sectionsIn(config).keys()]))
  return found.filter((each) => configIn(each) !== undefined || !scripts.has(resolve(each)))
}

function* walk(folder: string, depth: number): Generator<string> {
  if (isAlembicFolder(folder)) return yield folder
  if (depth === 0) return
  for (const each of readdirSync(folder, { withFileTypes: true }))
    if (each.isDirectory() && !NOT_OF_THE_PROJECT.test(each.name)) yield* walk(join(folder, each.name), depth - 1)
}

/** Folders are not looked for deeper than this. */
export const DEEPEST = 7

/** Folders that hold what others wrote, what is built, or what is tried. */
export const NOT_OF_THE_PROJECT =
  /^(?:\..*|node_modules|vendor|venv|dist|build|target|testdata|tests?|fixtures|examples?)$/

/** Whether a folder holds a configuration of Alembic, or env.py beside revisions. */
export function isAlembicFolder(folder: string): boolean {
  return configIn(folder) !== undefined || isScriptFolder(folder)
}

/** Whether a folder is one that `alembic init` made. */
export function isScriptFolder(folder: string): boolean {
  return existsSync(join(folder, 'env.py')) && existsSync(join(folder, 'versions'))
}

/** The configuration of Alembic in a folder. */
export function configIn(folder: string): string | undefined {
  return ['alembic.ini', 'pyproject.toml'].map((name) => join(folder, name)).find(isConfig)
}

/** Whether a file is a configuration of Alembic. */
export function isConfig(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false
  if (path.endsWith('.toml')) return /^\[tool\.alembic\]/m.test(readFileSync(path, 'utf8'))
  return path.endsWith('.ini') && /^\[alembic\]/m.test(readFileSync(path, 'utf8'))
}

/** The script folders that a configuration names, each with its section: `alembic --name` reads one of them. */
export function sectionsIn(config: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (statSync(config).isDirectory()) return found
  const folder = dirname(config)
  for (const text of readFileSync(config, 'utf8').split(/^(?=\[)/m)) {
    const name = /^\[(?:tool\.)?([^\]]+)\]/.exec(text)?.[1] ?? 'DEFAULT'
    const location = scriptLocation(text)?.replace('%(here)s', folder)
    if (name === 'DEFAULT' || location === undefined) continue
    const inner = location.replace(/^([\w.]{2,}):(.*)/, (_, names: string, rest: string) =>
      [...names.split('.'), ...rest.split(':')].join('/'),
    )
    // It is meant from where Alembic is started, most often here or one folder up, or from where its package is.
    const bases = inner === location ? [folder, dirname(folder)] : packageBases(folder)
    const script = bases.map((each) => resolve(each, inner)).find((each) => existsSync(each))
    if (script !== undefined) found.set(script, name)
  }
  return found
}

function packageBases(folder: string): readonly string[] {
  return [...foldersAbove(resolve(folder))].flatMap((each) => [each, join(each, 'src')])
}

/** What a configuration, or a section of one, gives as script_location. */
export function scriptLocation(text: string): string | undefined {
  return /^\s*script_location\s*=\s*"?(.*?)"?\s*$/m.exec(text)?.[1]
}
