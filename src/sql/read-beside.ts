import type { Action, Touch } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { textOf } from '../text/source-file.ts'
import type { Node } from './parser.ts'
import { firstWords, type Reading, relationName } from './reading.ts'

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
  const touching = touches.length === 0 ? {} : { touches }
  return [{ kind: 'unmodelled', reach: 'named', span, statement: firstWords(textOf(span)), ...touching }]
}
