import type { Func, Parameter } from '../catalog/functions.ts'
import { quoteIdentifier, withoutModifiers } from '../catalog/names.ts'
import { trimmed } from './extents.ts'
import type { Node } from './parser.ts'
import { type Reading, stringsOf } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { bracketed, type Extent, findWord, listItems } from './tokens.ts'
import { readType } from './type-names.ts'

/** The arguments of a function with their defaults, and the columns of RETURNS TABLE. */
export function readParameters(reading: Reading, nodes: readonly Node[] | undefined): readonly Parameter[] {
  const items = parameterItems(reading)
  return (nodes ?? []).map((each, position) => readParameter(reading, each.FunctionParameter, items[position]))
}

function readParameter(reading: Reading, node: Node, item: Extent | undefined): Parameter {
  const value =
    node.defexpr === undefined
      ? {}
      : { default: readExpressionAt(reading, node.defexpr, item === undefined ? undefined : defaultIn(reading, item)) }
  return {
    ...(node.name === undefined ? {} : { name: node.name as string }),
    mode: MODES[node.mode as string] ?? 'in',
    type: argumentType(reading, node.argType),
    ...value,
  }
}

/** A type as a function keeps it: without modifiers. */
export function argumentType(reading: Reading, node: Node): string {
  const type = withoutModifiers(readType(reading, node).type).replace(/^bpchar(?=$|\[)/, 'character')
  return node.setof === true ? `SETOF ${type}` : type
}

/** The types of those arguments that a call gives. */
export function inputTypes(parameters: readonly Parameter[]): readonly string[] {
  return parameters.filter(({ mode }) => mode !== 'out' && mode !== 'table').map(({ type }) => type)
}

/** What a function returns, as `pg_get_function_result` prints it. */
export function returnType(reading: Reading, node: Node, parameters: readonly Parameter[]): Func['returns'] {
  const columns = parameters.filter(({ mode }) => mode === 'table')
  if (columns.length > 0) {
    return `TABLE(${columns.map((each) => `${quoteIdentifier(each.name ?? '')} ${each.type}`).join(', ')})`
  }
  if (node.returnType !== undefined) return argumentType(reading, node.returnType)
  const outputs = parameters.filter(({ mode }) => mode === 'out' || mode === 'inout')
  return outputs.length === 1 ? outputs[0]!.type : 'record'
}

/** The arguments as they stand in the text, in the first brackets of the statement. */
function parameterItems(reading: Reading): readonly Extent[] {
  const { file, start, end } = reading.statement
  const list = bracketed(file.text, start, end)
  return list === undefined ? [] : listItems(file.text, list.start, list.end)
}

function defaultIn(reading: Reading, item: Extent): Extent | undefined {
  const { text } = reading.statement.file
  const word = findWord(text, item.start, item.end, 'DEFAULT', '=')
  return word === undefined ? undefined : trimmed(text, word.end, item.end)
}

const MODES: Readonly<Record<string, Parameter['mode']>> = {
  FUNC_PARAM_IN: 'in',
  FUNC_PARAM_OUT: 'out',
  FUNC_PARAM_INOUT: 'inout',
  FUNC_PARAM_VARIADIC: 'variadic',
  FUNC_PARAM_TABLE: 'table',
  FUNC_PARAM_DEFAULT: 'in',
}

/** The names of a list of types, as DROP and COMMENT give the arguments of a function. */
export function typeList(reading: Reading, nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).map((each) => (each.TypeName === undefined ? '' : argumentType(reading, each.TypeName)))
}

/** The parts of a name in a list, where a definition names a function or type: `sfunc = app.add`. */
export function nameParts(node: Node | undefined): readonly string[] {
  return stringsOf(node?.TypeName?.names ?? node?.List?.items)
}
