import type { Action } from '../catalog/action.ts'
import type { Identifier } from '../catalog/catalog.ts'
import type { MembershipChange, RoleChange } from '../catalog/privilege-actions.ts'
import type { Role } from '../catalog/privileges.ts'
import { PUBLIC } from '../catalog/privileges.ts'
import { settingsAfter } from './function-options.ts'
import type { Node } from './parser.ts'
import { settingOf } from './read-databases.ts'
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
    ...withoutAbsent(readOptions(options)),
    memberOf: readRoleNames(reading, listed('addroleto')).toSorted(),
  }
  const joining = (members: readonly Node[], options: MembershipChange) =>
    readRoleNames(reading, members).map(
      (member): Action => ({ kind: 'grantMembership', span, role: node.role, member, options }),
    )
  const joins = [...joining(listed('rolemembers'), {}), ...joining(listed('adminmembers'), { admin: true })]
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

/** ALTER ROLE … SET. Where the role is that of the session, or all are, it is the server's own. */
export function readRoleSetting(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const role = readRoleName(reading, node.role)
  const isEvery = node.role === undefined
  if (node.database !== undefined && (role !== undefined || isEvery))
    return [settingOf(reading, node.database, role, node.setstmt)]
  if (role !== undefined) {
    const change = { defname: 'set', arg: { VariableSetStmt: node.setstmt } }
    const settings = settingsAfter(reading, reading.before.roles.get(role)?.settings, [change])
    return [{ kind: 'alterRole', span, role, options: { settings } }]
  }
  // Sessions of the role that runs the migrations begin with its search_path, and which role that is nothing tells.
  const isPath = node.setstmt?.name === 'search_path'
  const named = { kind: 'unmodelled', reach: 'named', span, statement: 'ALTER ROLE … SET search_path' } as const
  return [...(isPath ? [named] : []), { kind: 'leaveCatalog', span, statement: 'ALTER ROLE', isShared: true }]
}

/** GRANT role TO role, and REVOKE. */
export function readGrantRole(reading: Reading, node: Node): readonly Action[] {
  const roles: readonly string[] = (node.granted_roles ?? []).map((each: Node) => each.AccessPriv.priv_name)
  const span = reading.statement
  const options: Record<string, boolean> = {}
  for (const { DefElem: each } of (node.opt ?? []) as readonly Node[])
    options[each.defname] = each.arg?.Boolean?.boolval === true
  const [optionOnly] = Object.keys(options) as (keyof MembershipChange)[]
  const members = readRoleNames(reading, node.grantee_roles)
  const actions = roles.flatMap((role) =>
    members.map((member): Action => {
      if (node.is_grant === true) return { kind: 'grantMembership', span, role, member, options }
      return { kind: 'revokeMembership', span, role, member, ...(optionOnly === undefined ? {} : { optionOnly }) }
    }),
  )
  if (actions.length > 0) return actions
  // To the session's own role: it goes with the role that was granted, if that is the run's.
  const isShared = roles.some((role) => !reading.before.roles.has(role))
  return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'GRANT role', ...(isShared ? { isShared } : {}) }]
}

function readOptions(options: readonly Node[]): RoleChange {
  const read: Record<string, unknown> = {}
  for (const { defname, arg } of options) {
    const field = ROLE_OPTIONS[defname as string]
    const isTrue = arg?.Boolean?.boolval === true
    if (field !== undefined) read[field] = isTrue
    else if (defname === 'inherit') read.inherit = isTrue ? undefined : false
    else if (defname === 'connectionlimit') {
      const limit: number = arg?.Integer?.ival ?? 0
      read.connectionLimit = limit < 0 ? undefined : limit
    } else if (defname === 'validUntil') read.validUntil = arg?.String?.sval
  }
  return read
}

/** What is said, without what is as CREATE ROLE has it anyway. */
function withoutAbsent(change: RoleChange): Partial<Role> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

const ROLE_OPTIONS: Readonly<Record<string, string>> = {
  canlogin: 'login',
  superuser: 'superuser',
  createrole: 'createRole',
  createdb: 'createDatabase',
  isreplication: 'replication',
  bypassrls: 'bypassRowSecurity',
}
