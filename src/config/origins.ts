import type { Config } from './config.ts'
import type { ResolvedConfig } from './read-config.ts'

/** One thing that the configuration says, and where it comes from. */
export interface Setting {
  /** The key, with a dot before one inside another. */
  readonly key: string
  readonly value: unknown
  /** A file, a preset that a file extends, or `default`. */
  readonly source: string
}

/** Every setting that counts, in the order of the schema, with those of `defaults` that nothing overrules. */
export function settingsOf({ config, layers }: ResolvedConfig, defaults: Config): readonly Setting[] {
  const said = layers.flatMap((layer) => flatten(layer.config).map((each) => ({ ...each, source: layer.source })))
  const settings = new Map(flatten(defaults).map((each) => [each.key, { ...each, source: 'default' }]))
  for (const each of said) settings.set(each.key, each)
  const { overrides = [] } = config
  if (overrides.length === 0) return [...settings.values()]
  const sources = layers.filter((layer) => layer.config.overrides !== undefined).map((layer) => layer.source)
  return [...settings.values()].map((each) =>
    each.key === 'overrides' ? { key: 'overrides', value: overrides, source: sources.join(', ') } : each,
  )
}

/** Severities and databases are put together by name from several files, so each name has a source of its own. */
function flatten({ severities = {}, databases = {}, ...rest }: Config): readonly Omit<Setting, 'source'>[] {
  const named = (prefix: string, values: object) =>
    Object.entries(values).map(([name, value]) => ({ key: `${prefix}.${name}`, value: value as unknown }))
  return [
    ...Object.entries(rest).map(([key, value]) => ({ key, value: value as unknown })),
    ...named('severities', severities),
    ...named('databases', databases),
  ]
}
