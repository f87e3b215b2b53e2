import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Originated, Session } from './catalog.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'

/** What ALTER DATABASE … SET, or ALTER ROLE … IN DATABASE … SET, says of the sessions of a database. */
export interface DatabaseSettings extends Originated {
  /** Absent for the database that the migrations run in: it has another name on every server. */
  readonly database?: Identifier
  /** Absent where they hold for every role. */
  readonly role?: Identifier
  /** Values by name, as the server keeps them. */
  readonly settings: Readonly<Record<string, string>>
}

/** How GRANT is held on the database that the migrations run in. */
export const OWN_DATABASE = 'current_database()'

/** The key under which a catalog holds the settings of a database. */
export function databaseSettingsKey({ database, role }: Pick<DatabaseSettings, 'database' | 'role'>): string {
  const whose = role === undefined ? '' : ` of ${role}`
  return `${database ?? OWN_DATABASE}${whose}`
}

/** The catalog after ALTER or DROP DATABASE. */
export function alterDatabase(catalog: Catalog, { database, change, span }: ActionOf<'alterDatabase'>): Catalog {
  const { databaseSettings } = catalog
  const named = database === undefined ? {} : { database }
  switch (change.form) {
    case 'settings': {
      const { role, settings } = change
      const of = { ...named, ...(role === undefined ? {} : { role }) }
      const key = databaseSettingsKey(of)
      return {
        ...catalog,
        databaseSettings:
          settings === undefined
            ? withoutEntry(databaseSettings, key)
            : withEntry(databaseSettings, key, { ...of, settings, origin: span }),
      }
    }
    case 'rename': {
      const renamed = (each: DatabaseSettings): DatabaseSettings =>
        each.database !== undefined && each.database === database ? { ...each, database: change.to } : each
      return {
        ...catalog,
        databaseSettings: mapEntries(databaseSettings, (each) => [databaseSettingsKey(renamed(each)), renamed(each)]),
      }
    }
    case 'drop':
      return { ...catalog, databaseSettings: without(databaseSettings, (each) => each.database === database) }
  }
}

/** Carries the other name of a tablespace to what is kept there. */
export function renameTablespace(catalog: Catalog, { from, to }: ActionOf<'renameTablespace'>): Catalog {
  const renamed = <T extends { readonly tablespace?: Identifier }>(map: ReadonlyMap<string, T>) =>
    mapEntries(map, (each, key) => [key, each.tablespace === from ? { ...each, tablespace: to } : each])
  const { tables, indexes, views } = catalog
  return { ...catalog, tables: renamed(tables), indexes: renamed(indexes), views: renamed(views) }
}

/** The settings of databases after a role has got another name, or none. */
export function databaseSettingsAfter(
  databaseSettings: Catalog['databaseSettings'],
  role: Identifier,
  to: Identifier | undefined,
): Catalog['databaseSettings'] {
  if (to === undefined) return without(databaseSettings, (each) => each.role === role)
  return mapEntries(databaseSettings, (each, key) => {
    if (each.role !== role) return [key, each]
    const renamed = { ...each, role: to }
    return [databaseSettingsKey(renamed), renamed]
  })
}

/**
 * The session that a migration begins with, where nothing else says how. What is said of the
 * role that runs the migrations would go first, but which one that is nothing tells.
 */
export function sessionAtStart(catalog: Catalog, otherwise: Session): Session {
  const said = catalog.databaseSettings.get(OWN_DATABASE)?.settings.search_path
  if (said === undefined) return otherwise
  const searchPath = schemasOf(said)
  const { runner } = otherwise
  return { searchPath, pathAtStart: searchPath, ...(runner === undefined ? {} : { runner }) }
}

/** The schemas of a search_path as the server keeps it, without the one that has the user's name. */
function schemasOf(path: string): readonly Identifier[] {
  return [...path.matchAll(/"((?:[^"]|"")*)"|[^,\s"]+/g)]
    .map(([plain, quoted]) => quoted?.replaceAll('""', '"') ?? plain)
    .filter((each) => each !== '' && each !== '$user')
}
