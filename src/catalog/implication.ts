import type { Comparison, Condition, Operator } from './condition.ts'
import type { Order } from './constants.ts'

/** What a proof may rely on beside the conditions. */
export interface Ground {
  /** Compares the constants that one column is compared with; undefined where that is not known. */
  compare(first: Comparison, second: Comparison): Order | undefined
  /** Whether what is not known is taken to be what the proof needs. */
  readonly trusts: boolean
}

/**
 * Whether rows that do not make one condition false do not make the other one false: the
 * weak implication of `predicate_implied_by` in predtest.c, case by case, so that what is
 * claimed here the server finds too. NULL makes a comparison neither true nor false.
 */
export function implies(known: Condition, wanted: Condition, ground: Ground): boolean {
  const proves = (first: Condition, second: Condition) => implies(first, second, ground)
  if (known.is === 'and') {
    if (wanted.is === 'and') return wanted.of.every((part) => proves(known, part))
    if (wanted.is === 'or' && wanted.of.some((part) => proves(known, part))) return true
    return known.of.some((part) => proves(part, wanted))
  }
  if (known.is === 'or') {
    if (wanted.is !== 'or') return known.of.every((part) => proves(part, wanted))
    return known.of.every((part) => wanted.of.some((other) => proves(part, other)))
  }
  if (wanted.is === 'and') return wanted.of.every((part) => proves(known, part))
  if (wanted.is === 'or') return wanted.of.some((part) => proves(known, part))
  return provesAtom(known, wanted, ground)
}

type Atom = Exclude<Condition, { readonly of: unknown }>

function provesAtom(known: Atom, wanted: Atom, ground: Ground): boolean {
  if (known.is === 'unknown' || wanted.is === 'unknown') return ground.trusts
  if (known.is === 'hash' || wanted.is === 'hash') return JSON.stringify(known) === JSON.stringify(wanted)
  if (known.column !== wanted.column) return false
  if (known.is === 'null' || known.is === 'not null') return known.is === wanted.is
  return wanted.is !== 'null' && wanted.is !== 'not null' && provesComparison(known, wanted, ground)
}

function provesComparison(known: Comparison, wanted: Comparison, ground: Ground): boolean {
  const asked = IMPLICATIONS[known.is][wanted.is]
  const order = ground.compare(wanted, known)
  if (asked === undefined) return false
  if (order !== undefined && asked.includes(order)) return true
  const mayBe = order === undefined || (order === 'other' && asked.some((each) => each !== 'equal'))
  return ground.trusts && mayBe
}

/**
 * What the constant of the wanted comparison must be beside the known one's, by the known
 * operator and then by the wanted one (`BT_implic_table` in predtest.c).
 */
const IMPLICATIONS: Readonly<Record<Operator, Partial<Readonly<Record<Operator, readonly Order[]>>>>> = {
  '<': { '<': ['greater', 'equal'], '<=': ['greater', 'equal'], '<>': ['greater', 'equal'] },
  '<=': { '<': ['greater'], '<=': ['greater', 'equal'], '<>': ['greater'] },
  '=': {
    '<': ['greater'],
    '<=': ['greater', 'equal'],
    '=': ['equal'],
    '>=': ['less', 'equal'],
    '>': ['less'],
    '<>': ['less', 'greater', 'other'],
  },
  '>=': { '>=': ['less', 'equal'], '>': ['less'], '<>': ['less'] },
  '>': { '>=': ['less', 'equal'], '>': ['less', 'equal'], '<>': ['less', 'equal'] },
  '<>': { '<>': ['equal'] },
}
