import type { Action, ActionKind } from './action.ts'
import type { Catalog } from './catalog.ts'
import type { Refusal } from './refusal.ts'
import { refusalOfNeeded } from './refusal-of-drop.ts'
import { refusalOfKind } from './refusal-of-kinds.ts'
import { refusalOfMember } from './refusal-of-members.ts'
import { refusalOfObject } from './refusal-of-objects.ts'
import { refusalOfOther } from './refusal-of-others.ts'
import { refusalOfPrivilege } from './refusal-of-privileges.ts'
import { refusalOfTable } from './refusal-of-tables.ts'

/** What else decides about an action. */
export interface Around {
  /** The catalog before the statement that the action belongs to. */
  readonly untouched?: Catalog
  /** All that the statement does. */
  readonly statement?: readonly Action[]
  /** The server, as a major version. */
  readonly postgres?: number
}

/**
 * The first reason for which the server would refuse an action because of what is there, or
 * is not, if the catalog held all that there is. Whether it does is for the caller to know.
 * The wording and SQLSTATE are those of PostgreSQL 14 to 18.
 */
export function foreseeRefusal(action: Action, before: Catalog, around: Around = {}): Refusal | undefined {
  if (action.guarded === true) return undefined
  const { untouched = before, statement = [action], postgres = NEWEST } = around
  const seen = LOOKED_UP_FIRST.has(action.kind) ? untouched : before
  const refusal =
    action.lenient === true
      ? undefined
      : (refusalOfTable(action, seen, postgres) ??
        refusalOfObject(action, seen) ??
        refusalOfOther(action, seen) ??
        refusalOfPrivilege(action, seen))
  return (
    refusal ??
    action.refused ??
    refusalOfKind(action, seen, postgres) ??
    refusalOfMember(action, seen) ??
    refusalOfNeeded(action, seen, statement, postgres)
  )
}

/** The version whose words are taken where none is said. */
const NEWEST = 18

/** What DROP takes a list of: it looks them all up before it drops the first, which may take another one along. */
const LOOKED_UP_FIRST: ReadonlySet<ActionKind> = new Set([
  'dropTable',
  'dropIndex',
  'dropSequence',
  'dropView',
  'dropType',
  'dropFunction',
  'dropSchema',
  'dropOther',
])
