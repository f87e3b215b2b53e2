import type { Described, Identifier, Name, Originated } from './catalog.ts'
import type { SqlText } from './sql-text.ts'

/** A role. */
export interface Role extends Originated {
  readonly name: Identifier
  readonly login: boolean
  readonly superuser: boolean
  readonly createRole: boolean
  readonly createDatabase: boolean
  readonly replication: boolean
  readonly bypassRowSecurity: boolean
  /** Set by NOINHERIT: it has the privileges of other roles only where it becomes them. */
  readonly inherit?: false
  /** Absent where there is no limit. */
  readonly connectionLimit?: number
  /** When its password expires, as it was written or as the server prints it. */
  readonly validUntil?: string
  /** What ALTER ROLE … SET says of every database, by lower-case name. */
  readonly settings?: Readonly<Record<string, string>>
  /** Roles it is a direct member of, sorted. */
  readonly memberOf: readonly Identifier[]
  /** The options of its memberships that are not as GRANT has them where nothing is said, by role. */
  readonly membershipOptions?: Readonly<Record<Identifier, MembershipOptions>>
}

/** How a role is a member of another one. */
export interface MembershipOptions {
  /** WITH ADMIN OPTION: it may make others members. */
  readonly admin?: true
  /** Since PostgreSQL 16: it does not have the other role's privileges by itself. */
  readonly inherit?: false
  /** Since PostgreSQL 16: it may not become the other role. */
  readonly set?: false
}

/** The kinds of object on which privileges are granted and modelled. */
export type GrantTarget =
  | 'table'
  | 'sequence'
  | 'function'
  | 'schema'
  | 'type'
  | 'database'
  | 'language'
  | 'foreign data wrapper'
  | 'foreign server'
  /** By default alone: a large object itself is data. */
  | 'large object'

/** The grantee that stands for every role, present and future. */
export const PUBLIC = 'PUBLIC'

/**
 * One privilege that a role other than the object's owner holds. What PostgreSQL gives to
 * PUBLIC by default on functions, types, languages and databases is not listed, unless it is withheld.
 */
export interface Grant extends Originated {
  readonly target: GrantTarget
  /** A relation's or type's name, a schema's and the like quoted where it must be, a function's key with argument types. Views count as tables. Of databases, the one that the migrations run in: `current_database()`. */
  readonly on: Name
  /** Upper case, as GRANT spells it: SELECT, USAGE … */
  readonly privilege: string
  readonly grantee: Identifier
  /** Set where the privilege is on one column. */
  readonly column?: Identifier
  readonly grantable: boolean
  /** Set where PUBLIC has been left without what it is given by default. */
  readonly withheld?: true
  /** Who gave it, where others than the owner did; two catalogs are not compared by it. */
  readonly givers?: readonly Giver[]
}

/** One who gave a privilege, with or without the option to pass it on; without a name it is the owner. */
export interface Giver {
  readonly by?: Identifier
  readonly grantable: boolean
}

/** A privilege that ALTER DEFAULT PRIVILEGES gives on objects yet to be made. */
export interface DefaultPrivilege extends Originated {
  readonly target: GrantTarget
  /** Whose new objects; absent for those of the role that runs the migrations. */
  readonly role?: Identifier
  /** Absent where it holds in every schema. */
  readonly schema?: Identifier
  readonly privilege: string
  readonly grantee: Identifier
  readonly grantable: boolean
  /** Set where PUBLIC is left without what it is given by default. */
  readonly withheld?: true
}

/** A row security policy. */
export interface Policy extends Described {
  readonly name: Identifier
  readonly table: Name
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  readonly permissive: boolean
  /** Without the role that runs the migrations, which a policy without others is for. */
  readonly roles: readonly Identifier[]
  readonly using?: SqlText
  readonly check?: SqlText
}

/** The key under which a catalog holds a grant: one for each privilege, grantee and object or column. */
export function grantKey(grant: Pick<Grant, 'target' | 'on' | 'privilege' | 'grantee' | 'column'>): string {
  const place = grant.column === undefined ? grant.on : `${grant.on}(${grant.column})`
  return `${grant.privilege} on ${grant.target} ${place} to ${grant.grantee}`
}

/** The key under which a catalog holds a default privilege. */
export function defaultPrivilegeKey(entry: Omit<DefaultPrivilege, 'grantable' | 'origin'>): string {
  const where = entry.schema === undefined ? '' : ` in ${entry.schema}`
  const whose = entry.role === undefined ? '' : ` for ${entry.role}`
  return `${entry.privilege} on ${entry.target}s${where}${whose} to ${entry.grantee}`
}
