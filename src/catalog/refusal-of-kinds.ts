import type { Action, ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { relationExists } from './generated-names.ts'
import { isTemporary, partsOf } from './names.ts'
import type { RelationKind } from './object-actions.ts'
import type { Trigger } from './objects.ts'
import type { OtherObject } from './other-objects.ts'
import { type Refusal, unfit } from './refusal.ts'

/** Why the server would refuse an action because what it is about is of another kind; undefined for any other action. */
export function refusalOfKind(action: Action, before: Catalog, postgres: number): Refusal | undefined {
  switch (action.kind) {
    case 'dropTable':
      return notA(action.isForeign === true ? 'foreign table' : 'table', before, action.table)
    case 'dropView':
      return notA(action.materialized === true ? 'materialized view' : 'view', before, action.view)
    case 'dropIndex':
      return notA('index', before, action.index)
    case 'dropSequence':
      return notA('sequence', before, action.sequence)
    case 'truncateTable':
      return before.tables.has(action.table) ? undefined : notA('table', before, action.table)
    case 'setComment':
      return action.on.object === 'relation' && action.on.as !== undefined
        ? notA(action.on.as, before, action.on.name)
        : undefined
    case 'renameRelation':
      return action.as === undefined ? undefined : notA(action.as, before, action.from)
    case 'alterIndex':
    case 'attachIndex':
      return notA('index', before, action.index)
    case 'alterSequence':
      return ofSequence(before, action.sequence, postgres)
    case 'setPersistence':
      return postgres >= 18 ? ofPartitioned(before, action) : undefined
    case 'refreshView':
      return ofRefresh(before, action.view)
    case 'createIndex':
      return ofIndexed(before, action.index.table, postgres)
    case 'createTrigger':
      return ofTriggered(before, action.trigger, postgres)
    case 'createOther':
      return ofStatistics(action.object, before, postgres)
    case 'createPolicy':
      return before.views.has(action.policy.table) ? notA('table', before, action.policy.table) : undefined
    default:
      return undefined
  }
}

const WRONG_KIND = '42809'

/** That a relation which is there is of another kind than the one that a statement says. */
export function notA(kind: RelationKind, catalog: Catalog, name: Name): Refusal | undefined {
  if (isA(kind, catalog, name) || !relationExists(catalog, name) || isTemporary(name)) return undefined
  // Of a table that no CREATE TABLE was met for, what it is may not be known.
  if (catalog.tables.get(name)?.known === 'partly') return undefined
  const article = kind === 'index' ? 'an' : 'a'
  return unfit(name, `"${partsOf(name).name}" is not ${article} ${kind}`, WRONG_KIND, [name])
}

function isA(kind: RelationKind, { tables, views, indexes, sequences }: Catalog, name: Name): boolean {
  switch (kind) {
    case 'table':
      return tables.has(name) && tables.get(name)?.kind !== 'foreign'
    case 'foreign table':
      return tables.get(name)?.kind === 'foreign'
    case 'view':
      return views.get(name)?.materialized === false
    case 'materialized view':
      return views.get(name)?.materialized === true
    case 'index':
      return indexes.has(name)
    case 'sequence':
      return sequences.has(name)
  }
}

function ofRefresh(catalog: Catalog, name: Name): Refusal | undefined {
  const said = `"${partsOf(name).name}"`
  if (catalog.views.get(name)?.materialized === false)
    return unfit(name, `${said} is not a table or materialized view`, WRONG_KIND, [name])
  return catalog.tables.get(name)?.kind === 'table' && !catalog.views.has(name)
    ? unfit(name, `${said} is not a materialized view`, '0A000', [name])
    : undefined
}

function ofIndexed(catalog: Catalog, name: Name, postgres: number): Refusal | undefined {
  if (catalog.tables.has(name) || catalog.views.get(name)?.materialized !== false) return undefined
  const said = `"${partsOf(name).name}"`
  const reason =
    postgres < 15 ? `${said} is not a table or materialized view` : `cannot create index on relation ${said}`
  return unfit(name, reason, WRONG_KIND, [name])
}

function ofSequence(catalog: Catalog, name: Name, postgres: number): Refusal | undefined {
  const refused = notA('sequence', catalog, name)
  if (refused === undefined || postgres < 17) return refused
  return { ...refused, reason: `cannot open relation "${partsOf(name).name}"` }
}

function ofPartitioned({ tables }: Catalog, { table, persistence }: ActionOf<'setPersistence'>): Refusal | undefined {
  if (tables.get(table)?.kind !== 'partitioned') return undefined
  const words = persistence === 'permanent' ? 'SET LOGGED' : 'SET UNLOGGED'
  const reason = `ALTER action ${words} cannot be performed on relation "${partsOf(table).name}"`
  return unfit(table, reason, WRONG_KIND, [table])
}

function ofStatistics({ kind, table = '' }: OtherObject, catalog: Catalog, postgres: number): Refusal | undefined {
  if (kind !== 'statistics' || catalog.views.get(table)?.materialized !== false) return undefined
  const said = `relation "${partsOf(table).name}"`
  const reason =
    postgres < 15
      ? `${said} is not a table, foreign table, or materialized view`
      : `cannot define statistics for ${said}`
  return unfit(table, reason, WRONG_KIND, [table])
}

function ofTriggered(catalog: Catalog, trigger: Trigger, postgres: number): Refusal | undefined {
  const { table: name, timing, forEach, events } = trigger
  const said = `"${partsOf(name).name}"`
  const table = catalog.tables.get(name)
  const view = table === undefined ? catalog.views.get(name) : undefined
  if (table !== undefined)
    return timing === 'instead of' && table.kind === 'table' && table.known === 'wholly'
      ? unfit(name, `${said} is a table`, WRONG_KIND, [name])
      : undefined
  if (view?.materialized === true) {
    const reason = postgres < 15 ? `${said} is not a table or view` : `relation ${said} cannot have triggers`
    return unfit(name, reason, WRONG_KIND, [name])
  }
  const isOfTable = (timing !== 'instead of' && forEach === 'row') || events.includes('truncate')
  return view !== undefined && isOfTable ? unfit(name, `${said} is a view`, WRONG_KIND, [name]) : undefined
}
