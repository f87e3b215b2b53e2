import type { Identifier } from '../catalog/catalog.ts'
import { callResult, operatorResult } from './call-types.ts'
import type { Node } from './parser.ts'
import { readCollation } from './read-collation.ts'
import { type Reading, stringsOf } from './reading.ts'
import { standardCall } from './standard-calls.ts'
import { bareType, baseType, elementOf, printedType, UNKNOWN } from './type-facts.ts'
import { readType } from './type-names.ts'
import { commonValue, derived, type TypedValue } from './value-types.ts'

/** What an expression may name, and how queries within it are typed. */
export interface TypeScope {
  readonly reading: Reading
  column(fields: readonly Identifier[]): TypedValue | undefined
  /** The columns of a row type. */
  fields(type: string): readonly (TypedValue & { readonly name: Identifier })[] | undefined
  /** The one column of a query. */
  query(select: Node): TypedValue | undefined
}

/** The type of an expression, where the grammar, the catalog and the server's own functions leave no doubt. */
export function typeOfExpression(node: Node | undefined, scope: TypeScope): TypedValue | undefined {
  const [tag, part] = Object.entries(node ?? {})[0] ?? []
  const typed = tag === undefined ? undefined : TYPED[tag]
  if (typed !== undefined || tag === undefined) return typed?.(part as Node, scope)
  const call = standardCall(tag, part as Node)
  const type = call?.said === undefined ? call?.type : readType(scope.reading, call.said).type
  // A type of the migrations' own may have a collation.
  return type === undefined || bareType(type).includes('.') ? undefined : { type }
}

type Typed = (node: Node, scope: TypeScope) => TypedValue | undefined

const BOOLEAN: Typed = () => ({ type: 'boolean' })

const TYPED: Readonly<Record<string, Typed>> = {
  ColumnRef: (node, scope) => {
    const fields = stringsOf(node.fields)
    return fields.length === node.fields.length && !fields.includes('') ? scope.column(fields) : undefined
  },
  A_Const: constantType,
  TypeCast: (node, scope) => {
    const { type } = readType(scope.reading, node.typeName)
    const from = typeOfExpression(node.arg, scope)
    return from === undefined ? uncollated(scope, type) : derived(scope.reading.before, type, [from])
  },
  CollateClause: (node, scope) => {
    const from = typeOfExpression(node.arg, scope)
    const { collation = 'default' } = readCollation(scope.reading, node.collname)
    return from === undefined
      ? undefined
      : { type: from.type === UNKNOWN ? 'text' : from.type, collation, isCollated: true }
  },
  FuncCall: callType,
  CoalesceExpr: (node, scope) => withoutDoubt(scope, node.args, coalescedArguments(node.args)),
  MinMaxExpr: (node, scope) => ofAll(node.args, scope, (values) => commonValue(scope.reading.before, values)),
  CaseExpr: caseType,
  A_Expr: operationType,
  BoolExpr: BOOLEAN,
  NullTest: BOOLEAN,
  BooleanTest: BOOLEAN,
  GroupingFunc: () => ({ type: 'integer' }),
  RowExpr: () => ({ type: 'record' }),
  SQLValueFunction: (node) => {
    const [type, modified] = VALUE_FUNCTIONS[node.op] ?? []
    if (type === undefined) return undefined
    return { type: modified === undefined ? type : type.replace(/ |$/, `(${Math.min(node.typmod, 6)})$&`) }
  },
  SubLink: (node, scope) => {
    if (node.subLinkType === 'EXISTS_SUBLINK' || /^(?:ANY|ALL)_/.test(node.subLinkType)) return { type: 'boolean' }
    const value = scope.query(node.subselect.SelectStmt)
    return node.subLinkType === 'ARRAY_SUBLINK' ? value && arrayOf(scope, value) : value
  },
  A_ArrayExpr: (node, scope) =>
    ofAll(node.elements ?? [], scope, (values) => {
      const element = commonValue(scope.reading.before, values)
      return element && arrayOf(scope, element)
    }),
  A_Indirection: indirectionType,
}

const VALUE_FUNCTIONS: Readonly<Record<string, readonly [string, true?]>> = {
  SVFOP_CURRENT_DATE: ['date'],
  SVFOP_CURRENT_TIMESTAMP: ['timestamp with time zone'],
  SVFOP_CURRENT_TIMESTAMP_N: ['timestamp with time zone', true],
  SVFOP_LOCALTIMESTAMP: ['timestamp without time zone'],
  SVFOP_LOCALTIMESTAMP_N: ['timestamp without time zone', true],
  SVFOP_CURRENT_TIME: ['time with time zone'],
  SVFOP_CURRENT_TIME_N: ['time with time zone', true],
  SVFOP_LOCALTIME: ['time without time zone'],
  SVFOP_LOCALTIME_N: ['time without time zone', true],
  SVFOP_CURRENT_USER: ['name'],
  SVFOP_CURRENT_ROLE: ['name'],
  SVFOP_USER: ['name'],
  SVFOP_SESSION_USER: ['name'],
  SVFOP_CURRENT_CATALOG: ['name'],
  SVFOP_CURRENT_SCHEMA: ['name'],
}

function constantType(node: Node): TypedValue | undefined {
  if (node.ival !== undefined) return { type: 'integer' }
  if (node.boolval !== undefined) return { type: 'boolean' }
  if (node.fval !== undefined) {
    const digits: string = node.fval.fval ?? ''
    if (!/^-?[\d.]+(?:e[-+]?\d+)?$/i.test(digits)) return undefined
    return {
      type: /^-?\d+$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits) ? 'bigint' : 'numeric',
    }
  }
  if (node.bsval !== undefined) return { type: printedType('bit') }
  return node.sval !== undefined || node.isnull === true ? { type: UNKNOWN } : undefined
}

/** A type without a collation is what a cast gives, whatever is cast. */
function uncollated(scope: TypeScope, type: string): TypedValue | undefined {
  const isCollatable =
    derived(scope.reading.before, type, [{ type: 'text', collation: '"C"' }])?.collation !== undefined
  return isCollatable || bareType(type) === 'name' || bareType(type).includes('.') ? undefined : { type }
}

function ofAll(
  nodes: readonly Node[],
  scope: TypeScope,
  combine: (values: readonly TypedValue[]) => TypedValue | undefined,
): TypedValue | undefined {
  const values = nodes.map((each) => typeOfExpression(each, scope))
  return values.includes(undefined) ? undefined : combine(values as readonly TypedValue[])
}

/** CREATE TABLE AS takes modifiers as the planner leaves them, which may drop an argument; others take them as they are written. */
function withoutDoubt(scope: TypeScope, written: readonly Node[], planned: readonly Node[]): TypedValue | undefined {
  const { before } = scope.reading
  const value = ofAll(written, scope, (values) => commonValue(before, values))
  if (value === undefined || planned.length === written.length || planned.length === 0) return value
  const other = ofAll(planned, scope, (values) => commonValue(before, values))
  return other === undefined || bareType(other.type) !== bareType(value.type) || other.type === value.type
    ? value
    : undefined
}

/** NULL is dropped, and what stands behind a constant. */
function coalescedArguments(nodes: readonly Node[]): readonly Node[] {
  const kept = nodes.filter((each) => each.A_Const?.isnull !== true)
  const constant = kept.findIndex((each) => each.A_Const !== undefined)
  return constant < 0 ? kept : kept.slice(0, constant + 1)
}

/** The result of ELSE, NULL where there is none, counts before the others. */
function caseType(node: Node, scope: TypeScope): TypedValue | undefined {
  const cases: readonly Node[] = (node.args ?? []).map((each: Node) => each.CaseWhen)
  const otherwise: Node = node.defresult ?? { A_Const: { isnull: true } }
  const results = [otherwise, ...cases.map((each) => each.result)]
  const { before } = scope.reading
  const value = ofAll(results, scope, (values) => commonValue(before, values))
  if (value === undefined || cases.every((each) => namesColumn(each.expr) || namesColumn(node.arg))) return value
  const types = new Set(results.map((each) => typeOfExpression(each, scope)?.type))
  // The planner takes the one result of a condition that is constant.
  return types.size === 1 || [...types].every((each) => each === undefined || each === bareType(each))
    ? value
    : undefined
}

function namesColumn(node: Node | undefined): boolean {
  return node !== undefined && JSON.stringify(node).includes('"ColumnRef"')
}

function arrayOf({ reading }: TypeScope, element: TypedValue): TypedValue {
  const type = element.type === UNKNOWN ? 'text' : element.type
  return { ...element, type: elementOf(baseType(reading.before, bareType(type))) === undefined ? `${type}[]` : type }
}

/** Subscripts and fields. */
function indirectionType(node: Node, scope: TypeScope): TypedValue | undefined {
  const { before } = scope.reading
  let value = typeOfExpression(node.arg, scope)
  const steps: readonly Node[] = node.indirection
  for (const [at, step] of steps.entries()) {
    if (value === undefined) return undefined
    if (step.String !== undefined) {
      value = scope.fields(baseType(before, bareType(value.type)))?.find(({ name }) => name === step.String.sval)
      if (value !== undefined)
        value = { type: value.type, ...(value.collation === undefined ? {} : { collation: value.collation }) }
      continue
    }
    if (step.A_Indices === undefined) return undefined
    if (steps[at - 1]?.A_Indices !== undefined) continue
    const range: string =
      baseType(before, bareType(value.type)) === bareType(value.type)
        ? value.type
        : baseType(before, bareType(value.type))
    if (range === 'jsonb') continue
    const isSlice = steps.slice(at).some((each) => each.A_Indices?.is_slice === true)
    const element = range.endsWith('[]') ? range.slice(0, -2) : elementOf(range)
    if (element === undefined) return undefined
    value = isSlice ? { ...value, type: range } : { ...value, type: element }
  }
  return value
}

function callType(node: Node, scope: TypeScope): TypedValue | undefined {
  const { before } = scope.reading
  const sorted: readonly Node[] = node.agg_within_group === true ? (node.agg_order ?? []) : []
  const nodes: readonly Node[] = [...(node.args ?? []), ...sorted.map((each) => each.SortBy.node)]
  const values = nodes.map((each) => typeOfExpression(each.NamedArgExpr?.arg ?? each, scope))
  const result = callResult(
    before,
    node,
    values.map((each) => each && bareType(each.type)),
  )
  if (result === undefined) return undefined
  const type = printedType(result.type)
  return values.includes(undefined) ? uncollated(scope, type) : derived(before, type, values as readonly TypedValue[])
}

function operationType(node: Node, scope: TypeScope): TypedValue | undefined {
  if (COMPARING.has(node.kind)) return { type: 'boolean' }
  const isNullIf = node.kind === 'AEXPR_NULLIF'
  if (node.kind !== 'AEXPR_OP' && !isNullIf) return undefined
  const { before } = scope.reading
  const isOwn = [...before.others.values()].some((each) => each.kind === 'operator')
  if (!isNullIf && !isOwn && node.name?.length === 1 && COMPARISONS.has(stringsOf(node.name)[0] ?? ''))
    return { type: 'boolean' }
  const operands: readonly Node[] = [node.lexpr, node.rexpr].filter((each) => each !== undefined)
  return ofAll(operands, scope, (values) => {
    const result = operatorResult(
      before,
      node.name,
      values.map(({ type }) => bareType(type)),
    )
    if (result === undefined) return undefined
    if (!isNullIf) return derived(before, printedType(result.type), values)
    // It gives its left operand, as the comparison takes it.
    const [left] = values
    const type = bareType(left!.type) === result.left ? left!.type : printedType(result.left)
    return derived(before, type, values)
  })
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
