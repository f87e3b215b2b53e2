import type { ActionOf } from './action.ts'
import type { Catalog, Described, Identifier } from './catalog.ts'
import { omit } from './edit-catalog.ts'
import {
  dropFunctionWithUses,
  dropOtherWithUses,
  dropSchemaWithUses,
  dropSequenceWithUses,
  dropTableWithUses,
  dropTypeWithUses,
  dropViewWithUses,
} from './fold-cascade.ts'
import { changeDescribed } from './fold-comments.ts'
import { dropView } from './fold-drop.ts'
import { dropIndex } from './fold-indexes.ts'
import { removeFunction } from './fold-objects.ts'
import { withoutEntry } from './persistent-map.ts'

/** Gives an object to an extension, or takes it back; of what the catalog does not know nothing changes. */
export function setExtensionMember(catalog: Catalog, action: ActionOf<'setExtensionMember'>): Catalog {
  const { extension, member, isMember } = action
  return changeDescribed(catalog, member, (object) => {
    if (isMember) return { ...object, extension }
    return omit(object, 'extension') as typeof object
  })
}

/** Lets an object go with an extension, or no longer; of what the catalog does not know nothing changes. */
export function setExtensionDependency(catalog: Catalog, action: ActionOf<'setExtensionDependency'>): Catalog {
  const { extension, on, depends } = action
  return changeDescribed(catalog, on, (object) => {
    const others = (object.goesWith ?? []).filter((each) => each !== extension)
    const goesWith = depends ? [...others, extension].toSorted() : others
    const bare = omit(object, 'goesWith') as typeof object
    return goesWith.length === 0 ? bare : { ...bare, goesWith }
  })
}

/** Removes what goes with an extension that is dropped. */
export function dropDependents(catalog: Catalog, { name, cascade }: ActionOf<'dropExtension'>): Catalog {
  const concerned = <T extends Described>(map: ReadonlyMap<string, T>) =>
    [...map].flatMap(([key, each]) => (each.goesWith?.includes(name) === true ? [key] : []))
  const [takeView, takeFunction] =
    cascade === true ? [dropViewWithUses, dropFunctionWithUses] : [dropView, removeFunction]
  let result = catalog
  for (const key of concerned(catalog.triggers)) result = { ...result, triggers: withoutEntry(result.triggers, key) }
  for (const index of concerned(catalog.indexes)) result = dropIndex(result, index)
  for (const view of concerned(catalog.views)) result = takeView(result, view)
  for (const key of concerned(catalog.functions)) result = takeFunction(result, key)
  return result
}

/** Removes what was given to an extension that is dropped, and all that rests on it. */
export function dropMembers(catalog: Catalog, action: ActionOf<'dropExtension'>): Catalog {
  const given = <T extends Described>(map: ReadonlyMap<string, T>) => membersIn(map, action.name)
  let result = catalog
  for (const [name] of given(catalog.views)) result = dropViewWithUses(result, name)
  for (const [name] of given(catalog.tables)) result = dropTableWithUses(result, name)
  for (const [key] of given(catalog.functions)) result = dropFunctionWithUses(result, key)
  for (const kind of ['enums', 'domains', 'types'] as const)
    for (const [name] of given<Described>(catalog[kind])) result = dropTypeWithUses(result, name)
  for (const [name] of given(catalog.sequences)) result = dropSequenceWithUses(result, name)
  for (const [, object] of given(catalog.others)) result = dropOtherWithUses(result, object)
  for (const [name] of given(catalog.schemas)) result = dropSchemaWithUses(result, name)
  return result
}

/** The objects that were given to an extension. */
export function membersIn<T extends Described>(
  map: ReadonlyMap<string, T>,
  extension: Identifier,
): readonly (readonly [string, T])[] {
  return [...map].filter(([, each]) => each.extension === extension)
}
