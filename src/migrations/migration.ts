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

/** What is known of one half of a migration beside its SQL. */
export interface HalfFacts {
  /** Where it begins, for what concerns it as a whole. */
  readonly place?: Span
  /** Whether there is one, it does nothing, it does nothing but refuse, or it does something. */
  readonly body: 'absent' | 'empty' | 'refuses' | 'something'
  /** Why it could not be turned into SQL as a whole, and where that showed. */
  readonly unread?: { readonly reason: string; readonly place: Span }
  /** What it asks the database, so that its further course depends on the answer. */
  readonly questions: readonly { readonly what: string; readonly place: Span }[]
}

/** What a program that holds migrations says of one beside its SQL. */
export interface MigrationFacts {
  /** Where it is named. */
  readonly place: Span
  /** The versions that it comes after. */
  readonly follows: readonly string[]
  /** Whether no other comes after it. */
  readonly isHead: boolean
  readonly up: HalfFacts
  readonly down: HalfFacts
  /** Mapped classes of the application that it imports. */
  readonly imports: readonly { readonly module: string; readonly models: readonly string[]; readonly place: Span }[]
  /** Comments of its file, in order. */
  readonly comments: readonly Span[]
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
   * statements; `nothing-transactional`, it looks whether any statement may be in one.
   */
  readonly unwrapped?: 'single-statement' | 'nothing-transactional'
  readonly facts?: MigrationFacts
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
  /** The files whose findings are wanted; all, where it is missing. */
  readonly selected?: ReadonlySet<string>
  /** Relations that the runner makes for itself. */
  readonly ownRelations?: readonly string[]
}

/** A script that is a whole file. */
export function wholeFile(file: SourceFile, unreadable?: string): Script {
  const span = { file, start: 0, end: file.text.length }
  return unreadable === undefined ? { span } : { span, unreadable }
}
