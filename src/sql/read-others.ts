import type { Action, Touch } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { omit } from '../catalog/edit-catalog.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { missingOther } from '../catalog/missing-others.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import {
  KINDS_IN_SCHEMAS,
  type OtherIdentity,
  type OtherKind,
  type OtherObject,
  otherKey,
  otherMention,
} from '../catalog/other-objects.ts'
import { refusedBy } from '../catalog/refusal.ts'
import { mentionsOf, renameInObject, type SqlText } from '../catalog/sql-text.ts'
import { textOf } from '../text/source-file.ts'
import { knownOther, namedOther, newOtherName, OTHER_KINDS, typeOf, userMapping } from './other-identities.ts'
import type { Node } from './parser.ts'
import { argumentType } from './read-parameters.ts'
import { readRoleName } from './read-roles.ts'
import { findFunction, firstWords, type Reading, routineName, stringsOf } from './reading.ts'
import { resolveCalled, resolveMadeOf } from './resolve-others.ts'
import type { Resolution } from './resolve-references.ts'
import { resolvedWhole } from './sql-text.ts'
import {
  addAfter,
  replaceAfter,
  resolveFunctionAfter,
  resolveNameAfter,
  resolveOwnName,
  resolveTypes,
  resolveWithin,
} from './statement-text.ts'

/** CREATE of an object that is kept by its statements. */
export function createOther(
  reading: Reading,
  identity: OtherIdentity,
  resolve: (resolution: Resolution) => void,
  touches: readonly Touch[] = [],
): Action {
  const { text, missing } = ownText(reading, identity, resolve)
  return {
    kind: 'createOther',
    span: reading.statement,
    object: { ...identity, statements: [text] },
    ...(touches.length === 0 ? {} : { touches }),
    ...refusedBy(missing),
  }
}

/** The text of a statement on an object, in which its own name is told apart. */
function ownText(reading: Reading, identity: OtherIdentity, resolve: (resolution: Resolution) => void) {
  return resolvedWhole(reading, reading.statement, (resolution) => {
    resolveOwnName(resolution, identity)
    resolve(resolution)
  })
}

/** CREATE … IF NOT EXISTS of what is there. */
export function isThere(reading: Reading, identity: OtherIdentity, node: Node): boolean {
  return node.if_not_exists === true && knownOther(reading, identity) !== undefined
}

/** A statement that changes what is known of an object; nothing where the object is not known. */
export function alterOther(
  reading: Reading,
  identity: OtherIdentity,
  change: (known: OtherObject) => OtherObject,
  touches: readonly Touch[] = [],
): Action {
  const span = reading.statement
  const known = knownOther(reading, identity)
  const touching = touches.length === 0 ? {} : { touches }
  if (known === undefined) {
    const refused = refusedBy(missingOther(reading.before, identity))
    return { kind: 'leaveCatalog', span, statement: firstWords(textOf(span)), ...touching, ...refused }
  }
  return { kind: 'alterOther', span, object: otherKey(identity), to: change(known), ...touching }
}

/** A statement that is kept after those before it. */
export function addStatement(known: OtherObject, text: SqlText): OtherObject {
  return { ...known, statements: [...(known.statements ?? []), text] }
}

/** ALTER of an object that is kept by its statements. */
function keepStatement(reading: Reading, identity: OtherIdentity, resolve: (resolution: Resolution) => void): Action {
  return alterOther(reading, identity, (known) => addStatement(known, ownText(reading, identity, resolve).text))
}

/** CREATE of what is defined by a list in brackets: aggregates, operators, collations, text search. */
export function readDefinition(reading: Reading, node: Node): readonly Action[] {
  const kind = OTHER_KINDS[node.kind]!
  const identity = definedIdentity(reading, kind, node)
  if (isThere(reading, identity, node)) return unchanged(reading)
  return [createOther(reading, identity, (resolution) => resolveDefinition(resolution, node))]
}

function definedIdentity(reading: Reading, kind: OtherKind, node: Node): OtherIdentity {
  const name = newOtherName(reading, kind, stringsOf(node.defnames))
  if (kind === 'aggregate') return { kind, name, of: aggregateTypes(reading, node) }
  if (kind !== 'operator') return { kind, name }
  const operand = (side: string) => typeOf(reading, definitionOf(node, side)?.TypeName)
  return { kind, name, of: [operand('leftarg'), operand('rightarg')] }
}

/** Without brackets of its own, as before PostgreSQL 8.2, an aggregate has one argument, which the list names. */
function aggregateTypes(reading: Reading, node: Node): readonly string[] {
  if (node.oldstyle === true) {
    const type = definitionOf(node, 'basetype')?.TypeName
    return type === undefined || stringsOf(type.names).at(-1) === 'any' ? [] : [argumentType(reading, type)]
  }
  const parameters: readonly Node[] = node.args?.[0]?.List?.items ?? []
  return parameters.map((each) => argumentType(reading, each.FunctionParameter.argType))
}

function definitionOf(node: Node, name: string): Node | undefined {
  const items: readonly Node[] = node.definition ?? []
  return items.find((each) => each.DefElem.defname === name)?.DefElem.arg
}

/** The values of a definition are read as types, and name functions too. */
function resolveDefinition(resolution: Resolution, node: Node): void {
  const { reading } = resolution
  resolveTypes(resolution, node)
  for (const { DefElem: each } of (node.definition ?? []) as readonly Node[]) {
    const parts = stringsOf(each.arg?.TypeName?.names)
    const name = parts.length === 0 ? undefined : findFunction(reading, parts)
    if (name !== undefined) resolveFunctionAfter(resolution, String(each.defname).toUpperCase(), name, parts)
    else resolveMadeOf(resolution, node.kind, each.defname, parts)
  }
}

/** CREATE EVENT TRIGGER. */
export function readEventTrigger(reading: Reading, node: Node): readonly Action[] {
  const parts = stringsOf(node.funcname)
  const name = routineName(reading, parts, (each) => functionsNamed(reading.before, each).length > 0)
  const identity = { kind: 'event trigger', name: quoteIdentifier(node.trigname) } as const
  return [
    createOther(reading, identity, (resolution) => {
      const word = /\bprocedure\b/i.test(textOf(reading.statement)) ? 'PROCEDURE' : 'FUNCTION'
      resolveFunctionAfter(resolution, word, name, parts)
    }),
  ]
}

/** CREATE CAST and CREATE TRANSFORM, whose functions are named with their types. */
export function readCast(reading: Reading, node: Node): readonly Action[] {
  const identity: OtherIdentity = {
    kind: 'cast',
    name: typeOf(reading, node.sourcetype),
    of: [typeOf(reading, node.targettype)],
  }
  return [
    createOther(reading, identity, (resolution) => {
      resolveTypes(resolution, node)
      resolveCalled(resolution, 'FUNCTION', node.func)
    }),
  ]
}

/** CREATE OPERATOR CLASS, which makes the family of its name where it is put into none. */
export function readOperatorClass(reading: Reading, node: Node): readonly Action[] {
  const of = [node.amname as string]
  const name = newOtherName(reading, 'operator class', stringsOf(node.opclassname))
  const named = stringsOf(node.opfamilyname)
  const family = { kind: 'operator family', name, of } as const
  const own = { to: 'object', name, of: family.kind } as const
  const made = createOther(reading, { kind: 'operator class', name, of }, (resolution) => {
    resolveTypes(resolution, node)
    // The class may get another name than the family.
    if (named.length === 0) return addAfter(resolution, 'USING', node.amname, [' family ', own])
    const items = [node.amname, ...named].map((sval) => ({ String: { sval } }))
    const known = namedOther(reading, 'OBJECT_OPFAMILY', { List: { items } })
    if (known === undefined || knownOther(reading, known) === undefined) return
    resolveNameAfter(resolution, 'FAMILY', named.at(-1), { to: 'object', name: known.name, of: known.kind })
  })
  if (node.opfamilyname !== undefined || knownOther(reading, family) !== undefined) return [made]
  const statements: readonly SqlText[] = [
    { pieces: ['create operator family ', own, ` using ${quoteIdentifier(node.amname)}`] },
  ]
  return [{ kind: 'createOther', span: reading.statement, object: { ...family, statements } }, made]
}

/** CREATE of what has a name and no more that others could rename: servers, languages, text search, families. */
export function readPlain(kind: OtherKind, named: (node: Node) => readonly string[]) {
  return (reading: Reading, node: Node): readonly Action[] => {
    const of =
      kind === 'operator family'
        ? [node.amname as string]
        : kind === 'server'
          ? [quoteIdentifier(node.fdwname)]
          : undefined
    const identity = { kind, name: newOtherName(reading, kind, named(node)), ...(of === undefined ? {} : { of }) }
    if (isThere(reading, identity, node)) return unchanged(reading)
    return [
      createOther(reading, identity, (resolution) => {
        resolveWithin(resolution, node)
        if (kind !== 'server') return
        const wrapper = { to: 'object', name: quoteIdentifier(node.fdwname), of: 'foreign data wrapper' } as const
        resolveNameAfter(resolution, 'WRAPPER', node.fdwname, wrapper)
      }),
    ]
  }
}

/** ALTER of the same. */
export function readPlainAlter(
  objectType: string,
  object: (node: Node) => Node,
  resolve: (resolution: Resolution, node: Node) => void = () => {},
) {
  return (reading: Reading, node: Node): readonly Action[] => {
    const identity = namedOther(reading, objectType, object(node))!
    const altered = keepStatement(reading, identity, (resolution) => resolve(resolution, node))
    return [node.missing_ok === true ? (omit(altered, 'refused') as Action) : altered]
  }
}

/** CREATE TRANSFORM. */
export function readTransform(reading: Reading, node: Node): readonly Action[] {
  const identity: OtherIdentity = { kind: 'transform', name: typeOf(reading, node.type_name), of: [node.lang] }
  return [createOther(reading, identity, (resolution) => resolveTypes(resolution, node))]
}

/** CREATE, ALTER and DROP USER MAPPING. */
export function readUserMapping(form: 'create' | 'alter' | 'drop') {
  return (reading: Reading, node: Node): readonly Action[] => {
    const identity = userMapping(reading, node)
    const resolve = onServer(node, identity)
    if (form === 'create')
      return isThere(reading, identity, node) ? unchanged(reading) : [createOther(reading, identity, resolve)]
    if (form === 'drop') return [{ kind: 'dropOther', span: reading.statement, object: identity, cascade: false }]
    return [keepStatement(reading, identity, resolve)]
  }
}

/** The server of a user mapping stands after SERVER, its role after FOR: that of the moment, where it is called CURRENT_USER. */
function onServer(node: Node, { name }: OtherIdentity): (resolution: Resolution) => void {
  return (resolution) => {
    replaceAfter(resolution, 'FOR', [name])
    resolveNameAfter(resolution, 'SERVER', node.servername, { to: 'object', name: quoteIdentifier(node.servername) })
  }
}

/** ALTER … RENAME TO. */
export function renameOther(reading: Reading, identity: OtherIdentity, to: string, touches?: readonly Touch[]): Action {
  return alterOther(
    reading,
    identity,
    (known) => renamed(known, withLast(known, to), `rename to ${quoteIdentifier(to)}`),
    touches,
  )
}

/** ALTER … SET SCHEMA. */
export function moveOther(reading: Reading, identity: OtherIdentity, schema: string): Action {
  return alterOther(reading, identity, (known) => {
    const last = known.name.slice(qualify(partsOf(known.name).schema, '').length - 2)
    return renamed(known, `${quoteIdentifier(schema)}.${last}`, `set schema ${quoteIdentifier(schema)}`)
  })
}

/** A publication is printed from what it holds; where a text does not tell the name, the object is made under its old one and then renamed. */
function renamed(known: OtherObject, name: Name, how: string): OtherObject {
  const changed = { ...known, name }
  const [from, to] = [otherMention(known), otherMention(changed)]
  const isTold = known.statements?.every((text) => mentionsOf(text).includes(from)) === true
  if (isTold && known.statements!.length > 0) return renameInObject(changed, { kind: 'relation', from, to })
  return known.publication === undefined
    ? addStatement(changed, { pieces: [`alter ${otherKey(known)} ${how}`] })
    : changed
}

function withLast({ kind, name }: OtherObject, to: string): Name {
  const last = kind === 'operator' ? to : quoteIdentifier(to)
  return KINDS_IN_SCHEMAS.has(kind) ? `${quoteIdentifier(partsOf(name).schema)}.${last}` : last
}

/** ALTER … OWNER TO. */
export function ownOther(reading: Reading, identity: OtherIdentity, newOwner: Node): Action {
  const owner = readRoleName(reading, newOwner)
  return alterOther(reading, identity, ({ owner: _, ...known }) => ({
    ...known,
    ...(owner === undefined ? {} : { owner }),
  }))
}

/** An object is there already. */
export function unchanged(reading: Reading): readonly Action[] {
  return [{ kind: 'leaveCatalog', span: reading.statement, statement: firstWords(textOf(reading.statement)) }]
}
