import type { Span } from '../text/source-file.ts'
import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { asInherited, changeConstraints, constraintsOf, withoutParent } from './constraints.ts'
import { changeTable, type Mutable, omit } from './edit-catalog.ts'
import { renameClusterIndex } from './fold-view-changes.ts'
import { chooseRelationName, distinctKeyNames, joinColumnNames, keyName } from './generated-names.ts'
import { indexesOf, partitionsOf, partsOfIndex } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { IndexDefinition } from './object-actions.ts'
import type { Index, IndexKey } from './objects.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'
import { retarget, withoutTexts } from './sql-text.ts'
import { setOptions, withTablespace } from './storage-options.ts'
import type { Table } from './table.ts'

/**
 * Adds an index and, on a partitioned table, one to each partition. ON ONLY makes the
 * parent's alone, which stays invalid until every partition's index is attached to it.
 */
export function createIndex(
  catalog: Catalog,
  definition: IndexDefinition,
  how: { readonly onOnly: boolean; readonly span?: Span; readonly parent?: Name },
): Catalog {
  const { schema, name: table } = partsOf(definition.table)
  const keyNames = distinctKeyNames([...definition.keys.map(keyName), ...definition.included])
  const column = joinColumnNames(keyNames)
  const name = definition.name ?? chooseRelationName(catalog, schema, { table, column, label: 'idx' }, false)
  const partitions = partitionsOf(catalog, definition.table)
  const index: Mutable<Index> = {
    constraint: false,
    valid: !(how.onOnly && partitions.length > 0),
    ...definition,
    name: qualify(schema, name),
    keys: definition.keys.map((key, position) =>
      'column' in key ? withoutOwnCollation(catalog, definition.table, key) : { ...key, name: keyNames[position]! },
    ),
  }
  if (how.parent !== undefined) index.partitionOf = how.parent
  if (how.span !== undefined) index.origin = how.span
  let result = withIndex(catalog, index)
  if (how.onOnly) return result
  for (const partition of partitions) {
    // Here, other than with ATTACH PARTITION, an invalid index is taken too, and makes its parent so.
    const own = findSameIndex(result, index, partition.name, true)
    result = own === undefined ? givePartition(result, index, partition.name) : hangOn(result, index, own)
  }
  const isWhole = partsOfIndex(result, index.name).every(([, part]) => part.valid)
  return isWhole ? result : withIndex(result, { ...index, valid: false })
}

/** The catalog with an index added or replaced. */
export function withIndex(catalog: Catalog, index: Index): Catalog {
  return { ...catalog, indexes: withEntry(catalog.indexes, index.name, index) }
}

/** Gives a partition the like of an index of its parent; one that it has already is attached instead. */
export function givePartition(catalog: Catalog, index: Index, partition: Name): Catalog {
  const own = findSameIndex(catalog, index, partition)
  if (own !== undefined) return hangOn(catalog, index, own)
  return createIndex(catalog, indexCopy(index, partition), { onOnly: false, parent: index.name })
}

/** A partition's index that can be attached to one of its parent: of the same shape, and not attached yet. */
export function findSameIndex(
  catalog: Catalog,
  index: Shape & { readonly constraint?: boolean },
  partition: Name,
  takesInvalid = false,
): Index | undefined {
  const isSame = (each: Index) =>
    each.partitionOf === undefined &&
    (each.valid || takesInvalid) &&
    (each.constraint || index.constraint !== true) &&
    hasSameShape(each, index)
  return indexesOf(catalog, partition).find(([, each]) => isSame(each))?.[1]
}

/** Attaches a partition's index to its parent's, and the constraint behind it. */
export function hangOn(catalog: Catalog, parent: Index, part: Index): Catalog {
  const result = withIndex(catalog, { ...part, partitionOf: parent.name })
  if (!parent.constraint || !part.constraint) return result
  const name = partsOf(part.name).name
  return changeTable(result, part.table, (table) =>
    changeConstraints(table, (each) => (each.name === name && isKey(table, name) ? asInherited(each) : each)),
  )
}

/** Removes an index and the ones of partitions that hang on it. */
export function dropIndex(catalog: Catalog, name: Name): Catalog {
  const index = catalog.indexes.get(name)
  if (index === undefined) return catalog
  let result: Catalog = { ...catalog, indexes: withoutEntry(catalog.indexes, name) }
  for (const [part] of partsOfIndex(catalog, name)) result = dropIndex(result, part)
  return forgetMarks(result, index)
}

/** Makes the indexes of a partition that is detached its own again, with the constraints behind them. */
export function releaseIndexes(catalog: Catalog, partition: Name): Catalog {
  let result = catalog
  for (const [, index] of indexesOf(catalog, partition)) {
    if (index.partitionOf === undefined) continue
    const name = partsOf(index.name).name
    result = withIndex(result, omit(index, 'partitionOf'))
    result = changeTable(result, partition, (table) =>
      changeConstraints(table, (each) => (each.name === name && isKey(table, name) ? withoutParent(each, true) : each)),
    )
  }
  return result
}

/** Attaches a partition's index to its parent's, which becomes valid with the last one. */
export function attachIndex(catalog: Catalog, parent: Name, part: Name): Catalog {
  const index = catalog.indexes.get(parent)
  const own = catalog.indexes.get(part)
  if (index === undefined || own === undefined || own.partitionOf === parent) return catalog
  return validateIndex(hangOn(catalog, index, own), parent)
}

/** Moves what REINDEX (TABLESPACE …) makes anew: a partitioned index has nothing to make, its parts have. */
export function reindex(catalog: Catalog, action: ActionOf<'reindex'>): Catalog {
  const { relation, schema, tablespace } = action
  if (tablespace === undefined) return catalog
  const isMeant = ({ name, table }: Index) =>
    relation === undefined
      ? schema === undefined || partsOf(table).schema === schema
      : relation === name || relation === table || isBelow(catalog, table, name, relation)
  const meant = [...catalog.indexes.values()].filter(
    (index) =>
      catalog.tables.get(index.table)?.kind !== 'partitioned' &&
      partsOf(index.name).schema !== 'pg_temp' &&
      isMeant(index),
  )
  return meant.reduce((result, index) => withIndex(result, withTablespace(index, tablespace)), catalog)
}

/** Whether a table is a partition of a relation, or an index a part of it, at whatever depth. */
function isBelow(
  { tables, indexes }: Pick<Catalog, 'tables' | 'indexes'>,
  table: Name,
  index: Name,
  relation: Name,
): boolean {
  const [parent, whole] = [tables.get(table)?.partitionOf, indexes.get(index)?.partitionOf]
  if (parent === relation || whole === relation) return true
  return parent !== undefined && isBelow({ tables, indexes }, parent, whole ?? '', relation)
}

/** Changes an index as ALTER INDEX says. */
export function alterIndex(catalog: Catalog, { index: name, change }: ActionOf<'alterIndex'>): Catalog {
  const index = catalog.indexes.get(name)
  if (index === undefined) return catalog
  switch (change.form) {
    case 'setOptions':
      return withIndex(catalog, setOptions(index, change.options))
    case 'resetOptions':
      return withIndex(catalog, setOptions(index, {}, change.names))
    case 'setTablespace':
      return withIndex(catalog, withTablespace(index, change.tablespace))
    case 'setStatistics': {
      const { position, statistics } = change
      const edit = (key: IndexKey): IndexKey => {
        const bare = omit(key, 'statistics') as IndexKey
        return statistics === undefined ? bare : { ...bare, statistics }
      }
      return withIndex(catalog, {
        ...index,
        keys: index.keys.map((key, place) => (place + 1 === position ? edit(key) : key)),
      })
    }
  }
}

/** An index as the definition of the same on another table. */
export function indexCopy(index: Index, table: Name): IndexDefinition {
  const { method, keys, included, unique, predicate, nullsNotDistinct, options } = retarget(index, index.table, table)
  return {
    table,
    method,
    keys: keys.map((key) => omit(key, 'statistics') as IndexKey),
    included,
    unique,
    ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
    ...(predicate === undefined ? {} : { predicate }),
    ...(options === undefined ? {} : { options }),
  }
}

/** COLLATE says nothing where it is the column's own. */
function withoutOwnCollation(catalog: Catalog, table: Name, key: IndexKey & { readonly column: Identifier }): IndexKey {
  const column = catalog.tables.get(table)?.columns.find((each) => each.name === key.column)
  return key.collation !== undefined && key.collation === column?.collation ? omit(key, 'collation') : key
}

function isKey(table: Table, name: string): boolean {
  return constraintsOf(table).some(
    (each) => each.name === name && (each.kind === 'primary key' || each.kind === 'unique' || each.kind === 'exclude'),
  )
}

function validateIndex(catalog: Catalog, name: Name): Catalog {
  const index = catalog.indexes.get(name)
  if (index === undefined || index.valid) return catalog
  const parts = partsOfIndex(catalog, name).filter(([, part]) => part.valid)
  if (parts.length < partitionsOf(catalog, index.table).length) return catalog
  const result = withIndex(catalog, { ...index, valid: true })
  return index.partitionOf === undefined ? result : validateIndex(result, index.partitionOf)
}

/** A table whose rows were told apart or ordered by an index is no longer. */
function forgetMarks(catalog: Catalog, index: Index): Catalog {
  const table = catalog.tables.get(index.table)
  if (table === undefined) return renameClusterIndex(catalog, index.table, index.name)
  const { replicaIdentity, clusteredOn } = table
  const isIdentity = typeof replicaIdentity === 'object' && replicaIdentity.index === index.name
  if (!isIdentity && clusteredOn !== index.name) return catalog
  return changeTable(catalog, index.table, (each) => {
    const bare = isIdentity ? omit(each, 'replicaIdentity') : each
    return clusteredOn === index.name ? omit(bare, 'clusteredOn') : bare
  })
}

/** What has to be equal. */
type Shape = Pick<IndexDefinition, 'method' | 'keys' | 'included' | 'unique' | 'nullsNotDistinct' | 'predicate'>

/** Whether two indexes, of a partition and of its parent, have the same keys and properties. */
function hasSameShape(a: Shape, b: Shape): boolean {
  const shape = ({ method, keys, included, unique, nullsNotDistinct, predicate }: Shape) =>
    JSON.stringify([method, keys.map(unnamed), included, unique, nullsNotDistinct, predicate], withoutTexts)
  return shape(a) === shape(b)
}

/** A key without the name that it has in one index only. */
function unnamed(key: IndexKey): unknown {
  return 'column' in key ? omit(key, 'statistics') : omit(key, 'name', 'statistics')
}
