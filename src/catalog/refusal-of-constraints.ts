import type { Catalog, Identifier, Name } from './catalog.ts'
import { findConstraint } from './constraints.ts'
import { partsOf, qualify } from './names.ts'
import type { PartitionKey } from './partitions.ts'
import { existing, missingPart, type Refusal, unfit } from './refusal.ts'
import { columnsRead } from './refusal-of-expressions.ts'
import { relationMissing, relationTaken } from './refusal-of-names.ts'
import type { Table } from './table.ts'
import type { ConstraintDefinition, ForeignKeyDefinition } from './table-actions.ts'

/** The table that a constraint is for. */
export interface Constrained {
  readonly name: Name
  /** All the columns that it has; undefined where they are not all known. */
  readonly columns: readonly Identifier[] | undefined
  /** Absent for one that is being made. */
  readonly table?: Table
  /** By which the table is partitioned. */
  readonly partitionKey?: PartitionKey | undefined
}

/** Why the server would refuse a constraint of a table. */
export function refusalOfConstraint(
  catalog: Catalog,
  on: Constrained,
  constraint: ConstraintDefinition,
): Refusal | undefined {
  // ALTER TABLE makes the columns of a primary key NOT NULL before all else.
  const isFirst = constraint.type === 'primaryKey' && on.table !== undefined
  const absent = isFirst ? ofColumns(catalog, on, constraint) : undefined
  return absent ?? taken(catalog, on, constraint) ?? ofColumns(catalog, on, constraint) ?? ofKey(on, constraint)
}

/** What a key may not be, whatever its columns are. */
function ofKey({ name, partitionKey }: Constrained, constraint: ConstraintDefinition): Refusal | undefined {
  if (constraint.type !== 'primaryKey' && constraint.type !== 'unique') return undefined
  const { type, columns } = constraint
  const word = type === 'unique' ? 'unique' : 'primary key'
  const twice = columns.find((each, place) => columns.indexOf(each) < place)
  if (twice !== undefined) return unfit(name, `column "${twice}" appears twice in ${word} constraint`, '42701')
  if (partitionKey === undefined || constraint.usingIndex !== undefined) return undefined
  if (partitionKey.columns.includes(undefined))
    return unfit(name, `unsupported ${word.toUpperCase()} constraint with partition key definition`, '0A000', [name])
  return withoutPartitionKey(name, partitionKey, columns)
}

/** That a unique index of a partitioned table has not all the columns by which it is partitioned. */
export function withoutPartitionKey(
  table: Name,
  { columns }: PartitionKey,
  indexed: readonly (Identifier | undefined)[],
): Refusal | undefined {
  if (columns.every((each) => indexed.includes(each))) return undefined
  const reason = 'unique constraint on partitioned table must include all partitioning columns'
  return unfit(table, reason, '0A000', [table])
}

/** A constraint with an index needs its name among the relations, any other one among the constraints of its table. */
function taken(catalog: Catalog, { name, table }: Constrained, constraint: ConstraintDefinition): Refusal | undefined {
  if (constraint.type === 'primaryKey' && table?.primaryKey !== undefined) {
    const reason = `multiple primary keys for table "${partsOf(name).name}" are not allowed`
    return existing('part', `${name}.${table.primaryKey.name}`, reason, '42P16', name)
  }
  if (constraint.name === undefined) return undefined
  const isIndexed = constraint.type !== 'check' && constraint.type !== 'foreignKey'
  // With USING INDEX the index takes the name of the constraint, if it has not got it.
  if ('usingIndex' in constraint && constraint.usingIndex !== undefined) return undefined
  const relation = isIndexed ? relationTaken(catalog, qualify(partsOf(name).schema, constraint.name)) : undefined
  if (relation !== undefined) return relation
  const same = table && findConstraint(table, constraint.name)
  // A CHECK that is a parent's too is merged with the one that is added.
  if (same === undefined || same.inherited !== undefined) return undefined
  const reason = `constraint "${constraint.name}" for relation "${partsOf(name).name}" already exists`
  return existing('part', `${name}.${constraint.name}`, reason, '42710', name)
}

function ofColumns(catalog: Catalog, on: Constrained, constraint: ConstraintDefinition): Refusal | undefined {
  switch (constraint.type) {
    case 'foreignKey':
      return ofForeignKey(catalog, on, constraint)
    case 'primaryKey':
    case 'unique':
      return absent(on, constraint.columns, (column) =>
        constraint.type === 'primaryKey' && on.table !== undefined
          ? `column "${column}" of relation "${partsOf(on.name).name}" does not exist`
          : `column "${column}" named in key does not exist`,
      )
    case 'check':
      return absent(on, columnsRead(constraint.expression), (column) => `column "${column}" does not exist`)
    case 'exclusion':
      return undefined
  }
}

function ofForeignKey(catalog: Catalog, on: Constrained, key: ForeignKeyDefinition): Refusal | undefined {
  const says = (column: string) => `column "${column}" referenced in foreign key constraint does not exist`
  const isItself = key.references === on.name
  const isView = catalog.views.has(key.references) && !catalog.tables.has(key.references)
  const missing = isItself || isView ? undefined : relationMissing(catalog, key.references)
  if (missing !== undefined) return missing
  const own = absent(on, key.columns, says)
  if (own !== undefined) return own
  if (isItself) return absent(on, key.referencedColumns, says)
  return refusalOfColumns(catalog, key.references, key.referencedColumns, says)
}

/** That a table which is known as a whole has not got all of some columns. */
export function refusalOfColumns(
  catalog: Catalog,
  name: Name,
  columns: readonly Identifier[],
  says: (column: Identifier) => string,
): Refusal | undefined {
  const table = catalog.tables.get(name)
  if (table?.known !== 'wholly') return undefined
  return absent({ name, columns: table.columns.map((each) => each.name) }, columns, says)
}

function absent(
  on: Constrained,
  columns: readonly Identifier[],
  says: (column: Identifier) => string,
): Refusal | undefined {
  const { columns: has } = on
  const missing =
    has === undefined ? undefined : columns.find((each) => !has.includes(each) && !SYSTEM_COLUMNS.has(each))
  return missing === undefined ? undefined : missingPart(on.name, missing, says(missing), '42703', has ?? [])
}

/** Columns that every table has, beside its own. */
export const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['ctid', 'cmax', 'cmin', 'oid', 'tableoid', 'xmax', 'xmin'])
