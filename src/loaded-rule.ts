import type { Rule, Severity } from './rule.ts'

/** A rule with the name of the file it was found in. */
export interface NamedRule {
  readonly name: string
  readonly rule: Rule
}

/** A rule that is to be judged by, with the severity that the configuration gives it. */
export interface ChosenRule extends NamedRule {
  readonly severity: Severity
  /** Whether it judges only in the files for which the configuration says so. */
  readonly isLocal?: boolean
}
