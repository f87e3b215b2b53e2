import type { Catalog, Identifier, Name, Originated } from './catalog.ts'
import { changeTable, omit, withTable } from './edit-catalog.ts'
import { hasSameKey } from './foreign-keys.ts'
import {
  chooseConstraintName,
  chooseRelationName,
  distinctKeyNames,
  joinColumnNames,
  keyName,
} from './generated-names.ts'
import { childrenOf, indexesOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { Index } from './objects.ts'
import { withEntry, without, withoutEntry } from './persistent-map.ts'
import { retarget } from './sql-text.ts'
import type { Table } from './table.ts'
import type {
  CheckDefinition,
  ConstraintDefinition,
  ExclusionDefinition,
  ForeignKeyDefinition,
  KeyDefinition,
} from './table-actions.ts'

/** Adds a constraint to a table and, as PostgreSQL does, to its partitions or children. */
export function addConstraint(catalog: Catalog, table: Name, constraint: ConstraintDefinition): Catalog {
  switch (constraint.type) {
    case 'primaryKey':
    case 'unique':
      return addKey(catalog, table, constraint)
    case 'check':
      return addCheck(catalog, table, constraint)
    case 'foreignKey':
      return addForeignKey(catalog, table, constraint)
    case 'exclusion':
      return addExclusion(catalog, table, constraint)
  }
}

/** Removes a constraint, its index, and the copies that partitions and children have of it. */
export function dropConstraint(catalog: Catalog, table: Name, name: Identifier): Catalog {
  const known = catalog.tables.get(table)
  if (known === undefined) return changeTable(catalog, table, (stub) => stub)
  const isKey = known.primaryKey?.name === name || known.uniques.some((key) => key.name === name)
  const dropped = removeNamed(known, name)
  const ownsIndex = isKey || known.exclusions.some((exclusion) => exclusion.name === name)
  let result = withTable(catalog, dropped)
  if (ownsIndex) {
    const index = qualify(partsOf(table).schema, name)
    result = { ...result, indexes: withoutEntry(result.indexes, index) }
  }
  for (const child of childrenOf(catalog, table)) result = dropInherited(result, child, known, name)
  return result
}

/** Marks a constraint as validated, on partitions and children too. */
export function validateConstraint(catalog: Catalog, table: Name, name: Identifier): Catalog {
  const mark = <T extends { readonly name: Identifier }>(constraint: T): T =>
    constraint.name === name ? { ...constraint, validated: true } : constraint
  let result = changeTable(catalog, table, (known) => ({
    ...known,
    checks: known.checks.map(mark),
    foreignKeys: known.foreignKeys.map(mark),
  }))
  for (const child of childrenOf(catalog, table)) result = validateConstraint(result, child.name, name)
  return result
}

/** Renames a constraint and the index it owns. */
export function renameConstraint(catalog: Catalog, table: Name, from: Identifier, to: Identifier): Catalog {
  const rename = <T extends { readonly name: Identifier }>(constraint: T): T =>
    constraint.name === from ? { ...constraint, name: to } : constraint
  let result = changeTable(catalog, table, (known) => ({
    ...known,
    ...(known.primaryKey === undefined ? {} : { primaryKey: rename(known.primaryKey) }),
    uniques: known.uniques.map(rename),
    checks: known.checks.map(rename),
    foreignKeys: known.foreignKeys.map(rename),
    exclusions: known.exclusions.map(rename),
  }))
  const schema = partsOf(table).schema
  const index = result.indexes.get(qualify(schema, from))
  if (index?.constraint === true && index.table === table) {
    const name = qualify(schema, to)
    result = { ...result, indexes: withEntry(withoutEntry(result.indexes, index.name), name, { ...index, name }) }
  }
  const hasCheck = catalog.tables.get(table)?.checks.some((check) => check.name === from) ?? false
  if (!hasCheck) return result
  for (const child of childrenOf(catalog, table)) result = renameConstraint(result, child.name, from, to)
  return result
}

/** Removes indexes and constraints of a table that use a column, as DROP COLUMN does. */
export function dropConstraintsOn(catalog: Catalog, table: Name, column: Identifier): Catalog {
  const change = (known: Table): Table => {
    const { primaryKey } = known
    const kept = primaryKey?.columns.includes(column) === true ? omit(known, 'primaryKey') : known
    return {
      ...kept,
      uniques: known.uniques.filter((key) => !key.columns.includes(column)),
      foreignKeys: known.foreignKeys.filter((key) => !key.columns.includes(column)),
      checks: known.checks.filter((check) => !check.expression.columns.includes(column)),
    }
  }
  const indexes = without(catalog.indexes, (index) => usesColumn(index, column), indexesOf(catalog, table))
  return changeTable({ ...catalog, indexes }, table, change)
}

function usesColumn(index: Index, column: Identifier): boolean {
  const inKeys = index.keys.some((key) =>
    'column' in key ? key.column === column : key.expression.columns.includes(column),
  )
  return inKeys || index.included.includes(column) || index.predicate?.columns.includes(column) === true
}

function removeNamed(table: Table, name: Identifier): Table {
  const keep = (constraint: { readonly name: Identifier }) => constraint.name !== name
  const kept = table.primaryKey?.name === name ? omit(table, 'primaryKey') : table
  return {
    ...kept,
    uniques: table.uniques.filter(keep),
    foreignKeys: table.foreignKeys.filter(keep),
    checks: table.checks.filter(keep),
    exclusions: table.exclusions.filter(keep),
  }
}

/** A partition's copy of a key has a name of its own; its columns tell which it is. */
function dropInherited(catalog: Catalog, child: Table, parent: Table, name: Identifier): Catalog {
  const keys = [...(parent.primaryKey === undefined ? [] : [parent.primaryKey]), ...parent.uniques]
  const key = keys.find((candidate) => candidate.name === name)
  if (key === undefined) return dropConstraint(catalog, child.name, name)
  if (child.partitionOf !== parent.name) return catalog
  const own =
    key === parent.primaryKey ? child.primaryKey : child.uniques.find((unique) => sameList(unique.columns, key.columns))
  return own === undefined ? catalog : dropConstraint(catalog, child.name, own.name)
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, position) => item === b[position])
}

function addKey(catalog: Catalog, table: Name, key: KeyDefinition): Catalog {
  if (key.usingIndex !== undefined) return addKeyUsingIndex(catalog, table, key, key.usingIndex)
  const { schema, name: tableName } = partsOf(table)
  const column = joinColumnNames(distinctKeyNames([...key.columns, ...key.included]))
  const parts =
    key.type === 'primaryKey' ? { table: tableName, label: 'pkey' } : { table: tableName, column, label: 'key' }
  const name = key.name ?? chooseRelationName(catalog, schema, parts, true)
  const index: Index = {
    name: qualify(schema, name),
    table,
    method: 'btree',
    keys: key.columns.map((each) => ({ column: each })),
    included: key.included,
    unique: true,
    constraint: true,
    valid: true,
    ...originOf(key),
  }
  let result = recordKey(catalog, table, key, name, key.columns)
  result = { ...result, indexes: withEntry(result.indexes, index.name, index) }
  return eachPartition(result, table, (current, partition) => addKey(current, partition, omit(key, 'name')))
}

function addKeyUsingIndex(catalog: Catalog, table: Name, key: KeyDefinition, indexName: Name): Catalog {
  const index = catalog.indexes.get(indexName)
  const { schema, name: oldName } = partsOf(indexName)
  const name = key.name ?? oldName
  const columns = (index?.keys ?? []).flatMap((part) => ('column' in part ? [part.column] : []))
  const result = recordKey(catalog, table, key, name, columns)
  if (index === undefined) return result
  const renamed: Index = { ...index, name: qualify(schema, name), constraint: true }
  return { ...result, indexes: withEntry(withoutEntry(result.indexes, indexName), renamed.name, renamed) }
}

function recordKey(
  catalog: Catalog,
  table: Name,
  key: KeyDefinition,
  name: Identifier,
  columns: readonly Identifier[],
): Catalog {
  const made = { name, columns, ...originOf(key) }
  return changeTable(catalog, table, (known) => {
    if (key.type === 'unique') return { ...known, uniques: [...known.uniques, made] }
    const inKey = new Set(columns)
    const notNull = known.columns.map((column) => (inKey.has(column.name) ? { ...column, nullable: false } : column))
    return { ...known, primaryKey: made, columns: notNull }
  })
}

function addCheck(catalog: Catalog, table: Name, check: CheckDefinition): Catalog {
  const { schema, name: tableName } = partsOf(table)
  const [only, ...others] = check.expression.columns
  const parts = {
    table: tableName,
    label: 'check',
    ...(only !== undefined && others.length === 0 ? { column: only } : {}),
  }
  const name = check.name ?? chooseConstraintName(catalog, schema, parts)
  const made = { name, expression: check.expression, validated: !check.notValid, ...originOf(check) }
  let result = changeTable(catalog, table, (known) => ({ ...known, checks: [...known.checks, made] }))
  for (const child of childrenOf(catalog, table)) {
    result = addCheck(result, child.name, { ...retarget(check, table, child.name), name })
  }
  return result
}

function addForeignKey(catalog: Catalog, table: Name, key: ForeignKeyDefinition): Catalog {
  const { schema, name: tableName } = partsOf(table)
  const parts = { table: tableName, column: joinColumnNames(key.columns), label: 'fkey' }
  const name = key.name ?? chooseConstraintName(catalog, schema, parts)
  const implied = catalog.tables.get(key.references)?.primaryKey?.columns ?? []
  const made = {
    name,
    columns: key.columns,
    references: key.references,
    referencedColumns: key.referencedColumns.length > 0 ? key.referencedColumns : implied,
    onDelete: key.onDelete,
    onUpdate: key.onUpdate,
    validated: !key.notValid,
    ...originOf(key),
  }
  const result = changeTable(catalog, table, (known) => ({ ...known, foreignKeys: [...known.foreignKeys, made] }))
  return eachPartition(result, table, (current, partition) => {
    const own = current.tables.get(partition)
    // A partition's equal key becomes part of its parent's.
    if (own !== undefined && hasSameKey(current, own, key)) return current
    return addForeignKey(current, partition, { ...key, name })
  })
}

function addExclusion(catalog: Catalog, table: Name, exclusion: ExclusionDefinition): Catalog {
  const { schema, name: tableName } = partsOf(table)
  const names = distinctKeyNames(exclusion.keys.map(keyName))
  const parts = { table: tableName, column: joinColumnNames(names), label: 'excl' }
  const name = exclusion.name ?? chooseRelationName(catalog, schema, parts, true)
  const index: Index = {
    name: qualify(schema, name),
    table,
    method: exclusion.method,
    keys: exclusion.keys.map((key, position) => ('column' in key ? key : { ...key, name: names[position]! })),
    included: [],
    unique: false,
    ...(exclusion.predicate === undefined ? {} : { predicate: exclusion.predicate }),
    constraint: true,
    valid: true,
    ...originOf(exclusion),
  }
  const made = { name, ...originOf(exclusion) }
  const result = changeTable(catalog, table, (known) => ({ ...known, exclusions: [...known.exclusions, made] }))
  return { ...result, indexes: withEntry(result.indexes, index.name, index) }
}

function eachPartition(catalog: Catalog, table: Name, change: (catalog: Catalog, partition: Name) => Catalog): Catalog {
  let result = catalog
  for (const child of childrenOf(catalog, table)) if (child.partitionOf === table) result = change(result, child.name)
  return result
}

function originOf(definition: ConstraintDefinition): Originated {
  return definition.span === undefined ? {} : { origin: definition.span }
}
