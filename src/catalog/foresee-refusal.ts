import type { Action, ActionKind } from './action.ts'
import type { Catalog } from './catalog.ts'
import type { Refusal } from './refusal.ts'
import { refusalOfNeeded } from './refusal-of-drop.ts'
import { refusalOfMember } from './refusal-of-members.ts'
import { refusalOfObject } from './refusal-of-objects.ts'
import { refusalOfPrivilege } from './refusal-of-privileges.ts'
import { refusalOfTable } from './refusal-of-tables.ts'

/**
 * The first reason for which the server would refuse an action because of what is there, or
 * is not, if the catalog held all that there is. Whether it does is for the caller to know.
 * The wording and SQLSTATE are those of PostgreSQL 14 to 18. `untouched` is the catalog
 * before the statement that the action belongs to, `statement` all that it does.
 */
export function foreseeRefusal(
  action: Action,
  before: Catalog,
  untouched = before,
  statement: readonly Action[] = [action],
): Refusal | undefined {
  if (action.guarded === true) return undefined
  const seen = LOOKED_UP_FIRST.has(action.kind) ? untouched : before
  const refusal =
    action.lenient === true
      ? undefined
      : (refusalOfTable(action, seen) ?? refusalOfObject(action, seen) ?? refusalOfPrivilege(action, seen))
  return refusal ?? refusalOfMember(action, seen) ?? refusalOfNeeded(action, seen, statement)
}

/** What DROP takes a list of: it looks them all up before it drops the first, which may take another one along. */
const LOOKED_UP_FIRST: ReadonlySet<ActionKind> = new Set([
  'dropTable',
  'dropIndex',
  'dropSequence',
  'dropView',
  'dropType',
  'dropFunction',
  'dropSchema',
])
