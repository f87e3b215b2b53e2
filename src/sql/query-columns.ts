import type { Identifier, Name } from '../catalog/catalog.ts'
import { type TypeScope, typeOfExpression } from './expression-types.ts'
import { rowFields, sourcesOf } from './from-columns.ts'
import type { Node } from './parser.ts'
import { type Reading, stringsOf } from './reading.ts'
import { outputName } from './resolve-targets.ts'
import { bareType } from './type-facts.ts'
import { commonValue, settled, type TypedValue } from './value-types.ts'

/** A column that a query gives. */
export interface QueryColumn extends TypedValue {
  readonly name: Identifier
}

/** What a query may take columns from: an item of FROM, or the columns that a join merges. */
export interface Source {
  readonly alias?: Identifier
  /** The type of its row. */
  readonly row?: string
  readonly columns: readonly QueryColumn[]
  /** Columns that are meant by a qualified name alone, as a join shows them merged. */
  readonly hidden?: ReadonlySet<Identifier>
}

/** What stands around a query: the queries of WITH, and the sources of the queries that it is within. */
export interface Around {
  readonly withs: ReadonlyMap<Identifier, readonly QueryColumn[] | undefined>
  readonly sources: readonly Source[]
  /** The views whose queries these are, which may read each other in a circle. */
  readonly views: ReadonlySet<Name>
}

export const NOTHING_AROUND: Around = { withs: new Map(), sources: [], views: new Set() }

/** The columns of a query; undefined where the type of one, or how many there are, cannot be told. */
export function queryColumns(reading: Reading, select: Node): readonly QueryColumn[] | undefined {
  try {
    return columnsOf(reading, select, NOTHING_AROUND)
  } catch (error) {
    // Queries may be nested deeper than JavaScript's stack.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The columns of a query within another one. */
export function columnsOf(reading: Reading, select: Node, around: Around): readonly QueryColumn[] | undefined {
  return unsettledColumns(reading, select, around)?.map((each) => ({ ...settled(each), name: each.name }))
}

/** The same, with strings that UNION may still give another type than text. */
function unsettledColumns(reading: Reading, select: Node, around: Around): readonly QueryColumn[] | undefined {
  const inside: Around = { ...around, withs: withsOf(reading, select.withClause, around) }
  if (select.op !== undefined && select.op !== 'SETOP_NONE') return ofBoth(reading, select, inside)
  if (select.valuesLists !== undefined) return ofValues(reading, select.valuesLists, inside)
  const sources = sourcesOf(reading, select.fromClause ?? [], inside)
  return sources && targetColumns(reading, select.targetList ?? [], sources, inside)
}

/** The columns of a select list, or of RETURNING. */
function targetColumns(
  reading: Reading,
  targets: readonly Node[],
  sources: readonly Source[],
  inside: Around,
): readonly QueryColumn[] | undefined {
  const scope = scopeOf(reading, { ...inside, sources: [...sources, ...inside.sources] })
  const columns: QueryColumn[] = []
  for (const { ResTarget: target } of targets) {
    const shown = starOf(target.val, sources, scope)
    if (shown === undefined) return undefined
    if (shown !== 'none') {
      columns.push(...shown)
      continue
    }
    const value = typeOfExpression(target.val, scope)
    if (value === undefined) return undefined
    columns.push({ ...value, name: target.name ?? outputName(target.val) })
  }
  return columns
}

/** What `*`, `t.*` and `(row).*` stand for; `none` for any other expression. */
function starOf(
  value: Node,
  sources: readonly Source[],
  scope: TypeScope,
): readonly QueryColumn[] | 'none' | undefined {
  const fields: readonly Node[] = value?.ColumnRef?.fields ?? []
  if (fields.at(-1)?.A_Star !== undefined) {
    const qualifier = stringsOf(fields).at(-2)
    if (qualifier === undefined) return sources.length === 0 ? undefined : sources.flatMap(visibleColumns)
    return sources.find((source) => source.alias === qualifier)?.columns
  }
  const steps: readonly Node[] = value?.A_Indirection?.indirection ?? []
  if (steps.at(-1)?.A_Star === undefined) return 'none'
  const rest = steps.slice(0, -1)
  const { arg } = value.A_Indirection
  const row = typeOfExpression(rest.length === 0 ? arg : { A_Indirection: { arg, indirection: rest } }, scope)
  return row && scope.fields(bareType(row.type))
}

/** The columns that a source adds to a star. */
export function visibleColumns({ columns, hidden }: Source): readonly QueryColumn[] {
  return hidden === undefined ? columns : columns.filter(({ name }) => !hidden.has(name))
}

/** UNION and the like. */
function ofBoth(reading: Reading, select: Node, inside: Around): readonly QueryColumn[] | undefined {
  const left = unsettledColumns(reading, select.larg, inside)
  const right = unsettledColumns(reading, select.rarg, inside)
  if (left === undefined || left.length !== right?.length) return undefined
  const columns = left.map(({ name, ...value }, at): QueryColumn | undefined => {
    const common = commonValue(reading.before, [value, right[at]!])
    return common && { ...common, name }
  })
  return columns.includes(undefined) ? undefined : (columns as readonly QueryColumn[])
}

function ofValues(reading: Reading, lists: readonly Node[], inside: Around): readonly QueryColumn[] | undefined {
  const scope = scopeOf(reading, inside)
  const rows = lists.map(({ List }) => (List.items as readonly Node[]).map((each) => typeOfExpression(each, scope)))
  const [first = []] = rows
  const columns = first.map((_, at): QueryColumn | undefined => {
    const values = rows.map((row) => row[at])
    const common = values.includes(undefined) ? undefined : commonValue(reading.before, values as readonly TypedValue[])
    return common && { ...common, name: `column${at + 1}` }
  })
  return columns.includes(undefined) ? undefined : (columns as readonly QueryColumn[])
}

function withsOf(reading: Reading, clause: Node | undefined, around: Around): Around['withs'] {
  const withs = new Map(around.withs)
  for (const { CommonTableExpr: each } of (clause?.ctes ?? []) as readonly Node[]) {
    const columns = withColumns(reading, each, { ...around, withs }, clause?.recursive === true)
    const added = addedColumns(reading, each, around)
    withs.set(each.ctename, columns && added && [...renamed(columns, stringsOf(each.aliascolnames)), ...added])
  }
  return withs
}

/** The columns of SEARCH and CYCLE, which stand behind those of the query. */
function addedColumns(
  reading: Reading,
  { search_clause: search, cycle_clause: cycle }: Node,
  around: Around,
): readonly QueryColumn[] | undefined {
  const order = search === undefined ? [] : [search.search_breadth_first === true ? 'record' : 'record[]']
  const ordered = order.map((type) => ({ name: search.search_seq_column, type }))
  if (cycle === undefined) return ordered
  const marks = [cycle.cycle_mark_value, cycle.cycle_mark_default].map((each) =>
    typeOfExpression(each, scopeOf(reading, around)),
  )
  const known = marks.flatMap((each) => each ?? [])
  const mark = known.length < marks.length ? undefined : commonValue(reading.before, known)
  return (
    mark && [
      ...ordered,
      { ...settled(mark), name: cycle.cycle_mark_column },
      { name: cycle.cycle_path_column, type: 'record[]' },
    ]
  )
}

/** A query that calls itself has the types of its first part, which the server then holds the second to. */
function withColumns(
  reading: Reading,
  each: Node,
  around: Around,
  isRecursive: boolean,
): readonly QueryColumn[] | undefined {
  const [[tag, query] = ['', {}]] = Object.entries(each.ctequery ?? {}) as [string, Node][]
  if (tag !== 'SelectStmt') return returnedColumns(reading, query, around)
  if (!isRecursive) return columnsOf(reading, query, around)
  // What it means by its own name is not known while it is read.
  const inside = { ...around, withs: new Map([...around.withs, [each.ctename, undefined]]) }
  const isCalled = JSON.stringify(query.rarg ?? {}).includes(`"relname":${JSON.stringify(each.ctename)}`)
  return columnsOf(reading, isCalled && query.withClause === undefined ? query.larg : query, inside)
}

/** RETURNING of INSERT, UPDATE and DELETE. */
function returnedColumns(reading: Reading, change: Node, around: Around): readonly QueryColumn[] | undefined {
  const targets: readonly Node[] | undefined = change.returningClause?.exprs ?? change.returningList
  if (targets === undefined || change.relation === undefined || change.withClause !== undefined) return undefined
  const others: readonly Node[] = [...(change.fromClause ?? []), ...(change.usingClause ?? [])]
  const sources = sourcesOf(reading, [{ RangeVar: change.relation }, ...others], { ...around, withs: new Map() })
  return sources && targetColumns(reading, targets, sources, around)
}

/** The columns with their first ones under the names that an alias gives. */
export function renamed(columns: readonly QueryColumn[], names: readonly Identifier[]): readonly QueryColumn[] {
  return names.length === 0 ? columns : columns.map((column, at) => ({ ...column, name: names[at] ?? column.name }))
}

/** The scope of expressions among these sources. */
export function scopeOf(reading: Reading, around: Around): TypeScope {
  return {
    reading,
    column: (fields) => columnNamed(reading, fields, around.sources),
    fields: (type) => rowFields(reading, type),
    query: (select) => {
      const columns = columnsOf(reading, select, around)
      return columns?.length === 1 ? columns[0] : undefined
    },
  }
}

function columnNamed(
  reading: Reading,
  fields: readonly Identifier[],
  sources: readonly Source[],
): TypedValue | undefined {
  const name = fields.at(-1)!
  const qualifier = fields.at(-2)
  for (const source of sources) {
    if (qualifier !== undefined && source.alias !== qualifier) continue
    const columns = qualifier === undefined ? visibleColumns(source) : source.columns
    const column = columns.find((each) => each.name === name)
    if (column !== undefined) return value(column)
    const system = source.row === undefined ? undefined : SYSTEM_COLUMNS[name]
    if (system !== undefined && reading.before.tables.has(source.row!)) return { type: system }
    // `t.c` may be a field of the column `t`, or a function of the row.
    if (qualifier !== undefined) return undefined
  }
  const row = sources.find((source) => source.alias === name)?.row
  return qualifier === undefined && row !== undefined ? { type: row } : undefined
}

function value({ type, collation }: QueryColumn): TypedValue {
  return { type, ...(collation === undefined ? {} : { collation }) }
}

const SYSTEM_COLUMNS: Readonly<Record<string, string>> = {
  ctid: 'tid',
  tableoid: 'oid',
  xmin: 'xid',
  xmax: 'xid',
  cmin: 'cid',
  cmax: 'cid',
}
