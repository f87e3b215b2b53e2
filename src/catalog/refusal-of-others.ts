import type { Action } from './action.ts'
import type { Catalog } from './catalog.ts'
import { partsOf } from './names.ts'
import { type OtherKind, type OtherObject, otherKey } from './other-objects.ts'
import { existing, missingPart, type Refusal } from './refusal.ts'
import { printSql } from './sql-text.ts'

/** Why the server would refuse to make, or drop, an object that has no actions of its own. */
export function refusalOfOther(action: Action, before: Catalog): Refusal | undefined {
  if (action.kind === 'createOther') return taken(action.object, before)
  if (action.kind !== 'dropOther' || action.object.kind !== 'rule') return undefined
  const { name, table = '' } = action.object
  const rules = [...before.others.values()].filter((each) => each.kind === 'rule' && each.table === table)
  if (rules.some((each) => each.name === name) || before.tables.get(table)?.known !== 'wholly') return undefined
  const reason = `rule "${plain(name)}" for relation "${partsOf(table).name}" does not exist`
  return missingPart(
    table,
    plain(name),
    reason,
    '42704',
    rules.map((each) => plain(each.name)),
  )
}

function taken(object: OtherObject, before: Catalog): Refusal | undefined {
  const { kind, name, table = '', statements: [first] = [] } = object
  const word = WORDS[kind]
  // A rule of this name makes a table a view.
  if (word === undefined || name === '"_RETURN"' || !before.others.has(otherKey(object))) return undefined
  if (first !== undefined && /^\s*create\s+or\s+replace\b/i.test(printSql(first))) return undefined
  const bare = kind === 'statistics' ? partsOf(name).name : plain(name)
  const of = kind === 'rule' ? ` for relation "${partsOf(table).name}"` : ''
  return existing('part', otherKey(object), `${word} "${bare}"${of} already exists`, '42710')
}

/** What the server calls the kinds of which it says so in the same words. */
const WORDS: Readonly<Partial<Record<OtherKind, string>>> = {
  'event trigger': 'event trigger',
  'foreign data wrapper': 'foreign-data wrapper',
  publication: 'publication',
  rule: 'rule',
  server: 'server',
  statistics: 'statistics object',
}

/** A name that SQL may quote, as it is. */
function plain(name: string): string {
  return /^"(.*)"$/s.exec(name)?.[1]?.replaceAll('""', '"') ?? name
}
