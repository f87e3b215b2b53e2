import type { Difference } from '../catalog/diff.ts'
import type { Effect } from '../catalog/effect.ts'
import type { Finding } from '../finding.ts'
import type { Span } from '../text/source-file.ts'

/** Everything that one run has to tell; each format is a function from it to text. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string }
  /** The target version, as a major number. */
  readonly postgres: number
  readonly runner: string
  /** What showed that it is this runner. */
  readonly reason: string
  readonly transaction: string
  readonly preset: string
  readonly migrations: number
  readonly statements: number
  /** Where only new migrations are judged: how many, and what makes them new. */
  readonly judged?: { readonly migrations: number; readonly by: string }
  /** SQL files that are no migrations in the runner's layout, by path. */
  readonly passedOver: readonly string[]
  readonly findings: readonly Finding[]
  /** Findings that comments in the migrations allow, and why. */
  readonly allowed: readonly { readonly finding: Finding; readonly reason: string; readonly span: Span }[]
  readonly notModelled: readonly { readonly statement: string; readonly span: Span }[]
  /** What people should know of how the migrations were read, a line each. */
  readonly notes?: readonly string[]
  /** Whether only what stands in some of the files is told. */
  readonly isSelection?: boolean
  /** How many findings the baseline knows; they are not among the others. */
  readonly baseline?: number
  /** The reports that this one joins, where the configuration knows several databases. */
  readonly databases?: readonly { readonly name: string; readonly report: Report }[]
  /** What rules say about themselves, by name. */
  readonly rules: ReadonlyMap<string, RuleText>
  /** Present after `verify`. */
  readonly verified?: Verified
}

/** The prose of a rule. */
export interface RuleText {
  readonly summary: string
  readonly why: string
  readonly instead: string
}

/** What a server did with the migrations. */
export interface Verified {
  readonly server: string
  readonly applied: { readonly migrations: number; readonly statements: number }
  /** Statements that were left out, with the reason. */
  readonly leftOut: readonly { readonly span: Span; readonly reason: string }[]
  /**
   * What the server's catalog showed of each statement that is not modelled: facts before it
   * (first) and after it (second). They are taken over, so that drift is what was read wrongly.
   */
  readonly learned: readonly LearnedLine[]
  /** Where the folded catalog (first) and the server's (second) differ; undefined where they could not be compared. */
  readonly drift: readonly Difference[] | undefined
  readonly behaviours: readonly BehaviourLine[]
  /** What was predicted of each statement and what the server did, as far as it could be seen. */
  readonly observed: readonly ObservedLine[]
  /** Which tables held rows while the migrations were applied, and which did not, and why. */
  readonly rows?: RowLines
  /** For which statements sessions that read and wrote the tables waited. */
  readonly contention?: ContentionLines
  /** What became of each migration that went up, down and up again. */
  readonly downs?: readonly DownLine[]
  /** Where the database is that was left on purpose, and how to end it. */
  readonly kept?: { readonly url: string; readonly remove: string }
}

/** A statement that is not modelled, and what it was seen to change. */
export interface LearnedLine {
  readonly span: Span
  /** As it is told among what is not modelled: `DO … EXECUTE`. */
  readonly statement: string
  readonly differences: readonly Difference[]
}

/** The tables that were filled before each migration. */
export interface RowLines {
  /** How many rows each table got. */
  readonly each: number
  readonly tables: readonly string[]
  readonly unfilled: readonly { readonly table: string; readonly version: string; readonly reason: string }[]
}

/** Sessions that read and wrote tables while the migrations were applied. */
export interface ContentionLines {
  /** How many tables were read and written. */
  readonly tables: number
  /** How many tables there were no connections for, at most. */
  readonly left: number
  readonly waits: readonly WaitLine[]
}

/** How long the reading or the writing of a relation waited for a statement. */
export interface WaitLine {
  readonly span: Span
  /** In SQL's words: `CREATE INDEX`. */
  readonly kind: string
  readonly relation: string
  readonly waiting: 'reads' | 'writes'
  readonly milliseconds: number
  /** Whether the prediction says that it may have to wait. */
  readonly predicted: boolean
}

/** One statement, as it was predicted and as a server did it. */
export interface ObservedLine {
  readonly span: Span
  /** In SQL's words: `CREATE INDEX`. */
  readonly kind: string
  readonly milliseconds: number
  /** False outside of a transaction, where only the locks are seen. */
  readonly showsWork: boolean
  readonly predicted: readonly SeenEffectLine[]
  readonly observed: readonly SeenEffectLine[]
  readonly differences: readonly { readonly relation: string; readonly predicted: string; readonly observed: string }[]
  readonly made: readonly string[]
  readonly dropped: readonly string[]
}

/** An effect on a relation, and whether the migration made it itself. */
export interface SeenEffectLine extends Effect {
  readonly isNew: boolean
}

/** Whether a migration's down half took back what its up half did. */
export interface DownLine {
  readonly version: string
  readonly outcome: 'no down' | 'reversed' | 'differs' | 'refused' | 'refused again' | 'not tried'
  /** Facts before the migration (first) and after its down (second). */
  readonly differences: readonly Difference[]
}

/** Whether an UPDATE was seen to move a table's `updated_at`. */
export interface BehaviourLine {
  readonly table: string
  readonly column: string
  readonly outcome: 'changed' | 'unchanged' | 'not-tried'
  readonly reason?: string
}

/** How many findings there are of each severity. */
export function countOf(report: Report): { readonly errors: number; readonly warnings: number } {
  const errors = report.findings.filter((finding) => finding.severity === 'error').length
  return { errors, warnings: report.findings.length - errors }
}

/** Findings by file, place and rule; those without a place last. */
export function sorted(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => {
    if ((a.span === undefined) !== (b.span === undefined)) return a.span === undefined ? 1 : -1
    if (a.span !== undefined && b.span !== undefined) {
      if (a.span.file.path !== b.span.file.path) return a.span.file.path < b.span.file.path ? -1 : 1
      if (a.span.start !== b.span.start) return a.span.start - b.span.start
    }
    const left = `${a.rule} ${a.subject}`
    const right = `${b.rule} ${b.subject}`
    return left < right ? -1 : left > right ? 1 : 0
  })
}
