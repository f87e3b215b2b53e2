import { isTrivia, tokenEnd } from './lexer.ts'

/**
 * Replaces what psql reads and the server's grammar does not know by blanks of equal
 * length, so that every offset stays true: meta-commands (`\set`, `\connect`) at the start
 * of a line, and the rows after `COPY … FROM stdin;` up to `\.`. A byte order mark becomes
 * a blank too. Line ends are kept.
 */
export function blankClientText(text: string): string {
  if (!CLIENT_TEXT.test(text)) return text
  const pieces: string[] = []
  let kept = 0
  let statement = 0
  const blank = (start: number, end: number) => {
    pieces.push(text.slice(kept, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    kept = end
  }
  for (let offset = 0; offset < text.length; ) {
    if (text[offset] === '\ufeff' && offset === 0) blank(0, 1)
    if (text[offset] === '\\' && startsLine(text, offset)) {
      const end = lineEndFrom(text, offset)
      blank(offset, end)
      offset = end
      continue
    }
    if (text[offset] === ';') {
      const isCopy = COPY_FROM_STDIN.test(withoutTrivia(text, statement, offset))
      offset++
      statement = offset
      if (!isCopy) continue
      const rows = lineEndFrom(text, offset)
      const end = copyEnd(text, rows)
      blank(rows, end)
      offset = end
      statement = end
      continue
    }
    offset = tokenEnd(text, offset)
  }
  pieces.push(text.slice(kept))
  return pieces.join('')
}

const CLIENT_TEXT = /^\ufeff|^[ \t]*\\|\bcopy\b/im
const COPY_FROM_STDIN = /^copy\b.*\bfrom\s+stdin\b/is

/** The text between two offsets with each comment and quoted token as one blank. */
function withoutTrivia(text: string, start: number, end: number): string {
  // Only the statements that begin with COPY need a closer look.
  let result = ''
  for (let offset = start; offset < end; ) {
    const next = tokenEnd(text, offset)
    // However much stands before the first word, it is that word which tells.
    if (!isTrivia(text, offset)) result += text.slice(offset, next)
    else if (result !== '') result += ' '
    if (result.length > 8 && !/^copy\b/i.test(result)) return ''
    offset = next
  }
  return result
}

function startsLine(text: string, offset: number): boolean {
  for (let before = offset - 1; before >= 0; before--) {
    if (text[before] === '\n' || text[before] === '\r') return true
    if (text[before] !== ' ' && text[before] !== '\t') return false
  }
  return true
}

function lineEndFrom(text: string, offset: number): number {
  const rest = /[\r\n]/g
  rest.lastIndex = offset
  return rest.exec(text)?.index ?? text.length
}

/** After the line that holds `\.` alone; where there is none, the rows go on to the end. */
function copyEnd(text: string, start: number): number {
  const terminator = /^\\\.[ \t]*$/gm
  terminator.lastIndex = start
  const match = terminator.exec(text)
  return match === null ? text.length : match.index + match[0].length
}
