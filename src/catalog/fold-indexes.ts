import type { Span } from '../text/source-file.ts'
import type { Catalog, Name } from './catalog.ts'
import { chooseRelationName, distinctKeyNames, joinColumnNames, keyName } from './generated-names.ts'
import { childrenOf, indexesOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { IndexDefinition } from './object-actions.ts'
import type { Index, IndexKey } from './objects.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'
import { retarget, withoutTexts } from './sql-text.ts'

/**
 * Adds an index and, on a partitioned table, one to each partition. ON ONLY makes the
 * parent's alone, which stays invalid until every partition's index is attached to it.
 */
export function createIndex(
  catalog: Catalog,
  definition: IndexDefinition,
  how: { readonly onOnly: boolean; readonly span?: Span },
): Catalog {
  const { schema, name: table } = partsOf(definition.table)
  const keyNames = distinctKeyNames([...definition.keys.map(keyName), ...definition.included])
  const column = joinColumnNames(keyNames)
  const name = definition.name ?? chooseRelationName(catalog, schema, { table, column, label: 'idx' }, false)
  const partitions = childrenOf(catalog, definition.table).filter((child) => child.partitionOf === definition.table)
  const index: Index = {
    ...definition,
    keys: definition.keys.map((key, position) => ('column' in key ? key : { ...key, name: keyNames[position]! })),
    name: qualify(schema, name),
    constraint: false,
    valid: !(how.onOnly && partitions.length > 0),
    ...(how.span === undefined ? {} : { origin: how.span }),
  }
  let result: Catalog = { ...catalog, indexes: withEntry(catalog.indexes, index.name, index) }
  if (how.onOnly) return result
  for (const partition of partitions) {
    // An equal index that is there already is attached instead.
    const isThere = [...result.indexes.values()].some(
      (each) => each.table === partition.name && isSameIndex(each, index),
    )
    if (isThere) continue
    const { name: _, ...unnamed } = retarget(definition, definition.table, partition.name)
    result = createIndex(result, { ...unnamed, table: partition.name }, how)
  }
  return result
}

/** Removes an index and the ones of partitions that hang on it. */
export function dropIndex(catalog: Catalog, name: Name): Catalog {
  const index = catalog.indexes.get(name)
  if (index === undefined) return catalog
  let result: Catalog = { ...catalog, indexes: withoutEntry(catalog.indexes, name) }
  for (const child of childrenOf(catalog, index.table)) {
    if (child.partitionOf !== index.table) continue
    const copy = indexesOf(result, child.name).find(([, each]) => isSameIndex(each, index))
    if (copy !== undefined) result = dropIndex(result, copy[0])
  }
  return result
}

/** Attaches a partition's index to its parent's, which becomes valid with the last one. */
export function attachIndex(catalog: Catalog, parent: Name, part: Name): Catalog {
  const index = catalog.indexes.get(parent)
  if (index === undefined || index.valid || !catalog.indexes.has(part)) return catalog
  const partitions = childrenOf(catalog, index.table).filter((child) => child.partitionOf === index.table)
  const covered = partitions.every((child) =>
    indexesOf(catalog, child.name).some(([, each]) => each.valid && isSameIndex(each, index)),
  )
  if (!covered) return catalog
  return { ...catalog, indexes: withEntry(catalog.indexes, parent, { ...index, valid: true }) }
}

/** Whether two indexes, perhaps of different tables, have the same keys and properties. */
function isSameIndex(a: Index, b: Index): boolean {
  const shape = (index: Index) =>
    JSON.stringify([index.method, index.keys.map(unnamed), index.included, index.unique, index.predicate], withoutTexts)
  return a.constraint === b.constraint && shape(a) === shape(b)
}

/** A key without the name that it has in one index only. */
export function unnamed(key: IndexKey): unknown {
  return 'column' in key ? key.column : { expression: key.expression }
}
