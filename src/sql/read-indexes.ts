import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import type { Mutable } from '../catalog/edit-catalog.ts'
import { installedExtensions, itemsOf } from '../catalog/extensions.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import type { IndexDefinition } from '../catalog/object-actions.ts'
import type { IndexKey, KeyOrder, OperatorClass } from '../catalog/objects.ts'
import { expressionName } from './expression-names.ts'
import { elementExtent, trimmed } from './extents.ts'
import { isDefaultOperatorClass } from './operator-classes.ts'
import { knownOther, namedOther } from './other-identities.ts'
import type { Node } from './parser.ts'
import { readCollation } from './read-collation.ts'
import { readStorageOptions, readTablespace } from './read-options.ts'
import { type Reading, relationName, stringsOf } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { bracketed, type Extent, findWord, listItems } from './tokens.ts'
import { readType } from './type-names.ts'

/** CREATE INDEX. */
export function readCreateIndex(reading: Reading, node: Node): readonly Action[] {
  return [
    {
      kind: 'createIndex',
      span: reading.statement,
      index: readIndexDefinition(reading, node),
      concurrently: node.concurrent === true,
      ifNotExists: node.if_not_exists === true,
      onOnly: node.relation.inh !== true,
    },
  ]
}

/** The index that CREATE INDEX defines. */
export function readIndexDefinition(reading: Reading, node: Node): IndexDefinition {
  const table = relationName(reading, node.relation)
  const items = keyItems(reading)
  const elements: readonly Node[] = (node.indexParams ?? []).map((each: Node) => each.IndexElem)
  // `rtree` is an old name that the server still takes for gist.
  const method: string = node.accessMethod === 'rtree' ? 'gist' : (node.accessMethod ?? 'btree')
  const index: Mutable<IndexDefinition> = {
    table,
    method,
    keys: elements.map((element, place) => readIndexKey(reading, element, method, { table, item: items[place] })),
    included: (node.indexIncludingParams ?? []).map((each: Node) => each.IndexElem.name),
    unique: node.unique === true,
  }
  if (node.idxname !== undefined) index.name = node.idxname
  if (node.nulls_not_distinct === true) index.nullsNotDistinct = true
  if (node.whereClause !== undefined)
    index.predicate = readExpressionAt(reading, node.whereClause, predicateExtent(reading), { table })
  const options = readStorageOptions(node.options)
  if (options !== undefined) index.options = options
  const tablespace = node.tableSpace ?? reading.before.session.tablespace
  return tablespace === undefined ? index : { ...index, ...readTablespace(tablespace) }
}

/** One key of an index or exclusion constraint, which stands at a place in the statement. */
export function readIndexKey(
  reading: Reading,
  element: Node | undefined,
  method: string,
  place: { readonly table: Name; readonly item: Extent | undefined },
): IndexKey {
  // The grammar puts what is in brackets into an expression; the server takes a column out again, and a collation.
  const collated = element?.expr?.CollateClause
  const { table, item } = place
  const inner = withoutIdleCast(reading, collated?.arg ?? element?.expr, table)
  const own = readKeyOrder(reading, element, method)
  const order = collated === undefined ? own : { ...readCollation(reading, collated.collname), ...own }
  const column = element?.name ?? lastName(inner)
  if (column !== undefined) return { column, ...order }
  const extent = item === undefined ? undefined : elementExtent(reading.statement.file.text, item)
  const expression = readExpressionAt(reading, element?.expr, extent, { table })
  return { expression, name: expressionName(inner), ...order }
}

/** The column that a reference names, be it with its table or without. */
function lastName(node: Node | undefined): string | undefined {
  return node?.ColumnRef?.fields?.at(-1)?.String?.sval
}

/** An expression without a cast of a column to the type that it has, which the server leaves out. */
function withoutIdleCast(reading: Reading, node: Node | undefined, table: Name): Node | undefined {
  const { arg, typeName } = node?.TypeCast ?? {}
  const name = lastName(arg)
  const column = reading.before.tables.get(table)?.columns.find((each) => each.name === name)
  return column !== undefined && readType(reading, typeName).type === column.type ? arg : node
}

/** Whether an operator class that an extension made is the default of its type. */
function isDefaultOfExtension({ before }: Reading, parts: readonly string[], method: string): boolean {
  const [schema, last] = [parts.at(-2), parts.at(-1)]
  const schemas = schema === undefined ? before.session.searchPath : [schema]
  return installedExtensions(before).some(
    ({ schema: own, contents }) =>
      schemas.includes(own) && itemsOf(contents.classes).some((item) => item.startsWith(`${last} ${method}!`)),
  )
}

/** The operator class of an index or partition key; none where it is the default of some type. */
export function readOperatorClass(
  reading: Reading,
  nodes: readonly Node[] | undefined,
  method: string,
  optionNodes?: readonly Node[],
): { readonly operatorClass?: OperatorClass } {
  if (nodes === undefined) return {}
  const parts = stringsOf(nodes)
  const schema = parts.at(-2)
  const last = parts.at(-1) ?? ''
  const isSystem = schema === undefined || schema === 'pg_catalog'
  const options = readStorageOptions(optionNodes)
  if (options === undefined && isSystem && isDefaultOperatorClass(last, method)) return {}
  if (options === undefined && isDefaultOfExtension(reading, parts, method)) return {}
  const items = [method, ...parts].map((sval) => ({ String: { sval } }))
  const own = namedOther(reading, 'OBJECT_OPCLASS', { List: { items } })
  const known = own === undefined ? undefined : knownOther(reading, own)
  const name: Name = known?.name ?? (isSystem ? quoteIdentifier(last) : qualify(schema, last))
  return { operatorClass: { name, ...(options === undefined ? {} : { options }) } }
}

function keyItems(reading: Reading): readonly Extent[] {
  const { file, start, end } = reading.statement
  const on = findWord(file.text, start, end, 'ON')
  const list = on === undefined ? undefined : bracketed(file.text, on.end, end)
  return list === undefined ? [] : listItems(file.text, list.start, list.end)
}

function predicateExtent(reading: Reading): Extent | undefined {
  const { file, start, end } = reading.statement
  const keyword = findWord(file.text, start, end, 'WHERE')
  return keyword === undefined ? undefined : trimmed(file.text, keyword.end, end)
}

function readKeyOrder(reading: Reading, element: Node | undefined, method: string): KeyOrder {
  const descending = element?.ordering === 'SORTBY_DESC'
  const nulls = element?.nulls_ordering
  return {
    ...readCollation(reading, element?.collation),
    ...readOperatorClass(reading, element?.opclass, method, element?.opclassopts),
    ...(descending ? { descending } : {}),
    ...(nulls === 'SORTBY_NULLS_FIRST' && !descending ? { nulls: 'first' } : {}),
    ...(nulls === 'SORTBY_NULLS_LAST' && descending ? { nulls: 'last' } : {}),
  }
}

/** REINDEX. */
export function readReindex(reading: Reading, node: Node): readonly Action[] {
  const target = REINDEX_TARGETS[node.kind as string] ?? 'database'
  const relation: { relation?: Name } =
    node.relation === undefined ? {} : { relation: relationName(reading, node.relation) }
  const concurrently = (node.params ?? []).some((each: Node) => each.DefElem?.defname === 'concurrently')
  const schema: { schema?: string } = target === 'schema' ? { schema: node.name } : {}
  const moved: string | undefined = (node.params ?? []).find((each: Node) => each.DefElem?.defname === 'tablespace')
    ?.DefElem.arg?.String?.sval
  const tablespace = moved === undefined ? {} : { tablespace: moved }
  return [{ kind: 'reindex', span: reading.statement, target, ...relation, ...schema, concurrently, ...tablespace }]
}

const REINDEX_TARGETS: Readonly<Record<string, 'index' | 'table' | 'schema' | 'database'>> = {
  REINDEX_OBJECT_INDEX: 'index',
  REINDEX_OBJECT_TABLE: 'table',
  REINDEX_OBJECT_SCHEMA: 'schema',
}
