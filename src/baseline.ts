import type { Finding } from './finding.ts'
import type { Report } from './report/report.ts'
import { UserError } from './text/user-error.ts'

/** Findings that are known and left for later. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[]
}

/** A known finding; the fingerprint is made of rule, subject and content, the rest is for people. */
export interface BaselineEntry {
  readonly rule: string
  readonly subject: string
  readonly file?: string
  readonly fingerprint: string
}

/** Reads a baseline. Throws UserError where the text is none. */
export function readBaseline(text: string, shown: string): Baseline {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UserError(`${shown} is not JSON`, error instanceof Error ? error.message : undefined)
  }
  const { version, findings } = (value ?? {}) as { readonly version?: unknown; readonly findings?: unknown }
  if (version !== 1 || !Array.isArray(findings) || !findings.every(isEntry))
    throw new UserError(`${shown} is no baseline of schemalint`, 'write one with --update-baseline')
  return { entries: findings }
}

/** The text of a baseline that knows all findings of a report. */
export function writeBaseline({ findings }: Report): string {
  const entries = findings.map(entryOf).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return `${JSON.stringify({ version: 1, findings: entries }, null, 2)}\n`
}

/** A report without what the baseline knows, and the entries for which nothing was found. */
export function applyBaseline(
  report: Report,
  { entries }: Baseline,
): { readonly report: Report; readonly stale: readonly BaselineEntry[] } {
  const known = new Set(entries.map((each) => each.fingerprint))
  const findings = report.findings.filter((each) => !known.has(each.fingerprint))
  const found = new Set(report.findings.map((each) => each.fingerprint))
  // Of a rule that did not judge, and of migrations that were context only, nothing can be told.
  const isWhole = report.judged === undefined && report.isSelection !== true
  const stale = isWhole ? entries.filter((each) => report.rules.has(each.rule) && !found.has(each.fingerprint)) : []
  return { report: { ...report, findings, baseline: report.findings.length - findings.length }, stale }
}

function entryOf({ rule, subject, span, fingerprint }: Finding): BaselineEntry {
  return { rule, subject, ...(span === undefined ? {} : { file: span.file.path }), fingerprint }
}

function keyOf({ file = '', rule, subject, fingerprint }: BaselineEntry): string {
  return [file, rule, subject, fingerprint].join('\0')
}

function isEntry(value: unknown): value is BaselineEntry {
  const { rule, subject, fingerprint } = (value ?? {}) as Readonly<Record<string, unknown>>
  return [rule, subject, fingerprint].every((each) => typeof each === 'string')
}
