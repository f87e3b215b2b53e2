import type { Catalog, Name } from '../catalog/catalog.ts'
import { isTemporary } from '../catalog/names.ts'
import { without } from '../catalog/persistent-map.ts'

/** The catalog without what ends with its session. */
export function withoutTemporary(catalog: Catalog): Catalog {
  const lasting = <T>(map: ReadonlyMap<Name, T>) => without(map, (_, name) => isTemporary(name))
  return {
    ...catalog,
    tables: lasting(catalog.tables),
    indexes: lasting(catalog.indexes),
    sequences: lasting(catalog.sequences),
    enums: lasting(catalog.enums),
    domains: lasting(catalog.domains),
    types: lasting(catalog.types),
    views: lasting(catalog.views),
    functions: lasting(catalog.functions),
    triggers: without(catalog.triggers, (trigger) => isTemporary(trigger.table) || isTemporary(trigger.function)),
    policies: without(catalog.policies, (policy) => isTemporary(policy.table)),
    grants: without(catalog.grants, (grant) => isTemporary(grant.on)),
  }
}
