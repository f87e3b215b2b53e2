import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { omit, ownerAndComment } from './edit-catalog.ts'
import { dropOthersWith } from './fold-other-objects.ts'
import { functionsNamed, grantsOn, triggersCalling, triggersOf } from './lookups.ts'
import { quoteIdentifier } from './names.ts'
import type { Trigger } from './objects.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'
import { renameTexts } from './rename-texts.ts'
import { mentionsOf } from './sql-text.ts'
import type { Column } from './table.ts'

/** The key of a trigger or policy, whose names are unique within their table only. */
export function onTableKey(table: Name, name: Identifier): Name {
  return `${table}.${quoteIdentifier(name)}`
}

/** Removes an enum, domain, composite or range type; CASCADE takes the columns of that type. */
export function dropType(catalog: Catalog, action: ActionOf<'dropType'>): Catalog {
  let result: Catalog = {
    ...catalog,
    enums: withoutEntry(catalog.enums, action.type),
    domains: withoutEntry(catalog.domains, action.type),
    types: withoutEntry(catalog.types, action.type),
  }
  if (!action.cascade) return result
  result = dropTypeUses(dropOthersWith(result, action.type), action)
  const isOfType = (type: string) => type === action.type || type === `${action.type}[]`
  const tables = mapEntries(result.tables, (table, name) => {
    const kept = table.columns.filter((column) => !isOfType(column.type))
    const columns = kept.map((column) => (defaultNames(column, action.type) ? omit(column, 'default') : column))
    const isSame = columns.length === table.columns.length && columns.every((each, at) => each === table.columns[at])
    return [name, isSame ? table : { ...table, columns }]
  })
  return { ...result, tables }
}

/** The functions that take or give a type go with it, and the domains over it. */
function dropTypeUses(catalog: Catalog, action: ActionOf<'dropType'>): Catalog {
  const isOf = (type: string) => type.replace(/^SETOF /, '').replace(/\[\]$/, '') === action.type
  const using = [...catalog.functions].filter(
    ([, each]) => isOf(each.returns) || each.parameters.some(({ type }) => isOf(type)),
  )
  const result = using.reduce<Catalog>(
    (each, [key]) => dropFunction(each, { kind: 'dropFunction', span: action.span, function: key, cascade: true }),
    catalog,
  )
  const domains = [...result.domains.values()].filter((domain) => isOf(domain.type))
  return domains.reduce<Catalog>((each, { name }) => dropType(each, { ...action, type: name }), result)
}

/** Whether the default of a column is made by way of a type, such as one that the column had before. */
export function defaultNames({ default: value, generated }: Column, type: Name): boolean {
  return generated === undefined && value?.sql !== undefined && mentionsOf(value.sql).includes(type)
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

/** Removes a function; CASCADE takes the triggers that call it. */
export function dropFunction(catalog: Catalog, action: ActionOf<'dropFunction'>): Catalog {
  const dropped = catalog.functions.get(action.function)
  const functions = withoutEntry(catalog.functions, action.function)
  const grants = without(catalog.grants, (each) => each.target === 'function', grantsOn(catalog, action.function))
  const result: Catalog = { ...catalog, functions, grants }
  if (!action.cascade || dropped === undefined) return result
  return {
    ...dropOthersWith(result, dropped.name),
    triggers: without(catalog.triggers, () => true, triggersCalling(catalog, dropped.name)),
  }
}

/** Replaces what is known of a function, which may have got another name, schema or owner. */
export function alterFunction(catalog: Catalog, action: ActionOf<'alterFunction'>): Catalog {
  const before = catalog.functions.get(action.function)
  if (before === undefined) return catalog
  const key = functionKey(action.to)
  const functions = withEntry(withoutEntry(catalog.functions, action.function), key, action.to)
  if (before.name === action.to.name) return { ...catalog, functions }
  const triggers = mapEntries(catalog.triggers, (trigger, each) => {
    return [each, trigger.function === before.name ? { ...trigger, function: action.to.name } : trigger]
  })
  const renamed = { ...catalog, functions, triggers }
  if (functionsNamed(renamed, before.name).length > 0) return renamed
  return renameTexts(renamed, { kind: 'function', from: before.name, to: action.to.name })
}

/** Sets whether one trigger, or all of a table, fire. */
export function setTriggerEnabled(catalog: Catalog, action: ActionOf<'setTriggerEnabled'>): Catalog {
  const change = (trigger: Trigger, key: Name): readonly [Name, Trigger] => {
    const isMeant = (action.trigger ?? trigger.name) === trigger.name
    const { enabled, fires } = action
    if (!isMeant || (trigger.enabled === enabled && trigger.fires === fires)) return [key, trigger]
    return [key, { ...omit(trigger, 'fires'), enabled, ...(fires === undefined ? {} : { fires }) }]
  }
  return { ...catalog, triggers: mapEntries(catalog.triggers, change, triggersOf(catalog, action.table)) }
}
