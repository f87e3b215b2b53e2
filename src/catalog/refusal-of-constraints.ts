import type { Catalog, Identifier, Name } from './catalog.ts'
import { findConstraint } from './constraints.ts'
import { partsOf, qualify } from './names.ts'
import { existing, missingPart, type Refusal } from './refusal.ts'
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
}

/** Why the server would refuse a constraint of a table. */
export function refusalOfConstraint(
  catalog: Catalog,
  on: Constrained,
  constraint: ConstraintDefinition,
): Refusal | undefined {
  return taken(catalog, on, constraint) ?? ofColumns(catalog, on, constraint)
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
      return absent(on, constraint.columns, (column) => `column "${column}" named in key does not exist`)
    case 'check':
    case 'exclusion':
      return undefined
  }
}

function ofForeignKey(catalog: Catalog, on: Constrained, key: ForeignKeyDefinition): Refusal | undefined {
  const says = (column: string) => `column "${column}" referenced in foreign key constraint does not exist`
  const isItself = key.references === on.name
  const missing = isItself ? undefined : relationMissing(catalog, key.references)
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
  const missing = has === undefined ? undefined : columns.find((each) => !has.includes(each) && !SYSTEM.has(each))
  return missing === undefined ? undefined : missingPart(on.name, missing, says(missing), '42703', has ?? [])
}

/** Columns that every table has, beside its own. */
const SYSTEM: ReadonlySet<string> = new Set(['ctid', 'cmax', 'cmin', 'oid', 'tableoid', 'xmax', 'xmin'])
