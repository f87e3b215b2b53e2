import type { Action } from '../catalog/action.ts'
import type { Identifier } from '../catalog/catalog.ts'
import type { Func } from '../catalog/functions.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { quoteBody, quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import { evaluate, evaluateNode } from './known-values.ts'
import { type Node, parsePlpgsql } from './parser.ts'
import { readProgram } from './read-do.ts'
import { type Reading, routineName, stringsOf } from './reading.ts'
import type { Value } from './system-rows.ts'

/** A call of a function for what it does, and what that is: undefined where its body does not tell. */
export interface Call {
  readonly name: string
  readonly actions?: readonly Action[]
}

/**
 * The function of the migrations' own that SELECT calls for its effect: one that returns void,
 * one whose body is read and does something or may do something, or one of a schema that the
 * server does not bring along. Its body is read where it is called once: the query reads no
 * relation.
 */
export function readCallForEffect(reading: Reading, query: Node): Call | undefined {
  const from: readonly Node[] = query.fromClause ?? []
  const inFrom = from.flatMap((each) => each.RangeFunction?.functions?.[0]?.List?.items?.[0]?.FuncCall ?? [])
  const inTargets: readonly Node[] = (query.targetList ?? []).flatMap(
    (each: Node) => each.ResTarget?.val?.FuncCall ?? [],
  )
  const isSingle = from.length === inFrom.length && query.whereClause === undefined
  for (const call of [...inFrom, ...inTargets]) {
    const parts = stringsOf(call.funcname)
    const known = functionOf(reading, parts)
    const actions = isSingle && known?.kind === 'function' ? readBody(reading, known, call) : undefined
    const isForeign = known === undefined && parts.length > 1 && parts[0] !== 'pg_catalog' && from.length === 0
    const isUnread = known?.kind === 'function' && actions === undefined && mayDefine(reading, known)
    if (isForeign || known?.returns === 'void' || isUnread || (actions?.length ?? 0) > 0)
      return { name: parts.join('.'), ...(actions === undefined ? {} : { actions }) }
  }
  return undefined
}

/** What CALL of the migrations' own procedure does; undefined where its body does not tell. */
export function readProcedure(reading: Reading, call: Node | undefined): readonly Action[] | undefined {
  const known = functionOf(reading, stringsOf(call?.funcname))
  return call === undefined || known?.kind !== 'procedure' ? undefined : readBody(reading, known, call)
}

function functionOf(reading: Reading, parts: readonly string[]): Func | undefined {
  const { before } = reading
  const name = routineName(reading, parts, (each) => functionsNamed(before, each).length > 0)
  return functionsNamed(before, name)[0]
}

/** Whether the body of a function in PL/pgSQL may define something, whatever its arguments are. */
function mayDefine(reading: Reading, { name, parameters }: Func): boolean {
  const { calls = [], before } = reading
  if (calls.includes(name)) return false
  const unknown = new Map(parameters.map((each): [Identifier, Value] => [each.name ?? '', undefined]))
  return functionsNamed(before, name).some((each) => {
    if (each.language !== 'plpgsql' || !('source' in each.body)) return false
    return readSource(reading, each, each.body.source, unknown)?.length !== 0
  })
}

/** What the body of a function or procedure in PL/pgSQL does with these arguments. Of several with one name the types would decide. */
function readBody(reading: Reading, called: Func, call: Node): readonly Action[] | undefined {
  const { name, language, body, pinsSearchPath } = called
  const { calls = [], before } = reading
  const isPlain = language === 'plpgsql' && !pinsSearchPath && 'source' in body
  if (!isPlain || calls.includes(name) || functionsNamed(before, name).length > 1) return undefined
  const values = valuesOf(reading, called, call.args ?? [])
  const actions = values === undefined ? undefined : readSource(reading, called, body.source, values)
  return actions?.every((each) => each.kind !== 'unmodelled') === true ? actions : undefined
}

/** What a text in PL/pgSQL does; undefined where it does not parse. */
function readSource(reading: Reading, called: Func, source: string, values: Values): readonly Action[] | undefined {
  const parsed = parsePlpgsql(definitionOf(called, source))
  if (!parsed.ok) return undefined
  const whole: Node | undefined = parsed.value.plpgsql_funcs?.[0]?.PLpgSQL_function
  const calls = [...(reading.calls ?? []), called.name]
  return readProgram({ ...reading, sql: '', calls, offsetOf: nowhere }, whole, values)
}

/** A function's text has no place in the statement that calls it. */
function nowhere(): undefined {
  return undefined
}

/** The values of the parameters, each of which must be given one. */
function valuesOf(reading: Reading, { parameters }: Func, given: readonly Node[]): Values | undefined {
  const isPlain = parameters.every(({ mode, name }) => mode === 'in' && name !== undefined)
  if (!isPlain || given.length !== parameters.length) return undefined
  const scope = { catalog: reading.before, variables: reading.variables ?? NONE }
  return new Map(
    parameters.map(({ name, type }, place): [Identifier, Value] => {
      const value = evaluateNode(given[place], scope)
      if (typeof value !== 'string' || !TEXTS.has(type)) return [name ?? '', value === null ? null : undefined]
      const isNamed = type === 'regclass' && given[place]?.TypeCast === undefined
      return [name ?? '', isNamed ? evaluate(`${quoteLiteral(value)}::regclass`, scope) : value]
    }),
  )
}

type Values = ReadonlyMap<Identifier, Value>
const NONE: Values = new Map()

/** The types of which a value is known by its text. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['text', 'character varying', 'name', 'regclass', 'smallint', 'integer', 'bigint'],
])

function definitionOf({ parameters, returns }: Func, source: string): string {
  const list = parameters.map(({ name, type }) => `${quoteIdentifier(name ?? '')} ${type}`).join(', ')
  return `create function called (${list}) returns ${returns} language plpgsql as ${quoteBody(source)}`
}
