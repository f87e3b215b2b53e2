import type { Identifier } from './catalog.ts'

/**
 * A condition on columns, as far as the server's own proofs look into one
 * (`predicate_implied_by` in predtest.c).
 */
export type Condition =
  | Parts<'and'>
  | Parts<'or'>
  | { readonly is: 'null'; readonly column: Identifier }
  | { readonly is: 'not null'; readonly column: Identifier }
  | Comparison
  /** What is not understood. */
  | { readonly is: 'unknown' }
  /** `satisfies_hash_partition` for the table that the text of the condition names. */
  | {
      readonly is: 'hash'
      readonly modulus: number
      readonly remainder: number
      readonly columns: readonly Identifier[]
    }

/** Conditions of which all must hold, or one. */
interface Parts<Is extends 'and' | 'or'> {
  readonly is: Is
  readonly of: readonly Condition[]
  /** Set for IN, which is `or` of `=`, and NOT IN, which is `and` of `<>`: the server proves them apart from what they are part of. */
  readonly isList?: true
}

/** A column beside a constant. */
export interface Comparison {
  readonly is: Operator
  readonly column: Identifier
  /** Set where the column is cast to text. */
  readonly asText?: true
  readonly constant: Constant
}

/** A constant as SQL, without a cast: `'2025-01-01'`, `5`. Its type is absent where the column's decides. */
export interface Constant {
  readonly text: string
  readonly type?: string
}

/** The operators of the default operator classes of btree, and the one that negates equality. */
export type Operator = '<' | '<=' | '=' | '>=' | '>' | '<>'

/** Whether an operator is one that can be reasoned about. */
export function isOperator(name: string): name is Operator {
  return name in NEGATORS
}

/** Parts of which all must hold, or one: without a part that is itself a list of the like, as the server has it. */
export function joined(is: 'and' | 'or', parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.is === is && part.isList !== true ? part.of : [part]))
  return flat.length === 1 ? flat[0]! : { is, of: flat }
}

/** One column beside a list of constants. */
export function listed(is: 'and' | 'or', parts: readonly Comparison[]): Condition {
  return parts.length === 1 ? parts[0]! : { is, of: parts, isList: true }
}

/** The condition that is true where another one is false. */
export function negated(condition: Condition): Condition {
  switch (condition.is) {
    case 'and':
    case 'or': {
      const is = condition.is === 'and' ? 'or' : 'and'
      const parts = condition.of.map(negated)
      return condition.isList === true ? { is, of: parts, isList: true } : joined(is, parts)
    }
    case 'null':
      return { ...condition, is: 'not null' }
    case 'not null':
      return { ...condition, is: 'null' }
    case 'hash':
    case 'unknown':
      return UNKNOWN
    default:
      return { ...condition, is: NEGATORS[condition.is] }
  }
}

/**
 * A condition in which what all parts of an `or` share stands outside of it, as the server
 * puts it before it proves anything (`canonicalize_qual` in prepqual.c).
 */
export function canonical(condition: Condition): Condition {
  if (!('of' in condition) || condition.isList === true) return condition
  const whole = joined(condition.is, condition.of.map(canonical))
  if (whole.is !== 'or' || whole.isList === true) return whole
  const arms = whole.of.map((arm) => (arm.is === 'and' && arm.isList !== true ? arm.of : [arm]))
  const texts = arms.map((arm) => arm.map((part) => JSON.stringify(part)))
  const isNowhereElse = (part: string) => part === JSON.stringify(UNKNOWN)
  const shared = new Set(texts[0]!.filter((part) => !isNowhereElse(part) && texts.every((arm) => arm.includes(part))))
  if (shared.size === 0) return whole
  const isShared = (part: Condition) => shared.has(JSON.stringify(part))
  const rests = arms.map((arm) => arm.filter((part) => !isShared(part)))
  const outside = arms[0]!.filter(isShared)
  if (rests.some((rest) => rest.length === 0)) return joined('and', outside)
  return joined('and', [
    ...outside,
    joined(
      'or',
      rests.map((rest) => joined('and', rest)),
    ),
  ])
}

/** The condition after a rename of a column. */
export function renamedColumn(condition: Condition, from: Identifier, to: Identifier): Condition {
  const renamed = (name: Identifier) => (name === from ? to : name)
  if ('of' in condition) return { ...condition, of: condition.of.map((part) => renamedColumn(part, from, to)) }
  if (condition.is === 'unknown') return condition
  if (condition.is === 'hash') return { ...condition, columns: condition.columns.map(renamed) }
  return { ...condition, column: renamed(condition.column) }
}

/** The columns that a condition is about, as far as it is understood. */
export function columnsOf(condition: Condition): readonly Identifier[] {
  if ('of' in condition) return condition.of.flatMap(columnsOf)
  if (condition.is === 'unknown') return []
  return condition.is === 'hash' ? condition.columns : [condition.column]
}

/** A condition that is not understood. */
export const UNKNOWN: Condition = { is: 'unknown' }

/** The same comparison with its sides exchanged. */
export const COMMUTATORS: Readonly<Record<Operator, Operator>> = {
  '<': '>',
  '<=': '>=',
  '=': '=',
  '>=': '<=',
  '>': '<',
  '<>': '<>',
}

const NEGATORS: Readonly<Record<Operator, Operator>> = {
  '<': '>=',
  '<=': '>',
  '=': '<>',
  '>=': '<',
  '>': '<=',
  '<>': '=',
}
