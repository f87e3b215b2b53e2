import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { type Effect, exclusive, type LockMode, on } from './effect.ts'
import { withPartitions } from './effects-on-children.ts'
import { findSameIndex } from './fold-indexes.ts'
import { foreignKeysOn } from './foreign-keys.ts'
import { relationExists } from './generated-names.ts'
import { indexesOf, partitionsOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { IndexDefinition } from './object-actions.ts'

/** CREATE INDEX builds it on the table, or on every partition. */
export function ofCreateIndex(action: ActionOf<'createIndex'>, before: Catalog): readonly Effect[] {
  const { table, name } = action.index
  const lock = action.concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock'
  const isThere = name !== undefined && relationExists(before, qualify(partsOf(table).schema, name))
  if (action.ifNotExists && isThere) return [on(table, lock)]
  if (action.onOnly && before.tables.get(table)?.kind === 'partitioned') return [on(table, lock)]
  return ofBuilding(action.index, table, lock, before)
}

/** A partition that has the like of the index already is locked, as its own partitions are, and builds nothing. */
function ofBuilding(index: IndexDefinition, table: Name, lock: LockMode, before: Catalog): readonly Effect[] {
  return [
    on(table, lock, 'build'),
    ...partitionsOf(before, table).flatMap(({ name }) =>
      findSameIndex(before, index, name, true) === undefined
        ? ofBuilding(index, name, lock, before)
        : withPartitions(before, name, [on(name, lock)]),
    ),
  ]
}

/** DROP INDEX locks the table as the index; of a partitioned table its partitions too. */
export function ofDropIndex(action: ActionOf<'dropIndex'>, before: Catalog): readonly Effect[] {
  const index = before.indexes.get(action.index)
  if (index === undefined) return []
  const lock = action.concurrently ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock'
  const keys = action.cascade ? foreignKeysOn(before, index) : []
  const referencing = keys.flatMap(([table]) => withPartitions(before, table, [exclusive(table)]))
  return [...withPartitions(before, index.table, [on(index.table, lock)]), ...referencing]
}

/** REINDEX lets rows be read, but queries that plan to use an index wait for it. */
export function ofReindex(action: ActionOf<'reindex'>, before: Catalog): readonly Effect[] {
  const { relation, concurrently } = action
  const isBare = (table: Name, indexes: readonly Name[]) =>
    indexes.length === 0 && before.tables.get(table)?.known === 'wholly'
  const own = (table: Name, indexes: readonly Name[]) => [
    on(table, concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock', isBare(table, indexes) ? 'none' : 'build'),
    ...(concurrently ? [] : indexes.map((name) => exclusive(name))),
  ]
  const all = (table: Name) =>
    own(
      table,
      indexesOf(before, table).map(([name]) => name),
    )
  if (relation !== undefined) {
    const index = before.indexes.get(relation)
    if (index !== undefined) return own(index.table, [relation])
    return action.target === 'index' ? [] : all(relation)
  }
  const tables = [...before.tables.values()].filter((table) => table.kind === 'table')
  const meant = tables.filter(({ name }) => action.schema === undefined || partsOf(name).schema === action.schema)
  return meant.filter(({ name }) => indexesOf(before, name).length > 0).flatMap(({ name }) => all(name))
}

/** ALTER INDEX … ATTACH PARTITION. */
export function ofAttachIndex(action: ActionOf<'attachIndex'>, before: Catalog): readonly Effect[] {
  const tables = [action.index, action.part].flatMap((name) => before.indexes.get(name)?.table ?? [])
  return [
    on(action.index, 'ShareUpdateExclusiveLock'),
    exclusive(action.part),
    ...tables.map((table) => on(table, 'AccessShareLock')),
  ]
}

/** ALTER INDEX: a move to another tablespace copies the index. */
export function ofAlterIndex(action: ActionOf<'alterIndex'>): readonly Effect[] {
  const { index, change } = action
  return [change.form === 'setTablespace' ? exclusive(index) : on(index, 'ShareUpdateExclusiveLock')]
}
