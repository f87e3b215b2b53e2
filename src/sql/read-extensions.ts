import type { Action } from '../catalog/action.ts'
import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { requiredExtensions, schemaOfExtension } from '../catalog/extensions.ts'
import type { CommentTarget, ExtensionDependent, ExtensionMember } from '../catalog/object-actions.ts'
import { textOf } from '../text/source-file.ts'
import type { Node } from './parser.ts'
import { describedTarget } from './read-comment.ts'
import { readFunctionKey } from './read-functions.ts'
import { creationSchema, firstWords, type Reading, relationName, stringsOf } from './reading.ts'

/** CREATE EXTENSION; CASCADE makes those that it needs before it, in the same schema where one is said. */
export function readCreateExtension(reading: Reading, node: Node): readonly Action[] {
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const said: Identifier | undefined = options.find((each) => each.defname === 'schema')?.arg?.String?.sval
  const isCascading = options.some((each) => each.defname === 'cascade' && each.arg?.Boolean?.boolval === true)
  const make = (name: Identifier, isLenient: boolean): Action => {
    const schema = schemaOfExtension(name, said, creationSchema(reading))
    return {
      kind: 'createExtension',
      span: reading.statement,
      name,
      ...(schema === undefined ? {} : { schema }),
      ...(isLenient ? { lenient: true } : {}),
    }
  }
  const needed = isCascading ? requiredExtensions(node.extname) : []
  const missing = needed.filter((name) => !reading.before.extensions.has(name))
  return [...missing.map((name) => make(name, true)), make(node.extname, node.if_not_exists === true)]
}

/**
 * ALTER EXTENSION … ADD and DROP. What an extension made itself is not in the catalog: DROP of
 * that would bring it there, as only a server could tell it.
 */
export function readExtensionMember(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const statement = firstWords(textOf(span))
  const member = describedTarget(reading, node.objtype, node.object)
  const isMember = node.action === 1
  if (member === undefined || !canBelong(member) || (!isMember && !isHeld(reading.before, member)))
    return [{ kind: 'unmodelled', reach: 'named', span, statement }]
  const isRelation = member.object === 'relation'
  return [
    {
      kind: 'setExtensionMember',
      span,
      extension: node.extname,
      member,
      isMember,
      ...(isRelation ? { touches: [{ relation: member.name, lock: 'ShareUpdateExclusiveLock' as const }] } : {}),
    },
  ]
}

/** ALTER … [NO] DEPENDS ON EXTENSION. */
export function readExtensionDependency(reading: Reading, node: Node): readonly Action[] {
  const touches =
    node.relation === undefined
      ? {}
      : { touches: [{ relation: relationName(reading, node.relation), lock: 'AccessExclusiveLock' as const }] }
  const on = dependentOf(reading, node)
  return [
    {
      kind: 'setExtensionDependency',
      span: reading.statement,
      extension: node.extname.sval ?? '',
      on,
      depends: node.remove !== true,
      ...touches,
    },
  ]
}

function dependentOf(reading: Reading, { objectType, relation, object }: Node): ExtensionDependent {
  if (relation === undefined) return { object: 'function', name: readFunctionKey(reading, object.ObjectWithArgs) }
  const name = relationName(reading, relation)
  if (objectType !== 'OBJECT_TRIGGER') return { object: 'relation', name }
  return { object: 'trigger', table: name, name: stringsOf(object.List.items).at(-1) ?? '' }
}

function canBelong(target: CommentTarget): target is ExtensionMember {
  return ['relation', 'type', 'function', 'schema', 'other'].includes(target.object)
}

function isHeld(catalog: Catalog, member: ExtensionMember): boolean {
  const name = member.object === 'other' ? member.key : member.name
  const { tables, views, sequences, enums, domains, types, functions, schemas, others } = catalog
  return [tables, views, sequences, enums, domains, types, functions, schemas, others].some((map) => map.has(name))
}
