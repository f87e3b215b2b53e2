import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { partsOf } from './names.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'
import type { DefaultScope, PrivilegeChange } from './privilege-actions.ts'
import type { DefaultPrivilege, Grant, GrantTarget } from './privileges.ts'
import { defaultPrivilegeKey, grantKey, PUBLIC } from './privileges.ts'

/** Adds the privileges of GRANT; the owner's own are not listed. */
export function grant(catalog: Catalog, action: ActionOf<'grant'>, postgres: number): Catalog {
  let grants = catalog.grants
  for (const each of spelledOut(action.privileges, action.on)) {
    if (each.grantee === ownerOf(catalog, each.target, each.on) || isImplied(each)) continue
    if (each.privilege === 'MAINTAIN' && postgres < 17) continue
    const earlier = grants.get(grantKey(each))
    const grantable = action.grantable || earlier?.grantable === true
    grants = withEntry(grants, grantKey(each), { ...each, grantable, origin: action.span })
  }
  return { ...catalog, grants }
}

/** Takes privileges away; one on a table takes the same on its columns along. */
export function revoke(catalog: Catalog, action: ActionOf<'revoke'>): Catalog {
  let grants = catalog.grants
  for (const each of spelledOut(action.privileges, action.on)) {
    const key = grantKey(each)
    const held = grants.get(key)
    if (held !== undefined)
      grants = action.grantOptionOnly
        ? withEntry(grants, key, { ...held, grantable: false })
        : withoutEntry(grants, key)
    if (each.column !== undefined || action.grantOptionOnly) continue
    grants = without(
      grants,
      (other) => other.column !== undefined && grantKey({ ...each, column: other.column }) === grantKey(other),
    )
  }
  return { ...catalog, grants }
}

/** Adds what ALTER DEFAULT PRIVILEGES … GRANT gives. */
export function grantByDefault(catalog: Catalog, action: ActionOf<'grantByDefault'>, postgres: number): Catalog {
  let defaultPrivileges = catalog.defaultPrivileges
  for (const entry of defaultsOf(catalog, action.privileges, action)) {
    if (entry.grantee === entry.role || isImplied(entry)) continue
    if (entry.privilege === 'MAINTAIN' && postgres < 17) continue
    const made = { ...entry, grantable: action.grantable, origin: action.span }
    defaultPrivileges = withEntry(defaultPrivileges, defaultPrivilegeKey(entry), made)
  }
  return { ...catalog, defaultPrivileges }
}

/** Removes what ALTER DEFAULT PRIVILEGES … REVOKE takes. */
export function revokeByDefault(catalog: Catalog, action: ActionOf<'revokeByDefault'>): Catalog {
  let defaultPrivileges = catalog.defaultPrivileges
  for (const entry of defaultsOf(catalog, action.privileges, action)) {
    defaultPrivileges = withoutEntry(defaultPrivileges, defaultPrivilegeKey(entry))
  }
  return { ...catalog, defaultPrivileges }
}

/** Gives a new object the privileges that ALTER DEFAULT PRIVILEGES promised for such objects. */
export function applyDefaultPrivileges(
  catalog: Catalog,
  target: GrantTarget,
  on: Name,
  owner: Identifier | undefined,
  schema = partsOf(on).schema,
): Catalog {
  let grants = catalog.grants
  for (const entry of catalog.defaultPrivileges.values()) {
    if (entry.target !== target || entry.role !== owner) continue
    if (entry.schema !== undefined && entry.schema !== schema) continue
    const { privilege, grantee, grantable, origin } = entry
    const made: Grant = { target, on, privilege, grantee, grantable, ...(origin === undefined ? {} : { origin }) }
    grants = withEntry(grants, grantKey(made), made)
  }
  return { ...catalog, grants }
}

/** Removes a role and its memberships. */
export function dropRole(catalog: Catalog, role: Identifier): Catalog {
  const roles = mapEntries(withoutEntry(catalog.roles, role), (each, name) => {
    return [
      name,
      each.memberOf.includes(role) ? { ...each, memberOf: each.memberOf.filter((one) => one !== role) } : each,
    ]
  })
  return { ...catalog, roles }
}

/** Adds or removes a membership. */
export function changeMembership(catalog: Catalog, role: Identifier, member: Identifier, joins: boolean): Catalog {
  const known = catalog.roles.get(member)
  if (known === undefined) return catalog
  const others = known.memberOf.filter((each) => each !== role)
  const memberOf = joins ? [...others, role].toSorted() : others
  return { ...catalog, roles: withEntry(catalog.roles, member, { ...known, memberOf }) }
}

/** Renames a role wherever it owns, holds or gives something. */
export function renameRole(catalog: Catalog, from: Identifier, to: Identifier): Catalog {
  const named = (role: Identifier) => (role === from ? to : role)
  const owned = <T extends { readonly owner?: Identifier }>(each: T): T =>
    each.owner === from ? { ...each, owner: to } : each
  return {
    ...catalog,
    roles: mapEntries(catalog.roles, (role, name) => {
      return [named(name), { ...role, name: named(name), memberOf: role.memberOf.map(named).toSorted() }]
    }),
    tables: mapEntries(catalog.tables, (table, name) => [name, owned(table)]),
    schemas: mapEntries(catalog.schemas, (schema, name) => [name, owned(schema)]),
    grants: mapEntries(catalog.grants, (each, key) => {
      if (each.grantee !== from) return [key, each]
      const changed = { ...each, grantee: to }
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

/** Hands a relation or schema to another owner, whose own grants are then no longer listed. */
export function setOwner(catalog: Catalog, action: ActionOf<'setOwner'>): Catalog {
  const owner = action.owner === undefined ? {} : { owner: action.owner }
  const target = action.target === 'schema' ? 'schema' : undefined
  const grants = without(catalog.grants, (each) => {
    return (
      each.on === action.on && each.grantee === action.owner && (each.target === 'schema') === (target === 'schema')
    )
  })
  if (action.target === 'schema') {
    const schema = catalog.schemas.get(action.on)
    return {
      ...catalog,
      grants,
      schemas: schema ? withEntry(catalog.schemas, action.on, { name: action.on, ...owner }) : catalog.schemas,
    }
  }
  if (action.target === 'function') return { ...catalog, grants, functions: owned(catalog.functions, action) }
  if (action.target === 'type') {
    const { enums, domains, types } = catalog
    return {
      ...catalog,
      grants,
      enums: owned(enums, action),
      domains: owned(domains, action),
      types: owned(types, action),
    }
  }
  if (catalog.views.has(action.on)) return { ...catalog, grants, views: owned(catalog.views, action) }
  const table = catalog.tables.get(action.on)
  if (table === undefined) return { ...catalog, grants }
  const { owner: _, ...rest } = table
  return { ...catalog, grants, tables: withEntry(catalog.tables, action.on, { ...rest, ...owner }) }
}

function owned<T extends { readonly owner?: Identifier }>(
  map: ReadonlyMap<string, T>,
  { on, owner }: ActionOf<'setOwner'>,
): ReadonlyMap<string, T> {
  const known = map.get(on)
  if (known === undefined) return map
  const { owner: _, ...rest } = known
  return withEntry(map, on, { ...(rest as T), ...(owner === undefined ? {} : { owner }) })
}

/** What ALL PRIVILEGES stands for; MAINTAIN since PostgreSQL 17. */
const PRIVILEGES: Readonly<Record<GrantTarget, readonly string[]>> = {
  table: ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'],
  sequence: ['SELECT', 'UPDATE', 'USAGE'],
  function: ['EXECUTE'],
  schema: ['CREATE', 'USAGE'],
  type: ['USAGE'],
  database: ['CREATE', 'CONNECT', 'TEMPORARY'],
}

function spelledOut(change: PrivilegeChange, objects: readonly Name[]): readonly Omit<Grant, 'grantable'>[] {
  const { target } = change
  const list =
    change.privileges === 'all'
      ? PRIVILEGES[target].map((privilege) => ({ privilege, columns: [] }))
      : change.privileges
  return objects.flatMap((on) =>
    change.grantees.flatMap((grantee) =>
      list.flatMap(({ privilege, columns }) => {
        const whole = { target, on, privilege, grantee }
        return columns.length === 0 ? [whole] : columns.map((column) => ({ ...whole, column }))
      }),
    ),
  )
}

function defaultsOf(
  catalog: Catalog,
  change: PrivilegeChange,
  scope: DefaultScope,
): readonly Omit<DefaultPrivilege, 'grantable'>[] {
  const sessionRole = catalog.session.role
  const roles = scope.roles.length === 0 ? [sessionRole] : scope.roles
  const schemas = scope.schemas.length === 0 ? [undefined] : scope.schemas
  return roles.flatMap((role) =>
    schemas.flatMap((schema) =>
      spelledOut(change, ['']).map(({ privilege, grantee, target }) => ({
        target,
        privilege,
        grantee,
        ...(role === undefined ? {} : { role }),
        ...(schema === undefined ? {} : { schema }),
      })),
    ),
  )
}

/** PostgreSQL gives these to PUBLIC by itself, so the catalog leaves them out. */
function isImplied(grant: {
  readonly target: GrantTarget
  readonly grantee: Identifier
  readonly privilege: string
}): boolean {
  if (grant.grantee !== PUBLIC) return false
  return (
    grant.target === 'function' ||
    grant.target === 'type' ||
    (grant.target === 'database' && grant.privilege !== 'CREATE')
  )
}

function ownerOf(catalog: Catalog, target: GrantTarget, on: Name): Identifier | undefined {
  if (target === 'schema') return catalog.schemas.get(on)?.owner
  return target === 'table' ? catalog.tables.get(on)?.owner : undefined
}
