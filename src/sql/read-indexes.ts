import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { readExpression } from './expressions.ts'
import type { Node } from './parser.ts'
import { readIndexKey } from './read-constraints.ts'
import { type Reading, relationName } from './reading.ts'

/** CREATE INDEX. */
export function readCreateIndex(reading: Reading, node: Node): readonly Action[] {
  const table = relationName(reading, node.relation)
  const elements: readonly Node[] = (node.indexParams ?? []).map((each: Node) => each.IndexElem)
  const included: readonly string[] = (node.indexIncludingParams ?? []).map((each: Node) => each.IndexElem.name)
  const { statement } = reading
  return [
    {
      kind: 'createIndex',
      span: statement,
      index: {
        ...(node.idxname === undefined ? {} : { name: node.idxname as string }),
        table,
        method: node.accessMethod ?? 'btree',
        keys: elements.map((element) => readIndexKey(reading, element)),
        included,
        unique: node.unique === true,
        ...(node.whereClause === undefined ? {} : { predicate: readExpression(node.whereClause, reading.before) }),
      },
      concurrently: node.concurrent === true,
      ifNotExists: node.if_not_exists === true,
      onOnly: node.relation.inh !== true,
    },
  ]
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
