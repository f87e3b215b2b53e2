import type { Identifier, Name } from '../catalog/catalog.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import { textsIn } from '../catalog/sql-text.ts'

/** The statements of a migration of its own, which is one of those that take another statement's place. */
export interface Step {
  readonly sql: string
  /** Set where the server refuses it within a transaction. */
  readonly outsideTransaction?: true
}

/** Statements that may share a transaction. */
export function step(...statements: readonly string[]): Step {
  return { sql: statements.map((each) => `${each};`).join('\n') }
}

/** One statement that the server refuses within a transaction. */
export function stepAlone(statement: string): Step {
  return { sql: `${statement};`, outsideTransaction: true }
}

/** Writes a relation without its schema, as statements that make one have it. */
export function bareName(name: Name): string {
  return quoteIdentifier(partsOf(name).name)
}

/** The name of the index behind a constraint of a table. */
export function indexBehind(table: Name, constraint: Identifier): Name {
  return qualify(partsOf(table).schema, constraint)
}

/** Whether what is known of an object is enough to write it as SQL that means the same anywhere. */
export function isPrintable(object: unknown, expressions: readonly ({ readonly sql?: object } | undefined)[]): boolean {
  const isWritten = expressions.every((each) => each === undefined || each.sql !== undefined)
  return (
    isWritten && [...textsIn(object)].every((text) => text.searchPath === undefined && text.uncertain === undefined)
  )
}
