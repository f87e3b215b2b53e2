import { BINARY_COERCIBLE } from './built-in-casts.ts'
import type { Catalog } from './catalog.ts'

/** Whether a cast from one type to another leaves every value's bytes as they are, so that ALTER TYPE rewrites nothing. */
export function keepsBytes(catalog: Catalog, from: string, to: string, postgres: number): boolean {
  if (from === to) return true
  if (isConstrained(catalog, to)) return false
  const source = parse(undomained(catalog, from))
  const target = parse(undomained(catalog, to))
  if (source.name === target.name) return source.modifiers === target.modifiers || widens(source, target)
  // The session's time zone decides; servers, containers and CI run in UTC.
  if (isTimestampPair(source.name, target.name)) return postgres >= 12 && isUnlimitedTime(target)
  // A limit is checked of values that come from another type.
  const targets = BINARY_COERCIBLE.get(withoutSchema(catalog, source.name)) ?? []
  return target.modifiers === '' && targets.includes(withoutSchema(catalog, target.name))
}

/** What no statement made is an extension's, whichever schema that is in. */
function withoutSchema(catalog: Catalog, type: string): string {
  const { types, enums, domains, tables } = catalog
  const isMade = [types, enums, domains, tables].some((each) => each.has(type))
  return isMade || type.includes('"') ? type : (type.split('.').at(-1) ?? type)
}

/** Whether indexes on a column stay as they are when its type changes from one to another of equal bytes. */
export function keepsOperators(catalog: Catalog, from: string, to: string): boolean {
  return operatorFamily(parse(undomained(catalog, from)).name) === operatorFamily(parse(undomained(catalog, to)).name)
}

/** Whether a type is a domain that may refuse values: its own constraints and those of what it is made of count. */
export function isConstrained(catalog: Catalog, type: string): boolean {
  const domain = catalog.domains.get(type)
  if (domain === undefined) return false
  return !domain.nullable || domain.checks.length > 0 || isConstrained(catalog, domain.type)
}

/** A type as `format_type` prints it, in parts: `character varying`, `(10)`. */
interface TypeParts {
  readonly name: string
  /** With brackets; for interval its fields too. Empty where there are none. */
  readonly modifiers: string
}

function parse(type: string): TypeParts {
  const [, head = type, modifiers = '', tail = ''] =
    /^(.*?)(\([^()]*\))?( with(?:out)? time zone)?(?:)$/.exec(type) ?? []
  const name = `${head}${tail}`
  if (name.startsWith('interval'))
    return { name: 'interval', modifiers: `${name.slice('interval'.length)}${modifiers}` }
  return { name: name === 'bpchar' ? 'character' : name, modifiers }
}

function undomained(catalog: Catalog, type: string): string {
  const domain = catalog.domains.get(type)
  return domain === undefined ? type : undomained(catalog, domain.type)
}

/** Whether every value of a type stays as it is under the target's modifiers: what the types' planner support functions know. */
function widens(source: TypeParts, target: TypeParts): boolean {
  if (target.modifiers === '') return true
  const [from = Number.NaN, fromScale = 0] = numbersOf(source.modifiers)
  const [to = Number.NaN, toScale = 0] = numbersOf(target.modifiers)
  switch (target.name) {
    case 'character varying':
    case 'bit varying':
      return to >= from
    case 'numeric':
      return toScale === fromScale && to >= from
    case 'time without time zone':
    case 'time with time zone':
    case 'timestamp without time zone':
    case 'timestamp with time zone':
      return isUnlimitedTime(target) || to >= from
    case 'interval':
      return widensInterval(source.modifiers, target.modifiers)
    default:
      return false
  }
}

function isTimestampPair(first: string, second: string): boolean {
  const pair = ['timestamp without time zone', 'timestamp with time zone']
  return first !== second && pair.includes(first) && pair.includes(second)
}

/** Six digits are all that times have. */
function isUnlimitedTime({ modifiers }: TypeParts): boolean {
  return modifiers === '' || (numbersOf(modifiers)[0] ?? 0) >= 6
}

/** `interval_support` in timestamp.c: the least field stays or becomes smaller, seconds keep their digits. */
function widensInterval(source: string, target: string): boolean {
  const least = leastField(source)
  if (leastField(target) > least) return false
  const digits = numbersOf(target)[0] ?? 6
  return least > 0 || digits >= 6 || digits >= (numbersOf(source)[0] ?? 6)
}

function leastField(modifiers: string): number {
  const [last = 'second'] = /[a-z]+(?=\(|$)/.exec(modifiers.trim()) ?? []
  return Math.max(0, ['second', 'minute', 'hour', 'day', 'month', 'year'].indexOf(last))
}

function numbersOf(modifiers: string): readonly number[] {
  return [...modifiers.matchAll(/-?\d+/g)].map((each) => Number(each[0]))
}

/** varchar has no operators of its own but those of text, cidr those of inet. */
function operatorFamily(name: string): string {
  if (name === 'character varying') return 'text'
  return name === 'cidr' ? 'inet' : name
}
