import type { Catalog, Identifier, Name } from './catalog.ts'
import { dropOthersIn, dropOthersOf } from './fold-other-objects.ts'
import {
  childrenOf,
  grantsOn,
  indexesOf,
  policiesOf,
  sequencesOf,
  tablesReferencing,
  triggersOf,
  viewsReading,
} from './lookups.ts'
import { partsOf } from './names.ts'
import { mapEntries, without, withoutEntry } from './persistent-map.ts'
import type { Table } from './table.ts'

/** Removes a table with everything that cannot be without it, and foreign keys that reference it. */
export function dropTable(catalog: Catalog, name: Name): Catalog {
  let result: Catalog = { ...catalog, tables: withoutEntry(catalog.tables, name) }
  for (const child of childrenOf(catalog, name)) result = dropTable(result, child.name)
  const dropKeys = (table: Table, key: Name): readonly [Name, Table] => {
    return [key, { ...table, foreignKeys: table.foreignKeys.filter((foreignKey) => foreignKey.references !== name) }]
  }
  const all = () => true
  result = dropSequences(dropOthersOf(result, name), sequencesOf(result, name))
  return {
    ...result,
    tables: mapEntries(result.tables, dropKeys, tablesReferencing(result, name)),
    indexes: without(result.indexes, all, indexesOf(result, name)),
    triggers: without(result.triggers, (trigger) => trigger.table === name, triggersOf(result, name)),
    policies: without(result.policies, all, policiesOf(result, name)),
    grants: without(result.grants, (grant) => grant.target === 'table', grantsOn(result, name)),
  }
}

/** Removes sequences, with what is granted on them. */
export function dropSequences(catalog: Catalog, sequences: readonly (readonly [Name, unknown])[]): Catalog {
  let result = catalog
  for (const [name] of sequences) {
    result = {
      ...result,
      sequences: withoutEntry(result.sequences, name),
      grants: without(result.grants, () => true, grantsOn(result, name)),
    }
  }
  return result
}

/** Removes a view or materialized view. */
export function dropView(catalog: Catalog, view: Name): Catalog {
  const beside = dropOthersOf(catalog, view)
  return {
    ...beside,
    views: withoutEntry(beside.views, view),
    grants: without(beside.grants, (each) => each.target === 'table', grantsOn(beside, view)),
    triggers: without(beside.triggers, (each) => each.table === view, triggersOf(beside, view)),
    indexes: without(beside.indexes, () => true, indexesOf(beside, view)),
  }
}

/** Removes the views that read a relation, or a column of it, and those that read them, which may be a circle. */
export function dropReaders(catalog: Catalog, relation: Name, column?: Identifier): Catalog {
  let result = catalog
  for (const [view] of viewsReading(catalog, relation, column))
    if (view !== relation && result.views.has(view)) result = dropReaders(dropView(result, view), view)
  return result
}

/** Removes a schema with all that is in it. */
export function dropSchema(catalog: Catalog, schema: Identifier): Catalog {
  let result: Catalog = { ...catalog, schemas: withoutEntry(catalog.schemas, schema) }
  const isInside = (name: Name) => partsOf(name).schema === schema
  for (const name of catalog.tables.keys()) if (isInside(name)) result = dropTable(result, name)
  result = dropOthersIn(result, schema)
  const outside = <T>(map: ReadonlyMap<Name, T>) => without(map, (_, name) => isInside(name))
  return {
    ...result,
    sequences: outside(result.sequences),
    enums: outside(result.enums),
    domains: outside(result.domains),
    types: outside(result.types),
    views: outside(result.views),
    indexes: outside(result.indexes),
    functions: outside(result.functions),
    triggers: without(result.triggers, (trigger) => isInside(trigger.function)),
    grants: without(result.grants, (grant) => isInside(grant.on) || (grant.target === 'schema' && grant.on === schema)),
    defaultPrivileges: without(result.defaultPrivileges, (entry) => entry.schema === schema),
  }
}
