import type { ActionOf } from './action.ts'
import { canonicalBound } from './canonical-bounds.ts'
import type { Catalog, Name } from './catalog.ts'
import type { Condition } from './condition.ts'
import { partlyKnownTable } from './edit-catalog.ts'
import { defaultPartitionOf, partitionsOf } from './lookups.ts'
import { type Asked, askedOfDefault, askedOfPartition, proofFor, wouldProve } from './partition-proof.ts'
import type { PartitionBound } from './partitions.ts'
import type { Table } from './table.ts'

/** A table whose rows must be those of a partition, or not be those of another one. */
export interface RowTest {
  readonly table: Name
  /** What is read of it to see that: `perhaps everything` where its constraints may prove it, which cannot be told from here. */
  readonly reads: 'nothing' | 'everything' | 'perhaps everything'
}

/** The tables that ATTACH PARTITION asks for their rows: the partition with what is below it, and the default partition. */
export function testsOfAttach(before: Catalog, action: ActionOf<'attachPartition'>): readonly RowTest[] {
  const { table: parent, partition, isDefault } = action
  const bound = action.bound && canonicalBound(action.bound, before.tables.get(parent))
  const own = before.tables.get(partition) ?? partlyKnownTable(partition)
  const asked = isDefault || bound !== undefined ? askedOfPartition(before, parent, bound) : undefined
  const beside = isDefault ? [] : testsOfDefault(before, parent, action.bound)
  return [...testsOf(before, own, parent, asked), ...beside]
}

/** A table that lacks a CHECK, and what that would have to say. */
export type LackingCheck = readonly [Table, Condition]

/**
 * The valid CHECK constraints that would spare ATTACH PARTITION its reading. Undefined where
 * one cannot be told, or would not do.
 */
export function checksLacking(
  before: Catalog,
  action: ActionOf<'attachPartition'>,
): readonly LackingCheck[] | undefined {
  const { table: parent, partition, isDefault } = action
  const bound = action.bound && canonicalBound(action.bound, before.tables.get(parent))
  const asked = isDefault || bound !== undefined ? askedOfPartition(before, parent, bound) : undefined
  const own = checkLacking(before, before.tables.get(partition), parent, asked)
  const beside = isDefault ? [] : checksLackingBeside(before, parent, bound)
  return own === undefined || beside === undefined ? undefined : [...own, ...beside]
}

/** The same of the default partition alone, for a partition that is made in place. */
export function checksLackingBeside(
  before: Catalog,
  parent: Name,
  bound: PartitionBound | undefined,
): readonly LackingCheck[] | undefined {
  const beside = defaultPartitionOf(before, parent)
  return beside === undefined ? [] : checkLacking(before, beside, parent, askedOfDefault(before, parent, bound))
}

function checkLacking(
  before: Catalog,
  table: Table | undefined,
  parent: Name,
  asked: Asked,
): readonly LackingCheck[] | undefined {
  if (table !== undefined && testsOf(before, table, parent, asked).every(({ reads }) => reads === 'nothing')) return []
  if (table === undefined || asked === undefined || asked === 'nothing') return undefined
  return wouldProve(before, table, asked) ? [[table, asked]] : undefined
}

/** The default partition, with what is below it, once another partition has a bound. */
export function testsOfDefault(before: Catalog, parent: Name, bound: PartitionBound | undefined): readonly RowTest[] {
  const beside = defaultPartitionOf(before, parent)
  if (beside === undefined) return []
  const table = before.tables.get(parent)
  return testsOf(before, beside, parent, askedOfDefault(before, parent, bound && canonicalBound(bound, table)))
}

/** Partitions are asked where the constraints of the table above prove nothing. */
function testsOf(before: Catalog, table: Table, parent: Name, asked: Asked): readonly RowTest[] {
  const proof = proofFor(before, table, parent, asked)
  if (proof === 'found' || table.kind === 'foreign') return [{ table: table.name, reads: 'nothing' }]
  const reads = proof === 'none' ? 'everything' : 'perhaps everything'
  if (table.kind === 'table') return [{ table: table.name, reads }]
  const below = partitionsOf(before, table.name).flatMap((each) => testsOf(before, each, parent, asked))
  const unsure = below.map(
    (each): RowTest => (each.reads === 'nothing' || proof === 'none' ? each : { ...each, reads }),
  )
  return [{ table: table.name, reads: 'nothing' }, ...unsure]
}
