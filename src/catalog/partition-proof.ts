import type { Catalog, Identifier, Name } from './catalog.ts'
import { type Condition, canonical, columnsOf, joined, negated, UNKNOWN } from './condition.ts'
import { compareConstants, isText } from './constants.ts'
import { type Ground, implies } from './implication.ts'
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
 * tablecmds.c). `unsure` where it may, but that cannot be told from here.
 */
export function proofFor(before: Catalog, table: Table, parent: Name, asked: Asked): 'found' | 'none' | 'unsure' {
  if (asked === 'nothing') return 'found'
  const checks = table.checks.filter((each) => each.validated && each.enforced !== false)
  const isWhole = table.known === 'wholly' && before.tables.get(parent)?.known === 'wholly'
  if (asked === undefined) return checks.length === 0 && isWhole ? 'none' : 'unsure'
  const columns = new Set(columnsOf(asked))
  // Other checks say nothing of the columns of the key, be they understood or not.
  const telling = checks.filter((check) => check.expression.columns.some((each) => columns.has(each)))
  const known = joined('and', [...notNulls(table), ...telling.map((check) => conditionOf(check, parent))])
  const compare = comparing(before, table)
  if (implies(known, asked, { compare, trusts: false })) return 'found'
  return isWhole && !implies(known, asked, { compare, trusts: true }) ? 'none' : 'unsure'
}

/** Whether a valid CHECK of what is asked would be proof: its constants must be such as can be compared. */
export function wouldProve(before: Catalog, table: Table, asked: Condition): boolean {
  const known = joined('and', [...notNulls(table), canonical(asked)])
  return implies(known, asked, { compare: comparing(before, table), trusts: false })
}

function notNulls(table: Table): readonly Condition[] {
  const isDoubted = (name: Identifier) =>
    table.notNulls?.some((each) => each.column === name && !each.validated) === true
  return table.columns.flatMap(({ name, nullable }): readonly Condition[] =>
    nullable || isDoubted(name) ? [] : [{ is: 'not null', column: name }],
  )
}

function comparing(catalog: Catalog, table: Table): Ground['compare'] {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]))
  return (first, second) => {
    const type = types.get(first.column)
    if (type === undefined || ((first.asText ?? second.asText) && !isText(type))) return undefined
    return compareConstants(first.constant, second.constant, type, catalog)
  }
}

/** A hash belongs to the table that it names, which the text follows through renames. */
function conditionOf({ expression }: Check, parent: Name): Condition {
  const condition = expression.condition ?? UNKNOWN
  if (!holdsHash(condition)) return canonical(condition)
  // A server prints a number in place of the name.
  if (expression.sql === undefined) return UNKNOWN
  return mentionsOf(expression.sql).includes(parent) ? canonical(condition) : joined('and', [])
}

function holdsHash(condition: Condition): boolean {
  return 'of' in condition ? condition.of.some(holdsHash) : condition.is === 'hash'
}
