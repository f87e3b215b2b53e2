import { type Allowance, type KnownRules, type Misallowance, readAllowances } from './allowances.ts'
import type { Finding } from './finding.ts'
import type { Edit } from './text/edits.ts'
import { placed, type SourceFile, type Span } from './text/source-file.ts'

/** A source file with its comments and the statements that they may speak of. */
export interface CommentedFile {
  readonly file: SourceFile
  readonly comments: readonly Span[]
  readonly statements: readonly Span[]
}

/** A finding that a comment allows. */
export interface AllowedFinding {
  readonly finding: Finding
  readonly reason: string
  /** The comment. */
  readonly span: Span
}

/** What is left of findings when what comments allow is taken out. */
export interface Suppressed {
  readonly findings: readonly Finding[]
  readonly allowed: readonly AllowedFinding[]
  readonly misallowed: readonly Misallowance[]
}

/** The rules, those that judged, and the day. */
export interface SuppressOptions extends KnownRules {
  readonly judged: readonly string[]
  /** Today, as YYYY-MM-DD. */
  readonly today: string
}

interface Binding {
  readonly allowance: Allowance
  readonly covers: Span | undefined
  readonly used: Set<string>
}

/** Takes out the findings that comments in the files allow, and tells which comments allow nothing. */
export function suppress(
  findings: readonly Finding[],
  files: readonly CommentedFile[],
  options: SuppressOptions,
): Suppressed {
  const misallowed: Misallowance[] = []
  const bindings = new Map<string, Binding[]>()
  for (const { file, comments, statements } of files) {
    const bound: Binding[] = []
    for (const each of readAllowances(comments, options)) {
      if ('fault' in each) misallowed.push(each)
      else if (each.until !== undefined && each.until < options.today) misallowed.push(expired(each))
      else bound.push({ allowance: each, covers: coveredBy(each, statements), used: new Set() })
    }
    if (bound.length > 0) bindings.set(file.path, bound)
  }
  const left: Finding[] = []
  const allowed: AllowedFinding[] = []
  for (const finding of findings) {
    const binding = bindings.get(placeOf(finding)?.file.path ?? '')?.find((each) => allows(each, finding))
    if (binding === undefined) {
      left.push(finding)
      continue
    }
    binding.used.add(finding.rule)
    allowed.push({ finding, reason: binding.allowance.reason, span: binding.allowance.span })
  }
  const unused = [...bindings.values()].flat().flatMap((each) => unusedRules(each, options))
  return { findings: left, allowed, misallowed: [...misallowed, ...unused] }
}

/** Where people wrote what the finding is about: of SQL that a program renders, the place in the program. */
function placeOf({ span }: Finding): Span | undefined {
  return span === undefined ? undefined : placed(span)
}

function allows({ allowance, covers }: Binding, finding: Finding): boolean {
  const span = placeOf(finding)
  if (span === undefined || !allowance.rules.includes(finding.rule)) return false
  if (allowance.scope === 'file') return true
  return covers !== undefined && span.start >= covers.start && span.start < Math.max(covers.end, covers.start + 1)
}

/** The statement that a comment stands in, or the next one. */
function coveredBy({ span, scope }: Allowance, statements: readonly Span[]): Span | undefined {
  if (scope === 'file') return undefined
  return statements.find((statement) => statement.end > span.start)
}

function expired({ rules, until, span }: Allowance): Misallowance {
  return {
    fault: 'expired',
    message: `what allowed ${rules.join(', ')} ended on ${until}`,
    subject: rules.join(', '),
    span,
  }
}

/** Of a rule that did not judge nothing can be told. */
function unusedRules({ allowance, used }: Binding, { judged }: SuppressOptions): readonly Misallowance[] {
  const { rules, scope, span } = allowance
  const unused = rules.filter((rule) => judged.includes(rule) && !used.has(rule))
  if (unused.length === 0) return []
  const verb = unused.length === 1 ? 'finds' : 'find'
  const message = `${unused.join(', ')} ${verb} nothing in ${scope === 'file' ? 'this file' : 'the next statement'}`
  return [{ fault: 'unused', message, subject: unused.join(', '), span, edit: editWithout(allowance, unused) }]
}

/** Takes rules out of a comment, or the comment out of the file, with its line where it has that to itself. */
function editWithout({ rules, span }: Allowance, unused: readonly string[]): Edit {
  const { file, start, end } = span
  const left = rules.filter((rule) => !unused.includes(rule))
  if (left.length > 0) {
    const list = /(?<=schemalint-allow(?:-file)?\s+)[^\s:,]+(?:\s*,\s*[^\s:,]+)*/
    return { span, text: file.text.slice(start, end).replace(list, left.join(', ')) }
  }
  const before = /[^\n]*$/.exec(file.text.slice(0, start))?.[0] ?? ''
  const after = /^[ \t]*\r?\n/.exec(file.text.slice(end))?.[0]
  if (before.trim() !== '' || after === undefined) return { span, text: '' }
  return { span: { file, start: start - before.length, end: end + after.length }, text: '' }
}
