import type { Catalog } from '../catalog/catalog.ts'
import { partsOf, quoteIdentifier, withoutModifiers } from '../catalog/names.ts'
import type { Column } from '../catalog/table.ts'
import type { SystemRow } from './system-rows.ts'

/** What `information_schema.columns` says of a column, but for its table. */
export function columnFacts(column: Column, catalog: Catalog): SystemRow {
  const { name, type, nullable, identity, generated } = column
  return {
    column_name: name,
    is_nullable: nullable ? 'YES' : 'NO',
    is_identity: identity === undefined ? 'NO' : 'YES',
    is_generated: generated === undefined ? 'NEVER' : 'ALWAYS',
    // The server spells a default in its own way.
    ...(column.default === undefined && generated === undefined ? { column_default: null } : {}),
    ...typeFacts(type, catalog),
  }
}

/** A type as `format_type` shows it to who does not see its schema, or without the schema where it is on the search_path. */
export function shownType(type: string, { session, types, enums, domains }: Catalog): string {
  const element = type.replace(/(?:\[\])+$/, '')
  if (!types.has(element) && !enums.has(element) && !domains.has(element)) return type
  const { schema, name } = partsOf(element)
  return session.searchPath.includes(schema) ? quoteIdentifier(name) + type.slice(element.length) : type
}

/** What is said of the type of a column; nothing of a domain's, which is told as the type below it. */
function typeFacts(type: string, { enums, types }: Catalog): SystemRow {
  if (type.endsWith('[]')) return { data_type: 'ARRAY' }
  if (enums.has(type) || types.has(type)) return { data_type: 'USER-DEFINED', udt_name: partsOf(type).name }
  const plain = withoutModifiers(type)
  const internal = INTERNAL_NAMES[plain]
  if (internal === undefined) return {}
  const modifiers = /\(([\d,]+)\)/.exec(type)?.[1]?.split(',')
  const isText = plain === 'character varying' || plain === 'character' || plain === 'text'
  return {
    data_type: plain,
    udt_name: internal,
    ...(isText ? { character_maximum_length: modifiers?.[0] ?? null } : { character_maximum_length: null }),
    numeric_precision: PRECISIONS[plain] ?? (plain === 'numeric' ? (modifiers?.[0] ?? null) : null),
  }
}

/** The names in pg_type of the types whose names in SQL are others, and of those that are often asked for. */
const INTERNAL_NAMES: Readonly<Record<string, string>> = {
  bigint: 'int8',
  boolean: 'bool',
  bytea: 'bytea',
  character: 'bpchar',
  'character varying': 'varchar',
  date: 'date',
  'double precision': 'float8',
  inet: 'inet',
  integer: 'int4',
  json: 'json',
  jsonb: 'jsonb',
  numeric: 'numeric',
  real: 'float4',
  smallint: 'int2',
  text: 'text',
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  uuid: 'uuid',
}

/** In bits. */
const PRECISIONS: Readonly<Record<string, string>> = {
  bigint: '64',
  'double precision': '53',
  integer: '32',
  real: '24',
  smallint: '16',
}
