import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { ChosenRule, NamedRule } from './loaded-rule.ts'
import type { Preset, Severity } from './rule.ts'
import { nearestOf } from './text/nearest.ts'
import { UserError } from './text/user-error.ts'

/** What a project says once instead of at every call: `schemalint.config.json`. */
export interface Config {
  readonly preset?: Preset
  /** The target version, as a major number. */
  readonly postgres?: number
  /** Files and folders to check where the command line names none, relative to the file. */
  readonly migrations?: readonly string[]
  /** Folders of rules of one's own, relative to the file. */
  readonly rules?: readonly string[]
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /** A file of known findings, relative to the file. */
  readonly baseline?: string
}

/** The presets from small to large. */
export const PRESETS: readonly Preset[] = ['recommended', 'service', 'strict']

/** The oldest and newest major version that can be the target. */
export const VERSIONS = { oldest: 12, newest: 18 } as const

const FILE = 'schemalint.config.json'

/**
 * Reads the configuration named, or the one found in a folder or above it. Its paths come
 * out relative to `from`.
 * @throws UserError where the file is missing or says something impossible, naming the key.
 */
export function readConfig(named: string | undefined, from: string): Config {
  const path = named === undefined ? findUpwards(from) : resolve(from, named)
  if (path === undefined) return {}
  if (!existsSync(path))
    throw new UserError(`there is no file ${named}`, 'name a configuration file, or leave --config out')
  const shown = relative(from, path)
  const config = validate(parseJson(readFileSync(path, 'utf8'), shown), shown)
  const rebase = (list: readonly string[]) => list.map((each) => relative(from, join(dirname(path), each)) || '.')
  return {
    ...config,
    ...(config.migrations === undefined ? {} : { migrations: rebase(config.migrations) }),
    ...(config.rules === undefined ? {} : { rules: rebase(config.rules) }),
    ...(config.baseline === undefined ? {} : { baseline: relative(from, join(dirname(path), config.baseline)) }),
  }
}

/** What decides which rules judge, and how gravely. */
export interface Choice {
  readonly preset: Preset
  readonly severities: Readonly<Record<string, Severity | 'off'>>
  /** Where it is not empty, these rules alone judge. */
  readonly only: readonly string[]
}

/**
 * Chooses the rules to judge by. A file that does not parse is never passed over, so
 * `syntax-error` cannot be switched off.
 * @throws UserError where a rule is named that there is not.
 */
export function chooseRules(all: readonly NamedRule[], choice: Choice): readonly ChosenRule[] {
  const names = all.map((each) => each.name)
  for (const name of [...choice.only, ...Object.keys(choice.severities)]) checkName(name, names)
  const rank = (preset: Preset) => PRESETS.indexOf(preset)
  return all.flatMap(({ name, rule }): ChosenRule[] => {
    const said = choice.severities[name]
    const isInPreset = rank(rule.preset ?? 'recommended') <= rank(choice.preset)
    const isAsked = choice.only.length > 0 ? choice.only.includes(name) : isInPreset || said !== undefined
    const reportsErrors = rule.scope === 'action' && rule.on.includes('unparsed')
    if (reportsErrors && said === 'off')
      throw new UserError(`${name} cannot be switched off`, 'a file that does not parse was not checked')
    if (said === 'off' || !(isAsked || reportsErrors)) return []
    return [{ name, rule, severity: said ?? rule.severity }]
  })
}

function checkName(name: string, names: readonly string[]): void {
  if (names.includes(name)) return
  const near = nearestOf(name, names)
  throw new UserError(
    `there is no rule ${name}`,
    near === undefined ? '`schemalint rules` lists them' : `did you mean ${near}?`,
  )
}

function findUpwards(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, FILE)
    if (existsSync(path)) return path
    if (dirname(folder) === folder) return undefined
  }
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError(`${shown} is not JSON`, error instanceof Error ? error.message : undefined)
  }
}

function validate(value: unknown, shown: string): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UserError(`${shown} must hold an object`)
  for (const [key, entry] of Object.entries(value)) {
    const test = KEYS[key]
    if (test === undefined) {
      const near = nearestOf(key, Object.keys(KEYS))
      throw new UserError(
        `${shown} has an unknown key ${key}`,
        near === undefined ? `known keys: ${Object.keys(KEYS).join(', ')}` : `did you mean ${near}?`,
      )
    }
    if (!test.accepts(entry)) throw new UserError(`${shown}: ${key} must be ${test.expected}`)
  }
  return value as Config
}

const isStrings = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string')
const isSeverity = (value: unknown) => value === 'error' || value === 'warning' || value === 'off'

const KEYS: Readonly<Record<string, { readonly expected: string; accepts(value: unknown): boolean }>> = {
  $schema: { expected: 'a string', accepts: (value) => typeof value === 'string' },
  preset: { expected: `one of ${PRESETS.join(', ')}`, accepts: (value) => PRESETS.includes(value as Preset) },
  postgres: {
    expected: `a major version from ${VERSIONS.oldest} to ${VERSIONS.newest}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= VERSIONS.oldest && Number(value) <= VERSIONS.newest,
  },
  migrations: { expected: 'a list of paths', accepts: isStrings },
  rules: { expected: 'a list of folders', accepts: isStrings },
  baseline: { expected: 'a path', accepts: (value) => typeof value === 'string' },
  severities: {
    expected: 'an object of rule names and error, warning or off',
    accepts: (value) => typeof value === 'object' && value !== null && Object.values(value).every(isSeverity),
  },
}
