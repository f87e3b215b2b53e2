import type { Catalog, Name } from './catalog.ts'
import type { Effect } from './effect.ts'
import { childrenOf, partitionsBelow } from './lookups.ts'
import type { Table } from './table.ts'

/** The effects on a table, repeated on its partitions and INHERITS children, and on theirs; other relations' effects once. */
export function withChildren(before: Catalog, table: Name, own: readonly Effect[]): readonly Effect[] {
  return [...own, ...repeated(own, table, descendantsOf(before, table))]
}

/** The same for partitions only: children that inherit are left alone. */
export function withPartitions(before: Catalog, table: Name, own: readonly Effect[]): readonly Effect[] {
  return [...own, ...repeated(own, table, partitionsBelow(before, table))]
}

/** The partitions and INHERITS children of a table, theirs, and so on. */
export function descendantsOf(catalog: Catalog, table: Name): readonly Table[] {
  const found = new Map<Name, Table>()
  const pending = [...childrenOf(catalog, table)]
  for (let child = pending.pop(); child !== undefined; child = pending.pop()) {
    if (found.has(child.name)) continue
    found.set(child.name, child)
    pending.push(...childrenOf(catalog, child.name))
  }
  return [...found.values()]
}

function repeated(own: readonly Effect[], table: Name, others: readonly Table[]): readonly Effect[] {
  const ofTable = own.filter((effect) => effect.relation === table)
  return others.flatMap((other) => ofTable.map((effect) => ({ ...effect, relation: other.name })))
}
