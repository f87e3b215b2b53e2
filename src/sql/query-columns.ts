import type { Identifier, Name } from '../catalog/catalog.ts'
import { printSql } from '../catalog/sql-text.ts'
import { settled, type TypedValue, type TypeScope, typeOfExpression } from './expression-types.ts'
import { type Node, parse } from './parser.ts'
import { type Reading, relationName, stringsOf } from './reading.ts'
import { outputName } from './resolve-targets.ts'

/** A column that a query gives. */
export interface QueryColumn extends TypedValue {
  readonly name: Identifier
}

/** One item of FROM. */
interface Source {
  readonly alias: Identifier | undefined
  readonly columns: readonly QueryColumn[]
}

/** What stands around a query: the queries of WITH, and the sources of the queries that it is within. */
interface Around {
  readonly withs: ReadonlyMap<Identifier, readonly QueryColumn[] | undefined>
  readonly sources: readonly Source[]
  /** The views whose queries these are, which may read each other in a circle. */
  readonly views: ReadonlySet<Name>
}

/** The columns of a query; undefined where the type of one, or how many there are, cannot be told. */
export function queryColumns(reading: Reading, select: Node): readonly QueryColumn[] | undefined {
  try {
    return columnsOf(reading, select, { withs: new Map(), sources: [], views: new Set() })
  } catch (error) {
    // Queries may be nested deeper than JavaScript's stack.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function columnsOf(reading: Reading, select: Node, around: Around): readonly QueryColumn[] | undefined {
  const inside: Around = { ...around, withs: withsOf(reading, select.withClause, around) }
  if (select.op !== undefined && select.op !== 'SETOP_NONE') return ofBoth(reading, select, inside)
  if (select.valuesLists !== undefined) return ofValues(reading, select.valuesLists, inside)
  const sources = sourcesOf(reading, select.fromClause ?? [], inside)
  if (sources === undefined) return undefined
  const scope = scopeOf(reading, { ...inside, sources: [...sources, ...inside.sources] })
  const columns: QueryColumn[] = []
  for (const { ResTarget: target } of (select.targetList ?? []) as readonly Node[]) {
    const fields: readonly Node[] = target.val?.ColumnRef?.fields ?? []
    if (fields.at(-1)?.A_Star !== undefined) {
      const shown = starColumns(sources, stringsOf(fields).at(-2))
      if (shown === undefined) return undefined
      columns.push(...shown)
      continue
    }
    const value = typeOfExpression(target.val, scope)
    if (value === undefined) return undefined
    columns.push({ ...settled(value), name: target.name ?? outputName(target.val) })
  }
  return columns
}

/** UNION and the like, where both sides have the same types. */
function ofBoth(reading: Reading, select: Node, inside: Around): readonly QueryColumn[] | undefined {
  const left = columnsOf(reading, select.larg, inside)
  const right = columnsOf(reading, select.rarg, inside)
  const isSame = left?.every(
    ({ type, collation }, at) => right?.[at]?.type === type && right[at]?.collation === collation,
  )
  return isSame === true && left?.length === right?.length ? left : undefined
}

function ofValues(reading: Reading, lists: readonly Node[], inside: Around): readonly QueryColumn[] | undefined {
  const scope = scopeOf(reading, inside)
  const rows = lists.map(({ List }) => (List.items as readonly Node[]).map((each) => typeOfExpression(each, scope)))
  const [first = []] = rows
  const columns = first.map((value, at): QueryColumn | undefined => {
    const isSame = value !== undefined && rows.every((row) => row[at]?.type === value.type)
    return isSame ? { ...settled(value), name: `column${at + 1}` } : undefined
  })
  return columns.includes(undefined) ? undefined : (columns as readonly QueryColumn[])
}

/** What RECURSIVE defines by itself is not told. */
function withsOf(reading: Reading, clause: Node | undefined, around: Around): Around['withs'] {
  const withs = new Map(around.withs)
  for (const { CommonTableExpr: each } of (clause?.ctes ?? []) as readonly Node[]) {
    const query: Node | undefined = each.ctequery?.SelectStmt
    const isKnown = query !== undefined && clause?.recursive !== true
    const columns = isKnown ? columnsOf(reading, query, { ...around, withs }) : undefined
    withs.set(each.ctename, columns && renamed(columns, stringsOf(each.aliascolnames)))
  }
  return withs
}

function renamed(columns: readonly QueryColumn[], names: readonly Identifier[]): readonly QueryColumn[] {
  return columns.map((column, at) => ({ ...column, name: names[at] ?? column.name }))
}

function sourcesOf(reading: Reading, items: readonly Node[], around: Around): readonly Source[] | undefined {
  const sources: Source[] = []
  for (const item of items) {
    const found = itemSources(reading, item, { ...around, sources: [...sources, ...around.sources] })
    if (found === undefined) return undefined
    sources.push(...found)
  }
  return sources
}

function itemSources(reading: Reading, item: Node, around: Around): readonly Source[] | undefined {
  if (item.JoinExpr !== undefined) return joinSources(reading, item.JoinExpr, around)
  const node: Node | undefined = item.RangeVar ?? item.RangeSubselect
  if (node === undefined) return undefined
  const columns =
    item.RangeVar === undefined
      ? columnsOf(reading, node.subquery.SelectStmt, around)
      : relationColumns(reading, node, around)
  if (columns === undefined) return undefined
  const alias: Identifier | undefined = node.alias?.aliasname ?? node.relname
  return [{ alias, columns: renamed(columns, stringsOf(node.alias?.colnames)) }]
}

/** USING and NATURAL merge columns, which is not told. */
function joinSources(reading: Reading, join: Node, around: Around): readonly Source[] | undefined {
  if (join.usingClause !== undefined || join.isNatural === true || join.alias !== undefined) return undefined
  return sourcesOf(reading, [join.larg, join.rarg], around)
}

function relationColumns(reading: Reading, range: Node, around: Around): readonly QueryColumn[] | undefined {
  if (range.schemaname === undefined && around.withs.has(range.relname)) return around.withs.get(range.relname)
  const name = relationName(reading, range)
  if (reading.before.views.has(name)) return viewColumns(reading, name, around.views)
  const table = reading.before.tables.get(name)
  if (table?.known !== 'wholly') return undefined
  return table.columns.map(({ name, type, collation }) => ({
    name,
    type,
    ...(collation === undefined ? {} : { collation: collation as Name }),
  }))
}

/** What a view shows has the types of today: nothing that it reads can change them while it is there. */
function viewColumns(reading: Reading, name: Name, around: ReadonlySet<Name>): readonly QueryColumn[] | undefined {
  const { query, columnNames = [] } = reading.before.views.get(name)!
  if (query === undefined || around.has(name) || (query.uncertain?.length ?? 0) > 0) return undefined
  const parsed = parse(printSql(query))
  const select: Node | undefined = parsed.ok ? parsed.value[0]?.stmt.SelectStmt : undefined
  if (select === undefined) return undefined
  const { session } = reading.before
  const searchPath = query.searchPath ?? ['public']
  const inside = { ...reading, before: { ...reading.before, session: { ...session, searchPath } } }
  const columns = columnsOf(inside, select, { withs: new Map(), sources: [], views: new Set([...around, name]) })
  return columns && renamed(columns, columnNames)
}

function starColumns(
  sources: readonly Source[],
  qualifier: Identifier | undefined,
): readonly QueryColumn[] | undefined {
  const meant = sources.filter((source) => qualifier === undefined || source.alias === qualifier)
  return meant.length === 0 ? undefined : meant.flatMap((source) => source.columns)
}

function scopeOf(reading: Reading, around: Around): TypeScope {
  return {
    reading,
    column: (fields) => {
      const name = fields.at(-1)
      const qualifier = fields.at(-2)
      for (const source of around.sources) {
        if (qualifier !== undefined && source.alias !== qualifier) continue
        const column = source.columns.find((each) => each.name === name)
        if (column !== undefined)
          return { type: column.type, ...(column.collation === undefined ? {} : { collation: column.collation }) }
      }
      return undefined
    },
    query: (select) => {
      const columns = columnsOf(reading, select, around)
      return columns?.length === 1 ? columns[0] : undefined
    },
  }
}
