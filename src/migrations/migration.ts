import type { Models } from '../text/models.ts'
import type { RevisionFacts } from '../text/revision.ts'
import type { SourceFile, Span } from '../text/source-file.ts'

/** Which statements a runner puts into one transaction. */
export type TransactionModel = 'per-migration' | 'per-statement' | 'whole-run'

/** A stretch of a file that is SQL to be run; with a reason where the file could not be read as text. */
export interface Script {
  readonly span: Span
  readonly unreadable?: string
  /** The stretches to be read each by itself, where what is wrong with one must not reach the next. */
  readonly parts?: readonly Span[]
}

/** One unit that a runner applies: a SQL file, a goose Up section, an Alembic revision. */
export interface Migration {
  /** What people call it: a file's name, a revision. */
  readonly version: string
  /** What the runner tells it from others by, where that is less than the version; no two may share it. */
  readonly key?: string
  readonly up: Script
  readonly down?: Script
  readonly transaction: TransactionModel
  /**
   * When the runner opens no transaction although the model says one: `single-statement`, it
   * sends the text as one query, which the server makes a transaction only of several
   * statements; `nothing-transactional`, it looks whether any statement may be in one;
   * `own-transaction`, nobody knows the runner, and a single statement needs none, nor does a
   * file that begins its own.
   */
  readonly unwrapped?: 'single-statement' | 'nothing-transactional' | 'own-transaction'
  /**
   * `context`: deployed, read for what it does to the catalog, and not judged; `new`: not
   * deployed, nor is any other new one. Where it is missing, everything before it is deployed.
   */
  readonly standing?: 'context' | 'new'
  /** What was changed of a migration that was there already; nothing, where it is missing. */
  readonly edited?: 'statements' | 'comments'
  /** Where it is a program: what is known of it beside its SQL. */
  readonly revision?: RevisionFacts
}

/** Migrations in the order in which their runner applies them. */
export interface History {
  readonly runner: string
  /** What showed that it is this runner, in a few words. */
  readonly reason: string
  readonly transaction: TransactionModel
  readonly migrations: readonly Migration[]
  /** SQL files beside the migrations that the runner would not run, by path. */
  readonly passedOver: readonly string[]
  /** Where the runner is told its transactions, if that is a place in a file. */
  readonly configured?: Span
  /** What people should know of how the migrations were read, a line each. */
  readonly notes?: readonly string[]
  /** Where only new migrations are judged: what makes them new, in a few words. */
  readonly judged?: string
  /** The files whose findings are wanted; all, where it is missing. */
  readonly selected?: ReadonlySet<string>
  /** What the models of the application say, where the runner is told it. */
  readonly models?: Models
  /** Where the runner itself ran them on a server: how many, the one included that the server refused. */
  readonly ran?: number
}

/** A script that is a whole file. */
export function wholeFile(file: SourceFile, unreadable?: string): Script {
  const span = { file, start: 0, end: file.text.length }
  return unreadable === undefined ? { span } : { span, unreadable }
}
