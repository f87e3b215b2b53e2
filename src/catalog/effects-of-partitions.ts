import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { type Effect, exclusive, on, type Work } from './effect.ts'
import { ofAddConstraint } from './effects-of-constraints.ts'
import { descendantsOf } from './effects-on-children.ts'
import { hasSameKey } from './foreign-keys.ts'
import { defaultPartitionOf, indexesOf, partitionsBelow } from './lookups.ts'
import { partsLacking } from './partition-parts.ts'
import { type RowTest, testsOfAttach, testsOfDefault } from './partition-tests.ts'
import type { Table } from './table.ts'
import type { TableDefinition } from './table-actions.ts'

/** A partition made in place; what the default one holds may belong to it, and is read. */
export function ofPartition(
  { parent, bound }: NonNullable<TableDefinition['partitionOf']>,
  before: Catalog,
): readonly Effect[] {
  return [exclusive(parent), ...ofTests(testsOfDefault(before, parent, bound), 'scan')]
}

/** ATTACH PARTITION reads the partition, unless constraints prove that its rows belong there, and builds what it lacks. */
export function ofAttach(action: ActionOf<'attachPartition'>, before: Catalog, postgres: number): readonly Effect[] {
  const { table: parent, partition } = action
  return [
    on(parent, postgres >= 12 ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock'),
    ...ancestorsOf(before, parent).map((name) => on(name, 'AccessShareLock')),
    exclusive(partition),
    ...descendantsOf(before, partition).map((each) => exclusive(each.name)),
    ...ofTests(testsOfAttach(before, action), 'validate'),
    ...partsLacking(before, parent, partition).builtOn.map((name) => exclusive(name, 'build')),
    ...keysTaken(before, parent, partition, postgres),
  ]
}

/** The tables that a table is a partition of, whose bounds hold for its rows too. */
function ancestorsOf(before: Catalog, table: Name): readonly Name[] {
  const parent = before.tables.get(table)?.partitionOf
  return parent === undefined ? [] : [parent, ...ancestorsOf(before, parent)]
}

function ofTests(tests: readonly RowTest[], work: Work): readonly Effect[] {
  return tests.map(({ table, reads }) => exclusive(table, reads === 'nothing' ? 'none' : work))
}

/** The parent's foreign keys become the partition's: those that it lacks are made and checked. */
function keysTaken(before: Catalog, parent: Name, partition: Name, postgres: number): readonly Effect[] {
  const own: Table | undefined = before.tables.get(partition)
  return (before.tables.get(parent)?.foreignKeys ?? []).flatMap((key): readonly Effect[] => {
    const definition = { ...key, type: 'foreignKey' as const, notValid: !key.validated }
    if (own !== undefined && hasSameKey(before, own, definition)) return [exclusive(key.references)]
    return ofAddConstraint(before, partition, definition, postgres)
  })
}

/**
 * DETACH PARTITION. CONCURRENTLY waits for everyone who uses the parent, and takes the
 * partition's exclusive lock but for an instant, in a second transaction.
 */
export function ofDetach(action: ActionOf<'detachPartition'>, before: Catalog, postgres: number): readonly Effect[] {
  const { table: parent, partition } = action
  if (action.concurrently) return [on(parent, 'ShareUpdateExclusiveLock'), exclusive(partition)]
  const beside = defaultPartitionOf(before, parent)
  const below = partitionsBelow(before, partition).map((each) => exclusive(each.name))
  // A foreign key that comes to be the partition's own gets triggers of its own on the other table.
  const keys = before.tables.get(partition)?.foreignKeys.filter((key) => key.inherited !== undefined) ?? []
  const attached = indexesOf(before, partition).filter(([, index]) => index.partitionOf !== undefined)
  return [
    exclusive(parent),
    ...(postgres >= 14
      ? [exclusive(partition)]
      : [on(partition, 'ShareUpdateExclusiveLock'), ...attached.map(([name]) => exclusive(name))]),
    ...below,
    ...(beside === undefined ? [] : [exclusive(beside.name)]),
    ...keys.map((key) => on(key.references, 'ShareRowExclusiveLock')),
  ]
}
