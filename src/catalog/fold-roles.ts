import type { ActionOf } from './action.ts'
import type { Catalog, Identifier } from './catalog.ts'
import { databaseSettingsAfter } from './database-settings.ts'
import { omit } from './edit-catalog.ts'
import { mapEntries, withEntry, withoutEntry } from './persistent-map.ts'
import type { RoleChange } from './privilege-actions.ts'
import { defaultPrivilegeKey, grantKey, type MembershipOptions, type Role } from './privileges.ts'

/** Adds a role. */
export function createRole(catalog: Catalog, action: ActionOf<'createRole'>, postgres: number): Catalog {
  const { role } = action
  if (catalog.roles.has(role.name)) return catalog
  const made = { ...role, memberOf: [], origin: action.span }
  const result: Catalog = { ...catalog, roles: withEntry(catalog.roles, role.name, made) }
  return role.memberOf.reduce(
    (each, group) =>
      grantMembership(each, { kind: 'grantMembership', span: action.span, role: group, member: role.name }, postgres),
    result,
  )
}

/** Sets facts of a role, or takes them away. */
export function alterRole(catalog: Catalog, { role, options }: ActionOf<'alterRole'>): Catalog {
  const known = catalog.roles.get(role)
  if (known === undefined) return catalog
  const gone = Object.entries(options).flatMap(([fact, value]) => (value === undefined ? [fact as keyof Role] : []))
  const to = omit({ ...known, ...(options as RoleChange) }, ...gone) as Role
  return { ...catalog, roles: withEntry(catalog.roles, role, to) }
}

/** Removes a role and its memberships. */
export function dropRole(catalog: Catalog, role: Identifier): Catalog {
  const roles = mapEntries(withoutEntry(catalog.roles, role), (each, name) => {
    return [name, each.memberOf.includes(role) ? withoutGroup(each, role) : each]
  })
  return { ...catalog, roles, databaseSettings: databaseSettingsAfter(catalog.databaseSettings, role, undefined) }
}

/** Makes a role a member of another one, or gives options to its membership. */
export function grantMembership(catalog: Catalog, action: ActionOf<'grantMembership'>, postgres: number): Catalog {
  const { role, member, options = {} } = action
  const known = catalog.roles.get(member)
  if (known === undefined) return catalog
  const earlier = known.memberOf.includes(role) ? (known.membershipOptions?.[role] ?? {}) : undefined
  const inherit = options.inherit ?? (earlier === undefined ? known.inherit : earlier.inherit) !== false
  const made: MembershipOptions = {
    ...((options.admin ?? earlier?.admin === true) ? { admin: true } : {}),
    ...(inherit || postgres < 16 ? {} : { inherit: false }),
    ...((options.set ?? earlier?.set !== false) ? {} : { set: false }),
  }
  const memberOf = [...known.memberOf.filter((each) => each !== role), role].toSorted()
  const to = withOptions({ ...known, memberOf }, { ...known.membershipOptions, [role]: made })
  return { ...catalog, roles: withEntry(catalog.roles, member, to) }
}

/** Ends a membership, or takes one of its options. */
export function revokeMembership(catalog: Catalog, action: ActionOf<'revokeMembership'>, postgres: number): Catalog {
  const { role, member, optionOnly, span } = action
  const known = catalog.roles.get(member)
  if (known?.memberOf.includes(role) !== true) return catalog
  if (optionOnly === undefined)
    return { ...catalog, roles: withEntry(catalog.roles, member, withoutGroup(known, role)) }
  const options = { [optionOnly]: false }
  return grantMembership(catalog, { kind: 'grantMembership', span, role, member, options }, postgres)
}

function withoutGroup(role: Role, group: Identifier): Role {
  const { [group]: _, ...options } = role.membershipOptions ?? {}
  return withOptions({ ...role, memberOf: role.memberOf.filter((each) => each !== group) }, options)
}

/** The role with the options that say something, in the order of their roles. */
function withOptions(role: Role, options: Readonly<Record<Identifier, MembershipOptions>>): Role {
  const said = Object.entries(options).filter(([, each]) => Object.keys(each).length > 0)
  const rest = omit(role, 'membershipOptions')
  if (said.length === 0) return rest
  return { ...rest, membershipOptions: Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Renames a role wherever it owns, holds or gives something. */
export function renameRole(catalog: Catalog, from: Identifier, to: Identifier): Catalog {
  const named = (role: Identifier) => (role === from ? to : role)
  const ownedIn = <T extends { readonly owner?: Identifier }>(map: ReadonlyMap<string, T>) =>
    mapEntries(map, (each, key) => [key, each.owner === from ? { ...each, owner: to } : each])
  return {
    ...catalog,
    roles: mapEntries(catalog.roles, (role, name) => {
      const options = Object.entries(role.membershipOptions ?? {}).map(([group, each]) => [named(group), each] as const)
      const renamed = { ...role, name: named(name), memberOf: role.memberOf.map(named).toSorted() }
      return [named(name), withOptions(renamed, Object.fromEntries(options))]
    }),
    tables: ownedIn(catalog.tables),
    schemas: ownedIn(catalog.schemas),
    sequences: ownedIn(catalog.sequences),
    views: ownedIn(catalog.views),
    functions: ownedIn(catalog.functions),
    enums: ownedIn(catalog.enums),
    domains: ownedIn(catalog.domains),
    types: ownedIn(catalog.types),
    others: ownedIn(catalog.others),
    databaseSettings: databaseSettingsAfter(catalog.databaseSettings, from, to),
    grants: mapEntries(catalog.grants, (each, key) => {
      const isGiver = each.givers?.some(({ by }) => by === from) === true
      if (each.grantee !== from && !isGiver) return [key, each]
      const givers = each.givers?.map(({ by, ...giver }) => ({
        ...giver,
        ...(by === undefined ? {} : { by: named(by) }),
      }))
      const changed = { ...each, grantee: named(each.grantee), ...(givers === undefined ? {} : { givers }) }
      return [grantKey(changed), changed]
    }),
    defaultPrivileges: mapEntries(catalog.defaultPrivileges, (entry, key) => {
      if (entry.grantee !== from && entry.role !== from) return [key, entry]
      const changed = {
        ...entry,
        grantee: named(entry.grantee),
        ...(entry.role === undefined ? {} : { role: named(entry.role) }),
      }
      return [defaultPrivilegeKey(changed), changed]
    }),
  }
}
