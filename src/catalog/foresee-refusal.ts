import type { Action } from './action.ts'
import type { Catalog } from './catalog.ts'
import type { Refusal } from './refusal.ts'
import { refusalOfObject } from './refusal-of-objects.ts'
import { refusalOfPrivilege } from './refusal-of-privileges.ts'
import { refusalOfTable } from './refusal-of-tables.ts'

/**
 * The first reason for which the server would refuse an action because of what is there, or
 * is not, if the catalog held all that there is. Whether it does is for the caller to know.
 * The wording and SQLSTATE are those of PostgreSQL 14 to 18.
 */
export function foreseeRefusal(action: Action, before: Catalog): Refusal | undefined {
  if (action.lenient === true) return undefined
  return refusalOfTable(action, before) ?? refusalOfObject(action, before) ?? refusalOfPrivilege(action, before)
}
