import type { ActionOf } from './action.ts'
import { NON_VOLATILE_FUNCTIONS } from './built-in-functions.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { changeConstraints } from './constraints.ts'
import { changeColumn, omit } from './edit-catalog.ts'
import type { Expression } from './expression.ts'
import { type InstalledExtension, installedExtensions, itemsOf, namesOf, typeNamesOf } from './extensions.ts'
import { dropIndexed, dropOtherWithUses, dropUses, dropViewWithUses } from './fold-cascade.ts'
import { dropColumn } from './fold-columns.ts'
import { dropDependents, dropMembers } from './fold-members.ts'
import { renameRelation } from './fold-rename.ts'
import { partsOf, qualify, withoutModifiers } from './names.ts'
import type { Index } from './objects.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'
import { renameTexts } from './rename-texts.ts'
import { mentionsOf, type SqlText } from './sql-text.ts'
import type { Column, Table } from './table.ts'

/** Notes an extension; what it makes is looked up in its contents. */
export function createExtension(catalog: Catalog, action: ActionOf<'createExtension'>): Catalog {
  const { name, schema, span } = action
  if (catalog.extensions.has(name)) return catalog
  const made = { name, ...(schema === undefined ? {} : { schema }), origin: span }
  return { ...catalog, extensions: withEntry(catalog.extensions, name, made) }
}

/** Carries the other schema of an extension into what is of its types. */
export function moveExtension(catalog: Catalog, { name, schema }: ActionOf<'moveExtension'>): Catalog {
  const known = catalog.extensions.get(name)
  if (known === undefined) return catalog
  const installed = installedExtensions(catalog).find(({ extension }) => extension.name === name)
  let result = catalog
  for (const type of installed === undefined ? [] : typeNamesOf(installed))
    result = renameRelation(result, type, qualify(schema, partsOf(type).name))
  if (installed !== undefined) result = moveCalls(result, installed, schema)
  for (const each of installed === undefined ? [] : namesOf(installed.contents.functions)) {
    const from = qualify(installed!.schema, each)
    result = renameTexts(result, { kind: 'function', from, to: qualify(schema, each) })
  }
  return { ...result, extensions: withEntry(result.extensions, name, { ...known, schema }) }
}

/** Triggers keep the function that they call. */
function moveCalls(catalog: Catalog, installed: InstalledExtension, schema: Identifier): Catalog {
  const isOwn = isFunctionOf(installed)
  const triggers = mapEntries(catalog.triggers, (trigger, key) => {
    if (!isOwn(trigger.function)) return [key, trigger]
    return [key, { ...trigger, function: qualify(schema, partsOf(trigger.function).name) }]
  })
  return { ...catalog, triggers }
}

/** Removes an extension; CASCADE takes what rests on it, and the extensions that need it. */
export function dropExtension(catalog: Catalog, action: ActionOf<'dropExtension'>): Catalog {
  const installed = installedExtensions(catalog).find(({ extension }) => extension.name === action.name)
  let result: Catalog = catalog
  if (action.cascade === true && installed !== undefined) {
    for (const { extension, contents } of installedExtensions(catalog)) {
      const isNeeding = contents.requires?.split(' ').includes(action.name) === true
      if (isNeeding) result = dropExtension(result, { ...action, name: extension.name })
    }
    result = dropResting(result, installed)
  }
  result = dropMembers(dropDependents(result, action), action)
  return { ...result, extensions: withoutEntry(result.extensions, action.name) }
}

/** A schema takes along the extensions in it. */
export function dropExtensionsIn(catalog: Catalog, { name: schema, span }: ActionOf<'dropSchema'>): Catalog {
  const inside = [...catalog.extensions.values()].filter((each) => each.schema === schema)
  return inside.reduce(
    (each, { name }) => dropExtension(each, { kind: 'dropExtension', span, name, cascade: true }),
    catalog,
  )
}

function dropResting(catalog: Catalog, installed: InstalledExtension): Catalog {
  const { schema, contents } = installed
  let result = catalog
  for (const [name, index] of catalog.indexes) if (rests(catalog, index, installed)) result = dropIndexed(result, name)
  const relations = namesOf(contents.relations).map((relation) => qualify(schema, relation))
  for (const name of [...typeNamesOf(installed), ...relations]) result = dropUses(result, name)
  for (const object of result.others.values()) {
    const isServer = object.kind === 'server' && namesOf(contents.wrappers).includes(object.of?.[0] ?? '')
    if (isServer) result = dropOtherWithUses(result, object)
  }
  return dropCallers(result, installed)
}

/** What calls the functions of an extension: triggers, policies, rules, defaults, checks, views, expressions of indexes. */
function dropCallers(catalog: Catalog, installed: InstalledExtension): Catalog {
  const isOwn = isFunctionOf(installed)
  const calls = (expression: Expression | undefined) => expression?.functions.some(isOwn) === true
  const isCalledIn = (...texts: readonly (SqlText | undefined)[]) => texts.some((text) => callsIn(text, installed))
  let result: Catalog = {
    ...catalog,
    triggers: without(catalog.triggers, (each) => isOwn(each.function) || isCalledIn(each.when)),
    policies: without(catalog.policies, (each) => isCalledIn(each.using, each.check)),
    others: without(catalog.others, ({ kind, statements = [] }) => CALLING.has(kind) && isCalledIn(...statements)),
  }
  for (const table of catalog.tables.values()) {
    for (const column of table.columns) {
      if (column.generated !== undefined && calls(column.default))
        result = dropColumn(result, table.name, column.name, false)
    }
  }
  const tables = mapEntries(result.tables, (table, name) => [name, withoutCalls(table, calls)])
  result = { ...result, tables }
  for (const view of result.views.values())
    if (result.views.has(view.name) && callsIn(view.query, installed)) result = dropViewWithUses(result, view.name)
  return result
}

/** The kinds of objects whose own text calls functions. */
const CALLING: ReadonlySet<string> = new Set(['rule', 'statistics'])

function withoutCalls(table: Table, calls: (expression: Expression | undefined) => boolean): Table {
  const withDefaults = table.columns.filter((column) => column.generated === undefined && calls(column.default))
  const result = withDefaults.reduce<Table>(
    (each, { name }) => changeColumn(each, name, (column) => omit(column, 'default') as Column),
    table,
  )
  if (!result.checks.some(({ expression }) => calls(expression))) return result
  return changeConstraints(result, (each) =>
    'expression' in each && calls(each.expression as Expression) ? undefined : each,
  )
}

/** Whether a function's name, with its schema or without, is that of one of the extension's and of no other. */
function isFunctionOf({ schema, contents }: InstalledExtension): (name: Name) => boolean {
  const names = new Set(namesOf(contents.functions))
  return (name) => {
    if (!name.includes('.')) return names.has(name) && !NON_VOLATILE_FUNCTIONS.has(name)
    const parts = partsOf(name)
    return parts.schema === schema && names.has(parts.name)
  }
}

/** Whether a query calls a function of an extension; strings and comments are left out. */
function callsIn(query: SqlText | undefined, installed: InstalledExtension): boolean {
  const text = (query?.pieces ?? []).map((piece) => (typeof piece === 'string' ? piece : '')).join('')
  const code = text.replaceAll(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  const isOwn = isFunctionOf(installed)
  if (query !== undefined && mentionsOf(query).some((name) => name.includes('.') && isOwn(name))) return true
  return [...code.matchAll(/([a-z_][\w$]*)\s*\(/gi)].some(([, name = '']) => isOwn(name.toLowerCase()))
}

function rests(catalog: Catalog, index: Index, installed: InstalledExtension): boolean {
  const { contents } = installed
  const { method } = index
  if (namesOf(contents.methods).includes(method)) return true
  const classes = itemsOf(contents.classes).map((item) => item.split(' '))
  const isOwn = isFunctionOf(installed)
  const table = catalog.tables.get(index.table)
  return index.keys.some((key) => {
    if ('expression' in key && key.expression.functions.some(isOwn)) return true
    const name = key.operatorClass && partsOf(key.operatorClass.name).name
    if (key.operatorClass !== undefined)
      return classes.some(
        ([each, of]) => of?.replace('!', '') === method && (each === key.operatorClass?.name || each === name),
      )
    const column = 'column' in key ? table?.columns.find((each) => each.name === key.column) : undefined
    const type = column && withoutModifiers(column.type)
    return classes.some(([, of, ...printed]) => of === `${method}!` && printed.join(' ') === type)
  })
}
