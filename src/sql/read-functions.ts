import type { Action } from '../catalog/action.ts'
import type { Catalog, Name } from '../catalog/catalog.ts'
import { functionKey } from '../catalog/fold-objects.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { partsOf, qualify } from '../catalog/names.ts'
import type { Func } from '../catalog/objects.ts'
import { textOf } from '../text/source-file.ts'
import type { Node } from './parser.ts'
import { assignedFields } from './plpgsql.ts'
import { creationSchema, objectName, type Reading, stringsOf } from './reading.ts'
import { readType } from './type-names.ts'

/** CREATE FUNCTION and CREATE PROCEDURE. */
export function readCreateFunction(reading: Reading, node: Node): readonly Action[] {
  const parts = stringsOf(node.funcname)
  const name = qualify(parts.length > 1 ? (parts.at(-2) ?? '') : creationSchema(reading), parts.at(-1) ?? '')
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const language = String(optionOf(options, 'language')?.String?.sval ?? 'sql').toLowerCase()
  const returns = node.is_procedure === true ? 'void' : returnType(reading, node)
  const made: Func = {
    name,
    kind: node.is_procedure === true ? 'procedure' : 'function',
    arguments: inputTypes(reading, node.parameters),
    returns,
    language,
    volatility: volatilityOf(options) ?? 'volatile',
    securityDefiner: optionOf(options, 'security')?.Boolean?.boolval === true,
    pinsSearchPath: options.some((each) => each.defname === 'set' && each.arg?.VariableSetStmt?.name === 'search_path'),
    assignsNew: returns === 'trigger' ? assignsNew(language, textOf(reading.statement)) : [],
  }
  return [{ kind: 'createFunction', span: reading.statement, function: made, replace: node.replace === true }]
}

/** ALTER FUNCTION … options. */
export function readAlterFunction(reading: Reading, node: Node): readonly Action[] {
  const key = readFunctionKey(reading, node.func)
  const known = reading.before.functions.get(key)
  if (known === undefined) return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'ALTER FUNCTION' }]
  const options: readonly Node[] = (node.actions ?? []).map((each: Node) => each.DefElem)
  const security = optionOf(options, 'security')?.Boolean
  const to = {
    ...known,
    volatility: volatilityOf(options) ?? known.volatility,
    securityDefiner: security === undefined ? known.securityDefiner : security.boolval === true,
    pinsSearchPath: options.reduce((pins, each) => pinsAfter(pins, each), known.pinsSearchPath),
  }
  return [{ kind: 'alterFunction', span: reading.statement, function: key, to }]
}

/** The key of the function that a name and, perhaps, argument types mean. */
export function readFunctionKey(reading: Reading, node: Node): Name {
  const parts = stringsOf(node.objname)
  const { functions } = reading.before
  if (node.args_unspecified === true) {
    const name = objectName(reading, parts, (each) => findByName(reading.before, each) !== undefined)
    const found = findByName(reading.before, name)
    return found === undefined ? `${name}()` : functionKey(found)
  }
  const types = (node.objargs ?? []).map((each: Node) =>
    each.TypeName === undefined ? '' : readType(reading, each.TypeName).type,
  )
  const list = types.join(', ')
  return `${objectName(reading, parts, (each) => functions.has(`${each}(${list})`))}(${list})`
}

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

function findByName(catalog: Catalog, name: Name): Func | undefined {
  return functionsNamed(catalog, name)[0]
}

function optionOf(options: readonly Node[], name: string): Node | undefined {
  return options.find((each) => each.defname === name)?.arg
}

function volatilityOf(options: readonly Node[]): Func['volatility'] | undefined {
  return optionOf(options, 'volatility')?.String?.sval
}

function pinsAfter(pins: boolean, option: Node): boolean {
  const setting = option.defname === 'set' ? option.arg?.VariableSetStmt : undefined
  if (setting?.kind === 'VAR_RESET_ALL') return false
  if (setting?.name !== 'search_path') return pins
  return setting.kind !== 'VAR_RESET' && setting.kind !== 'VAR_SET_DEFAULT'
}

function inputTypes(reading: Reading, parameters: readonly Node[] | undefined): readonly string[] {
  const inputs = (parameters ?? []).map((each) => each.FunctionParameter).filter((each) => !OUTPUT_MODES.has(each.mode))
  return inputs.map((each) => readType(reading, each.argType).type.replace(/\(.*?\)/, ''))
}

const OUTPUT_MODES: ReadonlySet<string> = new Set(['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE'])

function returnType(reading: Reading, node: Node): string {
  const outputs: readonly Node[] = (node.parameters ?? [])
    .map((each: Node) => each.FunctionParameter)
    .filter((each: Node) => each.mode === 'FUNC_PARAM_TABLE')
  if (outputs.length > 0) {
    return `TABLE(${outputs.map((each) => `${partsOf(`x.${each.name}`).name} ${readType(reading, each.argType).type}`).join(', ')})`
  }
  if (node.returnType === undefined) return 'record'
  const { type } = readType(reading, node.returnType)
  return node.returnType.setof === true ? `SETOF ${type}` : type
}
