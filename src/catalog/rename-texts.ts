import type { Catalog } from './catalog.ts'
import { mentioning } from './lookups.ts'
import { mapEntries } from './persistent-map.ts'
import { type Renaming, renameInObject } from './sql-text.ts'

/** Carries a rename into every text that refers to what is renamed, as the server does. */
export function renameTexts(catalog: Catalog, renaming: Renaming): Catalog {
  const name = renaming.kind === 'column' ? renaming.table : renaming.from
  const inMap = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    mapEntries(map, (object, key) => [key, renameInObject(object, renaming)], mentioning(map, name))
  return {
    ...catalog,
    tables: inMap(catalog.tables),
    indexes: inMap(catalog.indexes),
    views: inMap(catalog.views),
    functions: inMap(catalog.functions),
    triggers: inMap(catalog.triggers),
    policies: inMap(catalog.policies),
    domains: inMap(catalog.domains),
    types: inMap(catalog.types),
    others: inMap(catalog.others),
  }
}
