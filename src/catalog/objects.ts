import type { Described, Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import type { SqlText } from './sql-text.ts'
import type { Column, StorageOptions } from './table.ts'

/** A schema. */
export interface Schema extends Described {
  readonly name: Identifier
  readonly owner?: Identifier
}

/** An index, also one that a constraint made. */
export interface Index extends Described {
  readonly name: Name
  readonly table: Name
  /** The access method: btree, hash, gin, gist, spgist, brin or an extension's. */
  readonly method: string
  readonly keys: readonly IndexKey[]
  /** Columns carried by INCLUDE. */
  readonly included: readonly Identifier[]
  readonly unique: boolean
  readonly nullsNotDistinct?: true
  /** The WHERE of a partial index. */
  readonly predicate?: Expression
  readonly options?: StorageOptions
  /** Absent for the database's own. */
  readonly tablespace?: Identifier
  /** Whether a PRIMARY KEY, UNIQUE or EXCLUDE constraint owns it. */
  readonly constraint: boolean
  /** The index of the partitioned table that this one is attached to. */
  readonly partitionOf?: Name
  /** False while CREATE INDEX CONCURRENTLY has failed, or ON ONLY has not got all its partitions attached. */
  readonly valid: boolean
}

/**
 * One key of an index: a column, or an expression under the name that the server gives it
 * within the index (`lower`, `expr`, `expr1`), of which names of copies are made.
 */
export type IndexKey = (
  | { readonly column: Identifier }
  | { readonly expression: Expression; readonly name: Identifier }
) &
  KeyOrder

/** How an index sorts and compares a key; what is absent is as the column, its type and the access method have it. */
export interface KeyOrder {
  readonly collation?: Name
  readonly operatorClass?: OperatorClass
  readonly descending?: true
  /** Absent where ascending keys have NULL last, and descending ones first. */
  readonly nulls?: 'first' | 'last'
  /** The target of ALTER INDEX … SET STATISTICS. */
  readonly statistics?: number
}

/** An operator class that is not its type's default, or has options: bare where pg_catalog has it. */
export interface OperatorClass {
  readonly name: Name
  readonly options?: StorageOptions
}

/** A sequence. Its numbers are decimal texts, as no JavaScript number holds every bigint. */
export interface Sequence extends Described {
  readonly name: Name
  readonly type: 'smallint' | 'integer' | 'bigint'
  readonly persistence?: 'unlogged' | 'temporary'
  /** Absent where it starts at its minimum, or at its maximum when it descends. */
  readonly start?: string
  /** Absent for 1. */
  readonly increment?: string
  /** Absent for 1, of a descending sequence for the least value of its type. */
  readonly minimum?: string
  /** Absent for the greatest value of its type, of a descending sequence for -1. */
  readonly maximum?: string
  /** Absent for 1. */
  readonly cache?: string
  readonly cycle?: true
  /** The column with which it is dropped (serial, identity, OWNED BY). */
  readonly ownedBy?: { readonly table: Name; readonly column: Identifier }
  /** Absent, too, where it belongs to a column: then it is the table's. */
  readonly owner?: Identifier
}

/** A view or materialized view. */
export interface View extends Described {
  readonly name: Name
  readonly materialized: boolean
  /** What it shows; absent where only a server knows. Its outputs are the names that the query gives, before those of the view. */
  readonly query?: SqlText
  /** The names that the view gives to its first columns: `CREATE VIEW v (a, b)`. */
  readonly columnNames?: readonly Identifier[]
  /**
   * The types of its columns, of a view that CREATE OR REPLACE made read itself by way of
   * others: only what it was before could tell them.
   */
  readonly columnTypes?: readonly { readonly type: string; readonly collation?: Name }[]
  /** What COMMENT ON COLUMN says, by name. */
  readonly columnComments?: Readonly<Record<Identifier, string>>
  /** What ALTER COLUMN … SET DEFAULT gives to rows that are inserted through it, by name. */
  readonly columnDefaults?: Readonly<Record<Identifier, Expression>>
  /** What ALTER MATERIALIZED VIEW … ALTER COLUMN says, by name. */
  readonly columnSettings?: Readonly<Record<Identifier, ColumnSettings>>
  /** The index by which CLUSTER orders the rows of a materialized view. */
  readonly clusteredOn?: Name
  /** WITH [LOCAL | CASCADED] CHECK OPTION. */
  readonly checkOption?: 'local' | 'cascaded'
  /** Values of WITH (…), by lower-case name, but for check_option: `security_invoker`, `fillfactor`. */
  readonly options?: Readonly<Record<string, string>>
  /** False for a materialized view made WITH NO DATA and not refreshed since. */
  readonly populated?: false
  /** Of a materialized view; absent for the database's own. */
  readonly tablespace?: Identifier
  /** Of a materialized view; absent for heap. */
  readonly accessMethod?: Identifier
  readonly owner?: Identifier
}

/** How the values of a column are kept, and what is counted of them. */
export type ColumnSettings = Pick<Column, 'storage' | 'compression' | 'statistics' | 'options'>

/** A trigger on a table or view. */
export interface Trigger extends Described {
  readonly name: Identifier
  readonly table: Name
  readonly timing: 'before' | 'after' | 'instead of'
  readonly forEach: 'row' | 'statement'
  /** Sorted: delete, insert, truncate, update. */
  readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[]
  /** The columns of UPDATE OF; empty where any column counts. */
  readonly updateOf: readonly Identifier[]
  /** The function's name, without arguments. */
  readonly function: Name
  /** The constants given to the function. */
  readonly arguments: readonly string[]
  /** The condition of WHEN, in which `new` and `old` are rows of the table. */
  readonly when?: SqlText
  /** Whether it fires in ordinary sessions. */
  readonly enabled: boolean
  /** Present where it fires in sessions that replicate too, or in these alone: ENABLE ALWAYS, ENABLE REPLICA. */
  readonly fires?: 'replica' | 'always'
  /** A constraint trigger, and when it fires. */
  readonly constraint?: 'not deferrable' | 'initially immediate' | 'initially deferred'
  /** The table that FROM names, of a constraint trigger. */
  readonly references?: Name
  /** The names of the transition tables. */
  readonly oldTable?: Identifier
  readonly newTable?: Identifier
}

/** An installed extension. */
export interface Extension extends Described {
  readonly name: Identifier
  /** Where it puts what it makes; absent where only a server knows. */
  readonly schema?: Identifier
}
