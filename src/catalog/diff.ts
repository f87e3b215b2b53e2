import type { Catalog, Identifier, Name } from './catalog.ts'
import { constraintsOf } from './constraints.ts'
import { omit } from './edit-catalog.ts'
import { withoutMembers } from './members.ts'
import { partsOf } from './names.ts'
import type { OperatorClass } from './objects.ts'
import type { Grant } from './privileges.ts'
import { isSqlText } from './sql-text.ts'
import type { Table } from './table.ts'

/** One fact on which two catalogs do not agree. */
export interface Difference {
  /** What it is about: `table public.orders`, `column public.orders.total`. */
  readonly subject: string
  /** The fact in the first and in the second catalog; `absent` where there is no such object. */
  readonly first: string
  readonly second: string
}

/**
 * Every fact on which two catalogs differ, but for places of origin, the session, temporary
 * tables and what is absent from a table that is only partly known. `ignoredRoles` are
 * those of the server rather than of the migrations; `owner` is the role that ran them: that
 * an object is its own, and its privileges there, a server does not tell apart.
 */
export function diff(
  expected: Catalog,
  other: Catalog,
  ignoredRoles: ReadonlySet<Identifier> = new Set(),
  owner?: Identifier,
): readonly Difference[] {
  const isOther = (role: Identifier) => ignoredRoles.has(role)
  const own = withoutMembers(expected)
  const first = owner === undefined ? own : withoutOwner(own, owner)
  const second = withoutMembers(other)
  return [
    ...diffMaps('schema', first.schemas, second.schemas),
    ...diffTables(first.tables, second.tables),
    ...diffMaps('index', first.indexes, second.indexes, (index) => isPartly(first, index.table)),
    ...diffMaps('sequence', first.sequences, second.sequences),
    ...diffMaps('enum', first.enums, second.enums),
    ...diffMaps('domain', first.domains, second.domains),
    ...diffMaps('type', first.types, second.types),
    ...diffMaps('view', first.views, second.views),
    ...diffMaps('function', first.functions, second.functions),
    ...diffMaps('trigger', first.triggers, second.triggers, (trigger) => isPartly(first, trigger.table)),
    ...diffMaps('policy', first.policies, second.policies),
    // A run makes none, as they reach another server.
    ...diffMaps('', first.others, second.others, ({ kind }) => kind === 'subscription'),
    ...diffMaps('extension', withOwnComments(first.extensions, second.extensions), second.extensions),
    ...diffMaps('role', first.roles, second.roles, (role) => isOther(role.name)),
    ...diffMaps('grant', withoutOwners(first.grants, second.grants, owner), second.grants),
    ...diffMaps('default privilege', first.defaultPrivileges, second.defaultPrivileges),
    // Another database is none of this one's.
    ...diffMaps('settings of', first.databaseSettings, second.databaseSettings, (each) => each.database !== undefined),
  ]
}

/** What one role owns has no owner of its own, as where nothing says who owns it. */
function withoutOwner(catalog: Catalog, owner: Identifier): Catalog {
  const without = <T extends object>(map: ReadonlyMap<string, T>) =>
    mapValues(map, (each) => ('owner' in each && each.owner === owner ? (omit(each, 'owner' as keyof T) as T) : each))
  return {
    ...catalog,
    schemas: without(catalog.schemas),
    tables: without(catalog.tables),
    sequences: without(catalog.sequences),
    enums: without(catalog.enums),
    domains: without(catalog.domains),
    types: without(catalog.types),
    views: without(catalog.views),
    functions: without(catalog.functions),
    others: without(catalog.others),
  }
}

function withoutOwners(
  grants: Catalog['grants'],
  others: Catalog['grants'],
  owner: Identifier | undefined,
): ReadonlyMap<string, Grant> {
  if (owner === undefined) return grants
  return new Map([...grants].filter(([key, grant]) => grant.grantee !== owner || others.has(key)))
}

/** An extension comes with a comment, which a server does not tell from the same one that was given; of some only the server knows the schema. */
function withOwnComments(extensions: Catalog['extensions'], others: Catalog['extensions']) {
  return mapValues(extensions, (extension, name) => {
    const other = others.get(name)
    const own = other?.comment === undefined ? omit(extension, 'comment') : extension
    return extension.schema === undefined && other?.schema !== undefined ? { ...own, schema: other.schema } : own
  })
}

function isPartly(catalog: Catalog, table: Name): boolean {
  return catalog.tables.get(table)?.known === 'partly'
}

function diffMaps<T extends object>(
  kind: string,
  first: ReadonlyMap<string, T>,
  second: ReadonlyMap<string, T>,
  isIgnored: (object: T) => boolean = () => false,
): readonly Difference[] {
  const differences: Difference[] = []
  for (const [name, object] of first) {
    const other = second.get(name)
    const subject = `${kind} ${name}`.trim()
    const isTemporary = partsOf(name).schema === 'pg_temp'
    if (isTemporary || isIgnored(object)) continue
    if (other === undefined) differences.push({ subject, first: 'present', second: 'absent' })
    else differences.push(...diffFacts(subject, object, other))
  }
  for (const [name, object] of second) {
    if (first.has(name) || isIgnored(object) || partsOf(name).schema === 'pg_temp') continue
    differences.push({ subject: `${kind} ${name}`.trim(), first: 'absent', second: 'present' })
  }
  return differences
}

function diffTables(first: ReadonlyMap<Name, Table>, second: ReadonlyMap<Name, Table>): readonly Difference[] {
  const differences = diffMaps(
    'table',
    mapValues(first, (table) => ownFacts(table, table.known === 'partly')),
    mapValues(second, (table, name) => ownFacts(table, first.get(name)?.known === 'partly')),
    (table) => table.persistence === 'temporary',
  )
  const parts = [...first].flatMap(([name, table]): readonly Difference[] => {
    const other = second.get(name)
    if (other === undefined || table.persistence === 'temporary') return []
    const differing = [
      ...diffMaps('column', keyed(table.columns, name), keyed(other.columns, name)),
      ...diffMaps('constraint', keyed(constraintsOf(table), name), keyed(constraintsOf(other), name)),
      ...diffOrder(table, other),
    ]
    return table.known === 'partly'
      ? differing.filter((each) => each.first !== 'absent' && !each.subject.startsWith('order'))
      : differing
  })
  return [...differences, ...parts]
}

/** What a table is in itself, without its columns and constraints; of a partly known one, only what must be known. */
function ownFacts(table: Table, isPartly: boolean) {
  const { name, persistence } = table
  if (isPartly) return { name, persistence }
  const { strategy, parts = [] } = table.partitionKey ?? {}
  const partitionKey = strategy && {
    strategy,
    parts: parts.map((part) => ('expression' in part ? omit(part, 'type') : part)),
  }
  return omit({ ...table, partitionKey }, 'columns', 'known', ...CONSTRAINT_LISTS)
}

const CONSTRAINT_LISTS = ['primaryKey', 'uniques', 'foreignKeys', 'checks', 'exclusions', 'notNulls'] as const

function diffOrder(first: Table, second: Table): readonly Difference[] {
  const order = (table: Table) => table.columns.map((column) => column.name).join(', ')
  const isSameSet =
    first.columns.length === second.columns.length &&
    first.columns.every((each) => second.columns.some((other) => other.name === each.name))
  if (!isSameSet || order(first) === order(second)) return []
  return [{ subject: `order of columns of ${first.name}`, first: order(first), second: order(second) }]
}

function diffFacts(subject: string, first: object, second: object): readonly Difference[] {
  const left = factsOf(first)
  const right = factsOf(second)
  const differences: Difference[] = []
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(key) ?? 'absent', right.get(key) ?? 'absent']
    if (a !== b) differences.push({ subject: `${key} of ${subject}`, first: a, second: b })
  }
  return differences
}

/** What is a matter of how an object was written: the server gives the columns of a view and the parts of a base type otherwise. */
const AS_WRITTEN: ReadonlySet<string> = new Set([
  'origin',
  'columnNames',
  'columnTypes',
  'parts',
  'statements',
  'elements',
  'givers',
])

function factsOf(object: object): ReadonlyMap<string, string> {
  const facts = new Map<string, string>()
  for (const [key, value] of Object.entries(object)) {
    if (!AS_WRITTEN.has(key) && value !== undefined && !isSqlText(value))
      facts.set(key, JSON.stringify(key === 'validUntil' ? dayOrNever(value) : value, withoutSchemas))
  }
  return facts
}

/** Of a moment only whether it comes: it is written in a time zone of the session. */
function dayOrNever(moment: unknown): string {
  return String(moment).trim().toLowerCase() === 'infinity' ? 'never' : 'some day'
}

/**
 * The functions of an expression are compared by their last name: which schema an extension
 * put a function into is known to the server alone.
 */
function withoutSchemas(key: string, value: unknown): unknown {
  if (key === 'origin' || key === 'condition' || isSqlText(value)) return undefined
  if (key === 'operatorClass') return lastNameOf(value)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return inOrderOfKeys(value)
  if (key !== 'functions' || !Array.isArray(value)) return value
  return [...new Set(value.map((name: string) => name.split('.').at(-1)))].toSorted()
}

/** In which order the two readers put an object together is no fact. */
function inOrderOfKeys(object: object): object {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function lastNameOf(value: unknown): unknown {
  const { name } = value as OperatorClass
  return { ...(value as OperatorClass), name: name.split('.').at(-1) }
}

function keyed<T extends { readonly name: Identifier }>(list: readonly T[], table: Name): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [`${table}.${each.name}`, each]))
}

function mapValues<T, U>(map: ReadonlyMap<string, T>, change: (value: T, key: string) => U): ReadonlyMap<string, U> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]))
}
