import type { Identifier, Name } from './catalog.ts'

/**
 * What is known of an expression without comparing its text, which the server rewrites.
 * Casts and operators are left out: the server adds and removes them when it prints.
 */
export interface Expression {
  /** Columns it reads, sorted, without repetition. */
  readonly columns: readonly Identifier[]
  /**
   * Functions it calls, sorted, without repetition: built-in ones bare (`now`,
   * `current_timestamp`), others schema-qualified.
   */
  readonly functions: readonly Name[]
  /** The column of an expression that is `column IS NOT NULL` and nothing else. */
  readonly provesNotNull?: Identifier
}
