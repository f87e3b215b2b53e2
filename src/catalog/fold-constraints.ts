import type { Catalog, Identifier, Name } from './catalog.ts'
import {
  asInherited,
  changeConstraints,
  constraintsOf,
  findConstraint,
  inheritedCopy,
  withoutParent,
  withParent,
} from './constraints.ts'
import { changeTable, type Mutable, omit, withTable } from './edit-catalog.ts'
import { dropIndex } from './fold-indexes.ts'
import { addIndexed, renameMarks } from './fold-keys.ts'
import { dropNotNull, setNotNullInherit } from './fold-not-nulls.ts'
import { foreignKeysOn, sameKeyOf } from './foreign-keys.ts'
import { chooseConstraintName, joinColumnNames } from './generated-names.ts'
import { childrenOf, forEachChild, indexesOf, partitionsOf, partsOfIndex, tablesReferencing } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { Index } from './objects.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'
import { retarget } from './sql-text.ts'
import type { Check, Constraint, ForeignKey, Table } from './table.ts'
import type {
  CheckDefinition,
  ConstraintAlteration,
  ConstraintDefinition,
  ForeignKeyDefinition,
} from './table-actions.ts'

/** Adds a constraint to a table and, as PostgreSQL does, to its partitions or children. */
export function addConstraint(catalog: Catalog, table: Name, constraint: ConstraintDefinition, only = false): Catalog {
  switch (constraint.type) {
    case 'primaryKey':
    case 'unique':
    case 'exclusion':
      return addIndexed(catalog, table, constraint, { only })
    case 'check':
      return addCheck(catalog, table, constraint, only)
    case 'foreignKey':
      return addForeignKey(catalog, table, constraint)
  }
}

/** Removes a constraint, its index, and what partitions and children have of it alone. */
export function dropConstraint(catalog: Catalog, table: Name, name: Identifier, only = false): Catalog {
  const known = catalog.tables.get(table)
  const found = known && constraintsOf(known).find((each) => each.name === name)
  if (known === undefined || found === undefined) return changeTable(catalog, table, (stub) => stub)
  if (found.kind === 'not null') return dropNotNull(catalog, table, found.column, only)
  let result = withTable(
    catalog,
    changeConstraints(known, (each) => (each.name === name ? undefined : each)),
  )
  if (found.kind === 'check') {
    if (found.noInherit === true) return result
    return forEachChild(result, table, (each, child) => disinherit(each, child, name, only))
  }
  if (found.kind === 'foreign key') {
    for (const child of partitionsOf(catalog, table)) {
      const part = child.foreignKeys.find((each) => each.inherited !== undefined && isSameForeignKey(each, found))
      if (part !== undefined) result = dropConstraint(result, child.name, part.name)
    }
    return result
  }
  const index = qualify(partsOf(table).schema, name)
  for (const [, part] of partsOfIndex(catalog, index))
    result = dropConstraint(result, part.table, partsOf(part.name).name)
  return dropIndex(result, index)
}

/** Removes the foreign keys that rest on an index, as CASCADE does with it. */
export function dropForeignKeysOn(catalog: Catalog, name: Name): Catalog {
  const index = catalog.indexes.get(name)
  let result = catalog
  for (const [table, key] of index === undefined ? [] : foreignKeysOn(catalog, index))
    result = dropConstraint(result, table, key.name)
  return result
}

/** Removes the foreign keys that refer to the columns of a key, as CASCADE does with it. */
export function dropForeignKeysTo(catalog: Catalog, table: Name, name: Identifier): Catalog {
  const known = catalog.tables.get(table)
  const key = [known?.primaryKey, ...(known?.uniques ?? [])].find((each) => each?.name === name)
  const columns = key?.columns.toSorted().join()
  let result = catalog
  for (const [other, { foreignKeys }] of key === undefined ? [] : tablesReferencing(catalog, table)) {
    const meant = foreignKeys.filter(
      (each) => each.references === table && each.referencedColumns.toSorted().join() === columns,
    )
    for (const each of meant) result = dropConstraint(result, other, each.name)
  }
  return result
}

/** Marks a constraint as validated, on partitions and children too. */
export function validateConstraint(catalog: Catalog, table: Name, name: Identifier): Catalog {
  return changeEverywhere(catalog, table, name, (each) => ('validated' in each ? { ...each, validated: true } : each))
}

/** Changes a constraint as ALTER CONSTRAINT says, on partitions and children too. */
export function alterConstraint(
  catalog: Catalog,
  table: Name,
  name: Identifier,
  { deferrable, enforced, noInherit }: ConstraintAlteration,
): Catalog {
  if (noInherit !== undefined) return setNotNullInherit(catalog, table, name, noInherit)
  return changeEverywhere(catalog, table, name, (each) => ({
    ...each,
    ...(deferrable === undefined ? {} : { deferrable: deferrable === 'not deferrable' ? undefined : deferrable }),
    // What is not enforced is not valid either; enforcing it again checks the rows.
    ...(enforced === undefined ? {} : { enforced: enforced ? undefined : false, validated: enforced }),
  }))
}

/** Renames a constraint and the index it owns. */
export function renameConstraint(catalog: Catalog, table: Name, from: Identifier, to: Identifier): Catalog {
  const known = catalog.tables.get(table)
  let result = changeTable(catalog, table, (each) =>
    changeConstraints(each, (constraint) => (constraint.name === from ? { ...constraint, name: to } : constraint)),
  )
  const schema = partsOf(table).schema
  const index = result.indexes.get(qualify(schema, from))
  if (index?.constraint === true && index.table === table) {
    const name = qualify(schema, to)
    result = renameMarks(result, table, index.name, name)
    let indexes = withEntry(withoutEntry(result.indexes, index.name), name, { ...index, name })
    for (const [key, part] of partsOfIndex(catalog, index.name))
      indexes = withEntry(indexes, key, { ...part, partitionOf: name })
    result = { ...result, indexes }
  }
  const found = known && constraintsOf(known).find((each) => each.name === from)
  if (found?.kind !== 'check' && found?.kind !== 'not null') return result
  for (const child of childrenOf(catalog, table)) result = renameConstraint(result, child.name, from, to)
  return result
}

/** Removes indexes and constraints of a table that use a column, as DROP COLUMN does. */
export function dropConstraintsOn(catalog: Catalog, table: Name, column: Identifier): Catalog {
  let result = catalog
  for (const [name, index] of indexesOf(catalog, table)) if (usesColumn(index, column)) result = dropIndex(result, name)
  return changeTable(result, table, (known) => {
    const { primaryKey, notNulls } = known
    const kept = primaryKey?.columns.includes(column) === true ? omit(known, 'primaryKey') : known
    const hasIndex = (each: Constraint) => result.indexes.has(qualify(partsOf(table).schema, each.name))
    return {
      ...kept,
      uniques: known.uniques.filter((key) => hasIndex(key) && !key.columns.includes(column)),
      foreignKeys: known.foreignKeys.filter((key) => !key.columns.includes(column)),
      checks: known.checks.filter((check) => !check.expression.columns.includes(column)),
      exclusions: known.exclusions.filter(hasIndex),
      ...(notNulls === undefined ? {} : { notNulls: notNulls.filter((each) => each.column !== column) }),
    }
  })
}

/** The check that a child or partition has of a parent; one of its own with that name is merged. */
export function inheritCheck(catalog: Catalog, table: Name, check: Check, of: Name): Catalog {
  const parent = retarget(check, of, table)
  const own = catalog.tables.get(table)?.checks.find((check) => check.name === parent.name)
  const made = own === undefined ? inheritedCopy(parent) : (ofPartition(catalog, table, own) ?? withParent(own))
  let result = changeTable(catalog, table, (known) => ({
    ...known,
    checks: own === undefined ? [...known.checks, made] : known.checks.map((each) => (each === own ? made : each)),
  }))
  if (own !== undefined) return result
  for (const child of childrenOf(catalog, table)) result = inheritCheck(result, child.name, made, table)
  return result
}

/** A check that one parent of a child less has. */
export function disinherit(catalog: Catalog, child: Table, name: Identifier, keeps: boolean): Catalog {
  const own = child.checks.find((each) => each.name === name)
  if (own === undefined) return catalog
  const kept = withoutParent(own, keeps)
  if (kept === undefined) return dropConstraint(catalog, child.name, name)
  return withTable(catalog, { ...child, checks: child.checks.map((each) => (each === own ? kept : each)) })
}

function usesColumn(index: Index, column: Identifier): boolean {
  const inKeys = index.keys.some((key) =>
    'column' in key ? key.column === column : key.expression.columns.includes(column),
  )
  return inKeys || index.included.includes(column) || index.predicate?.columns.includes(column) === true
}

function addCheck(catalog: Catalog, table: Name, check: CheckDefinition, only: boolean): Catalog {
  const { schema, name: tableName } = partsOf(table)
  const [column, ...others] = check.expression.columns
  const parts = { table: tableName, label: 'check', ...(column !== undefined && others.length === 0 ? { column } : {}) }
  const name = check.name ?? chooseConstraintName(catalog, schema, parts)
  const own = catalog.tables.get(table)?.checks.find((each) => each.name === name)
  const made: Check =
    own === undefined ? checkFrom(check, name) : (ofPartition(catalog, table, own) ?? { ...own, ...locally(own) })
  let result = changeTable(catalog, table, (known) => ({
    ...known,
    checks: own === undefined ? [...known.checks, made] : known.checks.map((each) => (each === own ? made : each)),
  }))
  if (only || own !== undefined || check.noInherit === true) return result
  for (const child of childrenOf(catalog, table)) result = inheritCheck(result, child.name, made, table)
  return result
}

/** A check of a partition that its parent has too, which is never its own then. */
function ofPartition(catalog: Catalog, table: Name, own: Check): Check | undefined {
  return catalog.tables.get(table)?.partitionOf === undefined ? undefined : asInherited(own)
}

/** A check that a table has of its parent and then says itself is merged (`MergeWithExistingConstraint` in heap.c). */
function locally(own: Check): Pick<Check, 'inherited'> {
  return own.inherited === undefined ? {} : { inherited: { ...own.inherited, local: true } }
}

function checkFrom(check: CheckDefinition, name: Identifier): Check {
  const { expression, notValid, noInherit, enforced } = check
  const made: Mutable<Check> = { name, expression, validated: !notValid }
  if (noInherit !== undefined) made.noInherit = noInherit
  if (enforced !== undefined) made.enforced = enforced
  if (check.span !== undefined) made.origin = check.span
  return made
}

function addForeignKey(catalog: Catalog, table: Name, key: ForeignKeyDefinition, isInherited = false): Catalog {
  const { schema, name: tableName } = partsOf(table)
  const parts = { table: tableName, column: joinColumnNames(key.columns), label: 'fkey' }
  const name = key.name ?? chooseConstraintName(catalog, schema, parts)
  const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? []
  const made: Mutable<ForeignKey> = {
    name,
    columns: key.columns,
    references: key.references,
    referencedColumns: key.referencedColumns.length > 0 ? key.referencedColumns : implied,
    onDelete: key.onDelete,
    onUpdate: key.onUpdate,
    validated: !key.notValid,
  }
  if (key.onDeleteColumns !== undefined) made.onDeleteColumns = key.onDeleteColumns
  if (key.match !== undefined) made.match = key.match
  if (key.deferrable !== undefined) made.deferrable = key.deferrable
  if (key.period !== undefined) made.period = key.period
  if (key.enforced !== undefined) made.enforced = key.enforced
  if (key.span !== undefined) made.origin = key.span
  const own = isInherited ? asInherited(made) : made
  let result = changeTable(catalog, table, (known) => ({ ...known, foreignKeys: [...known.foreignKeys, own] }))
  for (const partition of partitionsOf(catalog, table)) result = giveForeignKey(result, partition.name, made)
  return result
}

/** Gives a partition a foreign key of its parent; an equal one of its own becomes part of it. */
export function giveForeignKey(catalog: Catalog, partition: Name, parent: ForeignKey): Catalog {
  const known = catalog.tables.get(partition)
  const { validated, name, ...facts } = omit(parent, 'origin', 'inherited', 'comment')
  const definition: ForeignKeyDefinition = { ...facts, type: 'foreignKey', notValid: !validated }
  const own = known && sameKeyOf(catalog, known, definition)
  if (known !== undefined && own !== undefined) {
    const part = asInherited(own)
    return withTable(catalog, { ...known, foreignKeys: known.foreignKeys.map((each) => (each === own ? part : each)) })
  }
  // A partition's copy has the name of its parent's, unless the partition has another constraint of that name.
  const isTaken = known !== undefined && findConstraint(known, name) !== undefined
  return addForeignKey(catalog, partition, isTaken ? definition : { ...definition, name }, true)
}

function isSameForeignKey(a: ForeignKey, b: ForeignKey): boolean {
  const shape = ({ columns, references, referencedColumns, onDelete, onUpdate, match, deferrable }: ForeignKey) =>
    JSON.stringify([columns, references, referencedColumns, onDelete, onUpdate, match, deferrable])
  return shape(a) === shape(b)
}

/** Changes the constraints of one name of a table, its partitions and children. */
function changeEverywhere(
  catalog: Catalog,
  table: Name,
  name: Identifier,
  change: <C extends Constraint>(constraint: C) => C,
): Catalog {
  let result = changeTable(catalog, table, (known) =>
    changeConstraints(known, (each) => (each.name === name ? change(each) : each)),
  )
  for (const child of childrenOf(catalog, table)) result = changeEverywhere(result, child.name, name, change)
  return result
}
