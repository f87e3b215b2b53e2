import type { Action, ActionOf } from './action.ts'
import type { Catalog, Identifier } from './catalog.ts'
import { functionKey } from './fold-objects.ts'
import { missingOther, plainName, spokenType } from './missing-others.ts'
import { partsOf } from './names.ts'
import { KINDS_IN_SCHEMAS, type OtherIdentity, type OtherKind, type OtherObject, otherKey } from './other-objects.ts'
import { existing, firstRefusal, type Refusal } from './refusal.ts'
import { refusalOfColumns } from './refusal-of-constraints.ts'
import { relationMissing } from './refusal-of-names.ts'
import { printSql } from './sql-text.ts'

/** Why the server would refuse to make, alter or drop an object that has no actions of its own. */
export function refusalOfOther(action: Action, before: Catalog): Refusal | undefined {
  switch (action.kind) {
    case 'createOther':
      return ofCreate(action, before)
    case 'alterOther':
      return relationsMissing(action, before) ?? takenByOther(action, before) ?? columnsMissing(action.to, before)
    case 'dropOther':
      return missingOther(before, action.object)
    default:
      return undefined
  }
}

function ofCreate(action: ActionOf<'createOther'>, before: Catalog): Refusal | undefined {
  const { object } = action
  const madeOf = NEEDED[object.kind]?.(object)
  const isUnmade = (madeOf && missingOther(before, madeOf)) ?? columnsMissing(object, before)
  // The name of a relation's own is looked at after the relation is.
  const onRelation = object.table === undefined ? undefined : relationsMissing(action, before)
  return onRelation ?? taken(object, before) ?? relationsMissing(action, before) ?? isUnmade
}

function relationsMissing({ touches = [] }: ActionOf<'createOther' | 'alterOther'>, before: Catalog) {
  return firstRefusal(touches, ({ relation }) => relationMissing(before, relation))
}

/** What an object is made within. */
const NEEDED: Readonly<Partial<Record<OtherKind, (object: OtherIdentity) => OtherIdentity>>> = {
  server: ({ of: [wrapper = ''] = [] }) => ({ kind: 'foreign data wrapper', name: wrapper }),
  'user mapping': ({ of: [server = ''] = [] }) => ({ kind: 'server', name: server }),
}

/** The columns that an object is said to be of, by name alone. */
function columnsMissing({ kind, table, elements, publication }: OtherObject, before: Catalog): Refusal | undefined {
  if (kind === 'statistics' && table !== undefined) {
    const says = (column: Identifier) => `column "${column}" does not exist`
    return refusalOfColumns(before, table, elements?.columns ?? [], says)
  }
  return firstRefusal(publication?.tables ?? [], ({ name, columns = [] }) => {
    const says = (column: Identifier) => `column "${column}" of relation "${partsOf(name).name}" does not exist`
    return refusalOfColumns(before, name, columns, says)
  })
}

function taken(object: OtherObject, before: Catalog): Refusal | undefined {
  const { kind, name, statements: [first] = [] } = object
  const known = before.others.get(otherKey(object))
  const text = first === undefined ? '' : printSql(first)
  // A rule of this name makes a table a view.
  if (name === '"_RETURN"' || /^\s*create\s+or\s+replace\b/i.test(text)) return undefined
  if (kind === 'aggregate') return routineTaken(object, before)
  if (known === undefined) return undefined
  const subject = otherKey(object)
  const catalog = OF_TEXT_SEARCH[kind]
  if (catalog !== undefined)
    return existing('part', subject, `duplicate key value violates unique constraint "${catalog}_index"`, '23505')
  if (kind === 'user mapping') {
    if (name === 'current_user') return undefined
    const reason = `user mapping for "${plainName(name)}" already exists for server "${plainName(object.of?.[0] ?? '')}"`
    return existing('part', subject, reason, '42710')
  }
  const said = kind === 'collation' ? collationTaken(known, text) : saidOf(object, before)
  if (said === undefined) return undefined
  return existing('part', subject, `${said} already exists`, kind === 'operator' ? '42723' : '42710')
}

/** Text search objects are told apart by an index alone. */
const OF_TEXT_SEARCH: Readonly<Partial<Record<OtherKind, string>>> = {
  'text search configuration': 'pg_ts_config_cfgname',
  'text search dictionary': 'pg_ts_dict_dictname',
  'text search parser': 'pg_ts_parser_prsname',
  'text search template': 'pg_ts_template_tmplname',
}

/** A collation of ICU is for every encoding, which is not said where either of the two is one. */
function collationTaken(known: OtherObject, text: string): string | undefined {
  // What FROM copies may be either.
  if (/\bfrom\b/i.test(text)) return undefined
  return IS_ICU.test(text) ? `collation "${partsOf(known.name).name}"` : collationSaid(known)
}

function collationSaid({ name, statements: [first] = [] }: OtherObject): string | undefined {
  const text = first === undefined ? '' : printSql(first)
  if (first === undefined || /\bfrom\b/i.test(text)) return undefined
  return `collation "${partsOf(name).name}"${IS_ICU.test(text) ? '' : ' for encoding "UTF8"'}`
}

const IS_ICU = /\bprovider\s*=\s*'?icu\b/i

/** That ALTER … RENAME TO or SET SCHEMA leads to a name that is another's. */
function takenByOther({ object: key, to }: ActionOf<'alterOther'>, before: Catalog): Refusal | undefined {
  const [from, other] = [before.others.get(key), before.others.get(otherKey(to))]
  if (from === undefined || other === undefined || other === from || otherKey(to) === key) return undefined
  if (to.kind === 'aggregate' || to.kind === 'operator') return undefined
  const said = to.kind === 'collation' ? collationSaid({ ...other, name: to.name }) : saidOf(to, before)
  if (said === undefined) return undefined
  const where = KINDS_IN_SCHEMAS.has(to.kind) ? ` in schema "${partsOf(to.name).schema}"` : ''
  return existing('part', otherKey(to), `${said} already exists${where}`, '42710')
}

/** Aggregates share their names with functions. */
function routineTaken({ name, of = [] }: OtherIdentity, before: Catalog): Refusal | undefined {
  const key = functionKey({ name, arguments: of })
  const isTaken = before.functions.has(key) || before.others.has(otherKey({ kind: 'aggregate', name, of }))
  if (!isTaken) return undefined
  return existing('function', key, `function "${partsOf(name).name}" already exists with same argument types`, '42723')
}

/** A kind and a name, as the server says them of what it makes. */
function saidOf({ kind, name, of = [], table = '' }: OtherIdentity, before: Catalog): string | undefined {
  const bare = KINDS_IN_SCHEMAS.has(kind) ? partsOf(name).name : plainName(name)
  switch (kind) {
    case 'access method':
    case 'conversion':
    case 'event trigger':
    case 'publication':
    case 'server':
    case 'text search configuration':
    case 'text search dictionary':
    case 'text search parser':
    case 'text search template':
      return `${kind} "${bare}"`
    case 'foreign data wrapper':
      return `foreign-data wrapper "${bare}"`
    case 'statistics':
      return `statistics object "${bare}"`
    case 'operator class':
    case 'operator family':
      return `${kind} "${bare}" for access method "${of[0]}"`
    case 'operator':
      return `operator ${bare}`
    case 'rule':
      return `rule "${bare}" for relation "${partsOf(table).name}"`
    case 'cast':
      return `cast from type ${spokenType(before, name)} to type ${spokenType(before, of[0] ?? '')}`
    case 'aggregate':
    case 'collation':
    case 'language':
    case 'subscription':
    case 'transform':
    case 'user mapping':
      return undefined
  }
}
