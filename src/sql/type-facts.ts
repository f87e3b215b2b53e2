import type { Catalog, Name } from '../catalog/catalog.ts'
import { extensionType, installedExtensions, itemsOf, schemaOfType } from '../catalog/extensions.ts'
import { qualify, withoutModifiers } from '../catalog/names.ts'
import { IMPLICIT_CASTS, RANGES, TYPES } from './built-in-types.ts'

/** What PostgreSQL goes by where it chooses between types (https://www.postgresql.org/docs/current/typeconv.html). */
export interface TypeCategory {
  /** As in pg_type: `N` of numbers, `S` of strings, `P` of pseudo-types. */
  readonly category: string
  readonly isPreferred: boolean
}

/** The type of a string or NULL that nothing has given a type yet. */
export const UNKNOWN = 'unknown'

/** A type without modifiers, by the one name that stands for it here. */
export function bareType(type: string): string {
  const bare = type.includes('(') ? withoutModifiers(type) : type
  if (bare.startsWith('interval ')) return bare.endsWith('[]') ? 'interval[]' : 'interval'
  return ALIASES[bare] ?? bare
}

/** As `format_type` prints the type of a column that has no modifiers. */
export function printedType(bare: string): string {
  return UNMODIFIED[bare] ?? bare
}

/** The name, as it stands for a type here, of one that pg_type calls so: `int4`, `_text`. */
export function typeCalled(name: string): string {
  return name.startsWith('_') ? `${typeCalled(name.slice(1))}[]` : (facts().named.get(name) ?? name)
}

/** The same for one that an extension's contents name: `@citext`, `_@ltree`. */
export function extensionTypeCalled(catalog: Pick<Catalog, 'extensions'>, name: string): string {
  if (name.startsWith('_@')) return `${extensionTypeCalled(catalog, name.slice(1))}[]`
  if (!name.startsWith('@')) return typeCalled(name)
  return qualify(schemaOfType(catalog, name.slice(1)) ?? '', name.slice(1))
}

/** What a domain is made of, and that in turn. */
export function baseType(catalog: Catalog, bare: string): string {
  let found = bare
  for (let depth = 0; depth < 32; depth++) {
    const domain = catalog.domains.get(found)
    const made = domain?.type ?? extensionType(catalog, found)?.base
    if (made === undefined) break
    found = bareType(domain === undefined ? extensionTypeCalled(catalog, made) : made)
  }
  return found
}

/** Undefined where only a server knows the type. */
export function categoryOf(catalog: Catalog, bare: string): TypeCategory | undefined {
  const base = baseType(catalog, bare)
  const known = facts().categories.get(base)
  if (known !== undefined) return known
  if (base.endsWith('[]')) return { category: 'A', isPreferred: false }
  if (isPseudo(base)) return { category: 'P', isPreferred: false }
  if (base === UNKNOWN) return { category: 'X', isPreferred: false }
  if (catalog.enums.has(base)) return { category: 'E', isPreferred: false }
  if (isRow(catalog, base)) return { category: 'C', isPreferred: false }
  if (rangeParts(catalog, base) !== undefined) return { category: 'R', isPreferred: false }
  const made = extensionType(catalog, base)
  if (made !== undefined) return made
  const own = catalog.types.get(base)
  if (own?.kind !== 'base' || own.parts === undefined) return undefined
  const { category = 'U', preferred = 'false' } = own.parts
  return { category: category.replaceAll("'", ''), isPreferred: preferred.toLowerCase() === 'true' }
}

/** Whether values of a type are rows of a relation or of a composite type. */
export function isRow(catalog: Catalog, bare: string): boolean {
  return catalog.types.get(bare)?.kind === 'composite' || catalog.tables.has(bare) || catalog.views.has(bare)
}

/** The type of an array's elements; undefined where it is no array. */
export function elementOf(bare: string): string | undefined {
  if (bare.endsWith('[]')) return bare.slice(0, -2)
  return { int2vector: 'smallint', oidvector: 'oid' }[bare]
}

/** The subtype of a range or multirange type, with the names of both. */
export interface RangeParts {
  readonly range: Name
  readonly subtype: string
  readonly multirange: Name
}

export function rangeParts(catalog: Catalog, bare: string): RangeParts | undefined {
  const known = facts().ranges.find(({ range, multirange }) => range === bare || multirange === bare)
  if (known !== undefined || !bare.includes('.')) return known
  for (const type of catalog.types.values()) {
    if (type.kind === 'range' && (type.name === bare || type.multirange === bare))
      return { range: type.name, subtype: bareType(type.subtype), multirange: type.multirange }
  }
  return undefined
}

/** Whether a value of one type is taken for one of another without being asked (`can_coerce_type`), polymorphic types aside. */
export function coerces(catalog: Catalog, from: string, to: string): boolean {
  if (from === to || from === UNKNOWN || to === '"any"') return true
  const [source, target] = [baseType(catalog, from), baseType(catalog, to)]
  if (source === target) return true
  if (facts().casts.get(source)?.has(target) === true) return true
  if (isCastByExtension(catalog, source, target)) return true
  if (target === 'record') return isRow(catalog, source)
  if (source === 'record') return isRow(catalog, target)
  const [one, other] = [source, target].map((each) => (each.endsWith('[]') ? elementOf(each) : undefined))
  return one !== undefined && other !== undefined && coerces(catalog, one, other)
}

function isCastByExtension(catalog: Catalog, source: string, target: string): boolean {
  if (extensionType(catalog, source) === undefined && extensionType(catalog, target) === undefined) return false
  return installedExtensions(catalog).some(({ contents }) =>
    itemsOf(contents.casts).some((cast) => {
      const [from = '', to = ''] = cast.split(' ').map((each) => extensionTypeCalled(catalog, each))
      return from === source && to === target
    }),
  )
}

export function isPseudo(bare: string): boolean {
  return bare === '"any"' || bare === 'record' || bare === 'void' || isPolymorphic(bare)
}

export function isPolymorphic(bare: string): boolean {
  return bare.startsWith('any')
}

const ALIASES: Readonly<Record<string, string>> = {
  bpchar: 'character',
  'bpchar[]': 'character[]',
  '"bit"': 'bit',
  '"bit"[]': 'bit[]',
}
const UNMODIFIED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ALIASES).map(([printed, bare]) => [bare, printed]),
)

interface Facts {
  readonly named: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, TypeCategory>
  readonly ranges: readonly RangeParts[]
  readonly casts: ReadonlyMap<string, ReadonlySet<string>>
}

let read: Facts | undefined

function facts(): Facts {
  read ??= readFacts()
  return read
}

function readFacts(): Facts {
  const named = new Map<string, string>([['any', '"any"']])
  const categories = new Map<string, TypeCategory>()
  for (const [category, list] of Object.entries(TYPES)) {
    for (const entry of list.split(' | ')) {
      const [name = '', printed = ''] = entry.split('=')
      const isPreferred = printed.endsWith('!')
      const type = isPreferred ? printed.slice(0, -1) : printed
      named.set(name, type)
      categories.set(type, { category, isPreferred })
    }
  }
  const called = (name: string) => named.get(name) ?? name
  const ranges = RANGES.split(', ').map((entry): RangeParts => {
    const [range = '', subtype = '', multirange = ''] = entry.split(' ')
    return { range, subtype: called(subtype), multirange }
  })
  const casts = new Map(
    Object.entries(IMPLICIT_CASTS).map(([from, to]) => [called(from), new Set(to.split(' ').map(called))]),
  )
  return { named, categories, ranges, casts }
}
