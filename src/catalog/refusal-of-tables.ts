import type { Action, ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { constraintsOf } from './constraints.ts'
import { columnFrom } from './fold-columns.ts'
import { onTableKey } from './fold-objects.ts'
import { childrenOf, indexesOf, triggersOf } from './lookups.ts'
import { partsOf } from './names.ts'
import type { CommentTarget } from './object-actions.ts'
import { existing, missingPart, type Refusal, unfit } from './refusal.ts'
import { refusalOfInherit } from './refusal-of-children.ts'
import { fromGenerated, ofSystem, refusalOfColumn, refusalOfColumnChange } from './refusal-of-columns.ts'
import { refusalOfColumns, refusalOfConstraint, SYSTEM_COLUMNS } from './refusal-of-constraints.ts'
import { refusalOfForeignKey } from './refusal-of-foreign-keys.ts'
import { dropMissing, relationMissing, typeMissing } from './refusal-of-names.ts'
import { refusalOfAttach, refusalOfCreateTable, refusalOfDetach } from './refusal-of-new-tables.ts'
import { typesIn, withoutOperatorClassOfKey } from './refusal-of-operator-classes.ts'
import type { Table } from './table.ts'
import type { TableChange } from './table-actions.ts'

/** Why the server would refuse an action on a table; undefined for any other action. */
export function refusalOfTable(action: Action, before: Catalog, postgres: number): Refusal | undefined {
  switch (action.kind) {
    case 'createTable':
      return refusalOfCreateTable(action, before, postgres)
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
      return relationMissing(before, action.table) ?? ofParts(action, before, postgres)
    case 'attachPartition':
      return (
        relationMissing(before, action.table) ??
        relationMissing(before, action.partition) ??
        refusalOfAttach(action, before, postgres)
      )
    case 'detachPartition':
      return (
        relationMissing(before, action.table) ??
        relationMissing(before, action.partition) ??
        refusalOfDetach(action, before)
      )
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

function ofParts(action: OnParts, before: Catalog, postgres: number): Refusal | undefined {
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
      return (
        columnMissing(table, action.column) ??
        (action.kind === 'dropColumn' ? undefined : refusalOfColumnChange(action, table, before, postgres))
      )
    case 'setColumnType':
      return columnMissing(table, action.column) ?? typeMissing(before, action.type)
    case 'renameColumn':
      return (
        refusalOfColumns(before, table.name, [action.from], (column) => `column "${column}" does not exist`) ??
        columnTaken(table, action.to) ??
        (SYSTEM_COLUMNS.has(action.to) ? ofSystem(table.name, action.to) : undefined)
      )
    case 'addConstraint': {
      const columns = table.known === 'wholly' ? table.columns.map((each) => each.name) : undefined
      const { name, partitionKey } = table
      const { constraint, only } = action
      if (
        only === true &&
        constraint.type === 'check' &&
        constraint.noInherit !== true &&
        childrenOf(before, name).length > 0
      )
        return unfit(name, 'constraint must be added to child tables too', '42P16', [name])
      const refused = refusalOfConstraint(before, { name, columns, table, partitionKey }, constraint)
      if (refused !== undefined) return refused
      return constraint.type === 'foreignKey'
        ? refusalOfForeignKey(before, table, constraint)
        : withoutOperatorClassOfKey(before, constraint, { table: name, typeOf: typesIn(table) })
    }
    case 'dropConstraint':
    case 'validateConstraint':
      return constraintMissing(table, action.name, 'of relation')
    case 'renameConstraint':
      return constraintMissing(table, action.from, 'for table')
    case 'setTriggerEnabled':
      return action.trigger === undefined ? undefined : triggerMissing(before, table.name, action.trigger)
    case 'setTableProperty':
      return action.change === undefined ? undefined : ofChange(action.change, table, before, postgres)
  }
}

function ofAddColumn({ column, ifNotExists, only }: ActionOf<'addColumn'>, table: Table, before: Catalog) {
  const taken = columnTaken(table, column.name)
  if (taken !== undefined) return ifNotExists ? undefined : taken
  const missing = typeMissing(before, column.type)
  if (missing !== undefined) return missing
  if (only === true && childrenOf(before, table.name).length > 0)
    return unfit(table.name, 'column must be added to child tables too', '42P16', [table.name])
  if (table.partitionOf !== undefined)
    return unfit(table.name, 'cannot add column to a partition', '42809', [table.name])
  const { name, partitionKey } = table
  const unfitting = refusalOfColumn(before, name, column)
  if (unfitting !== undefined) return unfitting
  if (column.constraints.length === 0 && column.generated === undefined) return undefined
  const columns = table.known === 'wholly' ? [...table.columns.map((each) => each.name), column.name] : undefined
  for (const constraint of column.constraints) {
    const refused = refusalOfConstraint(before, { name, columns, table, partitionKey }, constraint)
    if (refused !== undefined) return refused
  }
  const generated = fromGenerated(name, [...table.columns, column], column)
  if (generated !== undefined) return generated
  const wider: Table = { ...table, columns: [...table.columns, columnFrom(column, before)] }
  return column.constraints
    .map((each) =>
      each.type === 'foreignKey'
        ? refusalOfForeignKey(before, wider, each, each.references === name ? wider : undefined)
        : withoutOperatorClassOfKey(before, each, { table: name, typeOf: typesIn(wider) }),
    )
    .find((each) => each !== undefined)
}

function columnTaken(table: Table, column: Identifier): Refusal | undefined {
  if (!table.columns.some((each) => each.name === column)) return undefined
  const reason = `column "${column}" of relation "${partsOf(table.name).name}" already exists`
  return existing('part', `${table.name}.${column}`, reason, '42701', table.name)
}

function columnMissing(table: Table, column: Identifier): Refusal | undefined {
  if (table.known !== 'wholly' || table.columns.some((each) => each.name === column)) return undefined
  const names = table.columns.map((each) => each.name)
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

function ofChange(change: TableChange, table: Table, before: Catalog, postgres: number): Refusal | undefined {
  if ('column' in change) return columnMissing(table, change.column)
  if (change.form === 'inherit') {
    const parent = before.tables.get(change.parent)
    return parent === undefined
      ? relationMissing(before, change.parent)
      : refusalOfInherit(before, table, parent, postgres)
  }
  const index =
    change.form === 'clusterOn'
      ? change.index
      : change.form === 'setReplicaIdentity' && typeof change.identity === 'object'
        ? change.identity.index
        : undefined
  if (index !== undefined && !before.indexes.has(index) && table.known === 'wholly') {
    const { name } = partsOf(index)
    const others = indexesOf(before, table.name).map(([each]) => partsOf(each).name)
    const reason = `index "${name}" for table "${partsOf(table.name).name}" does not exist`
    return missingPart(table.name, name, reason, '42704', others)
  }
  return change.form === 'alterConstraint' ? constraintMissing(table, change.name, 'of relation') : undefined
}
