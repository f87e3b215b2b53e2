import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import {
  dropFunctionWithUses,
  dropOtherWithUses,
  dropSchemaWithUses,
  dropSequenceWithUses,
  dropTableWithUses,
  dropTypeWithUses,
  dropViewWithUses,
  removeType,
} from './fold-cascade.ts'
import { dropSchema, dropSequences, dropTable, dropView } from './fold-drop.ts'
import { removeFunction } from './fold-objects.ts'
import { removeOther } from './fold-other-objects.ts'
import { setOwner } from './fold-privileges.ts'
import { mapEntries, without } from './persistent-map.ts'

/** REASSIGN OWNED: all that roles own belongs to another one. */
export function reassignOwned(catalog: Catalog, action: ActionOf<'reassignOwned'>): Catalog {
  const { from, to, span } = action
  const isTheirs = isOwnedBy(from)
  const owner = to === undefined ? {} : { owner: to }
  const hand = (each: Catalog, target: ActionOf<'setOwner'>['target'], on: Name) =>
    setOwner(each, { kind: 'setOwner', span, target, on, ...owner })
  let result = catalog
  for (const [target, maps] of OWNED) {
    for (const map of maps)
      for (const [name, each] of catalog[map]) if (isTheirs(each)) result = hand(result, target, name)
  }
  const others = mapEntries(result.others, (each, key) => {
    if (!isTheirs(each)) return [key, each]
    const { owner: _, ...rest } = each
    return [key, { ...rest, ...owner }]
  })
  // What the new owner was granted it now has by itself.
  const grants = without(result.grants, ({ target, on, grantee }) => {
    const key = target === 'foreign server' ? `server ${on}` : `${target} ${on}`
    return grantee === to && others.get(key) !== result.others.get(key)
  })
  return { ...result, others, grants }
}

/** DROP OWNED: what roles own goes, and what they were granted. */
export function dropOwned(catalog: Catalog, action: ActionOf<'dropOwned'>): Catalog {
  const { roles, cascade = false } = action
  const isTheirs = isOwnedBy(roles)
  const theirs = (map: ReadonlyMap<string, { readonly owner?: Identifier }>) =>
    [...map].flatMap(([name, each]) => (isTheirs(each) ? [name] : []))
  const takeOther = cascade ? dropOtherWithUses : removeOther
  let result = catalog
  const [takeView, takeTable, takeFunction, takeType, takeSchema] = cascade
    ? [dropViewWithUses, dropTableWithUses, dropFunctionWithUses, dropTypeWithUses, dropSchemaWithUses]
    : [dropView, dropTable, removeFunction, removeType, dropSchema]
  for (const view of theirs(catalog.views)) result = takeView(result, view)
  for (const table of theirs(catalog.tables)) result = takeTable(result, table)
  for (const name of theirs(result.sequences))
    result = cascade ? dropSequenceWithUses(result, name) : dropSequences(result, [[name, undefined]])
  for (const name of theirs(catalog.functions)) result = takeFunction(result, name)
  for (const map of [catalog.enums, catalog.domains, catalog.types])
    for (const type of theirs(map)) result = takeType(result, type)
  for (const object of catalog.others.values()) if (isTheirs(object)) result = takeOther(result, object)
  for (const schema of theirs(catalog.schemas)) result = takeSchema(result, schema)
  const isGiven = (role: Identifier | undefined) => role !== undefined && roles.includes(role)
  return {
    ...result,
    policies: withoutRoles(result.policies, roles),
    grants: without(result.grants, (each) => isGiven(each.grantee)),
    defaultPrivileges: without(result.defaultPrivileges, (entry) => isGiven(entry.role) || isGiven(entry.grantee)),
  }
}

/** A policy for one role alone goes with it, another one is for the others from here on (`RemoveRoleFromObjectPolicy`). */
function withoutRoles(policies: Catalog['policies'], gone: readonly Identifier[]): Catalog['policies'] {
  const left = without(policies, ({ roles }) => roles.length > 0 && roles.every((each) => gone.includes(each)))
  return mapEntries(left, (each, key) => {
    if (!each.roles.some((role) => gone.includes(role))) return [key, each]
    return [key, { ...each, roles: each.roles.filter((role) => !gone.includes(role)) }]
  })
}

function isOwnedBy(roles: readonly Identifier[]) {
  return ({ owner }: { readonly owner?: Identifier }) => owner !== undefined && roles.includes(owner)
}

const OWNED = [
  ['relation', ['tables', 'views', 'sequences']],
  ['function', ['functions']],
  ['type', ['enums', 'domains', 'types']],
  ['schema', ['schemas']],
] as const
