import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { chooseConstraintName } from './generated-names.ts'
import { functionsNamed, grantsOn, triggersCalling, triggersOf } from './lookups.ts'
import { partsOf, quoteIdentifier } from './names.ts'
import type { DomainAlteration, DomainCheck } from './object-actions.ts'
import type { Domain, Trigger } from './objects.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'
import { renameTexts } from './rename-texts.ts'

/** The key of a trigger or policy, whose names are unique within their table only. */
export function onTableKey(table: Name, name: Identifier): Name {
  return `${table}.${quoteIdentifier(name)}`
}

/** Adds a label to an enum where the statement says: last, or beside another label. */
export function addEnumValue(catalog: Catalog, action: ActionOf<'addEnumValue'>): Catalog {
  const known = catalog.enums.get(action.enum)
  if (known === undefined || known.labels.includes(action.label)) return catalog
  const labels = [...known.labels]
  const beside = action.neighbour === undefined ? -1 : labels.indexOf(action.neighbour.label)
  const position = beside < 0 ? labels.length : beside + (action.neighbour?.after === true ? 1 : 0)
  labels.splice(position, 0, action.label)
  return { ...catalog, enums: withEntry(catalog.enums, action.enum, { ...known, labels }) }
}

/** Renames a label of an enum. */
export function renameEnumValue(catalog: Catalog, action: ActionOf<'renameEnumValue'>): Catalog {
  const known = catalog.enums.get(action.enum)
  if (known === undefined) return catalog
  const labels = known.labels.map((label) => (label === action.from ? action.to : label))
  return { ...catalog, enums: withEntry(catalog.enums, action.enum, { ...known, labels }) }
}

/** Adds a domain and names its checks. */
export function createDomain(catalog: Catalog, action: ActionOf<'createDomain'>): Catalog {
  let result = withDomain(catalog, { ...action.domain, checks: [], origin: action.span })
  for (const check of action.checks) result = addDomainCheck(result, action.domain.name, check)
  return result
}

/** Changes a domain as one form of ALTER DOMAIN says. */
export function alterDomain(catalog: Catalog, name: Name, alteration: DomainAlteration): Catalog {
  const domain = catalog.domains.get(name)
  if (domain === undefined) return catalog
  const checks = (change: (list: Domain['checks']) => Domain['checks']) =>
    withDomain(catalog, { ...domain, checks: change(domain.checks) })
  switch (alteration.form) {
    case 'addCheck':
      return addDomainCheck(catalog, name, alteration.check)
    case 'dropConstraint':
      return checks((list) => list.filter((check) => check.name !== alteration.name))
    case 'validateConstraint':
      return checks((list) =>
        list.map((check) => (check.name === alteration.name ? { ...check, validated: true } : check)),
      )
    case 'renameConstraint':
      return checks((list) =>
        list.map((check) => (check.name === alteration.from ? { ...check, name: alteration.to } : check)),
      )
    case 'setNullable':
      return withDomain(catalog, { ...domain, nullable: alteration.nullable })
    case 'setDefault':
      return catalog
  }
}

/** Removes an enum, domain, composite or range type; CASCADE takes the columns of that type. */
export function dropType(catalog: Catalog, action: ActionOf<'dropType'>): Catalog {
  const result: Catalog = {
    ...catalog,
    enums: withoutEntry(catalog.enums, action.type),
    domains: withoutEntry(catalog.domains, action.type),
    types: withoutEntry(catalog.types, action.type),
  }
  if (!action.cascade) return result
  const isOfType = (type: string) => type === action.type || type === `${action.type}[]`
  const tables = mapEntries(result.tables, (table, name) => {
    const columns = table.columns.filter((column) => !isOfType(column.type))
    return [name, columns.length === table.columns.length ? table : { ...table, columns }]
  })
  return { ...result, tables }
}

/** Adds a function, or replaces the one with the same name and arguments. */
export function createFunction(catalog: Catalog, action: ActionOf<'createFunction'>): Catalog {
  const made = { ...action.function, origin: action.span }
  return { ...catalog, functions: withEntry(catalog.functions, functionKey(made), made) }
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
  return { ...result, triggers: without(catalog.triggers, () => true, triggersCalling(catalog, dropped.name)) }
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
    return [key, isMeant && trigger.enabled !== action.enabled ? { ...trigger, enabled: action.enabled } : trigger]
  }
  return { ...catalog, triggers: mapEntries(catalog.triggers, change, triggersOf(catalog, action.table)) }
}

function addDomainCheck(catalog: Catalog, name: Name, check: DomainCheck): Catalog {
  const domain = catalog.domains.get(name)
  if (domain === undefined) return catalog
  const { schema, name: table } = partsOf(name)
  const checkName = check.name ?? chooseConstraintName(catalog, schema, { table, label: 'check' })
  return withDomain(catalog, { ...domain, checks: [...domain.checks, { name: checkName, validated: !check.notValid }] })
}

function withDomain(catalog: Catalog, domain: Domain): Catalog {
  return { ...catalog, domains: withEntry(catalog.domains, domain.name, domain) }
}
