import type { Catalog, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import { withoutModifiers } from './names.ts'
import { mapEntries } from './persistent-map.ts'
import type { Reference, SqlText } from './sql-text.ts'
import type { Column, Table } from './table.ts'

/**
 * The default of a column whose type changes. A string or NULL without a type of its own got
 * that of the column when it was given, and keeps it: `'1970-01-01'` of a column that becomes
 * timestamptz is still a timestamp.
 */
export function defaultOfType(catalog: Catalog, column: Column): Column {
  const { default: value } = column
  if (value?.sql === undefined || column.generated !== undefined || !isUntyped(value.sql)) return column
  const sql = { ...value.sql, pieces: [...value.sql.pieces, '::', ...typePieces(catalog, column.type)] }
  return { ...column, default: { ...value, sql } }
}

/** Carries the other name of an enum's label into the defaults that are that label. */
export function renameLabelInDefaults(catalog: Catalog, type: Name, from: string, to: string): Catalog {
  const inDefault = (value: Expression): Expression => {
    const [first, ...rest] = value.sql?.pieces ?? []
    const literal = typeof first === 'string' ? LITERAL.exec(first) : null
    if (value.sql === undefined || literal === null || literalValue(literal[1]!) !== from) return value
    const renamed = `'${to.replaceAll("'", "''")}'${literal[2] ?? ''}`
    return { ...value, sql: { ...value.sql, pieces: [renamed, ...rest] } }
  }
  const tables = mapEntries(catalog.tables, (table: Table, name): readonly [Name, Table] => {
    if (!table.columns.some((column) => column.type === type && column.default !== undefined)) return [name, table]
    const columns = table.columns.map((column) =>
      column.type === type && column.default !== undefined ? { ...column, default: inDefault(column.default) } : column,
    )
    return [name, { ...table, columns }]
  })
  return { ...catalog, tables }
}

function isUntyped({ pieces }: SqlText): boolean {
  const [only] = pieces
  if (pieces.length !== 1 || typeof only !== 'string') return false
  return LITERAL.exec(only)?.[2] === '' || /^null$/i.test(only.trim())
}

/** Without modifiers, as the server has it: a length is a conversion of its own, which the other type does away with. */
function typePieces(catalog: Catalog, type: string): readonly (string | Reference)[] {
  const [, name = '', array = ''] = /^(.*?)((?:\[\])?)$/.exec(type) ?? []
  const isOwn = catalog.enums.has(name) || catalog.domains.has(name) || catalog.types.has(name)
  if (isOwn) return [{ to: 'type', name }, array]
  if (name.startsWith('interval')) return [type]
  const bare = withoutModifiers(name)
  return [`${UNLIMITED.get(bare) ?? bare}${array}`]
}

/** Types that have a length of 1 where none is given, under the names that have none. */
const UNLIMITED: ReadonlyMap<string, string> = new Map([
  ['character', 'bpchar'],
  ['bit', '"bit"'],
])

/** A string, and what follows it: nothing, or a cast. */
const LITERAL = /^\s*(E?'(?:[^'\\]|''|\\.)*')\s*(|::[\s\S]*)$/i

function literalValue(literal: string): string {
  return literal.replace(/^E/i, '').slice(1, -1).replaceAll("''", "'")
}
