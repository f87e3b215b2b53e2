import type { Effect } from './catalog/effect.ts'
import type { Problem, RuleHazard, Severity } from './rule.ts'

/** What may come of it; `blocks` and `queues` are about locks, see `docs` of the JSON report. */
export type Hazard = 'blocks' | 'queues' | RuleHazard

/** An effect on a relation, and whether the relation is new in this deploy, so that nobody can be waiting. */
export interface SeenEffect extends Effect {
  readonly isNew: boolean
}

/** A problem with what only the engine knows. */
export interface Finding extends Problem {
  readonly rule: string
  readonly severity: Severity
  readonly hazard: Hazard
  readonly seenIn: 'migrations' | 'database' | 'both'
  readonly effects?: readonly SeenEffect[]
  /** Stays the same while the offending statement or object does, wherever it moves. */
  readonly fingerprint: string
}
