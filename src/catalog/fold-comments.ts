import type { Catalog, Described, Identifier, Name } from './catalog.ts'
import { changeConstraints } from './constraints.ts'
import { changeColumn, omit, withTable } from './edit-catalog.ts'
import { onTableKey } from './fold-objects.ts'
import type { CommentTarget, ExtensionDependent, ExtensionMember } from './object-actions.ts'
import type { View } from './objects.ts'
import { withEntry } from './persistent-map.ts'
import type { Domain, OtherType } from './user-types.ts'

/** Describes an object, or takes its description away. What the catalog does not know stays unknown. */
export function setComment(catalog: Catalog, on: CommentTarget, comment: string | undefined): Catalog {
  const describe: Change = (object) => described(object, comment)
  switch (on.object) {
    case 'column':
      return describeColumn(catalog, on.relation, on.name, comment)
    case 'constraint': {
      const table = catalog.tables.get(on.table)
      if (table === undefined) return catalog
      return withTable(
        catalog,
        changeConstraints(table, (each) => (each.name === on.name ? describe(each) : each)),
      )
    }
    case 'domainConstraint':
      return changeEntry(catalog, 'domains', on.domain, (domain: Domain) => ({
        ...domain,
        checks: domain.checks.map((each) => (each.name === on.name ? describe(each) : each)),
      }))
    case 'policy':
      return describeEntry(catalog, ['policies'], onTableKey(on.table, on.name), describe)
    case 'schema': {
      // What initdb says of `public` is nothing that somebody has said.
      const isUsual = on.name === 'public' && comment === 'standard public schema'
      if (isUsual && catalog.schemas.get(on.name)?.comment === undefined) return catalog
      return changeDescribed(catalog, on, isUsual ? (object) => described(object, undefined) : describe)
    }
    case 'relation':
    case 'type':
    case 'function':
    case 'trigger':
    case 'other':
      return changeDescribed(catalog, on, describe)
    case 'extension':
      return describeEntry(catalog, ['extensions'], on.name, describe)
  }
}

/** Changes an object that stands by itself, or a trigger. What the catalog does not know stays unknown. */
export function changeDescribed(catalog: Catalog, on: ExtensionMember | ExtensionDependent, change: Change): Catalog {
  switch (on.object) {
    case 'relation':
      return describeEntry(catalog, ['tables', 'views', 'indexes', 'sequences'], on.name, change)
    case 'type':
      return describeEntry(catalog, ['enums', 'domains', 'types'], on.name, change)
    case 'function':
      return describeEntry(catalog, ['functions'], on.name, change)
    case 'schema':
      return describeEntry(catalog, ['schemas'], on.name, change)
    case 'trigger':
      return describeEntry(catalog, ['triggers'], onTableKey(on.table, on.name), change)
    case 'other':
      return describeEntry(catalog, ['others'], on.key, change)
  }
}

type Change = <T extends Described>(object: T) => T

/** The kinds of objects that the catalog keeps by name and that may be described. */
type DescribedKind = {
  [K in keyof Catalog]: Catalog[K] extends ReadonlyMap<string, infer T> ? (T extends Described ? K : never) : never
}[keyof Catalog]

function described<T extends Described>(object: T, comment: string | undefined): T {
  const bare = omit(object, 'comment') as T
  return comment === undefined ? bare : { comment, ...bare }
}

function describeEntry(catalog: Catalog, kinds: readonly DescribedKind[], name: Name, describe: Change): Catalog {
  const kind = kinds.find((each) => catalog[each].has(name))
  return kind === undefined ? catalog : changeEntry(catalog, kind, name, describe)
}

function changeEntry<T extends Described>(
  catalog: Catalog,
  kind: DescribedKind,
  name: Name,
  change: (object: T) => T,
): Catalog {
  const map = catalog[kind] as unknown as ReadonlyMap<Name, T>
  const object = map.get(name)
  return object === undefined ? catalog : { ...catalog, [kind]: withEntry(map, name, change(object)) }
}

function describeColumn(catalog: Catalog, relation: Name, name: Identifier, comment: string | undefined): Catalog {
  const table = catalog.tables.get(relation)
  if (table !== undefined)
    return withTable(
      catalog,
      changeColumn(table, name, (column) => described(column, comment)),
    )
  if (catalog.types.has(relation)) {
    return changeEntry(catalog, 'types', relation, (type: OtherType) =>
      type.kind !== 'composite'
        ? type
        : {
            ...type,
            attributes: type.attributes.map((each) => (each.name === name ? described(each, comment) : each)),
          },
    )
  }
  return changeEntry(catalog, 'views', relation, (view: View) => describedColumn(view, name, comment))
}

function describedColumn(view: View, name: Identifier, comment: string | undefined): View {
  const others = Object.entries(view.columnComments ?? {}).filter(([column]) => column !== name)
  const all = comment === undefined ? others : [...others, [name, comment] as const]
  return withColumnComments(view, all)
}

/** A view with the descriptions of its columns, in the order of their names. */
export function withColumnComments(view: View, comments: readonly (readonly [Identifier, string])[]): View {
  const bare = omit(view, 'columnComments')
  if (comments.length === 0) return bare
  return { ...bare, columnComments: Object.fromEntries(comments.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}
