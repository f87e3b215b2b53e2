import type { Span } from './source-file.ts'

/** What is known of one half of a migration that is a program, beside the SQL that it sends. */
export interface HalfFacts {
  /** Where it begins, for what concerns it as a whole. */
  readonly place: Span
  /** Whether there is one, it does nothing, it does nothing but refuse, or it does something. */
  readonly body: 'absent' | 'empty' | 'refuses' | 'something'
  /** Why its SQL is not known as a whole, and where that showed; whether what comes after that is known again. */
  readonly unread?: { readonly reason: string; readonly place: Span; readonly goesOn: boolean }
  /** What it asks the database, so that its further course depends on the answer. */
  readonly questions: readonly { readonly what: string; readonly place: Span }[]
  /** Whether a server answered them while the runner itself ran the half. */
  readonly isAnswered: boolean
}

/** Whether the SQL of a half is all that it sends, and does not depend on what nobody answered. */
export function isKnown({ unread, questions, isAnswered }: HalfFacts): boolean {
  return unread === undefined && (questions.length === 0 || isAnswered)
}

/** What is known of a migration that is a program, such as an Alembic revision. */
export interface RevisionFacts {
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
