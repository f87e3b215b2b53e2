import type { Catalog, Name } from '../catalog/catalog.ts'
import type { Func } from '../catalog/functions.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { qualify } from '../catalog/names.ts'
import { OPERATORS } from './built-in-operators.ts'
import { SIGNATURES } from './built-in-signatures.ts'
import { extensionFunctions, extensionOperators } from './extension-forms.ts'
import { type Choice, chooseForm, chooseOperator, type Form, type Output, resultType } from './overloads.ts'
import type { Node } from './parser.ts'
import { readForms } from './read-forms.ts'
import { stringsOf } from './reading.ts'
import { bareType, typeCalled, UNKNOWN } from './type-facts.ts'

/** What a call gives: a value, or rows of several columns. Types are bare. */
export interface CallResult {
  readonly type: string
  readonly isSet: boolean
  /** By OUT parameters. */
  readonly outputs?: readonly Output[]
}

/** What a call gives with arguments of these types; undefined where no single function is meant, or it is not known. */
export function callResult(
  catalog: Catalog,
  call: Node,
  given: readonly (string | undefined)[],
): CallResult | undefined {
  const parts = stringsOf(call.funcname)
  const forms = formsOf(catalog, parts)
  if (forms === undefined) return undefined
  const known = given.every((each) => each !== undefined) ? (given as readonly string[]) : undefined
  const isPlain = call.func_variadic !== true && !namesArguments(call)
  const declaredType = typeCalled(parts.at(-1) ?? '')
  // `date('…')` is a cast where no function takes the string as it is.
  if (isPlain && known?.length === 1 && known[0] === UNKNOWN && declaredType !== parts.at(-1))
    return { type: declaredType, isSet: false }
  const choice = known === undefined || !isPlain ? undefined : chooseForm(catalog, forms, known)
  if (choice !== undefined) return resultOf(catalog, choice, known!)
  return isPlain && known !== undefined ? undefined : ofAllForms(forms)
}

/** What an operator gives, and the type that it takes its left operand for. */
export function operatorResult(
  catalog: Catalog,
  name: readonly Node[],
  given: readonly string[],
): { readonly type: string; readonly left: string } | undefined {
  const parts = stringsOf(name)
  const operator = parts.at(-1) ?? ''
  if (parts.length > 1 && parts.at(-2) !== 'pg_catalog') return undefined
  const isOwn = ({ kind, name: own }: { readonly kind: string; readonly name: string }) =>
    kind === 'operator' && own.endsWith(`.${operator}`)
  if ([...catalog.others.values()].some(isOwn)) return undefined
  const forms = [...(operators().get(operator) ?? []), ...extensionOperators(catalog, operator)]
  const choice = chooseOperator(catalog, forms, given)
  const type = choice && resultType(catalog, choice, given)
  if (choice === undefined || type === undefined) return undefined
  const [declared = ''] = choice.declared
  return { type, left: declared.startsWith('any') ? given[0]! : declared }
}

function resultOf(catalog: Catalog, choice: Choice, given: readonly string[]): CallResult | undefined {
  const { isSet = false, outputs } = choice.form
  const type = resultType(catalog, choice, given)
  if (type === undefined) return undefined
  if (outputs === undefined) return { type, isSet }
  const typed = outputs.map((each) => ({ name: each.name, type: resultType(catalog, choice, given, each.type) }))
  return typed.some((each) => each.type === undefined)
    ? undefined
    : { type, isSet, outputs: typed as readonly Output[] }
}

function namesArguments(call: Node): boolean {
  return (call.args ?? []).some((each: Node) => each.NamedArgExpr !== undefined)
}

/** Where the arguments do not tell, what all forms give. */
function ofAllForms(forms: readonly Form[]): CallResult | undefined {
  const [first] = forms
  const isSame = forms.every(
    (each) => each.returns === first?.returns && each.isSet === first.isSet && each.outputs === undefined,
  )
  if (first === undefined || !isSame || first.returns.startsWith('any')) return undefined
  return { type: first.returns, isSet: first.isSet === true }
}

/** Whether a function of a name may be called with a row alone; true where some of them are not known. */
export function mayTakeRow(catalog: Catalog, name: string): boolean {
  const takes = (form: Form) => /^(?:"?any|record$)/.test(form.arguments[0] ?? '') || form.isVariadic === true
  return formsOf(catalog, [name])?.some(takes) ?? true
}

/** Whether one of the functions that a name means gives rows; true where some of them are not known. */
export function mayGiveRows(catalog: Catalog, parts: readonly string[]): boolean {
  return formsOf(catalog, parts)?.some((each) => each.isSet === true) ?? true
}

/** The functions that a name means, those of pg_catalog first; undefined where some of them are not known. */
function formsOf(catalog: Catalog, parts: readonly string[]): readonly Form[] | undefined {
  const name = parts.at(-1) ?? ''
  const schema = parts.at(-2)
  const schemas = schema === undefined ? catalog.session.searchPath : [schema]
  const names = schemas.map((each) => qualify(each, name))
  const isOwn = ({ kind, name: own }: { readonly kind: string; readonly name: string }) =>
    kind === 'aggregate' && names.includes(own)
  if ([...catalog.others.values()].some(isOwn)) return undefined
  const builtIn = schema === undefined || schema === 'pg_catalog' ? (signatures().get(name) ?? []) : []
  const forms = [...builtIn]
  for (const each of names.flatMap((own) => functionsNamed(catalog, own))) {
    if (each.kind === 'procedure') continue
    const form = formOf(each)
    if (form === undefined) return undefined
    const isHidden = forms.some((one) => one.arguments.join() === form.arguments.join())
    if (!isHidden) forms.push(form)
  }
  forms.push(...names.flatMap((each) => extensionFunctions(catalog, each)))
  return forms
}

/** The form of a function; undefined where what it gives is not known by its type. */
export function formOf(own: Func): Form | undefined {
  if (own.language === 'sql' && showsModifiers(own)) return undefined
  const inputs = own.parameters.filter(({ mode }) => mode !== 'out' && mode !== 'table')
  const outputs = own.parameters.filter(({ mode }) => mode !== 'in' && mode !== 'variadic')
  const isSet = /^(?:SETOF |TABLE\()/.test(own.returns)
  const named = outputs.map(({ name = '', type }) => ({ name, type: bareType(type) }))
  const isRow = named.length > 1 || own.returns.startsWith('TABLE(')
  return {
    arguments: own.arguments.map(bareType),
    returns: isRow ? 'record' : bareType(own.returns.replace(/^SETOF /, '')),
    isVariadic: inputs.some(({ mode }) => mode === 'variadic'),
    defaults: inputs.filter((each) => each.default !== undefined).length,
    isSet,
    ...(named.length === 0 ? {} : { outputs: named }),
  }
}

/** The server may put the body of a function in SQL in the place of its call, and then the modifiers of what it casts to are seen. */
function showsModifiers({ returns, body }: Func): boolean {
  if (!/^(?:character|numeric|time|interval|bit)/.test(bareType(returns))) return false
  const texts =
    'source' in body ? [body.source] : (body.sql?.pieces ?? ['(1)']).filter((each) => typeof each === 'string')
  return texts.some((each) => /\(\s*\d+\s*(?:,\s*-?\d+\s*)?\)/.test(each))
}

let knownSignatures: ReadonlyMap<string, readonly Form[]> | undefined
let knownOperators: ReadonlyMap<string, readonly Form[]> | undefined

function signatures(): ReadonlyMap<string, readonly Form[]> {
  knownSignatures ??= readForms(SIGNATURES.split(/ \| |\n/), '; ', typeCalled)
  return knownSignatures
}

function operators(): ReadonlyMap<string, readonly Form[]> {
  knownOperators ??= readForms(OPERATORS.split('\n'), ', ', typeCalled)
  return knownOperators
}

/** The function of an extension that a name means; none where the server has one of that name itself. */
export function extensionFunctionNamed(catalog: Catalog, parts: readonly string[]): Name | undefined {
  if (catalog.extensions.size <= 1) return undefined
  const last = parts.at(-1) ?? ''
  const schemas = parts.length > 1 ? [parts.at(-2)!] : catalog.session.searchPath
  if (parts.length === 1 && signatures().has(last)) return undefined
  return schemas.map((schema) => qualify(schema, last)).find((name) => extensionFunctions(catalog, name).length > 0)
}
