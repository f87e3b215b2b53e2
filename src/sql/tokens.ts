import { skipTrivia, tokenEnd } from './lexer.ts'

/** A token of SQL by its place in a text. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Its text in upper case, to be compared with keywords; quoted ones are left as they are. */
  readonly word: string
  /** How many brackets of the range are open around it; an opening and its closing bracket stand outside. */
  readonly depth: number
}

/** The tokens between two offsets, without blanks and comments. */
export function* tokensIn(text: string, start: number, end: number): Generator<Token> {
  let depth = 0
  for (let offset = skipTrivia(text, start, end); offset < end; ) {
    const next = tokenEnd(text, offset)
    const raw = text.slice(offset, next)
    const isClosing = raw === ')' || raw === ']'
    if (isClosing) depth--
    yield { start: offset, end: next, word: /^["'$]/.test(raw) ? raw : raw.toUpperCase(), depth }
    if (raw === '(' || raw === '[') depth++
    offset = skipTrivia(text, next, end)
  }
}

/** The first token outside brackets that is one of some words. */
export function findWord(text: string, start: number, end: number, ...words: readonly string[]): Token | undefined {
  for (const token of tokensIn(text, start, end)) if (token.depth === 0 && words.includes(token.word)) return token
  return undefined
}

/** What stands between the next bracket outside others, which must be round, and its closing one. */
export function bracketed(text: string, start: number, end: number): Extent | undefined {
  let open: number | undefined
  for (const token of tokensIn(text, start, end)) {
    if (token.depth !== 0) continue
    if (token.word === '(' && open === undefined) open = token.end
    else if (token.word === ')' && open !== undefined) return { start: open, end: token.start }
  }
  return undefined
}

/** A half-open range of offsets into one text. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/** The parts of a range between its commas, without blanks and comments around them. */
export function listItems(text: string, start: number, end: number): readonly Extent[] {
  const items: Extent[] = []
  let first: number | undefined
  let last = start
  for (const token of tokensIn(text, start, end)) {
    if (token.depth === 0 && token.word === ',') {
      if (first !== undefined) items.push({ start: first, end: last })
      first = undefined
      continue
    }
    first ??= token.start
    last = token.end
  }
  if (first !== undefined) items.push({ start: first, end: last })
  return items
}

/** One part of a name with dots. */
export interface NamePart extends Extent {
  readonly name: string
}

/** The parts of the name that starts at an offset: `app."Order".total`. A star may be the last. */
export function nameAt(text: string, start: number): readonly NamePart[] {
  const parts: NamePart[] = []
  for (let offset = start; ; ) {
    const end = tokenEnd(text, offset)
    const raw = text.slice(offset, end)
    if (!/^[\w"*\u0080-\uffff]/.test(raw)) return parts
    // A dollar inside a word belongs to it.
    const whole = raw.startsWith('"') ? end : wordEnd(text, end)
    const word = text.slice(offset, whole)
    parts.push({ start: offset, end: whole, name: unquoted(word) })
    const dot = skipTrivia(text, whole)
    if (text[dot] !== '.') return parts
    offset = skipTrivia(text, dot + 1)
  }
}

function wordEnd(text: string, end: number): number {
  WORD_REST.lastIndex = end
  return end + (WORD_REST.exec(text)?.[0].length ?? 0)
}

const WORD_REST = /[$\w\u0080-\uffff]*/y

function unquoted(word: string): string {
  return word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word.toLowerCase()
}
