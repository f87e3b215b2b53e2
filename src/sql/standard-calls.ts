import type { Node } from './parser.ts'

/** The name and type of what standard SQL writes like a call and the grammar has nodes of its own for; without a type the statement says it, or it is not known. */
export interface StandardCall {
  readonly name?: string
  readonly type?: string
  /** The type that RETURNING, or AS, says. */
  readonly said?: Node
}

/** What a node stands for (`FigureColname` in parse_target.c, parse_expr.c); undefined for any other. */
export function standardCall(tag: string, node: Node): StandardCall | undefined {
  switch (tag) {
    case 'XmlExpr':
      return node.op === 'IS_DOCUMENT'
        ? { type: 'boolean' }
        : { name: String(node.op).replace('IS_', '').toLowerCase(), type: 'xml' }
    case 'XmlSerialize':
      return { name: 'xmlserialize', said: node.typeName }
    case 'JsonIsPredicate':
      return { type: 'boolean' }
    case 'JsonFuncExpr':
      return returning(FUNCTIONS[node.op], node.output)
    case 'JsonObjectAgg':
      return returning(['json_objectagg', 'json'], aggregated(node))
    case 'JsonArrayAgg':
      return returning(['json_arrayagg', 'json'], aggregated(node))
    default:
      return Object.hasOwn(CALLS, tag) ? returning(CALLS[tag], node.output) : undefined
  }
}

type Call = readonly [name: string, type: string]

const FUNCTIONS: Readonly<Record<string, Call>> = {
  JSON_EXISTS_OP: ['json_exists', 'boolean'],
  JSON_QUERY_OP: ['json_query', 'jsonb'],
  JSON_VALUE_OP: ['json_value', 'text'],
}

const CALLS: Readonly<Record<string, Call>> = {
  JsonObjectConstructor: ['json_object', 'json'],
  JsonArrayConstructor: ['json_array', 'json'],
  JsonArrayQueryConstructor: ['json_array', 'json'],
  JsonParseExpr: ['json', 'json'],
  JsonScalarExpr: ['json_scalar', 'json'],
  JsonSerializeExpr: ['json_serialize', 'text'],
}

/** RETURNING of an aggregate, in a field that every object of JavaScript has. */
function aggregated(node: Node): Node | undefined {
  return Object.hasOwn(node, 'constructor') ? (node.constructor as unknown as Node).output : undefined
}

function returning(call: Call | undefined, output: Node | undefined): StandardCall | undefined {
  if (call === undefined) return undefined
  const [name, type] = call
  return output?.typeName === undefined ? { name, type } : { name, said: output.typeName }
}
