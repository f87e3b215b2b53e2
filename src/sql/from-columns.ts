import type { Identifier, Name } from '../catalog/catalog.ts'
import { printSql } from '../catalog/sql-text.ts'
import { callResult } from './call-types.ts'
import { typeOfExpression } from './expression-types.ts'
import { extensionRelation } from './extension-forms.ts'
import { type Node, parse } from './parser.ts'
import {
  type Around,
  columnsOf,
  NOTHING_AROUND,
  type QueryColumn,
  renamed,
  type Source,
  scopeOf,
  visibleColumns,
} from './query-columns.ts'
import { type Reading, relationName, stringsOf } from './reading.ts'
import { outputName } from './resolve-targets.ts'
import { bareType, baseType, isRow, printedType } from './type-facts.ts'
import { readType } from './type-names.ts'
import { commonValue, derived, settled } from './value-types.ts'

/** What FROM offers; undefined where the columns of an item cannot be told. */
export function sourcesOf(reading: Reading, items: readonly Node[], around: Around): readonly Source[] | undefined {
  const sources: Source[] = []
  for (const item of items) {
    const found = itemSources(reading, item, sources, around)
    if (found === undefined) return undefined
    sources.push(...found)
  }
  return sources
}

function itemSources(
  reading: Reading,
  item: Node,
  earlier: readonly Source[],
  around: Around,
): readonly Source[] | undefined {
  const lateral: Around = { ...around, sources: [...earlier, ...around.sources] }
  if (item.JoinExpr !== undefined) return joinSources(reading, item.JoinExpr, earlier, around)
  if (item.RangeVar !== undefined) return relationSource(reading, item.RangeVar, around)
  if (item.RangeFunction !== undefined) return functionSource(reading, item.RangeFunction, lateral)
  if (item.RangeTableSample !== undefined) return itemSources(reading, item.RangeTableSample.relation, earlier, around)
  if (item.RangeSubselect === undefined) return undefined
  const { subquery, alias, lateral: isLateral } = item.RangeSubselect
  const columns = columnsOf(reading, subquery.SelectStmt, isLateral === true ? lateral : around)
  return columns && [source(columns, alias)]
}

function source(columns: readonly QueryColumn[], alias: Node | undefined, row?: string): Source {
  return {
    ...(alias?.aliasname === undefined ? {} : { alias: alias.aliasname }),
    ...(row === undefined ? {} : { row }),
    columns: renamed(columns, stringsOf(alias?.colnames)),
  }
}

/** The columns that USING and NATURAL merge come first, before what is left of both sides. */
function joinSources(
  reading: Reading,
  join: Node,
  earlier: readonly Source[],
  around: Around,
): readonly Source[] | undefined {
  const left = itemSources(reading, join.larg, earlier, around)
  const right = left && itemSources(reading, join.rarg, [...earlier, ...left], around)
  if (right === undefined) return undefined
  const [ours, theirs] = [left!.flatMap(visibleColumns), right.flatMap(visibleColumns)]
  const names =
    join.isNatural === true
      ? ours.map(({ name }) => name).filter((name) => theirs.some((each) => each.name === name))
      : stringsOf(join.usingClause)
  const merged = names.map((name): QueryColumn | undefined => {
    const sides = [ours, theirs].map((columns) => columns.find((each) => each.name === name))
    const common = sides.includes(undefined) ? undefined : commonValue(reading.before, sides as readonly QueryColumn[])
    return common && { ...common, name }
  })
  if (merged.includes(undefined)) return undefined
  const hidden = new Set(names)
  const hide = (each: Source): Source => ({ ...each, hidden: new Set([...(each.hidden ?? []), ...hidden]) })
  const columns = merged as readonly QueryColumn[]
  const sources = names.length === 0 ? [...left!, ...right] : [{ columns }, ...[...left!, ...right].map(hide)]
  if (join.alias !== undefined) return [source(sources.flatMap(visibleColumns), join.alias)]
  return join.join_using_alias === undefined
    ? sources
    : [...sources, { ...source(columns, join.join_using_alias), hidden }]
}

function relationSource(reading: Reading, range: Node, around: Around): readonly Source[] | undefined {
  const alias: Node = { aliasname: range.relname, ...range.alias }
  if (range.schemaname === undefined && around.withs.has(range.relname)) {
    const columns = around.withs.get(range.relname)
    return columns && [source(columns, alias)]
  }
  const name = relationName(reading, range)
  const columns = relationColumns(reading, name, around.views)
  return columns && [source(columns, alias, name)]
}

function relationColumns(reading: Reading, name: Name, views: ReadonlySet<Name>): readonly QueryColumn[] | undefined {
  if (reading.before.views.has(name)) return viewColumns(reading, name, views)
  if (reading.before.sequences.has(name)) return SEQUENCE_COLUMNS
  const made = extensionRelation(reading.before, name, reading.postgres)
  if (made !== undefined) return made.map((each) => ({ name: each.name, type: printedType(each.type) }))
  const table = reading.before.tables.get(name)
  if (table?.known !== 'wholly') return undefined
  return table.columns.map(({ name, type, collation }) => ({
    name,
    type,
    ...(collation === undefined ? {} : { collation: collation as Name }),
  }))
}

const SEQUENCE_COLUMNS: readonly QueryColumn[] = [
  { name: 'last_value', type: 'bigint' },
  { name: 'log_cnt', type: 'bigint' },
  { name: 'is_called', type: 'boolean' },
]

/** What a view shows has the types of today: nothing that it reads can change them while it is there. */
export function viewColumns(
  reading: Reading,
  name: Name,
  around: ReadonlySet<Name>,
): readonly QueryColumn[] | undefined {
  const { query, columnNames = [], columnTypes } = reading.before.views.get(name)!
  const outputs = query?.outputs
  if (columnTypes !== undefined && outputs !== undefined)
    return renamed(
      columnTypes.map((each, at) => ({ ...each, name: outputs[at] ?? '' })),
      columnNames,
    )
  if (query === undefined || around.has(name) || (query.uncertain?.length ?? 0) > 0) return undefined
  const parsed = parse(printSql(query))
  const select: Node | undefined = parsed.ok ? parsed.value[0]?.stmt.SelectStmt : undefined
  if (select === undefined) return undefined
  const { session } = reading.before
  const searchPath = query.searchPath ?? ['public']
  const inside = { ...reading, before: { ...reading.before, session: { ...session, searchPath } } }
  const columns = columnsOf(inside, select, { ...NOTHING_AROUND, views: new Set([...around, name]) })
  return columns && renamed(columns, columnNames)
}

/** The fields of a row type. */
export function rowFields(reading: Reading, type: string): readonly QueryColumn[] | undefined {
  const own = reading.before.types.get(type)
  if (own?.kind !== 'composite') return relationColumns(reading, type, new Set())
  return own.attributes.map(({ name, type: its, collation }) => ({
    name,
    type: its,
    ...(collation === undefined ? {} : { collation }),
  }))
}

/** Functions in FROM: one, or several side by side. */
function functionSource(reading: Reading, item: Node, around: Around): readonly Source[] | undefined {
  const calls: readonly Node[] = item.functions.flatMap(({ List }: Node) => apart(List.items))
  const columns: QueryColumn[] = []
  let row: string | undefined
  for (const { call, definitions } of calls) {
    const given = definitions ?? item.coldeflist
    const found =
      given === undefined
        ? callColumns(reading, call, { around, alias: calls.length === 1 ? item.alias?.aliasname : undefined })
        : { columns: definedColumns(reading, given), row: undefined }
    if (found === undefined) return undefined
    columns.push(...found.columns)
    row = calls.length === 1 ? found.row : undefined
  }
  if (item.ordinality === true) columns.push({ name: 'ordinality', type: 'bigint' })
  const alias = { aliasname: outputName(calls[0]?.call), ...item.alias }
  return [source(columns, alias, item.ordinality === true ? undefined : row)]
}

/** `unnest(a, b)` is as many calls side by side. */
function apart([call, definitions]: readonly Node[]): readonly Node[] {
  const { FuncCall: node } = call!
  const isUnnest = stringsOf(node?.funcname).join('.') === 'unnest' && node.args?.length > 1
  if (isUnnest) return node.args.map((arg: Node) => ({ call: { FuncCall: { ...node, args: [arg] } } }))
  return [{ call, definitions: definitions?.List?.items }]
}

function definedColumns(reading: Reading, definitions: readonly Node[]): readonly QueryColumn[] {
  return definitions.map(({ ColumnDef: each }) => ({
    name: each.colname,
    type: readType(reading, each.typeName).type,
  }))
}

function callColumns(
  reading: Reading,
  call: Node,
  { around, alias }: { readonly around: Around; readonly alias: Identifier | undefined },
): { readonly columns: readonly QueryColumn[]; readonly row: string | undefined } | undefined {
  const scope = scopeOf(reading, around)
  const name = alias ?? outputName(call)
  if (call.FuncCall === undefined) {
    const value = typeOfExpression(call, scope)
    return value && { columns: [{ ...settled(value), name }], row: value.type }
  }
  const args: readonly Node[] = call.FuncCall.args ?? []
  const values = args.map((each) => typeOfExpression(each.NamedArgExpr?.arg ?? each, scope))
  const result = callResult(
    reading.before,
    call.FuncCall,
    values.map((each) => each && bareType(each.type)),
  )
  if (result === undefined) return undefined
  if (result.outputs !== undefined && (result.outputs.length > 1 || result.type === 'record')) {
    const columns = result.outputs.map((each) => ({ name: each.name, type: printedType(each.type) }))
    return { columns, row: undefined }
  }
  const base = baseType(reading.before, result.type)
  if (isRow(reading.before, base)) {
    const columns = rowFields(reading, base)
    return columns && { columns, row: base }
  }
  if (result.type === 'record') return undefined
  const type = printedType(result.type)
  const given = values.filter((each) => each !== undefined)
  const value = given.length === values.length ? derived(reading.before, type, given) : undefined
  return value && { columns: [{ ...settled(value), name: result.outputs?.[0]?.name ?? name }], row: value.type }
}
