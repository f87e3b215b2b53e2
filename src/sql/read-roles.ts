import type { Action, ActionOf } from '../catalog/action.ts'
import type { Identifier } from '../catalog/catalog.ts'
import type { Role } from '../catalog/privileges.ts'
import { PUBLIC } from '../catalog/privileges.ts'
import type { Node } from './parser.ts'
import type { Reading } from './reading.ts'

/** A role as written; undefined for the role that runs the migrations. */
export function readRoleName(reading: Reading, spec: Node | undefined): Identifier | undefined {
  switch (spec?.roletype) {
    case 'ROLESPEC_CSTRING':
      return spec.rolename
    case 'ROLESPEC_PUBLIC':
      return PUBLIC
    case 'ROLESPEC_CURRENT_USER':
    case 'ROLESPEC_CURRENT_ROLE':
      return reading.before.session.role
    default:
      return undefined
  }
}

/** The roles of a list; the role that runs the migrations is left out, as the catalog never names it. */
export function readRoleNames(reading: Reading, specs: readonly Node[] | undefined): readonly Identifier[] {
  return (specs ?? []).flatMap((each): Identifier[] => {
    const name = readRoleName(reading, each.RoleSpec)
    return name === undefined ? [] : [name]
  })
}

/** CREATE ROLE, USER and GROUP. */
export function readCreateRole(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const listed = (name: string): readonly Node[] =>
    options.find((each) => each.defname === name)?.arg?.List?.items ?? []
  const role: Role = {
    name: node.role,
    login: node.stmt_type === 'ROLESTMT_USER',
    superuser: false,
    createRole: false,
    createDatabase: false,
    replication: false,
    bypassRowSecurity: false,
    ...readOptions(options),
    memberOf: readRoleNames(reading, listed('addroleto')).toSorted(),
  }
  const members = [...listed('rolemembers'), ...listed('adminmembers')]
  const joins = readRoleNames(reading, members).map(
    (member): Action => ({ kind: 'grantMembership', span, role: node.role, member }),
  )
  return [{ kind: 'createRole', span, role }, ...joins]
}

/** ALTER ROLE … options, and ALTER GROUP … ADD or DROP USER. */
export function readAlterRole(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const role = readRoleName(reading, node.role)
  if (role === undefined) return [{ kind: 'leaveCatalog', span, statement: 'ALTER ROLE', isShared: true }]
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const members = options.find((each) => each.defname === 'rolemembers')?.arg?.List?.items
  if (members === undefined) return [{ kind: 'alterRole', span, role, options: readOptions(options) }]
  const kind = node.action === -1 ? 'revokeMembership' : 'grantMembership'
  return readRoleNames(reading, members).map((member) => ({ kind, span, role, member }))
}

/** ALTER ROLE … SET: the catalog does not hold it, but the role is changed; where it is that of the session, or all are, the server's own. */
export function readRoleSetting(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const role = readRoleName(reading, node.role)
  if (role !== undefined) return [{ kind: 'alterRole', span, role, options: {} }]
  return [{ kind: 'leaveCatalog', span, statement: 'ALTER ROLE', isShared: true }]
}

/** GRANT role TO role, and REVOKE. */
export function readGrantRole(reading: Reading, node: Node): readonly Action[] {
  const roles: readonly string[] = (node.granted_roles ?? []).map((each: Node) => each.AccessPriv.priv_name)
  const kind = node.is_grant === true ? 'grantMembership' : 'revokeMembership'
  const members = readRoleNames(reading, node.grantee_roles)
  const actions = roles.flatMap((role) =>
    members.map((member): Action => ({ kind, span: reading.statement, role, member })),
  )
  if (actions.length > 0) return actions
  // To the session's own role: it goes with the role that was granted, if that is the run's.
  const isShared = roles.some((role) => !reading.before.roles.has(role))
  return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'GRANT role', ...(isShared ? { isShared } : {}) }]
}

function readOptions(options: readonly Node[]): ActionOf<'alterRole'>['options'] {
  const read: Record<string, boolean> = {}
  for (const option of options) {
    const field = ROLE_OPTIONS[option.defname as string]
    if (field !== undefined) read[field] = option.arg?.Boolean?.boolval === true
  }
  return read
}

const ROLE_OPTIONS: Readonly<Record<string, string>> = {
  canlogin: 'login',
  superuser: 'superuser',
  createrole: 'createRole',
  createdb: 'createDatabase',
  isreplication: 'replication',
  bypassrls: 'bypassRowSecurity',
}
