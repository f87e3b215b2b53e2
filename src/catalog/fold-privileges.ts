import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { grantedBy, ownerOf, runnerOf, withGiver, withoutGiver } from './grant-givers.ts'
import { grantsOn } from './lookups.ts'
import { partsOf, SYSTEM_SCHEMAS } from './names.ts'
import { withEntry, without, withoutEntry } from './persistent-map.ts'
import type { DefaultScope, PrivilegeChange } from './privilege-actions.ts'
import type { DefaultPrivilege, Grant, GrantTarget } from './privileges.ts'
import { defaultPrivilegeKey, grantKey, PUBLIC } from './privileges.ts'

/** Adds the privileges of GRANT, as far as who gives them may; the owner's own are not listed. */
export function grant(catalog: Catalog, action: ActionOf<'grant'>, postgres: number): Catalog {
  let grants = catalog.grants
  const given = spelledOut(action.privileges, action.on).filter((each) => !isOnSystem(each))
  for (const [each, by] of grantedBy(catalog, given, postgres)) {
    const key = grantKey(each)
    if (isImplied(each)) grants = withoutEntry(grants, key)
    if (each.grantee === ownerOf(catalog, each.target, each.on) || isImplied(each)) continue
    if (each.privilege === 'MAINTAIN' && postgres < 17) continue
    grants = withGiver(grants, { origin: action.span, ...each, grantable: action.grantable }, by)
  }
  return { ...catalog, grants }
}

/** Takes privileges away, as far as who takes them may; one on a table takes the same on its columns along. */
export function revoke(catalog: Catalog, action: ActionOf<'revoke'>, postgres: number): Catalog {
  let grants = catalog.grants
  const taken = spelledOut(action.privileges, action.on).flatMap((each) => [each, ...onColumns(catalog, each)])
  for (const [each, by] of grantedBy(catalog, taken, postgres)) {
    const key = grantKey(each)
    if (!isImplied(each)) grants = withoutGiver(grants, key, by, action.grantOptionOnly)
    else if (!action.grantOptionOnly && isKnown(catalog, each.target, each.on))
      grants = withEntry(grants, key, { origin: action.span, ...each, grantable: false, withheld: true })
  }
  return { ...catalog, grants }
}

function onColumns(catalog: Catalog, whole: Omit<Grant, 'grantable'>): readonly Omit<Grant, 'grantable'>[] {
  if (whole.target !== 'table' || whole.column !== undefined) return []
  return grantsOn(catalog, whole.on).flatMap(([, { target, on, privilege, grantee, column }]) => {
    const isSame = target === 'table' && privilege === whole.privilege && grantee === whole.grantee
    return isSame && column !== undefined ? [{ target, on, privilege, grantee, column }] : []
  })
}

/** Adds what ALTER DEFAULT PRIVILEGES … GRANT gives. */
export function grantByDefault(catalog: Catalog, action: ActionOf<'grantByDefault'>, postgres: number): Catalog {
  let defaultPrivileges = catalog.defaultPrivileges
  for (const entry of defaultsOf(catalog, action.privileges, action)) {
    const key = defaultPrivilegeKey(entry)
    if (isImplied(entry)) defaultPrivileges = withoutEntry(defaultPrivileges, key)
    if (isHeldAnyway(catalog, entry) || isImplied(entry)) continue
    if (entry.privilege === 'MAINTAIN' && postgres < 17) continue
    const grantable = action.grantable || defaultPrivileges.get(key)?.grantable === true
    defaultPrivileges = withEntry(defaultPrivileges, key, { ...entry, grantable, origin: action.span })
  }
  return { ...catalog, defaultPrivileges }
}

/** Removes what ALTER DEFAULT PRIVILEGES … REVOKE takes. */
export function revokeByDefault(catalog: Catalog, action: ActionOf<'revokeByDefault'>): Catalog {
  let defaultPrivileges = catalog.defaultPrivileges
  for (const entry of defaultsOf(catalog, action.privileges, action)) {
    const key = defaultPrivilegeKey(entry)
    const held = defaultPrivileges.get(key)
    if (isImplied(entry)) {
      // What is said of one schema only adds to what is said of all.
      if (action.grantOptionOnly === true || entry.schema !== undefined) continue
      const withheld = { ...entry, grantable: false, withheld: true as const, origin: action.span }
      defaultPrivileges = withEntry(defaultPrivileges, key, withheld)
    } else if (action.grantOptionOnly !== true) defaultPrivileges = withoutEntry(defaultPrivileges, key)
    else if (held !== undefined) defaultPrivileges = withEntry(defaultPrivileges, key, { ...held, grantable: false })
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
    if (entry.target !== target || entry.role !== owner || isOfItsOwn(catalog, entry)) continue
    if (entry.schema !== undefined && entry.schema !== schema) continue
    const { role: _, schema: __, ...given } = entry
    const made: Grant = { ...given, on }
    grants = withEntry(grants, grantKey(made), made)
  }
  return { ...catalog, grants }
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
    return { ...catalog, grants, schemas: owned(catalog.schemas, action) }
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
  if (catalog.sequences.get(action.on)?.ownedBy === undefined && catalog.sequences.has(action.on))
    return { ...catalog, grants, sequences: owned(catalog.sequences, action) }
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
  language: ['USAGE'],
  'foreign data wrapper': ['USAGE'],
  'foreign server': ['USAGE'],
  'large object': ['SELECT', 'UPDATE'],
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
  const { role: sessionRole } = catalog.session
  const named = scope.roles.map((role) => (role === runnerOf(catalog) ? undefined : role))
  const roles = named.length === 0 ? [sessionRole] : named
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

/** Whether a role promises something to itself. */
function isOfItsOwn(catalog: Catalog, { role, grantee }: Pick<DefaultPrivilege, 'role' | 'grantee'>): boolean {
  return grantee === (role ?? runnerOf(catalog))
}

/** A role has all privileges on its own objects, and only what is said of one schema is written down again. */
function isHeldAnyway(catalog: Catalog, entry: Omit<DefaultPrivilege, 'grantable'>): boolean {
  return entry.schema === undefined && isOfItsOwn(catalog, entry)
}

/** Whether it is on an object of the server's own, of which a catalog does not tell. */
function isOnSystem({ target, on }: Pick<Grant, 'target' | 'on'>): boolean {
  const isInSchema = target === 'table' || target === 'sequence' || target === 'function' || target === 'type'
  return isInSchema && SYSTEM_SCHEMAS.includes(partsOf(on).schema)
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
    grant.target === 'language' ||
    (grant.target === 'database' && grant.privilege !== 'CREATE')
  )
}

/** Whether an object is one of the catalog's, and none of the system's or an extension's. */
function isKnown(catalog: Catalog, target: GrantTarget, on: Name): boolean {
  if (target === 'function') return catalog.functions.has(on)
  if (target === 'type') return [catalog.enums, catalog.domains, catalog.types].some((each) => each.has(on))
  return true
}
