import type { Identifier } from '../catalog/catalog.ts'
import { type DatabaseSettings, databaseSettingsKey } from '../catalog/database-settings.ts'
import type { Session } from './session.ts'

/** Reads what is set for the sessions of the session's database, of every role or of one. */
export async function introspectDatabaseSettings(session: Session): Promise<ReadonlyMap<string, DatabaseSettings>> {
  const rows = await session.query<SettingsRow>(settingsQuery)
  return new Map(
    rows.map(({ role, settings }) => {
      const of = role === null ? {} : { role }
      return [databaseSettingsKey(of), { ...of, settings: settingsFrom(settings) }]
    }),
  )
}

/** The settings that the server keeps as `name=value`, in the order of their names. */
export function settingsFrom(said: readonly string[]): Readonly<Record<string, string>> {
  const pairs = said.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] as const)
  return Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

interface SettingsRow {
  readonly role: Identifier | null
  readonly settings: readonly string[]
}

const settingsQuery = `
  select case when setrole <> 0 then pg_get_userbyid(setrole)::text end as role, to_json(setconfig) as settings
  from pg_db_role_setting
  where setdatabase = (select oid from pg_database where datname = current_database())
  order by role`
