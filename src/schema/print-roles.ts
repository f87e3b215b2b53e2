import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import type { Role } from '../catalog/privileges.ts'
import { onOwnDatabase, printSetting } from './literals.ts'

/** Roles with their memberships and settings. They belong to the server and may be there already. */
export function printRoles(catalog: Catalog, postgres: number): readonly string[] {
  const roles = [...catalog.roles.values()]
  const made = roles.map((role) => {
    const create = `create role ${quoteIdentifier(role.name)}${roleOptions(role)}`
    return `do $do$ begin ${create}; exception when duplicate_object then null; end $do$`
  })
  const memberships = roles.flatMap((role) =>
    role.memberOf.map(
      (group) =>
        `grant ${quoteIdentifier(group)} to ${quoteIdentifier(role.name)}${membershipOptions(role, group, postgres)}`,
    ),
  )
  const settings = roles.flatMap((role) =>
    Object.entries(role.settings ?? {}).map(
      ([name, value]) =>
        `alter role ${quoteIdentifier(role.name)} set ${settingName(name)} to ${printSetting(name, value)}`,
    ),
  )
  return [...made, ...memberships, ...settings]
}

/** What is set for the database, whose name is another one everywhere. */
export function printDatabaseSettings(catalog: Catalog): readonly string[] {
  return [...catalog.databaseSettings.values()].flatMap(({ database, role, settings }) => {
    if (database !== undefined) return []
    const whose = role === undefined ? 'alter database ' : `alter role ${quoteIdentifier(role)} in database `
    return Object.entries(settings).map(([name, value]) =>
      onOwnDatabase(whose, ` set ${settingName(name)} to ${printSetting(name, value)}`),
    )
  })
}

/** A setting of an extension's is named with its prefix. */
function settingName(name: string): string {
  return name.split('.').map(quoteIdentifier).join('.')
}

function roleOptions(role: Role): string {
  return [
    role.login ? ' login' : '',
    role.superuser ? ' superuser' : '',
    role.createRole ? ' createrole' : '',
    role.createDatabase ? ' createdb' : '',
    role.replication ? ' replication' : '',
    role.bypassRowSecurity ? ' bypassrls' : '',
    role.inherit === false ? ' noinherit' : '',
    role.connectionLimit === undefined ? '' : ` connection limit ${role.connectionLimit}`,
    role.validUntil === undefined ? '' : ` valid until ${quoteLiteral(role.validUntil)}`,
  ].join('')
}

/** Until PostgreSQL 15 whether privileges are inherited is the member's alone. */
function membershipOptions(role: Role, group: Identifier, postgres: number): string {
  const { admin, inherit, set } = role.membershipOptions?.[group] ?? {}
  if (postgres < 16) return admin === true ? ' with admin option' : ''
  const options = [
    admin === true ? 'admin true' : '',
    inherit === role.inherit ? '' : `inherit ${inherit !== false}`,
    set === false ? 'set false' : '',
  ].filter((each) => each !== '')
  return options.length === 0 ? '' : ` with ${options.join(', ')}`
}
