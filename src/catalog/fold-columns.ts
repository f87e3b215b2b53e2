import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { storageUnlessDefault } from './column-storage.ts'
import { inheritedCopy, withoutParent, withParent } from './constraints.ts'
import { changeColumn, changeTable, type Mutable, omit, withTable } from './edit-catalog.ts'
import { renameColumn } from './fold-column-names.ts'
import { addConstraint, dropConstraintsOn } from './fold-constraints.ts'
import { dropReaders } from './fold-drop.ts'
import { addNotNull, dropNotNull } from './fold-not-nulls.ts'
import { dropOthersOfColumn } from './fold-other-objects.ts'
import { addOwnedSequence, changeOwnedSequences, dropSequencesOwnedBy } from './fold-sequences.ts'
import { defaultOfType } from './literal-defaults.ts'
import { childrenOf, forEachChild, grantsOn, tablesReferencing } from './lookups.ts'
import { mapEntries, without } from './persistent-map.ts'
import { withOptions } from './sequence-options.ts'
import { retarget } from './sql-text.ts'
import type { Column, Table } from './table.ts'
import type { ColumnDefinition, ConstraintDefinition } from './table-actions.ts'

type ColumnAction = ActionOf<
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'setColumnType'
  | 'setColumnDefault'
  | 'setColumnNullable'
  | 'setColumnIdentity'
  | 'setColumnExpression'
>

/** Changes one column of a table and of the tables that inherit it. */
export function foldColumn(catalog: Catalog, action: ColumnAction, postgres: number): Catalog {
  const { table } = action
  const only = action.only === true
  switch (action.kind) {
    case 'addColumn':
      return addColumn(catalog, action, postgres)
    case 'dropColumn':
      return dropColumn(
        action.cascade ? dropReaders(catalog, table, action.column) : catalog,
        table,
        action.column,
        only,
      )
    case 'renameColumn': {
      const result = renameColumn(catalog, table, action.from, action.to)
      return childrenOf(catalog, table).reduce((each, child) => {
        return foldColumn(each, { ...action, table: child.name }, postgres)
      }, result)
    }
    case 'setColumnType':
      return setColumnType(catalog, action, only)
    case 'setColumnDefault':
      return eachColumn(catalog, table, action.column, only, (column) => {
        const bare = omit(column, 'default')
        return action.default === undefined ? bare : { ...bare, default: action.default }
      })
    case 'setColumnNullable':
      if (action.nullable) return dropNotNull(catalog, table, action.column, only)
      return addNotNull(catalog, table, { span: action.span, column: action.column, ...action.constraint }, only)
    case 'setColumnIdentity':
      return setIdentity(catalog, action, postgres)
    case 'setColumnExpression':
      return eachColumn(catalog, table, action.column, only, (column) => {
        if (action.expression === undefined) return omit(column, 'default', 'generated')
        return { ...column, default: action.expression }
      })
  }
}

/** The column that a definition makes, without the constraints written beside it. */
export function columnFrom(definition: ColumnDefinition, catalog: Catalog): Column {
  const { name, type, collation, nullable, identity, generated, span, serial } = definition
  const { storage, compression, foreignOptions } = definition
  const value = serial ? { columns: [], functions: ['nextval'] } : definition.default
  const column: Mutable<Column> = {
    name,
    type,
    nullable: nullable && !serial && identity === undefined,
    origin: span,
  }
  if (collation !== undefined) column.collation = collation
  if (value !== undefined) column.default = value
  if (identity !== undefined) column.identity = identity
  if (generated !== undefined) column.generated = generated
  if (storage !== undefined) Object.assign(column, storageUnlessDefault(catalog, type, storage))
  if (compression !== undefined) column.compression = compression
  if (foreignOptions !== undefined) column.foreignOptions = foreignOptions
  return column
}

/** Changes a column of a table and of the tables that inherit it. */
export function eachColumn(
  catalog: Catalog,
  table: Name,
  column: Identifier,
  only: boolean,
  change: (column: Column) => Column,
): Catalog {
  let result = changeTable(catalog, table, (known) => changeColumn(known, column, change))
  if (only) return result
  for (const child of childrenOf(catalog, table)) result = eachColumn(result, child.name, column, false, change)
  return result
}

/** Gives a child or partition a column of its parent; one of its own with that name is merged. */
export function inheritColumn(catalog: Catalog, table: Name, column: Column, of: Name): Catalog {
  const parent = retarget(column, of, table)
  const own = catalog.tables.get(table)?.columns.find((each) => each.name === parent.name)
  const made = own === undefined ? inheritedCopy(parent) : withParent(own)
  let result = changeTable(catalog, table, (known) => ({
    ...known,
    columns: own === undefined ? [...known.columns, made] : known.columns.map((each) => (each === own ? made : each)),
  }))
  if (own !== undefined) return result
  for (const child of childrenOf(catalog, table)) result = inheritColumn(result, child.name, made, table)
  return result
}

function addColumn(catalog: Catalog, action: ActionOf<'addColumn'>, postgres: number): Catalog {
  const { table, column } = action
  const known = catalog.tables.get(table)
  const existing = known?.columns.find((each) => each.name === column.name)
  if (existing !== undefined) return catalog
  const made = columnFrom(column, catalog)
  let result = changeTable(catalog, table, (current) => ({ ...current, columns: [...current.columns, made] }))
  // Identity passes to partitions since PostgreSQL 17.
  const passed = postgres >= 17 && known?.kind === 'partitioned' ? made : omit(made, 'identity')
  if (action.only !== true)
    for (const child of childrenOf(catalog, table)) result = inheritColumn(result, child.name, passed, table)
  if (column.serial || column.identity !== undefined) result = addOwnedSequence(result, table, column, postgres)
  if (!made.nullable && !isInPrimaryKey(column))
    result = addNotNull(result, table, { span: column.span, column: column.name, ...column.notNull }, action.only)
  // Children get the constraints beside the column from the table, as they get those added alone.
  for (const constraint of inServerOrder(column.constraints))
    result = addConstraint(result, table, constraint, action.only)
  return result
}

function isInPrimaryKey(column: ColumnDefinition): boolean {
  return column.constraints.some((each) => each.type === 'primaryKey')
}

/** A table's indexes are made before its checks and foreign keys are. */
function inServerOrder(constraints: readonly ConstraintDefinition[]): readonly ConstraintDefinition[] {
  const hasIndex = (each: ConstraintDefinition) => each.type !== 'check' && each.type !== 'foreignKey'
  return [...constraints.filter((each) => !hasIndex(each)), ...constraints.filter(hasIndex)]
}

/** Removes a column from a table, and from its children where it is not their own. */
export function dropColumn(catalog: Catalog, table: Name, column: Identifier, only: boolean): Catalog {
  let result = catalog
  result = forEachChild(result, table, (each, child) => disinheritColumn(each, child, column, only))
  result = dropSequencesOwnedBy(dropConstraintsOn(result, table, column), table, column)
  result = dropForeignKeysTo(result, catalog.tables.get(table), column)
  result = dropOthersOfColumn(result, table, column)
  result = changeTable(result, table, (known) => ({
    ...known,
    columns: known.columns.filter((each) => each.name !== column),
  }))
  result = { ...result, grants: without(result.grants, (grant) => grant.column === column, grantsOn(result, table)) }
  return generatedFrom(result.tables.get(table), column).reduce(
    (each, { name }) => dropColumn(dropReaders(each, table, name), table, name, only),
    result,
  )
}

/** The generated columns of a table whose values are computed from one of its columns. */
export function generatedFrom(table: Table | undefined, column: Identifier): readonly Column[] {
  return table?.columns.filter((each) => each.generated !== undefined && each.default?.columns.includes(column)) ?? []
}

/** A column that one parent of a child less has. */
export function disinheritColumn(catalog: Catalog, child: Table, column: Identifier, keeps: boolean): Catalog {
  const own = child.columns.find((each) => each.name === column)
  if (own === undefined) return catalog
  const kept = withoutParent(own, keeps)
  if (kept === undefined) return dropColumn(catalog, child.name, column, false)
  return withTable(catalog, { ...child, columns: child.columns.map((each) => (each === own ? kept : each)) })
}

/** DROP COLUMN … CASCADE takes with it the foreign keys that reference the key it was part of. */
function dropForeignKeysTo(catalog: Catalog, table: Table | undefined, column: Identifier): Catalog {
  if (table === undefined) return catalog
  const dropKeys = (each: Table, name: Name): readonly [Name, Table] => {
    const kept = each.foreignKeys.filter(
      (key) => key.references !== table.name || !key.referencedColumns.includes(column),
    )
    return [name, kept.length === each.foreignKeys.length ? each : { ...each, foreignKeys: kept }]
  }
  return { ...catalog, tables: mapEntries(catalog.tables, dropKeys, tablesReferencing(catalog, table.name)) }
}

/** The other type brings its own collation, storage and compression, and an identity's sequence follows. */
function setColumnType(catalog: Catalog, action: ActionOf<'setColumnType'>, only: boolean): Catalog {
  const { table, type, collation } = action
  const result = eachColumn(catalog, table, action.column, only, (column) => ({
    ...omit(defaultOfType(catalog, column), 'collation', 'storage', 'compression'),
    type,
    ...(collation === undefined ? {} : { collation }),
  }))
  const column = result.tables.get(table)?.columns.find((each) => each.name === action.column)
  const isSequenceType = type === 'smallint' || type === 'integer' || type === 'bigint'
  if (column?.identity === undefined || !isSequenceType) return result
  return changeOwnedSequences(result, table, action.column, (each) => withOptions(each, { type }, false))
}

function setIdentity(catalog: Catalog, action: ActionOf<'setColumnIdentity'>, postgres: number): Catalog {
  const { table, identity, span } = action
  const column = catalog.tables.get(table)?.columns.find((each) => each.name === action.column)
  const isShared = postgres >= 17 && catalog.tables.get(table)?.kind === 'partitioned'
  const result = eachColumn(catalog, table, action.column, !isShared, (each) =>
    identity === undefined ? omit(each, 'identity') : { ...each, identity },
  )
  // DROP IDENTITY IF EXISTS leaves a sequence of `serial` alone.
  if (column === undefined || (identity === undefined && column.identity === undefined)) return result
  if (identity === undefined) return dropSequencesOwnedBy(result, table, action.column)
  const { sequence } = action
  if (column.identity === undefined)
    return addOwnedSequence(
      result,
      table,
      { name: action.column, type: column.type, span, ...(sequence === undefined ? {} : { sequence }) },
      postgres,
    )
  if (sequence === undefined) return result
  return changeOwnedSequences(result, table, action.column, (each) => withOptions(each, sequence, false))
}
