import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { type Effect, exclusive, on } from './effect.ts'
import { ofAlterConstraint, ofRenameIndex } from './effects-of-constraints.ts'
import { ofCascade, ofDropRelation } from './effects-of-drop.ts'
import { ofPartition } from './effects-of-partitions.ts'
import { descendantsOf, withChildren, withPartitions } from './effects-on-children.ts'
import { dropSchemaWithUses, dropTableWithUses } from './fold-cascade.ts'
import { partitionsBelow, sequencesOf, tablesReferencing, triggersOf } from './lookups.ts'
import { partsOf } from './names.ts'
import type { Trigger } from './objects.ts'
import type { ColumnDefinition, TableChange } from './table-actions.ts'

/** CREATE TABLE locks what it refers to, takes after or becomes a part of. */
export function ofCreateTable(action: ActionOf<'createTable'>, before: Catalog): readonly Effect[] {
  const { table } = action
  if (action.ifNotExists && before.tables.has(table.name)) return []
  const columns = table.columns.filter((each): each is ColumnDefinition => !('like' in each))
  const constraints = [...columns.flatMap((column) => column.constraints), ...table.constraints]
  const parent = table.partitionOf === undefined ? undefined : before.tables.get(table.partitionOf.parent)
  const inherited = parent?.foreignKeys.map((key) => key.references) ?? []
  const referenced = constraints.flatMap((each) => (each.type === 'foreignKey' ? [each.references] : []))
  const others = [...inherited, ...referenced].filter((name) => name !== table.name)
  return [
    exclusive(table.name),
    ...others.flatMap((name) => [
      on(name, 'ShareRowExclusiveLock'),
      ...partitionsBelow(before, name).map((each) => on(each.name, 'ShareRowExclusiveLock')),
    ]),
    ...(table.partitionOf === undefined ? [] : ofPartition(table.partitionOf, before)),
    ...table.inherits.map((name) => on(name, 'ShareUpdateExclusiveLock')),
    ...table.columns.flatMap((each) => ('like' in each ? [on(each.like, 'AccessShareLock')] : [])),
  ]
}

/** DROP TABLE; of a table that is not known, its own lock is all that can be told. */
export function ofDropTable(action: ActionOf<'dropTable'>, before: Catalog, postgres: number): readonly Effect[] {
  if (action.ifExists && !before.tables.has(action.table)) return []
  const own = ofDropRelation(action.table, before, action.cascade, postgres)
  return action.cascade ? [...own, ...ofCascade(before, dropTableWithUses(before, action.table))] : own
}

/** TRUNCATE makes files anew but empty, so that it takes no longer for longer tables. */
export function ofTruncate(action: ActionOf<'truncateTable'>, before: Catalog): readonly Effect[] {
  const done = new Set<Name>()
  const effects: Effect[] = []
  const pending = [action.table]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (done.has(next)) continue
    done.add(next)
    effects.push(...withChildren(before, next, [exclusive(next)]))
    if (action.cascade) pending.push(...tablesReferencing(before, next).map(([name]) => name))
  }
  return effects
}

/** RENAME TO locks the relation; SET SCHEMA takes the sequences of its columns along. */
export function ofRename(action: ActionOf<'renameRelation'>, before: Catalog, postgres: number): readonly Effect[] {
  const { from, to } = action
  if (before.indexes.has(from)) return ofRenameIndex(from, postgres)
  const isType = before.enums.has(from) || before.domains.has(from) || before.types.has(from)
  if (isType && !before.tables.has(from)) return []
  const isMoved = partsOf(from).schema !== partsOf(to).schema
  return [exclusive(from), ...(isMoved ? sequencesOf(before, from).map(([name]) => exclusive(name)) : [])]
}

/** OWNER TO reaches the sequences of a table's columns. */
export function ofOwner(action: ActionOf<'setOwner'>, before: Catalog): readonly Effect[] {
  if (action.target === 'schema') return []
  return [exclusive(action.on), ...sequencesOf(before, action.on).map(([name]) => exclusive(name))]
}

/** A form of ALTER TABLE that changes neither columns nor constraints. */
export function ofTableProperty(action: ActionOf<'setTableProperty'>, before: Catalog): readonly Effect[] {
  const { table, property } = action
  if (LIGHT_PROPERTIES.has(property)) {
    const own = [on(table, 'ShareUpdateExclusiveLock')]
    return property === 'SET STATISTICS' ? withChildren(before, table, own) : own
  }
  if (property === 'SET TABLE SPACE' || property === 'SET ACCESS METHOD')
    return [exclusive(table, isStoredSo(before, table, action.change) ? 'none' : 'rewrite')]
  const own = [exclusive(table)]
  if (action.change?.form === 'alterConstraint') return ofAlterConstraint(before, table, action.change)
  if (action.change?.form === 'inherit') {
    // A table that is among its own heirs is refused.
    const below = descendantsOf(before, table).map((each) => on(each.name, 'AccessShareLock'))
    return [...own, on(action.change.parent, 'ShareUpdateExclusiveLock'), ...below]
  }
  if (action.change?.form === 'noInherit') return [...own, on(action.change.parent, 'AccessShareLock')]
  return COLUMN_PROPERTIES.has(property) ? withChildren(before, table, own) : own
}

/** Whether a table is where, or as, a change would have it stored; the database's own defaults are taken to be the server's. */
function isStoredSo(before: Catalog, name: Name, change: TableChange | undefined): boolean {
  const table = before.tables.get(name)
  const relation = table?.known === 'wholly' ? table : before.views.get(name)
  if (relation === undefined) return false
  if (change?.form === 'setAccessMethod') return (change.method ?? 'heap') === (relation.accessMethod ?? 'heap')
  return change?.form === 'setTablespace' && change.tablespace === (relation.tablespace ?? 'pg_default')
}

/** Forms that let rows be read and written. */
const LIGHT_PROPERTIES: ReadonlySet<string> = new Set([
  'SET STATISTICS',
  'SET REL OPTIONS',
  'RESET REL OPTIONS',
  'SET OPTIONS',
  'RESET OPTIONS',
  'CLUSTER ON',
  'DROP CLUSTER',
])

/** Forms about a column, which its children have too. */
const COLUMN_PROPERTIES: ReadonlySet<string> = new Set(['SET STORAGE', 'SET COMPRESSION'])

/** DROP SCHEMA … CASCADE drops everything within. */
export function ofDropSchema(action: ActionOf<'dropSchema'>, before: Catalog, postgres: number): readonly Effect[] {
  if (!action.cascade) return []
  const within = [...before.tables.keys(), ...before.views.keys()].filter(
    (name) => partsOf(name).schema === action.name,
  )
  const sequences = [...before.sequences.keys()].filter((name) => partsOf(name).schema === action.name)
  return [
    ...within.flatMap((name) => ofDropRelation(name, before, true, postgres)),
    ...sequences.map((name) => exclusive(name)),
    ...ofCascade(before, dropSchemaWithUses(before, action.name)),
  ]
}

/** SET LOGGED and SET UNLOGGED write everything anew, unless it is so already. */
export function ofPersistence(action: ActionOf<'setPersistence'>, before: Catalog): readonly Effect[] {
  const isSo = before.tables.get(action.table)?.persistence === action.persistence
  const sequences = sequencesOf(before, action.table).map(([name]) => exclusive(name))
  return [exclusive(action.table, isSo ? 'none' : 'rewrite'), ...(isSo ? [] : sequences)]
}

/** A trigger for rows of a partitioned table is its partitions' too. */
export function withTriggerCopies(before: Catalog, own: Effect, triggers: readonly Trigger[]): readonly Effect[] {
  return triggers.some((each) => each.forEach === 'row') ? withPartitions(before, own.relation, [own]) : [own]
}

/** The triggers of a table, or the one of a name. */
export function triggersNamed(before: Catalog, table: Name, name?: Identifier): readonly Trigger[] {
  return triggersOf(before, table).flatMap(([, each]) => (name === undefined || each.name === name ? [each] : []))
}
