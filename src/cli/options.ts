import { existsSync, readdirSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { InvalidArgumentError } from 'commander'
import { builtInRules } from '../built-in-rules.ts'
import { type Choice, type Config, chooseRules, readConfig, VERSIONS } from '../config.ts'
import { loadRuleFolder } from '../load-rules.ts'
import type { ChosenRule, NamedRule } from '../loaded-rule.ts'
import { configIn } from '../migrations/alembic/find-project.ts'
import type { AlembicOptions } from '../migrations/alembic/run-bridge.ts'
import type { Newness } from '../newness.ts'
import type { Preset, Severity } from '../rule.ts'
import { UserError } from '../text/user-error.ts'
import { type AlembicFlags, alembicFrom } from './alembic-options.ts'
import type { BaselineFlags } from './baseline-options.ts'
import { type NewnessFlags, newnessFrom } from './newness-options.ts'

/** What `check` and `verify` may both be told. */
export interface JudgingOptions extends AlembicFlags, NewnessFlags, BaselineFlags {
  readonly preset?: Preset
  readonly rule?: Readonly<Record<string, Severity | 'off'>>
  readonly only?: readonly string[]
  readonly rules?: readonly string[]
  readonly config?: string
  readonly runner?: string
}

/** The version that is assumed where nothing is said. */
export const DEFAULT_POSTGRES = 17

/** What is to be judged, and by what. */
export interface Judging {
  readonly config: Config
  readonly paths: readonly string[]
  readonly preset: Preset
  readonly rules: readonly ChosenRule[]
  /** The names of all rules that there are. */
  readonly known: readonly string[]
  readonly runner?: string
  readonly alembic: AlembicOptions
  readonly newness?: Newness
  /** The paths that were named, where more is read for context. */
  readonly selected?: readonly string[]
}

/** Puts command line, configuration and layout together; the nearer word counts. */
export async function judgingFrom(paths: readonly string[], options: JudgingOptions): Promise<Judging> {
  const from = process.cwd()
  const config = readConfig(options.config, from)
  const preset = options.preset ?? config.preset ?? 'recommended'
  const choice: Choice = { preset, severities: { ...config.severities, ...options.rule }, only: options.only ?? [] }
  const all = await allRules(options.rules ?? config.rules ?? [])
  const rules = chooseRules(all, choice)
  const known = all.map((rule) => rule.name)
  const runner = options.runner === undefined ? {} : { runner: options.runner }
  const newness = newnessFrom(options, from)
  return {
    config,
    ...choosePaths(paths, config),
    preset,
    rules,
    known,
    alembic: alembicFrom(options),
    ...runner,
    ...(newness === undefined ? {} : { newness }),
  }
}

/** The built-in rules and those of one's own folders; no two may share a name. */
export async function allRules(folders: readonly string[]): Promise<readonly NamedRule[]> {
  const rules = new Map((await builtInRules()).map((each) => [each.name, each]))
  for (const folder of folders) {
    for (const each of await loadRuleFolder(pathToFileURL(`${resolve(folder)}/`))) {
      if (rules.has(each.name))
        throw new UserError(`there are two rules named ${each.name}`, `rename the file in ${folder}`)
      rules.set(each.name, each)
    }
  }
  return [...rules.values()]
}

/** Where migrations usually are. */
const USUAL_FOLDERS = [
  'migrations',
  'db/migrations',
  'supabase/migrations',
  'prisma/migrations',
  'drizzle',
  'database/migrations',
  'sql/migrations',
  'src/main/resources/db/migration',
]

/** Paths inside a folder of the configuration are judged with all of the folder as their context. */
function choosePaths(
  paths: readonly string[],
  { migrations = [] }: Config,
): { readonly paths: readonly string[]; readonly selected?: readonly string[] } {
  if (paths.length === 0) return { paths: migrations.length > 0 ? migrations : usualPaths() }
  const isInside = (path: string, folder: string) => {
    const way = relative(resolve(folder), resolve(path))
    return way !== '' && !way.startsWith('..') && !isAbsolute(way)
  }
  const folderOf = (path: string) =>
    path.endsWith('.py') ? undefined : migrations.find((folder) => existsSync(path) && isInside(path, folder))
  if (!paths.some((path) => folderOf(path) !== undefined)) return { paths }
  return { paths: [...new Set(paths.map((path) => folderOf(path) ?? path))], selected: paths }
}

function usualPaths(): readonly string[] {
  if (configIn('.') !== undefined) return ['.']
  const found = USUAL_FOLDERS.filter((folder) => existsSync(folder))
  if (found.length > 0) return found.slice(0, 1)
  const backend = readdirSync('.').filter((name) => statSync(name).isDirectory() && configIn(name) !== undefined)
  if (backend.length === 1) return backend
  throw new UserError(
    'there are no migrations where they usually are',
    `name their folder: schemalint check FOLDER (looked for alembic.ini, ${USUAL_FOLDERS.join(', ')})`,
  )
}

/** `--rule name=severity` */
export function addRule(
  value: string,
  earlier: Record<string, Severity | 'off'> = {},
): Record<string, Severity | 'off'> {
  const [name, severity, ...rest] = value.split('=')
  const isSeverity = severity === 'error' || severity === 'warning' || severity === 'off'
  if (name === undefined || name === '' || !isSeverity || rest.length > 0)
    throw new InvalidArgumentError('say NAME=error, NAME=warning or NAME=off')
  return { ...earlier, [name]: severity }
}

/** An option that may be repeated, or hold several words by comma. */
export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(',').filter((each) => each !== '')]
}

/** `--postgres 16` */
export function parsePostgres(value: string): number {
  const major = Number(value)
  if (Number.isInteger(major) && major >= VERSIONS.oldest && major <= VERSIONS.newest) return major
  throw new InvalidArgumentError(`a major version from ${VERSIONS.oldest} to ${VERSIONS.newest}`)
}

/** A number of things, from 0. */
export function parseCount(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= 0) return number
  throw new InvalidArgumentError('a whole number from 0')
}
