import type { ActionOf } from './action.ts'
import type { Catalog } from './catalog.ts'
import { createTable } from './fold-create-table.ts'
import { indexesOf } from './lookups.ts'
import { partsOf } from './names.ts'
import { firstRefusal, type Refusal, unfit } from './refusal.ts'
import { columnsBeside, lackingOfParent, refusalOfKin } from './refusal-of-children.ts'
import { fromGenerated, refusalOfColumn } from './refusal-of-columns.ts'
import { refusalOfConstraint, SYSTEM_COLUMNS } from './refusal-of-constraints.ts'
import { refusalOfForeignKey } from './refusal-of-foreign-keys.ts'
import { relationMissing, relationTaken, typeMissing, typeTaken } from './refusal-of-names.ts'
import { typesIn, withoutOperatorClassOfKey } from './refusal-of-operator-classes.ts'
import { refusalOfBound } from './refusal-of-partitions.ts'
import type { ColumnDefinition, ConstraintDefinition, TableDefinition } from './table-actions.ts'

/** Why the server would refuse to make a table. */
export function refusalOfCreateTable(
  action: ActionOf<'createTable'>,
  before: Catalog,
  postgres: number,
): Refusal | undefined {
  const { table, ifNotExists } = action
  const { name, partitionKey, partitionOf } = table
  const taken = relationTaken(before, name)
  if (taken !== undefined) return ifNotExists ? undefined : taken
  const parents = partitionOf === undefined ? table.inherits : [...table.inherits, partitionOf.parent]
  const likes = table.columns.filter((each) => 'like' in each)
  for (const other of [...parents, ...likes.map((each) => each.like)]) {
    const missing = relationMissing(before, other)
    if (missing !== undefined) return missing
  }
  const own = table.columns.filter((each): each is ColumnDefinition => !('like' in each))
  const untyped = firstRefusal(own, (column) => typeMissing(before, column.type))
  if (untyped !== undefined) return untyped
  const typed = typeTaken(before, name)
  if (typed !== undefined) return typed
  // What the table takes over from others, or from a query, is not said here.
  const isSaid = own.length === table.columns.length && parents.length === 0 && table.known === undefined
  const columns = isSaid && table.ofType === undefined ? own.map((each) => each.name) : undefined
  const constraints = [...own.flatMap((each) => each.constraints), ...table.constraints]
  return (
    firstRefusal(constraints, (each) => refusalOfConstraint(before, { name, columns, partitionKey }, each)) ??
    firstRefusal(own, (each) => refusalOfColumn(before, name, each)) ??
    ofWhole(table, own, constraints) ??
    ofPartition(table, before) ??
    firstRefusal(own, (each) => fromGenerated(name, own, each)) ??
    ofKeys(table, own, constraints, before) ??
    ofForeignKeys(action, { own, constraints, isSaid }, before, postgres)
  )
}

/** What does not go together in one CREATE TABLE. */
function ofWhole(
  { name, partitionKey, known, ofType, inherits, partitionOf }: TableDefinition,
  own: readonly ColumnDefinition[],
  constraints: readonly ConstraintDefinition[],
): Refusal | undefined {
  const said = partsOf(name).name
  if (constraints.filter((each) => each.type === 'primaryKey').length > 1)
    return unfit(name, `multiple primary keys for table "${said}" are not allowed`, '42P16')
  const names = own.map((each) => each.name)
  const twice = names.find((each, place) => names.indexOf(each) < place)
  if (twice !== undefined) return unfit(name, `column "${twice}" specified more than once`, '42701')
  const isAll = known === undefined && ofType === undefined && inherits.length === 0 && partitionOf === undefined
  const absent = partitionKey?.columns.find(
    (each) => each !== undefined && !names.includes(each) && each !== said && !SYSTEM_COLUMNS.has(each),
  )
  if (!isAll || absent === undefined || own.length === 0) return undefined
  return unfit(name, `column "${absent}" named in partition key does not exist`, '42703')
}

/** The indexes of keys are made once all else of the table is there. */
function ofKeys(
  { name }: TableDefinition,
  own: readonly ColumnDefinition[],
  constraints: readonly ConstraintDefinition[],
  before: Catalog,
) {
  const on = { table: name, typeOf: typesIn({ columns: own }) }
  return firstRefusal(constraints, (each) => withoutOperatorClassOfKey(before, each, on))
}

function ofPartition({ name, partitionOf }: TableDefinition, before: Catalog): Refusal | undefined {
  const parent = partitionOf && before.tables.get(partitionOf.parent)
  if (partitionOf === undefined || parent?.known !== 'wholly') return undefined
  const said = partsOf(parent.name).name
  if (parent.partitionKey === undefined) return unfit(name, `"${said}" is not partitioned`, '42P17', [parent.name])
  return refusalOfBound(before, parent, { name, ...partitionOf })
}

/** What CREATE TABLE says of columns and constraints, and whether the table has no others. */
interface Said {
  readonly own: readonly ColumnDefinition[]
  readonly constraints: readonly ConstraintDefinition[]
  readonly isSaid: boolean
}

/** Foreign keys are made last of all, of a table that is there. */
function ofForeignKeys(
  action: ActionOf<'createTable'>,
  { own, constraints: all, isSaid }: Said,
  before: Catalog,
  postgres: number,
): Refusal | undefined {
  const { table } = action
  const isKey = (each: ConstraintDefinition) => each.type === 'foreignKey'
  const keys = all.filter((each) => each.type === 'foreignKey')
  if (keys.length === 0 || table.known !== undefined) return undefined
  // Beside its own columns, what the table has counts for keys to itself alone.
  if (isSaid && keys.every((key) => key.references !== table.name))
    return firstRefusal(keys, (key) => refusalOfForeignKey(before, { ...table, columns: own }, key))
  const bare = table.columns.map((each) =>
    'like' in each ? each : { ...each, constraints: each.constraints.filter((one) => !isKey(one)) },
  )
  const constraints = table.constraints.filter((each) => !isKey(each))
  const made = createTable(
    aside(before, table),
    { ...action, table: { ...table, columns: bare, constraints } },
    postgres,
  )
  const known = made.tables.get(table.name)
  if (known === undefined) return undefined
  return firstRefusal(keys, (key) => refusalOfForeignKey(key.references === table.name ? made : before, known, key))
}

/**
 * A catalog with what a new table takes over from others, and with maps of its own for all that CREATE TABLE changes:
 * one that went its own way from the catalog of the moment would have every entry copied when that goes on.
 */
function aside(before: Catalog, { inherits, partitionOf, columns }: TableDefinition): Catalog {
  const others = [
    ...inherits,
    ...(partitionOf === undefined ? [] : [partitionOf.parent]),
    ...columns.flatMap((each) => ('like' in each ? [each.like] : [])),
  ]
  const tables = others.flatMap((name) => before.tables.get(name) ?? [])
  return {
    ...before,
    tables: new Map(tables.map((each) => [each.name, each])),
    indexes: new Map(tables.flatMap((each) => indexesOf(before, each.name))),
    sequences: new Map(),
    triggers: new Map(),
    policies: new Map(),
    grants: new Map(),
    others: new Map(),
  }
}

/** Why the server would refuse to make one table, which is there, a partition of another. */
export function refusalOfAttach(
  action: ActionOf<'attachPartition'>,
  before: Catalog,
  postgres: number,
): Refusal | undefined {
  const parent = before.tables.get(action.table)
  const part = before.tables.get(action.partition)
  if (parent?.known !== 'wholly') return undefined
  const said = partsOf(parent.name).name
  if (parent.partitionKey === undefined)
    return postgres < 18
      ? unfit(parent.name, `table "${said}" is not partitioned`, '42P17', [parent.name])
      : unfit(parent.name, `ALTER action ATTACH PARTITION cannot be performed on relation "${said}"`, '42809', [
          parent.name,
        ])
  if (part?.known !== 'wholly') return undefined
  return (
    refusalOfKin(before, part, parent) ??
    columnsBeside(parent, part) ??
    refusalOfBound(before, parent, { ...action, name: action.partition }) ??
    lackingOfParent(parent, part, postgres)
  )
}

/** Why the server would refuse to take a table, which is there, out of another. */
export function refusalOfDetach(
  { table, partition }: ActionOf<'detachPartition'>,
  before: Catalog,
): Refusal | undefined {
  const [parent, part] = [before.tables.get(table), before.tables.get(partition)]
  if (parent?.partitionKey === undefined || part?.known !== 'wholly' || part.partitionOf === table) return undefined
  const reason = `relation "${partsOf(partition).name}" is not a partition of relation "${partsOf(table).name}"`
  return unfit(partition, reason, '42P01', [table, partition])
}
