import type { Catalog, Identifier, Name } from './catalog.ts'
import { type Comparison, type Condition, joined, listed, negated, type Operator } from './condition.ts'
import { compareConstants } from './constants.ts'
import { partitionsOf } from './lookups.ts'
import type { PartitionBound } from './partitions.ts'
import type { Table } from './table.ts'

/**
 * What the server asks of the rows of a partition, in the form in which it proves it
 * (`get_qual_from_partbound` in partbounds.c). Undefined where the key holds an expression or
 * the bound something computed. `parent` is a partitioned table.
 */
export function conditionOfBound(catalog: Catalog, parent: Table, bound: PartitionBound): Condition | undefined {
  const columns = keyColumns(parent)
  if (columns === undefined) return undefined
  if (bound.strategy === 'hash')
    return { is: 'hash', modulus: bound.modulus, remainder: bound.remainder, columns: columns }
  if (bound.strategy === 'list') return conditionOfList(columns[0]!, bound.values)
  const range = conditionOfRange(catalog, parent, columns, bound)
  return range && joined('and', [...notNulls(columns), ...range])
}

/** What the server asks of the rows of a default partition: to belong to no other one. `none` where there is no other one. */
export function conditionOfDefault(catalog: Catalog, parent: Table): Condition | 'none' | undefined {
  const columns = keyColumns(parent)
  const others = partitionsOf(catalog, parent.name).filter((each) => !each.defaultPartition)
  if (columns === undefined || parent.known === 'partly') return undefined
  if (others.length === 0) return 'none'
  const bounds = others.flatMap(({ partitionBound }) => partitionBound ?? [])
  if (bounds.length < others.length) return undefined
  if (parent.partitionKey?.strategy === 'list') {
    const values = bounds.flatMap((bound) => (bound.strategy === 'list' ? bound.values : []))
    const inList = conditionOfList(columns[0]!, values)
    return inList && negated(inList)
  }
  const ranges = bounds.map((bound) =>
    bound.strategy === 'range' ? conditionOfRange(catalog, parent, columns, bound) : undefined,
  )
  const known = ranges.flatMap((range) => (range === undefined || range.length === 0 ? [] : [joined('and', range)]))
  if (known.length < others.length) return undefined
  return negated(joined('and', [...notNulls(columns), joined('or', known)]))
}

/** Columns whose comparison follows from their type; undefined where there are others. */
function keyColumns({ partitionKey }: Table): readonly Identifier[] | undefined {
  const columns = (partitionKey?.parts ?? []).flatMap((part) =>
    'column' in part && part.collation === undefined && part.operatorClass === undefined ? [part.column] : [],
  )
  return columns.length === 0 || columns.length < partitionKey!.parts.length ? undefined : columns
}

function notNulls(columns: readonly Identifier[]): readonly Condition[] {
  return columns.map((column) => ({ is: 'not null', column }))
}

/** The server looks into lists of up to a hundred values. */
function conditionOfList(column: Identifier, values: readonly string[]): Condition | undefined {
  const present = values.filter((value) => value !== 'NULL')
  const equal = present.map((value) => comparison('=', column, value))
  const known = equal.filter((each) => each !== undefined)
  if (known.length < present.length || present.length > 100) return undefined
  const isListed = known.length === 0 ? [] : [listed('or', known)]
  return present.length < values.length
    ? joined('or', [{ is: 'null', column }, ...isListed])
    : joined('and', [{ is: 'not null', column }, ...isListed])
}

type RangeBound = Extract<PartitionBound, { readonly strategy: 'range' }>

/** Columns in which both bounds are the same, and then one condition for each bound; none for all rows. */
function conditionOfRange(
  catalog: Catalog,
  parent: Table,
  columns: readonly Identifier[],
  { from, to }: RangeBound,
): readonly Condition[] | undefined {
  let same = 0
  const equal: (Condition | undefined)[] = []
  for (; same < columns.length - 1 && isValue(from[same]) && isValue(to[same]); same++) {
    const column = columns[same]!
    const type = parent.columns.find((each) => each.name === column)?.type
    const [low, high] = [{ text: from[same]! }, { text: to[same]! }]
    const order = type === undefined ? undefined : compareConstants(low, high, type, catalog)
    if (order === undefined) return undefined
    if (order !== 'equal') break
    equal.push(comparison('=', column, from[same]!))
  }
  const rest = columns.slice(same)
  const all = [...equal, ...sideOf(rest, from.slice(same), LOWER), ...sideOf(rest, to.slice(same), UPPER)]
  const known = all.filter((each) => each !== undefined)
  return known.length < all.length ? undefined : known
}

interface Side {
  readonly strict: Operator
  readonly open: Operator
  /** The word after which a value belongs to the partition itself. */
  readonly unbounded: 'MINVALUE' | 'MAXVALUE'
  /** What the last column of all is compared by. */
  readonly last: Operator
}

const LOWER: Side = { strict: '>', open: '>=', unbounded: 'MINVALUE', last: '>=' }
const UPPER: Side = { strict: '<', open: '<=', unbounded: 'MAXVALUE', last: '<' }

/** `a > 1 OR a = 1 AND b >= 2`; nothing where the first column is unbounded. */
function sideOf(
  columns: readonly Identifier[],
  values: readonly string[],
  side: Side,
): readonly (Condition | undefined)[] {
  const arms: Condition[] = []
  const equal: Condition[] = []
  for (const [place, column] of columns.entries()) {
    const value = values[place]
    if (!isValue(value)) break
    const isLast = place === columns.length - 1
    const operator = values[place + 1] === side.unbounded ? side.open : isLast ? side.last : side.strict
    const own = comparison(operator, column, value)
    const same = comparison('=', column, value)
    if (own === undefined || same === undefined) return [undefined]
    arms.push(joined('and', [...equal, own]))
    equal.push(same)
  }
  return arms.length === 0 ? [] : [joined('or', arms)]
}

function isValue(value: string | undefined): value is string {
  return value !== undefined && value !== 'MINVALUE' && value !== 'MAXVALUE'
}

/** A column beside a value of a bound, where that is a constant. */
function comparison(is: Operator, column: Identifier, text: string): Comparison | undefined {
  return /^(-?[\d.]+|true|false|'(?:[^']|'')*')$/.test(text) ? { is, column, constant: { text } } : undefined
}

/** What the tables above a table ask of its rows, as partitions themselves. */
export function conditionOfAncestors(catalog: Catalog, name: Name): readonly (Condition | undefined)[] {
  const table = catalog.tables.get(name)
  const parent = table?.partitionOf === undefined ? undefined : catalog.tables.get(table.partitionOf)
  if (table === undefined) return [undefined]
  if (parent === undefined) return table.partitionOf === undefined ? [] : [undefined]
  const bound = table.partitionBound
  // A hash is told by its own table alone, and that is the one to which a partition is attached.
  if (bound?.strategy === 'hash') return [undefined]
  const own = table.defaultPartition
    ? conditionOfDefault(catalog, parent)
    : bound && conditionOfBound(catalog, parent, bound)
  return [...(own === 'none' ? [] : [own]), ...conditionOfAncestors(catalog, parent.name)]
}
