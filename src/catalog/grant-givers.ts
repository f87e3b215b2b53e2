import type { Catalog, Identifier, Name } from './catalog.ts'
import { grantsOn } from './lookups.ts'
import { partsOf } from './names.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'
import { type Giver, type Grant, type GrantTarget, grantKey } from './privileges.ts'

type Grants = Catalog['grants']

/**
 * What of privileges the acting role gives or takes, and as whom: a role that it is or belongs to, or without a
 * name the owner. It acts as one role for all that a statement says of an object or a column; what that one may
 * not pass on is left out with a warning (`select_best_grantor` of the server).
 */
export function grantedBy(
  catalog: Catalog,
  privileges: readonly Omit<Grant, 'grantable'>[],
  postgres: number,
): readonly (readonly [Omit<Grant, 'grantable'>, Identifier | undefined])[] {
  const { role } = catalog.session
  if (role === undefined) return privileges.map((each) => [each, undefined])
  const places = new Map<string, Omit<Grant, 'grantable'>[]>()
  for (const each of privileges) {
    const place = grantKey({ ...each, privilege: '', grantee: '' })
    places.set(place, [...(places.get(place) ?? []), each])
  }
  const roles = rolesOf(catalog, role, postgres)
  return [...places.values()].flatMap((ofOne) => grantedOnOne(catalog, ofOne, roles))
}

function grantedOnOne(
  catalog: Catalog,
  privileges: readonly Omit<Grant, 'grantable'>[],
  roles: readonly Identifier[],
): readonly (readonly [Omit<Grant, 'grantable'>, Identifier | undefined])[] {
  const [first] = privileges
  if (first === undefined) return []
  const owner = ownerOf(catalog, first.target, first.on) ?? runnerOf(catalog)
  if (roles.includes(owner) || catalog.roles.get(roles[0] ?? '')?.superuser === true)
    return privileges.map((each) => [each, undefined])
  const asEach = roles.map((by) =>
    privileges.filter((each) => mayPassOn(catalog, each, by)).map((each) => [each, by] as const),
  )
  const most = Math.max(...asEach.map(({ length }) => length))
  // Who owns an object that others made, or what a role may that others made, is not known.
  const isKnown = roles.every((each) => catalog.roles.has(each)) && isWhollyKnown(catalog, first)
  if (most === 0 && !isKnown) return privileges.map((each) => [each, undefined])
  return asEach.find(({ length }) => length === most) ?? []
}

function mayPassOn(catalog: Catalog, { column, ...whole }: Omit<Grant, 'grantable'>, by: Identifier): boolean {
  const own = [whole, ...(column === undefined ? [] : [{ ...whole, column }])]
  return own.some((each) => catalog.grants.get(grantKey({ ...each, grantee: by }))?.grantable === true)
}

/** The role and those whose privileges it has by membership, nearest first. */
function rolesOf(catalog: Catalog, role: Identifier, postgres: number): readonly Identifier[] {
  const found = new Set([role])
  for (const each of found) {
    const known = catalog.roles.get(each)
    if (known === undefined || (postgres < 16 && known.inherit === false)) continue
    for (const group of known.memberOf) if (known.membershipOptions?.[group]?.inherit !== false) found.add(group)
  }
  return [...found]
}

/** The role that a catalog leaves without a name. Supabase and the images of PostgreSQL call it so. */
export function runnerOf({ session }: Catalog): Identifier {
  return session.runner ?? 'postgres'
}

/** A privilege that is given, be it once more by another one. */
export function withGiver(grants: Grants, grant: Grant, by: Identifier | undefined): Grants {
  const key = grantKey(grant)
  const earlier = grants.get(key)
  const others = earlier === undefined ? [] : giversOf(earlier).filter((each) => each.by !== by)
  const same = earlier && giversOf(earlier).find((each) => each.by === by)
  const grantable = grant.grantable || same?.grantable === true
  if (same !== undefined && same.grantable === grantable) return grants
  return withEntry(
    grants,
    key,
    givenBy(earlier ?? grant, [...others, { ...(by === undefined ? {} : { by }), grantable }]),
  )
}

/** A privilege that one of those who gave it takes away, or the option to pass it on; what was passed on goes along. */
export function withoutGiver(grants: Grants, key: string, by: Identifier | undefined, optionOnly: boolean): Grants {
  const held = grants.get(key)
  if (held === undefined) return grants
  const left = giversOf(held).flatMap((each) => {
    if (each.by !== by) return [each]
    return optionOnly ? [{ ...each, grantable: false }] : []
  })
  const changed = givenBy(held, left)
  const result = left.length === 0 ? withoutEntry(grants, key) : withEntry(grants, key, changed)
  return held.grantable && !changed.grantable ? withoutPassedOn(result, held) : result
}

function withoutPassedOn(grants: Grants, { grantee, target, on, privilege, column }: Grant): Grants {
  let result = grants
  for (const [key, each] of grantsOn({ grants }, on)) {
    const isSame = each.target === target && each.privilege === privilege && each.column === column
    if (isSame && giversOf(each).some(({ by }) => by === grantee)) result = withoutGiver(result, key, grantee, false)
  }
  return result
}

/** Those who gave a privilege. */
export function giversOf({ givers, grantable }: Grant): readonly Giver[] {
  return givers ?? [{ grantable }]
}

function givenBy({ givers: _, ...grant }: Grant, givers: readonly Giver[]): Grant {
  const grantable = givers.some((each) => each.grantable)
  return givers.some((each) => each.by !== undefined) ? { ...grant, grantable, givers } : { ...grant, grantable }
}

/** Whether an object is one of those that the catalog knows all of. */
function isWhollyKnown(catalog: Catalog, { target, on }: Pick<Grant, 'target' | 'on'>): boolean {
  if (target === 'table' && catalog.tables.get(on)?.known === 'partly') return false
  return objectOf(catalog, target, on) !== undefined
}

/** Who owns an object that privileges are on; undefined for the role that runs the migrations, and where nothing is known of it. */
export function ownerOf(catalog: Catalog, target: GrantTarget, on: Name): Identifier | undefined {
  const object = objectOf(catalog, target, on)
  if (target !== 'sequence' || object?.owner !== undefined) return object?.owner
  return catalog.tables.get(catalog.sequences.get(on)?.ownedBy?.table ?? '')?.owner
}

function objectOf(catalog: Catalog, target: GrantTarget, on: Name): { readonly owner?: Identifier } | undefined {
  switch (target) {
    case 'schema':
      return catalog.schemas.get(partsOf(on).schema)
    case 'table':
      return catalog.tables.get(on) ?? catalog.views.get(on)
    case 'function':
      return catalog.functions.get(on)
    case 'type':
      return catalog.enums.get(on) ?? catalog.domains.get(on) ?? catalog.types.get(on)
    case 'language':
    case 'foreign data wrapper':
      return catalog.others.get(`${target} ${on}`)
    case 'foreign server':
      return catalog.others.get(`server ${on}`)
    case 'sequence':
      return catalog.sequences.get(on)
    case 'database':
    case 'large object':
      return undefined
  }
}
