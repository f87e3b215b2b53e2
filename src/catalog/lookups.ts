import type { Catalog, Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import type { Func } from './functions.ts'
import { partsOf } from './names.ts'
import type { Index, Sequence, Trigger, View } from './objects.ts'
import type { OtherObject } from './other-objects.ts'
import { type TagsOf, tagged, versioned } from './persistent-map.ts'
import type { Grant, Policy } from './privileges.ts'
import { mentionsOf, type Reference, textsIn } from './sql-text.ts'
import type { Table } from './table.ts'
import type { Domain } from './user-types.ts'

/** The catalog with maps in which the functions below find objects without looking at all of them. */
export function withLookups(catalog: Catalog): Catalog {
  return {
    ...catalog,
    tables: versioned(catalog.tables),
    indexes: versioned(catalog.indexes),
    sequences: versioned(catalog.sequences),
    triggers: versioned(catalog.triggers),
    policies: versioned(catalog.policies),
    functions: versioned(catalog.functions),
    views: versioned(catalog.views),
    domains: versioned(catalog.domains),
    types: versioned(catalog.types),
    others: versioned(catalog.others),
    grants: versioned(catalog.grants),
  }
}

/** Tables that take over what is done to this one: its partitions and its INHERITS children. */
export function childrenOf(catalog: Catalog, name: Name): readonly Table[] {
  const found = tagged(catalog.tables, name, parents)
  return found.length === 0 ? NO_TABLES : found.map(([, table]) => table)
}

/** The catalog with a change made for each child in turn, as the changes for the ones before have left it. */
export function forEachChild(
  catalog: Catalog,
  name: Name,
  change: (catalog: Catalog, child: Table) => Catalog,
): Catalog {
  return childrenOf(catalog, name).reduce((result, each) => {
    const child = result.tables.get(each.name)
    return child === undefined ? result : change(result, child)
  }, catalog)
}

/** The partitions of a table. */
export function partitionsOf(catalog: Catalog, name: Name): readonly Table[] {
  const children = childrenOf(catalog, name)
  return children.length === 0 ? children : children.filter((child) => child.partitionOf === name)
}

/** The partitions of a table, their partitions and so on. */
export function partitionsBelow(catalog: Catalog, name: Name): readonly Table[] {
  return partitionsOf(catalog, name).flatMap((child) => [child, ...partitionsBelow(catalog, child.name)])
}

const NO_TABLES: readonly Table[] = []

/** The partition that takes what no other one takes. */
export function defaultPartitionOf(catalog: Catalog, table: Name): Table | undefined {
  return tagged(catalog.tables, table, asDefault)[0]?.[1]
}

/** Tables with a foreign key to this one. */
export function tablesReferencing(catalog: Catalog, name: Name): readonly (readonly [Name, Table])[] {
  return tagged(catalog.tables, name, referencedTables)
}

/** The tables that are of a composite type. */
export function tablesOfType(catalog: Catalog, type: Name): readonly (readonly [Name, Table])[] {
  return tagged(catalog.tables, type, typeOf)
}

/** Tables that refer to this one: by a foreign key, as a child, or in the type of a column. */
export function tablesNaming(catalog: Catalog, name: Name): readonly (readonly [Name, Table])[] {
  const own = catalog.tables.get(name)
  const found = [referencedTables, parents, columnTypes].flatMap((tags) => tagged(catalog.tables, name, tags))
  return [...new Map([...(own === undefined ? [] : [[name, own] as const]), ...found])]
}

/** Whether a table of a schema has a constraint of this name. */
export function tableConstraintExists(catalog: Catalog, schema: Identifier, name: Identifier): boolean {
  return tagged(catalog.tables, name, constraintNames).some(([table]) => partsOf(table).schema === schema)
}

/** Whether a domain of a schema has a constraint of this name. */
export function domainConstraintExists(catalog: Catalog, schema: Identifier, name: Identifier): boolean {
  return tagged(catalog.domains, name, domainConstraintNames).some(([domain]) => partsOf(domain).schema === schema)
}

/** The indexes of a table, those behind its constraints among them. */
export function indexesOf(catalog: Catalog, table: Name): readonly (readonly [Name, Index])[] {
  return tagged(catalog.indexes, table, tableOf)
}

/** The indexes of partitions that are attached to an index. */
export function partsOfIndex(catalog: Catalog, index: Name): readonly (readonly [Name, Index])[] {
  return tagged(catalog.indexes, index, partitionOf)
}

/** The sequences that belong to columns of a table. */
export function sequencesOf(catalog: Catalog, table: Name): readonly (readonly [Name, Sequence])[] {
  return tagged(catalog.sequences, table, owningTable)
}

/** The triggers of a table or view. */
export function triggersOf(catalog: Catalog, table: Name): readonly (readonly [Name, Trigger])[] {
  return tagged(catalog.triggers, table, tableOf)
}

/** The triggers that call a function. */
export function triggersCalling(catalog: Catalog, name: Name): readonly (readonly [Name, Trigger])[] {
  return tagged(catalog.triggers, name, calledFunction)
}

/** The policies of a table. */
export function policiesOf(catalog: Catalog, table: Name): readonly (readonly [Name, Policy])[] {
  return tagged(catalog.policies, table, tableOf)
}

/** The functions of one name, whatever their arguments. */
export function functionsNamed(catalog: Catalog, name: Name): readonly Func[] {
  return tagged(catalog.functions, name, ownName).map(([, each]) => each)
}

/** What is granted on an object. */
export function grantsOn(catalog: Pick<Catalog, 'grants'>, name: Name): readonly (readonly [string, Grant])[] {
  return tagged(catalog.grants, name, grantedObject)
}

/** The rules and statistics of a relation, what publishes it, and what it is a type of. */
export function othersOf(catalog: Catalog, relation: Name): readonly (readonly [string, OtherObject])[] {
  return tagged(catalog.others, relation, relationsOf)
}

/** The tables in whose texts something is referred to. */
export function tablesMentioning(catalog: Catalog, name: Name): readonly (readonly [Name, Table])[] {
  return tagged(catalog.tables, name, mentionedByTable)
}

/** The indexes in whose texts something is referred to. */
export function indexesMentioning(catalog: Catalog, name: Name): readonly (readonly [Name, Index])[] {
  return tagged(catalog.indexes, name, mentionedByIndex)
}

/** The entries of a map in whose texts something is referred to. */
export function mentioning<T>(map: ReadonlyMap<string, T>, name: Name): readonly (readonly [string, T])[] {
  return tagged(map, name, mentioned)
}

/** The views whose query names a relation, or one of its columns. */
export function viewsReading(
  catalog: Catalog,
  relation: Name,
  column?: Identifier,
): readonly (readonly [Name, View])[] {
  const views = mentioning(catalog.views, relation)
  if (column === undefined) return views
  return views.filter(([, { query }]) => query?.pieces.some((piece) => namesColumn(piece, relation, column)) === true)
}

function namesColumn(piece: string | Reference, relation: Name, column: Identifier): boolean {
  if (typeof piece === 'string') return false
  if (piece.to === 'label') return namesColumn(piece.of, relation, column)
  return piece.to === 'column' && piece.name === relation && piece.column === column
}

/** What the texts of an object refer to. */
const mentioned: TagsOf<unknown> = (object) => textsIn(object).flatMap(mentionsOf)

/** The same of a table, which changes most often and has texts in few places. */
const mentionedByTable: TagsOf<Table> = ({ columns, checks, partitionKey }) => {
  const names: Name[] = []
  const add = (expression: Expression | undefined) => {
    if (expression?.sql !== undefined) names.push(...mentionsOf(expression.sql))
  }
  for (const column of columns) add(column.default)
  for (const check of checks) add(check.expression)
  for (const part of partitionKey?.parts ?? []) if ('expression' in part) add(part.expression)
  return names
}

/** And of an index. */
const mentionedByIndex: TagsOf<Index> = ({ keys, predicate }) => {
  const names: Name[] = predicate?.sql === undefined ? [] : [...mentionsOf(predicate.sql)]
  for (const key of keys)
    if ('expression' in key && key.expression.sql !== undefined) names.push(...mentionsOf(key.expression.sql))
  return names
}

const parents: TagsOf<Table> = ({ partitionOf, inherits }) =>
  partitionOf === undefined ? inherits : [partitionOf, ...inherits]

const typeOf: TagsOf<Table> = ({ ofType }) => (ofType === undefined ? [] : [ofType])

const asDefault: TagsOf<Table> = ({ partitionOf, defaultPartition }) =>
  partitionOf !== undefined && defaultPartition ? [partitionOf] : []

const referencedTables: TagsOf<Table> = ({ foreignKeys }) => foreignKeys.map((key) => key.references)

/** The types of pg_catalog are printed without a schema. */
const columnTypes: TagsOf<Table> = ({ columns }) =>
  columns.filter(({ type }) => type.includes('.')).map(({ type }) => type.replace(/\[\]$/, ''))

/** In the order in which CREATE TABLE makes them, so that the names before a new one stay in place. */
const constraintNames: TagsOf<Table> = ({ primaryKey, foreignKeys, uniques, checks, exclusions, notNulls }) => {
  const names = checks.map((each) => each.name)
  for (const { name } of notNulls ?? []) names.push(name)
  if (primaryKey !== undefined) names.push(primaryKey.name)
  for (const { name } of uniques) names.push(name)
  for (const { name } of exclusions) names.push(name)
  for (const { name } of foreignKeys) names.push(name)
  return names
}

const domainConstraintNames: TagsOf<Domain> = ({ checks }) => checks.map(({ name }) => name)
const tableOf: TagsOf<{ readonly table: Name }> = ({ table }) => [table]
const partitionOf: TagsOf<Index> = (index) => (index.partitionOf === undefined ? [] : [index.partitionOf])
const owningTable: TagsOf<Sequence> = ({ ownedBy }) => (ownedBy === undefined ? [] : [ownedBy.table])
const calledFunction: TagsOf<Trigger> = (trigger) => [trigger.function]
const ownName: TagsOf<Func> = ({ name }) => [name]
const grantedObject: TagsOf<Grant> = ({ on }) => [on]
const relationsOf: TagsOf<OtherObject> = (each) => [
  ...(each.table === undefined ? [] : [each.table]),
  ...(each.publication?.tables ?? []).map((table) => table.name),
  ...[each.name, ...(each.of ?? [])].map((name) => name.replace(/\[\]$/, '')),
]
