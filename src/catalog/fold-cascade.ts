import type { Catalog, Identifier, Name } from './catalog.ts'
import { changeConstraints } from './constraints.ts'
import { omit, withTable } from './edit-catalog.ts'
import { descendantsOf } from './effects-on-children.ts'
import { dropColumn } from './fold-columns.ts'
import { dropReaders, dropSchema, dropSequences, dropTable, dropView } from './fold-drop.ts'
import { dropIndex } from './fold-indexes.ts'
import { removeFunction } from './fold-objects.ts'
import { removeOther } from './fold-other-objects.ts'
import { functionsNamed, grantsOn, mentioning, othersOf, tablesNaming } from './lookups.ts'
import { partsOf, quoteIdentifier } from './names.ts'
import type { Index } from './objects.ts'
import { KINDS_IN_SCHEMAS, type OtherIdentity, type OtherObject, otherKey, otherMention } from './other-objects.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'
import { mentionOf, mentionsOf, textsIn } from './sql-text.ts'
import type { Column } from './table.ts'
import type { Domain } from './user-types.ts'

/** Removes a table and, as CASCADE does, all that is made of it or of what goes with it. */
export function dropTableWithUses(catalog: Catalog, name: Name): Catalog {
  const gone = [name, ...descendantsOf(catalog, name).map((each) => each.name)]
  return gone.reduce(dropUses, dropTable(catalog, name))
}

/** Removes a view and, as CASCADE does, all that is made of it. */
export function dropViewWithUses(catalog: Catalog, name: Name): Catalog {
  return dropUses(dropView(catalog, name), name)
}

/** Removes an enum, domain, composite, range or base type and, as CASCADE does, all that is made of it. */
export function dropTypeWithUses(catalog: Catalog, name: Name): Catalog {
  const type = catalog.types.get(name)
  const result = removeType(dropUses(catalog, name), name)
  return type?.kind === 'range' ? dropUses(result, type.multirange) : result
}

/** Removes an enum, domain, composite, range or base type. */
export function removeType(catalog: Catalog, name: Name): Catalog {
  return {
    ...catalog,
    enums: withoutEntry(catalog.enums, name),
    domains: withoutEntry(catalog.domains, name),
    types: withoutEntry(catalog.types, name),
    grants: without(catalog.grants, ({ target }) => target === 'type', grantsOn(catalog, name)),
  }
}

/**
 * Removes a function and, as CASCADE does, all that calls it. Of several of its name, which
 * one a text calls is not known.
 */
export function dropFunctionWithUses(catalog: Catalog, key: Name): Catalog {
  const dropped = catalog.functions.get(key)
  if (dropped === undefined) return catalog
  const isSole = functionsNamed(catalog, dropped.name).length === 1
  const result = removeFunction(catalog, key, true)
  return isSole ? dropMentions(result, { name: dropped.name, isFunction: true }) : result
}

/** Removes a sequence and, as CASCADE does, the defaults that take numbers from it. */
export function dropSequenceWithUses(catalog: Catalog, name: Name): Catalog {
  return dropSequences(dropUses(catalog, name), [[name, undefined]])
}

/** Removes an object that is kept by its statements and, as CASCADE does, all that is made with it. */
export function dropOtherWithUses(catalog: Catalog, object: OtherIdentity): Catalog {
  const known = catalog.others.get(otherKey(object))
  if (known === undefined) return catalog
  let result = removeOther(catalog, object)
  for (const each of result.others.values()) if (restsOn(each, known)) result = dropOtherWithUses(result, each)
  const { kind, name } = known
  for (const [index, each] of result.indexes) if (isIndexedBy(each, known)) result = dropIndexed(result, index)
  for (const table of result.tables.values())
    if (isKeptBy(table, known) || (kind === 'server' && table.foreign?.server === name))
      result = dropTableWithUses(result, table.name)
  for (const view of result.views.values()) if (isKeptBy(view, known)) result = dropViewWithUses(result, view.name)
  if (kind === 'language')
    for (const [key, { language }] of result.functions)
      if (quoteIdentifier(language) === name) result = dropFunctionWithUses(result, key)
  if (kind === 'collation') result = dropCollated(result, name)
  if (kind === 'operator class')
    for (const type of result.types.values())
      if (type.kind === 'range' && type.operatorClass === name) result = dropTypeWithUses(result, type.name)
  const isFunction = kind === 'aggregate'
  // Of several aggregates of its name, which one a text calls is not known.
  if (isFunction && othersOf(result, name).some(([, each]) => each.kind === kind && each.name === name)) return result
  return dropMentions(result, { name: isFunction ? name : otherMention(known), isFunction })
}

/** Whether an object is made of another one: of a collation it would be but a copy. */
function restsOn(each: OtherObject, { kind, name, of }: OtherObject): boolean {
  const own = each.of?.[0]
  if (kind === 'server') return each.kind === 'user mapping' && own === name
  if (kind === 'foreign data wrapper') return each.kind === 'server' && own === name
  if (kind === 'language') return each.kind === 'transform' && own !== undefined && quoteIdentifier(own) === name
  if (kind === 'access method')
    return (each.kind === 'operator class' || each.kind === 'operator family') && quoteIdentifier(own ?? '') === name
  if (kind === 'operator family') return each.kind === 'operator class' && own === of?.[0] && familyOf(each) === name
  const isOf = kind.startsWith('text search') && kind !== each.kind
  return isOf && each.statements?.some((text) => mentionsOf(text).includes(otherMention({ kind, name }))) === true
}

/** A class that names no family is in the one of its own name. */
function familyOf({ name, statements = [] }: OtherObject): Name {
  const named = statements.flatMap(mentionsOf).find((each) => each.startsWith('operator family '))
  return named === undefined ? name : named.slice('operator family '.length)
}

function isKeptBy({ accessMethod }: { readonly accessMethod?: Identifier }, { kind, name }: OtherObject): boolean {
  return kind === 'access method' && accessMethod !== undefined && quoteIdentifier(accessMethod) === name
}

function isIndexedBy({ method, keys }: Index, { kind, name, of }: OtherObject): boolean {
  if (kind === 'access method') return quoteIdentifier(method) === name
  if (kind === 'collation') return keys.some((key) => key.collation === name)
  return kind === 'operator class' && method === of?.[0] && keys.some((key) => key.operatorClass?.name === name)
}

/** Removes an index, with the constraint that owns it. */
export function dropIndexed(catalog: Catalog, name: Name): Catalog {
  const index = catalog.indexes.get(name)
  if (index === undefined) return catalog
  const result = dropIndex(catalog, name)
  const table = result.tables.get(index.table)
  if (!index.constraint || table === undefined) return result
  const constraint = partsOf(name).name
  return withTable(
    result,
    changeConstraints(table, (each) => (each.name === constraint && !('references' in each) ? undefined : each)),
  )
}

/** The columns, attributes, domains and ranges of a collation. */
function dropCollated(catalog: Catalog, name: Name): Catalog {
  const isOther = (each: { readonly collation?: Name }) => each.collation !== name
  let result = catalog
  for (const domain of catalog.domains.values()) if (!isOther(domain)) result = dropTypeWithUses(result, domain.name)
  for (const type of catalog.types.values()) {
    if (type.kind === 'range' && !isOther(type)) result = dropTypeWithUses(result, type.name)
    if (type.kind !== 'composite' || type.attributes.every(isOther)) continue
    const attributes = type.attributes.filter(isOther)
    result = { ...result, types: withEntry(result.types, type.name, { ...type, attributes }) }
  }
  for (const table of catalog.tables.values())
    for (const column of table.columns) if (!isOther(column)) result = dropColumnOf(result, table.name, column)
  return result
}

/** Removes a schema with all that is in it and, as CASCADE does, all that is made of that elsewhere. */
export function dropSchemaWithUses(catalog: Catalog, schema: Identifier): Catalog {
  const { tables, views, enums, domains, types, functions } = catalog
  const isInside = (name: Name) => partsOf(name).schema === schema
  let result = catalog
  for (const [key, each] of functions) if (isInside(each.name)) result = dropFunctionWithUses(result, key)
  for (const each of catalog.others.values())
    if (KINDS_IN_SCHEMAS.has(each.kind) && isInside(each.name)) result = dropOtherWithUses(result, each)
  for (const name of catalog.sequences.keys()) if (isInside(name)) result = dropUses(result, name)
  for (const map of [tables, views, enums, domains, types])
    for (const name of map.keys()) if (isInside(name)) result = dropUses(result, name)
  return dropSchema(result, schema)
}

/** Removes what is made of a relation or type that goes, be it there still or not. */
export function dropUses(catalog: Catalog, name: Name): Catalog {
  return dropMentions(dropTyped(catalog, name), { name, isFunction: false })
}

/** Whether a type is the one of a name, an array of it or a set. */
function isOf(type: string, name: Name): boolean {
  return type.replace(/^SETOF /, '').replace(/\[\]$/, '') === name
}

/** The functions that take or give a type, the types over it, its columns and tables. */
function dropTyped(catalog: Catalog, name: Name): Catalog {
  let result = catalog
  for (const [key, each] of catalog.functions)
    if (isOf(each.returns, name) || each.parameters.some(({ type }) => isOf(type, name)))
      result = dropFunctionWithUses(result, key)
  for (const domain of catalog.domains.values())
    if (isOf(domain.type, name)) result = dropTypeWithUses(result, domain.name)
  for (const type of catalog.types.values()) {
    if (type.kind === 'range' && isOf(type.subtype, name)) result = dropTypeWithUses(result, type.name)
    if (type.kind !== 'composite' || !type.attributes.some((each) => isOf(each.type, name))) continue
    const attributes = type.attributes.filter((each) => !isOf(each.type, name))
    result = { ...result, types: withEntry(result.types, type.name, { ...type, attributes }) }
  }
  for (const [key, table] of tablesNaming(catalog, name)) {
    const typed = table.columns.filter((each) => isOf(each.type, name))
    result = typed.reduce((each, column) => dropColumnOf(each, key, column), result)
  }
  for (const table of catalog.tables.values()) if (table.ofType === name) result = dropTableWithUses(result, table.name)
  return result
}

/** Removes a column or, where that is part of its partition key, the whole table. */
function dropColumnOf(catalog: Catalog, table: Name, { name }: Column): Catalog {
  const known = catalog.tables.get(table)
  const isKey = known?.partitionKey?.parts.some((part) =>
    'column' in part ? part.column === name : part.expression.columns.includes(name),
  )
  if (isKey === true) return dropTableWithUses(catalog, table)
  const isThere = known?.columns.some((each) => each.name === name) === true
  return isThere ? dropColumn(dropReaders(catalog, table, name), table, name, false) : catalog
}

/** The objects of which a text names a relation, type or function. */
function dropMentions(catalog: Catalog, gone: Gone): Catalog {
  const { name } = gone
  const among = <T>(map: ReadonlyMap<Name, T>) => mentioning(map, name).filter(([, each]) => mentions(each, gone))
  let result = catalog
  for (const [view] of among(catalog.views))
    if (view !== name && result.views.has(view)) result = dropViewWithUses(result, view)
  for (const [key] of among(catalog.functions)) result = dropFunctionWithUses(result, key)
  for (const [, each] of among(catalog.others))
    if (each.kind !== 'publication' && !isCopy(each, gone)) result = dropOtherWithUses(result, each)
  for (const [key] of among(catalog.tables)) if (key !== name) result = dropMentionsInTable(result, key, gone)
  const isElsewhere = ({ table }: { readonly table: Name }) => table !== name
  const isIndexAlone = (index: Index) => isElsewhere(index) && !index.constraint
  // A domain goes with its default, but is kept without a check.
  for (const [key, domain] of among(catalog.domains))
    if (mentions(domain.default, gone)) result = dropTypeWithUses(result, key)
  const withoutChecks = (domain: Domain, key: Name): readonly [Name, Domain] => {
    return [key, { ...domain, checks: domain.checks.filter((check) => !mentions(check, gone)) }]
  }
  return {
    ...result,
    policies: without(result.policies, isElsewhere, among(result.policies)),
    triggers: without(result.triggers, isElsewhere, among(result.triggers)),
    indexes: without(result.indexes, isIndexAlone, among(result.indexes)),
    domains: mapEntries(result.domains, withoutChecks, among(result.domains)),
  }
}

/** Defaults and checks go by themselves, generated columns with their values, the key of a partitioned table with the table. */
function dropMentionsInTable(catalog: Catalog, key: Name, gone: Gone): Catalog {
  const table = catalog.tables.get(key)
  if (table === undefined) return catalog
  if (mentions(table.partitionKey, gone)) return dropTableWithUses(catalog, key)
  const checks = table.checks.filter((check) => !mentions(check, gone))
  const isConcerned = (column: Column) => mentions(column.default, gone)
  const columns = table.columns.map((column) =>
    isConcerned(column) && column.generated === undefined ? omit(column, 'default') : column,
  )
  const isSame = checks.length === table.checks.length && columns.every((each, at) => each === table.columns[at])
  const result = isSame ? catalog : withTable(catalog, { ...table, checks, columns })
  return columns.filter(isConcerned).reduce((each, column) => dropColumnOf(each, key, column), result)
}

/** A collation or configuration that was made from another one is whole by itself. */
function isCopy({ kind, name }: OtherObject, gone: Gone): boolean {
  const isCopied = kind === 'collation' || kind === 'text search configuration'
  return isCopied && gone.name.startsWith(`${kind} `) && gone.name !== otherMention({ kind, name })
}

/** What goes: a function, or an object of a kind, a relation or a type, which do not share their names with functions. */
interface Gone {
  readonly name: Name
  readonly isFunction: boolean
}

function mentions(object: unknown, { name, isFunction }: Gone): boolean {
  return textsIn(object).some(({ pieces }) =>
    pieces.some(
      (piece) =>
        typeof piece !== 'string' &&
        piece.to !== 'label' &&
        mentionOf(piece) === name &&
        (piece.to === 'function') === isFunction,
    ),
  )
}
