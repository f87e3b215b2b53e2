import type { Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { Reference } from '../catalog/sql-text.ts'
import { expressionName } from './expression-names.ts'
import type { Node } from './parser.ts'
import { stringsOf } from './reading.ts'
import { partsAt, type Resolution, resolveExpression } from './resolve-references.ts'
import { type Scope, type Source, type SourceColumn, visibleColumns } from './scope.ts'
import { tokensIn } from './tokens.ts'

/**
 * Resolves the select list. A star becomes the columns it stands for at this moment, and a
 * column that is named after what it shows keeps that name. The answer is the names of the
 * output columns; undefined where a star cannot be told.
 */
export function resolveTargets(
  resolution: Resolution,
  targets: readonly Node[],
  scope: Scope,
): readonly Identifier[] | undefined {
  const outputs: Identifier[] = []
  let isComplete = true
  for (const each of targets) {
    const target: Node = each.ResTarget
    const fields: readonly Node[] = target.val?.ColumnRef?.fields ?? []
    if (fields.at(-1)?.A_Star !== undefined) {
      const names = resolveStar(resolution, target.val.ColumnRef, scope)
      if (names === undefined) isComplete = false
      else outputs.push(...names)
      continue
    }
    resolveExpression(resolution, target.val, scope)
    outputs.push(target.name ?? labelOf(resolution, target))
  }
  return isComplete ? outputs : undefined
}

/** Only a query's own sources are meant by a star, or the one that qualifies it. */
function resolveStar(resolution: Resolution, node: Node, scope: Scope): readonly Identifier[] | undefined {
  const qualifier = stringsOf(node.fields).at(-2)
  const sources = scope.sources.filter((source) => qualifier === undefined || source.alias === qualifier)
  const parts = partsAt(resolution, node.location)
  if (sources.length === 0 || sources.some((source) => source.isOpen) || parts === undefined) {
    resolution.isUncertain = true
    return undefined
  }
  const columns = sources.flatMap((source) =>
    (qualifier === undefined ? visibleColumns(source) : (source.columns ?? [])).map((column) => ({ source, column })),
  )
  const pieces = columns.flatMap(({ source, column }, position): (string | Reference)[] => [
    ...(position === 0 ? [] : [', ']),
    ...shownColumn(source, column),
  ])
  resolution.edits.push({ start: parts[0]!.start, end: parts.at(-1)!.end, pieces })
  return columns.map(({ column }) => column.name)
}

function shownColumn(source: Source, column: SourceColumn): readonly (string | Reference)[] {
  const qualifier: readonly (string | Reference)[] =
    source.alias === undefined
      ? []
      : source.isAliased || source.relation === undefined
        ? [`${quoteIdentifier(source.alias)}.`]
        : [{ to: 'qualifier', name: source.relation }, '.']
  if (column.of === undefined) return [...qualifier, quoteIdentifier(column.name)]
  const reference: Reference = { to: 'column', name: column.of, column: column.name }
  return [...qualifier, reference, { to: 'label', label: column.name, of: reference }]
}

/** The name that the server gives an output column without AS, which a rename of what it shows leaves. */
function labelOf(resolution: Resolution, target: Node): Identifier {
  const label = outputName(target.val)
  const start = resolution.reading.offsetOf(target.location)
  const at = resolution.reading.offsetOf(namedAfter(target.val))
  const of = at === undefined ? undefined : resolution.referenceAt?.get(at)
  if (of === undefined || start === undefined) return label
  const end = targetEnd(resolution, start)
  resolution.edits.push({ start: end, end, pieces: [{ to: 'label', label, of }] })
  return label
}

/** The name of an output column without AS. */
export function outputName(value: Node | undefined): Identifier {
  const name = expressionName(value)
  return name === 'expr' && value?.ColumnRef === undefined ? '?column?' : name
}

/** The place of the column, function or type after which an expression is named. */
function namedAfter(node: Node | undefined): number | undefined {
  if (node?.ColumnRef !== undefined) return node.ColumnRef.location
  if (node?.FuncCall !== undefined) return node.FuncCall.location
  if (node?.TypeCast !== undefined) return namedAfter(node.TypeCast.arg) ?? node.TypeCast.typeName?.location
  if (node?.CollateClause !== undefined) return namedAfter(node.CollateClause.arg)
  if (node?.CaseExpr !== undefined) return namedAfter(node.CaseExpr.defresult)
  return undefined
}

/** Where an item of a select list ends: at a comma, a closing bracket or the next clause. */
function targetEnd(resolution: Resolution, start: number): number {
  const { file, end: limit } = resolution.reading.statement
  let end = start
  let before = ''
  for (const token of tokensIn(file.text, start, limit)) {
    if (token.depth < 0 || (token.depth === 0 && isStop(token.word, before))) break
    end = token.end
    before = token.word
  }
  return end
}

/** `IS DISTINCT FROM` and `WITHIN GROUP` are no clauses of the query. */
function isStop(word: string, before: string): boolean {
  if (word === 'FROM') return before !== 'DISTINCT'
  if (word === 'GROUP') return before !== 'WITHIN'
  return STOPS.has(word)
}

const STOPS: ReadonlySet<string> = new Set(
  ', ; WHERE HAVING WINDOW UNION INTERSECT EXCEPT ORDER LIMIT OFFSET FETCH FOR INTO'.split(' '),
)
