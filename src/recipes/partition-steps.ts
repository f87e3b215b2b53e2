import type { Catalog, Name } from '../catalog/catalog.ts'
import type { Table } from '../catalog/table.ts'
import { printBound, printPartitionKey } from '../schema/print-tables.ts'
import { type Step, step, stepAlone } from './step.ts'

/**
 * A partition that is made on its own and attached, so that its parent is used meanwhile.
 * What CREATE TABLE … PARTITION OF says of columns beside its parent's is not repeated.
 */
export function partitionSteps(after: Catalog, partition: Table, parent: Name): readonly Step[] {
  const isNumbered = after.tables.get(parent)?.columns.some((column) => column.identity !== undefined) === true
  const like = `like ${parent} including all${isNumbered ? ' excluding identity' : ''}`
  return [
    step(
      `create table ${partition.name} (${like})${printPartitionKey(partition)}`,
      `alter table ${parent} attach partition ${partition.name} ${printBound(partition)}`,
    ),
  ]
}

/** A partition that is detached while its parent is used, and dropped where that is what was meant. */
export function detachSteps(parent: Name, partition: Name, drops: boolean): readonly Step[] {
  const detach = stepAlone(`alter table ${parent} detach partition ${partition} concurrently`)
  return drops ? [detach, step(`drop table ${partition}`)] : [detach]
}
