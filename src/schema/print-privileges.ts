import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import { type DefaultPrivilege, type Grant, PUBLIC } from '../catalog/privileges.ts'
import { onOwnDatabase } from './literals.ts'

/** GRANT statements, in the order in which the privileges were given. */
export function printGrants(catalog: Catalog, before: Catalog): readonly string[] {
  const revoked = [...before.grants]
    .filter(([key]) => !catalog.grants.has(key))
    .map(([, grant]) => printGrant(grant, 'revoke'))
  const granted = [...catalog.grants]
    .filter(([key]) => !before.grants.has(key))
    .map(([, grant]) => printGrant(grant, grant.withheld === true ? 'revoke' : 'grant'))
  return [...revoked, ...granted]
}

function printGrant(grant: Grant, verb: 'grant' | 'revoke'): string {
  const column = grant.column === undefined ? '' : ` (${quoteIdentifier(grant.column)})`
  // A procedure is no function here, but both are routines.
  const kind = grant.target === 'table' ? '' : grant.target === 'function' ? 'routine ' : `${grant.target} `
  const option = verb === 'grant' && grant.grantable ? ' with grant option' : ''
  const preposition = verb === 'grant' ? 'to' : 'from'
  const on = `${verb} ${grant.privilege.toLowerCase()}${column} on ${kind}`
  const to = ` ${preposition} ${role(grant.grantee)}${option}`
  return grant.target === 'database' ? onOwnDatabase(on, to) : `${on}${grant.on}${to}`
}

/** ALTER DEFAULT PRIVILEGES, which must come after everything that is made. */
export function printDefaultPrivileges(catalog: Catalog): readonly string[] {
  return [...catalog.defaultPrivileges.values()].map((entry: DefaultPrivilege) => {
    const whose = entry.role === undefined ? '' : ` for role ${quoteIdentifier(entry.role)}`
    const where = entry.schema === undefined ? '' : ` in schema ${quoteIdentifier(entry.schema)}`
    const option = entry.grantable ? ' with grant option' : ''
    const how = entry.withheld === true ? (['revoke', 'from'] as const) : (['grant', 'to'] as const)
    return `alter default privileges${whose}${where} ${how[0]} ${entry.privilege.toLowerCase()} on ${entry.target}s ${how[1]} ${role(entry.grantee)}${option}`
  })
}

function role(name: Identifier): string {
  return name === PUBLIC ? 'public' : quoteIdentifier(name)
}
