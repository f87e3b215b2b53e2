import type { Span } from '../text/source-file.ts'
import type { Spanned } from './action.ts'
import type { Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import type { Index, IndexKey } from './objects.ts'
import type { PartitionBound, PartitionKey } from './partitions.ts'
import type { SequenceOptions } from './sequence-options.ts'
import type {
  Check,
  Deferrable,
  Exclusion,
  ForeignKey,
  Key,
  ReferentialAction,
  Storage,
  StorageOptions,
  Table,
} from './table.ts'

/** Actions on tables, their columns and their constraints. */
export type TableAction =
  | (Spanned & { readonly kind: 'createTable'; readonly table: TableDefinition; readonly ifNotExists: boolean })
  | (Spanned & {
      readonly kind: 'dropTable'
      readonly table: Name
      /** DROP FOREIGN TABLE. */
      readonly isForeign?: true
      readonly cascade: boolean
      readonly ifExists: boolean
    })
  | (Spanned & { readonly kind: 'truncateTable'; readonly table: Name; readonly cascade: boolean })
  | (OnTable & {
      readonly kind: 'addColumn'
      readonly column: ColumnDefinition
      readonly ifNotExists: boolean
      /** Rows are looked up for its foreign keys. */
      readonly checksKeys?: boolean
      /** The functions of its default that are volatile by name only, as the planner puts their body in place of the call. */
      readonly steadyFunctions?: readonly Name[]
    })
  | (OnTable & { readonly kind: 'dropColumn'; readonly column: Identifier; readonly cascade: boolean })
  | (OnTable & { readonly kind: 'renameColumn'; readonly from: Identifier; readonly to: Identifier })
  | (OnTable & {
      readonly kind: 'setColumnType'
      readonly column: Identifier
      readonly type: string
      readonly collation?: Name
      readonly using?: Expression
      /** Where USING does nothing but cast the column: to what, one after another. */
      readonly casts?: readonly string[]
      /** Another change of a type in the same statement writes the rows anew. */
      readonly isRewritten?: boolean
    })
  | (OnTable & { readonly kind: 'setColumnDefault'; readonly column: Identifier; readonly default?: Expression })
  | (OnTable & {
      readonly kind: 'setColumnNullable'
      readonly column: Identifier
      readonly nullable: boolean
      /** What ADD … NOT NULL says beside the column. */
      readonly constraint?: NotNullDefinition
    })
  | (OnTable & {
      readonly kind: 'setColumnIdentity'
      readonly column: Identifier
      /** ADD GENERATED; absent for SET and DROP. */
      readonly adds?: true
      readonly identity?: 'always' | 'by default'
      readonly sequence?: SequenceOptions
    })
  | (OnTable & { readonly kind: 'setColumnExpression'; readonly column: Identifier; readonly expression?: Expression })
  | (OnTable & { readonly kind: 'addConstraint'; readonly constraint: ConstraintDefinition })
  | (OnTable & { readonly kind: 'dropConstraint'; readonly name: Identifier; readonly cascade: boolean })
  | (OnTable & {
      readonly kind: 'renameConstraint'
      readonly from: Identifier
      readonly to: Identifier
      /** Renamed by ALTER INDEX, which locks the index alone. */
      readonly index?: Name
    })
  | (OnTable & { readonly kind: 'validateConstraint'; readonly name: Identifier })
  | (OnTable & {
      readonly kind: 'attachPartition'
      readonly partition: Name
      readonly isDefault: boolean
      readonly bound?: PartitionBound
    })
  | (OnTable & { readonly kind: 'detachPartition'; readonly partition: Name; readonly concurrently: boolean })
  | (OnTable & { readonly kind: 'setRowSecurity'; readonly enabled: boolean })
  | (OnTable & { readonly kind: 'setPersistence'; readonly persistence: 'permanent' | 'unlogged' })
  | (OnTable & {
      readonly kind: 'setTriggerEnabled'
      readonly trigger?: Identifier
      readonly enabled: boolean
      readonly fires?: 'replica' | 'always'
    })
  /** Another form of ALTER TABLE: SET STATISTICS, SET (…), REPLICA IDENTITY … Without a change, one that the catalog does not tell of. */
  | (OnTable & { readonly kind: 'setTableProperty'; readonly property: string; readonly change?: TableChange })

/** An action on a table that is there already. */
export interface OnTable extends Spanned {
  readonly table: Name
  /** ONLY: the table's children are left as they are. */
  readonly only?: true
}

/** What a form of ALTER TABLE that has no action of its own changes. */
export type TableChange =
  | { readonly form: 'setOptions'; readonly options: StorageOptions }
  | { readonly form: 'resetOptions'; readonly names: readonly string[] }
  | { readonly form: 'setTablespace'; readonly tablespace: Identifier }
  | { readonly form: 'setAccessMethod'; readonly method?: Identifier }
  | {
      readonly form: 'setReplicaIdentity'
      readonly identity: 'default' | 'full' | 'nothing' | { readonly index: Name }
    }
  | { readonly form: 'clusterOn'; readonly index?: Name }
  | { readonly form: 'forceRowSecurity'; readonly forced: boolean }
  | { readonly form: 'setColumnStatistics'; readonly column: Identifier; readonly statistics?: number }
  | { readonly form: 'setColumnOptions'; readonly column: Identifier; readonly options: StorageOptions }
  | { readonly form: 'resetColumnOptions'; readonly column: Identifier; readonly names: readonly string[] }
  | { readonly form: 'setColumnStorage'; readonly column: Identifier; readonly storage: Storage | 'default' }
  | { readonly form: 'setColumnCompression'; readonly column: Identifier; readonly compression?: 'pglz' | 'lz4' }
  | { readonly form: 'alterConstraint'; readonly name: Identifier; readonly alteration: ConstraintAlteration }
  | { readonly form: 'inherit'; readonly parent: Name }
  | { readonly form: 'noInherit'; readonly parent: Name }
  | { readonly form: 'setType'; readonly type?: Name }
  /** OPTIONS (…) of a foreign table or one of its columns: what is set, and the names that are dropped. */
  | {
      readonly form: 'setForeignOptions'
      readonly column?: Identifier
      readonly options: StorageOptions
      readonly dropped: readonly string[]
    }

/** What ALTER CONSTRAINT changes; the rest stays. */
export interface ConstraintAlteration {
  readonly deferrable?: Deferrable | 'not deferrable'
  readonly enforced?: boolean
  readonly noInherit?: boolean
}

/** A table as CREATE TABLE defines it: names may be missing, references unresolved. */
export interface TableDefinition
  extends Pick<
    Table,
    'name' | 'kind' | 'persistence' | 'ofType' | 'options' | 'tablespace' | 'accessMethod' | 'foreign'
  > {
  /** Columns and LIKE clauses in the order written. */
  readonly columns: readonly (ColumnDefinition | LikeClause)[]
  readonly constraints: readonly ConstraintDefinition[]
  readonly partitionKey?: PartitionKey
  readonly partitionOf?: { readonly parent: Name; readonly isDefault: boolean; readonly bound?: PartitionBound }
  readonly inherits: readonly Name[]
  /** NOT NULL written as constraints of the table. */
  readonly notNulls?: readonly NotNullDefinition[]
  /** Set where the columns are those of a query: CREATE TABLE AS, SELECT INTO. */
  readonly known?: 'partly'
}

/** `LIKE table [INCLUDING …]` */
export interface LikeClause {
  readonly like: Name
  readonly including: readonly LikeOption[]
}

/** What LIKE copies beside columns and NOT NULL. */
export type LikeOption =
  | 'comments'
  | 'compression'
  | 'constraints'
  | 'defaults'
  | 'generated'
  | 'identity'
  | 'indexes'
  | 'statistics'
  | 'storage'

/** A column as ADD COLUMN or CREATE TABLE defines it, with the constraints written beside it. */
export interface ColumnDefinition extends Spanned {
  readonly name: Identifier
  /** Empty where the table's type or parent gives it. */
  readonly type: string
  readonly collation?: Name
  /** smallserial, serial and bigserial: a column with a sequence of its own. */
  readonly serial: boolean
  readonly nullable: boolean
  /** The NOT NULL written beside it, where it says more than that. */
  readonly notNull?: NotNullDefinition
  readonly default?: Expression
  readonly identity?: 'always' | 'by default'
  readonly sequence?: SequenceOptions
  readonly generated?: 'stored' | 'virtual'
  readonly storage?: Storage
  readonly compression?: 'pglz' | 'lz4'
  readonly foreignOptions?: StorageOptions
  readonly constraints: readonly ConstraintDefinition[]
}

/** A constraint as written: without a name, the server invents one. */
export type ConstraintDefinition = KeyDefinition | CheckDefinition | ForeignKeyDefinition | ExclusionDefinition

interface ConstraintBase {
  readonly name?: Identifier
  /** Absent on a copy that the server makes, for a partition or by LIKE. */
  readonly span?: Span
}

/** NOT NULL. */
export interface NotNullDefinition extends ConstraintBase {
  readonly column: Identifier
  readonly notValid?: true
  readonly noInherit?: true
}

/** What a constraint says of the index behind it, and when it is checked. */
interface IndexedDefinition extends ConstraintBase, Pick<Index, 'options' | 'tablespace'> {
  readonly deferrable?: Deferrable
}

/** PRIMARY KEY or UNIQUE. */
export interface KeyDefinition
  extends IndexedDefinition,
    Pick<Index, 'nullsNotDistinct'>,
    Pick<Key, 'withoutOverlaps'> {
  readonly type: 'primaryKey' | 'unique'
  /** Empty with USING INDEX. */
  readonly columns: readonly Identifier[]
  readonly included: readonly Identifier[]
  readonly usingIndex?: Name
}

/** CHECK. */
export interface CheckDefinition extends ConstraintBase, Pick<Check, 'noInherit' | 'enforced'> {
  readonly type: 'check'
  readonly expression: Expression
  readonly notValid: boolean
}

/** FOREIGN KEY or REFERENCES. */
export interface ForeignKeyDefinition
  extends ConstraintBase,
    Pick<ForeignKey, 'onDeleteColumns' | 'match' | 'deferrable' | 'period' | 'enforced'> {
  readonly type: 'foreignKey'
  readonly columns: readonly Identifier[]
  readonly references: Name
  /** Empty where the referenced table's primary key is meant. */
  readonly referencedColumns: readonly Identifier[]
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
  readonly notValid: boolean
}

/** EXCLUDE. */
export interface ExclusionDefinition extends IndexedDefinition, Pick<Exclusion, 'operators'> {
  readonly type: 'exclusion'
  readonly method: string
  readonly keys: readonly IndexKey[]
  readonly included: readonly Identifier[]
  readonly predicate?: Expression
}
