import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { partsOf, quoteIdentifier } from '../catalog/names.ts'
import type { ForeignSource, Table } from '../catalog/table.ts'
import type {
  ColumnDefinition,
  ConstraintDefinition,
  LikeClause,
  LikeOption,
  TableDefinition,
} from '../catalog/table-actions.ts'
import type { Node } from './parser.ts'
import { readColumn } from './read-columns.ts'
import { readConstraint, readNotNull } from './read-constraints.ts'
import { readForeignOptions, readStorageOptions, readTablespace } from './read-options.ts'
import { readPartitionBound, readPartitionKey } from './read-partitions.ts'
import { nameSpan, newName, type Reading, relationName } from './reading.ts'
import { readType } from './type-names.ts'

/** CREATE TABLE, and CREATE FOREIGN TABLE, which says where the rows are. */
export function readCreateTable(outside: Reading, node: Node, foreign?: ForeignSource): readonly Action[] {
  const name = newName(outside, node.relation)
  const elements: readonly Node[] = node.tableElts ?? []
  const reading: Reading = { ...outside, making: madeBy(node, elements) }
  const columns = elements.flatMap((element): (ColumnDefinition | LikeClause)[] => {
    if (element.ColumnDef !== undefined) return [readColumn(reading, element.ColumnDef, name)]
    return element.TableLikeClause === undefined ? [] : [readLike(reading, element.TableLikeClause)]
  })
  const parents = parentage(
    reading,
    node,
    columns.filter((each): each is ColumnDefinition => !('like' in each)),
  )
  const table: TableDefinition = {
    name,
    kind: node.partspec !== undefined ? 'partitioned' : foreign === undefined ? 'table' : 'foreign',
    persistence: persistenceOf(node.relation, name),
    columns,
    constraints: elements.flatMap((element): ConstraintDefinition[] => {
      const constraint =
        element.Constraint === undefined ? undefined : readConstraint(reading, element.Constraint, name)
      return constraint === undefined ? [] : [constraint]
    }),
    ...notNullsOf(reading, elements),
    ...parents,
    ...(foreign === undefined
      ? storageOf(reading, node, reading.before.tables.get(parents.partitionOf?.parent ?? ''))
      : {}),
    ...(foreign === undefined ? {} : { foreign }),
    ...(node.ofTypename === undefined ? {} : { ofType: readType(reading, node.ofTypename).type }),
  }
  const span = nameSpan(reading, node.relation.location)
  return [{ kind: 'createTable', span, table, ifNotExists: node.if_not_exists === true }]
}

function madeBy(node: Node, elements: readonly Node[]): NonNullable<Reading['making']> {
  const isAll =
    node.inhRelations === undefined && node.ofTypename === undefined && !elements.some((each) => each.TableLikeClause)
  return { columns: elements.flatMap((each) => each.ColumnDef?.colname ?? []), isAll }
}

/** CREATE FOREIGN TABLE. */
export function readCreateForeignTable(reading: Reading, node: Node): readonly Action[] {
  const options = readForeignOptions(node.options)
  const server = quoteIdentifier(node.servername)
  return readCreateTable(reading, node.base, { server, ...(options === undefined ? {} : { options }) })
}

/** Whether a relation is permanent, unlogged or temporary. */
export function persistenceOf(relation: Node, name: Name): 'permanent' | 'unlogged' | 'temporary' {
  if (partsOf(name).schema === 'pg_temp') return 'temporary'
  return relation.relpersistence === 'u' ? 'unlogged' : 'permanent'
}

/** How and where CREATE TABLE says that the rows are kept; heap is what they are kept in by default. */
export function storageOf(
  reading: Reading,
  node: Node,
  parent?: Table,
): Pick<TableDefinition, 'options' | 'tablespace' | 'accessMethod'> {
  const options = readStorageOptions(node.options)
  const { session } = reading.before
  // A partitioned table keeps nothing itself, and says since PostgreSQL 17 in what its partitions are kept.
  const ofParent = parent !== undefined && reading.postgres >= 17 ? parent.accessMethod : undefined
  const byDefault = node.partspec === undefined ? (ofParent ?? session.accessMethod) : undefined
  const accessMethod = node.accessMethod ?? byDefault
  const space =
    node.tablespacename ?? node.tableSpaceName ?? (parent?.tablespace === undefined ? session.tablespace : undefined)
  return {
    ...(options === undefined ? {} : { options }),
    ...readTablespace(space),
    ...(accessMethod === undefined || accessMethod === 'heap' ? {} : { accessMethod }),
  }
}

function parentage(
  reading: Reading,
  node: Node,
  own: readonly ColumnDefinition[],
): Pick<TableDefinition, 'partitionKey' | 'partitionOf' | 'inherits'> {
  const parents: readonly Node[] = (node.inhRelations ?? []).map((each: Node) => each.RangeVar)
  const [parent] = parents
  const columns = parent === undefined ? own : (reading.before.tables.get(relationName(reading, parent))?.columns ?? [])
  const key =
    node.partspec === undefined
      ? {}
      : { partitionKey: readPartitionKey(reading, node.partspec, { table: newName(reading, node.relation) }, columns) }
  if (node.partbound === undefined || parent === undefined)
    return { ...key, inherits: parents.map((each) => relationName(reading, each)) }
  const bound = readPartitionBound(reading, node.partbound)
  const partitionOf = {
    parent: relationName(reading, parent),
    isDefault: bound === undefined,
    ...(bound === undefined ? {} : { bound }),
  }
  return { ...key, partitionOf, inherits: [] }
}

function notNullsOf(reading: Reading, elements: readonly Node[]): Pick<TableDefinition, 'notNulls'> {
  const notNulls = elements
    .filter((element) => element.Constraint?.contype === 'CONSTR_NOTNULL')
    .map((element) => readNotNull(reading, element.Constraint))
  return notNulls.length === 0 ? {} : { notNulls }
}

/** The bits of `TableLikeOption` in parsenodes.h. */
function readLike(reading: Reading, clause: Node): LikeClause {
  const options: number = clause.options ?? 0
  const including = LIKE_OPTIONS.filter((_, position) => (options & (1 << position)) !== 0)
  return { like: relationName(reading, clause.relation), including }
}

const LIKE_OPTIONS: readonly LikeOption[] = [
  'comments',
  'compression',
  'constraints',
  'defaults',
  'generated',
  'identity',
  'indexes',
  'statistics',
  'storage',
]
