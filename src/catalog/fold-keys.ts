import type { Catalog, Identifier, Name } from './catalog.ts'
import { asInherited } from './constraints.ts'
import { changeTable, type Mutable, omit } from './edit-catalog.ts'
import { findSameIndex, hangOn, indexCopy, withIndex } from './fold-indexes.ts'
import { addNotNull, notNullOn } from './fold-not-nulls.ts'
import { renameClusterIndex } from './fold-view-changes.ts'
import { chooseRelationName, distinctKeyNames, joinColumnNames, keyName } from './generated-names.ts'
import { partitionsOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { Index } from './objects.ts'
import { withoutEntry } from './persistent-map.ts'
import { retarget } from './sql-text.ts'
import type { Exclusion, Key, Table } from './table.ts'
import type { ExclusionDefinition, KeyDefinition } from './table-actions.ts'

type IndexedDefinition = KeyDefinition | ExclusionDefinition

/** How a constraint with an index behind it is added. */
interface How {
  readonly only?: boolean
  /** The index of the partitioned table that the new one hangs on. */
  readonly parent?: Name
}

/** Adds a primary key, unique or exclusion constraint with its index, to partitions too. */
export function addIndexed(catalog: Catalog, table: Name, definition: IndexedDefinition, how: How = {}): Catalog {
  if (definition.type !== 'exclusion' && definition.usingIndex !== undefined)
    return addUsingIndex(catalog, table, definition, definition.usingIndex)
  const withNotNulls = definition.type === 'primaryKey' ? addKeyNotNulls(catalog, table, definition, how) : catalog
  const { schema } = partsOf(table)
  const name = definition.name ?? chooseName(withNotNulls, table, definition)
  const partitions = partitionsOf(withNotNulls, table)
  const index: Mutable<Index> = {
    name: qualify(schema, name),
    valid: !(how.only === true && partitions.length > 0),
    ...indexOf(definition, table),
  }
  if (how.parent !== undefined) index.partitionOf = how.parent
  let result = record(withIndex(withNotNulls, index), table, definition, name, how.parent !== undefined)
  if (how.only === true) return result
  for (const partition of partitions) result = giveConstraint(result, index, partition.name, definition)
  return result
}

/** Gives a partition the like of a constraint of its parent; an equal one that it has becomes part of it. */
export function giveConstraint(
  catalog: Catalog,
  index: Index,
  partition: Name,
  definition: IndexedDefinition,
): Catalog {
  const own = findSameIndex(catalog, index, partition)
  if (own !== undefined) return hangOn(catalog, index, own)
  const copy = omit(retarget(definition, index.table, partition), 'name', 'span', 'tablespace')
  return addIndexed(catalog, partition, copy as IndexedDefinition, { parent: index.name })
}

/** A constraint of a table as the definition of the same on another one; undefined where no constraint owns the index. */
export function definitionOf(table: Table, index: Index): IndexedDefinition | undefined {
  const name = partsOf(index.name).name
  const { primaryKey, uniques, exclusions } = table
  const key = primaryKey?.name === name ? primaryKey : uniques.find((each) => each.name === name)
  const { keys, included, method, predicate, options, nullsNotDistinct } = indexCopy(index, table.name)
  const storage = options === undefined ? {} : { options }
  if (key !== undefined) {
    return {
      ...omit(key, 'name', 'inherited', 'origin', 'comment'),
      type: key === primaryKey ? 'primaryKey' : 'unique',
      included,
      ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
      ...storage,
    }
  }
  const exclusion = exclusions.find((each) => each.name === name)
  if (exclusion === undefined) return undefined
  const where = predicate === undefined ? {} : { predicate }
  return {
    ...omit(exclusion, 'name', 'inherited', 'origin', 'comment'),
    type: 'exclusion',
    method,
    keys,
    included,
    ...where,
    ...storage,
  }
}

/** The columns of a primary key become NOT NULL before the key is named. */
function addKeyNotNulls(catalog: Catalog, table: Name, key: KeyDefinition, how: How): Catalog {
  let result = catalog
  for (const column of key.columns) {
    const known = result.tables.get(table)
    const isNullable = known?.columns.find((each) => each.name === column)?.nullable !== false
    const isUnnamed = known?.notNulls !== undefined && notNullOn(known, column) === undefined
    if (isNullable || isUnnamed) result = addNotNull(result, table, { column }, how.only)
  }
  return result
}

function chooseName(catalog: Catalog, table: Name, definition: IndexedDefinition): Identifier {
  const { schema, name } = partsOf(table)
  if (definition.type === 'primaryKey') return chooseRelationName(catalog, schema, { table: name, label: 'pkey' }, true)
  const keys = definition.type === 'exclusion' ? definition.keys.map(keyName) : definition.columns
  const column = joinColumnNames(distinctKeyNames([...keys, ...definition.included]))
  const label = definition.type === 'unique' ? 'key' : 'excl'
  return chooseRelationName(catalog, schema, { table: name, column, label }, true)
}

function indexOf(definition: IndexedDefinition, table: Name): Omit<Index, 'name' | 'valid'> {
  const { options, tablespace, included, span } = definition
  const index: Mutable<Omit<Index, 'name' | 'valid'>> = { table, included, constraint: true, ...shapeOf(definition) }
  if (options !== undefined) index.options = options
  if (tablespace !== undefined) index.tablespace = tablespace
  if (span !== undefined) index.origin = span
  return index
}

function shapeOf(definition: IndexedDefinition) {
  if (definition.type === 'exclusion') {
    const { method, keys, predicate } = definition
    const names = distinctKeyNames(keys.map(keyName))
    const named = keys.map((key, position) => ('column' in key ? key : { ...key, name: names[position]! }))
    return { method, keys: named, unique: false, ...(predicate === undefined ? {} : { predicate }) }
  }
  const { columns, nullsNotDistinct, withoutOverlaps } = definition
  return {
    method: withoutOverlaps === true ? 'gist' : 'btree',
    keys: columns.map((column) => ({ column })),
    unique: true,
    ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
  }
}

function addUsingIndex(catalog: Catalog, table: Name, key: KeyDefinition, indexName: Name): Catalog {
  const index = catalog.indexes.get(indexName)
  const { schema, name: oldName } = partsOf(indexName)
  const name = key.name ?? oldName
  const columns = (index?.keys ?? []).flatMap((part) => ('column' in part ? [part.column] : []))
  const definition = { ...key, columns }
  const withNotNulls = key.type === 'primaryKey' ? addKeyNotNulls(catalog, table, definition, {}) : catalog
  const result = record(withNotNulls, table, definition, name, false)
  if (index === undefined) return result
  const renamed: Index = { ...index, name: qualify(schema, name), constraint: true }
  const rest = { ...result, indexes: withoutEntry(result.indexes, indexName) }
  return withIndex(renameMarks(rest, table, indexName, renamed.name), renamed)
}

function record(
  catalog: Catalog,
  table: Name,
  definition: IndexedDefinition,
  name: Identifier,
  isInherited: boolean,
): Catalog {
  const { span, deferrable } = definition
  const made: Exclusion | Key = {
    name,
    ...(definition.type === 'exclusion' ? { operators: definition.operators } : keyFacts(definition)),
    ...(deferrable === undefined ? {} : { deferrable }),
    ...(span === undefined ? {} : { origin: span }),
  }
  const own = isInherited ? asInherited(made) : made
  return changeTable(catalog, table, (known) => {
    if (definition.type === 'exclusion') return { ...known, exclusions: [...known.exclusions, own as Exclusion] }
    if (definition.type === 'primaryKey') return { primaryKey: own as Key, ...omit(known, 'primaryKey') }
    return { ...known, uniques: [...known.uniques, own as Key] }
  })
}

function keyFacts({ columns, withoutOverlaps }: KeyDefinition): Pick<Key, 'columns' | 'withoutOverlaps'> {
  return { columns, ...(withoutOverlaps === undefined ? {} : { withoutOverlaps }) }
}

/** What a table is clustered or replicated by keeps being so under the index's other name. */
export function renameMarks(catalog: Catalog, table: Name, from: Name, to: Name): Catalog {
  const known = catalog.tables.get(table)
  if (known === undefined) return renameClusterIndex(catalog, table, from, to)
  const { replicaIdentity, clusteredOn } = known
  const isIdentity = typeof replicaIdentity === 'object' && replicaIdentity.index === from
  if (!isIdentity && clusteredOn !== from) return catalog
  return changeTable(catalog, table, (each) => ({
    ...each,
    ...(isIdentity ? { replicaIdentity: { index: to } } : {}),
    ...(clusteredOn === from ? { clusteredOn: to } : {}),
  }))
}
