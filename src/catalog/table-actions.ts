import type { Span } from '../text/source-file.ts'
import type { Spanned } from './action.ts'
import type { Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import type { IndexKey } from './objects.ts'
import type { PartitionKey, ReferentialAction, Table } from './table.ts'

/** Actions on tables, their columns and their constraints. */
export type TableAction =
  | (Spanned & { readonly kind: 'createTable'; readonly table: TableDefinition; readonly ifNotExists: boolean })
  | (Spanned & {
      readonly kind: 'dropTable'
      readonly table: Name
      readonly cascade: boolean
      readonly ifExists: boolean
    })
  | (Spanned & { readonly kind: 'truncateTable'; readonly table: Name; readonly cascade: boolean })
  | (OnTable & { readonly kind: 'addColumn'; readonly column: ColumnDefinition; readonly ifNotExists: boolean })
  | (OnTable & { readonly kind: 'dropColumn'; readonly column: Identifier; readonly cascade: boolean })
  | (OnTable & { readonly kind: 'renameColumn'; readonly from: Identifier; readonly to: Identifier })
  | (OnTable & {
      readonly kind: 'setColumnType'
      readonly column: Identifier
      readonly type: string
      readonly using?: Expression
    })
  | (OnTable & { readonly kind: 'setColumnDefault'; readonly column: Identifier; readonly default?: Expression })
  | (OnTable & { readonly kind: 'setColumnNullable'; readonly column: Identifier; readonly nullable: boolean })
  | (OnTable & {
      readonly kind: 'setColumnIdentity'
      readonly column: Identifier
      readonly identity?: 'always' | 'by default'
    })
  | (OnTable & { readonly kind: 'setColumnExpression'; readonly column: Identifier; readonly expression?: Expression })
  | (OnTable & { readonly kind: 'addConstraint'; readonly constraint: ConstraintDefinition })
  | (OnTable & { readonly kind: 'dropConstraint'; readonly name: Identifier; readonly cascade: boolean })
  | (OnTable & { readonly kind: 'renameConstraint'; readonly from: Identifier; readonly to: Identifier })
  | (OnTable & { readonly kind: 'validateConstraint'; readonly name: Identifier })
  | (OnTable & { readonly kind: 'attachPartition'; readonly partition: Name; readonly isDefault: boolean })
  | (OnTable & { readonly kind: 'detachPartition'; readonly partition: Name; readonly concurrently: boolean })
  | (OnTable & { readonly kind: 'setRowSecurity'; readonly enabled: boolean })
  | (OnTable & { readonly kind: 'setPersistence'; readonly persistence: 'permanent' | 'unlogged' })
  | (OnTable & { readonly kind: 'setTriggerEnabled'; readonly trigger?: Identifier; readonly enabled: boolean })
  /** A form of ALTER TABLE that changes nothing the catalog models: SET STATISTICS, SET (…), REPLICA IDENTITY … */
  | (OnTable & { readonly kind: 'setTableProperty'; readonly property: string })

/** An action on a table that is there already. */
export interface OnTable extends Spanned {
  readonly table: Name
}

/** A table as CREATE TABLE defines it: names may be missing, references unresolved. */
export interface TableDefinition extends Pick<Table, 'name' | 'kind' | 'persistence'> {
  /** Columns and LIKE clauses in the order written. */
  readonly columns: readonly (ColumnDefinition | LikeClause)[]
  readonly constraints: readonly ConstraintDefinition[]
  readonly partitionKey?: PartitionKey
  readonly partitionOf?: { readonly parent: Name; readonly isDefault: boolean }
  readonly inherits: readonly Name[]
  /** Set where the columns are those of a query: CREATE TABLE AS, SELECT INTO. */
  readonly known?: 'partly'
}

/** `LIKE table [INCLUDING …]` */
export interface LikeClause {
  readonly like: Name
  readonly including: readonly LikeOption[]
}

/** What LIKE copies beside columns and NOT NULL. */
export type LikeOption = 'constraints' | 'defaults' | 'generated' | 'identity' | 'indexes'

/** A column as ADD COLUMN or CREATE TABLE defines it, with the constraints written beside it. */
export interface ColumnDefinition extends Spanned {
  readonly name: Identifier
  readonly type: string
  /** smallserial, serial and bigserial: a column with a sequence of its own. */
  readonly serial: boolean
  readonly nullable: boolean
  readonly default?: Expression
  readonly identity?: 'always' | 'by default'
  readonly generated?: 'stored' | 'virtual'
  readonly constraints: readonly ConstraintDefinition[]
}

/** A constraint as written: without a name, the server invents one. */
export type ConstraintDefinition = KeyDefinition | CheckDefinition | ForeignKeyDefinition | ExclusionDefinition

interface ConstraintBase {
  readonly name?: Identifier
  /** Absent on a copy that the server makes, for a partition or by LIKE. */
  readonly span?: Span
}

/** PRIMARY KEY or UNIQUE. */
export interface KeyDefinition extends ConstraintBase {
  readonly type: 'primaryKey' | 'unique'
  /** Empty with USING INDEX. */
  readonly columns: readonly Identifier[]
  readonly included: readonly Identifier[]
  readonly usingIndex?: Name
}

/** CHECK. */
export interface CheckDefinition extends ConstraintBase {
  readonly type: 'check'
  readonly expression: Expression
  readonly notValid: boolean
}

/** FOREIGN KEY or REFERENCES. */
export interface ForeignKeyDefinition extends ConstraintBase {
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
export interface ExclusionDefinition extends ConstraintBase {
  readonly type: 'exclusion'
  readonly method: string
  readonly keys: readonly IndexKey[]
  readonly predicate?: Expression
}
