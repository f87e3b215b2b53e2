import type { Func } from './functions.ts'
import { type Refusal, unfit } from './refusal.ts'

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
