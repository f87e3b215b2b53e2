import type { Catalog, Name } from '../catalog/catalog.ts'
import { extensionType } from '../catalog/extensions.ts'
import { commonBare } from './overloads.ts'
import { bareType, baseType, elementOf, printedType, UNKNOWN } from './type-facts.ts'

/** What an expression gives. A string whose type nothing says is `unknown`. */
export interface TypedValue {
  /** As `format_type` prints it. */
  readonly type: string
  /** Absent where it is the type's own, or the type has none. */
  readonly collation?: Name
  /** Whether COLLATE says it. */
  readonly isCollated?: true
}

/** As the column of a query: a string of no other type is text. */
export function settled({ type, collation }: TypedValue): TypedValue {
  return { type: type === UNKNOWN ? 'text' : type, ...(collation === undefined ? {} : { collation }) }
}

/** What an expression that is made of others gives, with the collation that theirs make; undefined where they contradict each other. */
export function derived(catalog: Catalog, type: string, from: readonly TypedValue[]): TypedValue | undefined {
  const own = ownCollation(catalog, bareType(type))
  if (own === undefined) return { type }
  const collated = from.flatMap((each) => {
    const its = each.collation ?? ownCollation(catalog, bareType(each.type))
    return its === undefined ? [] : [{ ...each, collation: its }]
  })
  if (collated.length === 0) return { type }
  const isExplicit = collated.some((each) => each.isCollated)
  const meant = collated.filter((each) => (isExplicit ? each.isCollated : each.collation !== DEFAULT))
  const [collation = DEFAULT, ...others] = new Set(meant.map((each) => each.collation))
  if (others.length > 0 || (collation === DEFAULT && own !== DEFAULT)) return undefined
  return {
    type,
    ...(collation === own ? {} : { collation }),
    ...(isExplicit ? { isCollated: true } : {}),
  }
}

/** The value that one of several gives (`select_common_type`); modifiers stay where all have the same. */
export function commonValue(catalog: Catalog, values: readonly TypedValue[]): TypedValue | undefined {
  const bare = values.map(({ type }) => bareType(type))
  const common = commonBare(catalog, bare)
  if (common === undefined) return undefined
  const [first] = values
  const isAlike = bare.every((each) => each === common) && values.every(({ type }) => type === first?.type)
  return derived(catalog, isAlike ? first!.type : printedType(common), values)
}

/** The collation that values of a type have by themselves, `default` for the database's; undefined where the type has none. */
function ownCollation(catalog: Catalog, bare: string): Name | undefined {
  const domain = catalog.domains.get(bare)
  if (domain?.collation !== undefined) return domain.collation
  const base = baseType(catalog, bare)
  if (base === 'name') return '"C"'
  const element = elementOf(base)
  if (element !== undefined) return ownCollation(catalog, element)
  if (COLLATABLE.has(base)) return DEFAULT
  if (extensionType(catalog, base)?.isCollated === true) return DEFAULT
  // What an extension's type has is not known, nor then whether a collation goes through it.
  return undefined
}

const DEFAULT = 'default'
const COLLATABLE: ReadonlySet<string> = new Set(['text', 'character varying', 'character', UNKNOWN])
