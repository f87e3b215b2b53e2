import type { ActionOf } from './action.ts'
import type { Catalog, Identifier } from './catalog.ts'
import { dropTable } from './fold-drop.ts'
import { onTableKey } from './fold-objects.ts'
import {
  changeMembership,
  dropRole,
  grant,
  grantByDefault,
  renameRole,
  revoke,
  revokeByDefault,
  setOwner,
} from './fold-privileges.ts'
import { withEntry, without, withoutEntry } from './persistent-map.ts'
import type { PrivilegeAction } from './privilege-actions.ts'

/** The catalog after an action on roles, privileges or policies. */
export function foldPrivilege(catalog: Catalog, action: PrivilegeAction, postgres: number): Catalog {
  switch (action.kind) {
    case 'createRole':
      if (catalog.roles.has(action.role.name)) return catalog
      return { ...catalog, roles: withEntry(catalog.roles, action.role.name, { ...action.role, origin: action.span }) }
    case 'alterRole': {
      const known = catalog.roles.get(action.role)
      if (known === undefined) return catalog
      return { ...catalog, roles: withEntry(catalog.roles, action.role, { ...known, ...action.options }) }
    }
    case 'renameRole':
      return renameRole(catalog, action.from, action.to)
    case 'dropRole':
      return dropRole(catalog, action.role)
    case 'grantMembership':
      return changeMembership(catalog, action.role, action.member, true)
    case 'revokeMembership':
      return changeMembership(catalog, action.role, action.member, false)
    case 'grant':
      return grant(catalog, action, postgres)
    case 'revoke':
      return revoke(catalog, action)
    case 'grantByDefault':
      return grantByDefault(catalog, action, postgres)
    case 'revokeByDefault':
      return revokeByDefault(catalog, action)
    case 'reassignOwned':
    case 'dropOwned':
      return foldOwned(catalog, action)
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

/** REASSIGN OWNED and DROP OWNED BY. */
function foldOwned(catalog: Catalog, action: ActionOf<'reassignOwned' | 'dropOwned'>): Catalog {
  const roles = action.kind === 'dropOwned' ? action.roles : action.from
  let result = catalog
  for (const table of catalog.tables.values()) {
    if (table.owner === undefined || !roles.includes(table.owner)) continue
    if (action.kind === 'dropOwned') result = dropTable(result, table.name)
    else
      result = setOwner(result, {
        ...action,
        kind: 'setOwner',
        target: 'relation',
        on: table.name,
        ...ownerFrom(action),
      })
  }
  if (action.kind === 'reassignOwned') return result
  const isTheirs = (role: Identifier | undefined) => role !== undefined && roles.includes(role)
  return {
    ...result,
    grants: without(result.grants, (each) => isTheirs(each.grantee)),
    defaultPrivileges: without(result.defaultPrivileges, (entry) => isTheirs(entry.role) || isTheirs(entry.grantee)),
  }
}

function ownerFrom(action: ActionOf<'reassignOwned'>): { readonly owner?: Identifier } {
  return action.to === undefined ? {} : { owner: action.to }
}
