import type { Catalog, Name } from '../catalog/catalog.ts'
import { partitionsOf, partsOfIndex } from '../catalog/lookups.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Index } from '../catalog/objects.ts'
import type { Key, Table } from '../catalog/table.ts'
import { deferred, printKeyConstraint } from '../schema/print-constraints.ts'
import { printIndex } from '../schema/print-indexes.ts'
import { notNullSteps } from './not-valid-steps.ts'
import { bareName, indexBehind, isPrintable, type Step, step, stepAlone } from './step.ts'

/**
 * An index that is built while rows are written: of a partitioned table on each partition,
 * to be attached to one of the parent's that holds nothing. What is in `before` is left as it is.
 */
export function indexSteps(before: Catalog, after: Catalog, index: Index): readonly Step[] | undefined {
  if (before.indexes.has(index.name)) return []
  const expressions = index.keys.flatMap((key) => ('expression' in key ? [key.expression] : []))
  if (!isPrintable(index, [...expressions, index.predicate])) return undefined
  if (after.tables.get(index.table)?.kind !== 'partitioned')
    return [stepAlone(printIndex(after, index, 'concurrently'))]
  const below = partitionsOf(after, index.table).flatMap(({ name }) => {
    const part = partsOfIndex(after, index.name).find(([, each]) => each.table === name)?.[1]
    if (part === undefined) return [undefined]
    const made = indexSteps(before, after, part)
    return made === undefined ? [undefined] : [...made, attachStep(index.name, part.name)]
  })
  return whole([step(printIndex(after, index)), ...below])
}

/**
 * A primary key or unique constraint that takes an index that was built while rows were
 * written. Undefined where no ready index can be taken: WITHOUT OVERLAPS.
 */
export function keySteps(
  before: Catalog,
  after: Catalog,
  table: Table,
  key: Key,
  postgres: number,
): readonly Step[] | undefined {
  const index = after.indexes.get(indexBehind(table.name, key.name))
  if (index === undefined || key.withoutOverlaps === true) return undefined
  if (before.indexes.has(index.name)) return []
  const isPrimary = key === table.primaryKey
  const earlier = before.tables.get(table.name)?.columns.filter((column) => !column.nullable)
  const unsure = isPrimary ? key.columns.filter((name) => earlier?.some((each) => each.name === name) !== true) : []
  const notNull = unsure.flatMap((column) => notNullSteps(after, table.name, column, postgres))
  if (table.kind === 'partitioned') return whole([...notNull, ...ofPartitioned(before, after, table, key, postgres)])
  const word = isPrimary ? 'primary key' : 'unique'
  return [
    ...notNull,
    stepAlone(printIndex(after, index, 'concurrently')),
    step(
      `alter table ${table.name} add constraint ${quoteIdentifier(key.name)} ${word} using index ${bareName(index.name)}${deferred(key)}`,
    ),
  ]
}

function ofPartitioned(
  before: Catalog,
  after: Catalog,
  table: Table,
  key: Key,
  postgres: number,
): readonly (Step | undefined)[] {
  const index = indexBehind(table.name, key.name)
  const below = partitionsOf(after, table.name).flatMap((partition) => {
    const part = partsOfIndex(after, index).find(([, each]) => each.table === partition.name)?.[1]
    const keys = [...(partition.primaryKey === undefined ? [] : [partition.primaryKey]), ...partition.uniques]
    const own = part && keys.find((each) => indexBehind(partition.name, each.name) === part.name)
    // The parent's columns are NOT NULL by now, and so are the partition's.
    const settled = { ...before, tables: after.tables }
    const made = own && keySteps(settled, after, partition, own, postgres)
    return part === undefined || made === undefined ? [undefined] : [...made, attachStep(index, part.name)]
  })
  return [step(`alter table only ${table.name} add ${printKeyConstraint(after, table, key)}`), ...below]
}

function attachStep(index: Name, part: Name): Step {
  return step(`alter index ${index} attach partition ${part}`)
}

/** All of them, or nothing where one is not known. */
function whole(steps: readonly (Step | undefined)[]): readonly Step[] | undefined {
  const known = steps.filter((each) => each !== undefined)
  return known.length === steps.length ? known : undefined
}
