import { tokenEnd } from './sql/lexer.ts'
import { offsetsOf } from './text/offsets.ts'
import { type Span, textOf } from './text/source-file.ts'

/**
 * The token at which the server found an error: its position counts code points from 1.
 * Where it gives none but names one thing that stands once in the statement, that is the
 * place; else the whole statement is.
 */
export function serverPosition(statement: Span, position: number | undefined, message: string): Span {
  const text = textOf(statement)
  const at = position === undefined ? placeNamed(text, message) : offsetsOf(text).fromCodePoint(position - 1)
  if (at === undefined || at >= text.length) return statement
  const end = Math.max(at + 1, tokenEnd(text, at))
  return { file: statement.file, start: statement.start + at, end: statement.start + end }
}

function placeNamed(text: string, message: string): number | undefined {
  const name = /"([^"]+)"/.exec(message)?.[1]
  if (name === undefined) return undefined
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const isWord = !WORD.test(text[at - 1] ?? ' ') && !WORD.test(text[at + name.length] ?? ' ')
    if (isWord) places.push(at)
  }
  return places.length === 1 ? places[0] : undefined
}

const WORD = /[\w\u0080-\uffff]/
