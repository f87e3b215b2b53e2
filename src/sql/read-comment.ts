import type { Action } from '../catalog/action.ts'
import { missingOther } from '../catalog/missing-others.ts'
import type { CommentTarget } from '../catalog/object-actions.ts'
import { otherKey } from '../catalog/other-objects.ts'
import { refusedBy } from '../catalog/refusal.ts'
import { isOwnDatabase } from './compare-values.ts'
import { namedOther } from './other-identities.ts'
import type { Node } from './parser.ts'
import { readFunctionKey } from './read-functions.ts'
import { RELATION_KINDS } from './read-rename.ts'
import { objectName, type Reading, rangeOf, relationName, stringsOf } from './reading.ts'
import { isShared, wordsOf } from './shared-objects.ts'
import { typeIn } from './type-names.ts'

/** COMMENT ON of every kind of object; one that is not modelled has no comment that is. */
export function readComment(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  if (isShared(node.objtype) && !isOwnDatabase(node.object.String?.sval ?? ''))
    return [{ kind: 'leaveCatalog', span, statement: `COMMENT ON ${wordsOf(node.objtype)}`, isShared: true }]
  const on = describedTarget(reading, node.objtype, node.object)
  if (on === undefined) return [{ kind: 'leaveCatalog', span, statement: 'COMMENT ON' }]
  // An empty comment is none.
  const comment: string = node.comment ?? ''
  const other = namedOther(reading, node.objtype, node.object)
  const refused = other && missingOther(reading.before, other)
  return [{ kind: 'setComment', span, on, ...(comment === '' ? {} : { comment }), ...refusedBy(refused) }]
}

/** The object that a statement names by its kind; undefined for one that is not modelled. */
export function describedTarget(reading: Reading, kind: string, object: Node): CommentTarget | undefined {
  const items: readonly Node[] = object.List?.items ?? []
  const parts = stringsOf(items)
  const name = parts.at(-1) ?? ''
  const relation = (names: readonly string[]) => relationName(reading, rangeOf(names))
  switch (kind) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_INDEX':
    case 'OBJECT_SEQUENCE':
      return { object: 'relation', name: relation(parts), as: RELATION_KINDS[kind]! }
    case 'OBJECT_COLUMN': {
      const { types } = reading.before
      const of = parts.slice(0, -1)
      const type = objectName(reading, of, (each) => types.has(each))
      return { object: 'column', relation: types.has(type) ? type : relation(of), name }
    }
    case 'OBJECT_TABCONSTRAINT':
      return { object: 'constraint', table: relation(parts.slice(0, -1)), name }
    case 'OBJECT_TRIGGER':
      return { object: 'trigger', table: relation(parts.slice(0, -1)), name }
    case 'OBJECT_POLICY':
      return { object: 'policy', table: relation(parts.slice(0, -1)), name }
    case 'OBJECT_DOMCONSTRAINT':
      return { object: 'domainConstraint', domain: typeIn(reading, items[0] ?? {}), name }
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return { object: 'type', name: typeIn(reading, object) }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return { object: 'function', name: readFunctionKey(reading, object.ObjectWithArgs) }
    case 'OBJECT_SCHEMA':
      return { object: 'schema', name: object.String?.sval ?? '' }
    case 'OBJECT_EXTENSION':
      return { object: 'extension', name: object.String?.sval ?? '' }
    default: {
      const other = namedOther(reading, kind, object)
      if (other === undefined) return undefined
      return { object: 'other', key: otherKey(other), ...(other.table === undefined ? {} : { table: other.table }) }
    }
  }
}
