import type { Catalog, Name } from './catalog.ts'
import { extensionType } from './extensions.ts'
import { functionKey } from './fold-objects.ts'
import type { Func } from './functions.ts'
import type { View } from './objects.ts'
import { mapEntries } from './persistent-map.ts'
import { grantKey } from './privileges.ts'
import type { Domain, OtherType } from './user-types.ts'

/** Carries the rename of a type into the domains, types and functions that are made of it. */
export function renameTypeUses(catalog: Catalog, from: Name, to: Name): Catalog {
  const isType =
    catalog.enums.has(from) ||
    catalog.domains.has(from) ||
    catalog.types.has(from) ||
    catalog.tables.has(from) ||
    extensionType(catalog, from) !== undefined
  if (!isType && !catalog.views.has(from)) return catalog
  const renamed = (type: string) => renameType(type, from, to)
  const functions = [...catalog.functions].filter(
    ([, each]) => each.parameters.some(({ type }) => renamed(type) !== type) || renamed(each.returns) !== each.returns,
  )
  const keys = new Map<Name, Name>()
  const inFunction = (each: Func, key: Name): readonly [Name, Func] => {
    const changed = {
      ...each,
      arguments: each.arguments.map(renamed),
      parameters: each.parameters.map((parameter) => ({ ...parameter, type: renamed(parameter.type) })),
      returns: renamed(each.returns),
    }
    keys.set(key, functionKey(changed))
    return [functionKey(changed), changed]
  }
  const inDomain = (domain: Domain, key: Name): readonly [Name, Domain] => {
    const type = renamed(domain.type)
    return [key, type === domain.type ? domain : { ...domain, type }]
  }
  const inView = (view: View, key: Name): readonly [Name, View] => {
    const columnTypes = view.columnTypes?.map((each) => ({ ...each, type: renamed(each.type) }))
    return [key, columnTypes === undefined ? view : { ...view, columnTypes }]
  }
  const result = {
    ...catalog,
    functions: mapEntries(catalog.functions, inFunction, functions),
    domains: mapEntries(catalog.domains, inDomain),
    views: mapEntries(catalog.views, inView),
    types: mapEntries(catalog.types, (type, key) => [key, inType(type, renamed)]),
  }
  return moveGrants(result, keys)
}

function inType(type: OtherType, renamed: (type: string) => string): OtherType {
  if (type.kind === 'range') {
    const [subtype, multirange] = [renamed(type.subtype), renamed(type.multirange)]
    return subtype === type.subtype && multirange === type.multirange ? type : { ...type, subtype, multirange }
  }
  if (type.kind !== 'composite' || type.attributes.every((each) => renamed(each.type) === each.type)) return type
  return { ...type, attributes: type.attributes.map((each) => ({ ...each, type: renamed(each.type) })) }
}

function moveGrants(catalog: Catalog, keys: ReadonlyMap<Name, Name>): Catalog {
  if (keys.size === 0) return catalog
  const grants = mapEntries(catalog.grants, (grant, key) => {
    const on = grant.target === 'function' ? (keys.get(grant.on) ?? grant.on) : grant.on
    if (on === grant.on) return [key, grant]
    return [grantKey({ ...grant, on }), { ...grant, on }]
  })
  return { ...catalog, grants }
}

function renameType(type: string, from: Name, to: Name): string {
  const [, set = '', name = '', array = ''] = /^(SETOF )?(.*?)((?:\[\])?)$/.exec(type) ?? []
  return name === from ? `${set}${to}${array}` : type
}
