import type { Catalog, Described, Name } from './catalog.ts'
import { omit } from './edit-catalog.ts'
import type { Sequence } from './objects.ts'
import { mapEntries, without } from './persistent-map.ts'

/**
 * The catalog without what ALTER EXTENSION … ADD gave to extensions, with all that belongs to
 * it: like what an extension makes itself, it comes and goes with the extension.
 */
export function withoutMembers(catalog: Catalog): Catalog {
  if (!hasMembers(catalog)) return catalog
  const { tables, views, functions } = catalog
  const isGiven = (relation: Name) => [tables, views].some((each) => each.get(relation)?.extension !== undefined)
  const own = <T extends Described>(map: ReadonlyMap<string, T>) => without(map, (each) => each.extension !== undefined)
  return {
    ...catalog,
    schemas: own(catalog.schemas),
    tables: own(tables),
    indexes: without(catalog.indexes, (each) => isGiven(each.table)),
    sequences: mapEntries(
      without(own(catalog.sequences), (each) => isGiven(each.ownedBy?.table ?? '') && isOfIdentity(tables, each)),
      (each, key) => [key, withoutGivenOwner(each, isGiven)],
    ),
    enums: own(catalog.enums),
    domains: own(catalog.domains),
    types: own(catalog.types),
    views: own(views),
    functions: own(functions),
    triggers: without(catalog.triggers, (each) => isGiven(each.table)),
    policies: without(catalog.policies, (each) => isGiven(each.table)),
    others: without(catalog.others, (each) => each.extension !== undefined || isGiven(each.table ?? '')),
    grants: without(catalog.grants, ({ on }) => isGiven(on) || functions.get(on)?.extension !== undefined),
  }
}

/** The sequence of a serial column stays by itself where the table is given away. */
function withoutGivenOwner(sequence: Sequence, isGiven: (relation: Name) => boolean): Sequence {
  return isGiven(sequence.ownedBy?.table ?? '') ? omit(sequence, 'ownedBy') : sequence
}

function isOfIdentity(tables: Catalog['tables'], { ownedBy }: Sequence): boolean {
  const columns = tables.get(ownedBy?.table ?? '')?.columns ?? []
  return columns.some((each) => each.name === ownedBy?.column && each.identity !== undefined)
}

function hasMembers(catalog: Catalog): boolean {
  return KINDS.some((kind) => {
    for (const each of (catalog[kind] as ReadonlyMap<string, Described>).values())
      if (each.extension !== undefined) return true
    return false
  })
}

/** The maps of what may be a member of an extension. */
const KINDS = ['schemas', 'tables', 'sequences', 'enums', 'domains', 'types', 'views', 'functions', 'others'] as const
