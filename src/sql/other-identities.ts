import type { Identifier, Name } from '../catalog/catalog.ts'
import { runnerOf } from '../catalog/grant-givers.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import {
  KINDS_IN_SCHEMAS,
  type OtherIdentity,
  type OtherKind,
  type OtherObject,
  otherKey,
} from '../catalog/other-objects.ts'
import type { Node } from './parser.ts'
import { argumentType, typeList } from './read-parameters.ts'
import { readRoleName } from './read-roles.ts'
import { creationSchema, type Reading, rangeOf, relationName, stringsOf } from './reading.ts'

/** The kinds by the grammar's own word for them. */
export const OTHER_KINDS: Readonly<Record<string, OtherKind>> = {
  OBJECT_ACCESS_METHOD: 'access method',
  OBJECT_AGGREGATE: 'aggregate',
  OBJECT_CAST: 'cast',
  OBJECT_COLLATION: 'collation',
  OBJECT_CONVERSION: 'conversion',
  OBJECT_EVENT_TRIGGER: 'event trigger',
  OBJECT_FDW: 'foreign data wrapper',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_LANGUAGE: 'language',
  OBJECT_OPCLASS: 'operator class',
  OBJECT_OPERATOR: 'operator',
  OBJECT_OPFAMILY: 'operator family',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_RULE: 'rule',
  OBJECT_STATISTIC_EXT: 'statistics',
  OBJECT_SUBSCRIPTION: 'subscription',
  OBJECT_TRANSFORM: 'transform',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_TSDICTIONARY: 'text search dictionary',
  OBJECT_TSPARSER: 'text search parser',
  OBJECT_TSTEMPLATE: 'text search template',
}

/** The object that DROP, COMMENT ON or ALTER names; undefined for a kind that is modelled otherwise, or not at all. */
export function namedOther(reading: Reading, objectType: string, object: Node): OtherIdentity | undefined {
  const kind = OTHER_KINDS[objectType]
  if (kind === undefined) return undefined
  const items: readonly Node[] = object.List?.items ?? []
  switch (kind) {
    case 'cast':
      return { kind, name: typeOf(reading, items[0]?.TypeName), of: [typeOf(reading, items[1]?.TypeName)] }
    case 'transform':
      return { kind, name: typeOf(reading, items[0]?.TypeName), of: [items[1]?.String?.sval ?? ''] }
    case 'rule': {
      const parts = stringsOf(items)
      return ruleIdentity(reading, parts.at(-1) ?? '', rangeOf(parts.slice(0, -1)))
    }
    case 'aggregate':
    case 'operator':
      return withTypes(reading, kind, object.ObjectWithArgs)
    case 'operator class':
    case 'operator family': {
      const [method = '', ...parts] = stringsOf(items)
      return found(reading, { kind, name: '', of: [method] }, parts)
    }
    default:
      return found(reading, { kind, name: '' }, items.length > 0 ? stringsOf(items) : [object.String?.sval ?? ''])
  }
}

/** The name of a rule and its relation. */
export function ruleIdentity(
  reading: Reading,
  name: Identifier,
  relation: Node,
): OtherIdentity & { readonly table: Name } {
  return { kind: 'rule', name: quoteIdentifier(name), table: relationName(reading, relation) }
}

/** The user of a user mapping and its server. */
export function userMapping(reading: Reading, node: Node): OtherIdentity {
  const role = node.user?.roletype === 'ROLESPEC_PUBLIC' ? undefined : readRoleName(reading, node.user)
  const isOwn = role === undefined ? node.user?.roletype !== 'ROLESPEC_PUBLIC' : role === runnerOf(reading.before)
  const name = isOwn ? 'current_user' : role === undefined ? 'public' : quoteIdentifier(role)
  return { kind: 'user mapping', name, of: [quoteIdentifier(node.servername ?? '')] }
}

/** What is known of an object. */
export function knownOther(reading: Reading, identity: OtherIdentity): OtherObject | undefined {
  return reading.before.others.get(otherKey(identity))
}

/** The name of an object that is being made. */
export function newOtherName(reading: Reading, kind: OtherKind, parts: readonly string[]): Name {
  if (!KINDS_IN_SCHEMAS.has(kind)) return quoteIdentifier(parts.at(-1) ?? '')
  return inSchema(kind, parts.length > 1 ? parts.at(-2)! : creationSchema(reading), parts.at(-1) ?? '')
}

/** An object whose name may be without a schema: the first of that name on the search_path. */
function found(reading: Reading, identity: OtherIdentity, parts: readonly string[]): OtherIdentity {
  const named = (name: Name): OtherIdentity => ({ ...identity, name })
  const { kind } = identity
  if (parts.length === 1 && KINDS_IN_SCHEMAS.has(kind)) {
    for (const schema of reading.before.session.searchPath) {
      const candidate = named(inSchema(kind, schema, parts[0]!))
      if (knownOther(reading, candidate) !== undefined) return candidate
    }
  }
  return named(newOtherName(reading, kind, parts))
}

function withTypes(reading: Reading, kind: 'aggregate' | 'operator', node: Node): OtherIdentity {
  const types = kind === 'aggregate' ? typeList(reading, node.objargs) : (node.objargs ?? []).map(operand)
  function operand(each: Node): string {
    return each.TypeName === undefined ? 'NONE' : typeOf(reading, each.TypeName)
  }
  return found(reading, { kind, name: '', of: types }, stringsOf(node.objname))
}

/** A type as `format_type` prints it, without modifiers. */
export function typeOf(reading: Reading, node: Node | undefined): string {
  return node === undefined ? 'NONE' : argumentType(reading, node)
}

/** Operators are no identifiers and never quoted. */
function inSchema(kind: OtherKind, schema: Identifier, name: Identifier): Name {
  return `${quoteIdentifier(schema)}.${kind === 'operator' ? name : quoteIdentifier(name)}`
}
