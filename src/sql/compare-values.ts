import type { Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Scope } from './known-rows.ts'
import type { Value } from './system-rows.ts'

/** What an operator gives of two values; undefined where that does not follow from what is known of them. */
export function compared(operator: string, left: Value, right: Value): Value {
  if (operator === '=') return isEqual(left, right)
  if (operator === '<>') return negation(isEqual(left, right))
  if (left === undefined || right === undefined) return undefined
  if (left === null || right === null) return null
  if (operator === '||') return `${shownAs(left)}${shownAs(right)}`
  if (typeof left !== 'string' || typeof right !== 'string') return undefined
  const ordered = ORDERS[operator]
  if (ordered !== undefined) return orderOf(left, right, ordered)
  const calculate = SUMS[operator]
  if (calculate !== undefined)
    return isNumber(left) && isNumber(right) ? String(calculate(BigInt(left), BigInt(right))) : undefined
  if (isOpaque(left) || isOpaque(right)) return undefined
  return isAlike(operator, left, right)
}

/** Whether two values are equal. */
export function isEqual(left: Value, right: Value): boolean | null | undefined {
  if (left === null || right === null) return null
  if (left === undefined || right === undefined || typeof left !== typeof right) return undefined
  if (typeof left === 'string' && typeof right === 'string') {
    if (isOpaque(left) || isOpaque(right)) return undefined
    if (isNumber(left) && isNumber(right)) return BigInt(left) === BigInt(right)
  }
  return left === right
}

/** NOT over three values of SQL and what is not known. */
export function negation(value: boolean | null | undefined): boolean | null | undefined {
  return typeof value === 'boolean' ? !value : value
}

/** Whether a text is a whole number. */
export function isNumber(text: string): boolean {
  return /^-?\d{1,18}$/.test(text)
}

/** `server_version_num`, of which the minor release is not known. */
export function versionOf({ postgres }: Scope): Value {
  return postgres === undefined ? undefined : `${VERSION}${postgres}`
}

/**
 * A text whose meaning is known, but not how the server spells it: it can be put into a
 * statement, and not be compared.
 */
export function opaque(text: string): string {
  return OPAQUE + text
}

/** What `current_database()` gives, which can be put into a statement as the name of the database that it is about. */
export function currentDatabase(): Value {
  return DATABASE
}

/** Whether a name is what `current_database()` gave. */
export function isOwnDatabase(name: string): boolean {
  return name === DATABASE
}

/** How many times what `current_database()` gave is part of a text. */
export function timesOwnDatabase(text: string): number {
  return text.split(DATABASE).length - 1
}

/** A text without the mark of what must not be compared; undefined where a part of it is not known. */
export function withoutMarks(text: string): string | undefined {
  return text.includes(VERSION) ? undefined : text.replaceAll(OPAQUE, '')
}

/** Whether a text must not be compared, or cut. */
export function isOpaque(text: string): boolean {
  return [OPAQUE, VERSION, DATABASE].some((mark) => text.includes(mark))
}

/** The oid of a schema, which as regnamespace is shown by the name. */
export function namespaceOid(schema: Identifier): string {
  return NAMESPACE + schema
}

/** A value as text: the name that a schema has as regnamespace, any other as it is. */
export function shownAs<T extends Value>(value: T): T | string {
  return typeof value === 'string' && value.startsWith(NAMESPACE)
    ? quoteIdentifier(value.slice(NAMESPACE.length))
    : value
}

// From the private use area of Unicode, which no name of SQL is made of.
const OPAQUE = '\ue000'
const VERSION = '\ue001'
const DATABASE = '\ue002'
const NAMESPACE = '\ue003'

type Order = (left: bigint, right: bigint) => boolean

const ORDERS: Readonly<Record<string, Order>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

const SUMS: Readonly<Record<string, (left: bigint, right: bigint) => bigint>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
}

/** Of texts the collation would decide. */
function orderOf(left: string, right: string, holds: Order): boolean | undefined {
  if (!isCounted(left) || !isCounted(right)) return undefined
  const outcomes = boundsOf(left).flatMap((each) => boundsOf(right).map((other) => holds(each, other)))
  return outcomes.every((each) => each === outcomes[0]) ? outcomes[0] : undefined
}

/** Whether a text is a whole number, or the version of the server. */
export function isCounted(text: string): boolean {
  return isNumber(text) || /^\ue001\d+$/.test(text)
}

/** A number, or the lowest and the highest that it may be. */
function boundsOf(text: string): readonly bigint[] {
  if (!text.startsWith(VERSION)) return [BigInt(text)]
  const lowest = BigInt(text.slice(VERSION.length)) * 10_000n
  return [lowest, lowest + 99n]
}

function isAlike(operator: string, text: string, pattern: string): boolean | undefined {
  const isNegated = operator.startsWith('!')
  const plain = operator.replace(/^!/, '')
  const fits = plain.startsWith('~~')
    ? isLike(text, pattern, plain.endsWith('*'))
    : plain.startsWith('~')
      ? isMatched(text, pattern, plain.endsWith('*'))
      : undefined
  return fits === undefined ? undefined : fits !== isNegated
}

/** LIKE, in time that goes with the length of the text times that of the pattern. */
function isLike(text: string, pattern: string, ignoresCase: boolean): boolean {
  const [found, wanted] = ignoresCase ? [text.toLowerCase(), pattern.toLowerCase()] : [text, pattern]
  const characters = [...found]
  const parts = wanted.match(/\\.|./gsu) ?? []
  const fits = (part: string | undefined, character: string) =>
    part === '_' || part === character || (part !== '%' && part === `\\${character}`)
  let [at, place] = [0, 0]
  let retry: { at: number; readonly place: number } | undefined
  while (at < characters.length) {
    if (parts[place] === '%') retry = { at, place: ++place }
    else if (fits(parts[place], characters[at]!)) {
      at++
      place++
    } else if (retry === undefined) return false
    else [at, place] = [++retry.at, retry.place]
  }
  return parts.slice(place).every((each) => each === '%')
}

/**
 * Whether a regular expression matches that means the same to PostgreSQL and here. Those are left
 * out that could take long: what is repeated is one character, in a text of moderate length.
 */
function isMatched(text: string, pattern: string, ignoresCase: boolean): boolean | undefined {
  const isPlain = /^\^?(?:[\w.|-][*+]?|\((?!\?)|\)(?![*+]))*\$?$/.test(pattern)
  const repeats = pattern.match(/[*+]/g)?.length ?? 0
  if (!isPlain || text.length > MOST_MATCHED || repeats > 2) return undefined
  try {
    return new RegExp(pattern, ignoresCase ? 'isu' : 'su').test(text)
  } catch {
    // Parentheses that do not pair.
    return undefined
  }
}

const MOST_MATCHED = 1_000
