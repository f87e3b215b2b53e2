import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { ownerAndComment } from './edit-catalog.ts'
import { functionsNamed, grantsOn, triggersCalling } from './lookups.ts'
import { quoteIdentifier } from './names.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'
import { grantKey } from './privileges.ts'
import { renameTexts } from './rename-texts.ts'

/** The key of a trigger or policy, whose names are unique within their table only. */
export function onTableKey(table: Name, name: Identifier): Name {
  return `${table}.${quoteIdentifier(name)}`
}

/** Adds a function, or replaces the one with the same name and arguments. */
export function createFunction(catalog: Catalog, action: ActionOf<'createFunction'>): Catalog {
  const key = functionKey(action.function)
  const made = { ...action.function, ...ownerAndComment(catalog, catalog.functions.get(key)), origin: action.span }
  return { ...catalog, functions: withEntry(catalog.functions, key, made) }
}

/** The key of a function: its name and the types of its input arguments. */
export function functionKey(each: { readonly name: Name; readonly arguments: readonly string[] }): Name {
  return `${each.name}(${each.arguments.join(', ')})`
}

/** Removes a function and, where what calls it goes too, the triggers that do. */
export function removeFunction(catalog: Catalog, key: Name, cascade = false): Catalog {
  const dropped = catalog.functions.get(key)
  const functions = withoutEntry(catalog.functions, key)
  const grants = without(catalog.grants, (each) => each.target === 'function', grantsOn(catalog, key))
  const result: Catalog = { ...catalog, functions, grants }
  if (!cascade || dropped === undefined) return result
  // Of several of its name, triggers call the one without arguments.
  const calling = dropped.arguments.length === 0 ? triggersCalling(catalog, dropped.name) : []
  return { ...result, triggers: without(catalog.triggers, () => true, calling) }
}

/** Replaces what is known of a function, which may have got another name, schema or owner. */
export function alterFunction(catalog: Catalog, action: ActionOf<'alterFunction'>): Catalog {
  const before = catalog.functions.get(action.function)
  if (before === undefined) return catalog
  const key = functionKey(action.to)
  const functions = withEntry(withoutEntry(catalog.functions, action.function), key, action.to)
  if (before.name === action.to.name) return { ...catalog, functions }
  const grants = mapEntries(
    catalog.grants,
    (grant, each) => {
      const moved = grant.target === 'function' ? { ...grant, on: key } : grant
      return [moved === grant ? each : grantKey(moved), moved]
    },
    grantsOn(catalog, action.function),
  )
  const triggers = mapEntries(catalog.triggers, (trigger, each) => {
    return [each, trigger.function === before.name ? { ...trigger, function: action.to.name } : trigger]
  })
  const renamed = { ...catalog, functions, triggers, grants }
  if (functionsNamed(renamed, before.name).length > 0) return renamed
  return renameTexts(renamed, { kind: 'function', from: before.name, to: action.to.name })
}
