import type { Catalog, Name } from '../catalog/catalog.ts'
import { extensionType } from '../catalog/extensions.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Node } from './parser.ts'
import { objectName, type Reading, stringsOf } from './reading.ts'
import { spatialModifiers } from './spatial-types.ts'

/** A type as `format_type` prints it, and whether it was written as one of the serial types. */
export interface TypeReading {
  readonly type: string
  readonly serial: boolean
}

/** Reads the name of a type in a column, argument or cast. */
export function readType(reading: Pick<Reading, 'before'>, node: Node): TypeReading {
  const parts = stringsOf(node.names)
  const last = parts.at(-1) ?? ''
  const isSystem = parts.length === 1 || parts[0] === 'pg_catalog'
  const serial = parts.length === 1 ? SERIAL.get(last) : undefined
  const array = (node.arrayBounds?.length ?? 0) > 0 ? '[]' : ''
  if (serial !== undefined) return { type: serial + array, serial: true }
  if (node.pct_type === true) return { type: copiedType(reading, parts), serial: false }
  // The server's own types come first, unless the search_path has another place for them.
  const isLate = parts.length === 1 && reading.before.session.searchPath.indexOf('pg_catalog') > 0
  const shadowed = isLate && !GRAMMAR_TYPES.has(last) && isUserType(reading.before, userTypeName(reading, parts))
  const base = isSystem && !shadowed ? builtInType(last, node) : undefined
  return { type: (base ?? withModifiers(userTypeName(reading, parts), node)) + array, serial: false }
}

/** `table.column%TYPE` */
function copiedType(reading: Pick<Reading, 'before'>, parts: readonly string[]): string {
  const table = objectName(reading, parts.slice(0, -1), (name) => reading.before.tables.has(name))
  return reading.before.tables.get(table)?.columns.find((column) => column.name === parts.at(-1))?.type ?? 'unknown'
}

function userTypeName(reading: Pick<Reading, 'before'>, parts: readonly string[]): Name {
  return objectName(reading, parts, (name) => isUserType(reading.before, name))
}

function isUserType(catalog: Catalog, name: Name): boolean {
  if (extensionType(catalog, name) !== undefined) return true
  return catalog.enums.has(name) || catalog.domains.has(name) || catalog.types.has(name) || catalog.tables.has(name)
}

function builtInType(name: string, node: Node): string | undefined {
  const modifiers = TIMES.has(name) ? modifiersOf(node).map(withinMicroseconds) : modifiersOf(node)
  // The scale of numeric is 0 where only its precision is said, and then it is printed.
  const printed = name === 'numeric' && modifiers.length === 1 ? [...modifiers, '0'] : modifiers
  const list = printed.length === 0 ? '' : `(${printed.join(',')})`
  if (name === 'bpchar') return list === '' ? 'bpchar' : `character${list}`
  if (name === 'char' && modifiers.length === 0) return '"char"'
  if (name === 'any') return '"any"'
  if (name === 'interval') return intervalType(modifiers)
  // The type of arrays is called after that of its elements.
  const element = name.startsWith('_') ? builtInType(name.slice(1), node) : undefined
  if (element !== undefined) return `${element}[]`
  const [head, tail] = FORMATTED.get(name) ?? []
  if (head !== undefined) return `${head}${list}${tail ?? ''}`
  return BUILT_IN.has(name) ? `${name}${list}` : undefined
}

/** `interval` keeps its fields as a bit mask (utils/timestamp.h), then its precision. */
function intervalType(modifiers: readonly string[]): string {
  const [mask, precision] = modifiers
  const fields = mask === undefined ? undefined : INTERVAL_FIELDS.get(Number(mask))
  const digits = precision === undefined ? '' : `(${withinMicroseconds(precision)})`
  return `interval${fields === undefined ? '' : ` ${fields}`}${digits}`
}

/** More digits of a second than six are reduced to six, with a warning (anytimestamp_typmod_check). */
function withinMicroseconds(precision: string): string {
  return Number(precision) > 6 ? '6' : precision
}

const TIMES: ReadonlySet<string> = new Set(['time', 'timetz', 'timestamp', 'timestamptz'])

function withModifiers(name: Name, node: Node): string {
  const written = modifiersOf(node)
  const type = partsOf(name).name
  const isSpatial = written.length > 0 && (type === 'geometry' || type === 'geography')
  const modifiers = (isSpatial ? spatialModifiers(type, written) : undefined) ?? written
  return modifiers.length === 0 ? name : `${name}(${modifiers.join(',')})`
}

function modifiersOf(node: Node): readonly string[] {
  return (node.typmods ?? []).map((modifier: Node) => {
    const constant = modifier.A_Const
    if (constant?.ival !== undefined) return String(constant.ival.ival ?? 0)
    if (modifier.ColumnRef !== undefined) return stringsOf(modifier.ColumnRef.fields).map(quoteIdentifier).join('.')
    return String(constant?.sval?.sval ?? constant?.fval?.fval ?? '')
  })
}

/** The name of a type for a new object. */
export function newTypeName(reading: Pick<Reading, 'before'>, parts: readonly string[]): Name {
  const schema = parts.length > 1 ? (parts.at(-2) ?? '') : (reading.before.session.searchPath[0] ?? 'public')
  return qualify(schema, parts.at(-1) ?? '')
}

const SERIAL = new Map([
  ['smallserial', 'smallint'],
  ['serial2', 'smallint'],
  ['serial', 'integer'],
  ['serial4', 'integer'],
  ['bigserial', 'bigint'],
  ['serial8', 'bigint'],
])

/** Types that the grammar itself turns into pg_catalog names, so that no other type can be meant. */
const GRAMMAR_TYPES: ReadonlySet<string> = new Set([
  'int4',
  'int8',
  'int2',
  'bool',
  'numeric',
  'varchar',
  'bpchar',
  'bit',
  'varbit',
])

const FORMATTED: ReadonlyMap<string, readonly [string, string?]> = new Map([
  ['bool', ['boolean']],
  ['int2', ['smallint']],
  ['int4', ['integer']],
  ['int8', ['bigint']],
  ['float4', ['real']],
  ['float8', ['double precision']],
  ['varchar', ['character varying']],
  ['varbit', ['bit varying']],
  ['bit', ['bit']],
  ['time', ['time', ' without time zone']],
  ['timetz', ['time', ' with time zone']],
  ['timestamp', ['timestamp', ' without time zone']],
  ['timestamptz', ['timestamp', ' with time zone']],
])

const INTERVAL_FIELDS: ReadonlyMap<number, string> = new Map([
  [4, 'year'],
  [2, 'month'],
  [8, 'day'],
  [1024, 'hour'],
  [2048, 'minute'],
  [4096, 'second'],
  [6, 'year to month'],
  [1032, 'day to hour'],
  [3080, 'day to minute'],
  [7176, 'day to second'],
  [3072, 'hour to minute'],
  [7168, 'hour to second'],
  [6144, 'minute to second'],
])

/** The types of pg_catalog that may be the type of a column or function and are printed by their own name. */
const BUILT_IN: ReadonlySet<string> = new Set(
  `
  aclitem box bytea char cid cidr circle date datemultirange daterange gtsvector inet int2vector
  int4multirange int4range int8multirange int8range json jsonb jsonpath line lseg macaddr macaddr8 money
  name numeric nummultirange numrange oid oidvector path pg_dependencies pg_lsn pg_mcv_list pg_ndistinct
  pg_node_tree pg_snapshot point polygon refcursor regclass regcollation regconfig regdictionary
  regnamespace regoper regoperator regproc regprocedure regrole regtype text tid tsmultirange tsquery
  tsrange tstzmultirange tstzrange tsvector txid_snapshot uuid xid xid8 xml
  anyarray anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray
  anycompatiblerange anyelement anyenum anymultirange anynonarray anyrange cstring event_trigger
  fdw_handler index_am_handler internal language_handler record table_am_handler trigger tsm_handler
  unknown void
  `
    .trim()
    .split(/\s+/),
)

/** The type that a list of name parts, or a TypeName, means. */
export function typeIn(reading: Pick<Reading, 'before'>, object: Node): Name {
  const { enums, domains, types } = reading.before
  const parts = stringsOf(object.List?.items ?? object.TypeName?.names)
  return objectName(reading, parts, (name) => enums.has(name) || domains.has(name) || types.has(name))
}
