import type { Identifier } from '../catalog/catalog.ts'
import { expressionName } from './expression-names.ts'
import type { Node } from './parser.ts'
import { stringsOf } from './reading.ts'
import { CHANGES, resolveChange } from './resolve-changes.ts'
import { resolveFrom } from './resolve-from.ts'
import { type Resolution, resolveExpression } from './resolve-references.ts'
import { resolveTargets } from './resolve-targets.ts'
import { lookUp, type Scope } from './scope.ts'

/** Resolves the names in a query. The answer is the names of its columns, where they can be told. */
export function resolveSelect(
  resolution: Resolution,
  select: Node,
  around: Scope | undefined,
): readonly Identifier[] | undefined {
  const withs = resolveWith(resolution, select.withClause, around)
  if (select.op !== undefined && select.op !== 'SETOP_NONE') {
    const inside: Scope = { sources: [], withs, ...(around === undefined ? {} : { parent: around }) }
    const outputs = resolveSelect(resolution, select.larg, inside)
    resolveSelect(resolution, select.rarg, inside)
    return outputs
  }
  const outer: Scope = { sources: [], withs, ...(around === undefined ? {} : { parent: around }) }
  if (select.valuesLists !== undefined) {
    resolveExpression(resolution, select.valuesLists, outer)
    const items: readonly Node[] = select.valuesLists[0]?.List?.items ?? []
    return items.map((_, position) => `column${position + 1}`)
  }
  const sources = resolveFrom(resolution, select.fromClause ?? [], outer)
  const scope: Scope = { ...outer, sources }
  const outputs = resolveTargets(resolution, select.targetList ?? [], scope)
  resolveExpression(resolution, select.whereClause, scope)
  resolveGroups(resolution, select.groupClause, scope, outputs)
  resolveExpression(resolution, select.havingClause, scope)
  resolveExpression(resolution, select.windowClause, scope)
  resolveExpression(resolution, [select.limitCount, select.limitOffset], scope)
  // A bare name in ORDER BY and DISTINCT ON means an output column first, whose name stays.
  const isOutput = (node: Node) => {
    const fields = stringsOf(node?.ColumnRef?.fields)
    return fields.length === 1 && outputs?.includes(fields[0]!) === true
  }
  const ordered: readonly Node[] = (select.sortClause ?? []).map((each: Node) => each.SortBy?.node)
  const distinct: readonly Node[] = select.distinctClause ?? []
  resolveExpression(
    resolution,
    [...ordered, ...distinct].filter((each) => !isOutput(each)),
    scope,
  )
  return outputs
}

/** A bare name in GROUP BY that is no column of FROM means an output column. */
function resolveGroups(
  resolution: Resolution,
  groups: readonly Node[] = [],
  scope: Scope,
  outputs: readonly Identifier[] | undefined,
): void {
  for (const each of groups) {
    const [only, ...rest] = stringsOf(each.ColumnRef?.fields)
    const mayBeOutput = only !== undefined && rest.length === 0 && outputs?.includes(only) !== false
    if (!mayBeOutput || lookUp(scope, [only]) !== undefined) resolveExpression(resolution, each, scope)
  }
}

/** Resolves the names in WITH. The answer is what its queries are called, and their columns. */
export function resolveWith(
  resolution: Resolution,
  clause: Node | undefined,
  around: Scope | undefined,
): Scope['withs'] {
  const withs = new Map(around?.withs)
  for (const each of clause?.ctes ?? []) {
    const query: Node = each.CommonTableExpr
    const aliases = stringsOf(query.aliascolnames)
    const outputs = query.ctequery?.SelectStmt
    const inside = new Map(withs)
    if (clause?.recursive === true) inside.set(query.ctename, aliases.length > 0 ? aliases : plainLabels(outputs))
    const scope: Scope = { sources: [], withs: inside, ...(around === undefined ? {} : { parent: around }) }
    let found: readonly Identifier[] | undefined
    const change = CHANGES.map((tag): Node | undefined => query.ctequery?.[tag]).find((one) => one !== undefined)
    if (outputs !== undefined) found = resolveSelect(resolution, outputs, scope)
    else if (change !== undefined) found = resolveChange(resolution, change, scope)
    else resolution.isUncertain = true
    withs.set(query.ctename, found && [...aliases, ...found.slice(aliases.length), ...addedNames(query)])
  }
  return withs
}

/** The names of the columns of SEARCH and CYCLE, which stand behind those of the query. */
function addedNames({ search_clause: search, cycle_clause: cycle }: Node): readonly Identifier[] {
  const ordered = search === undefined ? [] : [search.search_seq_column]
  return cycle === undefined ? ordered : [...ordered, cycle.cycle_mark_column, cycle.cycle_path_column]
}

/** The output names of a query's first arm, as far as they stand in it. */
function plainLabels(select: Node | undefined): readonly Identifier[] | undefined {
  let first = select
  while (first?.larg !== undefined) first = first.larg
  const targets: readonly Node[] = (first?.targetList ?? []).map((each: Node) => each.ResTarget)
  const hasStar = targets.some((target) => target.val?.ColumnRef?.fields?.at(-1)?.A_Star !== undefined)
  return hasStar ? undefined : targets.map((target) => target.name ?? expressionName(target.val))
}
