import { isTrivia, skipTrivia, tokenEnd } from './lexer.ts'

/** A statement's range in UTF-16 offsets, without its semicolon. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Cuts a text that does not parse as a whole at its semicolons, so that each statement can
 * be parsed by itself. A quote that is never closed takes the rest of the text along.
 */
export function splitStatements(text: string): readonly Range[] {
  const ranges: Range[] = []
  for (let start = skipTrivia(text, 0); start < text.length; ) {
    const { end, next } = statementFrom(text, start)
    if (end > start) ranges.push({ start, end })
    start = skipTrivia(text, next)
  }
  return ranges
}

/** Where the statement ends that starts at an offset, and where the next one may start. */
function statementFrom(text: string, start: number): { readonly end: number; readonly next: number } {
  // Only CREATE RULE has semicolons in brackets; elsewhere an open bracket is the very error.
  const mayNest = startsRule(text, start)
  let depth = 0
  let atomic = 0
  let previous = ''
  let end = start
  for (let offset = start; offset < text.length; ) {
    const next = tokenEnd(text, offset)
    if (isTrivia(text, offset)) {
      offset = next
      continue
    }
    const word = text.slice(offset, next).toLowerCase()
    if (word === ';' && atomic === 0 && !(mayNest && depth > 0)) return { end, next }
    if (word === '(') depth++
    if (word === ')') depth--
    // The body of a BEGIN ATOMIC function holds semicolons, and CASE … END inside it.
    if ((atomic > 0 && word === 'case') || (previous === 'begin' && word === 'atomic')) atomic++
    if (atomic > 0 && word === 'end') atomic--
    previous = word
    end = next
    offset = next
  }
  return { end, next: text.length }
}

function startsRule(text: string, start: number): boolean {
  const beginning = /create\s+(or\s+replace\s+)?rule\b/iy
  beginning.lastIndex = start
  return beginning.test(text)
}
