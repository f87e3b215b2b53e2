import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/source-file.ts'
import type { Name } from './catalog.ts'
import type { Difference } from './diff.ts'
import type { Effect, LockMode } from './effect.ts'
import type { ObjectAction } from './object-actions.ts'
import type { PrivilegeAction } from './privilege-actions.ts'
import type { Refusal } from './refusal.ts'
import type { TableAction } from './table-actions.ts'

/**
 * One thing that a statement does, in PostgreSQL's own word: `ALTER TABLE t action [, …]`.
 * Names are resolved against the catalog before the statement. The union is closed: a kind
 * that is added here does not compile until `fold` and `effects` say what it means.
 */
export type Action = TableAction | ObjectAction | PrivilegeAction | SessionAction | Remark

/** The word for what an action is. */
export type ActionKind = Action['kind']

/** The actions of some kinds. */
export type ActionOf<K extends ActionKind> = Extract<Action, { readonly kind: K }>

/** What every action has. */
export interface Spanned {
  /** The clause that says it: one column definition, one constraint, a name; never more than the statement. */
  readonly span: Span
  /** IF EXISTS was said, or a condition or handler stands around it: what the server would refuse is passed over. */
  readonly lenient?: true
  /** Set with `lenient` where a condition or handler is why, so that a table is not even locked. */
  readonly guarded?: true
  /** Why the server refuses the clause as it is written. */
  readonly refused?: Refusal
}

/** Actions on the session and its transaction. */
export type SessionAction =
  | (Spanned & { readonly kind: 'setSearchPath'; readonly schemas: readonly string[] | 'default' } & Local)
  /** SET ROLE and RESET ROLE; `isSession` for those of SESSION AUTHORIZATION. */
  | (Spanned & { readonly kind: 'setRole'; readonly role?: string; readonly isSession?: true } & Local)
  /** SET and RESET of any setting, as written; without a value it goes back to its default. `all` stands for each. */
  | (Spanned & { readonly kind: 'setSetting'; readonly name: string; readonly value?: string; readonly local: boolean })
  | (Spanned & { readonly kind: 'beginTransaction' })
  | (Spanned & { readonly kind: 'commitTransaction' })
  | (Spanned & { readonly kind: 'rollBackTransaction' })
  | (Spanned & { readonly kind: 'setSavepoint'; readonly name: string })
  | (Spanned & { readonly kind: 'rollBackToSavepoint'; readonly name: string })
  /**
   * A statement that leaves the catalog as it is: SELECT, SET, ANALYZE … `isShared`
   * where it changes what is not this database's alone: another database, a role, the server.
   */
  | (Spanned & {
      readonly kind: 'leaveCatalog'
      readonly statement: string
      readonly touches?: readonly Touch[]
      readonly isShared?: true
    })

/** SET LOCAL: until the end of the transaction, and without one of no effect. */
interface Local {
  readonly local?: boolean
}

/** A lock on a relation by a statement that changes nothing of it that the catalog holds. */
export interface Touch {
  readonly relation: Name
  readonly lock: LockMode
  /** Whether the children that inherit from it are locked alike. */
  readonly withHeirs?: true
}

/** What a statement is found to be before PostgreSQL does anything with it. */
export type Remark =
  /** PostgreSQL would do something here that schemalint does not model. */
  | (Spanned & {
      readonly kind: 'unmodelled'
      readonly statement: string
      readonly reach: Reach
      readonly touches?: readonly Touch[]
    })
  /** The grammar refuses the text; `hint` may say what was meant. */
  | (Spanned & { readonly kind: 'unparsed'; readonly reason: string; readonly hint?: string })
  /** A comment means to allow a finding and does not. */
  | (Spanned & {
      readonly kind: 'misallow'
      readonly fault: 'malformed' | 'expired' | 'unused'
      readonly reason: string
      readonly subject: string
      /** What takes the comment away, where nothing is lost by that. */
      readonly edit?: Edit
    })
  /** An identifier is longer than PostgreSQL keeps. */
  | (Spanned & { readonly kind: 'truncateIdentifier'; readonly identifier: string; readonly kept: string })
  /** A migration ends before the transaction that it began. */
  | (Spanned & { readonly kind: 'leaveTransactionOpen' })
  /** The targeted version does not have something that the statement uses. */
  | (Spanned & { readonly kind: 'needVersion'; readonly feature: string; readonly since: number })
  /** A server refused the statement; only `verify` can know. */
  | (Spanned & {
      readonly kind: 'refused'
      readonly sqlstate: string
      readonly reason: string
      readonly hint?: string
      /** `second up`: it was taken once, but not again after its down half. */
      readonly occasion?: 'second up'
    })
  /** What the history made, or did not make, lets the server refuse the action that comes next. */
  | (Spanned & { readonly kind: 'foreseeRefusal'; readonly refusal: Refusal })
  /** A server locked a relation, or worked on it, otherwise than was predicted; `effect` is absent where it did not. */
  | (Spanned & {
      readonly kind: 'observeOtherwise'
      readonly relation: Name
      readonly predicted: string
      readonly observed: string
      readonly effect?: Effect
    })
  /** A migration went up and down on a server, which then held another schema than before; only `verify --down` can know. */
  | (Spanned & {
      readonly kind: 'differAfterDown'
      readonly version: string
      readonly differences: readonly Difference[]
    })

/** What a statement that is not modelled may have done: given privileges, something about the objects it names, or anything, as dynamic SQL may. */
export type Reach = 'privileges' | 'named' | 'anything'
