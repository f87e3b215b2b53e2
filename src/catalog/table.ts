import type { Identifier, Name, Originated } from './catalog.ts'
import type { Expression } from './expression.ts'

/** A table, partitioned table or foreign table. */
export interface Table extends Originated {
  readonly name: Name
  readonly kind: 'table' | 'partitioned' | 'foreign'
  readonly persistence: 'permanent' | 'unlogged' | 'temporary'
  readonly columns: readonly Column[]
  readonly primaryKey?: Key
  readonly uniques: readonly Key[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly checks: readonly Check[]
  readonly exclusions: readonly Exclusion[]
  readonly partitionKey?: PartitionKey
  /** The table that this one is a partition of. */
  readonly partitionOf?: Name
  readonly defaultPartition: boolean
  /** The tables named by INHERITS; empty for partitions. */
  readonly inherits: readonly Name[]
  readonly rowSecurity: boolean
  /** The owner where a migration set one; absent when it is the role that runs the migrations. */
  readonly owner?: Identifier
  /**
   * `partly`: first met in a statement other than the one that created it, so the absence
   * of a column, key or index here proves nothing.
   */
  readonly known: 'wholly' | 'partly'
}

/** A column. `type` is spelled as `format_type` prints it with an empty search_path. */
export interface Column extends Originated {
  readonly name: Identifier
  readonly type: string
  readonly nullable: boolean
  readonly default?: Expression
  readonly identity?: 'always' | 'by default'
  readonly generated?: 'stored' | 'virtual'
}

/** A primary key or unique constraint. */
export interface Key extends Originated {
  readonly name: Identifier
  readonly columns: readonly Identifier[]
}

/** What happens to referencing rows when the referenced row goes or its key changes. */
export type ReferentialAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default'

/** A foreign key, held by the referencing table. */
export interface ForeignKey extends Originated {
  readonly name: Identifier
  readonly columns: readonly Identifier[]
  readonly references: Name
  readonly referencedColumns: readonly Identifier[]
  readonly onDelete: ReferentialAction
  readonly onUpdate: ReferentialAction
  readonly validated: boolean
}

/** A CHECK constraint. */
export interface Check extends Originated {
  readonly name: Identifier
  readonly expression: Expression
  readonly validated: boolean
}

/** An EXCLUDE constraint; its elements are those of the index of the same name. */
export interface Exclusion extends Originated {
  readonly name: Identifier
}

/** What decides to which partition a row belongs. */
export interface PartitionKey {
  readonly strategy: 'range' | 'list' | 'hash'
  /** One entry a key part; undefined where it is an expression. */
  readonly columns: readonly (Identifier | undefined)[]
}
