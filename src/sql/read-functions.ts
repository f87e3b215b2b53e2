import type { Action } from '../catalog/action.ts'
import type { Catalog, Name } from '../catalog/catalog.ts'
import { functionKey } from '../catalog/fold-objects.ts'
import type { Func, FunctionBody } from '../catalog/functions.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { qualify } from '../catalog/names.ts'
import { trimmed } from './extents.ts'
import { readFunctionOptions, settingsAfter } from './function-options.ts'
import type { Node } from './parser.ts'
import { assignedFields } from './plpgsql.ts'
import { inputTypes, readParameters, returnType, typeList } from './read-parameters.ts'
import { creationSchema, type Reading, routineName, stringsOf } from './reading.ts'
import { expressionText } from './sql-text.ts'
import { tokensIn } from './tokens.ts'

/** CREATE FUNCTION and CREATE PROCEDURE. */
export function readCreateFunction(reading: Reading, node: Node): readonly Action[] {
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const parameters = readParameters(reading, node.parameters)
  const language = languageOf(options)
  const returns = node.is_procedure === true ? 'void' : returnType(reading, node, parameters)
  const settings = settingsAfter(reading, undefined, options)
  const made: Func = {
    name: newFunctionName(reading, stringsOf(node.funcname)),
    kind: node.is_procedure === true ? 'procedure' : 'function',
    arguments: inputTypes(parameters),
    parameters,
    returns,
    language,
    ...UNSAID,
    ...withoutDefaults(readFunctionOptions(reading, options), language),
    pinsSearchPath: settings?.search_path !== undefined,
    ...(settings === undefined ? {} : { settings }),
    body: readBody(reading, node, options),
    assignsNew: returns === 'trigger' ? assignsNew(language, reading.sql) : [],
  }
  return [{ kind: 'createFunction', span: reading.statement, function: made, replace: node.replace === true }]
}

/** What CREATE FUNCTION assumes. */
export const UNSAID = {
  volatility: 'volatile',
  strict: false,
  securityDefiner: false,
  leakproof: false,
  parallel: 'unsafe',
} as const

/** A cost or number of rows that is the default is not told. */
export function withoutDefaults<T extends Partial<Func>>(options: T, language: string): T {
  const { cost, rows, ...rest } = options
  const usual = language === 'c' || language === 'internal' ? 1 : 100
  return {
    ...rest,
    ...(cost === undefined || cost === usual ? {} : { cost }),
    ...(rows === undefined || rows === 1000 ? {} : { rows }),
  } as T
}

/** ALTER FUNCTION … options. */
export function readAlterFunction(reading: Reading, node: Node): readonly Action[] {
  const key = readFunctionKey(reading, node.func)
  const known = reading.before.functions.get(key)
  if (known === undefined) return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'ALTER FUNCTION' }]
  const options: readonly Node[] = (node.actions ?? []).map((each: Node) => each.DefElem)
  const { settings: earlier, ...rest } = known
  const settings = settingsAfter(reading, earlier, options)
  const to: Func = {
    ...withoutDefaults({ ...rest, ...readFunctionOptions(reading, options) }, known.language),
    pinsSearchPath: settings?.search_path !== undefined,
    ...(settings === undefined ? {} : { settings }),
  }
  return [{ kind: 'alterFunction', span: reading.statement, function: key, to }]
}

/** The key of the function that a name and, perhaps, argument types mean. */
export function readFunctionKey(reading: Reading, node: Node): Name {
  const parts = stringsOf(node.objname)
  if (node.args_unspecified === true) {
    const name = routineName(reading, parts, (each) => findByName(reading.before, each) !== undefined)
    const found = findByName(reading.before, name)
    return found === undefined ? `${name}()` : functionKey(found)
  }
  const { functions } = reading.before
  // With OUT arguments among them, only the others count.
  const modes: readonly Node[] = (node.objfuncargs ?? []).map((each: Node) => each.FunctionParameter)
  const isInput = (position: number) => !OUTPUT_MODES.has(modes[position]?.mode)
  const list = typeList(reading, node.objargs)
    .filter((_, position) => isInput(position))
    .join(', ')
  return `${routineName(reading, parts, (each) => functions.has(`${each}(${list})`))}(${list})`
}

const OUTPUT_MODES: ReadonlySet<string> = new Set(['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE'])

/** The fields of NEW that a trigger function assigns, from the text of its CREATE FUNCTION. */
export function assignsNew(language: string, createFunction: string): Func['assignsNew'] {
  return language === 'plpgsql' ? assignedFields(createFunction) : 'any'
}

/** A function under a new name or in another schema. */
export function renamedFunction(
  reading: Reading,
  node: Node,
  rename: (name: Name) => Name,
  span = reading.statement,
): Action {
  const key = readFunctionKey(reading, node)
  const known = reading.before.functions.get(key)
  if (known === undefined) return { kind: 'leaveCatalog', span, statement: 'ALTER FUNCTION' }
  return { kind: 'alterFunction', span, function: key, to: { ...known, name: rename(known.name) } }
}

/** The name of a function that is being made. */
export function newFunctionName(reading: Reading, parts: readonly string[]): Name {
  return qualify(parts.length > 1 ? (parts.at(-2) ?? '') : creationSchema(reading), parts.at(-1) ?? '')
}

function findByName(catalog: Catalog, name: Name): Func | undefined {
  return functionsNamed(catalog, name)[0]
}

function languageOf(options: readonly Node[]): string {
  return String(options.find((each) => each.defname === 'language')?.arg?.String?.sval ?? 'sql').toLowerCase()
}

function readBody(reading: Reading, node: Node, options: readonly Node[]): FunctionBody {
  if (node.sql_body !== undefined) {
    const sql = sqlBody(reading, node)
    return { parsed: true, ...(sql === undefined ? {} : { sql }) }
  }
  const [source = '', symbol] = stringsOf(options.find((each) => each.defname === 'as')?.arg?.List?.items)
  return { source, ...(symbol === undefined ? {} : { symbol }) }
}

/** `RETURN …` or `BEGIN ATOMIC … END`, which is the last thing a CREATE FUNCTION says. */
function sqlBody(reading: Reading, node: Node) {
  const { file, start, end } = reading.statement
  const tokens = [...tokensIn(file.text, start, end)]
  const first = tokens.findIndex(
    ({ word, depth }, position) =>
      depth === 0 && (word === 'RETURN' || (word === 'BEGIN' && tokens[position + 1]?.word === 'ATOMIC')),
  )
  const extent = first < 0 ? undefined : trimmed(file.text, tokens[first]!.start, end)
  return extent === undefined ? undefined : expressionText(reading, node.sql_body, extent)
}
