import type { Span } from '../text/source-file.ts'
import type { Catalog, Originated } from './catalog.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'

/** What the server's catalog showed that a statement did whose text does not tell it all. */
export interface Learned {
  /** The server's catalog before the statement. */
  readonly before: Catalog
  readonly after: Catalog
}

/**
 * The catalog after a statement that was seen on a server: the one before it with what the
 * server shows to have changed, fact by fact. Whatever else was read otherwise than the server
 * has it stays so, and is drift. `folded` is what the statement's text tells: the session, and
 * the places of what it made; what has no place there has that of the statement.
 */
export function learn(catalog: Catalog, folded: Catalog, { before, after }: Learned, statement: Span): Catalog {
  const { session, ...maps } = folded
  const learned: Record<string, unknown> = { session }
  for (const kind of Object.keys(maps) as (keyof typeof maps)[]) {
    const originOf = (key: string) => (folded[kind].get(key) as Originated | undefined)?.origin ?? statement
    learned[kind] = learnEntries(catalog[kind], before[kind], after[kind], originOf)
  }
  return learned as unknown as Catalog
}

function learnEntries(
  known: ReadonlyMap<string, object>,
  before: ReadonlyMap<string, object>,
  after: ReadonlyMap<string, object>,
  originOf: (key: string) => Span,
): ReadonlyMap<string, object> {
  let result = known
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const changed = learnObject(known.get(key), before.get(key), after.get(key), originOf(key))
    if (changed === known.get(key)) continue
    result = changed === undefined ? withoutEntry(result, key) : withEntry(result, key, changed)
  }
  return result
}

/** The object as it is known, with the facts that changed; undefined where it is gone. */
function learnObject<T extends object>(
  known: T | undefined,
  before: T | undefined,
  after: T | undefined,
  origin: Span,
): T | undefined {
  if (before === undefined) return after === undefined ? known : { ...after, origin }
  if (after === undefined) return undefined
  return known === undefined ? undefined : learnFacts(known, before, after, origin)
}

function learnFacts<T extends object>(known: T, before: T, after: T, origin: Span): T {
  const facts = new Map<string, unknown>(Object.entries(known))
  const [was, is] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))]
  let isSame = true
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [first, second] = [was.get(key), is.get(key)]
    if (isEqual(first, second)) continue
    isSame = false
    const now = facts.get(key)
    if (second === undefined) facts.delete(key)
    else if (isNamedList(now) && isNamedList(first) && isNamedList(second))
      facts.set(key, learnList(now, first, second, origin))
    else facts.set(key, second)
  }
  return isSame ? known : (Object.fromEntries(facts) as T)
}

/** Columns or constraints, in the order that the server has them in. */
function learnList(
  known: readonly Named[],
  before: readonly Named[],
  after: readonly Named[],
  origin: Span,
): readonly Named[] {
  const learned = learnEntries(byName(known), byName(before), byName(after), () => origin)
  const place = new Map(after.map(({ name }, position) => [name, position]))
  const placeOf = ({ name }: Named) => place.get(name) ?? after.length
  return ([...learned.values()] as Named[]).toSorted((a, b) => placeOf(a) - placeOf(b))
}

interface Named {
  readonly name: string
}

function isNamedList(value: unknown): value is readonly Named[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null && 'name' in each)
}

function byName(list: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(list.map((each) => [each.name, each]))
}

function isEqual(first: unknown, second: unknown): boolean {
  return first === second || JSON.stringify(first) === JSON.stringify(second)
}
