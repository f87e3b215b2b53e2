import { type CheckOptions, check, readDivided } from './check.ts'
import { readMigrations } from './read-migrations.ts'
import type { Report } from './report/report.ts'
import { commentedFiles } from './settle.ts'
import type { Edit } from './text/edits.ts'
import { lineStarts, positionAt } from './text/lines.ts'
import type { SourceFile, Span } from './text/source-file.ts'
import { UserError } from './text/user-error.ts'

/** What is to be allowed, where, and why. */
export interface AllowRequest {
  readonly rule: string
  /** Relative to where the migrations are read from. */
  readonly path: string
  /** Counted from 1; any line of the statement. */
  readonly line: number
  readonly reason: string
  /** The last day, as YYYY-MM-DD. */
  readonly until?: string
}

/** The comment to write, at the places where it may take effect, the likeliest first. */
export type AllowAnswer =
  | 'allowed already'
  | {
      readonly file: SourceFile
      readonly edits: readonly Edit[]
      /** What is found without the comment. */
      readonly before: Report
    }

/**
 * Finds where a comment has to stand that allows a finding.
 * @throws UserError where no statement stands there, or the rule finds nothing in it.
 */
export async function placeAllowance(request: AllowRequest, options: CheckOptions): Promise<AllowAnswer> {
  const { rule, path, line } = request
  const place = `${path}:${line}`
  const history = await readDivided(options)
  const files = commentedFiles(await readMigrations(history.migrations))
  const commented = files.find(({ file }) => file.path === path)
  if (commented === undefined) throw new UserError(`${path} is no migration`, 'name a file that is checked')
  const { file, statements } = commented
  const there = statements.filter((each) => isOnLine(each, line))
  if (there.length === 0) throw new UserError(`no statement stands at ${place}`, 'name a line of the statement')
  const report = await check(options)
  const statement = there.find((each) => findsIn(report, each).includes(rule))
  if (statement !== undefined) return { file, edits: editsFor(request, statement), before: report }
  if (there.some((each) => allowsIn(report, each).includes(rule))) return 'allowed already'
  const found = [...new Set(there.flatMap((each) => findsIn(report, each)))]
  throw new UserError(
    `${rule} finds nothing at ${place}`,
    found.length === 0 ? 'nothing is found there' : `there is ${found.join(', ')}`,
  )
}

/** Whether a comment has done what it was written for, and nothing else. */
export async function isAllowed({ rule, path }: AllowRequest, before: Report, options: CheckOptions): Promise<boolean> {
  const after = await check(options)
  const count = (report: Report) =>
    report.allowed.filter(({ finding }) => finding.rule === rule && finding.span?.file.path === path).length
  return count(after) > count(before) && after.findings.length < before.findings.length
}

function findsIn({ findings }: Report, statement: Span): readonly string[] {
  return findings.filter(({ span }) => span !== undefined && holds(statement, span)).map((each) => each.rule)
}

function allowsIn({ allowed }: Report, statement: Span): readonly string[] {
  const there = allowed.filter(({ finding: { span } }) => span !== undefined && holds(statement, span))
  return there.map(({ finding }) => finding.rule)
}

function holds(statement: Span, { file, start }: Span): boolean {
  return file.path === statement.file.path && start >= statement.start && start < statement.end
}

function isOnLine({ file, start, end }: Span, line: number): boolean {
  const starts = lineStarts(file.text)
  return positionAt(file, start, starts).line <= line && positionAt(file, end, starts).line >= line
}

/** Above the statement; in Python above the call, which may begin on an earlier line than the text that it sends. */
function editsFor({ rule, reason, until }: AllowRequest, { file, start }: Span): readonly Edit[] {
  const isPython = file.path.endsWith('.py')
  const day = until === undefined ? '' : ` until ${until}`
  const comment = `${isPython ? '#' : '--'} schemalint-allow ${rule}${day}: ${reason}`
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n'
  const lineStart = file.text.lastIndexOf('\n', start - 1) + 1
  const isFirstOnLine = file.text.slice(lineStart, start).trim() === ''
  if (!isPython && !isFirstOnLine) return [insert(file, start, `${newline}${comment}${newline}`)]
  const lines = isPython ? [callLine(file.text, lineStart), lineStart] : [lineStart]
  return [...new Set(lines)].map((offset) => {
    const indent = /^[ \t]*/.exec(file.text.slice(offset))?.[0] ?? ''
    return insert(file, offset, `${indent}${comment}${newline}`)
  })
}

function insert(file: SourceFile, offset: number, text: string): Edit {
  return { span: { file, start: offset, end: offset }, text }
}

/** The beginning of the nearest line, at or above an offset, that calls something of Alembic. */
function callLine(text: string, lineStart: number): number {
  const calls = [...text.slice(0, text.indexOf('\n', lineStart) + 1 || text.length).matchAll(/^.*\bop\.\w+.*$/gm)]
  return calls.at(-1)?.index ?? lineStart
}
