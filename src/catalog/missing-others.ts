import { nearestOf } from '../text/nearest.ts'
import type { Catalog, Identifier } from './catalog.ts'
import { functionsNamed } from './lookups.ts'
import { isTemporary, partsOf } from './names.ts'
import { KINDS_IN_SCHEMAS, type OtherIdentity, otherKey } from './other-objects.ts'
import { firstRefusal, missingPart, type Refusal, spoken } from './refusal.ts'
import { relationMissing, typeMissing } from './refusal-of-names.ts'

/** That an object which has no actions of its own is not there; nothing of one that may have come with the server. */
export function missingOther(catalog: Catalog, object: OtherIdentity): Refusal | undefined {
  if (catalog.others.has(otherKey(object))) return undefined
  if (object.kind === 'rule') return ruleMissing(catalog, object)
  const untyped = firstRefusal(typesOf(object), (type) => typeMissing(catalog, type))
  if (untyped !== undefined) return untyped
  const reason = mayBeBuiltIn(object) ? undefined : reasonOf(catalog, object)
  if (reason === undefined) return undefined
  const others = [...catalog.others.values()].flatMap((each) => (each.kind === object.kind ? [bareName(each)] : []))
  const nearest = nearestOf(bareName(object), others)
  return {
    about: 'missing',
    what: 'other',
    other: object,
    subject: otherKey(object),
    reason,
    sqlstate: object.kind === 'operator' || object.kind === 'aggregate' ? '42883' : '42704',
    ...(nearest === undefined ? {} : { nearest }),
  }
}

function ruleMissing(catalog: Catalog, { name, table = '' }: OtherIdentity): Refusal | undefined {
  const missing = relationMissing(catalog, table)
  if (missing !== undefined) return missing
  // What makes a view one is a rule of this name.
  if (name === '"_RETURN"' || catalog.tables.get(table)?.known === 'partly' || isTemporary(table)) return undefined
  if (!catalog.tables.has(table) && !catalog.views.has(table)) return undefined
  const rules = [...catalog.others.values()].filter((each) => each.kind === 'rule' && each.table === table)
  const reason = `rule "${plainName(name)}" for relation "${partsOf(table).name}" does not exist`
  const others = rules.map((each) => plainName(each.name))
  return missingPart(table, plainName(name), reason, '42704', others)
}

/** The types by which an object is named. */
function typesOf({ kind, name, of = [] }: OtherIdentity): readonly string[] {
  switch (kind) {
    case 'aggregate':
    case 'operator':
      return of
    case 'cast':
      return [name, ...of]
    case 'transform':
      return [name]
    default:
      return []
  }
}

/** Whether a name may lead to one of the server's own: of those that have a schema only where none is said, or its own. */
function mayBeBuiltIn(object: OtherIdentity): boolean {
  const { kind, name } = object
  const { schema, name: bare } = partsOf(name)
  if (KINDS_IN_SCHEMAS.has(kind) && schema.startsWith('pg_')) return true
  switch (kind) {
    case 'aggregate':
    case 'cast':
    case 'operator':
      return !typesOf(object).some((type) => type.includes('.'))
    // Those that the system has are as many as its locales.
    case 'collation':
      return true
    case 'conversion':
      return bare.includes('_to_')
    case 'operator class':
    case 'operator family':
      return bare.endsWith('_ops')
    case 'access method':
      return ACCESS_METHODS.has(name)
    case 'language':
      return LANGUAGES.has(name)
    case 'text search configuration':
      return TEXT_SEARCH.has(bare)
    case 'text search dictionary':
      return TEXT_SEARCH.has(bare) || bare.endsWith('_stem')
    case 'text search parser':
      return bare === 'default'
    case 'text search template':
      return TEMPLATES.has(bare)
    default:
      return false
  }
}

const ACCESS_METHODS: ReadonlySet<string> = new Set(['brin', 'btree', 'gin', 'gist', 'hash', 'heap', 'spgist'])
const LANGUAGES: ReadonlySet<string> = new Set(['c', 'internal', 'plpgsql', 'sql'])
const TEMPLATES: ReadonlySet<string> = new Set(['ispell', 'simple', 'snowball', 'synonym', 'thesaurus'])

/** The languages of PostgreSQL 18. */
const TEXT_SEARCH: ReadonlySet<string> = new Set(
  (
    'simple arabic armenian basque catalan danish dutch english estonian finnish french german greek hindi hungarian ' +
    'indonesian irish italian lithuanian nepali norwegian portuguese romanian russian serbian spanish swedish tamil ' +
    'turkish yiddish'
  ).split(' '),
)

function reasonOf(catalog: Catalog, object: OtherIdentity): string | undefined {
  const { kind, name, of = [] } = object
  const said = KINDS_IN_SCHEMAS.has(kind) ? spoken(catalog, name) : plainName(name)
  const types = typesOf(object).map((type) => spokenType(catalog, type))
  switch (kind) {
    case 'access method':
    case 'conversion':
    case 'event trigger':
    case 'language':
    case 'publication':
    case 'server':
    case 'subscription':
    case 'text search configuration':
    case 'text search dictionary':
    case 'text search parser':
    case 'text search template':
      return `${kind} "${said}" does not exist`
    case 'foreign data wrapper':
      return `foreign-data wrapper "${said}" does not exist`
    case 'statistics':
      return `statistics object "${said}" does not exist`
    case 'operator class':
    case 'operator family':
      return `${kind} "${said}" does not exist for access method "${of[0]}"`
    case 'operator': {
      const operands = types.filter((type) => type !== 'NONE')
      if (of[1] === 'NONE') return undefined
      return `operator does not exist: ${[...operands.slice(0, -1), said, ...operands.slice(-1)].join(' ')}`
    }
    case 'cast':
      return `cast from type ${types[0]} to type ${types[1]} does not exist`
    case 'aggregate':
      // A function of the name may be meant, which is no aggregate.
      if (functionsNamed(catalog, name).length > 0) return undefined
      return `aggregate ${said}(${types.join(', ')}) does not exist`
    case 'collation':
    case 'rule':
    case 'transform':
    case 'user mapping':
      return undefined
  }
}

/** A type as the server says it. */
export function spokenType(catalog: Catalog, type: string): string {
  return type.includes('.') ? spoken(catalog, type) : type
}

function bareName({ kind, name }: OtherIdentity): Identifier {
  return KINDS_IN_SCHEMAS.has(kind) ? partsOf(name).name : plainName(name)
}

/** A name that SQL may quote, as it is. */
export function plainName(name: string): string {
  return /^"(.*)"$/s.exec(name)?.[1]?.replaceAll('""', '"') ?? name
}
