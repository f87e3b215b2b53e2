import type { Action } from '../catalog/action.ts'
import { offsetsOf } from '../text/offsets.ts'
import type { Span } from '../text/source-file.ts'
import { textOf } from '../text/source-file.ts'
import { blankClientText } from './blank.ts'
import { overlongIdentifiers } from './identifiers.ts'
import { lastTokenEnd, skipTrivia } from './lexer.ts'
import { newerFeatures } from './newer-features.ts'
import { parse, type RawStatement, type Refusal } from './parser.ts'
import { fillBodies, fillPlaceholders } from './placeholders.ts'
import { readStatement } from './read-statement.ts'
import { firstWords } from './reading.ts'
import { type Range, splitStatements } from './split.ts'
import type { Statement } from './statement.ts'
import { type HintGrammar, syntaxHint } from './syntax-hint.ts'

/** Texts above this many UTF-16 units are not parsed: the parser would need gigabytes. */
export const MAXIMUM_LENGTH = 5_000_000

/**
 * The statements of a script, in order. Where one does not parse, it is told by itself and
 * the others are read all the same. `hints` is asked for only then.
 */
export async function readScript(
  script: Span,
  hints: () => Promise<HintGrammar | undefined>,
): Promise<readonly Statement[]> {
  const text = textOf(script)
  const nul = text.indexOf('\0')
  if (nul >= 0) return [unparsed(script, nul, 'the text holds a NUL byte, at which PostgreSQL would stop reading')]
  if (text.length > MAXIMUM_LENGTH) {
    return [unparsed(script, 0, `the text has ${text.length} characters; schemalint reads up to ${MAXIMUM_LENGTH}`)]
  }
  const blanked = fillBodies(blankClientText(text))
  if (blanked.trim() === '') return []
  const whole = parse(blanked)
  if (whole.ok && whole.value.length === 0) return []
  if (whole.ok) return statementsOf(script, blanked, 0, whole.value)
  const filled = fillPlaceholders(blanked)
  const again = filled === blanked ? whole : parse(filled)
  return again.ok ? statementsOf(script, filled, 0, again.value) : readSeparately(script, filled, again.refusal, hints)
}

async function readSeparately(
  script: Span,
  text: string,
  refusal: Refusal,
  hints: () => Promise<HintGrammar | undefined>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  for (const range of splitStatements(text)) {
    const part = text.slice(range.start, range.end)
    const parsed = parse(part)
    if (parsed.ok) {
      statements.push(...statementsOf(script, part, range.start, parsed.value))
      continue
    }
    const at = Math.min(offsetsOf(part).fromCodePoint(parsed.refusal.position), part.length - 1)
    const hint = syntaxHint(part, at, await hints())
    statements.push(refused(script, range, range.start + at, parsed.refusal.message, hint))
  }
  // The parts parse and the whole does not: a comment is never closed, or the whole is too much for the parser.
  if (statements.every((statement) => statement.parsed)) {
    const at = Math.min(offsetsOf(text).fromCodePoint(refusal.position), text.length - 1)
    statements.push(unparsed(script, at, refusal.message))
  }
  return statements
}

function statementsOf(script: Span, text: string, base: number, raw: readonly RawStatement[]): readonly Statement[] {
  const offsets = offsetsOf(text)
  return raw.map((each) => {
    const first = offsets.fromByte(each.stmt_location ?? 0)
    const limit =
      each.stmt_len === undefined ? text.length : offsets.fromByte((each.stmt_location ?? 0) + each.stmt_len)
    const start = skipTrivia(text, first, limit)
    const end = lastTokenEnd(text, start, limit)
    return statementFrom(
      script,
      each,
      text.slice(start, end),
      { start: base + start, end: base + end },
      (byte) => base + offsets.fromByte(byte),
    )
  })
}

function statementFrom(
  script: Span,
  raw: RawStatement,
  sql: string,
  range: Range,
  toOffset: (byte: number) => number,
): Statement {
  const span = { file: script.file, start: script.start + range.start, end: script.start + range.end }
  const [tag, node] = Object.entries(raw.stmt)[0] ?? ['', {}]
  const remarks = overlongIdentifiers(span)
  return {
    span,
    kind: firstWords(sql),
    sql,
    parsed: true,
    actions: (before, postgres) => {
      const offsetOf = (location: number | undefined) =>
        location === undefined || location < 0 ? undefined : script.start + toOffset(location)
      const reading = { before, statement: span, sql, postgres, offsetOf }
      return [...remarks, ...newerFeatures(reading, tag, node), ...readStatement(reading, tag, node)]
    },
  }
}

/** The offending token alone is marked: a caret under a whole statement says nothing. */
function refused(script: Span, range: Range, at: number, reason: string, hint?: string): Statement {
  const { file, start } = script
  const end = Math.max(at + 1, lastTokenEnd(file.text, start + at, nextBreak(file.text, start + at)) - start)
  const action: Action = {
    kind: 'unparsed',
    span: { file, start: start + at, end: start + Math.min(end, Math.max(range.end, at + 1)) },
    // What is never closed is "near" the whole rest of the text.
    reason: reason.replace(/^(unterminated .*?) at or near .*/s, '$1'),
    ...(hint === undefined ? {} : { hint }),
  }
  const span = { file, start: start + range.start, end: start + range.end }
  return { span, kind: firstWords(textOf(span)), sql: textOf(span), parsed: false, actions: () => [action] }
}

function nextBreak(text: string, start: number): number {
  const end = /[\s,;()]/g
  end.lastIndex = start + 1
  return end.exec(text)?.index ?? text.length
}

/** A script that is not read at all, as one statement that says why. */
export function unreadScript(script: Span, reason: string): Statement {
  return unparsed(script, 0, reason)
}

function unparsed(script: Span, at: number, reason: string): Statement {
  return refused(script, { start: 0, end: script.end - script.start }, at, reason)
}
