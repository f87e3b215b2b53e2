import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { omit, ownerAndComment } from './edit-catalog.ts'
import { functionKey } from './fold-objects.ts'
import { grantsOn, mentioning, othersOf } from './lookups.ts'
import { partsOf, quoteIdentifier } from './names.ts'
import type { Index, IndexKey } from './objects.ts'
import {
  KINDS_IN_SCHEMAS,
  type OtherIdentity,
  type OtherKind,
  type OtherObject,
  otherKey,
  otherMention,
} from './other-objects.ts'
import { mapEntries, withEntry, without, withoutEntry } from './persistent-map.ts'
import { type GrantTarget, grantKey } from './privileges.ts'
import { moveColumn, moveTable } from './publications.ts'
import { renameTexts } from './rename-texts.ts'
import { renameInObject, type SqlText } from './sql-text.ts'

/** Adds an object, or puts it in the place of the one of that name. */
export function createOther(catalog: Catalog, action: ActionOf<'createOther'>): Catalog {
  const key = otherKey(action.object)
  const earlier = catalog.others.get(key)
  const made = { ...action.object, ...ownerAndComment(catalog, earlier), origin: action.span }
  const ownerless = OWNERLESS.has(made.kind) ? (omit(made, 'owner') as OtherObject) : made
  return { ...catalog, others: withEntry(catalog.others, key, ownerless) }
}

/** The kinds that nobody owns but who owns what they belong to. */
const OWNERLESS: ReadonlySet<string> = new Set([
  'access method',
  'cast',
  'rule',
  'text search parser',
  'text search template',
  'transform',
  'user mapping',
])

/** Replaces what is known of an object, which may have got another name. */
export function alterOther(catalog: Catalog, action: ActionOf<'alterOther'>): Catalog {
  const before = catalog.others.get(action.object)
  if (before === undefined) return catalog
  const others = withEntry(withoutEntry(catalog.others, action.object), otherKey(action.to), action.to)
  return renameUses(moveGrants({ ...catalog, others }, before, action.to), before, action.to)
}

/** Gives the objects of a schema the schema's other name; what is said of the schema itself follows. */
export function renameOthersIn(catalog: Catalog, from: Identifier, to: Identifier): Catalog {
  let result = catalog
  for (const [key, object] of catalog.others) {
    if (object.publication?.schemas.includes(from) === true) {
      const { publication } = object
      const schemas = publication.schemas.map((each) => (each === from ? to : each)).toSorted()
      result = {
        ...result,
        others: withEntry(result.others, key, { ...object, publication: { ...publication, schemas } }),
      }
    }
    if (!KINDS_IN_SCHEMAS.has(object.kind) || partsOf(object.name).schema !== from) continue
    const known = result.others.get(key)
    if (known === undefined) continue
    const name = quoteIdentifier(to) + known.name.slice(quoteIdentifier(from).length)
    const moved = { ...known, name }
    const renamed = renameInObject(moved, { kind: 'relation', from: otherMention(known), to: otherMention(moved) })
    const others = withEntry(withoutEntry(result.others, key), otherKey(renamed), renamed)
    result = renameUses(moveGrants({ ...result, others }, known, renamed), known, renamed)
  }
  return result
}

/** Carries the other name of an object to what is made with it. */
function renameUses(catalog: Catalog, object: OtherObject, { name: to }: OtherObject): Catalog {
  const { kind, name: from } = object
  if (from === to) return catalog
  const inTexts = { kind: 'relation', from: `${kind} ${from}`, to: `${kind} ${to}` } as const
  if (kind === 'server') {
    const others = renameInOthers(catalog, from, to)
    const tables = mapEntries(catalog.tables, (table, key) =>
      table.foreign?.server === from ? [key, { ...table, foreign: { ...table.foreign, server: to } }] : [key, table],
    )
    return renameTexts({ ...catalog, others, tables }, { kind: 'relation', from, to })
  }
  if (kind === 'foreign data wrapper') {
    const moved = (each: OtherObject): OtherObject =>
      each.kind === 'server' && each.of?.[0] === from ? { ...each, of: [to] } : each
    const others = mapEntries(catalog.others, (each, key) => [key, moved(each)])
    return renameTexts({ ...catalog, others }, inTexts)
  }
  if (kind === 'aggregate') {
    const isSole = !othersOf(catalog, from).some(([, each]) => each.kind === kind && each.name === from)
    return isSole ? renameTexts(catalog, { kind: 'function', from, to }) : catalog
  }
  if (kind.startsWith('text search') || kind === 'operator family') return renameTexts(catalog, inTexts)
  if (kind === 'operator class') {
    const renamed = renameTexts(catalog, inTexts)
    const indexes = mapEntries(renamed.indexes, (index, key) => [key, withOperatorClass(index, object, to)])
    return { ...renamed, indexes }
  }
  if (kind !== 'collation') return catalog
  const collated = <T>(map: ReadonlyMap<string, T>) =>
    mapEntries(map, (each, key) => [key, withCollation(each, from, to)])
  const renamed = renameTexts(catalog, inTexts)
  const { tables, indexes, domains, types } = renamed
  return {
    ...renamed,
    tables: collated(tables),
    indexes: collated(indexes),
    domains: collated(domains),
    types: collated(types),
  }
}

/** An index by an operator class that has got another name. */
function withOperatorClass(index: Index, { name, of }: OtherObject, to: Name): Index {
  const isMeant = ({ operatorClass }: IndexKey) => operatorClass?.name === name && index.method === of?.[0]
  if (!index.keys.some(isMeant)) return index
  const renamed = (key: IndexKey): IndexKey =>
    isMeant(key) ? { ...key, operatorClass: { ...key.operatorClass, name: to } } : key
  return { ...index, keys: index.keys.map(renamed) }
}

/** An object in which one collation takes the place of another. */
function withCollation<T>(object: T, from: Name, to: Name): T {
  if (typeof object !== 'object' || object === null) return object
  if (Array.isArray(object)) return object.map((each) => withCollation(each, from, to)) as T
  const entries = Object.entries(object).map(([key, value]): readonly [string, unknown] => {
    if (key === 'origin') return [key, value]
    return [key, key === 'collation' && value === from ? to : withCollation(value, from, to)]
  })
  return Object.fromEntries(entries) as T
}

/** The kinds on which privileges are granted, as GRANT calls them. */
const GRANTED: Partial<Record<OtherKind, GrantTarget>> = {
  aggregate: 'function',
  language: 'language',
  'foreign data wrapper': 'foreign data wrapper',
  server: 'foreign server',
}

/** The name under which privileges on an object are kept. */
export function grantedName({ kind, name, of = [] }: OtherIdentity): Name {
  return kind === 'aggregate' ? functionKey({ name, arguments: of }) : name
}

/** Carries the other name of an object to what is granted on it. */
function moveGrants(catalog: Catalog, before: OtherObject, after: OtherObject): Catalog {
  const { kind } = before
  const [from, to] = [grantedName(before), grantedName(after)]
  if (from === to || GRANTED[kind] === undefined) return catalog
  const grants = mapEntries(
    catalog.grants,
    (grant, key) => {
      if (grant.target !== GRANTED[kind]) return [key, grant]
      const changed = { ...grant, on: to }
      return [grantKey(changed), changed]
    },
    grantsOn(catalog, from),
  )
  return { ...catalog, grants }
}

/** Removes an object, with what is granted on it. */
export function removeOther(catalog: Catalog, object: OtherIdentity): Catalog {
  const others = withoutEntry(catalog.others, otherKey(object))
  const grants = without(
    catalog.grants,
    ({ target }) => target === GRANTED[object.kind],
    grantsOn(catalog, grantedName(object)),
  )
  return { ...catalog, others, grants }
}

/** Removes what a relation takes with it: its rules and statistics, and its place in publications. */
export function dropOthersOf(catalog: Catalog, relation: Name): Catalog {
  return changeOthers(catalog, othersOf(catalog, relation), (each) => {
    if (each.table === relation) return undefined
    return each.publication === undefined
      ? each
      : { ...each, publication: moveTable(each.publication, relation, undefined) }
  })
}

/** Removes the statistics for which a column is needed. */
export function dropOthersOfColumn(catalog: Catalog, relation: Name, column: Identifier): Catalog {
  const isFor = (text: SqlText) =>
    text.pieces.some(
      (piece) =>
        typeof piece !== 'string' && piece.to === 'column' && piece.name === relation && piece.column === column,
    )
  return changeOthers(catalog, othersOf(catalog, relation), (each) =>
    each.kind === 'statistics' && each.statements?.some(isFor) === true ? undefined : each,
  )
}

/** Removes the objects of a schema; publications no longer hold it. */
export function dropOthersIn(catalog: Catalog, schema: Identifier): Catalog {
  return changeOthers(catalog, [...catalog.others], (each) => {
    const isInside = KINDS_IN_SCHEMAS.has(each.kind) && partsOf(each.name).schema === schema
    const isOn = each.table !== undefined && partsOf(each.table).schema === schema
    if (isInside || isOn) return undefined
    const { publication } = each
    if (publication === undefined) return each
    const tables = publication.tables.filter((table) => partsOf(table.name).schema !== schema)
    return {
      ...each,
      publication: { ...publication, tables, schemas: publication.schemas.filter((name) => name !== schema) },
    }
  })
}

/** Carries a relation's or type's other name into keys and publications; texts are carried with all others. */
export function renameInOthers(catalog: Catalog, from: Name, to: Name): ReadonlyMap<string, OtherObject> {
  const renamed = (name: string) => (name === from ? to : name === `${from}[]` ? `${to}[]` : name)
  const concerned = [...othersOf(catalog, from), ...mentioning(catalog.others, from)]
  return mapEntries(
    catalog.others,
    (each) => {
      const changed: OtherObject = {
        ...each,
        name: KINDS_OF_TYPES.has(each.kind) ? renamed(each.name) : each.name,
        ...(each.of === undefined ? {} : { of: each.of.map(renamed) }),
        ...(each.table === undefined ? {} : { table: renamed(each.table) }),
        ...(each.publication === undefined ? {} : { publication: moveTable(each.publication, from, to) }),
      }
      return [otherKey(changed), changed]
    },
    concerned,
  )
}

/** The kinds that are named by types alone. */
const KINDS_OF_TYPES: ReadonlySet<string> = new Set(['cast', 'transform'])

/** Carries a column's other name into publications and to what statistics are of. */
export function renameColumnInOthers(catalog: Catalog, table: Name, from: Identifier, to: Identifier): Catalog {
  return changeOthers(catalog, othersOf(catalog, table), (each) => {
    if (each.publication !== undefined) return { ...each, publication: moveColumn(each.publication, table, from, to) }
    if (each.elements === undefined || each.table !== table) return each
    const columns = each.elements.columns.map((column) => (column === from ? to : column))
    return { ...each, elements: { ...each.elements, columns } }
  })
}

function changeOthers(
  catalog: Catalog,
  concerned: readonly (readonly [string, OtherObject])[],
  change: (object: OtherObject) => OtherObject | undefined,
): Catalog {
  let { others } = catalog
  for (const [key, object] of concerned) {
    const changed = change(object)
    if (changed === undefined) others = withoutEntry(others, key)
    else if (changed !== object) others = withEntry(others, key, changed)
  }
  return others === catalog.others ? catalog : { ...catalog, others }
}
