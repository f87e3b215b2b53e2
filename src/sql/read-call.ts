import type { Action } from '../catalog/action.ts'
import type { Identifier, Name } from '../catalog/catalog.ts'
import { fold } from '../catalog/fold.ts'
import type { Func } from '../catalog/functions.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { quoteBody, quoteIdentifier } from '../catalog/names.ts'
import { calledFunction, type Given, givenTo } from './called-function.ts'
import { isNeutral } from './conditional-actions.ts'
import { type Node, parsePlpgsql } from './parser.ts'
import { notRead, readProgram } from './read-do.ts'
import { type Reading, routineName, stringsOf } from './reading.ts'
import type { Value } from './system-rows.ts'

/**
 * What the functions of the migrations' own do that SELECT calls for their effect: those that
 * return void, those whose bodies are read and do something or may do something, and those of a
 * schema that the server does not bring along; undefined where it calls none. Bodies are read
 * where each is called once: the query reads no relation.
 */
export function readCallForEffect(reading: Reading, query: Node): readonly Action[] | undefined {
  const from: readonly Node[] = query.fromClause ?? []
  const inFrom = from.flatMap((each) => each.RangeFunction?.functions?.[0]?.List?.items?.[0]?.FuncCall ?? [])
  const inTargets: readonly Node[] = (query.targetList ?? []).flatMap(
    (each: Node) => each.ResTarget?.val?.FuncCall ?? [],
  )
  const isSingle = from.length === inFrom.length && query.whereClause === undefined
  let done: Action[] | undefined
  let before = reading.before
  for (const call of [...inFrom, ...inTargets]) {
    const found = readOne({ ...reading, before }, call, { isSingle, isAlone: from.length === 0 })
    if (found === undefined) continue
    done = [...(done ?? []), ...found]
    const isLast = call === (inTargets.at(-1) ?? inFrom.at(-1))
    if (!isLast) for (const each of found) before = fold(before, each, reading.postgres)
  }
  return done
}

/** What a call does that is made for its effect; undefined for any other. */
function readOne(
  reading: Reading,
  call: Node,
  { isSingle, isAlone }: { readonly isSingle: boolean; readonly isAlone: boolean },
): readonly Action[] | undefined {
  const parts = stringsOf(call.funcname)
  const statement = `SELECT ${parts.join('.')}()`
  const named = ownRoutine(reading, parts)
  const known = named === undefined ? undefined : calledFunction(reading, named, call)
  const actions = isSingle && known?.kind === 'function' ? readBody(reading, known, call, statement) : undefined
  const isWhole = actions?.every((each) => each.kind !== 'unmodelled') === true
  if (isWhole) return actions.length > 0 || known?.returns === 'void' ? actions : undefined
  const isForeign = named === undefined && parts.length > 1 && parts[0] !== 'pg_catalog' && isAlone
  if (!isForeign && (named === undefined || !mayDefine(reading, named))) return undefined
  return actions ?? [notRead(reading, statement)]
}

/** What CALL of a procedure does; of the migrations' own all that their body tells. */
export function readProcedure(reading: Reading, call: Node | undefined): readonly Action[] {
  const parts = stringsOf(call?.funcname)
  const statement = `CALL ${parts.join('.')}`
  const named = ownRoutine(reading, parts)
  const known = call === undefined || named === undefined ? undefined : calledFunction(reading, named, call)
  const actions =
    call === undefined || known?.kind !== 'procedure' ? undefined : readBody(reading, known, call, statement)
  return actions ?? [notRead(reading, statement)]
}

/** The name of the functions or procedures of the migrations' own that a call means. */
function ownRoutine(reading: Reading, parts: readonly string[]): Name | undefined {
  const { before } = reading
  const name = routineName(reading, parts, (each) => functionsNamed(before, each).length > 0)
  return functionsNamed(before, name).length > 0 ? name : undefined
}

/** Whether a function may define something, whatever its arguments are: one that returns nothing, if its body does not tell. */
function mayDefine(reading: Reading, name: Name): boolean {
  const { calls = [], before } = reading
  return functionsNamed(before, name).some((each) => {
    const isVoid = each.returns === 'void'
    const isRead = each.language === 'plpgsql' || (each.language === 'sql' && isVoid)
    if (each.kind !== 'function' || calls.includes(name)) return isVoid
    if (!isRead || !('source' in each.body)) return isVoid
    const unknown = new Map(each.parameters.map((one): [Identifier, Value] => [one.name ?? '', undefined]))
    const actions = readSource(reading, each, each.body.source, { values: unknown, arrays: new Map() })
    return actions === undefined || !actions.every(isNeutral)
  })
}

/**
 * What the body of a function or procedure does with these arguments, of one in SQL where it
 * gives nothing. Parts that do not tell are named once, as the statement that calls.
 */
function readBody(reading: Reading, called: Func, call: Node, statement: string): readonly Action[] | undefined {
  const { name, language, body, pinsSearchPath, returns } = called
  const { calls = [], before, variables = new Map(), arrays = new Map(), postgres } = reading
  const isRead = language === 'plpgsql' || (language === 'sql' && returns === 'void')
  if (!isRead || pinsSearchPath || !('source' in body) || calls.includes(name)) return undefined
  const given = givenTo(called, call, { catalog: before, variables, arrays, postgres })
  // A strict function that is given NULL is not called.
  if (called.strict && [...(given?.values.values() ?? [])].includes(null)) return []
  const actions = given === undefined ? undefined : readSource(reading, called, body.source, given)
  const unread = actions?.find((each) => each.kind === 'unmodelled')
  if (unread === undefined) return actions
  return actions?.flatMap((each): readonly Action[] => {
    if (each.kind !== 'unmodelled') return [each]
    return each === unread ? [notRead(reading, statement)] : []
  })
}

/** What a text in PL/pgSQL does; undefined where it does not parse. */
function readSource(reading: Reading, called: Func, source: string, given: Given): readonly Action[] | undefined {
  const parsed = parsePlpgsql(definitionOf(called, called.language === 'sql' ? asBlock(source) : source))
  if (!parsed.ok) return undefined
  const whole: Node | undefined = parsed.value.plpgsql_funcs?.[0]?.PLpgSQL_function
  const calls = [...(reading.calls ?? []), called.name]
  return readProgram({ ...reading, sql: '', calls, offsetOf: nowhere }, whole, given)
}

/** A function's text has no place in the statement that calls it. */
function nowhere(): undefined {
  return undefined
}

/** The statements of a function in SQL as a block, which does the same. */
function asBlock(source: string): string {
  return `begin\n${source}${source.trimEnd().endsWith(';') ? '' : '\n;'}\nend`
}

function definitionOf({ parameters, returns }: Func, source: string): string {
  const list = parameters.map(({ name, type }) => `${quoteIdentifier(name ?? '')} ${type}`).join(', ')
  return `create function called (${list}) returns ${returns} language plpgsql as ${quoteBody(source)}`
}
