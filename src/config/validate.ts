import { nearestOf } from '../text/nearest.ts'
import type { Kind, Schema } from './schema.ts'

/** The way to a value: keys, and positions in lists. */
export type Way = readonly (string | number)[]

/** The first thing in a configuration that cannot be. */
export interface Fault {
  readonly way: Way
  readonly message: string
  readonly hint?: string
}

/** Finds what a schema does not allow in a value; undefined where all is well. */
export function faultIn(value: unknown, schema: Schema, way: Way = []): Fault | undefined {
  const kinds = typeof schema.type === 'string' ? [schema.type] : schema.type
  const kind = kinds.find((each) => isOfKind(value, each))
  if (kind === undefined || !isWithin(value, schema)) return { way, message: `must be ${expectation(schema)}` }
  if (Array.isArray(value)) return firstOf(value.entries(), (index, item) => itemFault(item, schema, [...way, index]))
  if (kind !== 'object') return undefined
  const fault = firstOf(Object.entries(value as object), (key, entry) => entryFault(key, entry, schema, [...way, key]))
  const missing = schema.required?.find((key) => !Object.hasOwn(value as object, key))
  return fault ?? (missing === undefined ? undefined : { way, message: `lacks the key ${missing}` })
}

/** A way as people write it: `overrides[0].files`. */
export function wayText(way: Way): string {
  return way.reduce<string>((text, each) => {
    if (typeof each === 'number') return `${text}[${each}]`
    return text === '' ? each : `${text}.${each}`
  }, '')
}

function itemFault(item: unknown, { items }: Schema, way: Way): Fault | undefined {
  return items === undefined ? undefined : faultIn(item, items, way)
}

function entryFault(key: string, entry: unknown, schema: Schema, way: Way): Fault | undefined {
  const { properties = {}, additionalProperties } = schema
  const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
  if (known === undefined) return undefined
  if (known !== false) return faultIn(entry, known, way)
  const near = nearestOf(key, Object.keys(properties))
  const hint = near === undefined ? `known keys: ${Object.keys(properties).join(', ')}` : `did you mean ${near}?`
  return { way, message: 'is not a known key', hint }
}

function firstOf<Key, Value>(
  entries: Iterable<readonly [Key, Value]>,
  find: (key: Key, value: Value) => Fault | undefined,
): Fault | undefined {
  for (const [key, value] of entries) {
    const fault = find(key, value)
    if (fault !== undefined) return fault
  }
  return undefined
}

function isOfKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string'
    case 'integer':
      return Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
  }
}

function isWithin(value: unknown, { enum: words, minimum, maximum, minLength }: Schema): boolean {
  if (typeof value === 'string') return (words?.includes(value) ?? true) && value.length >= (minLength ?? 0)
  if (typeof value === 'number') return value >= (minimum ?? value) && value <= (maximum ?? value)
  return true
}

function expectation({ type, enum: words, minimum, maximum, items }: Schema): string {
  if (words !== undefined) return `one of ${words.join(', ')}`
  const kinds = typeof type === 'string' ? [type] : type
  const names: Readonly<Record<Kind, string>> = {
    string: 'a text that is not empty',
    integer: `a whole number from ${minimum} to ${maximum}`,
    array: items?.type === 'object' ? 'a list of objects' : 'a list of texts',
    object: 'an object',
  }
  return kinds.map((each) => names[each]).join(' or ')
}
