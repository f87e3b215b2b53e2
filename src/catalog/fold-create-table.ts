import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { changeTable, omit, partlyKnownTable, withTable } from './edit-catalog.ts'
import { addOwnedSequence, columnFrom, sequenceFor } from './fold-columns.ts'
import { addConstraint } from './fold-constraints.ts'
import { createIndex } from './fold-indexes.ts'
import { relationExists } from './generated-names.ts'
import { indexesOf } from './lookups.ts'
import type { IndexDefinition } from './object-actions.ts'
import type { Index } from './objects.ts'
import { withEntry } from './persistent-map.ts'
import { retarget } from './sql-text.ts'
import type { Column, Key, Table } from './table.ts'
import type { ConstraintDefinition, KeyDefinition, LikeClause, TableDefinition } from './table-actions.ts'

/** Adds a table with all that CREATE TABLE makes beside it: sequences, indexes, constraints of parents. */
export function createTable(catalog: Catalog, action: ActionOf<'createTable'>, postgres: number): Catalog {
  const { table: definition } = action
  if (action.ifNotExists && relationExists(catalog, definition.name)) return catalog
  const parents = parentsOf(catalog, definition)
  const own = definition.columns.flatMap((element) =>
    'like' in element ? likeColumns(catalog, definition.name, element) : [columnFrom(element)],
  )
  const table: Table = {
    ...partlyKnownTable(definition.name),
    kind: definition.kind,
    persistence: definition.persistence,
    columns: mergeColumns([...parents.flatMap((parent) => inheritedColumns(parent, definition, postgres)), ...own]),
    checks: parents.flatMap((parent) => retarget(parent.checks, parent.name, definition.name)),
    inherits: definition.inherits,
    known: definition.known ?? (parents.some((parent) => parent.known === 'partly') ? 'partly' : 'wholly'),
    origin: action.span,
    ...(definition.partitionKey === undefined ? {} : { partitionKey: definition.partitionKey }),
    ...(definition.partitionOf === undefined
      ? {}
      : { partitionOf: definition.partitionOf.parent, defaultPartition: definition.partitionOf.isDefault }),
    ...(catalog.session.role === undefined ? {} : { owner: catalog.session.role }),
  }
  let result = withTable(catalog, table)
  for (const element of definition.columns)
    if (!('like' in element)) result = addOwnedSequence(result, table.name, element)
  for (const constraint of constraintsInOrder(definition)) result = addConstraint(result, table.name, constraint)
  for (const element of definition.columns) if ('like' in element) result = copyFromLike(result, table.name, element)
  return definition.partitionOf === undefined
    ? result
    : clonePartitionParts(result, definition.partitionOf.parent, table.name)
}

/** Gives a partition what its parent's keys, foreign keys and indexes demand of each partition. */
export function clonePartitionParts(catalog: Catalog, parentName: Name, partition: Name): Catalog {
  const parent = catalog.tables.get(parentName)
  if (parent === undefined) return catalog
  let result = catalog
  for (const [, index] of indexesOf(catalog, parentName)) {
    if (index.constraint) continue
    result = createIndex(result, indexCopy(index, partition), { onOnly: false })
  }
  for (const constraint of keysOf(parent)) result = addConstraint(result, partition, constraint)
  for (const key of parent.foreignKeys) {
    result = addConstraint(result, partition, { ...withoutOrigin(key), type: 'foreignKey', notValid: !key.validated })
  }
  return result
}

function parentsOf(catalog: Catalog, definition: TableDefinition): readonly Table[] {
  const names = definition.partitionOf === undefined ? definition.inherits : [definition.partitionOf.parent]
  return names.map((name) => catalog.tables.get(name) ?? partlyKnownTable(name))
}

/** Identity columns pass to partitions since PostgreSQL 17, and never to INHERITS children. */
function inheritedColumns(parent: Table, child: TableDefinition, postgres: number): readonly Column[] {
  const keepsIdentity = child.partitionOf !== undefined && postgres >= 17
  return retarget(parent.columns, parent.name, child.name).map((column) => {
    const { identity, ...rest } = column
    return identity !== undefined && keepsIdentity ? column : rest
  })
}

/** A column named again by the child is one column: NOT NULL if either says so, with the child's default. */
function mergeColumns(columns: readonly Column[]): readonly Column[] {
  const merged = new Map<string, Column>()
  for (const column of columns) {
    const earlier = merged.get(column.name)
    const both = earlier && { ...earlier, ...column, nullable: earlier.nullable && column.nullable }
    merged.set(column.name, both ?? column)
  }
  return [...merged.values()]
}

/** CHECKs as written, then the primary key, then other keys, then foreign keys: the order in which the server names them. */
function constraintsInOrder(definition: TableDefinition): readonly ConstraintDefinition[] {
  const beside = definition.columns.flatMap((element) => ('like' in element ? [] : element.constraints))
  const all = [...beside, ...definition.constraints].toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
  return withoutRepetition(all.toSorted((a, b) => RANK[a.type] - RANK[b.type]))
}

/** A key on the columns of an earlier one is that one, and lends it its name (`transformIndexConstraints` in parse_utilcmd.c). */
function withoutRepetition(constraints: readonly ConstraintDefinition[]): readonly ConstraintDefinition[] {
  const kept: ConstraintDefinition[] = []
  for (const constraint of constraints) {
    const earlier = kept.findIndex(
      (each) => isKey(each) && isKey(constraint) && each.columns.join() === constraint.columns.join(),
    )
    const first = kept[earlier]
    if (first === undefined) kept.push(constraint)
    else if (first.name === undefined && constraint.name !== undefined)
      kept[earlier] = { ...first, name: constraint.name }
  }
  return kept
}

function isKey(constraint: ConstraintDefinition): constraint is KeyDefinition {
  return constraint.type === 'primaryKey' || constraint.type === 'unique'
}

const RANK = { check: 0, primaryKey: 1, unique: 2, exclusion: 2, foreignKey: 3 } as const

function likeColumns(catalog: Catalog, table: Name, clause: LikeClause): readonly Column[] {
  const source = retarget(catalog.tables.get(clause.like)?.columns ?? [], clause.like, table)
  const includes = new Set(clause.including)
  return source.map(({ name, type, nullable, default: value, generated }) => {
    const isKept = generated === undefined ? includes.has('defaults') : includes.has('generated')
    return {
      name,
      type,
      nullable,
      ...(isKept && value !== undefined ? { default: value } : {}),
      ...(isKept && generated !== undefined ? { generated } : {}),
    }
  })
}

function copyFromLike(catalog: Catalog, table: Name, clause: LikeClause): Catalog {
  const source = catalog.tables.get(clause.like)
  if (source === undefined) return changeTable(catalog, table, (known) => ({ ...known, known: 'partly' }))
  let result = catalog
  if (clause.including.includes('constraints')) {
    result = changeTable(result, table, (known) => ({
      ...known,
      checks: [...known.checks, ...retarget(source.checks, source.name, table)],
    }))
  }
  if (clause.including.includes('identity')) {
    for (const column of source.columns) if (column.identity !== undefined) result = copyIdentity(result, table, column)
  }
  if (!clause.including.includes('indexes')) return result
  for (const constraint of keysOf(source)) result = addConstraint(result, table, constraint)
  for (const [, index] of indexesOf(catalog, source.name)) {
    if (!index.constraint) result = createIndex(result, indexCopy(index, table), { onOnly: false })
  }
  return result
}

function copyIdentity(catalog: Catalog, table: Name, source: Column): Catalog {
  const { identity } = source
  if (identity === undefined) return catalog
  const result = changeTable(catalog, table, (known) => ({
    ...known,
    columns: known.columns.map((column) => (column.name === source.name ? { ...column, identity } : column)),
  }))
  const sequence = sequenceFor(result, table, source.name, source.type)
  return { ...result, sequences: withEntry(result.sequences, sequence.name, sequence) }
}

/** A table's primary key and unique constraints as unnamed definitions, for a copy to be named anew. */
function keysOf(table: Table): readonly ConstraintDefinition[] {
  const copy = (type: 'primaryKey' | 'unique', key: Key) => ({ type, columns: key.columns, included: [] })
  const primary = table.primaryKey === undefined ? [] : [copy('primaryKey', table.primaryKey)]
  return [...primary, ...table.uniques.map((key) => copy('unique', key))]
}

function withoutOrigin<T extends { readonly origin?: unknown }>(object: T): Omit<T, 'origin'> {
  return omit(object, 'origin')
}

/** An index as the definition of the same on another table. */
function indexCopy(index: Index, table: Name): IndexDefinition {
  const { method, keys, included, unique, predicate } = retarget(index, index.table, table)
  return { table, method, keys, included, unique, ...(predicate === undefined ? {} : { predicate }) }
}
