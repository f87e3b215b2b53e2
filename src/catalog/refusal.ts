import { nearestOf } from '../text/nearest.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { partsOf } from './names.ts'
import type { OtherIdentity } from './other-objects.ts'

/** Why the server would refuse an action, in the server's own words. */
export interface Refusal {
  /** Whether something is not there, is there already, is what other objects rest on, or does not go with what is asked of it. */
  readonly about: 'missing' | 'existing' | 'needed' | 'unfit'
  readonly what: RefusedKind
  readonly sqlstate: string
  readonly reason: string
  /** The object that it is about: a name, or that of a table and of its part: `public.orders.total`. */
  readonly subject: Name
  /** What is missing, of a kind that has no actions of its own; the subject is its key. */
  readonly other?: OtherIdentity
  /** The table, view or type that has, or has not, the part. */
  readonly within?: Name
  /** Of what is there, the name most like the missing one. */
  readonly nearest?: Identifier
  /** Of `unfit`, and of what is missing among the columns of several relations: the relations that must be as the catalog has them; none where the statement itself is at fault. */
  readonly rests?: readonly Name[]
}

/** What a refusal is about: an object by itself, or a part of one. */
export type RefusedKind = 'relation' | 'type' | 'function' | 'schema' | 'role' | 'extension' | 'part' | 'other'

/** What an action has of a refusal that its reading shows. */
export function refusedBy(refused: Refusal | undefined): { readonly refused?: Refusal } {
  return refused === undefined ? {} : { refused }
}

/** A refusal because of what is there already. */
export function existing(what: RefusedKind, subject: Name, reason: string, sqlstate: string, within?: Name): Refusal {
  return { about: 'existing', what, subject, reason, sqlstate, ...(within === undefined ? {} : { within }) }
}

/** A refusal because what is asked does not go with the relations that it rests on, or with itself. */
export function unfit(subject: Name, reason: string, sqlstate: string, rests: readonly Name[] = []): Refusal {
  return { about: 'unfit', what: 'part', subject, reason, sqlstate, rests }
}

/** A refusal because other objects rest on something; `word` is what the server calls it. */
export function needed(word: string, subject: Name, reason: string, sqlstate = '2BP01'): Refusal {
  const isPart = word === 'column' || word === 'constraint'
  const named = word === 'type' || word === 'function' || word === 'schema' ? word : 'relation'
  return { about: 'needed', what: isPart ? 'part' : named, subject, reason, sqlstate }
}

/** A refusal because of a part that a table, view or type has not; `others` are the parts that it has. */
export function missingPart(
  within: Name,
  part: Identifier,
  reason: string,
  sqlstate: string,
  others: readonly Identifier[],
): Refusal {
  const nearest = nearestOf(part, others)
  return {
    about: 'missing',
    what: 'part',
    subject: `${within}.${part}`,
    within,
    reason,
    sqlstate,
    ...(nearest === undefined ? {} : { nearest }),
  }
}

/** A refusal because of an object that is not there; `others` are the names of those that might have been meant. */
export function missingObject(
  what: RefusedKind,
  name: Name,
  reason: string,
  sqlstate: string,
  others: Iterable<Name>,
): Refusal {
  const { schema, name: bare } = partsOf(name)
  const besides: Identifier[] = []
  for (const other of others) {
    const parts = partsOf(other)
    if (parts.schema === schema) besides.push(parts.name)
  }
  const nearest = nearestOf(bare, besides)
  return { about: 'missing', what, subject: name, reason, sqlstate, ...(nearest === undefined ? {} : { nearest }) }
}

/** A name as the server says it, which repeats what was written: without its schema where the search_path leads there. */
export function spoken(catalog: Catalog, name: Name): string {
  const { schema, name: bare } = partsOf(name)
  return schema === 'pg_temp' || catalog.session.searchPath.includes(schema) ? bare : `${schema}.${bare}`
}

/** A function's key with its name, and the types of its arguments, as the server says them. */
export function spokenKey(catalog: Catalog, key: Name): string {
  const open = key.indexOf('(')
  if (open < 0) return spoken(catalog, key)
  const types = key.slice(open + 1, -1).split(', ')
  return `${spoken(catalog, key.slice(0, open))}(${types.map((each) => (each.includes('.') ? spoken(catalog, each) : each)).join(',')})`
}

/** The first refusal among those of several items. */
export function firstRefusal<T>(items: readonly T[], refusalOf: (item: T) => Refusal | undefined): Refusal | undefined {
  for (const item of items) {
    const refused = refusalOf(item)
    if (refused !== undefined) return refused
  }
  return undefined
}
