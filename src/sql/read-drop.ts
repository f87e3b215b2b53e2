import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import { namedOther } from './other-identities.ts'
import type { Node } from './parser.ts'
import { ruled } from './read-beside.ts'
import { readFunctionKey } from './read-functions.ts'
import { objectName, type Reading, stringsOf } from './reading.ts'

/** DROP of every kind of object. */
export function readDrop(reading: Reading, node: Node): readonly Action[] {
  const objects: readonly Node[] = node.objects ?? []
  const lenient = node.missing_ok === true ? ({ lenient: true } as const) : {}
  return objects.map((object) => ({ ...dropOf(reading, node, object), ...lenient }))
}

function dropOf(reading: Reading, node: Node, object: Node): Action {
  const span = reading.statement
  const cascade = node.behavior === 'DROP_CASCADE'
  const parts = partsOfObject(object)
  const named = (exists: (name: Name) => boolean) => objectName(reading, parts, exists)
  const { tables, indexes, sequences, views, enums, domains, types } = reading.before
  switch (node.removeType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
      return {
        kind: 'dropTable',
        span,
        table: named((name) => tables.has(name)),
        cascade,
        ifExists: node.missing_ok === true,
        ...(node.removeType === 'OBJECT_FOREIGN_TABLE' ? { isForeign: true } : {}),
      }
    case 'OBJECT_INDEX':
      return {
        kind: 'dropIndex',
        span,
        index: named((name) => indexes.has(name)),
        concurrently: node.concurrent === true,
        cascade: node.behavior === 'DROP_CASCADE',
      }
    case 'OBJECT_SEQUENCE':
      return {
        kind: 'dropSequence',
        span,
        sequence: named((name) => sequences.has(name)),
        ...(cascade ? { cascade } : {}),
      }
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW': {
      const view = named((name) => views.has(name))
      const isMaterialized = node.removeType === 'OBJECT_MATVIEW'
      return {
        kind: 'dropView',
        span,
        view,
        ...(isMaterialized ? { materialized: true } : {}),
        ...(cascade ? { cascade } : {}),
      }
    }
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return {
        kind: 'dropType',
        span,
        type: named((name) => enums.has(name) || domains.has(name) || types.has(name)),
        cascade,
      }
    case 'OBJECT_SCHEMA':
      return { kind: 'dropSchema', span, name: parts.at(-1) ?? '', cascade }
    case 'OBJECT_EXTENSION':
      return { kind: 'dropExtension', span, name: parts.at(-1) ?? '', cascade }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return {
        kind: 'dropFunction',
        span,
        function: readFunctionKey(reading, object.ObjectWithArgs),
        cascade,
        ...(node.removeType === 'OBJECT_PROCEDURE' ? { isProcedure: true } : {}),
        ...(node.removeType === 'OBJECT_ROUTINE' ? { isRoutine: true } : {}),
        ...(object.ObjectWithArgs.args_unspecified === true ? { isBare: true } : {}),
      }
    case 'OBJECT_TRIGGER':
      return { kind: 'dropTrigger', span, trigger: parts.at(-1) ?? '', table: tableOf(reading, parts) }
    case 'OBJECT_POLICY':
      return { kind: 'dropPolicy', span, name: parts.at(-1) ?? '', table: tableOf(reading, parts) }
    default: {
      const other = namedOther(reading, node.removeType, object)
      if (other !== undefined) {
        const { table } = other
        return {
          kind: 'dropOther',
          span,
          object: other,
          cascade,
          ...(table === undefined ? {} : { touches: ruled(table) }),
        }
      }
      return {
        kind: 'unmodelled',
        reach: 'named',
        span,
        statement: `DROP ${objectWords(node.removeType)} ${parts.map(quoteIdentifier).join('.')}`,
      }
    }
  }
}

/** `OBJECT_EVENT_TRIGGER` is an EVENT TRIGGER. */
export function objectWords(kind: string): string {
  return kind.replace(/^OBJECT_/, '').replaceAll('_', ' ')
}

/** The table of a trigger or policy, which the grammar puts before its name. */
export function tableOf(reading: Reading, parts: readonly string[]): Name {
  const { tables, views } = reading.before
  return objectName(reading, parts.slice(0, -1), (name) => tables.has(name) || views.has(name))
}

function partsOfObject(object: Node): readonly string[] {
  if (object.List !== undefined) return stringsOf(object.List.items)
  if (object.TypeName !== undefined) return stringsOf(object.TypeName.names)
  if (object.ObjectWithArgs !== undefined) return stringsOf(object.ObjectWithArgs.objname)
  return object.String === undefined ? [] : [object.String.sval ?? '']
}
