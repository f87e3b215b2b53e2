import type { Catalog, Identifier } from '../catalog/catalog.ts'
import type { Node } from './parser.ts'
import { type SystemRow, systemRows, type Value } from './system-rows.ts'

/** What an expression is evaluated in. */
export interface Scope {
  readonly catalog: Catalog
  /** The variables of a block; one of which nothing is known has the value undefined. */
  readonly variables: ReadonlyMap<Identifier, Value>
  /** The rows that a query within the expression looks at, by alias. */
  readonly rows?: ReadonlyMap<Identifier, SystemRow>
}

/** Gives the value of an expression, as far as it is known. */
export type Evaluate = (node: Node, scope: Scope) => Value

export interface Match {
  readonly rows: ReadonlyMap<Identifier, SystemRow>
  /** Whether the condition holds for certain. */
  readonly isSure: boolean
}

/** The rows of a query that its condition does not rule out; undefined where it reads anything but modelled system catalogs. */
export function matches(select: Node, scope: Scope, known: Evaluate): readonly Match[] | undefined {
  const source: Source = { ranges: [], conditions: [] }
  if (!(select.fromClause ?? []).every((each: Node) => addSource(source, each))) return undefined
  if (select.whereClause !== undefined) source.conditions.push(...conjuncts(select.whereClause))
  // Whatever the rows are that are not there yet.
  const isRuledOut = (rows: Match['rows']) =>
    source.conditions.some((each) => {
      const value = known(each, { ...scope, rows })
      return value === false || value === null
    })
  let found: readonly Match[] = [{ rows: new Map(), isSure: true }]
  for (const { alias, schema, view } of source.ranges) {
    const rows = systemRows(scope.catalog, schema, view)
    if (rows === undefined) return undefined
    const fitting = rows.filter((row) => !isRuledOut(new Map([[alias, row]])))
    if (found.length * fitting.length > MOST_COMBINATIONS) return undefined
    found = found
      .flatMap((each) => fitting.map((row) => new Map([...each.rows, [alias, row]])))
      .filter((combined) => !isRuledOut(combined))
      .map((combined) => ({ rows: combined, isSure: true }))
  }
  return found.map(({ rows }) => {
    return { rows, isSure: source.conditions.every((each) => known(each, { ...scope, rows }) === true) }
  })
}

const MOST_COMBINATIONS = 10_000

interface Source {
  readonly ranges: { readonly alias: Identifier; readonly schema: Identifier | undefined; readonly view: Identifier }[]
  readonly conditions: Node[]
}

/** Takes an element of FROM: a relation, or inner joins of such. */
function addSource(source: Source, node: Node): boolean {
  const { RangeVar: range, JoinExpr: join } = node
  if (range !== undefined) {
    source.ranges.push({
      alias: range.alias?.aliasname ?? range.relname,
      schema: range.schemaname,
      view: range.relname,
    })
    return true
  }
  if (join === undefined || join.jointype !== 'JOIN_INNER' || join.usingClause !== undefined || join.isNatural)
    return false
  if (join.quals !== undefined) source.conditions.push(...conjuncts(join.quals))
  return addSource(source, join.larg) && addSource(source, join.rarg)
}

function conjuncts(node: Node): readonly Node[] {
  return node.BoolExpr?.boolop === 'AND_EXPR' ? node.BoolExpr.args.flatMap(conjuncts) : [node]
}
