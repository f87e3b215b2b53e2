import { functionsNamed } from '../catalog/lookups.ts'
import { qualify } from '../catalog/names.ts'
import { isNumber } from './compare-values.ts'
import { matches, type Scope, valuesRows } from './known-rows.ts'
import { elementsIn, evaluateNode } from './known-values.ts'
import { type Node, parse } from './parser.ts'
import { stringsOf } from './reading.ts'
import type { SystemRow, Value } from './system-rows.ts'

/**
 * All rows that a query gives, in its order, where it reads nothing but system catalogs and
 * constants; undefined where it is not known which there are. A value in them may not be.
 */
export function rowsOfQuery(query: string, scope: Scope): readonly SystemRow[] | undefined {
  const parsed = parse(query)
  const select: Node | undefined = parsed.ok && parsed.value.length === 1 ? parsed.value[0]?.stmt.SelectStmt : undefined
  if (select === undefined || select.op !== 'SETOP_NONE' || UNKNOWN.some((each) => select[each] !== undefined))
    return undefined
  const values = valuesRows(select, [], scope, evaluateNode)
  if (values !== undefined) return values
  const targets: readonly Node[] = (select.targetList ?? []).map((each: Node) => each.ResTarget)
  const isLone = targets.length === 1 && select.fromClause === undefined
  const [target = {}] = targets
  const given = isLone
    ? (unnest(target, scope) ?? rowsOfCall(target.val?.FuncCall, scope, target.name))
    : rowsOfFrom(select, scope)
  if (given !== undefined) return UNKNOWN_OF_CALL.some((each) => select[each] !== undefined) ? undefined : given
  // A function may give several rows, or one of all.
  if (targets.some(({ val }) => callsUnknown(val))) return undefined
  const found = matches(select, scope, evaluateNode, { isComplete: true })
  if (found === undefined || found.some((each) => !each.isSure)) return undefined
  const rows = found.map(({ rows: from }) => ({ from, row: rowOf(targets, { ...scope, rows: from }) }))
  const sorted = inOrder(rows, select.sortClause ?? [], scope)
  return select.distinctClause === undefined ? sorted : distinct(sorted, select.distinctClause)
}

/** What would leave rows out, or put them together. */
const UNKNOWN = ['limitCount', 'limitOffset', 'groupClause', 'havingClause', 'windowClause', 'withClause']

interface Given {
  readonly from: ReadonlyMap<string, SystemRow>
  readonly row: SystemRow
}

function rowOf(targets: readonly Node[], scope: Scope): SystemRow {
  const row: Record<string, Value> = {}
  for (const { name, val } of targets) {
    const fields: readonly Node[] = val.ColumnRef?.fields ?? []
    if (fields.at(-1)?.A_Star !== undefined) {
      const of = fields.length > 1 ? stringsOf(fields.slice(0, 1))[0] : undefined
      for (const [alias, each] of scope.rows ?? []) if (of === undefined || of === alias) Object.assign(row, each)
    } else row[name ?? nameOf(val)] = evaluateNode(val, scope)
  }
  return row
}

/** The name that a column has by what it shows. */
function nameOf(node: Node): string {
  if (node.ColumnRef !== undefined) return stringsOf(node.ColumnRef.fields).at(-1) ?? ''
  if (node.FuncCall !== undefined) return stringsOf(node.FuncCall.funcname).at(-1) ?? ''
  return node.TypeCast === undefined ? '?column?' : nameOf(node.TypeCast.arg)
}

function unnest({ name, val }: Node, scope: Scope): readonly SystemRow[] | undefined {
  const call = val?.FuncCall
  if (stringsOf(call?.funcname).at(-1) !== 'unnest' || call?.args?.length !== 1) return undefined
  return elementsIn(call.args[0], scope)?.map((each) => ({ [name ?? 'unnest']: each }))
}

/** What would leave out, or sort, rows of a call. */
const UNKNOWN_OF_CALL = ['whereClause', 'distinctClause', 'sortClause']

/** The rows of `SELECT * FROM f()`, or of its one column. */
function rowsOfFrom({ fromClause: from, targetList: targets }: Node, scope: Scope): readonly SystemRow[] | undefined {
  const { functions, alias, ordinality, coldeflist } =
    from?.length === 1 ? (from[0]?.RangeFunction ?? {}) : ({} as Node)
  if (functions?.length !== 1 || ordinality === true || coldeflist !== undefined || targets?.length !== 1)
    return undefined
  const column: string | undefined = alias?.colnames?.[0]?.String?.sval ?? alias?.aliasname
  const fields: readonly Node[] = targets[0]?.ResTarget?.val?.ColumnRef?.fields ?? []
  const call: Node | undefined = functions[0]?.List?.items?.[0]?.FuncCall
  const isAll = fields.at(-1)?.A_Star !== undefined
  const isColumn = stringsOf(fields).at(-1) === (column ?? stringsOf(call?.funcname).at(-1))
  return isAll || isColumn ? rowsOfCall(call, scope, targets[0]?.ResTarget?.name ?? column) : undefined
}

/** The rows that a function of the migrations' own gives that is nothing but a query of one column. */
function rowsOfCall(call: Node | undefined, scope: Scope, column?: string): readonly SystemRow[] | undefined {
  if (call === undefined || call.args !== undefined) return undefined
  const { catalog, postgres, calls = [] } = scope
  const parts = stringsOf(call.funcname)
  const [schema, bare] = parts.length > 1 ? parts : [undefined, parts[0] ?? '']
  const names = (schema === undefined ? catalog.session.searchPath : [schema]).map((each) => qualify(each, bare ?? ''))
  const [called, ...others] = names.flatMap((each) => functionsNamed(catalog, each))
  if (called === undefined || others.length > 0 || calls.includes(called.name)) return undefined
  const { body, language, parameters, pinsSearchPath, returns } = called
  const isQuery = language === 'sql' && 'source' in body && parameters.length === 0 && !pinsSearchPath
  if (!isQuery || !returns.startsWith('SETOF ')) return undefined
  const rows = rowsOfQuery(body.source, {
    catalog,
    variables: new Map(),
    ...(postgres === undefined ? {} : { postgres }),
    calls: [...calls, called.name],
  })
  if (rows?.every((row) => Object.keys(row).length === 1) !== true) return undefined
  return rows.map((row) => ({ [column ?? bare ?? '']: Object.values(row)[0] }))
}

const SCALAR: ReadonlySet<string> = new Set([
  ...['btrim', 'char_length', 'concat', 'current_schema', 'format', 'format_type', 'length', 'lower', 'lpad', 'ltrim'],
  ...[
    'pg_get_constraintdef',
    'pg_get_expr',
    'pg_get_function_identity_arguments',
    'pg_get_indexdef',
    'pg_get_viewdef',
    'quote_ident',
    'quote_literal',
  ],
  ...['replace', 'rtrim', 'split_part', 'upper'],
])

function callsUnknown(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  if ('FuncCall' in node) {
    const call = node.FuncCall as Node
    if (!SCALAR.has(stringsOf(call.funcname).at(-1) ?? '')) return true
  }
  return Object.values(node).some(callsUnknown)
}

/** The rows as ORDER BY has them, as far as what it goes by is known. */
function inOrder(given: readonly Given[], clauses: readonly Node[], scope: Scope): readonly SystemRow[] {
  const keysOf = ({ from, row }: Given) =>
    clauses.map(({ SortBy: by }): Value => {
      const name = by.node?.ColumnRef?.fields?.length === 1 ? stringsOf(by.node.ColumnRef.fields)[0] : undefined
      return name !== undefined && name in row ? row[name] : evaluateNode(by.node, { ...scope, rows: from })
    })
  const isDescending = clauses.map(({ SortBy: by }) => by.sortby_dir === 'SORTBY_DESC')
  const keyed = given.map((each) => ({ row: each.row, keys: keysOf(each) }))
  return keyed
    .toSorted((left, right) => {
      for (const [place, key] of left.keys.entries()) {
        const order = compareKeys(key, right.keys[place])
        if (order !== 0) return isDescending[place] === true ? -order : order
      }
      return 0
    })
    .map(({ row }) => row)
}

function compareKeys(left: Value, right: Value): number {
  if (typeof left !== 'string' || typeof right !== 'string' || left === right) return 0
  if (isNumber(left) && isNumber(right)) return Number(left) - Number(right)
  return left < right ? -1 : 1
}

function distinct(rows: readonly SystemRow[], clause: readonly Node[]): readonly SystemRow[] | undefined {
  const isPlain = clause.length === 1 && Object.keys(clause[0] ?? {}).length === 0
  if (!isPlain || rows.some((row) => Object.values(row).includes(undefined))) return undefined
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}
