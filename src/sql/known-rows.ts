import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { isOpaque } from './compare-values.ts'
import { foreignRows, isForeign } from './foreign-rows.ts'
import { elementsIn } from './known-values.ts'
import type { Node } from './parser.ts'
import { type SystemRow, systemRows, type Value } from './system-rows.ts'

/** What an expression is evaluated in. */
export interface Scope {
  readonly catalog: Catalog
  /** The variables of a block; one of which nothing is known has the value undefined. */
  readonly variables: ReadonlyMap<Identifier, Value>
  /** The rows that a query within the expression looks at, by alias. */
  readonly rows?: ReadonlyMap<Identifier, SystemRow>
  /** The rows that record variables hold, by name. */
  readonly records?: ReadonlyMap<Identifier, SystemRow>
  /** The elements of array variables, by name. */
  readonly arrays?: ReadonlyMap<Identifier, readonly Value[]>
  /** The version of the server, as a major number. */
  readonly postgres?: number
  /** How many rows the query has, within what it gives. */
  readonly count?: string
  /** The functions whose bodies it is in. */
  readonly calls?: readonly Name[]
}

/** Gives the value of an expression, as far as it is known. */
export type Evaluate = (node: Node, scope: Scope) => Value

export interface Match {
  readonly rows: ReadonlyMap<Identifier, SystemRow>
  /** Whether the condition holds for certain. */
  readonly isSure: boolean
}

/**
 * The rows of a query that its condition does not rule out; undefined where it reads anything
 * but modelled system catalogs and rows of constants. `isComplete` asks for all rows there
 * are: undefined, too, where the server has others of its own that may be among them.
 */
export function matches(
  select: Node,
  scope: Scope,
  known: Evaluate,
  { isComplete = false }: { readonly isComplete?: boolean } = {},
): readonly Match[] | undefined {
  const source: Source = { ranges: [], conditions: [], scope, known, isComplete }
  if (!(select.fromClause ?? []).every((each: Node) => addSource(source, each))) return undefined
  if (select.whereClause !== undefined) source.conditions.push(...conjuncts(select.whereClause))
  // Whatever the rows are that are not there yet.
  const isRuledOut = (rows: Match['rows']) =>
    source.conditions.some((each) => {
      const value = known(each, { ...scope, rows })
      return value === false || value === null
    })
  let found: readonly Match[] = [{ rows: new Map(), isSure: true }]
  for (const { alias, rows } of source.ranges) {
    const wanted = equalities(source.conditions, alias)
    const fitting = rows.filter((row) => isWanted(row, wanted) && !isRuledOut(new Map([[alias, row]])))
    const candidates = candidatesOf(fitting, alias, source.conditions)
    let combinations = 0
    for (const each of found) combinations += candidates(each.rows).length
    if (combinations > MOST_COMBINATIONS) return undefined
    found = found
      .flatMap((each) => candidates(each.rows).map((row) => new Map([...each.rows, [alias, row]])))
      .filter((combined) => !isRuledOut(combined))
      .map((combined) => ({ rows: combined, isSure: true }))
  }
  if (found.some(({ rows }) => [...rows.values()].some(isForeign))) return undefined
  return found.map(({ rows }) => {
    return { rows, isSure: source.conditions.every((each) => known(each, { ...scope, rows }) === true) }
  })
}

const MOST_COMBINATIONS = 10_000

/** The columns that conditions compare with a string. By these nearly all rows of a long history are ruled out. */
function equalities(conditions: readonly Node[], alias: Identifier): readonly (readonly [Identifier, string])[] {
  return conditions.flatMap(({ A_Expr: comparison }): readonly (readonly [Identifier, string])[] => {
    const isEquality = comparison?.kind === 'AEXPR_OP' && comparison.name?.[0]?.String?.sval === '='
    const fields: readonly Node[] = (isEquality && comparison.lexpr?.ColumnRef?.fields) || []
    const wanted = comparison?.rexpr?.A_Const?.sval?.sval
    const column = fields.at(-1)?.String?.sval
    const isMeant = fields.length === 1 || (fields.length === 2 && fields[0]?.String?.sval === alias)
    return isMeant && column !== undefined && wanted !== undefined ? [[column, wanted]] : []
  })
}

/** The rows of a relation that may go with rows of those before it, by a column that a join compares with one of theirs. */
function candidatesOf(
  rows: readonly SystemRow[],
  alias: Identifier,
  conditions: readonly Node[],
): (before: Match['rows']) => readonly SystemRow[] {
  const joins = conditions.flatMap(({ A_Expr: comparison }) => {
    const sides = [comparison?.lexpr, comparison?.rexpr].map((each) => qualifiedColumn(each))
    const [own, other] = sides[0]?.of === alias ? sides : sides.toReversed()
    const isJoin = comparison?.kind === 'AEXPR_OP' && comparison.name?.[0]?.String?.sval === '='
    return isJoin && own?.of === alias && other !== undefined && other.of !== alias ? [{ own, other }] : []
  })
  const indexed = joins.map(({ own, other }) => {
    const byValue = new Map<string | undefined, SystemRow[]>()
    for (const row of rows) {
      const value = textIn(row[own.column])
      const known = byValue.get(value)
      if (known === undefined) byValue.set(value, [row])
      else known.push(row)
    }
    return (before: Match['rows']) => {
      const value = textIn(before.get(other.of)?.[other.column])
      return value === undefined ? rows : [...(byValue.get(value) ?? []), ...(byValue.get(undefined) ?? [])]
    }
  })
  return (before) => {
    const fitting = indexed.map((find) => find(before))
    return fitting.reduce((least, each) => (each.length < least.length ? each : least), rows)
  }
}

/** A value that is equal to no other text; undefined of one that may be. */
function textIn(value: Value): string | undefined {
  return typeof value === 'string' && !isOpaque(value) ? value : undefined
}

function qualifiedColumn(node: Node | undefined): { readonly of: Identifier; readonly column: Identifier } | undefined {
  const [of, column, ...others] = node?.ColumnRef?.fields?.map((each: Node) => each.String?.sval) ?? []
  return others.length > 0 || of === undefined || column === undefined ? undefined : { of, column }
}

function isWanted(row: SystemRow, wanted: readonly (readonly [Identifier, string])[]): boolean {
  return wanted.every(([column, value]) => typeof row[column] !== 'string' || row[column] === value)
}

interface Source {
  readonly ranges: { readonly alias: Identifier; readonly rows: readonly SystemRow[] }[]
  readonly conditions: Node[]
  readonly scope: Scope
  readonly known: Evaluate
  readonly isComplete: boolean
}

/** Takes an element of FROM: a system catalog, rows of constants, or inner joins of such. */
function addSource(source: Source, node: Node): boolean {
  const { RangeVar: range, JoinExpr: join } = node
  if (range !== undefined) return addCatalog(source, range)
  if (join === undefined) {
    const constants = constantRows(node, source.scope, source.known)
    if (constants !== undefined) source.ranges.push(constants)
    return constants !== undefined
  }
  if (join.jointype !== 'JOIN_INNER' || join.usingClause !== undefined || join.isNatural) return false
  if (join.quals !== undefined) source.conditions.push(...conjuncts(join.quals))
  return addSource(source, join.larg) && addSource(source, join.rarg)
}

function addCatalog({ ranges, scope: { catalog }, isComplete }: Source, range: Node): boolean {
  const rows = systemRows(catalog, range.schemaname, range.relname)
  const others = isComplete ? foreignRows(catalog, range.schemaname, range.relname) : []
  if (rows === undefined || others === undefined) return false
  ranges.push({ alias: range.alias?.aliasname ?? range.relname, rows: [...rows, ...others] })
  return true
}

/** `(VALUES …) AS t (a, b)` and `unnest(ARRAY[…]) AS t (a)`. */
function constantRows(node: Node, scope: Scope, known: Evaluate): Source['ranges'][number] | undefined {
  const { RangeSubselect: subselect, RangeFunction: call } = node
  const alias: Node | undefined = (subselect ?? call)?.alias
  if (alias === undefined) return undefined
  const names: readonly string[] = (alias.colnames ?? []).map((each: Node) => each.String?.sval)
  if (call !== undefined) {
    const called = call.functions?.length === 1 ? call.functions[0]?.List?.items?.[0]?.FuncCall : undefined
    const isUnnest = called?.funcname?.at(-1)?.String?.sval === 'unnest' && called.args?.length === 1
    const elements = isUnnest && call.ordinality !== true ? elementsIn(called.args[0], scope) : undefined
    const rows = elements?.map((each) => ({ [names[0] ?? alias.aliasname]: each }))
    return rows === undefined ? undefined : { alias: alias.aliasname, rows }
  }
  const rows = valuesRows(subselect.subquery?.SelectStmt, names, scope, known)
  return rows === undefined ? undefined : { alias: alias.aliasname, rows }
}

/** The rows of VALUES; undefined for any other query. */
export function valuesRows(
  select: Node | undefined,
  names: readonly string[],
  scope: Scope,
  known: Evaluate,
): readonly SystemRow[] | undefined {
  const lists: readonly Node[] | undefined = select?.valuesLists
  if (lists === undefined || select?.sortClause !== undefined || select?.limitCount !== undefined) return undefined
  return lists.map(({ List }) =>
    Object.fromEntries(
      (List?.items ?? []).map((each: Node, place: number) => [
        names[place] ?? `column${place + 1}`,
        known(each, scope),
      ]),
    ),
  )
}

function conjuncts(node: Node): readonly Node[] {
  return node.BoolExpr?.boolop === 'AND_EXPR' ? node.BoolExpr.args.flatMap(conjuncts) : [node]
}
