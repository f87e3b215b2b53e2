import type { Action } from '../catalog/action.ts'
import type { PartitionKey } from '../catalog/table.ts'
import type {
  ColumnDefinition,
  ConstraintDefinition,
  LikeClause,
  LikeOption,
  TableDefinition,
} from '../catalog/table-actions.ts'
import type { Node } from './parser.ts'
import { readColumn } from './read-columns.ts'
import { readConstraint } from './read-constraints.ts'
import { nameSpan, newName, type Reading, relationName } from './reading.ts'

/** CREATE TABLE and CREATE FOREIGN TABLE. */
export function readCreateTable(reading: Reading, node: Node, kind: 'table' | 'foreign' = 'table'): readonly Action[] {
  const name = newName(reading, node.relation)
  const elements: readonly Node[] = node.tableElts ?? []
  const parents: readonly Node[] = (node.inhRelations ?? []).map((each: Node) => each.RangeVar)
  const [parent] = parents
  const span = nameSpan(reading, node.relation.location)
  if (node.ofTypename !== undefined)
    return [{ kind: 'unmodelled', reach: 'named', span, statement: 'CREATE TABLE … OF type' }]
  const table: TableDefinition = {
    name,
    kind: node.partspec === undefined ? kind : 'partitioned',
    persistence: persistenceOf(node.relation),
    columns: elements.flatMap((element): (ColumnDefinition | LikeClause)[] => {
      if (element.ColumnDef !== undefined) return [readColumn(reading, element.ColumnDef, name)]
      return element.TableLikeClause === undefined ? [] : [readLike(reading, element.TableLikeClause)]
    }),
    constraints: elements.flatMap((element): ConstraintDefinition[] => {
      const constraint =
        element.Constraint === undefined ? undefined : readConstraint(reading, element.Constraint, name)
      return constraint === undefined ? [] : [constraint]
    }),
    ...(node.partspec === undefined ? {} : { partitionKey: readPartitionKey(node.partspec) }),
    ...(node.partbound === undefined || parent === undefined
      ? {}
      : { partitionOf: { parent: relationName(reading, parent), isDefault: node.partbound.is_default === true } }),
    inherits: node.partbound === undefined ? parents.map((each) => relationName(reading, each)) : [],
  }
  return [{ kind: 'createTable', span, table, ifNotExists: node.if_not_exists === true }]
}

/** Whether a relation is permanent, unlogged or temporary. */
export function persistenceOf(relation: Node): 'permanent' | 'unlogged' | 'temporary' {
  if (relation.relpersistence === 't') return 'temporary'
  return relation.relpersistence === 'u' ? 'unlogged' : 'permanent'
}

function readPartitionKey(spec: Node): PartitionKey {
  const parts: readonly Node[] = (spec.partParams ?? []).map((each: Node) => each.PartitionElem)
  const strategy = STRATEGIES[spec.strategy as string] ?? 'range'
  return {
    strategy,
    columns: parts.map((part): string | undefined => part.name ?? part.expr?.ColumnRef?.fields?.at(-1)?.String?.sval),
  }
}

const STRATEGIES: Readonly<Record<string, PartitionKey['strategy']>> = {
  PARTITION_STRATEGY_RANGE: 'range',
  PARTITION_STRATEGY_LIST: 'list',
  PARTITION_STRATEGY_HASH: 'hash',
}

/** The bits of `TableLikeOption` in parsenodes.h that the catalog models. */
function readLike(reading: Reading, clause: Node): LikeClause {
  const options: number = clause.options ?? 0
  const including = LIKE_OPTIONS.filter(([bit]) => (options & bit) !== 0).map(([, option]) => option)
  return { like: relationName(reading, clause.relation), including }
}

const LIKE_OPTIONS: readonly (readonly [number, LikeOption])[] = [
  [4, 'constraints'],
  [8, 'defaults'],
  [16, 'generated'],
  [32, 'identity'],
  [64, 'indexes'],
]
