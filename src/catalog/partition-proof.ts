import type { Catalog, Name } from './catalog.ts'
import { type Condition, canonical, joined, negated } from './condition.ts'
import { compareConstants, isText } from './constants.ts'
import { implies } from './implication.ts'
import { conditionOfAncestors, conditionOfBound, conditionOfDefault } from './partition-condition.ts'
import type { PartitionBound } from './partitions.ts'
import { mentionsOf } from './sql-text.ts'
import type { Check, Table } from './table.ts'

/** What a partition's rows are asked for: a condition, nothing at all, or what is not known here. */
export type Asked = Condition | 'nothing' | undefined

/** What ATTACH PARTITION asks of the rows of the table; without a bound, as the default partition. */
export function askedOfPartition(before: Catalog, parent: Name, bound: PartitionBound | undefined): Asked {
  const table = before.tables.get(parent)
  if (table?.partitionKey === undefined) return undefined
  const own = bound === undefined ? conditionOfDefault(before, table) : conditionOfBound(before, table, bound)
  const all = [...(own === 'none' ? [] : [own]), ...conditionOfAncestors(before, parent)]
  const known = all.filter((each) => each !== undefined)
  if (known.length < all.length) return undefined
  return known.length === 0 ? 'nothing' : joined('and', known)
}

/** What is asked of the rows of the default partition once another one has a bound. */
export function askedOfDefault(before: Catalog, parent: Name, bound: PartitionBound | undefined): Asked {
  const table = before.tables.get(parent)
  const own = table && bound && conditionOfBound(before, table, bound)
  return own && negated(own)
}

/**
 * Whether the server takes it from valid CHECK and NOT NULL constraints that the rows of a
 * table are what is asked, and does not read them (`PartConstraintImpliedByRelConstraint` in
 * tablecmds.c; what it does not prove is not claimed).
 */
export function isProven(before: Catalog, table: Table, parent: Name, asked: Asked): boolean {
  if (asked === undefined || asked === 'nothing') return asked === 'nothing'
  const known: Condition[] = table.columns.flatMap(({ name, nullable }) =>
    nullable || table.notNulls?.some((each) => each.column === name && !each.validated) === true
      ? []
      : [{ is: 'not null', column: name }],
  )
  for (const check of table.checks) {
    const { condition } = check.expression
    if (condition !== undefined && check.validated && check.enforced !== false && isAbout(check, condition, parent))
      known.push(canonical(condition))
  }
  const types = new Map(table.columns.map(({ name, type }) => [name, type]))
  return implies(joined('and', known), asked, (first, second) => {
    const type = types.get(first.column)
    if (type === undefined || ((first.asText ?? second.asText) && !isText(type))) return undefined
    return compareConstants(first.constant, second.constant, type, before)
  })
}

/** A hash belongs to the table that it names, which its text follows through renames. */
function isAbout({ expression }: Check, condition: Condition, parent: Name): boolean {
  if (!holdsHash(condition)) return true
  return expression.sql !== undefined && mentionsOf(expression.sql).includes(parent)
}

function holdsHash(condition: Condition): boolean {
  return 'of' in condition ? condition.of.some(holdsHash) : condition.is === 'hash'
}
