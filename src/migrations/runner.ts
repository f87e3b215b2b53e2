import type { Migration, TransactionModel } from './migration.ts'
import type { Project } from './project.ts'

/** How one runner lays out its migrations, in which order it applies them and in which transactions. */
export interface Runner {
  readonly name: string
  /** The page of its documentation, or the source, that says so. */
  readonly source: string
  /** Where its files are, in what order they run. */
  readonly layout: string
  /** Its transactions, and how a migration asks for none. */
  readonly transactions: string
  readonly transaction: TransactionModel
  /** What shows that a project is this runner's, in a few words; undefined where nothing does. */
  recognize(project: Project): string | undefined
  read(project: Project): Reading
}

/** What a runner would apply, in its order. */
export interface Reading {
  readonly migrations: readonly Migration[]
  /** Where a project's settings make it another than the runner's usual one. */
  readonly transaction?: TransactionModel
  /** SQL files that it would not apply, by path. */
  readonly passedOver: readonly string[]
}
