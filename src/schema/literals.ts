import type { Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import type { StorageOptions } from '../catalog/table.ts'

/** A list of identifiers with commas between. */
export function identifiers(names: readonly Identifier[]): string {
  return names.map(quoteIdentifier).join(', ')
}

/** `WITH (fillfactor='70')`, or nothing. */
export function withOptions(options: StorageOptions | undefined): string {
  const list = optionList(options)
  return list === undefined ? '' : ` with (${list})`
}

/** The values of WITH, each as a string, which the server reads as what it must be. */
export function optionList(options: StorageOptions | undefined): string | undefined {
  const entries = Object.entries(options ?? {})
  if (entries.length === 0) return undefined
  const name = (text: string) => text.split('.').map(quoteIdentifier).join('.')
  return entries.map(([key, value]) => `${name(key)}=${quoteLiteral(value)}`).join(', ')
}

/** ` options (name 'value', …)`, or nothing. */
export function foreignOptions(options: StorageOptions | undefined): string {
  if (options === undefined) return ''
  return ` options (${Object.entries(options)
    .map(([name, value]) => `${quoteIdentifier(name)} ${quoteLiteral(value)}`)
    .join(', ')})`
}

/** A list of schemas is given member by member; any other value is one string. */
export function printSetting(name: string, value: string): string {
  if (name !== 'search_path') return quoteLiteral(value)
  const members = [...value.matchAll(/"((?:[^"]|"")*)"|[^,\s"]+/g)]
  return members.map(([plain, quoted]) => quoteLiteral(quoted?.replaceAll('""', '"') ?? plain)).join(', ')
}

/** A statement that names the database it runs in, between two parts of its text. */
export function onOwnDatabase(before: string, after: string): string {
  const format = [before, after].map((part) => part.replaceAll('%', '%%')).join('%I')
  return `do $do$ begin execute format(${quoteLiteral(format)}, current_database()); end $do$`
}
