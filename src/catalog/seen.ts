import type { Identifier, Name } from './catalog.ts'

/** What an UPDATE of one row on a live server did to a column that should tell its time. */
export interface UpdateSeen {
  readonly table: Name
  readonly column: Identifier
  readonly outcome: 'changed' | 'unchanged' | 'not-tried'
  /** What was tried, or why nothing could be. */
  readonly reason?: string
}

/** A build of an index CONCURRENTLY that a server gave up, which left the index behind as invalid. */
export interface BuildSeen {
  readonly index: Name
  readonly table: Name
  /** The run ended there, or only a trial did, beside a transaction that had written to the table. */
  readonly occasion: 'refused' | 'beside a writer'
  /** Why, as five characters such as 23505. */
  readonly sqlstate: string
  /** What the server made of the same statement afterwards. */
  readonly again: 'taken' | 'refused'
}
