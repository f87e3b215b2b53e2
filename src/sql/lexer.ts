/**
 * Finds where the token or comment that starts at an offset ends: strings, quoted
 * identifiers, dollar quotes and nested comments are taken whole, words as words, and
 * anything else one character at a time. An unterminated one ends with the text.
 */
export function tokenEnd(text: string, start: number): number {
  const character = text[start]
  if (character === "'") return quoteEnd(text, start, "'", hasEscapes(text, start))
  if (character === '"') return quoteEnd(text, start, '"', false)
  if (character === '-' && text[start + 1] === '-') return lineEnd(text, start)
  if (character === '/' && text[start + 1] === '*') return commentEnd(text, start)
  if (character === '$') return dollarQuoteEnd(text, start)
  if (isWordUnit(text.charCodeAt(start))) return wordEnd(text, start)
  return start + 1
}

/** Whether a blank or comment starts at an offset. */
export function isTrivia(text: string, start: number): boolean {
  const unit = text.charCodeAt(start)
  // Blanks up to the space are told at once, for this is asked of every token.
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13)
  if (unit === 45) return text.charCodeAt(start + 1) === 45
  if (unit === 47) return text.charCodeAt(start + 1) === 42
  return unit >= 0x80 && BLANK.test(text[start]!)
}

/** A byte order mark is one too. */
const BLANK = /\s/

/** The text with each run of blanks and comments as one blank. */
export function withoutComments(text: string): string {
  let kept = ''
  for (let offset = 0; offset < text.length; ) {
    const next = isTrivia(text, offset) ? skipTrivia(text, offset) : tokenEnd(text, offset)
    kept += isTrivia(text, offset) ? ' ' : text.slice(offset, next)
    offset = next
  }
  return kept
}

/** The offset of the first thing at or after `start` that is neither blank nor comment. */
export function skipTrivia(text: string, start: number, end = text.length): number {
  let offset = start
  while (offset < end && isTrivia(text, offset)) offset = tokenEnd(text, offset)
  return Math.min(offset, end)
}

/**
 * Where a clause ends that starts at an offset: before the next comma, semicolon or
 * closing bracket outside any bracket it opens, without trailing blanks and comments.
 */
export function clauseEnd(text: string, start: number, limit = text.length): number {
  let depth = 0
  let end = start
  for (let offset = start; offset < limit; ) {
    const character = text[offset] ?? ''
    if (depth === 0 && (character === ',' || character === ';' || character === ')' || character === ']')) break
    if (character === '(' || character === '[') depth++
    if (character === ')' || character === ']') depth--
    const next = tokenEnd(text, offset)
    if (!isTrivia(text, offset)) end = next
    offset = next
  }
  return Math.min(end, limit)
}

/** Where the last token before `limit` ends, counting from `start`. */
export function lastTokenEnd(text: string, start: number, limit: number): number {
  let end = start
  for (let offset = start; offset < limit; ) {
    const next = tokenEnd(text, offset)
    if (!isTrivia(text, offset)) end = next
    offset = next
  }
  return Math.min(end, limit)
}

function quoteEnd(text: string, start: number, quote: string, escapes: boolean): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    if (escapes && text[offset] === '\\') offset++
    else if (text[offset] === quote) {
      if (text[offset + 1] !== quote) return offset + 1
      offset++
    }
  }
  return text.length
}

/** E'…' strings know backslash escapes. */
function hasEscapes(text: string, start: number): boolean {
  const prefix = text[start - 1]
  return (prefix === 'e' || prefix === 'E') && !isWordUnit(text.charCodeAt(start - 2))
}

function lineEnd(text: string, start: number): number {
  for (let offset = start; offset < text.length; offset++) {
    if (text[offset] === '\n' || text[offset] === '\r') return offset
  }
  return text.length
}

function commentEnd(text: string, start: number): number {
  let depth = 0
  for (let offset = start; offset < text.length; offset++) {
    if (text[offset] === '/' && text[offset + 1] === '*') {
      depth++
      offset++
    } else if (text[offset] === '*' && text[offset + 1] === '/') {
      depth--
      offset++
      if (depth === 0) return offset + 1
    }
  }
  return text.length
}

function dollarQuoteEnd(text: string, start: number): number {
  DOLLAR_TAG.lastIndex = start
  const tag = DOLLAR_TAG.exec(text)?.[0]
  if (tag === undefined) return start + 1
  const close = text.indexOf(tag, start + tag.length)
  return close < 0 ? text.length : close + tag.length
}

const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y

function wordEnd(text: string, start: number): number {
  let offset = start
  while (offset < text.length && isWordUnit(text.charCodeAt(offset))) offset++
  return offset
}

/** Letters, digits, underscore, everything beyond ASCII; a dollar inside a word belongs to it. */
function isWordUnit(unit: number): boolean {
  if (unit >= 0x80) return unit !== 0xfeff
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95
}
