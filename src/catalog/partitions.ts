import type { Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import type { OperatorClass } from './objects.ts'

/** What decides to which partition a row belongs. */
export interface PartitionKey {
  readonly strategy: 'range' | 'list' | 'hash'
  /** One entry a key part; undefined where it is an expression. */
  readonly columns: readonly (Identifier | undefined)[]
  /** The same parts, as they are written. */
  readonly parts: readonly PartitionKeyPart[]
}

/** A part of a partition key. Collation and operator class are absent where they are the type's own. */
export type PartitionKeyPart = (
  | { readonly column: Identifier }
  /** The type is that of the expression, where it can be told; two catalogs are not compared by it. */
  | { readonly expression: Expression; readonly type?: string }
) & {
  readonly collation?: Name
  readonly operatorClass?: OperatorClass
}

/**
 * The rows a partition takes. Values are SQL constants as PostgreSQL prints them where the
 * migrations let it be known: `'2025-01-01'`, `5`, `NULL`, `MINVALUE`.
 */
export type PartitionBound =
  | { readonly strategy: 'list'; readonly values: readonly string[] }
  | { readonly strategy: 'range'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly strategy: 'hash'; readonly modulus: number; readonly remainder: number }
