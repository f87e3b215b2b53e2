import { omit } from './edit-catalog.ts'
import type { StorageOptions } from './table.ts'

/**
 * Sets some options and resets others; what is set goes to the end, as `transformRelOptions` does.
 * Those of the TOAST table are kept apart, and come last.
 */
export function setOptions<T extends { readonly options?: StorageOptions }>(
  object: T,
  options: StorageOptions,
  reset: readonly string[] = [],
): T {
  const kept = Object.entries(object.options ?? {}).filter(([name]) => !(name in options) && !reset.includes(name))
  const isOfToast = ([name]: readonly [string, string]) => name.startsWith('toast.')
  const all = [...kept, ...Object.entries(options)]
  const entries = [...all.filter((each) => !isOfToast(each)), ...all.filter(isOfToast)]
  const bare = omit(object, 'options')
  return (entries.length === 0 ? bare : { ...bare, options: Object.fromEntries(entries) }) as T
}

/** `pg_default` is where everything is kept of which nothing is said. */
export function withTablespace<T extends { readonly tablespace?: string }>(object: T, tablespace: string): T {
  const bare = omit(object, 'tablespace')
  return (tablespace === 'pg_default' ? bare : { ...bare, tablespace }) as T
}
