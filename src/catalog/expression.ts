import type { Identifier, Name } from './catalog.ts'
import { type Condition, renamedColumn } from './condition.ts'
import type { SqlText } from './sql-text.ts'

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
  /** The columns that hold no NULL where the expression is true: of IS NOT NULL, also joined by AND. Sorted. */
  readonly notNull?: readonly Identifier[]
  /** What it says of columns, as far as that is understood. Two catalogs are not compared by it, as constants are spelled in several ways. */
  readonly condition?: Condition
  /** As it was written; absent where that cannot be told, as in a statement put together at run time. */
  readonly sql?: SqlText
}

/** The expression after a rename of a column; the expression itself where it does not read it. */
export function renameColumnIn(expression: Expression, from: Identifier, to: Identifier): Expression {
  if (!expression.columns.includes(from)) return expression
  const renamed = (name: Identifier) => (name === from ? to : name)
  const { columns, notNull, provesNotNull, condition } = expression
  return {
    ...expression,
    columns: columns.map(renamed).toSorted(),
    ...(notNull === undefined ? {} : { notNull: notNull.map(renamed).toSorted() }),
    ...(provesNotNull === undefined ? {} : { provesNotNull: renamed(provesNotNull) }),
    ...(condition === undefined ? {} : { condition: renamedColumn(condition, from, to) }),
  }
}
