import type { Described, Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'

/** An enumerated type. */
export interface Enum extends Described {
  readonly name: Name
  readonly labels: readonly string[]
  readonly owner?: Identifier
}

/** A domain. */
export interface Domain extends Described {
  readonly name: Name
  readonly type: string
  /** Absent where it is the type's own. */
  readonly collation?: Name
  readonly nullable: boolean
  /** The name of its NOT NULL, which PostgreSQL 17 and later keep. */
  readonly notNullName?: Identifier
  readonly default?: Expression
  readonly checks: readonly DomainConstraint[]
  readonly owner?: Identifier
}

/** A CHECK of a domain. */
export interface DomainConstraint extends Described {
  readonly name: Identifier
  readonly validated: boolean
  readonly expression: Expression
}

/** A type of one's own that is neither an enum nor a domain. */
export type OtherType = CompositeType | RangeType | BaseType

/** A composite type that is no table's row. */
export interface CompositeType extends Described {
  readonly name: Name
  readonly kind: 'composite'
  readonly attributes: readonly Attribute[]
  readonly owner?: Identifier
}

/** An attribute of a composite type. */
export interface Attribute extends Described {
  readonly name: Identifier
  readonly type: string
  /** Absent where it is the type's own. */
  readonly collation?: Name
}

/** A range type. */
export interface RangeType extends Described {
  readonly name: Name
  readonly kind: 'range'
  readonly subtype: string
  readonly multirange: Name
  /** Absent for the subtype's default. */
  readonly operatorClass?: Name
  /** Absent where it is the subtype's own. */
  readonly collation?: Name
  readonly canonical?: Name
  readonly subtypeDifference?: Name
  readonly owner?: Identifier
}

/** A base type, or a shell that is yet to become one. */
export interface BaseType extends Described {
  readonly name: Name
  readonly kind: 'base' | 'shell'
  /** What CREATE TYPE says in its brackets, by lower-case name: `input`, `internallength`. */
  readonly parts?: Readonly<Record<string, string>>
  readonly owner?: Identifier
}
