import type { Catalog, Name } from './catalog.ts'
import { type Effect, exclusive } from './effect.ts'
import { withPartitions } from './effects-on-children.ts'
import { childrenOf, defaultPartitionOf, sequencesOf, tablesReferencing, viewsReading } from './lookups.ts'
import type { Table } from './table.ts'

/**
 * What DROP of a table or view locks: it, what goes with it, the tables that its foreign
 * keys refer to, and the parent of a partition with its default partition.
 */
export function ofDropRelation(name: Name, before: Catalog, cascade: boolean, postgres: number): readonly Effect[] {
  const dropped = new Set<Name>()
  const effects: Effect[] = []
  const pending = [name]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (dropped.has(next)) continue
    dropped.add(next)
    effects.push(exclusive(next))
    const table = before.tables.get(next)
    if (table !== undefined) effects.push(...besideTable(table, before, cascade, postgres))
    for (const child of childrenOf(before, next)) if (cascade || child.partitionOf === next) pending.push(child.name)
    if (cascade) pending.push(...viewsReading(before, next).map(([view]) => view))
  }
  return effects
}

/** What DROP … CASCADE locks of all that it takes along: every relation that is gone or has lost something. */
export function ofCascade(before: Catalog, after: Catalog): readonly Effect[] {
  const relations = new Set<Name>()
  for (const [name, table] of before.tables) if (after.tables.get(name) !== table) relations.add(name)
  for (const name of before.views.keys()) if (!after.views.has(name)) relations.add(name)
  for (const [key, { table }] of before.policies) if (!after.policies.has(key)) relations.add(table)
  for (const [key, { table }] of before.triggers) if (!after.triggers.has(key)) relations.add(table)
  for (const [name, { table }] of before.indexes) if (!after.indexes.has(name)) relations.add(table)
  return [...relations].map((name) => exclusive(name))
}

function besideTable(table: Table, before: Catalog, cascade: boolean, postgres: number): readonly Effect[] {
  const { name, partitionOf } = table
  const referencing = cascade ? tablesReferencing(before, name).map(([other]) => exclusive(other)) : []
  const beside = partitionOf === undefined ? undefined : defaultPartitionOf(before, partitionOf)
  return [
    // What a partition has of its parent's keys has no triggers at the table that is referred to.
    ...table.foreignKeys
      .filter(({ inherited }) => inherited === undefined || partitionOf === undefined)
      .flatMap((key) => ofForeignKeyGoing(before, key.references, postgres)),
    ...referencing,
    ...sequencesOf(before, name).map(([sequence]) => exclusive(sequence)),
    ...(partitionOf === undefined ? [] : [exclusive(partitionOf)]),
    ...(beside === undefined ? [] : [exclusive(beside.name)]),
  ]
}

/** The triggers of a foreign key on a partitioned table are its partitions' too; before 15 they are these alone. */
export function ofForeignKeyGoing(before: Catalog, references: Name, postgres: number): readonly Effect[] {
  const all = withPartitions(before, references, [exclusive(references)])
  return postgres < 15 && before.tables.get(references)?.kind === 'partitioned'
    ? all.filter(({ relation }) => before.tables.get(relation)?.kind !== 'partitioned')
    : all
}
