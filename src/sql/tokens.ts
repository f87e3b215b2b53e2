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
  const cursor = new Cursor(text, start, end)
  while (cursor.next()) yield { start: cursor.start, end: cursor.end, word: cursor.word, depth: cursor.depth }
}

/** Walks over the tokens between two offsets without making an object of each. */
class Cursor {
  start: number
  end: number
  depth = 0
  /** The first unit of the token. */
  unit = 0
  readonly #text: string
  readonly #limit: number

  constructor(text: string, start: number, limit: number) {
    this.#text = text
    this.#limit = limit
    this.start = start
    this.end = start
  }

  /** Whether there is another token, on which the cursor then stands. */
  next(): boolean {
    if (this.unit === OPENING || this.unit === OPENING_SQUARE) this.depth++
    this.start = skipTrivia(this.#text, this.end, this.#limit)
    if (this.start >= this.#limit) return false
    this.end = tokenEnd(this.#text, this.start)
    this.unit = this.#text.charCodeAt(this.start)
    if (this.unit === CLOSING || this.unit === CLOSING_SQUARE) this.depth--
    return true
  }

  get word(): string {
    const word = this.#text.slice(this.start, this.end)
    return QUOTES.has(this.unit) ? word : word.toUpperCase()
  }
}

const [OPENING, CLOSING, COMMA, OPENING_SQUARE, CLOSING_SQUARE] = [40, 41, 44, 91, 93]

/** `"`, `$` and `'` */
const QUOTES: ReadonlySet<number> = new Set([34, 36, 39])

/** The first token outside brackets that is one of some words. */
export function findWord(text: string, start: number, end: number, ...words: readonly string[]): Extent | undefined {
  const cursor = new Cursor(text, start, end)
  while (cursor.next()) {
    if (cursor.depth !== 0) continue
    const length = cursor.end - cursor.start
    const isWord = words.some((each) => each.length === length) && words.includes(cursor.word)
    if (isWord) return { start: cursor.start, end: cursor.end }
  }
  return undefined
}

/** What stands between the next bracket outside others, which must be round, and its closing one. */
export function bracketed(text: string, start: number, end: number): Extent | undefined {
  let open: number | undefined
  const cursor = new Cursor(text, start, end)
  while (cursor.next()) {
    if (cursor.depth !== 0) continue
    if (cursor.unit === OPENING && open === undefined) open = cursor.end
    else if (cursor.unit === CLOSING && open !== undefined) return { start: open, end: cursor.start }
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
  const cursor = new Cursor(text, start, end)
  while (cursor.next()) {
    if (cursor.depth === 0 && cursor.unit === COMMA) {
      if (first !== undefined) items.push({ start: first, end: last })
      first = undefined
      continue
    }
    first ??= cursor.start
    last = cursor.end
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
