import type { Name } from '../catalog/catalog.ts'
import { relationExists } from '../catalog/generated-names.ts'
import { partsOf, quoteIdentifier } from '../catalog/names.ts'
import { isCounted, isNumber, namespaceOid, opaque, shownAs } from './compare-values.ts'
import type { Scope } from './known-rows.ts'
import { type Node, parse } from './parser.ts'
import { findRelation, stringsOf } from './reading.ts'
import { FUNCTION_OID, type Value } from './system-rows.ts'

/** Casts that leave a text as it is; one to regclass gives the relation's name. */
export function castValue(value: Value, node: Node, scope: Scope): Value {
  const type = typeOf(node)
  if (node.typeName?.arrayBounds !== undefined) return undefined
  if (type === 'regprocedure') return typeof value === 'string' ? identityOf(value) : undefined
  if (type === 'regnamespace') return typeof value === 'string' ? namespaceNamed(value) : undefined
  if (type === 'regclass') return typeof value === 'string' ? (relationNamed(value, scope) ?? undefined) : undefined
  if (type === 'oid') return ['regclass', 'regnamespace'].includes(typeOf(node.arg?.TypeCast)) ? value : undefined
  if (type === 'bool' && typeof value === 'string') return BOOLEANS.get(value)
  if (NUMBERS.has(type))
    return typeof value === 'string' && isCounted(value) ? value : value === null ? null : undefined
  if (!TEXTS.has(type) && value !== null) return undefined
  if (typeof value !== 'string') return value
  if (typeOf(node.arg?.TypeCast) === 'regclass') return shownRelation(value, scope)
  // A variable may hold the name as it is, or a regclass that is shown without the schema.
  const isPerhaps = node.arg?.ColumnRef !== undefined && relationExists(scope.catalog, value)
  return isPerhaps ? opaque(value) : shownAs(value)
}

/** What `text(…)` gives, which is written of what is no text yet. */
export function textOf(value: Value, scope: Scope): Value {
  if (value === null) return null
  if (typeof value !== 'string') return undefined
  if (isNumber(value)) return value
  return relationExists(scope.catalog, value) ? shownRelation(value, scope) : undefined
}

function typeOf(cast: Node | undefined): string {
  return stringsOf(cast?.typeName?.names).at(-1) ?? ''
}

/** The oid of a schema, of that or of its name. */
function namespaceNamed(value: string): Value {
  if (value !== shownAs(value)) return value
  const [, quoted, plain] = /^(?:"([^"]+)"|([a-z_][a-z0-9_]*))$/.exec(value) ?? []
  const name = quoted ?? plain
  return name === undefined ? undefined : namespaceOid(name)
}

/** A function as regprocedure, of which only the meaning is the server's. */
function identityOf(value: string): Value {
  return value.startsWith(FUNCTION_OID) ? opaque(value.slice(FUNCTION_OID.length)) : undefined
}

/** How a relation is shown: without its schema where it is found without. */
function shownRelation(name: Name, { catalog }: Scope): Value {
  const parts = partsOf(name)
  const isFound = findRelation(catalog, { relname: parts.name }) === name
  return isFound ? quoteIdentifier(parts.name) : name
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'varchar', 'name', 'sql_identifier'])
const NUMBERS: ReadonlySet<string> = new Set(['int2', 'int4', 'int8', 'integer', 'bigint'])

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['t', true],
  ['true', true],
  ['f', false],
  ['false', false],
])

/** Names with nothing around them: the server reads no comments in a text that is a name. */
const PLAIN_NAME = /^(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)(?:\.(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*))?$/u

/** The relation that a text names; null where there is none, undefined where the text is no name. */
export function relationNamed(text: string, { catalog }: Scope): Name | null | undefined {
  if (!PLAIN_NAME.test(text)) return undefined
  const parsed = parse(`table ${text}`)
  const range = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.fromClause?.[0]?.RangeVar : undefined
  if (range === undefined || range.schemaname === 'pg_catalog') return undefined
  return findRelation(catalog, range) ?? null
}
