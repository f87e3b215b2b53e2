import type { Catalog, Identifier } from './catalog.ts'
import { grantsOn } from './lookups.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'
import { type Giver, type Grant, grantKey } from './privileges.ts'

type Grants = Catalog['grants']

/** Who gives, or takes, a privilege: a role that has got it to pass on, else the owner, whom the catalog does not name. */
export function giverOf(catalog: Catalog, grant: Omit<Grant, 'grantable'>, owner: Identifier | undefined) {
  const { role } = catalog.session
  if (role === undefined || role === owner || catalog.roles.get(role)?.superuser === true) return undefined
  const { column: _, ...whole } = grant
  const own = [grant, whole].map((each) => catalog.grants.get(grantKey({ ...each, grantee: role })))
  return own.some((each) => each?.grantable === true) ? role : undefined
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
