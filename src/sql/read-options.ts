import { setOptions } from '../catalog/storage-options.ts'
import type { Deferrable, StorageOptions } from '../catalog/table.ts'
import type { Node } from './parser.ts'
import { stringsOf } from './reading.ts'

/** The values of WITH (…) and SET (…), as the server keeps them: names in lower case, values as text. */
export function readStorageOptions(nodes: readonly Node[] | undefined): StorageOptions | undefined {
  if (nodes === undefined) return undefined
  const entries = nodes.map((each) => [optionName(each.DefElem), optionText(each.DefElem.arg)] as const)
  // `oids = false` is accepted for the sake of old dumps, and forgotten.
  const kept = entries.filter(([name]) => name !== 'oids')
  return kept.length === 0 ? undefined : setOptions<{ options?: StorageOptions }>({}, Object.fromEntries(kept)).options
}

/** A tablespace that is named; `pg_default` is where everything is kept of which nothing is said. */
export function readTablespace(name: string | undefined): { readonly tablespace?: string } {
  return name === undefined || name === 'pg_default' ? {} : { tablespace: name }
}

/** The names in RESET (…). */
export function readOptionNames(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).map((each) => optionName(each.DefElem))
}

/** The value of an option as text; an option without a value is true. */
export function optionText(argument: Node | undefined): string {
  if (argument === undefined) return 'true'
  if (argument.Integer !== undefined) return String(argument.Integer.ival ?? 0)
  if (argument.Float !== undefined) return String(argument.Float.fval)
  if (argument.Boolean !== undefined) return String(argument.Boolean.boolval === true)
  if (argument.TypeName !== undefined) return stringsOf(argument.TypeName.names).join('.')
  if (argument.List !== undefined) return stringsOf(argument.List.items).join('.')
  return String(argument.String?.sval ?? '')
}

/** DEFERRABLE and INITIALLY DEFERRED of a constraint. */
export function deferrableOf(node: Node): Deferrable | undefined {
  if (node.initdeferred === true) return 'initially deferred'
  return node.deferrable === true ? 'initially immediate' : undefined
}

function optionName(option: Node): string {
  const name = String(option.defname)
  return option.defnamespace === undefined ? name : `${option.defnamespace}.${name}`
}

/** OPTIONS (…) of foreign tables, columns and the like, whose names and values the server leaves as they are. */
export function readForeignOptions(nodes: readonly Node[] | undefined): StorageOptions | undefined {
  if (nodes === undefined || nodes.length === 0) return undefined
  return Object.fromEntries(nodes.map(({ DefElem: each }) => [each.defname, each.arg?.String?.sval ?? '']))
}
