import type { Spanned } from './action.ts'
import type { Identifier, Name } from './catalog.ts'
import type { GrantTarget, Policy, Role } from './privileges.ts'
import type { SqlText } from './sql-text.ts'

/** Actions on roles, privileges and row security policies. */
export type PrivilegeAction =
  | (Spanned & { readonly kind: 'createRole'; readonly role: Role })
  | (Spanned & {
      readonly kind: 'alterRole'
      readonly role: Identifier
      readonly options: RoleChange
    })
  | (Spanned & { readonly kind: 'renameRole'; readonly from: Identifier; readonly to: Identifier })
  | (Spanned & { readonly kind: 'dropRole'; readonly role: Identifier })
  | (Spanned & {
      readonly kind: 'grantMembership'
      readonly role: Identifier
      readonly member: Identifier
      readonly options?: MembershipChange
    })
  | (Spanned & {
      readonly kind: 'revokeMembership'
      readonly role: Identifier
      readonly member: Identifier
      /** ADMIN OPTION FOR and the like: the membership stays. */
      readonly optionOnly?: keyof MembershipChange
    })
  | (Spanned & {
      readonly kind: 'grant'
      readonly privileges: PrivilegeChange
      readonly on: readonly Name[]
      readonly grantable: boolean
    })
  | (Spanned & {
      readonly kind: 'revoke'
      readonly privileges: PrivilegeChange
      readonly on: readonly Name[]
      readonly grantOptionOnly: boolean
    })
  | (Spanned & {
      readonly kind: 'grantByDefault'
      readonly privileges: PrivilegeChange
      readonly grantable: boolean
    } & DefaultScope)
  | (Spanned & {
      readonly kind: 'revokeByDefault'
      readonly privileges: PrivilegeChange
      readonly grantOptionOnly?: boolean
    } & DefaultScope)
  | (Spanned & { readonly kind: 'reassignOwned'; readonly from: readonly Identifier[]; readonly to?: Identifier })
  | (Spanned & { readonly kind: 'dropOwned'; readonly roles: readonly Identifier[]; readonly cascade?: boolean })
  /** ALTER DATABASE, ALTER ROLE … IN DATABASE and DROP DATABASE; without a database of the one that the migrations run in. */
  | (Spanned & { readonly kind: 'alterDatabase'; readonly database?: Identifier; readonly change: DatabaseChange })
  /** ALTER TABLESPACE … RENAME TO. */
  | (Spanned & { readonly kind: 'renameTablespace'; readonly from: Identifier; readonly to: Identifier })
  | (Spanned & { readonly kind: 'createPolicy'; readonly policy: Policy })
  | (Spanned & {
      readonly kind: 'alterPolicy'
      readonly table: Name
      readonly name: Identifier
      readonly roles?: readonly Identifier[]
      readonly using?: SqlText
      readonly check?: SqlText
    })
  | (Spanned & {
      readonly kind: 'renamePolicy'
      readonly table: Name
      readonly from: Identifier
      readonly to: Identifier
    })
  | (Spanned & { readonly kind: 'dropPolicy'; readonly table: Name; readonly name: Identifier })

/** What becomes of a database, as far as the catalog tells of it. */
export type DatabaseChange =
  /** All that is set for a role, or for every one; absent where nothing is. */
  | {
      readonly form: 'settings'
      readonly role?: Identifier
      readonly settings?: Readonly<Record<string, string>>
    }
  | { readonly form: 'rename'; readonly to: Identifier }
  | { readonly form: 'drop' }

/** What ALTER ROLE sets; undefined takes a fact away. */
export type RoleChange = {
  readonly [Fact in keyof Omit<Role, 'name' | 'memberOf' | 'origin'>]?: Role[Fact] | undefined
}

/** The options that GRANT gives to a membership. */
export interface MembershipChange {
  readonly admin?: boolean
  readonly inherit?: boolean
  readonly set?: boolean
}

/** Which privileges of which roles on which kind of object. */
export interface PrivilegeChange {
  readonly target: GrantTarget
  /** `'all'` for ALL PRIVILEGES. */
  readonly privileges: readonly PrivilegeOnColumns[] | 'all'
  readonly grantees: readonly Identifier[]
  /** ON ALL … IN SCHEMA: the objects are those there at that moment. */
  readonly allInSchema: boolean
}

/** A privilege, on the whole object where no columns are named. */
export interface PrivilegeOnColumns {
  readonly privilege: string
  readonly columns: readonly Identifier[]
}

/** Whose new objects, and where, ALTER DEFAULT PRIVILEGES speaks of. Empty lists mean the session's role and every schema. */
export interface DefaultScope {
  readonly roles: readonly Identifier[]
  readonly schemas: readonly Identifier[]
}
