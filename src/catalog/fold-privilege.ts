import type { Catalog } from './catalog.ts'
import { alterDatabase, renameTablespace } from './database-settings.ts'
import { onTableKey } from './fold-objects.ts'
import { dropOwned, reassignOwned } from './fold-owned.ts'
import { grant, grantByDefault, revoke, revokeByDefault } from './fold-privileges.ts'
import { alterRole, createRole, dropRole, grantMembership, renameRole, revokeMembership } from './fold-roles.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'
import type { PrivilegeAction } from './privilege-actions.ts'

/** The catalog after an action on roles, privileges or policies. */
export function foldPrivilege(catalog: Catalog, action: PrivilegeAction, postgres: number): Catalog {
  switch (action.kind) {
    case 'createRole':
      return createRole(catalog, action, postgres)
    case 'alterRole':
      return alterRole(catalog, action)
    case 'renameRole':
      return renameRole(catalog, action.from, action.to)
    case 'dropRole':
      return dropRole(catalog, action.role)
    case 'grantMembership':
      return grantMembership(catalog, action, postgres)
    case 'revokeMembership':
      return revokeMembership(catalog, action, postgres)
    case 'grant':
      return grant(catalog, action, postgres)
    case 'revoke':
      return revoke(catalog, action, postgres)
    case 'grantByDefault':
      return grantByDefault(catalog, action, postgres)
    case 'revokeByDefault':
      return revokeByDefault(catalog, action)
    case 'reassignOwned':
      return reassignOwned(catalog, action)
    case 'dropOwned':
      return dropOwned(catalog, action)
    case 'renameTablespace':
      return renameTablespace(catalog, action)
    case 'alterDatabase':
      return alterDatabase(catalog, action)
    case 'createPolicy': {
      const key = onTableKey(action.policy.table, action.policy.name)
      return { ...catalog, policies: withEntry(catalog.policies, key, { ...action.policy, origin: action.span }) }
    }
    case 'alterPolicy': {
      const key = onTableKey(action.table, action.name)
      const known = catalog.policies.get(key)
      if (known === undefined) return catalog
      const { roles = known.roles, using = known.using, check = known.check } = action
      const conditions = { ...(using === undefined ? {} : { using }), ...(check === undefined ? {} : { check }) }
      return { ...catalog, policies: withEntry(catalog.policies, key, { ...known, roles, ...conditions }) }
    }
    case 'renamePolicy': {
      const known = catalog.policies.get(onTableKey(action.table, action.from))
      if (known === undefined) return catalog
      const policies = withoutEntry(catalog.policies, onTableKey(action.table, action.from))
      return {
        ...catalog,
        policies: withEntry(policies, onTableKey(action.table, action.to), { ...known, name: action.to }),
      }
    }
    case 'dropPolicy':
      return { ...catalog, policies: withoutEntry(catalog.policies, onTableKey(action.table, action.name)) }
  }
}
