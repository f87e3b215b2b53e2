import type { Action, Touch } from '../catalog/action.ts'
import type { Identifier, Name } from '../catalog/catalog.ts'
import { chooseStatisticsName } from '../catalog/generated-names.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import type { OtherIdentity, OtherObject } from '../catalog/other-objects.ts'
import type { SqlText } from '../catalog/sql-text.ts'
import { newOtherName, ruleIdentity } from './other-identities.ts'
import type { Node } from './parser.ts'
import { addStatement, alterOther, createOther, isThere, unchanged } from './read-others.ts'
import { type Reading, relationName, stringsOf } from './reading.ts'
import { resolveRelation } from './resolve-references.ts'
import { resolveColumnsAfter, resolveRuleActions, resolveWithin, ruleRows } from './statement-text.ts'

/** CREATE STATISTICS. */
export function readStatistics(reading: Reading, node: Node): readonly Action[] {
  const tables: readonly Node[] = node.relations ?? []
  // The server takes one table alone.
  if (tables.some((each) => each.RangeVar === undefined))
    return [{ kind: 'unmodelled', reach: 'named', span: reading.statement, statement: 'CREATE STATISTICS' }]
  const touches = tables.map(({ RangeVar }): Touch => {
    return { relation: relationName(reading, RangeVar), lock: 'ShareUpdateExclusiveLock' }
  })
  const table = touches[0]?.relation ?? ''
  const elements: readonly Node[] = (node.exprs ?? []).map((each: Node) => each.StatsElem)
  const columns = elements.flatMap((each) => (each.name === undefined ? [] : [each.name as Identifier]))
  const name = statisticsName(reading, node, table, elements)
  const identity: OtherIdentity & { readonly table: Name } = { kind: 'statistics', name, table }
  if (isThere(reading, identity, node))
    return touches.length === 0 ? unchanged(reading) : unchanged(reading).map((each) => ({ ...each, touches }))
  const made = createOther(
    reading,
    identity,
    (resolution) => {
      for (const { RangeVar } of tables) resolveRelation(resolution, RangeVar)
      resolveWithin(resolution, node.exprs, table)
      resolveColumnsAfter(resolution, 'ON', table, columns)
    },
    touches,
  )
  if (made.kind !== 'createOther') return [made]
  const object = { ...made.object, elements: { columns, expressions: elements.length - columns.length } }
  return [{ ...made, object: node.defnames === undefined ? withName(object) : object }]
}

/** Without a name the server invents one, which the text then has to say. */
function withName(object: OtherObject): OtherObject {
  const statements = object.statements?.map((text): SqlText => {
    const [first, ...rest] = text.pieces
    const [head = '', end = ''] = typeof first === 'string' ? (/^\s*create\s+statistics(.*)$/is.exec(first) ?? []) : []
    if (head === '') return text
    return {
      ...text,
      pieces: ['create statistics ', { to: 'object', name: object.name, of: object.kind }, end, ...rest],
    }
  })
  return { ...object, ...(statements === undefined ? {} : { statements }) }
}

function statisticsName(reading: Reading, node: Node, table: Name, elements: readonly Node[]): Name {
  if (node.defnames !== undefined) return newOtherName(reading, 'statistics', stringsOf(node.defnames))
  const { schema, name } = partsOf(table)
  const columns = elements.map((each): string => each.name ?? 'expr')
  return qualify(schema, chooseStatisticsName(reading.before, schema, name, columns))
}

/** CREATE RULE, which names what its statements write. */
export function readRule(reading: Reading, node: Node): readonly Action[] {
  const actions: readonly Node[] = node.actions ?? []
  const written = actions.flatMap((each): readonly Touch[] => {
    const range = (each.InsertStmt ?? each.UpdateStmt ?? each.DeleteStmt)?.relation
    return range === undefined ? [] : [{ relation: relationName(reading, range), lock: 'RowExclusiveLock' }]
  })
  const identity = ruleIdentity(reading, node.rulename, node.relation)
  const rows = ruleRows(reading, identity.table)
  return [
    createOther(
      reading,
      identity,
      (resolution) => {
        resolveRelation(resolution, node.relation)
        resolveWithin(resolution, node.whereClause, undefined, rows)
        resolveRuleActions(resolution, actions, rows)
      },
      [...ruled(identity.table), ...written],
    ),
  ]
}

/** What a change of a rule does to its table. */
export function ruled(table: Name): readonly Touch[] {
  return [{ relation: table, lock: 'AccessExclusiveLock' }]
}

/** ALTER TABLE … ENABLE or DISABLE RULE; the table is locked by the other half of the statement's meaning. */
export function readRuleFiring(reading: Reading, table: Name, rule: Identifier, how: string): Action {
  const name = quoteIdentifier(rule)
  return alterOther(
    reading,
    { kind: 'rule', name, table },
    (known: OtherObject) =>
      addStatement(known, {
        pieces: ['alter table ', { to: 'relation', name: table }, ` ${how} rule ${name}`],
      }),
    ruled(table),
  )
}
