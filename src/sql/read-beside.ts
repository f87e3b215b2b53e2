import type { Action, Touch } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { relationExists } from '../catalog/generated-names.ts'
import { textOf } from '../text/source-file.ts'
import type { Node } from './parser.ts'
import { firstWords, objectName, type Reading, relationName, stringsOf } from './reading.ts'
import { isShared, wordsOf } from './shared-objects.ts'

/** COMMENT, which locks what it is about against other changes of it, but of a part of a table the table hardly at all. */
export function readComment(reading: Reading, node: Node): readonly Action[] {
  const { statement: span } = reading
  if (isShared(node.objtype))
    return [{ kind: 'leaveCatalog', span, statement: `COMMENT ON ${wordsOf(node.objtype)}`, isShared: true }]
  const parts = stringsOf(node.object?.List?.items)
  const touched = touchedByComment(reading, node.objtype, parts)
  return [{ kind: 'leaveCatalog', span, statement: 'COMMENT ON', ...touching(touched) }]
}

function touchedByComment(reading: Reading, kind: string, parts: readonly string[]): readonly Touch[] {
  if (WHOLE.has(kind)) return [{ relation: relationOf(reading, parts), lock: 'ShareUpdateExclusiveLock' }]
  const table = relationOf(reading, parts.slice(0, -1))
  if (kind === 'OBJECT_COLUMN') return [{ relation: table, lock: 'ShareUpdateExclusiveLock' }]
  return PARTS.has(kind) ? [{ relation: table, lock: 'AccessShareLock' }] : []
}

const WHOLE: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_FOREIGN_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_SEQUENCE',
  'OBJECT_INDEX',
])

/** What is named after the table that it belongs to. */
const PARTS: ReadonlySet<string> = new Set(['OBJECT_TABCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE'])

/** CREATE STATISTICS. */
export function readStatistics(reading: Reading, node: Node): readonly Action[] {
  const tables: readonly Node[] = node.relations ?? []
  return unmodelled(
    reading,
    tables.map(({ RangeVar }) => ({ relation: relationName(reading, RangeVar), lock: 'ShareUpdateExclusiveLock' })),
  )
}

/** CREATE RULE, which names what its statements write. */
export function readRule(reading: Reading, node: Node): readonly Action[] {
  const actions: readonly Node[] = node.actions ?? []
  const written = actions.flatMap((each): readonly Touch[] => {
    const range = (each.InsertStmt ?? each.UpdateStmt ?? each.DeleteStmt)?.relation
    return range === undefined ? [] : [{ relation: relationName(reading, range), lock: 'RowExclusiveLock' }]
  })
  return unmodelled(reading, [...ruled(relationName(reading, node.relation)), ...written])
}

/** What a change of a rule does to its table. */
export function ruled(table: Name): readonly Touch[] {
  return [{ relation: table, lock: 'AccessExclusiveLock' }]
}

/** CREATE PUBLICATION and ALTER PUBLICATION, which lock the tables that they name. */
export function readPublication(reading: Reading, node: Node): readonly Action[] {
  const objects: readonly Node[] = node.pubobjects ?? []
  return unmodelled(
    reading,
    objects.flatMap(({ PublicationObjSpec: each }): readonly Touch[] => {
      const range = each?.pubtable?.relation
      if (range === undefined) return []
      const heirs = range.inh === true ? ({ withHeirs: true } as const) : {}
      return [{ relation: relationName(reading, range), lock: 'ShareUpdateExclusiveLock', ...heirs }]
    }),
  )
}

function unmodelled(reading: Reading, touches: readonly Touch[]): readonly Action[] {
  const span = reading.statement
  return [{ kind: 'unmodelled', reach: 'named', span, statement: firstWords(textOf(span)), ...touching(touches) }]
}

function touching(touches: readonly Touch[]): { readonly touches?: readonly Touch[] } {
  return touches.length === 0 ? {} : { touches }
}

function relationOf(reading: Reading, parts: readonly string[]): Name {
  return objectName(reading, parts, (name) => relationExists(reading.before, name))
}
