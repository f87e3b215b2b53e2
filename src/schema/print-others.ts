import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier, quoteLiteral } from '../catalog/names.ts'
import { type OtherKind, type OtherObject, otherKey } from '../catalog/other-objects.ts'
import type { PublishedTable } from '../catalog/publications.ts'
import { printSql } from '../catalog/sql-text.ts'
import { identifiers } from './literals.ts'
import { functionMark, marksIn, type Part, relationMark, searchPathIn, typeMarks } from './part.ts'
import { on } from './print-comments.ts'

/** What tables may rest on, as far as order is not told by what a text names: collations, servers, text search. */
export function printOthersBefore(catalog: Catalog): readonly Part[] {
  return partsOf(catalog, (kind) => BEFORE.indexOf(kind))
}

/** What is made of functions and types: aggregates, casts, operators. */
export function printOthersOfFunctions(catalog: Catalog): readonly Part[] {
  return partsOf(catalog, (kind) => OF_FUNCTIONS.indexOf(kind))
}

/** What is made for tables and views. */
export function printOthersAfter(catalog: Catalog): readonly Part[] {
  return partsOf(catalog, (kind) => AFTER.indexOf(kind))
}

/** Event triggers, which would fire for what comes after them. */
export function printEventTriggers(catalog: Catalog): readonly string[] {
  return [...catalog.others].flatMap(([key, each]) => {
    if (each.kind !== 'event trigger') return []
    const owner = each.owner === undefined ? [] : [`alter ${key} owner to ${quoteIdentifier(each.owner)}`]
    return [...statementsOf(each), ...owner, ...on(key, each)]
  })
}

/** In the order in which they are made. */
const BEFORE: readonly OtherKind[] = [
  'collation',
  'text search parser',
  'text search template',
  'text search dictionary',
  'text search configuration',
  'foreign data wrapper',
  'server',
  'user mapping',
]
const OF_FUNCTIONS: readonly OtherKind[] = [
  'language',
  'access method',
  'operator',
  'operator family',
  'operator class',
  'aggregate',
  'cast',
  'transform',
  'conversion',
]
const AFTER: readonly OtherKind[] = ['rule', 'statistics', 'publication', 'subscription']

function partsOf(catalog: Catalog, orderOf: (kind: OtherKind) => number): readonly Part[] {
  const own = [...catalog.others.values()].filter(({ kind }) => orderOf(kind) >= 0)
  return own
    .toSorted((a, b) => orderOf(a.kind) - orderOf(b.kind))
    .map((each) => ({
      makes: [
        `${otherKey(each)}`,
        ...(each.kind === 'aggregate' ? [functionMark(each.name)] : []),
        ...(each.kind === 'server' ? [relationMark(each.name)] : []),
      ],
      needs: [
        ...marksIn(each),
        ...[each.name, ...(each.of ?? [])].flatMap(typeMarks),
        ...(each.table === undefined ? [] : [relationMark(each.table)]),
        ...(each.publication?.tables ?? []).map((table) => relationMark(table.name)),
      ],
      statements: isLeftFamily(catalog, each) ? [`create ${otherKey(each)}`] : statementsOf(each),
      ...searchPathIn(each),
    }))
}

/** Whether an operator family came with an operator class that is no longer there. */
function isLeftFamily(catalog: Catalog, { kind, name, of, statements }: OtherObject): boolean {
  if (kind !== 'operator family' || statements !== undefined) return false
  return !catalog.others.has(otherKey({ kind: 'operator class', name, ...(of === undefined ? {} : { of }) }))
}

/** Whether a subscription is made without a connection to its publisher. */
function isQuiet({ statements: [first] = [] }: OtherObject): boolean {
  return first !== undefined && /\bconnect\s*=\s*'?(?:false|off|no|0)\b/i.test(printSql(first))
}

function statementsOf(object: OtherObject): readonly string[] {
  if (object.publication !== undefined) return [printPublication(object)]
  if (object.kind === 'subscription' && !isQuiet(object))
    return [`-- ${otherKey(object)}: to make it would connect to the publisher`]
  return (object.statements ?? []).map(printSql)
}

function printPublication({ name, publication }: OtherObject): string {
  const { allTables, tables, schemas, options } = publication!
  const what = [
    ...(tables.length === 0 ? [] : [`table ${tables.map(printPublished).join(', ')}`]),
    ...(schemas.length === 0 ? [] : [`tables in schema ${identifiers(schemas)}`]),
  ]
  const objects = allTables ? ' for all tables' : what.length === 0 ? '' : ` for ${what.join(', ')}`
  const settings = Object.entries(options).map(([option, value]) => `${option} = ${quoteLiteral(value)}`)
  return `create publication ${name}${objects}${settings.length === 0 ? '' : ` with (${settings.join(', ')})`}`
}

function printPublished({ name, columns, where }: PublishedTable): string {
  const list = columns === undefined ? '' : ` (${columns.map(quoteIdentifier).join(', ')})`
  return `only ${name}${list}${where === undefined ? '' : ` where (${printSql(where)})`}`
}

/** The owners of all but event triggers. */
export function ownersOfOthers(catalog: Catalog): readonly (readonly [key: string, owner: Identifier])[] {
  return [...catalog.others].flatMap(([key, { kind, owner }]) =>
    owner === undefined || kind === 'event trigger' || kind === 'subscription' ? [] : [[key, owner] as const],
  )
}
