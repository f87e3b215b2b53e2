import type { Identifier, Name } from '../catalog/catalog.ts'
import { sourcesOf } from './from-columns.ts'
import type { Node } from './parser.ts'
import { NOTHING_AROUND, type Source as TypedSource } from './query-columns.ts'
import { relationName, stringsOf } from './reading.ts'
import { type Resolution, resolveExpression, resolveRelation } from './resolve-references.ts'
import { resolveSelect } from './resolve-select.ts'
import { outputName } from './resolve-targets.ts'
import {
  aliasColumns,
  derivedSource,
  relationSource,
  type Scope,
  type Source,
  visibleColumns,
  withColumnAliases,
} from './scope.ts'
import { nameAt, tokensIn } from './tokens.ts'

/** Resolves the names in FROM. The answer is what it offers to the rest of the query. */
export function resolveFrom(resolution: Resolution, items: readonly Node[], outer: Scope): readonly Source[] {
  const sources: Source[] = []
  for (const item of items) sources.push(...resolveItem(resolution, item, outer, sources))
  // Below USING and NATURAL columns stay open on purpose, and the text is uncertain.
  if (!sources.some(isUntold) || outer.withs.size > 0 || resolution.isUncertain) return sources
  const typed = sourcesOf(resolution.reading, items, NOTHING_AROUND)
  return sources.map((source) => (isUntold(source) ? withTypedColumns(source, typed) : source))
}

/** A function or query of which the text alone does not tell the columns. */
function isUntold({ isOpen, relation }: Source): boolean {
  return isOpen && relation === undefined
}

/** The columns that are known once the arguments have types. */
function withTypedColumns(source: Source, typed: readonly TypedSource[] | undefined): Source {
  const found = typed?.find(({ alias }) => alias === source.alias)
  if (found === undefined || source.alias === undefined) return source
  return { ...source, columns: found.columns.map(({ name }) => ({ name })), isOpen: false }
}

function resolveItem(
  resolution: Resolution,
  item: Node,
  outer: Scope,
  earlier: readonly Source[],
  isMerged = false,
): readonly Source[] {
  if (item.RangeVar !== undefined) return [resolveRange(resolution, item.RangeVar, outer, isMerged)]
  // What stands to the left may be used by LATERAL items and by every function.
  const lateral: Scope = { ...outer, sources: earlier }
  if (item.RangeSubselect !== undefined) {
    const { subquery, alias, lateral: isLateral } = item.RangeSubselect
    const outputs = resolveSelect(resolution, subquery.SelectStmt, isLateral === true ? lateral : outer)
    return [withColumnAliases(derivedSource(alias?.aliasname, outputs), aliasColumns(alias))]
  }
  if (item.JoinExpr !== undefined) return resolveJoin(resolution, item.JoinExpr, outer, earlier, isMerged)
  if (item.RangeFunction !== undefined) return [resolveFunctionItem(resolution, item.RangeFunction, lateral)]
  if (item.RangeTableSample !== undefined) {
    const { relation, args, repeatable } = item.RangeTableSample
    resolveExpression(resolution, [args, repeatable], lateral)
    return resolveItem(resolution, relation, outer, earlier, isMerged)
  }
  const [table] = Object.values(item)
  resolveExpression(resolution, item, lateral)
  return [derivedSource(table?.alias?.aliasname, undefined)]
}

function resolveRange(resolution: Resolution, range: Node, outer: Scope, isMerged: boolean): Source {
  const alias: string = range.alias?.aliasname ?? range.relname
  if (range.schemaname === undefined && outer.withs.has(range.relname)) {
    return withColumnAliases(derivedSource(alias, outer.withs.get(range.relname)), aliasColumns(range.alias))
  }
  // Views of the system are not to be renamed.
  if (range.schemaname === 'pg_catalog' || range.schemaname === 'information_schema')
    return derivedSource(alias, undefined)
  const { before } = resolution.reading
  const name = relationName(resolution.reading, range)
  const isKnown = before.tables.has(name) || before.views.has(name) || before.sequences.has(name)
  if (!isKnown && range.schemaname === undefined && String(range.relname).startsWith('pg_'))
    return derivedSource(alias, undefined)
  resolveRelation(resolution, range)
  const source = relationSource(before, name, alias, range.alias !== undefined)
  const aliases = aliasColumns(range.alias)
  return isMerged && aliases.length === 0
    ? withNamesOfThen(resolution, range, name, source)
    : withColumnAliases(source, aliases)
}

/** A relation of which a join merges columns: within the query they keep the names that they have. */
function withNamesOfThen(resolution: Resolution, range: Node, name: Name, source: Source): Source {
  const end = endOfRange(resolution, range)
  if (source.isOpen || source.columns === undefined || end === undefined) return source
  const columns = source.columns.map((column) => column.name)
  const merged: Identifier[] = []
  const shown = { to: 'columns', name, isAliased: range.alias !== undefined, columns, merged } as const
  resolution.edits.push({ start: end, end, pieces: [shown] })
  return { ...source, merged }
}

/** The sources of a join that merges columns: those come first, under the names that they have. */
function mergedSources(join: Node, left: readonly Source[], right: readonly Source[]): readonly Source[] {
  const others = new Set(right.flatMap((source) => visibleColumns(source).map(({ name }) => name)))
  const common = left.flatMap((source) =>
    visibleColumns(source).flatMap(({ name }) => (others.has(name) ? [name] : [])),
  )
  const names = join.isNatural === true ? common : stringsOf(join.usingClause)
  const sources = [...left, ...right].map((source): Source => {
    source.merged?.push(...names)
    const columns = (source.columns ?? []).map((column) =>
      names.includes(column.name) ? { name: column.name } : column,
    )
    return { ...source, columns, hidden: new Set([...(source.hidden ?? []), ...names]) }
  })
  return [{ isAliased: true, columns: names.map((name) => ({ name })), isOpen: false }, ...sources]
}

/** Where a relation's name, or its alias, ends in the text. */
function endOfRange({ reading }: Resolution, range: Node): number | undefined {
  const start = reading.offsetOf(range.location)
  const { text } = reading.statement.file
  const written = start === undefined ? [] : nameAt(text, start)
  const end = written.at(-1)?.end
  if (end === undefined || written.at(-1)?.name !== range.relname || range.alias === undefined) return end
  const [first, second] = tokensIn(text, end, reading.statement.end)
  return first?.word === 'AS' ? second?.end : first?.end
}

function resolveJoin(
  resolution: Resolution,
  join: Node,
  outer: Scope,
  earlier: readonly Source[],
  isWithinMerged: boolean,
): readonly Source[] {
  const isMerging = join.usingClause !== undefined || join.isNatural === true
  const isMerged = isWithinMerged || isMerging
  const left = resolveItem(resolution, join.larg, outer, earlier, isMerged)
  const right = resolveItem(resolution, join.rarg, outer, [...earlier, ...left], isMerged)
  const sources = [...left, ...right]
  resolveExpression(resolution, join.quals, { ...outer, sources })
  if (isMerging && sources.some((source) => source.isOpen)) resolution.isUncertain = true
  if (join.alias !== undefined) return [derivedSource(join.alias.aliasname, undefined)]
  return isMerging ? mergedSources(join, left, right) : sources
}

function resolveFunctionItem(resolution: Resolution, item: Node, lateral: Scope): Source {
  resolveExpression(resolution, item.functions, lateral)
  const defined: readonly Node[] = (item.coldeflist ?? []).map((each: Node) => each.ColumnDef)
  const alias: string | undefined = item.alias?.aliasname
  resolveExpression(resolution, item.coldeflist, lateral)
  if (defined.length > 0)
    return derivedSource(
      alias,
      defined.map((each) => each.colname),
    )
  const [call, ...others]: readonly Node[] = item.functions
  const name = others.length === 0 ? outputName(call?.List?.items?.[0]) : undefined
  return withColumnAliases(derivedSource(alias ?? name, undefined), aliasColumns(item.alias))
}
