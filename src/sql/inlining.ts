import type { Catalog, Name } from '../catalog/catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import type { Func } from '../catalog/functions.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { isVolatile } from '../catalog/volatility.ts'
import { mayGiveRows } from './call-types.ts'
import { readExpression } from './expressions.ts'
import { type Node, parse } from './parser.ts'
import { stringsOf } from './reading.ts'

/**
 * The functions of an expression that are volatile by name only: the planner puts what their body computes in place of the
 * call (inline_function in clauses.c), and asks for volatility after that. Only those without arguments are looked at.
 */
export function steadyWhenInlined(
  catalog: Catalog,
  expression: Expression,
  found: Map<Func, boolean> = new Map(),
): readonly Name[] {
  return expression.functions.filter((name) => {
    const [only, ...others] = functionsNamed(catalog, name)
    if (only === undefined || others.length > 0) return false
    // What calls itself is not put in its own place.
    if (!found.has(only)) {
      found.set(only, false)
      found.set(only, isInlined(only) && isSteady(catalog, only, found))
    }
    return found.get(only) === true
  })
}

function isInlined(own: Func): boolean {
  const isPlain = !own.strict && !own.securityDefiner && own.settings === undefined && own.window === undefined
  return own.language === 'sql' && own.volatility === 'volatile' && own.parameters.length === 0 && isPlain
}

function isSteady(catalog: Catalog, { body, returns }: Func, found: Map<Func, boolean>): boolean {
  // Types that somebody made, a domain with its checks or a row, are left to the server.
  if (!('source' in body) || /\.|^(?:SETOF |TABLE\(|void$|record$)/.test(returns)) return false
  const value = onlyValue(body.source)
  if (value === undefined || holdsQuery(catalog, value)) return false
  const computed = readExpression(value, catalog)
  return !isVolatile(catalog, computed, steadyWhenInlined(catalog, computed, found))
}

/** What a body computes that is SELECT with one value and nothing else. */
function onlyValue(source: string): Node | undefined {
  const parsed = parse(source)
  if (!parsed.ok || parsed.value.length !== 1) return undefined
  const { targetList, limitOption, op, ...more } = parsed.value[0]?.stmt.SelectStmt ?? {}
  const isPlain = Object.keys(more).length === 0 && limitOption === 'LIMIT_OPTION_DEFAULT' && op === 'SETOP_NONE'
  return isPlain && targetList?.length === 1 ? targetList[0].ResTarget?.val : undefined
}

/** Whether an expression holds a query, or a call that gives rows. */
function holdsQuery(catalog: Catalog, expression: Node): boolean {
  const pending: unknown[] = [expression]
  while (pending.length > 0) {
    const current = pending.pop()
    if (typeof current !== 'object' || current === null) continue
    const { SubLink: query, FuncCall: call } = current as Node
    if (query !== undefined || call?.over !== undefined) return true
    if (call !== undefined && mayGiveRows(catalog, stringsOf(call.funcname))) return true
    pending.push(...Object.values(current))
  }
  return false
}
