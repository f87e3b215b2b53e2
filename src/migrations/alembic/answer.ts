/** What the bridge prints: one object. Offsets count UTF-16 units, paths are absolute. */
export interface Answer {
  readonly version: 1
  readonly mode: 'execute' | 'read'
  readonly python: string
  readonly alembic?: string
  readonly sqlalchemy?: string
  readonly settings: {
    readonly transactionPerMigration: boolean
    readonly configure: (Place & { readonly text: string }) | null
    readonly versionFolders: readonly string[]
    readonly scriptFolder: string
  }
  /** Present where Alembic ran the revisions on a server: how many, one that was refused there included, and what ended it. */
  readonly online?: { readonly ran: number; readonly ended: string | null }
  /** What the models say, where env.py was run and hands them to Alembic. */
  readonly models: ModelsEntry | null
  readonly heads: readonly string[]
  /** In the order in which Alembic runs them. */
  readonly revisions: readonly RevisionEntry[]
  readonly broken: readonly { readonly file: string; readonly reason: string }[]
  readonly notes: readonly Note[]
  /** The text of every file that a place is in. */
  readonly files: Readonly<Record<string, string>>
}

/** The bridge could not even begin; the user can mend why. */
export interface Trouble {
  readonly trouble: string
  readonly hint: string | null
}

/** A range of a file. */
export interface Place {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** What was replaced so that revisions could be read: a missing module, one that breaks, a type or value of them. */
export interface Note {
  readonly kind: 'module' | 'broken' | 'type' | 'value'
  readonly name: string
  readonly reason?: string
  readonly revisions: readonly string[]
}

type Range = readonly [start: number, end: number]

/** The enums that tables of the models use, and the comments of the files that their labels are in. */
export interface ModelsEntry {
  readonly enums: readonly {
    readonly schema: string | null
    readonly name: string
    readonly labels: readonly { readonly label: string; readonly place: Place | null }[]
  }[]
  readonly comments: Readonly<Record<string, readonly Range[]>>
}

/** One revision. */
export interface RevisionEntry {
  readonly revision: string
  readonly file: string
  readonly follows: readonly string[]
  readonly dependsOn: readonly string[]
  readonly isHead: boolean
  readonly span: Range
  readonly fault: string | null
  readonly comments: readonly Range[]
  readonly imports: readonly { readonly module: string; readonly models: readonly string[]; readonly span: Range }[]
  readonly up: HalfEntry
  readonly down: HalfEntry
}

/** `upgrade` or `downgrade` of a revision. */
export interface HalfEntry {
  readonly span: Range | null
  readonly body: 'absent' | 'empty' | 'refuses' | 'something'
  readonly statements: readonly StatementEntry[]
  readonly reads: readonly (Place & { readonly what: string })[]
  /** Whether Alembic ran it on a server. */
  readonly ran?: boolean
  /** `goesOn`: one thing that it does is not known, and what comes after is there. */
  readonly fault?: Partial<Place> & { readonly message: string; readonly refuses?: boolean; readonly goesOn?: boolean }
}

/** One statement, with the call that sends it. */
export interface StatementEntry extends Place {
  readonly sql: string
  /**
   * Stretches of the SQL and where each is written: character by character where it is exact,
   * else one thing that stands for the other, such as a column and its `sa.Column(…)`.
   */
  readonly regions: readonly (readonly [number, number, number, number, exact: boolean])[]
  /** The statement that begins or ends an autocommit block. */
  readonly block?: 'begin' | 'end'
}
