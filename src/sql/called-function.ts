import type { Identifier, Name } from '../catalog/catalog.ts'
import type { Func, Parameter } from '../catalog/functions.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { quoteLiteral } from '../catalog/names.ts'
import { printSql } from '../catalog/sql-text.ts'
import { formOf } from './call-types.ts'
import { typeOfExpression } from './expression-types.ts'
import type { Scope } from './known-rows.ts'
import { elementsIn, evaluate, evaluateNode } from './known-values.ts'
import { chooseForm } from './overloads.ts'
import { type Node, parse } from './parser.ts'
import type { Reading } from './reading.ts'
import type { Value } from './system-rows.ts'

/** What the parameters of a function hold when it is called, by their names. */
export interface Given {
  readonly values: ReadonlyMap<Identifier, Value>
  /** The elements of those that are arrays, where they are known. */
  readonly arrays: ReadonlyMap<Identifier, readonly Value[]>
}

/**
 * The one of the functions or procedures of a name that takes the arguments of a call.
 * Undefined where there is none, or their types leave it open which of several is meant.
 */
export function calledFunction(reading: Reading, name: Name, call: Node): Func | undefined {
  const args: readonly Node[] = call.args ?? []
  const candidates = functionsNamed(reading.before, name).filter((each) => assigned(each, args) !== undefined)
  if (candidates.length <= 1) return candidates[0]
  if (args.some((each) => each.NamedArgExpr !== undefined)) return undefined
  const types = args.flatMap((each) => typeOfExpression(each, withoutNames(reading))?.type ?? [])
  // Of two that take the same, the server calls the one that needs fewer defaults.
  const ordered = candidates.toSorted((a, b) => a.parameters.length - b.parameters.length)
  const forms = ordered.map((each) => ({ called: each, form: formOf(each) }))
  const known = forms.flatMap(({ form }) => form ?? [])
  if (types.length < args.length || known.length < forms.length) return undefined
  const chosen = chooseForm(reading.before, known, types)
  return forms.find(({ form }) => form === chosen?.form)?.called
}

/** What an expression outside of any query is typed by. */
function withoutNames(reading: Reading) {
  const nothing = () => undefined
  return { reading, column: nothing, fields: nothing, query: nothing }
}

/** What the parameters of a function hold in a call; undefined where one is given by OUT or VARIADIC, or has no name. */
export function givenTo(called: Func, call: Node, scope: Scope): Given | undefined {
  const nodes = assigned(called, call.args ?? [])
  const isPlain = called.parameters.every(({ mode, name }) => mode === 'in' && name !== undefined)
  if (!isPlain || nodes === undefined) return undefined
  const values = new Map<Identifier, Value>()
  const arrays = new Map<Identifier, readonly Value[]>()
  for (const [place, { name = '', type }] of called.parameters.entries()) {
    const node = nodes[place]
    const elements = ARRAYS.has(type) ? elementsIn(node, scope) : undefined
    if (elements !== undefined) arrays.set(name, elements)
    values.set(name, valueFor(type, node, scope))
  }
  return { values, arrays }
}

/** The argument of each parameter, its default where there is none; undefined where the function does not take them. */
function assigned({ parameters }: Func, args: readonly Node[]): readonly (Node | undefined)[] | undefined {
  const inputs = parameters.filter(({ mode }) => mode !== 'out' && mode !== 'table')
  const isVariadic = inputs.some(({ mode }) => mode === 'variadic')
  if (args.length > inputs.length) return isVariadic ? [] : undefined
  const named = args.flatMap((each) => each.NamedArgExpr ?? [])
  const positional = args.filter((each) => each.NamedArgExpr === undefined)
  if (named.some((each) => inputs.findIndex(({ name }) => name === each.name) < positional.length)) return undefined
  const nodes = inputs.map(({ name }, place) =>
    place < positional.length ? positional[place] : named.find((each) => each.name === name)?.arg,
  )
  const isComplete = inputs.every(
    (each, place) => nodes[place] !== undefined || each.default !== undefined || each.mode === 'variadic',
  )
  return isComplete ? inputs.map((each, place) => nodes[place] ?? defaultOf(each)) : undefined
}

function defaultOf({ default: expression }: Parameter): Node | undefined {
  const parsed = expression?.sql === undefined ? undefined : parse(`select ${printSql(expression.sql)}`)
  return parsed?.ok === true ? parsed.value[0]?.stmt.SelectStmt?.targetList?.[0]?.ResTarget?.val : undefined
}

function valueFor(type: string, node: Node | undefined, scope: Scope): Value {
  const value = evaluateNode(node, scope)
  if (value === null) return null
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined
  if (typeof value !== 'string' || !TEXTS.has(type)) return undefined
  const isNamed = type === 'regclass' && node?.TypeCast === undefined
  return isNamed ? evaluate(`${quoteLiteral(value)}::regclass`, scope) : value
}

/** The types of which a value is known by its text. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['text', 'character varying', 'name', 'regclass', 'smallint', 'integer', 'bigint'],
])

/** The types of arrays of which the elements are known by their texts. */
const ARRAYS: ReadonlySet<string> = new Set([...TEXTS].map((each) => `${each}[]`))
