import type { Identifier, Name } from '../catalog/catalog.ts'
import { missingColumn, missingTarget } from './missing-columns.ts'
import type { Node } from './parser.ts'
import { resolveFrom } from './resolve-from.ts'
import { note, partsAt, type Resolution, resolveExpression, resolveRelation } from './resolve-references.ts'
import { resolveSelect, resolveWith } from './resolve-select.ts'
import { resolveTargets } from './resolve-targets.ts'
import { relationSource, type Scope, type Source } from './scope.ts'
import { nameAt, tokensIn } from './tokens.ts'

/** The statements that change rows, by the grammar's node. */
export const CHANGES: readonly string[] = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']

/**
 * Resolves the names in INSERT, UPDATE, DELETE or MERGE. The answer is the names of what it
 * returns, where they can be told.
 */
export function resolveChange(resolution: Resolution, node: Node, outer: Scope): readonly Identifier[] | undefined {
  const { relation, withClause, selectStmt, onConflictClause: conflict, returningClause, returningList } = node
  const name = resolveRelation(resolution, relation)
  const around: Scope = { sources: [], withs: resolveWith(resolution, withClause, outer), parent: outer }
  const alias: string = relation.alias?.aliasname ?? relation.relname
  const target = relationSource(resolution.reading.before, name, alias, relation.alias !== undefined)
  const row = (as: Identifier): Source => ({ ...target, alias: as, isAliased: true })
  const items: readonly Node[] = [...(node.fromClause ?? []), ...(node.usingClause ?? [])]
  const from = resolveFrom(resolution, node.sourceRelation === undefined ? items : [node.sourceRelation], around)
  const scope: Scope = { ...around, sources: [target, ...from] }
  noteTargets(resolution, name, node.cols)
  if (selectStmt?.SelectStmt !== undefined) resolveSelect(resolution, selectStmt.SelectStmt, around)
  resolveAssigned(resolution, name, node.cols, scope)
  resolveExpression(resolution, [node.whereClause, node.joinCondition], scope)
  for (const { MergeWhenClause: each } of (node.mergeWhenClauses ?? []) as readonly Node[]) {
    if (each.commandType === 'CMD_INSERT') noteTargets(resolution, name, each.targetList)
    resolveAssigned(resolution, name, each.targetList, scope)
    resolveExpression(resolution, [each.condition, each.values], scope)
    noteTargets(resolution, name, each.targetList)
  }
  if (conflict !== undefined) {
    const excluding: Scope = { ...scope, sources: [target, row('excluded')] }
    resolveConflictColumns(resolution, target, name, conflict.infer)
    resolveExpression(resolution, conflict.infer, { ...around, sources: [target] })
    resolveAssigned(resolution, name, conflict.targetList, excluding)
    noteTargets(resolution, name, conflict.targetList)
    resolveExpression(resolution, conflict.whereClause, excluding)
  }
  // In a rule, `old` and `new` are the rows of its own relation.
  const isInRule = outer.sources.some((source) => source.alias === 'old')
  const [old, fresh] = returningNames(returningClause)
  const beside: Scope = isInRule ? around : { ...around, sources: [row(old), row(fresh)] }
  const returned: readonly Node[] = returningClause?.exprs ?? returningList ?? []
  const outputs = resolveTargets(resolution, returned, { ...scope, parent: beside })
  // What UPDATE sets is looked at last.
  resolveAssigned(resolution, name, node.targetList, scope)
  noteTargets(resolution, name, node.targetList)
  return outputs
}

/** What RETURNING calls the row before and after the change. */
function returningNames(clause: Node | undefined): readonly [Identifier, Identifier] {
  const options: readonly Node[] = (clause?.options ?? []).map((each: Node) => each.ReturningOption)
  const named = (option: string) => options.find((each) => each.option === option)?.value
  return [named('RETURNING_OPTION_OLD') ?? 'old', named('RETURNING_OPTION_NEW') ?? 'new']
}

function resolveAssigned(
  resolution: Resolution,
  table: Name,
  targets: readonly Node[] | undefined,
  scope: Scope,
): void {
  for (const { ResTarget: each } of targets ?? []) {
    resolveTarget(resolution, table, each)
    resolveExpression(resolution, [each.indirection, each.val], scope)
  }
}

function resolveTarget(resolution: Resolution, table: Name, target: Node): void {
  const [part] = partsAt(resolution, target.location, undefined) ?? []
  if (part === undefined || part.name !== target.name) return
  resolution.edits.push({
    start: part.start,
    end: part.end,
    pieces: [{ to: 'column', name: table, column: part.name }],
  })
}

/** Notes the first column that a statement writes and its table has not. */
function noteTargets(resolution: Resolution, table: Name, targets: readonly Node[] | undefined): void {
  for (const { ResTarget: each } of targets ?? []) {
    const [part] = partsAt(resolution, each.location, undefined) ?? []
    if (part?.name === each.name) note(resolution, () => missingTarget(resolution.reading.before, table, each.name))
  }
}

/** The columns of ON CONFLICT (…), which have no places of their own in the tree. */
function resolveConflictColumns(resolution: Resolution, target: Source, table: Name, infer: Node | undefined): void {
  const names = ((infer?.indexElems ?? []) as readonly Node[]).flatMap((each) => each.IndexElem.name ?? [])
  if (names.length === 0) return
  const { reading } = resolution
  const { file, end } = reading.statement
  const start = reading.offsetOf(infer?.location)
  let left: readonly Identifier[] = names
  for (const token of start === undefined ? [] : tokensIn(file.text, start + 1, end)) {
    const [part] = token.depth === 0 ? nameAt(file.text, token.start) : []
    if (part === undefined || part.name !== left[0]) continue
    const pieces = [{ to: 'column', name: table, column: part.name }] as const
    resolution.edits.push({ start: part.start, end: part.end, pieces })
    note(resolution, () => missingColumn(reading.before, { sources: [target], withs: new Map() }, [part.name]))
    left = left.slice(1)
    if (left.length === 0) return
  }
  resolution.isUncertain = true
}
