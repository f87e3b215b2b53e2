import { type CommentLine, commentLines } from './text/comments.ts'
import type { Edit } from './text/edits.ts'
import { nearestOf } from './text/nearest.ts'
import type { Span } from './text/source-file.ts'

/** What a comment allows: findings of some rules in the next statement, or in the whole file. */
export interface Allowance {
  readonly rules: readonly string[]
  /** The last day on which it holds, as YYYY-MM-DD. */
  readonly until?: string
  readonly reason: string
  readonly scope: 'statement' | 'file'
  readonly span: Span
}

/** A comment that means to allow something and does not. */
export interface Misallowance {
  readonly fault: 'malformed' | 'expired' | 'unused'
  readonly message: string
  /** What it names, as far as it can be told. */
  readonly subject: string
  readonly span: Span
  /** What takes it away, where nothing is lost by that. */
  readonly edit?: Edit
}

/** What is known of rules that comments may name. */
export interface KnownRules {
  readonly names: readonly string[]
  /** Rules without which a file would pass unchecked. */
  readonly obligatory: readonly string[]
}

/**
 * Reads the allowances among comments: `schemalint-allow NAME[, NAME] [until YYYY-MM-DD]: reason`
 * for the next statement, `schemalint-allow-file …` for the file. Whatever is wrong with one is
 * told, and nothing is allowed by it.
 */
export function readAllowances(comments: readonly Span[], known: KnownRules): readonly (Allowance | Misallowance)[] {
  return commentLines(comments).flatMap((line) => {
    const match = /^schemalint-(\S*)\s*(.*)$/s.exec(line.text)
    return match === null ? [] : [readAllowance(line, match[1] ?? '', match[2] ?? '', known)]
  })
}

const FORM = /^(?<rules>[^\s:,]+(?:\s*,\s*[^\s:,]+)*)(?:\s+until\s+(?<until>[^\s:]+))?\s*(?::\s*(?<reason>.*))?$/

function readAllowance({ span }: CommentLine, word: string, rest: string, known: KnownRules): Allowance | Misallowance {
  const bad = (message: string): Misallowance => ({ fault: 'malformed', message, subject: `${word} ${rest}`, span })
  const directive = word.replace(/:$/, '')
  if (directive !== 'allow' && directive !== 'allow-file')
    return bad(`there is no schemalint-${directive}: schemalint-allow and schemalint-allow-file are what there is`)
  const form = FORM.exec(rest)?.groups
  if (form?.rules === undefined || word.endsWith(':')) return bad('what is allowed is not said: RULE: reason')
  const rules = form.rules.split(/\s*,\s*/)
  for (const rule of rules) {
    if (!known.names.includes(rule)) {
      const near = nearestOf(rule, known.names)
      return bad(`there is no rule ${rule}${near === undefined ? '' : `: did you mean ${near}?`}`)
    }
    if (known.obligatory.includes(rule)) return bad(`${rule} cannot be allowed: what it is about was not checked`)
  }
  const { until, reason = '' } = form
  if (until !== undefined && !isDay(until)) return bad(`${until} is no day: until YYYY-MM-DD`)
  if (reason.trim() === '') return bad('the reason is missing: it stands after a colon')
  return {
    rules,
    reason: reason.trim(),
    scope: directive === 'allow' ? 'statement' : 'file',
    span,
    ...(until === undefined ? {} : { until }),
  }
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}
