import type { Catalog, Identifier, Name } from './catalog.ts'
import { mapChanged } from './edit-catalog.ts'
import { type Expression, renameColumnIn } from './expression.ts'
import { renameColumnInOthers } from './fold-other-objects.ts'
import { indexesOf, sequencesOf, tablesReferencing, triggersOf } from './lookups.ts'
import type { Index, Sequence, Trigger } from './objects.ts'
import type { PartitionKey } from './partitions.ts'
import { mapEntries } from './persistent-map.ts'
import { renameTexts } from './rename-texts.ts'
import type { ForeignKey, Table } from './table.ts'

/** Gives a column of one table another name, and carries the name wherever the catalog refers to it. */
export function renameColumn(catalog: Catalog, table: Name, from: Identifier, to: Identifier): Catalog {
  const renamed = (name: Identifier) => (name === from ? to : name)
  const inList = (list: readonly Identifier[]) => (list.includes(from) ? list.map(renamed) : list)
  const inExpression = (expression: Expression) => renameColumnIn(expression, from, to)
  const inKey = (key: ForeignKey, name: Name): ForeignKey => {
    const columns = name === table ? inList(key.columns) : key.columns
    const onDeleteColumns = key.onDeleteColumns && name === table ? inList(key.onDeleteColumns) : key.onDeleteColumns
    const referencedColumns = key.references === table ? inList(key.referencedColumns) : key.referencedColumns
    const isSame = columns === key.columns && referencedColumns === key.referencedColumns
    if (isSame && onDeleteColumns === key.onDeleteColumns) return key
    return { ...key, columns, referencedColumns, ...(onDeleteColumns === undefined ? {} : { onDeleteColumns }) }
  }
  const inTable = (each: Table, name: Name): readonly [Name, Table] => {
    const foreignKeys = mapChanged(each.foreignKeys, (key) => inKey(key, name))
    if (name === table) return [name, { ...renameInTable(each, inList, inExpression, renamed), foreignKeys }]
    return [name, foreignKeys === each.foreignKeys ? each : { ...each, foreignKeys }]
  }
  const inIndex = (index: Index, name: Name): readonly [Name, Index] => {
    const keys = mapChanged(index.keys, (key) => {
      if ('column' in key) return key.column === from ? { ...key, column: to } : key
      const expression = inExpression(key.expression)
      return expression === key.expression ? key : { ...key, expression }
    })
    const predicate = index.predicate && inExpression(index.predicate)
    const included = inList(index.included)
    if (keys === index.keys && predicate === index.predicate && included === index.included) return [name, index]
    return [name, { ...index, keys, included, ...(predicate === undefined ? {} : { predicate }) }]
  }
  const own = catalog.tables.get(table)
  const concerned = new Map(tablesReferencing(catalog, table))
  if (own !== undefined) concerned.set(table, own)
  const tables = mapEntries(catalog.tables, inTable, concerned)
  const indexes = mapEntries(catalog.indexes, inIndex, indexesOf(catalog, table))
  const inOthers = renameColumnInOthers(catalog, table, from, to)
  const renamedColumn = { ...inOthers, tables, indexes, ...renameColumnElsewhere(catalog, table, renamed) }
  return renameTexts(renamedColumn, { kind: 'column', table, from, to })
}

function renameInTable(
  table: Table,
  inList: (list: readonly Identifier[]) => readonly Identifier[],
  inExpression: (expression: Expression) => Expression,
  renamed: (name: Identifier) => Identifier,
): Table {
  const { primaryKey, partitionKey, notNulls } = table
  return {
    ...table,
    columns: mapChanged(table.columns, (column) => {
      const value = column.default && inExpression(column.default)
      const named = column.name === renamed(column.name) ? column : { ...column, name: renamed(column.name) }
      return value === undefined || value === column.default ? named : { ...named, default: value }
    }),
    ...(primaryKey === undefined ? {} : { primaryKey: { ...primaryKey, columns: inList(primaryKey.columns) } }),
    uniques: mapChanged(table.uniques, (key) => {
      const columns = inList(key.columns)
      return columns === key.columns ? key : { ...key, columns }
    }),
    checks: mapChanged(table.checks, (check) => {
      const expression = inExpression(check.expression)
      return expression === check.expression ? check : { ...check, expression }
    }),
    ...(partitionKey === undefined ? {} : { partitionKey: renameInKey(partitionKey, inExpression, renamed) }),
    ...(notNulls === undefined
      ? {}
      : {
          notNulls: mapChanged(notNulls, (each) =>
            renamed(each.column) === each.column ? each : { ...each, column: renamed(each.column) },
          ),
        }),
  }
}

function renameInKey(
  key: PartitionKey,
  inExpression: (expression: Expression) => Expression,
  renamed: (name: Identifier) => Identifier,
): PartitionKey {
  return {
    ...key,
    columns: key.columns.map((each) => each && renamed(each)),
    parts: key.parts.map((part) =>
      'column' in part
        ? { ...part, column: renamed(part.column) }
        : { ...part, expression: inExpression(part.expression) },
    ),
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
