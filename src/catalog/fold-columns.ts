import type { Span } from '../text/source-file.ts'
import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { changeColumn, changeTable, omit } from './edit-catalog.ts'
import { addConstraint, dropConstraintsOn } from './fold-constraints.ts'
import { dropSequencesOwnedBy } from './fold-drop.ts'
import { chooseRelationName } from './generated-names.ts'
import { childrenOf, grantsOn, indexesOf, sequencesOf, tablesNaming, tablesReferencing, triggersOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { Index, Sequence, Trigger } from './objects.ts'
import { mapEntries, withEntry, without } from './persistent-map.ts'
import { renameTexts } from './rename-texts.ts'
import type { Column, Table } from './table.ts'
import type { ColumnDefinition } from './table-actions.ts'

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
export function foldColumn(catalog: Catalog, action: ColumnAction): Catalog {
  let result = foldOwnColumn(catalog, action)
  if (action.kind === 'setColumnIdentity') return result
  for (const child of childrenOf(catalog, action.table)) {
    result = foldColumn(result, { ...action, table: child.name })
  }
  return result
}

/** The column that a definition makes, without the constraints written beside it. */
export function columnFrom(definition: ColumnDefinition): Column {
  const { name, type, nullable, identity, generated, span, serial } = definition
  const value = serial ? { columns: [], functions: ['nextval'] } : definition.default
  return {
    name,
    type,
    nullable: nullable && !serial && identity === undefined,
    ...(value === undefined ? {} : { default: value }),
    ...(identity === undefined ? {} : { identity }),
    ...(generated === undefined ? {} : { generated }),
    origin: span,
  }
}

/** The sequence that the server makes for a serial or identity column. */
export function sequenceFor(
  catalog: Catalog,
  table: Name,
  column: Identifier,
  columnType: string,
  span?: Span,
): Sequence {
  const { schema, name } = partsOf(table)
  const type = columnType === 'smallint' || columnType === 'integer' ? columnType : 'bigint'
  const parts = { table: name, column, label: 'seq' }
  return {
    name: qualify(schema, chooseRelationName(catalog, schema, parts, false)),
    type,
    ownedBy: { table, column },
    ...(span === undefined ? {} : { origin: span }),
  }
}

/** Adds the sequence behind a serial or identity column. */
export function addOwnedSequence(catalog: Catalog, table: Name, column: ColumnDefinition): Catalog {
  if (!column.serial && column.identity === undefined) return catalog
  const sequence = sequenceFor(catalog, table, column.name, column.type, column.span)
  return { ...catalog, sequences: withEntry(catalog.sequences, sequence.name, sequence) }
}

function foldOwnColumn(catalog: Catalog, action: ColumnAction): Catalog {
  const { table } = action
  const change = (name: Identifier, edit: (column: Column) => Column) =>
    changeTable(catalog, table, (known) => changeColumn(known, name, edit))
  switch (action.kind) {
    case 'addColumn':
      return addColumn(catalog, action)
    case 'dropColumn':
      return dropColumn(catalog, table, action.column)
    case 'renameColumn':
      return renameColumn(catalog, table, action.from, action.to)
    case 'setColumnType':
      return change(action.column, (column) => ({ ...column, type: action.type }))
    case 'setColumnDefault':
      return change(action.column, (column) => {
        const bare = omit(column, 'default')
        return action.default === undefined ? bare : { ...bare, default: action.default }
      })
    case 'setColumnNullable':
      return change(action.column, (column) => ({ ...column, nullable: action.nullable }))
    case 'setColumnIdentity':
      return setIdentity(catalog, action)
    case 'setColumnExpression':
      return change(action.column, (column) => {
        if (action.expression === undefined) return omit(column, 'default', 'generated')
        return { ...column, default: action.expression }
      })
  }
}

function addColumn(catalog: Catalog, action: ActionOf<'addColumn'>): Catalog {
  const { table, column } = action
  const known = catalog.tables.get(table)
  if (known?.columns.some((each) => each.name === column.name) === true) return catalog
  let result = changeTable(catalog, table, (current) => ({
    ...current,
    columns: [...current.columns, columnFrom(column)],
  }))
  result = addOwnedSequence(result, table, column)
  for (const constraint of column.constraints) {
    // A child gets the column's constraints through the parent's own propagation.
    result = addConstraint(result, table, constraint)
  }
  return result
}

function dropColumn(catalog: Catalog, table: Name, column: Identifier): Catalog {
  const cleared = dropSequencesOwnedBy(dropConstraintsOn(catalog, table, column), table, column)
  const withoutKeys = dropForeignKeysTo(cleared, catalog.tables.get(table), column)
  const result = changeTable(withoutKeys, table, (known) => ({
    ...known,
    columns: known.columns.filter((each) => each.name !== column),
  }))
  return { ...result, grants: without(result.grants, (grant) => grant.column === column, grantsOn(result, table)) }
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

function setIdentity(catalog: Catalog, action: ActionOf<'setColumnIdentity'>): Catalog {
  const { table, identity, span } = action
  const column = catalog.tables.get(table)?.columns.find((each) => each.name === action.column)
  const result = changeTable(catalog, table, (known) =>
    changeColumn(known, action.column, (each) =>
      identity === undefined ? omit(each, 'identity') : { ...each, identity },
    ),
  )
  if (column === undefined) return result
  if (identity === undefined) return dropSequencesOwnedBy(result, table, action.column)
  if (column.identity !== undefined) return result
  const sequence = sequenceFor(result, table, action.column, column.type, span)
  return { ...result, sequences: withEntry(result.sequences, sequence.name, sequence) }
}

function renameColumn(catalog: Catalog, table: Name, from: Identifier, to: Identifier): Catalog {
  const renamed = (name: Identifier) => (name === from ? to : name)
  const inList = (list: readonly Identifier[]) => (list.includes(from) ? list.map(renamed) : list)
  const inExpression = <E extends { readonly columns: readonly Identifier[] }>(expression: E): E =>
    expression.columns.includes(from) ? { ...expression, columns: inList(expression.columns).toSorted() } : expression
  const inTable = (each: Table, name: Name): readonly [Name, Table] => {
    const foreignKeys = each.foreignKeys.map((key) => ({
      ...key,
      ...(name === table ? { columns: inList(key.columns) } : {}),
      ...(key.references === table ? { referencedColumns: inList(key.referencedColumns) } : {}),
    }))
    if (name !== table) return [name, { ...each, foreignKeys }]
    return [name, { ...renameInTable(each, inList, inExpression, renamed), foreignKeys }]
  }
  const inIndex = (index: Index, name: Name): readonly [Name, Index] => {
    const keys = index.keys.map((key) =>
      'column' in key ? { column: renamed(key.column) } : { ...key, expression: inExpression(key.expression) },
    )
    const predicate = index.predicate === undefined ? {} : { predicate: inExpression(index.predicate) }
    return [name, { ...index, keys, included: inList(index.included), ...predicate }]
  }
  const tables = mapEntries(catalog.tables, inTable, tablesNaming(catalog, table))
  const indexes = mapEntries(catalog.indexes, inIndex, indexesOf(catalog, table))
  const renamedColumn = { ...catalog, tables, indexes, ...renameColumnElsewhere(catalog, table, renamed) }
  return renameTexts(renamedColumn, { kind: 'column', table, from, to })
}

function renameInTable(
  table: Table,
  inList: (list: readonly Identifier[]) => readonly Identifier[],
  inExpression: <E extends { readonly columns: readonly Identifier[] }>(expression: E) => E,
  renamed: (name: Identifier) => Identifier,
): Table {
  const { primaryKey, partitionKey } = table
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      name: renamed(column.name),
      ...(column.default === undefined ? {} : { default: inExpression(column.default) }),
    })),
    ...(primaryKey === undefined ? {} : { primaryKey: { ...primaryKey, columns: inList(primaryKey.columns) } }),
    uniques: table.uniques.map((key) => ({ ...key, columns: inList(key.columns) })),
    checks: table.checks.map((check) => ({ ...check, expression: inExpression(check.expression) })),
    ...(partitionKey === undefined
      ? {}
      : { partitionKey: { ...partitionKey, columns: partitionKey.columns.map((each) => each && renamed(each)) } }),
  }
}

function renameColumnElsewhere(catalog: Catalog, table: Name, renamed: (name: Identifier) => Identifier) {
  const inTrigger = (trigger: Trigger, key: Name): readonly [Name, Trigger] => {
    return [key, trigger.table === table ? { ...trigger, updateOf: trigger.updateOf.map(renamed) } : trigger]
  }
  const inSequence = (sequence: Sequence, key: Name): readonly [Name, Sequence] => {
    const { ownedBy } = sequence
    return [
      key,
      ownedBy === undefined ? sequence : { ...sequence, ownedBy: { table, column: renamed(ownedBy.column) } },
    ]
  }
  return {
    triggers: mapEntries(catalog.triggers, inTrigger, triggersOf(catalog, table)),
    sequences: mapEntries(catalog.sequences, inSequence, sequencesOf(catalog, table)),
  }
}
