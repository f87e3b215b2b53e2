import type { Action, ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { constraintsOf } from './constraints.ts'
import { onTableKey } from './fold-objects.ts'
import { triggersOf } from './lookups.ts'
import { partsOf } from './names.ts'
import type { CommentTarget } from './object-actions.ts'
import { existing, missingPart, type Refusal } from './refusal.ts'
import { refusalOfColumns, refusalOfConstraint } from './refusal-of-constraints.ts'
import { dropMissing, relationMissing, relationTaken, typeMissing, typeTaken } from './refusal-of-names.ts'
import type { Table } from './table.ts'
import type { ColumnDefinition, TableChange } from './table-actions.ts'

/** Why the server would refuse an action on a table; undefined for any other action. */
export function refusalOfTable(action: Action, before: Catalog): Refusal | undefined {
  switch (action.kind) {
    case 'createTable':
      return ofCreateTable(action, before)
    case 'dropTable':
      return action.ifExists
        ? undefined
        : dropMissing(before, action.table, action.isForeign === true ? 'foreign table' : 'table')
    case 'truncateTable':
    case 'setRowSecurity':
    case 'setPersistence':
      return relationMissing(before, action.table)
    case 'addColumn':
    case 'dropColumn':
    case 'renameColumn':
    case 'setColumnType':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
    case 'addConstraint':
    case 'dropConstraint':
    case 'renameConstraint':
    case 'validateConstraint':
    case 'setTriggerEnabled':
    case 'setTableProperty':
      return relationMissing(before, action.table) ?? ofParts(action, before)
    case 'attachPartition':
    case 'detachPartition':
      return relationMissing(before, action.table) ?? relationMissing(before, action.partition)
    case 'setComment':
      return ofComment(action.on, before)
    default:
      return undefined
  }
}

function ofComment(on: CommentTarget, before: Catalog): Refusal | undefined {
  switch (on.object) {
    case 'relation':
      return relationMissing(before, on.name)
    case 'column': {
      const table = before.tables.get(on.relation)
      return table !== undefined ? columnMissing(table, on.name) : columnOwnerMissing(before, on.relation)
    }
    case 'constraint':
    case 'trigger': {
      const missing = relationMissing(before, on.table)
      const table = before.tables.get(on.table)
      if (missing !== undefined || table === undefined) return missing
      if (on.object === 'trigger') return triggerMissing(before, on.table, on.name)
      return constraintMissing(table, on.name, 'for table')
    }
    case 'type':
      return typeMissing(before, on.name)
    default:
      return undefined
  }
}

function columnOwnerMissing(catalog: Catalog, name: Name): Refusal | undefined {
  return catalog.types.has(name) ? undefined : relationMissing(catalog, name)
}

function ofCreateTable({ table, ifNotExists }: ActionOf<'createTable'>, before: Catalog): Refusal | undefined {
  const { name } = table
  const taken = relationTaken(before, name)
  if (taken !== undefined) return ifNotExists ? undefined : taken
  const parents = table.partitionOf === undefined ? table.inherits : [...table.inherits, table.partitionOf.parent]
  const likes = table.columns.filter((each) => 'like' in each)
  for (const other of [...parents, ...likes.map((each) => each.like)]) {
    const missing = relationMissing(before, other)
    if (missing !== undefined) return missing
  }
  const own = table.columns.filter((each): each is ColumnDefinition => !('like' in each))
  for (const column of own) {
    const missing = typeMissing(before, column.type)
    if (missing !== undefined) return missing
  }
  const typed = typeTaken(before, name)
  if (typed !== undefined) return typed
  // What the table takes over from others, or from a query, is not said here.
  const isSaid = own.length === table.columns.length && parents.length === 0 && table.known === undefined
  const columns = isSaid && table.ofType === undefined ? own.map((each) => each.name) : undefined
  for (const constraint of [...own.flatMap((each) => each.constraints), ...table.constraints]) {
    const refused = refusalOfConstraint(before, { name, columns }, constraint)
    if (refused !== undefined) return refused
  }
  return undefined
}

type OnParts = ActionOf<
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumnType'
  | 'setColumnDefault'
  | 'setColumnNullable'
  | 'setColumnIdentity'
  | 'setColumnExpression'
  | 'addConstraint'
  | 'dropConstraint'
  | 'renameConstraint'
  | 'validateConstraint'
  | 'setTriggerEnabled'
  | 'setTableProperty'
>

function ofParts(action: OnParts, before: Catalog): Refusal | undefined {
  const table = before.tables.get(action.table)
  if (table === undefined) return undefined
  switch (action.kind) {
    case 'addColumn':
      return ofAddColumn(action, table, before)
    case 'dropColumn':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
      return columnMissing(table, action.column)
    case 'setColumnType':
      return columnMissing(table, action.column) ?? typeMissing(before, action.type)
    case 'renameColumn':
      return (
        refusalOfColumns(before, table.name, [action.from], (column) => `column "${column}" does not exist`) ??
        columnTaken(table, action.to)
      )
    case 'addConstraint': {
      const columns = table.known === 'wholly' ? table.columns.map((each) => each.name) : undefined
      return refusalOfConstraint(before, { name: table.name, columns, table }, action.constraint)
    }
    case 'dropConstraint':
    case 'validateConstraint':
      return constraintMissing(table, action.name, 'of relation')
    case 'renameConstraint':
      return constraintMissing(table, action.from, 'for table')
    case 'setTriggerEnabled':
      return action.trigger === undefined ? undefined : triggerMissing(before, table.name, action.trigger)
    case 'setTableProperty':
      return action.change === undefined ? undefined : ofChange(action.change, table)
  }
}

function ofAddColumn({ column, ifNotExists }: ActionOf<'addColumn'>, table: Table, before: Catalog) {
  const taken = columnTaken(table, column.name)
  if (taken !== undefined) return ifNotExists ? undefined : taken
  const missing = typeMissing(before, column.type)
  if (missing !== undefined) return missing
  const columns = table.known === 'wholly' ? [...table.columns.map((each) => each.name), column.name] : undefined
  for (const constraint of column.constraints) {
    const refused = refusalOfConstraint(before, { name: table.name, columns, table }, constraint)
    if (refused !== undefined) return refused
  }
  return undefined
}

function columnTaken(table: Table, column: Identifier): Refusal | undefined {
  if (!table.columns.some((each) => each.name === column)) return undefined
  const reason = `column "${column}" of relation "${partsOf(table.name).name}" already exists`
  return existing('part', `${table.name}.${column}`, reason, '42701', table.name)
}

function columnMissing(table: Table, column: Identifier): Refusal | undefined {
  const names = table.columns.map((each) => each.name)
  if (table.known !== 'wholly' || names.includes(column)) return undefined
  const reason = `column "${column}" of relation "${partsOf(table.name).name}" does not exist`
  return missingPart(table.name, column, reason, '42703', names)
}

function constraintMissing(table: Table, name: Identifier, joined: 'of relation' | 'for table'): Refusal | undefined {
  const names = constraintsOf(table).map((each) => each.name)
  if (table.known !== 'wholly' || names.includes(name)) return undefined
  const reason = `constraint "${name}" ${joined} "${partsOf(table.name).name}" does not exist`
  return missingPart(table.name, name, reason, '42704', names)
}

/** That a table has no trigger of a name. */
export function triggerMissing(catalog: Catalog, table: Name, name: Identifier): Refusal | undefined {
  if (hasTrigger(catalog, table, name) || catalog.tables.get(table)?.known === 'partly') return undefined
  const others = triggersOf(catalog, table).map(([, each]) => each.name)
  const reason = `trigger "${name}" for table "${partsOf(table).name}" does not exist`
  return missingPart(table, name, reason, '42704', others)
}

/** A partition has the triggers of the tables that it is part of. */
function hasTrigger(catalog: Catalog, table: Name, name: Identifier): boolean {
  if (catalog.triggers.has(onTableKey(table, name))) return true
  const parent = catalog.tables.get(table)?.partitionOf
  return parent !== undefined && hasTrigger(catalog, parent, name)
}

function ofChange(change: TableChange, table: Table): Refusal | undefined {
  if ('column' in change) return columnMissing(table, change.column)
  return change.form === 'alterConstraint' ? constraintMissing(table, change.name, 'of relation') : undefined
}
