import type { Catalog } from './catalog.ts'
import type { Func, Parameter } from './functions.ts'
import { type Refusal, unfit } from './refusal.ts'
import { typeMissing } from './refusal-of-names.ts'

/** Why the server would refuse to put a function in the place of one of the same arguments (`ProcedureCreate` in pg_proc.c). */
export function refusalOfReplacement(old: Func, made: Func): Refusal | undefined {
  const refuse = (reason: string, sqlstate: string) => unfit(made.name, reason, sqlstate, [made.name])
  if (old.kind !== made.kind) return refuse('cannot change routine kind', '42809')
  if (old.kind === 'function' && isOtherResult(old, made))
    return refuse('cannot change return type of existing function', '42P13')
  const given = inputsOf(made)
  for (const [place, { name }] of inputsOf(old).entries())
    if (name !== undefined && given[place]?.name !== name)
      return refuse(`cannot change name of input parameter "${name}"`, '42P13')
  const defaults = (each: Func) => each.parameters.filter((one) => one.default !== undefined).length
  return defaults(made) < defaults(old)
    ? refuse('cannot remove parameter defaults from existing function', '42P13')
    : undefined
}

/** What contradicts itself in the parameters of a function, or has types that are not there. */
export function refusalOfParameters(catalog: Catalog, made: Func): Refusal | undefined {
  const { name, parameters, returns } = made
  for (const { type } of parameters) {
    const missing = typeMissing(catalog, type)
    const array = type.endsWith('[]') ? '[]' : ''
    if (missing !== undefined)
      return { ...missing, reason: missing.reason.replace(/"(.*)"/, (_, said) => `${said}${array}`) }
  }
  for (const [place, own] of parameters.entries()) {
    const isTwice = parameters.slice(0, place).some((each) => each.name === own.name && isOnOneSide(each, own))
    if (own.name !== undefined && isTwice)
      return unfit(name, `parameter name "${own.name}" used more than once`, '42P13')
  }
  const inputs = inputsOf(made)
  const first = inputs.findIndex((each) => each.default !== undefined)
  if (first >= 0 && inputs.slice(first).some((each) => each.default === undefined && each.mode !== 'variadic'))
    return unfit(name, 'input parameters after one with a default value must also have defaults', '42P13')
  // Of a function in C the server makes a shell of the type that it gives.
  const mayBeShell = made.language === 'c' || made.language === 'internal'
  return mayBeShell || parameters.some(({ mode }) => mode === 'table')
    ? undefined
    : typeMissing(catalog, returns.replace(/^SETOF /, ''))
}

function isOnOneSide({ mode: first }: Parameter, { mode: second }: Parameter): boolean {
  const isIn = (mode: Parameter['mode']) => mode === 'in' || mode === 'variadic'
  const isOut = (mode: Parameter['mode']) => mode === 'out' || mode === 'table'
  return !(isIn(first) && isOut(second)) && !(isOut(first) && isIn(second))
}

function inputsOf({ parameters }: Func) {
  return parameters.filter(({ mode }) => mode !== 'out' && mode !== 'table')
}

/** Types of one name in two schemas may be one that is looked up otherwise. */
function isOtherResult(old: Func, made: Func): boolean {
  const [first, second] = [resultOf(old), resultOf(made)]
  const bare = (text: string) => text.replace(/"(?:[^"]|"")*"\.|[a-z_][\w$]*\./g, '')
  return bare(first) !== bare(second)
}

/** Whether a set, and of what: the type, or the names and types of several outputs. */
function resultOf({ returns, parameters }: Func): string {
  const outputs = parameters.filter(({ mode }) => mode === 'out' || mode === 'inout' || mode === 'table')
  const isSet = /^(SETOF |TABLE\()/.test(returns)
  const type =
    outputs.length > 1
      ? JSON.stringify(outputs.map((each) => [each.name ?? '', each.type]))
      : (outputs[0]?.type ?? returns.replace(/^SETOF /, ''))
  return `${isSet ? 'set of ' : ''}${type}`
}
