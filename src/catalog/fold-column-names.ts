import type { Catalog, Identifier, Name } from './catalog.ts'
import { type Expression, renameColumnIn } from './expression.ts'
import { renameColumnInOthers } from './fold-other-objects.ts'
import { indexesOf, sequencesOf, tablesNaming, triggersOf } from './lookups.ts'
import type { Index, Sequence, Trigger } from './objects.ts'
import type { PartitionKey } from './partitions.ts'
import { mapEntries } from './persistent-map.ts'
import { renameTexts } from './rename-texts.ts'
import type { Table } from './table.ts'

/** Gives a column of one table another name, and carries the name wherever the catalog refers to it. */
export function renameColumn(catalog: Catalog, table: Name, from: Identifier, to: Identifier): Catalog {
  const renamed = (name: Identifier) => (name === from ? to : name)
  const inList = (list: readonly Identifier[]) => (list.includes(from) ? list.map(renamed) : list)
  const inExpression = (expression: Expression) => renameColumnIn(expression, from, to)
  const inTable = (each: Table, name: Name): readonly [Name, Table] => {
    const foreignKeys = each.foreignKeys.map((key) => ({
      ...key,
      ...(name === table ? { columns: inList(key.columns) } : {}),
      ...(name === table && key.onDeleteColumns ? { onDeleteColumns: inList(key.onDeleteColumns) } : {}),
      ...(key.references === table ? { referencedColumns: inList(key.referencedColumns) } : {}),
    }))
    if (name !== table) return [name, { ...each, foreignKeys }]
    return [name, { ...renameInTable(each, inList, inExpression, renamed), foreignKeys }]
  }
  const inIndex = (index: Index, name: Name): readonly [Name, Index] => {
    const keys = index.keys.map((key) =>
      'column' in key ? { ...key, column: renamed(key.column) } : { ...key, expression: inExpression(key.expression) },
    )
    const predicate = index.predicate === undefined ? {} : { predicate: inExpression(index.predicate) }
    return [name, { ...index, keys, included: inList(index.included), ...predicate }]
  }
  const tables = mapEntries(catalog.tables, inTable, tablesNaming(catalog, table))
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
    columns: table.columns.map((column) => ({
      ...column,
      name: renamed(column.name),
      ...(column.default === undefined ? {} : { default: inExpression(column.default) }),
    })),
    ...(primaryKey === undefined ? {} : { primaryKey: { ...primaryKey, columns: inList(primaryKey.columns) } }),
    uniques: table.uniques.map((key) => ({ ...key, columns: inList(key.columns) })),
    checks: table.checks.map((check) => ({ ...check, expression: inExpression(check.expression) })),
    ...(partitionKey === undefined ? {} : { partitionKey: renameInKey(partitionKey, inExpression, renamed) }),
    ...(notNulls === undefined
      ? {}
      : { notNulls: notNulls.map((each) => ({ ...each, column: renamed(each.column) })) }),
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
