import { canonicalBound } from './canonical-bounds.ts'
import type { Catalog, Name } from './catalog.ts'
import { compareConstants, compareValues, type Order, readValue, type Value } from './constants.ts'
import { partitionsOf } from './lookups.ts'
import { partsOf } from './names.ts'
import type { PartitionBound, PartitionKey } from './partitions.ts'
import { type Refusal, unfit } from './refusal.ts'
import type { Table } from './table.ts'

/** A partition that is being made or attached. */
export interface NewPartition {
  readonly name: Name
  readonly isDefault: boolean
  readonly bound?: PartitionBound
}

type Hash = Extract<PartitionBound, { readonly strategy: 'hash' }>
type Range = Extract<PartitionBound, { readonly strategy: 'range' }>

/** Why the server would refuse the bound of a new partition (`check_new_partition_bound` in partbounds.c). */
export function refusalOfBound(catalog: Catalog, parent: Table, partition: NewPartition): Refusal | undefined {
  const key = parent.partitionKey
  if (parent.known === 'partly' || key === undefined) return undefined
  const { name, isDefault, bound } = partition
  const said = partsOf(name).name
  const refuse = (reason: string, sqlstate: string, ...others: readonly Name[]) =>
    unfit(name, reason, sqlstate, [parent.name, ...others])
  const siblings = partitionsOf(catalog, parent.name).filter((each) => each.name !== name)
  if (isDefault) {
    if (key.strategy === 'hash') return refuse('a hash-partitioned table may not have a default partition', '42P16')
    const other = siblings.find((each) => each.defaultPartition)
    if (other === undefined) return undefined
    const reason = `partition "${said}" conflicts with existing default partition "${partsOf(other.name).name}"`
    return refuse(reason, '42P17', other.name)
  }
  if (bound === undefined) return undefined
  const malformed = ofForm(bound, key)
  if (malformed !== undefined) return refuse(malformed, '42P16')
  const spelled = canonicalBound(bound, parent)
  if (spelled.strategy === 'range' && isEmpty(catalog, parent, spelled))
    return refuse(`empty range bound specified for partition "${said}"`, '42P17')
  const bounded = siblings.filter((each) => !each.defaultPartition)
  if (spelled.strategy === 'hash' && !hasFactors(spelled, bounded))
    return refuse('every hash partition modulus must be a factor of the next larger modulus', '42P17')
  const other = overlapping(catalog, parent, spelled, bounded)
  if (other === undefined) return undefined
  return refuse(`partition "${said}" would overlap partition "${partsOf(other).name}"`, '42P17', other)
}

/** What is wrong with a bound as it is written. */
function ofForm(bound: PartitionBound, { strategy, columns }: PartitionKey): string | undefined {
  if (bound.strategy !== strategy) return `invalid bound specification for a ${strategy} partition`
  switch (bound.strategy) {
    case 'list':
      return undefined
    case 'hash':
      if (bound.modulus <= 0) return 'modulus for hash partition must be an integer value greater than zero'
      return bound.remainder >= bound.modulus ? 'remainder for hash partition must be less than modulus' : undefined
    case 'range': {
      const side = bound.from.length !== columns.length ? 'FROM' : bound.to.length !== columns.length ? 'TO' : undefined
      return side && `${side} must specify exactly one value per partitioning column`
    }
  }
}

/** The one of several partitions that the server names; undefined where none overlaps or that is not known. */
function overlapping(
  catalog: Catalog,
  parent: Table,
  bound: PartitionBound,
  siblings: readonly Table[],
): Name | undefined {
  switch (bound.strategy) {
    case 'list':
      return firstWithValue(catalog, parent, bound.values, siblings)
    case 'hash':
      return firstWithRemainder(bound, siblings)
    case 'range':
      return firstInRange(catalog, parent, bound, siblings)
  }
}

function firstWithValue(
  catalog: Catalog,
  parent: Table,
  values: readonly string[],
  siblings: readonly Table[],
): Name | undefined {
  const type = typesOf(parent)[0]
  if (type === undefined) return undefined
  const isSame = (first: string, second: string) =>
    first === 'NULL' || second === 'NULL'
      ? first === second
      : compareConstants({ text: first }, { text: second }, type, catalog) === 'equal'
  for (const value of values) {
    const other = siblings.find(
      ({ partitionBound }) =>
        partitionBound?.strategy === 'list' && partitionBound.values.some((each) => isSame(each, value)),
    )
    if (other !== undefined) return other.name
  }
  return undefined
}

function hasFactors({ modulus }: Hash, siblings: readonly Table[]): boolean {
  const others = siblings.flatMap(({ partitionBound }) =>
    partitionBound?.strategy === 'hash' ? [partitionBound.modulus] : [],
  )
  const smaller = Math.max(...others.filter((each) => each <= modulus))
  const greater = Math.min(...others.filter((each) => each >= modulus))
  return (smaller < 1 || modulus % smaller === 0) && (greater === Number.POSITIVE_INFINITY || greater % modulus === 0)
}

function firstWithRemainder({ modulus, remainder }: Hash, siblings: readonly Table[]): Name | undefined {
  const hashes = siblings.flatMap(({ name, partitionBound }) =>
    partitionBound?.strategy === 'hash' ? [{ name, ...partitionBound }] : [],
  )
  const greatest = Math.max(modulus, ...hashes.map((each) => each.modulus))
  for (let rest = remainder; rest < greatest; rest += modulus) {
    const other = hashes.find((each) => rest % each.modulus === each.remainder)
    if (other !== undefined) return other.name
  }
  return undefined
}

function isEmpty(catalog: Catalog, parent: Table, bound: Range): boolean {
  const { from, to } = readRange(catalog, typesOf(parent), bound)
  const order = compareEnds(from, to)
  return order === 'equal' || order === 'greater'
}

/** Of several, the one with the least values. */
function firstInRange(catalog: Catalog, parent: Table, bound: Range, siblings: readonly Table[]): Name | undefined {
  const types = typesOf(parent)
  const { from, to } = readRange(catalog, types, bound)
  let first: { readonly name: Name; readonly from: End } | undefined
  for (const { name, partitionBound } of siblings) {
    if (partitionBound?.strategy !== 'range') return undefined
    const other = readRange(catalog, types, partitionBound)
    const [before, after] = [compareEnds(other.to, from), compareEnds(to, other.from)]
    if (before === undefined || after === undefined || before === 'other' || after === 'other') return undefined
    if (before !== 'greater' || after !== 'greater') continue
    if (first === undefined || compareEnds(other.from, first.from) === 'less') first = { name, from: other.from }
  }
  return first?.name
}

/** The values of one end of a range, column by column: -1 for MINVALUE, 1 for MAXVALUE, undefined where not known. */
type End = readonly (Value | -1 | 1 | undefined)[]

interface ReadRange {
  readonly types: string
  readonly from: End
  readonly to: End
}

/** The values of a range whose columns have some types. Of the server's own types they are kept: each new partition is compared with all. */
function readRange(catalog: Catalog, types: readonly (string | undefined)[], bound: Range): ReadRange {
  const said = types.join()
  const known = READ.get(bound)
  if (known?.types === said) return known
  const read = (values: readonly string[]): End =>
    types.map((type, place) => {
      const text = values[place]
      if (text === undefined || type === undefined) return undefined
      return text === 'MINVALUE' ? -1 : text === 'MAXVALUE' ? 1 : readValue({ text }, type, catalog)
    })
  const range = { types: said, from: read(bound.from), to: read(bound.to) }
  if (!said.includes('.')) READ.set(bound, range)
  return range
}

const READ = new WeakMap<Range, ReadRange>()

/** How the first of two ends stands to the second, column by column. */
function compareEnds(first: End, second: End): Order | undefined {
  for (let place = 0; place < first.length; place++) {
    const [a, b] = [first[place], second[place]]
    if (a === undefined || b === undefined) return undefined
    // After an unbounded column no other one counts.
    if (typeof a === 'number' || typeof b === 'number') {
      const [low, high] = [typeof a === 'number' ? a : 0, typeof b === 'number' ? b : 0]
      return low === high ? 'equal' : low < high ? 'less' : 'greater'
    }
    const order = compareValues(a, b)
    if (order !== 'equal') return order
  }
  return 'equal'
}

/** The types of the key's columns; undefined where one is an expression or is not compared as its type is. */
function typesOf({ partitionKey, columns }: Table): readonly (string | undefined)[] {
  return (partitionKey?.parts ?? []).map((part) => {
    if (!('column' in part) || part.collation !== undefined || part.operatorClass !== undefined) return undefined
    return columns.find((each) => each.name === part.column)?.type
  })
}
