import { partsOf, quoteIdentifier, SYSTEM_SCHEMAS } from '../catalog/names.ts'
import { compared, currentDatabase, isEqual, isNumber, negation, versionOf } from './compare-values.ts'
import { castValue, relationNamed, textOf } from './known-casts.ts'
import { LONGEST_TEXT, resultOf } from './known-functions.ts'
import { matches, type Scope } from './known-rows.ts'
import { type Node, parse } from './parser.ts'
import { stringsOf } from './reading.ts'
import type { Value } from './system-rows.ts'

/**
 * The value of an SQL expression where it follows from the catalog, the constants in it and
 * the variables: undefined where it does not.
 */
export function evaluate(expression: string, scope: Scope): Value {
  const parsed = parse(`select ${expression}`)
  const target = parsed.ok ? parsed.value[0]?.stmt.SelectStmt : undefined
  return target === undefined ? undefined : valueOfSelect(target, scope)
}

/** The one value that a query gives, NULL where it gives no row; undefined where it does not follow from what is known. */
export function evaluateQuery(query: string, scope: Scope): Value {
  const parsed = parse(query)
  const select: Node | undefined = parsed.ok && parsed.value.length === 1 ? parsed.value[0]?.stmt.SelectStmt : undefined
  return select?.targetList?.length === 1 ? valueOfSelect(select, scope) : undefined
}

/** The value of what the grammar made of an expression; undefined where it does not follow from what is known. */
export function evaluateNode(node: Node | undefined, scope: Scope): Value {
  return known(node, scope)
}

/** The elements of an array, each of them known or not; undefined where it is not known how many it has. */
export function elementsOf(array: string, scope: Scope): readonly Value[] | undefined {
  const parsed = parse(`select ${array}`)
  return elementsIn(parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList?.[0]?.ResTarget?.val : undefined, scope)
}

/** The same of what the grammar made of an array. */
export function elementsIn(node: Node | undefined, scope: Scope): readonly Value[] | undefined {
  const whole: Node | undefined = node?.TypeCast?.arg ?? node
  if (whole?.ColumnRef !== undefined) return scope.arrays?.get(stringsOf(whole.ColumnRef.fields).join('.'))
  const elements: readonly Node[] | undefined = whole?.A_ArrayExpr?.elements
  if (elements !== undefined)
    return elements.every((each) => each.A_ArrayExpr === undefined)
      ? elements.map((each) => known(each, scope))
      : undefined
  const text = whole?.A_Const?.sval?.sval
  if (typeof text !== 'string' || node?.TypeCast?.typeName?.arrayBounds === undefined) return undefined
  return /^\{[\w $.,-]*\}$/.test(text) ? (text === '{}' ? [] : text.slice(1, -1).split(',')) : undefined
}

/** One element of an array, which counts from 1: NULL where it has none there. */
function elementAt({ arg, indirection }: Node, scope: Scope): Value {
  const { A_Indices: place } = indirection?.length === 1 ? indirection[0] : {}
  const elements = place === undefined || place.is_slice === true ? undefined : elementsIn(arg, scope)
  const index = known(place?.uidx, scope)
  if (elements === undefined || typeof index !== 'string' || !isNumber(index)) return undefined
  const at = Number(index)
  return at >= 1 && at <= elements.length ? elements[at - 1] : null
}

/** How many elements an array has: of none, only `cardinality` gives 0. */
function sizeOf(name: string, [array, dimension]: readonly Node[], scope: Scope): Value {
  const count = elementsIn(array, scope)?.length
  const isFirst = name === 'cardinality' || (dimension !== undefined && known(dimension, scope) === '1')
  if (count === undefined || !isFirst) return undefined
  return count === 0 && name !== 'cardinality' ? null : String(count)
}

const SIZES: ReadonlySet<string> = new Set(['array_length', 'array_upper', 'cardinality'])

function known(node: Node | undefined, scope: Scope): Value {
  const value = followed(node, scope)
  return typeof value === 'string' && value.length > LONGEST_TEXT ? undefined : value
}

function followed(node: Node | undefined, scope: Scope): Value {
  const [tag, value] = Object.entries(node ?? {})[0] ?? ['', {}]
  switch (tag) {
    case 'A_Const':
      return constant(value)
    case 'TypeCast':
      return castValue(known(value.arg, scope), value, scope)
    case 'CollateClause':
      return known(value.arg, scope)
    case 'A_Expr':
      return operation(value, scope)
    case 'BoolExpr':
      return connected(value, scope)
    case 'NullTest': {
      const tested = known(value.arg, scope)
      return tested === undefined ? undefined : (tested === null) === (value.nulltesttype === 'IS_NULL')
    }
    case 'BooleanTest': {
      const tested = truth(known(value.arg, scope))
      const wanted = BOOLEAN_TESTS[value.booltesttype]
      return tested === undefined || wanted === undefined ? undefined : (tested === wanted.value) === wanted.is
    }
    case 'CoalesceExpr': {
      for (const each of value.args ?? []) {
        const found = known(each, scope)
        if (found !== null) return found
      }
      return null
    }
    case 'SQLValueFunction':
      if (value.op === 'SVFOP_CURRENT_CATALOG') return currentDatabase()
      return value.op === 'SVFOP_CURRENT_SCHEMA' ? currentSchema(scope) : undefined
    case 'FuncCall':
      return called(value, scope)
    case 'CaseExpr':
      return chosen(value, scope)
    case 'ColumnRef':
      return referred(stringsOf(value.fields), scope)
    case 'A_Indirection':
      return elementAt(value, scope)
    case 'SubLink':
      if (value.subLinkType === 'EXISTS_SUBLINK') return exists(value.subselect?.SelectStmt, scope)
      return value.subLinkType === 'EXPR_SUBLINK' ? valueOfSelect(value.subselect?.SelectStmt ?? {}, scope) : undefined
    default:
      return undefined
  }
}

const BOOLEAN_TESTS: Readonly<Record<string, { readonly value: boolean | null; readonly is: boolean }>> = {
  IS_TRUE: { value: true, is: true },
  IS_NOT_TRUE: { value: true, is: false },
  IS_FALSE: { value: false, is: true },
  IS_NOT_FALSE: { value: false, is: false },
  IS_UNKNOWN: { value: null, is: true },
  IS_NOT_UNKNOWN: { value: null, is: false },
}

function constant(node: Node): Value {
  if (node.isnull === true) return null
  if (node.sval !== undefined) return node.sval.sval ?? ''
  if (node.boolval !== undefined) return node.boolval.boolval === true
  if (node.ival !== undefined) return String(node.ival.ival ?? 0)
  return node.fval?.fval
}

function operation(node: Node, scope: Scope): Value {
  const name = stringsOf(node.name).at(-1) ?? ''
  const left = known(node.lexpr, scope)
  if (node.kind === 'AEXPR_IN' || node.kind === 'AEXPR_OP_ANY') {
    const listed: readonly Node[] | undefined = node.rexpr?.List?.items ?? node.rexpr?.A_ArrayExpr?.elements
    const elements = listed?.map((each) => known(each, scope)) ?? elementsIn(node.rexpr, scope)
    if (elements === undefined || (name !== '=' && node.kind === 'AEXPR_OP_ANY')) return undefined
    const isIn = disjunction(elements.map((each) => isEqual(left, each)))
    return name === '<>' ? negation(isIn) : isIn
  }
  const right = known(node.rexpr, scope)
  if (node.kind === 'AEXPR_DISTINCT' || node.kind === 'AEXPR_NOT_DISTINCT') {
    if (left === undefined || right === undefined) return undefined
    const isSame = left === null || right === null ? left === right : isEqual(left, right)
    return typeof isSame === 'boolean' ? isSame === (node.kind === 'AEXPR_NOT_DISTINCT') : undefined
  }
  // The columns that are modelled are users', whose numbers are positive.
  if (name === '>' && left === undefined && right === '0')
    return stringsOf(node.lexpr?.ColumnRef?.fields).at(-1) === 'attnum' ? true : undefined
  if (node.kind === 'AEXPR_OP' || LIKES.has(node.kind)) return compared(name, left, right)
  return undefined
}

/** LIKE and ILIKE, whose operators are `~~` and `~~*`. */
const LIKES: ReadonlySet<string> = new Set(['AEXPR_LIKE', 'AEXPR_ILIKE'])

function connected(node: Node, scope: Scope): Value {
  const values = (node.args ?? []).map((each: Node) => truth(known(each, scope)))
  switch (node.boolop) {
    case 'NOT_EXPR':
      return negation(values[0])
    case 'OR_EXPR':
      return disjunction(values)
    default:
      return negation(disjunction(values.map(negation)))
  }
}

function truth(value: Value): boolean | null | undefined {
  return typeof value === 'string' ? undefined : value
}

/** OR over three values of SQL and what is not known. */
function disjunction(values: readonly (boolean | null | undefined)[]): boolean | null | undefined {
  if (values.includes(true)) return true
  if (values.includes(undefined)) return undefined
  return values.includes(null) ? null : false
}

function called(node: Node, scope: Scope): Value {
  const name = stringsOf(node.funcname).at(-1) ?? ''
  if (SIZES.has(name)) return sizeOf(name, node.args ?? [], scope)
  if (name === 'count') return node.agg_star === true ? scope.count : undefined
  const values: readonly Value[] = (node.args ?? []).map((each: Node) => known(each, scope))
  const [first] = values
  if (name === 'text' && values.length === 1) return textOf(first, scope)
  if (name === 'current_schema') return currentSchema(scope)
  if (name === 'current_database') return currentDatabase()
  if (name === 'to_regclass')
    return typeof first === 'string' ? relationNamed(first, scope) : first === null ? null : undefined
  if (name === 'pg_table_is_visible') return isVisible(first, scope)
  if (name === 'pg_get_serial_sequence') return serialSequence(values, scope)
  if (name === 'current_setting' && first === 'server_version_num') return versionOf(scope)
  return resultOf(name, values, scope.catalog)
}

/** Whether a relation is found by its name alone. */
function isVisible(relation: Value, scope: Scope): Value {
  if (typeof relation !== 'string') return relation === null ? null : undefined
  const { schema, name } = partsOf(relation)
  if (SYSTEM_SCHEMAS.includes(schema)) return undefined
  const found = relationNamed(quoteIdentifier(name), scope)
  return found === undefined ? undefined : found === relation
}

/** The sequence of a column, with its schema. */
function serialSequence([table, column]: readonly Value[], scope: Scope): Value {
  const of = typeof table === 'string' ? relationNamed(table, scope) : undefined
  const known = typeof of === 'string' ? scope.catalog.tables.get(of) : undefined
  if (known?.columns.some((each) => each.name === column) !== true) return undefined
  for (const { name, ownedBy } of scope.catalog.sequences.values())
    if (ownedBy?.table === of && ownedBy?.column === column) return name
  return known.known === 'partly' ? undefined : null
}

function currentSchema({ catalog }: Scope): Value {
  return catalog.session.searchPath.find((each) => catalog.schemas.has(each)) ?? null
}

/** CASE, where it is known which of its conditions is the first to hold. */
function chosen({ arg, args, defresult }: Node, scope: Scope): Value {
  for (const { CaseWhen: when } of args ?? []) {
    const tested = known(when.expr, scope)
    const holds = arg === undefined ? truth(tested) : isEqual(known(arg, scope), tested)
    if (holds === undefined) return undefined
    if (holds === true) return known(when.result, scope)
  }
  return defresult === undefined ? null : known(defresult, scope)
}

function referred(parts: readonly string[], { variables, records, rows }: Scope): Value {
  const name = parts.at(-1) ?? ''
  const of = parts.at(-2)
  if (of !== undefined) return (rows?.get(of) ?? records?.get(of))?.[name]
  for (const row of rows?.values() ?? []) if (name in row) return row[name]
  return variables.get(name)
}

/** A query that gives one value: without FROM, or of the one row of a system catalog that its condition leaves. */
function valueOfSelect(select: Node, scope: Scope): Value {
  const target = select.targetList?.[0]?.ResTarget?.val
  if (target === undefined || select.op !== 'SETOP_NONE' || isSummed(select)) return undefined
  if (select.limitOffset !== undefined || select.withClause !== undefined) return undefined
  if (select.fromClause === undefined && select.whereClause === undefined) return known(target, scope)
  if (JSON.stringify(target).includes('"agg_star":true')) {
    const counted = matches(select, scope, known, { isComplete: true })
    if (counted === undefined || counted.some((each) => !each.isSure)) return undefined
    return known(target, { ...scope, count: String(counted.length) })
  }
  // A function may be an aggregate, which gives a row of no rows.
  if (target.ColumnRef === undefined && target.A_Const === undefined) return undefined
  const found = matches(select, scope, known)
  if (found === undefined || found.some((each) => each.isSure === false)) return undefined
  if (found.length === 0) return null
  return found.length === 1 ? known(target, { ...scope, rows: found[0]!.rows }) : undefined
}

/** Whether a query gives a row. */
function exists(select: Node | undefined, scope: Scope): Value {
  if (select === undefined || select.op !== 'SETOP_NONE' || isSummed(select)) return undefined
  if (select.limitOffset !== undefined || select.withClause !== undefined) return undefined
  if ((select.targetList ?? []).some((each: Node) => each.ResTarget?.val?.FuncCall !== undefined)) return undefined
  const found = matches(select, scope, known)
  if (found === undefined) return undefined
  if (found.some((each) => each.isSure)) return true
  return found.length === 0 ? false : undefined
}

function isSummed(select: Node): boolean {
  return ['groupClause', 'havingClause', 'windowClause', 'distinctClause'].some((each) => select[each] !== undefined)
}
