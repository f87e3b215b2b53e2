import { canonicalConstant } from './canonical-bounds.ts'
import type { Catalog } from './catalog.ts'
import type { Constant } from './condition.ts'

/** How a constant stands to another one: `other` where they differ and which is greater is not known. */
export type Order = 'less' | 'equal' | 'greater' | 'other'

/**
 * Compares constants as the type of a column does. Undefined where that cannot be told
 * without a server: dates that are written in other ways, most types, constants that make
 * the column be cast. Times without a zone are taken to be UTC.
 */
export function compareConstants(first: Constant, second: Constant, type: string, catalog: Catalog): Order | undefined {
  return compareValues(readValue(first, type, catalog), readValue(second, type, catalog))
}

/** A constant's value, ready to be compared with others of its type. */
export interface Value {
  readonly text: string
  /** What sorts as the value does, where that is known. */
  readonly rank?: bigint | string
  /** Whether values that are spelled in other ways are others. */
  readonly isOneSpelling: boolean
}

/** The value of a constant that is compared with a column of a type; see `compareConstants` for when that is undefined. */
export function readValue(constant: Constant, type: string, catalog: Catalog): Value | undefined {
  const text = textOfValue(constant, type, catalog)
  if (text === undefined) return undefined
  if (INTEGERS.has(type)) return { text, rank: BigInt(text), isOneSpelling: false }
  const bare = bareType(type)
  if (bare === 'numeric') return { text, rank: scaled(text), isOneSpelling: false }
  if (isText(type) || catalog.enums.has(type)) return { text, isOneSpelling: true }
  return FORMS[bare]?.test(text) === true
    ? { text, rank: comparable(text), isOneSpelling: false }
    : { text, isOneSpelling: false }
}

/** Compares two values of one type as `compareConstants` does. */
export function compareValues(a: Value | undefined, b: Value | undefined): Order | undefined {
  if (a === undefined || b === undefined) return undefined
  if (a.text === b.text) return 'equal'
  if (a.isOneSpelling) return 'other'
  return a.rank === undefined || b.rank === undefined ? undefined : orderOf(a.rank, b.rank)
}

/** A constant as text of its value, spelled as the server spells it where that is known. */
function textOfValue({ text, type: own }: Constant, type: string, catalog: Catalog): string | undefined {
  const isOdd = type === 'boolean' || type.endsWith('[]') || catalog.domains.has(type)
  if (isOdd || !isComparable(own, type)) return undefined
  const spelled = canonicalConstant(text, type)
  const quoted = /^'(.*)'$/s.exec(spelled)?.[1]?.replaceAll("''", "'")
  const value = quoted ?? (/^-?[\d.]+$/.test(spelled) ? spelled : undefined)
  if (value === undefined) return undefined
  if (INTEGERS.has(type)) return isBigint(value) ? value : undefined
  // The server rounds the digits of a bound that are too many for its type.
  if (ROUNDED.test(type) && digitsAfterPoint(value) > scaleOf(type)) return undefined
  if (bareType(type) === 'numeric') return /^-?\d+(\.\d+)?$/.test(value) ? value : undefined
  return quoted
}

/** Whether a constant of a type is compared with a column without casting the column. */
function isComparable(own: string | undefined, type: string): boolean {
  if (own === undefined || own === bareType(type)) return true
  if (own === 'bpchar') return bareType(type) === 'character'
  return (INTEGERS.has(own) && INTEGERS.has(type)) || (isText(own) && own === bareType(own) && isText(type))
}

/** Whether a type is compared as text is. */
export function isText(type: string): boolean {
  return TEXTS.has(bareType(type))
}

/** A type without its modifiers. */
function bareType(type: string): string {
  return type.replace(/\([\d,]+\)/, '')
}

function isBigint(value: string): boolean {
  if (!/^-?\d+$/.test(value)) return false
  const number = BigInt(value)
  return number === BigInt.asIntN(64, number)
}

/** A decimal fraction as a whole number of 10⁻⁴⁰. */
function scaled(value: string): bigint {
  const [whole = '', fraction = ''] = value.split('.')
  return BigInt(whole + fraction.slice(0, 40).padEnd(40, '0'))
}

/** A moment without its zone, which is UTC, and with all its digits. */
function comparable(value: string): string {
  return value.replace(/\+00$/, '').replace(/(\.\d+)?$/, (fraction) => fraction.slice(1).padEnd(6, '0'))
}

function orderOf<T>(a: T, b: T): Order {
  if (a === b) return 'equal'
  return a < b ? 'less' : 'greater'
}

const INTEGERS: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint'])
/** Types that say how many digits they keep. */
const ROUNDED = /^(numeric|time|timestamp)\(/
const TEXTS: ReadonlySet<string> = new Set(['text', 'character varying'])

function digitsAfterPoint(value: string): number {
  return /\.(\d*)/.exec(value)?.[1]?.length ?? 0
}

/** The digits after the point that a type of numbers keeps; of times they are not looked at. */
function scaleOf(type: string): number {
  return Number(/^numeric\(\d+,(\d+)\)$/.exec(type)?.[1] ?? 0)
}

/** Ways of writing values that sort as the values do. */
const FORMS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'timestamp without time zone': /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/,
  'timestamp with time zone': /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
}
