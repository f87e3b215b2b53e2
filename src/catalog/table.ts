import type { Described, Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import type { PartitionBound, PartitionKey } from './partitions.ts'

/** Values of WITH (…), by lower-case name: `fillfactor`, `toast.autovacuum_enabled`, `n_distinct`. */
export type StorageOptions = Readonly<Record<string, string>>

/** A table, partitioned table or foreign table. */
export interface Table extends Described {
  readonly name: Name
  readonly kind: 'table' | 'partitioned' | 'foreign'
  readonly persistence: 'permanent' | 'unlogged' | 'temporary'
  readonly columns: readonly Column[]
  readonly primaryKey?: Key
  readonly uniques: readonly Key[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly checks: readonly Check[]
  readonly exclusions: readonly Exclusion[]
  /** NOT NULL as constraints of their own, which it is since PostgreSQL 18; absent before. */
  readonly notNulls?: readonly NotNull[]
  readonly partitionKey?: PartitionKey
  /** The table that this one is a partition of. */
  readonly partitionOf?: Name
  readonly defaultPartition: boolean
  /** Which rows a partition takes; absent for the default one. */
  readonly partitionBound?: PartitionBound
  /** The tables named by INHERITS; empty for partitions. */
  readonly inherits: readonly Name[]
  /** The composite type of a typed table. */
  readonly ofType?: Name
  readonly options?: StorageOptions
  /** Absent for the database's own. */
  readonly tablespace?: Identifier
  /** The table access method; absent for heap. */
  readonly accessMethod?: Identifier
  /** Where a foreign table's rows are. */
  readonly foreign?: ForeignSource
  /** What logical replication tells old rows by; absent for the primary key. */
  readonly replicaIdentity?: 'full' | 'nothing' | { readonly index: Name }
  /** The index by which CLUSTER orders the rows. */
  readonly clusteredOn?: Name
  /** Of the triggers of which a partition has copies, those whose copy fires otherwise than the trigger itself. */
  readonly copiedTriggers?: Readonly<Record<Identifier, TriggerFiring>>
  readonly rowSecurity: boolean
  /** Whether row security binds the owner too. */
  readonly forcesRowSecurity?: true
  /** The owner where a migration set one; absent when it is the role that runs the migrations. */
  readonly owner?: Identifier
  /**
   * `partly`: first met in a statement other than the one that created it, so the absence
   * of a column, key or index here proves nothing.
   */
  readonly known: 'wholly' | 'partly'
}

/** When a trigger fires, as ALTER TABLE sets it. */
export type TriggerFiring = 'enable' | 'disable' | 'enable always' | 'enable replica'

/** The server of a foreign table, as SQL writes its name, and what it is told in OPTIONS (…). */
export interface ForeignSource {
  readonly server: Name
  readonly options?: StorageOptions
}

/** A column. `type` is spelled as `format_type` prints it with an empty search_path. */
export interface Column extends Described {
  readonly name: Identifier
  readonly type: string
  /** Absent where it is the type's own. */
  readonly collation?: Name
  readonly nullable: boolean
  readonly default?: Expression
  readonly identity?: 'always' | 'by default'
  readonly generated?: 'stored' | 'virtual'
  /** Absent where it is the type's own. */
  readonly storage?: Storage
  readonly compression?: 'pglz' | 'lz4'
  /** The target of SET STATISTICS; absent for the server's default. */
  readonly statistics?: number
  readonly options?: StorageOptions
  /** What OPTIONS (…) tells the server of a foreign table. */
  readonly foreignOptions?: StorageOptions
  /** Absent where the column is this table's own and no parent's. */
  readonly inherited?: Inheritance
}

/** How TOAST keeps the values of a column. */
export type Storage = 'plain' | 'external' | 'extended' | 'main'

/** From where a child or partition has a column or constraint. */
export interface Inheritance {
  /** Whether it would stay if no parent had it. */
  readonly local: boolean
  /** How many direct parents have it. */
  readonly parents: number
}

/** What every constraint may say. */
export interface Constraint extends Described {
  readonly name: Identifier
  /** Absent where the constraint is this table's own and no parent's. */
  readonly inherited?: Inheritance
}

/** When a key is checked; absent for at once. */
export type Deferrable = 'initially immediate' | 'initially deferred'

/** A primary key or unique constraint; the index of the same name says what it includes. */
export interface Key extends Constraint {
  readonly columns: readonly Identifier[]
  readonly deferrable?: Deferrable
  /** The last column is a range that must not overlap for equal values of the others. */
  readonly withoutOverlaps?: true
}

/** What happens to referencing rows when the referenced row goes or its key changes. */
export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

/** A foreign key, held by the referencing table. */
export interface ForeignKey extends Constraint {
  readonly columns: readonly Identifier[]
  readonly references: Name
  readonly referencedColumns: readonly Identifier[]
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
  /** The columns that ON DELETE SET NULL or SET DEFAULT sets; absent for all. */
  readonly onDeleteColumns?: readonly Identifier[]
  /** Present where MATCH FULL was said. */
  readonly match?: 'full'
  readonly deferrable?: Deferrable
  /** The last column is a PERIOD. */
  readonly period?: true
  readonly validated: boolean
  readonly enforced?: false
}

/** A CHECK constraint. */
export interface Check extends Constraint {
  readonly expression: Expression
  readonly validated: boolean
  readonly noInherit?: true
  readonly enforced?: false
}

/** An EXCLUDE constraint; its elements are those of the index of the same name. */
export interface Exclusion extends Constraint {
  /** One for each key of the index: bare where pg_catalog has it, else `OPERATOR(schema.@@)`. */
  readonly operators: readonly string[]
  readonly deferrable?: Deferrable
}

/** A NOT NULL constraint, which PostgreSQL 18 and later name. */
export interface NotNull extends Constraint {
  readonly column: Identifier
  readonly validated: boolean
  readonly noInherit?: true
}
