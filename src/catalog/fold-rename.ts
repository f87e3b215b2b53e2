import type { Catalog, Identifier, Name } from './catalog.ts'
import { partsOf, qualify } from './names.ts'
import { mapEntries } from './persistent-map.ts'
import { grantKey } from './privileges.ts'

/** Gives a relation or type another name or schema, and carries the name wherever the catalog refers to it. */
export function renameRelation(catalog: Catalog, from: Name, to: Name): Catalog {
  const moved =
    partsOf(from).schema === partsOf(to).schema ? catalog : moveDependents(catalog, from, partsOf(to).schema)
  const named = (name: Name) => (name === from ? to : name)
  return {
    ...moved,
    ...renameObjects(moved, from, to),
    ...renameReferences(moved, named),
    ...renameTable(moved, from, to, named),
  }
}

/** Gives every object of a schema the schema's other name. */
export function renameSchema(catalog: Catalog, from: Identifier, to: Identifier): Catalog {
  let result = catalog
  const maps = [
    catalog.tables,
    catalog.indexes,
    catalog.sequences,
    catalog.views,
    catalog.enums,
    catalog.domains,
    catalog.types,
  ]
  for (const map of maps) {
    for (const name of map.keys()) {
      const parts = partsOf(name)
      if (parts.schema === from) result = renameRelation(result, name, qualify(to, parts.name))
    }
  }
  const prefix = `${qualify(from, '').slice(0, -2)}`
  const renamed = (key: string) =>
    partsOf(key).schema === from ? qualify(to, '').slice(0, -2) + key.slice(prefix.length) : key
  return {
    ...result,
    schemas: mapEntries(result.schemas, (schema, name) =>
      name === from ? [to, { ...schema, name: to }] : [name, schema],
    ),
    functions: mapEntries(result.functions, (each, key) => [
      renamed(key),
      renamed(key) === key ? each : { ...each, name: renamed(each.name) },
    ]),
    triggers: mapEntries(result.triggers, (trigger, key) => [key, { ...trigger, function: renamed(trigger.function) }]),
    grants: mapEntries(result.grants, (grant, key) => {
      if (grant.target !== 'schema' || grant.on !== from) return [key, grant]
      const changed = { ...grant, on: to }
      return [grantKey(changed), changed]
    }),
  }
}

/** A table takes its indexes and owned sequences along to another schema. */
function moveDependents(catalog: Catalog, table: Name, schema: Identifier): Catalog {
  let result = catalog
  const move = (name: Name) => renameRelation(result, name, qualify(schema, partsOf(name).name))
  for (const index of catalog.indexes.values()) if (index.table === table) result = move(index.name)
  for (const sequence of catalog.sequences.values()) if (sequence.ownedBy?.table === table) result = move(sequence.name)
  return result
}

function renameObjects(catalog: Catalog, from: Name, to: Name): Partial<Catalog> {
  const rename = <T extends { readonly name: Name }>(map: ReadonlyMap<Name, T>): ReadonlyMap<Name, T> =>
    mapEntries(map, (each, name) => (name === from ? [to, { ...each, name: to }] : [name, each]))
  return {
    views: rename(catalog.views),
    enums: rename(catalog.enums),
    domains: rename(catalog.domains),
    types: rename(catalog.types),
  }
}

function renameTable(catalog: Catalog, from: Name, to: Name, named: (name: Name) => Name): Partial<Catalog> {
  const type = (text: string) => (text === from ? to : text === `${from}[]` ? `${to}[]` : text)
  const tables = mapEntries(catalog.tables, (table, name) => {
    const refers = table.foreignKeys.some((key) => key.references === from) || table.partitionOf === from
    const typed = table.columns.some((column) => type(column.type) !== column.type)
    if (name !== from && !refers && !typed && !table.inherits.includes(from)) return [name, table]
    const foreignKeys = table.foreignKeys.map((key) => ({ ...key, references: named(key.references) }))
    const partitionOf = table.partitionOf === undefined ? {} : { partitionOf: named(table.partitionOf) }
    const columns = table.columns.map((column) => ({ ...column, type: type(column.type) }))
    const changed = {
      ...table,
      columns,
      name: named(name),
      foreignKeys,
      ...partitionOf,
      inherits: table.inherits.map(named),
    }
    return [named(name), changed]
  })
  return { tables }
}

function renameReferences(catalog: Catalog, named: (name: Name) => Name): Partial<Catalog> {
  const indexes = mapEntries(catalog.indexes, (index, name) => {
    if (named(name) === name && named(index.table) === index.table) return [name, index]
    return [named(name), { ...index, name: named(name), table: named(index.table) }]
  })
  const sequences = mapEntries(catalog.sequences, (sequence, name) => {
    const { ownedBy } = sequence
    const owner = ownedBy === undefined ? undefined : named(ownedBy.table)
    if (named(name) === name && owner === ownedBy?.table) return [name, sequence]
    const owned = ownedBy === undefined ? {} : { ownedBy: { ...ownedBy, table: named(ownedBy.table) } }
    return [named(name), { ...sequence, name: named(name), ...owned }]
  })
  const triggers = mapEntries(catalog.triggers, (trigger, key) => {
    const table = named(trigger.table)
    return table === trigger.table ? [key, trigger] : [table + key.slice(trigger.table.length), { ...trigger, table }]
  })
  const policies = mapEntries(catalog.policies, (policy, key) => {
    const table = named(policy.table)
    return table === policy.table ? [key, policy] : [table + key.slice(policy.table.length), { ...policy, table }]
  })
  const grants = mapEntries(catalog.grants, (grant, key) => {
    if (named(grant.on) === grant.on) return [key, grant]
    const changed = { ...grant, on: named(grant.on) }
    return [grantKey(changed), changed]
  })
  return { indexes, sequences, triggers, policies, grants }
}
