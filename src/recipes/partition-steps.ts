import type { ActionOf } from '../catalog/action.ts'
import type { Catalog, Name } from '../catalog/catalog.ts'
import { type Condition, joined } from '../catalog/condition.ts'
import { partsOf, quoteIdentifier, truncateIdentifier } from '../catalog/names.ts'
import { partsLacking } from '../catalog/partition-parts.ts'
import { checksLacking, checksLackingBeside, type LackingCheck } from '../catalog/partition-tests.ts'
import type { Table } from '../catalog/table.ts'
import { printCondition } from '../schema/print-condition.ts'
import { printBound, printPartitionKey } from '../schema/print-tables.ts'
import { indexSteps, keySteps } from './index-steps.ts'
import { foreignKeySteps } from './not-valid-steps.ts'
import { indexBehind, type Step, step, stepAlone } from './step.ts'

/**
 * A partition that is made on its own and attached, so that its parent is used meanwhile.
 * What CREATE TABLE … PARTITION OF says of columns beside its parent's is not repeated.
 */
export function partitionSteps(
  before: Catalog,
  after: Catalog,
  partition: Table,
  parent: Name,
): readonly Step[] | undefined {
  const isNumbered = after.tables.get(parent)?.columns.some((column) => column.identity !== undefined) === true
  const like = `like ${parent} including all${isNumbered ? ' excluding identity' : ''}`
  const create = `create table ${partition.name} (${like})${printPartitionKey(partition)}`
  const lacking = checksLackingBeside(before, parent, partition.partitionBound)
  return attachWith(lacking, partition, parent, [create])
}

/**
 * ATTACH PARTITION of a table that has what its parent has, and the word of a CHECK for its
 * rows, all of it made while they were read and written. `after` is the catalog that has the
 * partition.
 */
export function attachSteps(
  before: Catalog,
  after: Catalog,
  action: ActionOf<'attachPartition'>,
  postgres: number,
): readonly Step[] | undefined {
  const attached = after.tables.get(action.partition)
  const parts = partSteps(before, after, action, postgres)
  const steps = attached && attachWith(checksLacking(before, action), attached, action.table, [])
  return parts === undefined || steps === undefined ? undefined : [...parts, ...steps]
}

/** The checks that are lacking, and then the partition, after what makes it. */
function attachWith(
  lacking: readonly LackingCheck[] | undefined,
  partition: Table,
  parent: Name,
  first: readonly string[],
): readonly Step[] | undefined {
  const checks = lacking?.map(([table, condition]) => {
    const names = new Set([table.name, partition.name])
    const name = truncateIdentifier(`${[...names].map((each) => partsOf(each).name).join('_')}_bound`)
    const shown = withoutNullTests(condition, table)
    return { table, name, quoted: quoteIdentifier(name), condition: printCondition(shown, parent) }
  })
  if (checks === undefined) return undefined
  if (checks.some(({ table, name }) => table.checks.some((each) => each.name === name))) return undefined
  return [
    ...checks.flatMap(({ table, quoted, condition }) => [
      step(`alter table ${table.name} add constraint ${quoted} check (${condition}) not valid`),
      step(`alter table ${table.name} validate constraint ${quoted}`),
    ]),
    step(
      ...first,
      `alter table ${parent} attach partition ${partition.name} ${printBound(partition)}`,
      ...checks.map(({ table, quoted }) => `alter table ${table.name} drop constraint ${quoted}`),
    ),
  ]
}

/** The indexes, keys and foreign keys that a partition must have; undefined where one is not made in this way. */
function partSteps(
  before: Catalog,
  after: Catalog,
  { table, partition }: ActionOf<'attachPartition'>,
  postgres: number,
): readonly Step[] | undefined {
  const { indexes, foreignKeys } = partsLacking(before, table, partition)
  const attached = after.tables.get(partition)
  const keys = [...(attached?.primaryKey === undefined ? [] : [attached.primaryKey]), ...(attached?.uniques ?? [])]
  const steps = indexes.map((index) => {
    if (!index.constraint) return indexSteps(before, after, index)
    const key = keys.find((each) => indexBehind(partition, each.name) === index.name)
    return key && attached && keySteps(before, after, attached, key, postgres)
  })
  const known = steps.filter((each) => each !== undefined)
  if (known.length < steps.length) return undefined
  return [...known.flat(), ...foreignKeys.flatMap((key) => foreignKeySteps(after, partition, key, postgres))]
}

/** The condition without what NOT NULL says already. */
function withoutNullTests(condition: Condition, table: Table): Condition {
  if (!('of' in condition) || condition.isList === true) return condition
  const isSaid = (part: Condition) =>
    (part.is === 'null' || part.is === 'not null') &&
    table.columns.some((column) => column.name === part.column && !column.nullable)
  return joined(
    condition.is,
    condition.of.filter((part) => !isSaid(part)),
  )
}

/** A partition that is detached while its parent is used, and dropped where that is what was meant. */
export function detachSteps(parent: Name, partition: Name, drops: boolean): readonly Step[] {
  const detach = stepAlone(`alter table ${parent} detach partition ${partition} concurrently`)
  return drops ? [detach, step(`drop table ${partition}`)] : [detach]
}
