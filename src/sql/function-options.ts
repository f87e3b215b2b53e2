import type { Func } from '../catalog/functions.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Node } from './parser.ts'
import { argumentType } from './read-parameters.ts'
import { type Reading, routineName, stringsOf } from './reading.ts'

/** The facts that the options of CREATE and ALTER FUNCTION set. */
export type FunctionOptions = Partial<
  Pick<
    Func,
    | 'volatility'
    | 'strict'
    | 'securityDefiner'
    | 'leakproof'
    | 'parallel'
    | 'window'
    | 'cost'
    | 'rows'
    | 'support'
    | 'transforms'
  >
>

/** Reads the options of CREATE FUNCTION and ALTER FUNCTION but for SET, AS and LANGUAGE. */
export function readFunctionOptions(reading: Reading, options: readonly Node[]): FunctionOptions {
  const read: Record<string, unknown> = {}
  for (const { defname, arg } of options) {
    switch (defname) {
      case 'volatility':
        read.volatility = arg.String.sval
        break
      case 'strict':
      case 'leakproof':
        read[defname] = arg.Boolean.boolval === true
        break
      case 'security':
        read.securityDefiner = arg.Boolean.boolval === true
        break
      case 'parallel':
        read.parallel = String(arg.String.sval).toLowerCase()
        break
      case 'window':
        if (arg.Boolean.boolval === true) read.window = true
        break
      case 'cost':
      case 'rows':
        read[defname] = numberOf(arg)
        break
      case 'support':
        read.support = functionNamed(reading, stringsOf(arg.List.items))
        break
      case 'transform':
        read.transforms = (arg.List.items as readonly Node[]).map((each) => argumentType(reading, each.TypeName))
    }
  }
  return read
}

/** The settings of a function after SET and RESET; undefined where none are left. */
export function settingsAfter(reading: Reading, before: Func['settings'], options: readonly Node[]): Func['settings'] {
  let settings: Record<string, string> = { ...before }
  for (const { defname, arg } of options) {
    const statement = defname === 'set' ? arg?.VariableSetStmt : undefined
    if (statement === undefined) continue
    const name = settingName(String(statement.name ?? ''))
    if (statement.kind === 'VAR_RESET_ALL') settings = {}
    else if (statement.kind === 'VAR_RESET' || statement.kind === 'VAR_SET_DEFAULT') delete settings[name]
    else if (statement.kind === 'VAR_SET_CURRENT') settings[name] = currentValue(reading, name)
    else settings[name] = settingValue(name, statement.args)
  }
  const names = Object.keys(settings)
  return names.length === 0 ? undefined : Object.fromEntries(names.toSorted().map((name) => [name, settings[name]!]))
}

/** The name of a setting as the server spells it. */
function settingName(name: string): string {
  const lower = name.toLowerCase()
  return SPELLED.find((each) => each.toLowerCase() === lower) ?? lower
}

/** The settings of which the server does not spell the names in lower case (guc_tables.c). */
const SPELLED = ['DateStyle', 'IntervalStyle', 'TimeZone'] as const

/** A setting as the server keeps it: the members of a list of names quoted where they must be. */
export function settingValue(name: string, args: readonly Node[] | undefined): string {
  const values = (args ?? []).map((each) => constantText(each.A_Const ?? each.TypeCast?.arg?.A_Const))
  return values.map((value) => (QUOTED_LISTS.has(name) ? quoteIdentifier(value) : value)).join(', ')
}

/** The settings that are lists of names (GUC_LIST_QUOTE in guc_tables.c). */
const QUOTED_LISTS: ReadonlySet<string> = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
])

/** Only search_path is followed; FROM CURRENT of another setting takes what the session was started with. */
function currentValue(reading: Reading, name: string): string {
  return name === 'search_path' ? reading.before.session.searchPath.map(quoteIdentifier).join(', ') : ''
}

/** A constant as text: of a string its value, of a number its digits. */
export function constantText(constant: Node | undefined): string {
  if (constant?.ival !== undefined) return String(constant.ival.ival ?? 0)
  if (constant?.fval !== undefined) return String(constant.fval.fval)
  if (constant?.boolval !== undefined) return constant.boolval.boolval === true ? 'true' : 'false'
  return String(constant?.sval?.sval ?? '')
}

/** The function that a name in a definition means. */
export function functionNamed(reading: Reading, parts: readonly string[]): string {
  const own = [...reading.before.functions.values()]
  const name = routineName(reading, parts, (each) => own.some((known) => known.name === each))
  const isOwn = own.some((known) => known.name === name)
  const last = parts.at(-1) ?? ''
  // What is nobody's own and has no schema is the system's.
  if (!isOwn && (parts.length === 1 || parts.at(-2) === 'pg_catalog')) return quoteIdentifier(last)
  return name
}

function numberOf(arg: Node): number {
  return Number(arg.Integer !== undefined ? (arg.Integer.ival ?? 0) : arg.Float.fval)
}
