import type { ActionOf } from './action.ts'
import { canonicalBound } from './canonical-bounds.ts'
import type { Catalog } from './catalog.ts'
import { asInherited, withParent } from './constraints.ts'
import { type Mutable, omit, partlyKnownTable, withTable } from './edit-catalog.ts'
import { columnFrom } from './fold-columns.ts'
import { addConstraint, inheritCheck } from './fold-constraints.ts'
import { copyFromLike, likeColumns, likeNotNulls } from './fold-like.ts'
import { addOwnNotNulls, inheritNotNull } from './fold-not-nulls.ts'
import { clonePartitionParts } from './fold-partitions.ts'
import { addOwnedSequence } from './fold-sequences.ts'
import { relationExists } from './generated-names.ts'
import { retarget } from './sql-text.ts'
import type { Check, Column, Table } from './table.ts'
import type { ColumnDefinition, ConstraintDefinition, KeyDefinition, TableDefinition } from './table-actions.ts'
import { columnsOfType } from './typed-tables.ts'

/**
 * Adds a table with all that CREATE TABLE makes beside it, in the order in which the server
 * does and so finds names: sequences, columns, checks, NOT NULLs, what the parent of a
 * partition demands, keys with their indexes, what LIKE copies, foreign keys.
 */
export function createTable(catalog: Catalog, action: ActionOf<'createTable'>, postgres: number): Catalog {
  const { table: definition } = action
  if (action.ifNotExists && relationExists(catalog, definition.name)) return catalog
  const { name, partitionOf } = definition
  const parents = parentsOf(catalog, definition)
  const own = definition.columns.filter((each): each is ColumnDefinition => !('like' in each))
  const likes = definition.columns.filter((each) => 'like' in each)
  let result = withTable(catalog, bareTable(catalog, action, parents, postgres))
  for (const column of own)
    if (column.serial || column.identity !== undefined) result = addOwnedSequence(result, name, column, postgres)
  for (const parent of parents)
    for (const check of parent.checks)
      if (check.noInherit !== true) result = inheritCheck(result, name, withoutDoubt(check), parent.name)
  const constraints = constraintsInOrder(definition)
  for (const constraint of constraints)
    if (constraint.type === 'check') result = addConstraint(result, name, asValid(constraint))
  result = addNotNulls(result, definition, constraints, parents)
  if (partitionOf !== undefined) result = clonePartitionParts(result, partitionOf.parent, name)
  for (const constraint of constraints)
    if (constraint.type !== 'check' && constraint.type !== 'foreignKey')
      result = addConstraint(result, name, constraint)
  for (const clause of likes) result = copyFromLike(result, name, clause, postgres)
  for (const constraint of constraints)
    if (constraint.type === 'foreignKey') result = addConstraint(result, name, asValid(constraint))
  return result
}

/** A table with nothing but its columns and what is said of it as a whole. */
function bareTable(
  catalog: Catalog,
  action: ActionOf<'createTable'>,
  parents: readonly Table[],
  postgres: number,
): Table {
  const { name, kind, persistence, inherits, partitionKey, partitionOf, ofType, options } = action.table
  const { accessMethod, foreign } = action.table
  const [parent] = parents
  const tablespace = action.table.tablespace ?? (partitionOf === undefined ? undefined : parent?.tablespace)
  const isPartly = action.table.known === 'partly' || parents.some((each) => each.known === 'partly')
  const isOfUnknown = ofType !== undefined && columnsOfType(catalog, ofType) === undefined
  const table: Mutable<Table> = {
    origin: action.span,
    ...partlyKnownTable(name),
    kind,
    persistence,
    columns: columnsOf(catalog, action.table, parents, postgres),
    inherits,
    known: isPartly || isOfUnknown ? 'partly' : 'wholly',
  }
  if (postgres >= 18) table.notNulls = []
  if (partitionKey !== undefined) table.partitionKey = partitionKey
  if (partitionOf !== undefined) {
    table.partitionOf = partitionOf.parent
    table.defaultPartition = partitionOf.isDefault
    if (partitionOf.bound !== undefined) table.partitionBound = canonicalBound(partitionOf.bound, parent)
  }
  if (ofType !== undefined) table.ofType = ofType
  if (options !== undefined) table.options = options
  if (tablespace !== undefined) table.tablespace = tablespace
  if (accessMethod !== undefined) table.accessMethod = accessMethod
  if (foreign !== undefined) table.foreign = foreign
  if (catalog.session.role !== undefined) table.owner = catalog.session.role
  return table
}

function parentsOf(catalog: Catalog, definition: TableDefinition): readonly Table[] {
  const names = definition.partitionOf === undefined ? definition.inherits : [definition.partitionOf.parent]
  return names.map((name) => catalog.tables.get(name) ?? partlyKnownTable(name))
}

/** The columns of the type or of the parents in their order, then the table's own; one named again is one column (`MergeAttributes` in tablecmds.c). */
function columnsOf(
  catalog: Catalog,
  definition: TableDefinition,
  parents: readonly Table[],
  postgres: number,
): readonly Column[] {
  const isPartition = definition.partitionOf !== undefined
  const merged = new Map<string, Column>()
  const ofType = definition.ofType === undefined ? undefined : columnsOfType(catalog, definition.ofType)
  for (const column of ofType ?? []) merged.set(column.name, column)
  for (const column of parents.flatMap((parent) => inheritedColumns(parent, definition, postgres))) {
    const earlier = merged.get(column.name)
    const both = earlier && { ...column, ...withParent(earlier), nullable: earlier.nullable && column.nullable }
    merged.set(column.name, both ?? asInherited(column))
  }
  const own = definition.columns.flatMap((each) =>
    'like' in each ? likeColumns(catalog, definition.name, each) : [columnFrom(each, catalog)],
  )
  for (const column of own) {
    const earlier = merged.get(column.name)
    if (earlier === undefined && column.type !== '') merged.set(column.name, column)
    if (earlier !== undefined) merged.set(column.name, mergedColumn(earlier, column, isPartition))
  }
  return [...merged.values()]
}

/** Identity columns pass to partitions since PostgreSQL 17, and never to INHERITS children. */
function inheritedColumns(parent: Table, child: TableDefinition, postgres: number): readonly Column[] {
  const isPartition = child.partitionOf !== undefined
  return retarget(parent.columns, parent.name, child.name).map((column) => {
    const bare = omit(column, 'inherited', 'origin', 'comment', 'statistics', 'options')
    return isPartition && postgres >= 17 ? bare : omit(bare, 'identity')
  })
}

/** A child's own definition adds to its parent's: NOT NULL if either says so, with the child's default. */
function mergedColumn(parent: Column, own: Column, isPartition: boolean): Column {
  const { parents } = parent.inherited ?? { parents: 0 }
  const inherited = { inherited: { local: !isPartition, parents } }
  return {
    ...parent,
    ...omit(own, 'type'),
    nullable: parent.nullable && own.nullable,
    ...(parents > 0 ? inherited : {}),
  }
}

/** NOT NULLs of the table's own, each with a name of its own, then those that only parents have. */
function addNotNulls(
  catalog: Catalog,
  definition: TableDefinition,
  constraints: readonly ConstraintDefinition[],
  parents: readonly Table[],
): Catalog {
  const { name } = definition
  const inherited = parents.flatMap((parent) => (parent.notNulls ?? []).filter((each) => each.noInherit !== true))
  const beside = definition.columns.flatMap((each) => {
    if ('like' in each) return likeNotNulls(catalog, each)
    const isNotNull = !each.nullable || each.serial || each.identity !== undefined
    return isNotNull ? [{ span: each.span, ...each.notNull, column: each.name }] : []
  })
  const key = constraints.find((each): each is KeyDefinition => each.type === 'primaryKey')
  const ofKey = (key?.columns ?? []).map((column) => ({ column }))
  const named = definition.notNulls ?? []
  const isNamed = (column: string) => named.some((each) => each.column === column && each.name !== undefined)
  let result = addOwnNotNulls(catalog, name, [...beside.filter((each) => !isNamed(each.column)), ...named, ...ofKey])
  for (const notNull of inherited) result = inheritNotNull(result, name, { ...notNull, validated: true }, true)
  return result
}

/** CHECKs as written, then the primary key, then other keys, then foreign keys: the order in which the server names them. */
function constraintsInOrder(definition: TableDefinition): readonly ConstraintDefinition[] {
  const beside = definition.columns.flatMap((element) => ('like' in element ? [] : element.constraints))
  const all = [...beside, ...definition.constraints]
  if (all.length < 2) return all
  all.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
  return withoutRepetition(all.toSorted((a, b) => RANK[a.type] - RANK[b.type]))
}

/** A key on the columns of an earlier one is that one, and lends it its name (`transformIndexConstraints` in parse_utilcmd.c). */
function withoutRepetition(constraints: readonly ConstraintDefinition[]): readonly ConstraintDefinition[] {
  const kept: ConstraintDefinition[] = []
  for (const constraint of constraints) {
    const earlier = kept.findIndex((each) => isKey(each) && isKey(constraint) && isSameKey(each, constraint))
    const first = kept[earlier]
    if (first === undefined) kept.push(constraint)
    else if (first.name === undefined && constraint.name !== undefined)
      kept[earlier] = { ...first, name: constraint.name }
  }
  return kept
}

function isSameKey(a: KeyDefinition, b: KeyDefinition): boolean {
  const shape = ({ columns, included, nullsNotDistinct, deferrable }: KeyDefinition) =>
    JSON.stringify([columns, included, nullsNotDistinct, deferrable])
  return shape(a) === shape(b)
}

function isKey(constraint: ConstraintDefinition): constraint is KeyDefinition {
  return constraint.type === 'primaryKey' || constraint.type === 'unique'
}

const RANK = { check: 0, primaryKey: 1, unique: 2, exclusion: 2, foreignKey: 3 } as const

/** A parent's check as its new child has it: of a table without rows nothing is left to be validated. */
function withoutDoubt(check: Check): Check {
  return check.enforced === false ? check : { ...check, validated: true }
}

/** In a table without rows nothing is left to be validated, whatever NOT VALID says. */
function asValid<T extends ConstraintDefinition>(constraint: T): T {
  const isEnforced = !('enforced' in constraint) || constraint.enforced !== false
  return isEnforced && 'notValid' in constraint ? { ...constraint, notValid: false } : constraint
}
