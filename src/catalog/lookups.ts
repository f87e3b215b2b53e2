import type { Catalog, Identifier, Name } from './catalog.ts'
import type { Func } from './functions.ts'
import { partsOf } from './names.ts'
import type { Index, Sequence, Trigger, View } from './objects.ts'
import type { OtherObject } from './other-objects.ts'
import { type TagsOf, tagged, withTags } from './persistent-map.ts'
import type { Grant, Policy } from './privileges.ts'
import { mentionsOf, type Reference, textsIn } from './sql-text.ts'
import type { Table } from './table.ts'

/** The catalog with the tags by which the functions below find objects without looking at all of them. */
export function withLookups(catalog: Catalog): Catalog {
  return {
    ...catalog,
    tables: withTags(catalog.tables, tableTags),
    indexes: withTags(catalog.indexes, indexTags),
    sequences: withTags(catalog.sequences, sequenceTags),
    triggers: withTags(catalog.triggers, triggerTags),
    policies: withTags(catalog.policies, policyTags),
    functions: withTags(catalog.functions, functionTags),
    views: withTags(catalog.views, textTags),
    domains: withTags(catalog.domains, textTags),
    types: withTags(catalog.types, textTags),
    others: withTags(catalog.others, otherTags),
    grants: withTags(catalog.grants, grantTags),
  }
}

/** Tables that take over what is done to this one: its partitions and its INHERITS children. */
export function childrenOf(catalog: Catalog, name: Name): readonly Table[] {
  return tagged(catalog.tables, `child of ${name}`, tableTags).map(([, table]) => table)
}

/** The partitions of a table. */
export function partitionsOf(catalog: Catalog, name: Name): readonly Table[] {
  return childrenOf(catalog, name).filter((child) => child.partitionOf === name)
}

/** Tables with a foreign key to this one. */
export function tablesReferencing(catalog: Catalog, name: Name): readonly (readonly [Name, Table])[] {
  return tagged(catalog.tables, `references ${name}`, tableTags)
}

/** Tables that refer to this one: by a foreign key, as a child, or in the type of a column. */
export function tablesNaming(catalog: Catalog, name: Name): readonly (readonly [Name, Table])[] {
  const own = catalog.tables.get(name)
  const found = ['references', 'child of', 'has type'].flatMap((how) =>
    tagged(catalog.tables, `${how} ${name}`, tableTags),
  )
  return [...new Map([...(own === undefined ? [] : [[name, own] as const]), ...found])]
}

/** Whether a table of a schema has a constraint of this name. */
export function tableConstraintExists(catalog: Catalog, schema: Identifier, name: Identifier): boolean {
  return tagged(catalog.tables, constraintTag(schema, name), tableTags).length > 0
}

/** The indexes of a table, those behind its constraints among them. */
export function indexesOf(catalog: Catalog, table: Name): readonly (readonly [Name, Index])[] {
  return tagged(catalog.indexes, table, indexTags)
}

/** The indexes of partitions that are attached to an index. */
export function partsOfIndex(catalog: Catalog, index: Name): readonly (readonly [Name, Index])[] {
  return tagged(catalog.indexes, `part of ${index}`, indexTags)
}

/** The sequences that belong to columns of a table. */
export function sequencesOf(catalog: Catalog, table: Name): readonly (readonly [Name, Sequence])[] {
  return tagged(catalog.sequences, table, sequenceTags)
}

/** The triggers of a table or view. */
export function triggersOf(catalog: Catalog, table: Name): readonly (readonly [Name, Trigger])[] {
  return tagged(catalog.triggers, table, triggerTags)
}

/** The triggers that call a function. */
export function triggersCalling(catalog: Catalog, name: Name): readonly (readonly [Name, Trigger])[] {
  return tagged(catalog.triggers, `calls ${name}`, triggerTags)
}

/** The policies of a table. */
export function policiesOf(catalog: Catalog, table: Name): readonly (readonly [Name, Policy])[] {
  return tagged(catalog.policies, table, policyTags)
}

/** The functions of one name, whatever their arguments. */
export function functionsNamed(catalog: Catalog, name: Name): readonly Func[] {
  return tagged(catalog.functions, name, functionTags).map(([, each]) => each)
}

/** What is granted on an object. */
export function grantsOn(catalog: Catalog, name: Name): readonly (readonly [string, Grant])[] {
  return tagged(catalog.grants, name, grantTags)
}

/** The rules and statistics of a relation, what publishes it, and what it is a type of. */
export function othersOf(catalog: Catalog, relation: Name): readonly (readonly [string, OtherObject])[] {
  return tagged(catalog.others, relation, otherTags)
}

/** The entries of a map in whose texts something is referred to. */
export function mentioning<T>(map: ReadonlyMap<string, T>, name: Name): readonly (readonly [string, T])[] {
  return tagged(map, `mentions ${name}`, textTags)
}

/** The views whose query names a relation, or one of its columns. */
export function viewsReading(
  catalog: Catalog,
  relation: Name,
  column?: Identifier,
): readonly (readonly [Name, View])[] {
  const views = mentioning(catalog.views, relation)
  if (column === undefined) return views
  return views.filter(([, { query }]) => query?.pieces.some((piece) => namesColumn(piece, relation, column)) === true)
}

function namesColumn(piece: string | Reference, relation: Name, column: Identifier): boolean {
  if (typeof piece === 'string') return false
  if (piece.to === 'label') return namesColumn(piece.of, relation, column)
  return piece.to === 'column' && piece.name === relation && piece.column === column
}

/** What the texts of an object refer to. */
const textTags: TagsOf<unknown> = (object) => {
  const tags: string[] = []
  for (const text of textsIn(object)) for (const name of mentionsOf(text)) tags.push(`mentions ${name}`)
  return tags
}

/** The same of many objects, most of which are those that were asked about before. */
function textTagsOfEach(objects: readonly object[]): readonly string[] {
  const tags: string[] = []
  for (const object of objects) {
    let own = knownTags.get(object)
    if (own === undefined) {
      own = textTags(object)
      knownTags.set(object, own)
    }
    if (own.length > 0) tags.push(...own)
  }
  return tags
}

const knownTags = new WeakMap<object, readonly string[]>()

const indexTags: TagsOf<Index> = (index) => [
  index.table,
  ...(index.partitionOf === undefined ? [] : [`part of ${index.partitionOf}`]),
  ...textTags(index),
]
const policyTags: TagsOf<Policy> = (policy) => [policy.table, ...textTags(policy)]
const sequenceTags: TagsOf<Sequence> = ({ ownedBy }) => (ownedBy === undefined ? [] : [ownedBy.table])
const triggerTags: TagsOf<Trigger> = (trigger) => [trigger.table, `calls ${trigger.function}`, ...textTags(trigger)]
const functionTags: TagsOf<Func> = (each) => [each.name, ...textTags(each)]
const otherTags: TagsOf<OtherObject> = (each) => [
  ...(each.table === undefined ? [] : [each.table]),
  ...(each.publication?.tables ?? []).map((table) => table.name),
  ...[each.name, ...(each.of ?? [])].map((name) => name.replace(/\[\]$/, '')),
  ...textTags(each),
]
const grantTags: TagsOf<Grant> = ({ on }) => [on]

const tableTags: TagsOf<Table> = (table) => {
  const { schema } = partsOf(table.name)
  const tags: string[] = []
  if (table.partitionOf !== undefined) tags.push(`child of ${table.partitionOf}`)
  for (const parent of table.inherits) tags.push(`child of ${parent}`)
  if (table.primaryKey !== undefined) tags.push(constraintTag(schema, table.primaryKey.name))
  for (const key of table.foreignKeys) tags.push(`references ${key.references}`, constraintTag(schema, key.name))
  for (const list of [table.uniques, table.checks, table.exclusions, table.notNulls ?? []]) {
    for (const constraint of list) tags.push(constraintTag(schema, constraint.name))
  }
  // The types of pg_catalog are printed without a schema.
  for (const { type } of table.columns) if (type.includes('.')) tags.push(`has type ${type.replace(/\[\]$/, '')}`)
  tags.push(...textTagsOfEach(table.columns), ...textTagsOfEach(table.checks), ...textTags(table.partitionKey))
  return tags
}

function constraintTag(schema: Identifier, name: Identifier): string {
  return `constraint ${schema} ${name}`
}
