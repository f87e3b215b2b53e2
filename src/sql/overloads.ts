import type { Catalog } from '../catalog/catalog.ts'
import { baseType, categoryOf, coerces, elementOf, isPolymorphic, isRow, rangeParts, UNKNOWN } from './type-facts.ts'

/** One of the functions or operators that share a name. Types are bare. */
export interface Form {
  readonly arguments: readonly string[]
  readonly returns: string
  /** Whether the last argument, an array or `"any"`, stands for any number of them. */
  readonly isVariadic?: boolean
  /** How many arguments at the end have defaults. */
  readonly defaults?: number
  readonly isSet?: boolean
  /** What it returns by OUT parameters or RETURNS TABLE. */
  readonly outputs?: readonly Output[]
}

export interface Output {
  readonly name: string
  readonly type: string
}

/** The form that is meant by arguments of these types, and what it is declared to take for each of them. */
export interface Choice {
  readonly form: Form
  readonly declared: readonly string[]
}

/**
 * Chooses as the server does: what fits exactly, else `func_select_candidate` among what the
 * arguments are taken for without being asked. Undefined where there is none or more than one,
 * or a type is not known.
 */
export function chooseForm(catalog: Catalog, forms: readonly Form[], given: readonly string[]): Choice | undefined {
  const expanded = forms.flatMap((form) => {
    const declared = declaredFor(form, given.length)
    return declared === undefined ? [] : [{ form, declared }]
  })
  const exact = exactly(expanded, given)
  if (exact !== undefined) return exact
  // Casts of one's own may make an argument fit otherwise; what an extension's type is taken for is not known.
  if ([...catalog.others.values()].some(({ kind }) => kind === 'cast')) return undefined
  if (given.some((each) => categoryOf(catalog, each) === undefined)) return undefined
  return select(
    catalog,
    expanded.filter(({ declared }) => fits(catalog, given, declared)),
    given,
  )
}

/** The same for an operator, where a string next to a value of a type is first tried as one of that type. */
export function chooseOperator(catalog: Catalog, forms: readonly Form[], given: readonly string[]): Choice | undefined {
  const [left, right] = given
  if (given.length === 2 && (left === UNKNOWN) !== (right === UNKNOWN)) {
    const known = left === UNKNOWN ? right! : left!
    for (const type of [known, baseType(catalog, known)]) {
      const form = forms.find((each) => isSame(each.arguments, [type, type]))
      if (form !== undefined) return { form, declared: form.arguments }
    }
  }
  return chooseForm(catalog, forms, given)
}

/** What a polymorphic result is with these arguments; undefined where they do not say. */
export function resultType(
  catalog: Catalog,
  { form, declared }: Choice,
  given: readonly string[],
  type = form.returns,
) {
  if (!isPolymorphic(type)) return type
  const bound = bindings(catalog, given, declared)
  const own = bound?.[type.startsWith('anycompatible') ? 'compatible' : 'same']
  if (own?.element === undefined) return undefined
  if (type.endsWith('array') && !type.endsWith('nonarray'))
    return elementOf(own.element) === undefined ? `${own.element}[]` : undefined
  if (type.endsWith('multirange')) return own.range && rangeParts(catalog, own.range)?.multirange
  if (type.endsWith('range')) return own.range
  return own.element
}

function declaredFor({ arguments: own, isVariadic, defaults = 0 }: Form, count: number): readonly string[] | undefined {
  if (count === own.length && isVariadic !== true) return own
  if (isVariadic === true && count >= own.length) {
    const last = own.at(-1)!
    const element =
      last === '"any"' ? last : last.endsWith('array') ? last.replace('array', 'element') : elementOf(last)
    const repeated = element === 'anycompatibleelement' ? 'anycompatible' : element
    return repeated === undefined
      ? undefined
      : Array.from({ length: count }, (_, at) => (own[at + 1] === undefined ? repeated : own[at]!))
  }
  return count < own.length && count >= own.length - defaults ? own.slice(0, count) : undefined
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at])
}

/** A function without VARIADIC goes before one with it. */
function exactly(choices: readonly Choice[], given: readonly string[]): Choice | undefined {
  const found = choices.filter(({ declared }) => isSame(declared, given))
  return found.find(({ form }) => form.isVariadic !== true) ?? found[0]
}

function fits(catalog: Catalog, given: readonly string[], declared: readonly string[]): boolean {
  const isEach = declared.every((type, at) => isPolymorphic(type) || coerces(catalog, given[at]!, type))
  return isEach && (!declared.some(isPolymorphic) || bindings(catalog, given, declared) !== undefined)
}

function select(catalog: Catalog, choices: readonly Choice[], given: readonly string[]): Choice | undefined {
  const types = given.map((each) => (each === UNKNOWN ? UNKNOWN : baseType(catalog, each)))
  const isKnown = types.map((each) => each !== UNKNOWN)
  const categories = types.map((each) => categoryOf(catalog, each)!.category)
  const isPreferred = (type: string, category: string) => {
    const own = categoryOf(catalog, type)
    return own?.category === category && own.isPreferred
  }
  let left = choices
  if (left.length <= 1) return left[0]
  left = most(left, ({ declared }) => declared.filter((type, at) => isKnown[at] && type === types[at]).length)
  if (left.length === 1) return left[0]
  left = most(
    left,
    ({ declared }) =>
      declared.filter((type, at) => isKnown[at] && (type === types[at] || isPreferred(type, categories[at]!))).length,
  )
  if (left.length === 1 || !isKnown.includes(false)) return left.length === 1 ? left[0] : undefined
  left = byCategoryOfUnknown(catalog, left, isKnown)
  if (left.length === 1) return left[0]
  const known = new Set(types.filter((_, at) => isKnown[at]))
  if (known.size !== 1) return undefined
  const assumed = types.map(() => [...known][0]!)
  const taking = left.filter(({ declared }) => fits(catalog, assumed, declared))
  return taking.length === 1 ? taking[0] : undefined
}

function most(choices: readonly Choice[], count: (choice: Choice) => number): readonly Choice[] {
  const counts = choices.map(count)
  const best = Math.max(...counts)
  return choices.filter((_, at) => counts[at] === best)
}

/** Where the forms want strings, or all the same category, for what has no type, those remain that do; of these those that want its preferred type. */
function byCategoryOfUnknown(
  catalog: Catalog,
  choices: readonly Choice[],
  isKnown: readonly boolean[],
): readonly Choice[] {
  const wanted = new Map<number, { readonly category: string; readonly isPreferred: boolean }>()
  for (const [at, known] of isKnown.entries()) {
    if (known) continue
    const own = choices.map(({ declared }) => categoryOf(catalog, declared[at]!))
    const names = new Set(own.map((each) => each?.category))
    const category = names.has('S') ? 'S' : names.size === 1 ? [...names][0] : undefined
    if (category === undefined) return choices
    wanted.set(at, { category, isPreferred: own.some((each) => each?.category === category && each.isPreferred) })
  }
  const kept = choices.filter(({ declared }) =>
    [...wanted].every(([at, want]) => {
      const own = categoryOf(catalog, declared[at]!)
      return own?.category === want.category && (!want.isPreferred || own.isPreferred)
    }),
  )
  return kept.length === 0 ? choices : kept
}

/** What one family of polymorphic types stands for. */
interface Bound {
  readonly element?: string
  readonly range?: string
}

/** Undefined where the arguments do not go together (`check_generic_type_consistency`). */
function bindings(
  catalog: Catalog,
  given: readonly string[],
  declared: readonly string[],
): { readonly same: Bound; readonly compatible: Bound } | undefined {
  const found: Record<'same' | 'compatible', { elements: string[]; ranges: string[] }> = {
    same: { elements: [], ranges: [] },
    compatible: { elements: [], ranges: [] },
  }
  for (const [at, type] of declared.entries()) {
    const actual = given[at]!
    if (!isPolymorphic(type) || actual === UNKNOWN) continue
    const { elements, ranges } = found[type.startsWith('anycompatible') ? 'compatible' : 'same']
    const base = baseType(catalog, actual)
    if (/range$/.test(type)) {
      const parts = rangeParts(catalog, base)
      if (parts === undefined || base !== (type.endsWith('multirange') ? parts.multirange : parts.range))
        return undefined
      elements.push(parts.subtype)
      ranges.push(parts.range)
    } else if (type === 'anyarray' || type === 'anycompatiblearray') {
      const element = elementOf(base)
      if (element === undefined) return undefined
      elements.push(element)
    } else {
      if (type.endsWith('nonarray') && elementOf(base) !== undefined) return undefined
      if (type === 'anyenum' && !catalog.enums.has(base)) return undefined
      elements.push(actual)
    }
  }
  const { same, compatible } = found
  if ([same.elements, same.ranges, compatible.ranges].some((each) => new Set(each).size > 1)) return undefined
  const common = compatible.elements.length === 0 ? 'text' : commonBare(catalog, compatible.elements)
  if (common === undefined) return undefined
  return {
    same: { ...(same.elements[0] === undefined ? {} : { element: same.elements[0] }), ...rangeOf(same.ranges) },
    compatible: { element: common, ...rangeOf(compatible.ranges) },
  }
}

function rangeOf([range]: readonly string[]): { readonly range?: string } {
  return range === undefined ? {} : { range }
}

/** The one type for values of several (`select_common_type`); undefined where there is none, or it is not known. */
export function commonBare(catalog: Catalog, types: readonly string[]): string | undefined {
  const [first, ...others] = types
  if (first === undefined) return undefined
  if (first !== UNKNOWN && others.every((each) => each === first)) return first
  let chosen = first === UNKNOWN ? UNKNOWN : baseType(catalog, first)
  const hasCasts = [...catalog.others.values()].some(({ kind }) => kind === 'cast')
  for (const each of others) {
    if (each === UNKNOWN) continue
    const next = baseType(catalog, each)
    if (next === chosen) continue
    if (chosen === UNKNOWN) {
      chosen = next
      continue
    }
    const [own, its] = [categoryOf(catalog, chosen), categoryOf(catalog, next)]
    if (own === undefined || its === undefined || own.category !== its.category || hasCasts) return undefined
    if (!own.isPreferred && coerces(catalog, chosen, next) && !coerces(catalog, next, chosen)) chosen = next
  }
  if (chosen === UNKNOWN) return 'text'
  const isTaken = types.every((each) => coerces(catalog, each, chosen))
  return isTaken && !isRowOfOther(catalog, types, chosen) ? chosen : undefined
}

/** Rows of unlike types are never told. */
function isRowOfOther(catalog: Catalog, types: readonly string[], chosen: string): boolean {
  return isRow(catalog, chosen) && types.some((each) => each !== chosen && each !== UNKNOWN)
}
