import type { SeenEffect } from '../finding.ts'
import type { Transaction } from '../rule.ts'
import type { Span } from '../text/source-file.ts'

/** What migrations lock, one transaction after another. */
export interface Locks {
  readonly postgres: number
  readonly transactions: readonly LockingTransaction[]
}

/** Statements whose locks are all held until the last of them. */
export interface LockingTransaction {
  /** Who begins it; undefined for a statement that is a transaction of its own. */
  readonly openedBy: Transaction['openedBy']
  readonly statements: readonly LockingStatement[]
}

/** What one statement does to relations. */
export interface LockingStatement {
  /** Where people wrote it. */
  readonly span: Span
  readonly kind: string
  readonly effects: readonly SeenEffect[]
}
