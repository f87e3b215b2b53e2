import type { Catalog, Identifier, Name } from './catalog.ts'
import { installedExtensions, typeNamesOf } from './extensions.ts'
import { renameMarks } from './fold-keys.ts'
import { renameInOthers, renameOthersIn } from './fold-other-objects.ts'
import { grantsOn, indexesOf, partsOfIndex, policiesOf, sequencesOf, tablesNaming, triggersOf } from './lookups.ts'
import { partsOf, qualify } from './names.ts'
import type { Index, Sequence } from './objects.ts'
import { mapEntries, withEntry, withoutEntry } from './persistent-map.ts'
import { defaultPrivilegeKey, type Grant, grantKey } from './privileges.ts'
import { renameTexts } from './rename-texts.ts'
import { renameTypeUses } from './rename-type-uses.ts'
import { renameSearchPath } from './sql-text.ts'
import type { Table } from './table.ts'

/** Gives a relation or type another name or schema, and carries the name wherever the catalog refers to it. */
export function renameRelation(catalog: Catalog, from: Name, to: Name): Catalog {
  const moved =
    partsOf(from).schema === partsOf(to).schema ? catalog : moveDependents(catalog, from, partsOf(to).schema)
  const named = (name: Name) => (name === from ? to : name)
  const index = moved.indexes.get(from)
  const used = renameTypeUses(moved, from, to)
  const marked = index === undefined ? used : renameMarks(used, index.table, from, to)
  const renamed = {
    ...marked,
    ...renameObjects(marked, from, to),
    ...renameReferences(marked, from, named),
    ...renameTable(marked, from, to, named),
    others: renameInOthers(marked, from, to),
  }
  return renameTexts(renamed, { kind: 'relation', from, to })
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
  result = renameExtensionTypes(result, from, to)
  result = inSearchPaths(renameOthersIn(result, from, to), from, to)
  const prefix = `${qualify(from, '').slice(0, -2)}`
  const renamed = (key: string) =>
    partsOf(key).schema === from ? qualify(to, '').slice(0, -2) + key.slice(prefix.length) : key
  for (const each of catalog.functions.values()) {
    if (partsOf(each.name).schema !== from) continue
    result = renameTexts(result, { kind: 'function', from: each.name, to: renamed(each.name) })
  }
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
    ...renameElsewhere(result, from, to),
    grants: mapEntries(result.grants, (grant, key) => {
      if (grant.target !== 'schema' || grant.on !== from) return [key, grant]
      const changed = { ...grant, on: to }
      return [grantKey(changed), changed]
    }),
  }
}

/** Gives the types of the extensions in a schema its other name. */
function renameExtensionTypes(catalog: Catalog, from: Identifier, to: Identifier): Catalog {
  let result = catalog
  for (const installed of installedExtensions(catalog)) {
    if (installed.schema !== from) continue
    for (const type of typeNamesOf(installed)) result = renameRelation(result, type, qualify(to, partsOf(type).name))
  }
  return result
}

/** The other name of a schema in what is said of it. */
function renameElsewhere(result: Catalog, from: Identifier, to: Identifier): Partial<Catalog> {
  return {
    extensions: mapEntries(result.extensions, (each, name) => [
      name,
      each.schema === from ? { ...each, schema: to } : each,
    ]),
    defaultPrivileges: mapEntries(result.defaultPrivileges, (entry, key) => {
      if (entry.schema !== from) return [key, entry]
      const changed = { ...entry, schema: to }
      return [defaultPrivilegeKey(changed), changed]
    }),
  }
}

/** Texts whose names are looked up in the schema. */
function inSearchPaths(catalog: Catalog, from: Identifier, to: Identifier): Catalog {
  const renamed = <T>(map: ReadonlyMap<string, T>) =>
    mapEntries(map, (each, key) => [key, renameSearchPath(each, from, to)])
  return {
    ...catalog,
    tables: renamed(catalog.tables),
    indexes: renamed(catalog.indexes),
    views: renamed(catalog.views),
    functions: renamed(catalog.functions),
    triggers: renamed(catalog.triggers),
    policies: renamed(catalog.policies),
    domains: renamed(catalog.domains),
    others: renamed(catalog.others),
  }
}

/** A table takes its indexes and owned sequences along to another schema. */
function moveDependents(catalog: Catalog, table: Name, schema: Identifier): Catalog {
  let result = catalog
  const move = (name: Name) => renameRelation(result, name, qualify(schema, partsOf(name).name))
  for (const [index] of indexesOf(catalog, table)) result = move(index)
  for (const [sequence] of sequencesOf(catalog, table)) result = move(sequence)
  return result
}

function renameObjects(catalog: Catalog, from: Name, to: Name): Partial<Catalog> {
  const rename = <T extends { readonly name: Name }>(map: ReadonlyMap<Name, T>): ReadonlyMap<Name, T> => {
    const known = map.get(from)
    return known === undefined ? map : withEntry(withoutEntry(map, from), to, { ...known, name: to })
  }
  return {
    views: rename(catalog.views),
    enums: rename(catalog.enums),
    domains: rename(catalog.domains),
    types: rename(catalog.types),
  }
}

function renameTable(catalog: Catalog, from: Name, to: Name, named: (name: Name) => Name): Partial<Catalog> {
  const type = (text: string) => (text === from ? to : text === `${from}[]` ? `${to}[]` : text)
  const inTable = (table: Table, name: Name): readonly [Name, Table] => {
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
  }
  return { tables: mapEntries(catalog.tables, inTable, tablesNaming(catalog, from)) }
}

function renameReferences(catalog: Catalog, from: Name, named: (name: Name) => Name): Partial<Catalog> {
  const inIndex = (index: Index, name: Name): readonly [Name, Index] => {
    const partitionOf = index.partitionOf === undefined ? {} : { partitionOf: named(index.partitionOf) }
    return [named(name), { ...index, name: named(name), table: named(index.table), ...partitionOf }]
  }
  const inSequence = (sequence: Sequence, name: Name): readonly [Name, Sequence] => {
    const { ownedBy } = sequence
    const owned = ownedBy === undefined ? {} : { ownedBy: { ...ownedBy, table: named(ownedBy.table) } }
    return [named(name), { ...sequence, name: named(name), ...owned }]
  }
  const onTable = <T extends { readonly table: Name }>(each: T, key: Name): readonly [Name, T] => {
    const table = named(each.table)
    return table === each.table ? [key, each] : [table + key.slice(each.table.length), { ...each, table }]
  }
  const inGrant = (grant: Grant): readonly [string, Grant] => {
    const changed = { ...grant, on: named(grant.on) }
    return [grantKey(changed), changed]
  }
  return {
    indexes: mapEntries(catalog.indexes, inIndex, [
      ...own(catalog.indexes, from),
      ...indexesOf(catalog, from),
      ...partsOfIndex(catalog, from),
    ]),
    sequences: mapEntries(catalog.sequences, inSequence, [
      ...own(catalog.sequences, from),
      ...sequencesOf(catalog, from),
    ]),
    triggers: mapEntries(catalog.triggers, onTable, triggersOf(catalog, from)),
    policies: mapEntries(catalog.policies, onTable, policiesOf(catalog, from)),
    grants: mapEntries(catalog.grants, inGrant, grantsOn(catalog, from)),
  }
}

function own<T>(map: ReadonlyMap<Name, T>, name: Name): readonly (readonly [Name, T])[] {
  const value = map.get(name)
  return value === undefined ? [] : [[name, value]]
}
