import type { Spanned, Touch } from './action.ts'
import type { Identifier, Name } from './catalog.ts'
import type { LockMode } from './effect.ts'
import type { Expression } from './expression.ts'
import type { Func } from './functions.ts'
import type { Index, Sequence, Trigger, View } from './objects.ts'
import type { OtherIdentity, OtherObject } from './other-objects.ts'
import type { SequenceOptions } from './sequence-options.ts'
import type { StorageOptions } from './table.ts'
import type { Attribute, Domain, Enum, OtherType } from './user-types.ts'

/** Actions on everything that is not a table, a role or a privilege. */
export type ObjectAction =
  | (Spanned & {
      readonly kind: 'createSchema'
      readonly name: Identifier
      readonly owner?: Identifier
      readonly ifNotExists: boolean
    })
  | (Spanned & { readonly kind: 'dropSchema'; readonly name: Identifier; readonly cascade: boolean })
  | (Spanned & { readonly kind: 'renameSchema'; readonly from: Identifier; readonly to: Identifier })
  | (Spanned & {
      readonly kind: 'createIndex'
      readonly index: IndexDefinition
      readonly concurrently: boolean
      readonly ifNotExists: boolean
      readonly onOnly: boolean
    })
  | (Spanned & {
      readonly kind: 'dropIndex'
      readonly index: Name
      readonly concurrently: boolean
      readonly cascade: boolean
    })
  | (Spanned & { readonly kind: 'attachIndex'; readonly index: Name; readonly part: Name })
  | (Spanned & { readonly kind: 'alterIndex'; readonly index: Name; readonly change: IndexChange })
  | (Spanned & {
      readonly kind: 'reindex'
      readonly target: 'index' | 'table' | 'schema' | 'database'
      readonly relation?: Name
      readonly schema?: Identifier
      readonly concurrently: boolean
      /** Where the indexes are made anew. */
      readonly tablespace?: Identifier
    })
  /** A table, index, sequence, view or type is renamed or moved to another schema. */
  | (Spanned & {
      readonly kind: 'renameRelation'
      readonly from: Name
      readonly to: Name
      readonly isType?: true
      /** The kind that the statement says, where it takes no other. */
      readonly as?: RelationKind
    })
  | (Spanned & {
      readonly kind: 'setOwner'
      readonly target: 'relation' | 'schema' | 'type' | 'function'
      /** A name, or a function's key. */
      readonly on: Name
      readonly owner?: Identifier
    })
  | (Spanned & {
      readonly kind: 'createSequence'
      readonly sequence: Pick<Sequence, 'name' | 'persistence'>
      readonly options: SequenceOptions
      readonly ifNotExists: boolean
    })
  | (Spanned & {
      readonly kind: 'alterSequence'
      readonly sequence: Name
      readonly options: SequenceOptions
      readonly persistence?: 'permanent' | 'unlogged'
    })
  | (Spanned & { readonly kind: 'dropSequence'; readonly sequence: Name; readonly cascade?: true })
  | (Spanned & { readonly kind: 'createEnum'; readonly enum: Enum })
  | (Spanned & {
      readonly kind: 'addEnumValue'
      readonly enum: Name
      readonly label: string
      readonly ifNotExists: boolean
      readonly neighbour?: { readonly label: string; readonly after: boolean }
    })
  | (Spanned & { readonly kind: 'renameEnumValue'; readonly enum: Name; readonly from: string; readonly to: string })
  | (Spanned & {
      readonly kind: 'createDomain'
      readonly domain: Omit<Domain, 'checks'>
      readonly checks: readonly DomainCheck[]
    })
  | (Spanned & { readonly kind: 'alterDomain'; readonly domain: Name; readonly alteration: DomainAlteration })
  | (Spanned & { readonly kind: 'createType'; readonly type: OtherType })
  | (Spanned & {
      readonly kind: 'alterType'
      readonly type: Name
      readonly alteration: TypeAlteration
      readonly cascade: boolean
    })
  | (Spanned & { readonly kind: 'dropType'; readonly type: Name; readonly cascade: boolean })
  | (Spanned & { readonly kind: 'createView'; readonly view: View; readonly replace: boolean })
  | (Spanned & { readonly kind: 'alterView'; readonly view: Name; readonly to: View })
  | (Spanned & {
      readonly kind: 'dropView'
      readonly view: Name
      readonly materialized?: true
      readonly cascade?: true
    })
  | (Spanned & {
      readonly kind: 'refreshView'
      readonly view: Name
      readonly concurrently: boolean
      /** False for WITH NO DATA. */
      readonly populated: boolean
    })
  | (Spanned & { readonly kind: 'createFunction'; readonly function: Func; readonly replace: boolean })
  | (Spanned & { readonly kind: 'alterFunction'; readonly function: Name; readonly to: Func })
  | (Spanned & {
      readonly kind: 'dropFunction'
      readonly function: Name
      readonly cascade: boolean
      /** DROP PROCEDURE. */
      readonly isProcedure?: true
      /** DROP ROUTINE, which takes either. */
      readonly isRoutine?: true
      /** Without a list of arguments, so that any of the name is meant. */
      readonly isBare?: true
    })
  | (Spanned & { readonly kind: 'createTrigger'; readonly trigger: Trigger; readonly replace: boolean })
  | (Spanned & { readonly kind: 'dropTrigger'; readonly trigger: Identifier; readonly table: Name })
  | (Spanned & {
      readonly kind: 'renameTrigger'
      readonly table: Name
      readonly from: Identifier
      readonly to: Identifier
    })
  | (Spanned & { readonly kind: 'createExtension'; readonly name: Identifier; readonly schema?: Identifier })
  | (Spanned & { readonly kind: 'moveExtension'; readonly name: Identifier; readonly schema: Identifier })
  /** ALTER EXTENSION … ADD and DROP of one object. */
  | (Spanned & {
      readonly kind: 'setExtensionMember'
      readonly extension: Identifier
      readonly member: ExtensionMember
      /** False for DROP: the object is no longer the extension's. */
      readonly isMember: boolean
      readonly touches?: readonly Touch[]
    })
  /** ALTER … [NO] DEPENDS ON EXTENSION. */
  | (Spanned & {
      readonly kind: 'setExtensionDependency'
      readonly extension: Identifier
      readonly on: ExtensionDependent
      readonly depends: boolean
      readonly touches?: readonly Touch[]
    })
  | (Spanned & { readonly kind: 'dropExtension'; readonly name: Identifier; readonly cascade?: boolean })
  /** CREATE of a kind of object that has no actions of its own: a rule, statistics, a publication. */
  | (Spanned & { readonly kind: 'createOther'; readonly object: OtherObject; readonly touches?: readonly Touch[] })
  | (Spanned & {
      readonly kind: 'alterOther'
      /** The key of what is altered. */
      readonly object: string
      readonly to: OtherObject
      readonly touches?: readonly Touch[]
    })
  | (Spanned & {
      readonly kind: 'dropOther'
      readonly object: OtherIdentity
      readonly cascade: boolean
      readonly touches?: readonly Touch[]
    })
  /** COMMENT ON; without a comment, one that is there is taken away. */
  | (Spanned & { readonly kind: 'setComment'; readonly on: CommentTarget; readonly comment?: string })
  /** INSERT, UPDATE, DELETE, MERGE or COPY. */
  | (Spanned & {
      readonly kind: 'changeRows'
      readonly statement: 'insert' | 'update' | 'delete' | 'merge' | 'copy'
      readonly relation: Name
      readonly where: boolean
      /** The columns that WHERE says are equal to constants; empty where other relations decide too. */
      readonly equal: readonly Identifier[]
      /** The string constants in the statement. */
      readonly strings: readonly string[]
    })
  /** What a query reads: SELECT, or the query within another statement. */
  | (Spanned & {
      readonly kind: 'readRows'
      /** False where the query is only read itself, as for CREATE VIEW. */
      readonly scans: boolean
      readonly relations: readonly { readonly name: Name; readonly lock: LockMode }[]
    })
  /** VACUUM, ANALYZE and CLUSTER; without relations, of all tables. */
  | (Spanned & {
      readonly kind: 'maintain'
      readonly command: 'vacuum' | 'vacuum full' | 'analyze' | 'cluster'
      readonly relations: readonly Name[]
    })
  | (Spanned & { readonly kind: 'lockTable'; readonly relations: readonly Name[]; readonly mode: number })

/** An index as CREATE INDEX defines it: the name may be missing. */
export interface IndexDefinition
  extends Pick<
    Index,
    'table' | 'method' | 'keys' | 'included' | 'unique' | 'nullsNotDistinct' | 'predicate' | 'options' | 'tablespace'
  > {
  readonly name?: Identifier
}

/** One form of ALTER INDEX. */
export type IndexChange =
  | { readonly form: 'setOptions'; readonly options: StorageOptions }
  | { readonly form: 'resetOptions'; readonly names: readonly string[] }
  | { readonly form: 'setTablespace'; readonly tablespace: Identifier }
  /** `position` counts the keys from 1. */
  | { readonly form: 'setStatistics'; readonly position: number; readonly statistics?: number }

/** A CHECK of a domain: without a name, the server invents one. */
export interface DomainCheck {
  readonly name?: Identifier
  readonly notValid: boolean
  readonly expression: Expression
}

/** One form of ALTER TYPE on a composite or base type. */
export type TypeAlteration =
  | { readonly form: 'addAttribute'; readonly attribute: Attribute }
  | { readonly form: 'dropAttribute'; readonly name: Identifier }
  | { readonly form: 'renameAttribute'; readonly from: Identifier; readonly to: Identifier }
  | { readonly form: 'setAttributeType'; readonly attribute: Attribute }
  | { readonly form: 'setParts'; readonly parts: Readonly<Record<string, string>> }

/** One form of ALTER DOMAIN. */
export type DomainAlteration =
  | { readonly form: 'addCheck'; readonly check: DomainCheck }
  | { readonly form: 'dropConstraint'; readonly name: Identifier }
  | { readonly form: 'validateConstraint'; readonly name: Identifier }
  | { readonly form: 'renameConstraint'; readonly from: Identifier; readonly to: Identifier }
  | { readonly form: 'setNullable'; readonly nullable: boolean; readonly name?: Identifier }
  | { readonly form: 'setDefault'; readonly default?: Expression }

/** What ALTER EXTENSION gives to an extension, named as COMMENT ON names it. */
export type ExtensionMember = Exclude<
  CommentTarget,
  { object: 'column' | 'constraint' | 'domainConstraint' | 'trigger' | 'policy' | 'extension' }
>

/** What may be made to go with an extension: a function, trigger, index or materialized view. */
export type ExtensionDependent =
  | { readonly object: 'relation' | 'function'; readonly name: Name }
  | { readonly object: 'trigger'; readonly table: Name; readonly name: Identifier }

/** What a statement calls a relation. */
export type RelationKind = 'table' | 'foreign table' | 'view' | 'materialized view' | 'index' | 'sequence'

/** What COMMENT ON describes. */
export type CommentTarget =
  /** A table, view, index or sequence. */
  | { readonly object: 'relation'; readonly name: Name; readonly as?: RelationKind }
  /** A column of a table or view, or an attribute of a composite type. */
  | { readonly object: 'column'; readonly relation: Name; readonly name: Identifier }
  | { readonly object: 'constraint' | 'policy'; readonly table: Name; readonly name: Identifier }
  | { readonly object: 'trigger'; readonly table: Name; readonly name: Identifier }
  | { readonly object: 'domainConstraint'; readonly domain: Name; readonly name: Identifier }
  /** A type or function; of a function, its key. */
  | { readonly object: 'type' | 'function'; readonly name: Name }
  | { readonly object: 'schema'; readonly name: Identifier }
  | { readonly object: 'extension'; readonly name: Identifier }
  /** `key` is that of `otherKey`; of a rule, its table is looked up. */
  | { readonly object: 'other'; readonly key: string; readonly table?: Name }
