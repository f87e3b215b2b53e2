import { RESULTS } from '../catalog/built-in-results.ts'
import type { Identifier, Name } from '../catalog/catalog.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { qualify, withoutModifiers } from '../catalog/names.ts'
import type { Node } from './parser.ts'
import { type Reading, stringsOf } from './reading.ts'
import { readType } from './type-names.ts'

/** What an expression gives. A string whose type nothing says is `unknown`. */
export interface TypedValue {
  /** As `format_type` prints it. */
  readonly type: string
  readonly collation?: Name
}

/** What an expression may name, and how queries within it are typed. */
export interface TypeScope {
  readonly reading: Reading
  column(fields: readonly Identifier[]): TypedValue | undefined
  /** The one column of a query. */
  query(select: Node): TypedValue | undefined
}

/** The type of an expression, where the grammar, the catalog and the server's own functions leave no doubt. */
export function typeOfExpression(node: Node | undefined, scope: TypeScope): TypedValue | undefined {
  const [tag, part] = Object.entries(node ?? {})[0] ?? []
  const typed = tag === undefined ? undefined : TYPED[tag]
  return typed?.(part as Node, scope)
}

type Typed = (node: Node, scope: TypeScope) => TypedValue | undefined

const BOOLEAN: Typed = () => ({ type: 'boolean' })

const TYPED: Readonly<Record<string, Typed>> = {
  ColumnRef: (node, scope) => {
    const fields = stringsOf(node.fields)
    return fields.length === node.fields.length && !fields.includes('') ? scope.column(fields) : undefined
  },
  A_Const: constantType,
  TypeCast: (node, { reading }) => ({ type: readType(reading, node.typeName).type }),
  FuncCall: callType,
  CoalesceExpr: (node, scope) => commonType(node.args, scope),
  MinMaxExpr: (node, scope) => commonType(node.args, scope),
  CaseExpr: (node, scope) => {
    const results: readonly Node[] = (node.args ?? []).map((each: Node) => each.CaseWhen.result)
    return commonType([...results, ...(node.defresult === undefined ? [] : [node.defresult])], scope)
  },
  A_Expr: operationType,
  BoolExpr: BOOLEAN,
  NullTest: BOOLEAN,
  BooleanTest: BOOLEAN,
  SQLValueFunction: (node) => {
    const type = VALUE_FUNCTIONS[node.op]
    return type === undefined ? undefined : { type }
  },
  SubLink: (node, scope) => {
    if (node.subLinkType !== 'EXPR_SUBLINK')
      return node.subLinkType === 'ARRAY_SUBLINK' ? undefined : { type: 'boolean' }
    return scope.query(node.subselect.SelectStmt)
  },
  A_ArrayExpr: (node, scope) => {
    const element = commonType(node.elements ?? [], scope)
    return element === undefined || element.type.endsWith('[]') ? undefined : { type: `${settled(element).type}[]` }
  },
}

const VALUE_FUNCTIONS: Readonly<Record<string, string>> = {
  SVFOP_CURRENT_DATE: 'date',
  SVFOP_CURRENT_TIMESTAMP: 'timestamp with time zone',
  SVFOP_LOCALTIMESTAMP: 'timestamp without time zone',
  SVFOP_CURRENT_TIME: 'time with time zone',
  SVFOP_LOCALTIME: 'time without time zone',
  SVFOP_CURRENT_USER: 'name',
  SVFOP_CURRENT_ROLE: 'name',
  SVFOP_USER: 'name',
  SVFOP_SESSION_USER: 'name',
  SVFOP_CURRENT_CATALOG: 'name',
  SVFOP_CURRENT_SCHEMA: 'name',
}

/** As the column of a query: a string of no other type is text. */
export function settled({ type, ...rest }: TypedValue): TypedValue {
  return { ...rest, type: type === 'unknown' ? 'text' : type }
}

function constantType(node: Node): TypedValue | undefined {
  if (node.ival !== undefined) return { type: 'integer' }
  if (node.boolval !== undefined) return { type: 'boolean' }
  if (node.fval !== undefined) {
    const digits: string = node.fval.fval ?? ''
    return { type: /^\d+$/.test(digits) && BigInt(digits) <= 2n ** 63n - 1n ? 'bigint' : 'numeric' }
  }
  return node.sval !== undefined || node.isnull === true ? { type: 'unknown' } : undefined
}

/** Of COALESCE, CASE and the like only what is of one type, beside strings that take it on, is told. */
function commonType(nodes: readonly Node[], scope: TypeScope): TypedValue | undefined {
  const values = nodes.map((each) => typeOfExpression(each, scope))
  if (values.some((each) => each === undefined)) return undefined
  const typed = (values as readonly TypedValue[]).filter(({ type }) => type !== 'unknown')
  const [first, ...others] = typed
  if (first === undefined) return { type: 'text' }
  const bare = withoutModifiers(first.type)
  if (others.some((each) => withoutModifiers(each.type) !== bare || each.collation !== first.collation))
    return undefined
  // Modifiers stay only where all have the same; a constant has none.
  const isAlike = typed.length === values.length && others.every((each) => each.type === first.type)
  return isAlike ? first : { ...first, type: bare }
}

function callType(node: Node, scope: TypeScope): TypedValue | undefined {
  const parts = stringsOf(node.funcname)
  const name = parts.at(-1) ?? ''
  const { before } = scope.reading
  const schemas = parts.length > 1 ? [parts.at(-2)!] : before.session.searchPath
  const own = schemas.flatMap((schema) => functionsNamed(before, qualify(schema, name)))
  if (own.length > 0) {
    const [only] = own
    const isPlain = own.length === 1 && !/^(?:SETOF|TABLE\(|record$|any|void$)/.test(only!.returns)
    return isPlain ? { type: only!.returns } : undefined
  }
  if (parts.length > 1 && parts.at(-2) !== 'pg_catalog') return undefined
  const argument = SAME_OR_WIDER[name]
  if (argument !== undefined && node.args?.length === 1) {
    const given = typeOfExpression(node.args[0], scope)
    const type = given === undefined ? undefined : argument[withoutModifiers(given.type)]
    return type === undefined || given!.collation !== undefined ? undefined : { type }
  }
  const type = resultTypes().get(name)
  return type === undefined ? undefined : { type }
}

const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision']
const ORDERED = [...NUMBERS, 'text', 'date', 'timestamp with time zone', 'timestamp without time zone', 'interval']
const itself = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, type]))

const OF_TEXT = { text: 'text', 'character varying': 'text' }

/** Functions of one argument whose type depends on that of their argument (https://www.postgresql.org/docs/current/functions-aggregate.html). */
const SAME_OR_WIDER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  min: { ...itself(ORDERED), 'character varying': 'text' },
  max: { ...itself(ORDERED), 'character varying': 'text' },
  sum: {
    ...itself(['numeric', 'real', 'double precision', 'interval']),
    smallint: 'bigint',
    integer: 'bigint',
    bigint: 'numeric',
  },
  avg: {
    ...itself(['numeric', 'double precision', 'interval']),
    smallint: 'numeric',
    integer: 'numeric',
    bigint: 'numeric',
    real: 'double precision',
  },
  abs: itself(NUMBERS),
  round: itself(['numeric', 'double precision']),
  lower: OF_TEXT,
  upper: OF_TEXT,
  length: { text: 'integer', 'character varying': 'integer' },
}

let results: ReadonlyMap<string, string> | undefined

function resultTypes(): ReadonlyMap<string, string> {
  results ??= new Map(
    Object.entries(RESULTS).flatMap(([type, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => [name, type] as const),
    ),
  )
  return results
}

/** Comparisons, arithmetic of numbers and the concatenation of texts. Operators may be the user's own. */
function operationType(node: Node, scope: TypeScope): TypedValue | undefined {
  if (COMPARING.has(node.kind)) return { type: 'boolean' }
  if (node.kind !== 'AEXPR_OP' || node.name?.length !== 1) return undefined
  const operator = stringsOf(node.name)[0] ?? ''
  if ([...scope.reading.before.others.values()].some((each) => each.kind === 'operator')) return undefined
  if (COMPARISONS.has(operator)) return { type: 'boolean' }
  const [left, right] = [node.lexpr, node.rexpr].map((each) => typeOfExpression(each, scope))
  if (left === undefined || right === undefined) return undefined
  const [a, b] = [withoutModifiers(left.type), withoutModifiers(right.type)]
  if (operator === '||')
    return isText(a) && isText(b) && (a !== 'unknown' || b !== 'unknown') ? { type: 'text' } : undefined
  if (!['+', '-', '*', '/', '%'].includes(operator)) return undefined
  const [less, more] = [EXACT.indexOf(a), EXACT.indexOf(b)].toSorted((x, y) => x - y)
  return less === undefined || less < 0 ? undefined : { type: EXACT[more!]! }
}

const COMPARING: ReadonlySet<string> = new Set([
  'AEXPR_OP_ANY',
  'AEXPR_OP_ALL',
  'AEXPR_DISTINCT',
  'AEXPR_NOT_DISTINCT',
  'AEXPR_IN',
  'AEXPR_LIKE',
  'AEXPR_ILIKE',
  'AEXPR_SIMILAR',
  'AEXPR_BETWEEN',
  'AEXPR_NOT_BETWEEN',
])
const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>='])
/** From the narrowest: an operation gives the wider type of its two sides. */
const EXACT = ['smallint', 'integer', 'bigint', 'numeric']

function isText(type: string): boolean {
  return type === 'text' || type === 'character varying' || type === 'unknown'
}
