import type { Catalog, Identifier, Name } from './catalog.ts'
import { EXTENSION_CONTENTS } from './extension-contents.ts'
import { isContributed } from './extensions.ts'
import { withoutModifiers } from './names.ts'
import type { IndexKey } from './objects.ts'
import { type Refusal, unfit } from './refusal.ts'
import type { Column } from './table.ts'
import type { ConstraintDefinition } from './table-actions.ts'

/** What an index is to be made of. */
export interface Indexed {
  readonly table: Name
  readonly method: string
  readonly keys: readonly (IndexKey | { readonly column: Identifier })[]
  /** The type of a column, where that is known. */
  typeOf(column: Identifier): string | undefined
}

/** That an index has a column whose values its access method can neither compare nor search, unless an operator class is named. */
export function withoutOperatorClass(catalog: Catalog, { table, method, keys, typeOf }: Indexed): Refusal | undefined {
  const lacking = LACKING[method]
  if (lacking === undefined) return undefined
  for (const key of keys) {
    if (!('column' in key) || ('operatorClass' in key && key.operatorClass !== undefined)) continue
    const type = withoutModifiers(typeOf(key.column) ?? '')
    if (!lacking.has(type) || mayBeAdded(catalog, method, type)) continue
    const reason = `data type ${type} has no default operator class for access method "${method}"`
    return unfit(table, reason, '42704', [table])
  }
  return undefined
}

/** The same of the index behind a constraint. */
export function withoutOperatorClassOfKey(
  catalog: Catalog,
  constraint: ConstraintDefinition,
  on: Pick<Indexed, 'table' | 'typeOf'>,
): Refusal | undefined {
  if (constraint.type === 'exclusion') return withoutOperatorClass(catalog, { ...on, ...constraint })
  // Of a range WITHOUT OVERLAPS the index is another one.
  if ((constraint.type !== 'primaryKey' && constraint.type !== 'unique') || constraint.withoutOverlaps === true)
    return undefined
  const keys = constraint.columns.map((column) => ({ column }))
  return withoutOperatorClass(catalog, { ...on, method: 'btree', keys })
}

/** What tells the types of a table's columns, as far as they are known. */
export function typesIn(
  table: { readonly columns: readonly Pick<Column, 'name' | 'type'>[] } | undefined,
): Indexed['typeOf'] {
  return (column) => table?.columns.find((each) => each.name === column)?.type
}

/** Whether a type may have an operator class that the server has not brought along. */
function mayBeAdded({ extensions, others }: Catalog, method: string, type: string): boolean {
  for (const { kind } of others.values()) if (kind === 'operator class') return true
  const accepting = [type, ...(COERCIBLE[type] ?? [])]
  return [...extensions.keys()].some(
    (name) =>
      !isContributed(name) ||
      accepting.some((each) => EXTENSION_CONTENTS[name]?.classes?.includes(` ${method}! ${each}`) === true),
  )
}

/** Types as which values are taken as they are: what has an operator class for these has one for them, too. */
const COERCIBLE: Readonly<Record<string, readonly string[]>> = {
  'character varying': ['text', 'character'],
  text: ['character'],
}

/** Types without any order. */
const UNORDERED = ['box', 'circle', 'json', 'jsonpath', 'line', 'lseg', 'path', 'point', 'polygon', 'xml']

/** Types whose values are one each, and ordered. */
const SIMPLE = [
  ...['bigint', 'boolean', 'bytea', 'character', 'character varying', 'date', 'double precision', 'integer', 'numeric'],
  ...['real', 'smallint', 'text', 'timestamp with time zone', 'timestamp without time zone', 'uuid'],
]

/** By access method the types for which the server has no default operator class. */
const LACKING: Readonly<Record<string, ReadonlySet<string>>> = {
  btree: new Set(UNORDERED),
  hash: new Set(UNORDERED),
  gin: new Set([...SIMPLE, ...UNORDERED]),
  gist: new Set([...SIMPLE, 'json', 'jsonb', 'xml']),
}
