import { CHANGING_FUNCTIONS, NON_VOLATILE_EXTENSION_FUNCTIONS, NON_VOLATILE_FUNCTIONS } from './built-in-functions.ts'
import type { Catalog, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import { functionsNamed } from './lookups.ts'
import { partsOf } from './names.ts'

/**
 * Whether an expression may give another value for each row, so that a default made of it
 * cannot be stored once for all rows. Of some functions it may be known that they do not.
 */
export function isVolatile(catalog: Catalog, expression: Expression, steady: readonly Name[] = []): boolean {
  return expression.functions.some((name) => !steady.includes(name) && mayVary(catalog, name))
}

/**
 * Whether an expression surely calls what is not immutable, so that it can stand neither in
 * an index nor in a generated column. The server looks into functions in SQL before it asks.
 */
export function isSurelyMutable(catalog: Catalog, expression: Expression): boolean {
  return expression.functions.some((name) => {
    const own = functionsNamed(catalog, name)
    if (own.length > 0) return own.every((each) => each.volatility !== 'immutable' && each.language !== 'sql')
    return !name.includes('.') && (CHANGING_FUNCTIONS.has(name) || SQL_VALUES.has(name))
  })
}

/** Of a function that is not known, CREATE FUNCTION's own assumption is made: that it is volatile. */
function mayVary(catalog: Catalog, name: Name): boolean {
  const own = functionsNamed(catalog, name)
  if (own.length > 0) return own.some((each) => each.volatility === 'volatile')
  if (!name.includes('.') && (NON_VOLATILE_FUNCTIONS.has(name) || SQL_VALUES.has(name))) return false
  return !NON_VOLATILE_EXTENSION_FUNCTIONS.has(name.includes('.') ? partsOf(name).name : name)
}

/** Values that SQL writes without brackets (SQLValueFunctionOp in primnodes.h): all are stable. */
const SQL_VALUES: ReadonlySet<string> = new Set([
  'current_catalog',
  'current_date',
  'current_role',
  'current_schema',
  'current_time',
  'current_timestamp',
  'current_user',
  'localtime',
  'localtimestamp',
  'session_user',
  'user',
])
