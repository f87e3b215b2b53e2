import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { giversOf } from '../catalog/grant-givers.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import { type DefaultPrivilege, type Giver, type Grant, PUBLIC } from '../catalog/privileges.ts'
import { onOwnDatabase } from './literals.ts'

/** GRANT statements, mostly in the order in which the privileges were given. */
export function printGrants(catalog: Catalog, before: Catalog): readonly string[] {
  const revoked = [...before.grants]
    .filter(([key]) => !catalog.grants.has(key))
    .map(([, grant]) => printGrant(grant, 'revoke'))
  const fresh = [...catalog.grants].filter(([key]) => !before.grants.has(key)).map(([, grant]) => grant)
  const given = fresh.flatMap((grant) => giversOf(grant).map((giver) => ({ grant, giver })))
  return [...revoked, ...inOrder(given).flatMap(({ grant, giver }) => printGiven(grant, giver))]
}

interface Given {
  readonly grant: Grant
  readonly giver: Giver
}

/** What the owner gives goes first, and what somebody passes on after it was given to that one. */
function inOrder(given: readonly Given[]): readonly Given[] {
  const printed: Given[] = given.filter(({ giver }) => giver.by === undefined)
  let left = given.filter(({ giver }) => giver.by !== undefined)
  while (left.length > 0) {
    const isFirst = ({ grant, giver }: Given) =>
      !left.some((other) => other.grant.on === grant.on && other.grant.grantee === giver.by)
    const next = left.filter(isFirst)
    const now = next.length > 0 ? next : left
    printed.push(...now)
    left = left.filter((each) => !now.includes(each))
  }
  return printed
}

/** What another one than the owner gave is given as that one. */
function printGiven(grant: Grant, { by, grantable }: Giver): readonly string[] {
  if (grant.withheld === true) return [printGrant(grant, 'revoke')]
  const given = printGrant({ ...grant, grantable }, 'grant')
  if (by === undefined) return [given]
  return [`set session authorization ${quoteIdentifier(by)}`, given, 'reset session authorization']
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
