import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { InvalidArgumentError } from 'commander'
import { builtInRules } from '../built-in-rules.ts'
import { chooseRules } from '../choose-rules.ts'
import { type Config, type DatabaseConfig, type Override, VERSIONS } from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import { checkRuleNames } from '../config/rule-names.ts'
import { loadRuleFolder } from '../load-rules.ts'
import type { ChosenRule, NamedRule } from '../loaded-rule.ts'
import type { AlembicOptions } from '../migrations/alembic/run-bridge.ts'
import type { Newness } from '../newness.ts'
import type { Preset, Severity } from '../rule.ts'
import { UserError } from '../text/user-error.ts'
import { type AlembicFlags, alembicFrom } from './alembic-options.ts'
import type { BaselineFlags } from './baseline-options.ts'
import { choosePaths, isInside } from './choose-paths.ts'
import { type NewnessFlags, newnessFrom } from './newness-options.ts'

/** What `check` and `verify` may both be told. */
export interface JudgingOptions extends AlembicFlags, NewnessFlags, BaselineFlags {
  readonly preset?: Preset
  readonly rule?: Readonly<Record<string, Severity | 'off'>>
  readonly only?: readonly string[]
  readonly rules?: readonly string[]
  readonly config?: string
  readonly runner?: string
  readonly database?: string
}

/** What `--base` says, where it says anything. */
export function based({ base }: { readonly base?: string }): { readonly base?: string } {
  return base === undefined ? {} : { base }
}

/** The version that is assumed where nothing is said. */
export const DEFAULT_POSTGRES = 17

/** What is to be judged, and by what. */
export interface Judging {
  /** The name of the database, where the configuration knows several. */
  readonly database?: string
  readonly config: Config
  readonly paths: readonly string[]
  readonly preset: Preset
  readonly rules: readonly ChosenRule[]
  readonly overrides: readonly Override[]
  /** The names of all rules that there are. */
  readonly known: readonly string[]
  readonly runner?: string
  readonly alembic: AlembicOptions
  readonly newness?: Newness
  /** The paths that were named, where more is read for context. */
  readonly selected?: readonly string[]
}

/**
 * Puts command line, configuration and layout together; the nearer word counts.
 * @throws UserError where the configuration knows several databases and none of them is named.
 */
export async function judgingFrom(paths: readonly string[], options: JudgingOptions): Promise<Judging> {
  const [first, ...others] = await judgingsFrom(paths, options)
  const names = [first, ...others].map((each) => each?.database)
  if (first === undefined || others.length > 0)
    throw new UserError('there are several databases, and this is about one', `say --database ${names.join(' or ')}`)
  return first
}

/** What is to be judged of each database that the configuration knows, or of the only one there is. */
export async function judgingsFrom(paths: readonly string[], options: JudgingOptions): Promise<readonly Judging[]> {
  const from = process.cwd()
  const { config, layers } = await readConfig(options.config, from)
  const all = await allRules(options.rules ?? config.rules ?? [])
  await checkRuleNames(
    layers,
    all.map((rule) => rule.name),
  )
  const newness = newnessFrom(options, from)
  const databases = databasesIn(config, paths, options.database)
  return databases.map(({ name, told, paths: own }): Judging => {
    const preset = options.preset ?? told.preset ?? config.preset ?? 'recommended'
    const severities = { ...config.severities, ...told.severities, ...options.rule }
    const overrides = exceptFor(config.overrides ?? [], options.rule ?? {})
    const runner = options.runner ?? told.runner
    const rules = chooseRules(all, { preset, severities, only: options.only ?? [], overrides })
    return {
      ...(name === undefined ? {} : { database: name }),
      config: { ...config, ...told },
      ...choosePaths(own, told.migrations ?? []),
      preset,
      rules,
      overrides,
      known: all.map((rule) => rule.name),
      alembic: alembicFrom(options),
      ...(runner === undefined ? {} : { runner }),
      ...(newness === undefined ? {} : { newness }),
    }
  })
}

interface ToldDatabase {
  readonly name?: string
  readonly told: DatabaseConfig
  readonly paths: readonly string[]
}

/** The databases to judge: the one that is named, those that the paths belong to, or all. */
function databasesIn(config: Config, paths: readonly string[], named: string | undefined): readonly ToldDatabase[] {
  const all = Object.entries(config.databases ?? {})
  if (named !== undefined && !all.some(([name]) => name === named))
    throw new UserError(
      `the configuration knows no database ${named}`,
      all.length === 0 ? 'name it under databases' : `it knows ${all.map(([name]) => name).join(', ')}`,
    )
  if (all.length === 0) return [{ told: config, paths }]
  const wanted = all.filter(([name]) => named === undefined || name === named)
  const holds = (told: DatabaseConfig, path: string) =>
    (told.migrations ?? []).some((each) => resolve(each) === resolve(path) || isInside(path, each))
  const stray = paths.find((path) => !wanted.some(([, told]) => holds(told, path)))
  if (stray !== undefined)
    throw new UserError(
      `${stray} belongs to no database`,
      `their migrations are in ${wanted.flatMap(([, told]) => told.migrations ?? []).join(', ')}`,
    )
  return wanted.flatMap(([name, told]): readonly ToldDatabase[] => {
    const own = paths.filter((path) => holds(told, path))
    return own.length === 0 && paths.length > 0 ? [] : [{ name, told, paths: own }]
  })
}

/** What the command line says of a rule is nearer than what the configuration says of it anywhere. */
function exceptFor(overrides: readonly Override[], said: Readonly<Record<string, unknown>>): readonly Override[] {
  return overrides.map(({ files, severities }) => ({
    files,
    severities: Object.fromEntries(Object.entries(severities).filter(([name]) => !Object.hasOwn(said, name))),
  }))
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
