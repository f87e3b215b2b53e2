import type { Action } from '../catalog/action.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { Span } from '../text/source-file.ts'

/** One SQL statement of a migration. */
export interface Statement {
  /** From its first to its last token, without the semicolon. */
  readonly span: Span
  /** What it is, in SQL's words: `CREATE TABLE`, `ALTER TABLE`. */
  readonly kind: string
  /** The SQL that a server is given: the span's text, with the runner's placeholders filled. */
  readonly sql: string
  /** Whether PostgreSQL's grammar accepts it. */
  readonly parsed: boolean
  /** What it does, given what the database holds before it. */
  actions(before: Catalog, postgres: number): readonly Action[]
}
