import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { trimmed } from './extents.ts'
import type { Node } from './parser.ts'
import { readIndexKey } from './read-constraints.ts'
import { type Reading, relationName } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { bracketed, type Extent, findWord, listItems } from './tokens.ts'

/** CREATE INDEX. */
export function readCreateIndex(reading: Reading, node: Node): readonly Action[] {
  const table = relationName(reading, node.relation)
  const elements: readonly Node[] = (node.indexParams ?? []).map((each: Node) => each.IndexElem)
  const included: readonly string[] = (node.indexIncludingParams ?? []).map((each: Node) => each.IndexElem.name)
  const { statement } = reading
  const items = keyItems(reading)
  return [
    {
      kind: 'createIndex',
      span: statement,
      index: {
        ...(node.idxname === undefined ? {} : { name: node.idxname as string }),
        table,
        method: node.accessMethod ?? 'btree',
        keys: elements.map((element, position) => readIndexKey(reading, element, table, items[position])),
        included,
        unique: node.unique === true,
        ...(node.whereClause === undefined
          ? {}
          : { predicate: readExpressionAt(reading, node.whereClause, predicateExtent(reading), { table }) }),
      },
      concurrently: node.concurrent === true,
      ifNotExists: node.if_not_exists === true,
      onOnly: node.relation.inh !== true,
    },
  ]
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

/** REINDEX. */
export function readReindex(reading: Reading, node: Node): readonly Action[] {
  const target = REINDEX_TARGETS[node.kind as string] ?? 'database'
  const relation: { relation?: Name } =
    node.relation === undefined ? {} : { relation: relationName(reading, node.relation) }
  const concurrently = (node.params ?? []).some((each: Node) => each.DefElem?.defname === 'concurrently')
  return [{ kind: 'reindex', span: reading.statement, target, ...relation, concurrently }]
}

const REINDEX_TARGETS: Readonly<Record<string, 'index' | 'table' | 'schema' | 'database'>> = {
  REINDEX_OBJECT_INDEX: 'index',
  REINDEX_OBJECT_TABLE: 'table',
  REINDEX_OBJECT_SCHEMA: 'schema',
}
