import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Preset } from '../rule.ts'
import { UserError } from '../text/user-error.ts'
import { type Config, type ConfigFile, type DatabaseConfig, PRESETS } from './config.ts'
import { findConfig } from './find-config.ts'
import { loadFile } from './load-file.ts'
import { CONFIG_SCHEMA } from './schema.ts'
import { faultIn, type Way, wayText } from './validate.ts'

/** What one file says, or a preset that it extends. */
export interface Layer {
  /** The file's path as people see it, or the preset. */
  readonly source: string
  readonly config: Config
  /** The source, with the line of a value where that is known. */
  placeOf(way: Way): Promise<string>
}

/** A configuration with what it was put together from; a later layer counts more. */
export interface ResolvedConfig {
  readonly config: Config
  readonly layers: readonly Layer[]
}

/**
 * Reads the configuration named, or the one found in a folder or above it, with what it extends.
 * Its paths come out relative to `from`.
 * @throws UserError where a file is missing or says something impossible, naming file and key.
 */
export async function readConfig(named: string | undefined, from: string): Promise<ResolvedConfig> {
  const path = named === undefined ? findConfig(from) : resolve(from, named)
  const layers = path === undefined ? [] : await layersOf(path, from, [])
  return { layers, config: layers.reduce<Config>((lower, { config }) => merge(lower, config), {}) }
}

async function layersOf(path: string, from: string, through: readonly string[]): Promise<readonly Layer[]> {
  const source = relative(from, path).split(sep).join('/')
  if (through.includes(path)) throw new UserError(`${source} extends itself`, `by way of ${through.length} files`)
  const { value, placeOf } = await validFile(path, source)
  const { extends: extended = [], $schema: _, ...config } = value
  const layers: Layer[] = []
  for (const name of typeof extended === 'string' ? [extended] : extended) {
    if (isPreset(name)) layers.push(presetLayer(name, `preset ${name}, which ${source} extends`))
    else layers.push(...(await layersOf(locate(name, path, source), from, [...through, path])))
  }
  return [...layers, { source, config: rebase(config, dirname(path), from), placeOf }]
}

function presetLayer(preset: Preset, source: string): Layer {
  return { source, config: { preset }, placeOf: async () => source }
}

async function validFile(path: string, source: string) {
  const { value, lineOf } = await loadFile(path, source)
  const placeOf = async (way: Way) => {
    const line = await lineOf(way)
    return line === undefined ? source : `${source}:${line}`
  }
  const fault = faultIn(value, CONFIG_SCHEMA)
  if (fault === undefined) return { value: value as ConfigFile, placeOf }
  const what = wayText(fault.way) || 'the configuration'
  throw new UserError(`${await placeOf(fault.way)}: ${what} ${fault.message}`, fault.hint)
}

function isPreset(name: string): name is Preset {
  return PRESETS.some((each) => each === name)
}

function locate(name: string, path: string, source: string): string {
  if (name.startsWith('.') || isAbsolute(name)) {
    const file = resolve(dirname(path), name)
    if (existsSync(file)) return file
    throw new UserError(
      `${source}: extends: there is no file ${name}`,
      'it is looked for beside the one that extends it',
    )
  }
  try {
    return createRequire(path).resolve(name)
  } catch {
    throw new UserError(
      `${source}: extends: there is no package ${name}`,
      `install it, or say one of ${PRESETS.join(', ')}, or a file: ./${name}`,
    )
  }
}

/** Severities and databases are put together by name, exceptions are added up; of the rest the later counts. */
function merge(lower: Config, upper: Config): Config {
  const severities = { ...lower.severities, ...upper.severities }
  const overrides = [...(lower.overrides ?? []), ...(upper.overrides ?? [])]
  const databases = { ...lower.databases, ...upper.databases }
  return {
    ...lower,
    ...upper,
    ...(Object.keys(severities).length > 0 ? { severities } : {}),
    ...(overrides.length > 0 ? { overrides } : {}),
    ...(Object.keys(databases).length > 0 ? { databases } : {}),
  }
}

function rebase({ rules, baseline, overrides, databases, ...rest }: Config, folder: string, from: string): Config {
  const seen = (path: string) => relative(from, join(folder, path)).split(sep).join('/') || '.'
  const own = ({ migrations, ...others }: DatabaseConfig): DatabaseConfig =>
    migrations === undefined ? others : { ...others, migrations: migrations.map(seen) }
  return {
    ...own(rest),
    ...(rules === undefined ? {} : { rules: rules.map(seen) }),
    ...(baseline === undefined ? {} : { baseline: seen(baseline) }),
    ...(overrides === undefined
      ? {}
      : { overrides: overrides.map((each) => ({ ...each, files: each.files.map(seen) })) }),
    ...(databases === undefined
      ? {}
      : { databases: Object.fromEntries(Object.entries(databases).map(([name, each]) => [name, own(each)])) }),
  }
}
