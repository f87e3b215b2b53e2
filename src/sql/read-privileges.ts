import type { Action } from '../catalog/action.ts'
import type { Identifier, Name } from '../catalog/catalog.ts'
import { OWN_DATABASE } from '../catalog/database-settings.ts'
import { grantedName } from '../catalog/fold-other-objects.ts'
import { partsOf, quoteIdentifier } from '../catalog/names.ts'
import type { PrivilegeChange } from '../catalog/privilege-actions.ts'
import type { GrantTarget } from '../catalog/privileges.ts'
import { isOwnDatabase } from './compare-values.ts'
import type { Node } from './parser.ts'
import { readFunctionKey } from './read-functions.ts'
import { readRoleNames } from './read-roles.ts'
import { objectName, type Reading, relationName, stringsOf } from './reading.ts'
import { isShared, wordsOf } from './shared-objects.ts'

/** GRANT and REVOKE on objects. */
export function readGrant(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const target = TARGETS[node.objtype as string]
  const verb = node.is_grant === true ? 'GRANT' : 'REVOKE'
  const statement = `${verb} ON ${wordsOf(node.objtype)}`
  // A database that is named may be another one, and the catalog is one database's.
  const isOwn = node.objtype === 'OBJECT_DATABASE' && stringsOf(node.objects).every(isOwnDatabase)
  if (!isOwn && isShared(node.objtype)) return [{ kind: 'leaveCatalog', span, statement, isShared: true }]
  // A large object is data.
  if (node.objtype === 'OBJECT_LARGEOBJECT') return [{ kind: 'leaveCatalog', span, statement }]
  if (target === undefined) return [{ kind: 'unmodelled', reach: 'named', span, statement }]
  const allInSchema = node.targtype === 'ACL_TARGET_ALL_IN_SCHEMA'
  const privileges = readChange(reading, node, target, allInSchema)
  const on = allInSchema
    ? objectsIn(reading, node.objtype, stringsOf(node.objects))
    : (node.objects ?? []).map((each: Node) => grantedObject(reading, target, each))
  const isOption = node.grant_option === true
  const rest =
    node.is_grant === true
      ? { kind: 'grant' as const, grantable: isOption }
      : { kind: 'revoke' as const, grantOptionOnly: isOption }
  return byKind(reading, privileges, on).map((each) => ({ ...rest, span, ...each }))
}

/** Of relations that are named as tables, the sequences apart: they take the privileges that sequences have. */
function byKind({ before }: Reading, privileges: PrivilegeChange, on: readonly Name[]) {
  const sequences = privileges.target === 'table' ? on.filter((each) => before.sequences.has(each)) : []
  if (sequences.length === 0) return [{ privileges, on }]
  const { privileges: said } = privileges
  const kept =
    said === 'all' ? said : said.filter((each) => each.columns.length === 0 && OF_SEQUENCES.has(each.privilege))
  const others = on.filter((each) => !sequences.includes(each))
  const ofSequences = { privileges: { ...privileges, target: 'sequence' as const, privileges: kept }, on: sequences }
  return others.length === 0 ? [ofSequences] : [{ privileges, on: others }, ofSequences]
}

const OF_SEQUENCES: ReadonlySet<string> = new Set(['USAGE', 'SELECT', 'UPDATE'])

/** ALTER DEFAULT PRIVILEGES. */
export function readDefaultPrivileges(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const items = (name: string): readonly Node[] => options.find((each) => each.defname === name)?.arg?.List?.items ?? []
  const target = TARGETS[node.action.objtype as string]
  if (target === undefined) return [{ kind: 'unmodelled', reach: 'named', span, statement: 'ALTER DEFAULT PRIVILEGES' }]
  const privileges = readChange(reading, node.action, target, false)
  const scope = { roles: readRoleNames(reading, items('roles')), schemas: stringsOf(items('schemas')) }
  const grantOptionOnly = node.action.grant_option === true
  if (node.action.is_grant !== true) return [{ kind: 'revokeByDefault', span, privileges, grantOptionOnly, ...scope }]
  return [{ kind: 'grantByDefault', span, privileges, grantable: node.action.grant_option === true, ...scope }]
}

function readChange(reading: Reading, node: Node, target: GrantTarget, allInSchema: boolean): PrivilegeChange {
  const listed: readonly Node[] = (node.privileges ?? []).map((each: Node) => each.AccessPriv)
  const columns = listed.filter((each) => each.priv_name === undefined)
  const named = listed.map((each) => ({
    privilege: String(each.priv_name ?? '').toUpperCase(),
    columns: stringsOf(each.cols),
  }))
  // ALL (a, b) on columns is every privilege that a column can have.
  const onColumns = columns.flatMap((each) =>
    COLUMN_PRIVILEGES.map((privilege) => ({ privilege, columns: stringsOf(each.cols) })),
  )
  return {
    target,
    privileges: listed.length === 0 ? 'all' : onColumns.length > 0 ? onColumns : named.map(withoutAlias),
    grantees: readRoleNames(reading, node.grantees),
    allInSchema,
  }
}

const COLUMN_PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']

function withoutAlias<T extends { readonly privilege: string }>(each: T): T {
  return each.privilege === 'TEMP' ? { ...each, privilege: 'TEMPORARY' } : each
}

function grantedObject(reading: Reading, target: GrantTarget, node: Node): Name {
  if (node.RangeVar !== undefined) return relationName(reading, node.RangeVar)
  if (node.ObjectWithArgs !== undefined) return readFunctionKey(reading, node.ObjectWithArgs)
  if (node.List !== undefined) return objectName(reading, stringsOf(node.List.items), isType(reading))
  if (node.TypeName !== undefined) return objectName(reading, stringsOf(node.TypeName.names), isType(reading))
  const name: Identifier = node.String?.sval ?? ''
  return target === 'database' ? OWN_DATABASE : quoteIdentifier(name)
}

function isType(reading: Reading): (name: Name) => boolean {
  return (name) => reading.before.enums.has(name) || reading.before.domains.has(name) || reading.before.types.has(name)
}

/** What ON ALL … IN SCHEMA means: the objects there at that moment; views and foreign tables count as tables. */
function objectsIn(reading: Reading, type: string, schemas: readonly Identifier[]): readonly Name[] {
  const { tables, views, sequences, functions, others } = reading.before
  const inside = (name: Name) => schemas.includes(partsOf(name).schema)
  if (type === 'OBJECT_TABLE') return [...tables.keys(), ...views.keys()].filter(inside)
  if (type === 'OBJECT_SEQUENCE') return [...sequences.keys()].filter(inside)
  const isMeant = (kind: string) =>
    type === 'OBJECT_ROUTINE' || (kind === 'procedure') === (type === 'OBJECT_PROCEDURE')
  const own = [...functions].filter(([, each]) => inside(each.name) && isMeant(each.kind)).map(([key]) => key)
  if (!isMeant('aggregate')) return own
  const aggregates = [...others.values()].filter((each) => each.kind === 'aggregate' && inside(each.name))
  return [...own, ...aggregates.map(grantedName)]
}

const TARGETS: Readonly<Record<string, GrantTarget>> = {
  OBJECT_TABLE: 'table',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_SCHEMA: 'schema',
  OBJECT_DATABASE: 'database',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'type',
  OBJECT_LANGUAGE: 'language',
  OBJECT_FDW: 'foreign data wrapper',
  OBJECT_FOREIGN_SERVER: 'foreign server',
  OBJECT_LARGEOBJECT: 'large object',
}
