import type { ChalkInstance } from 'chalk'
import stringWidth from 'string-width'
import { lineStarts, positionAt } from '../text/lines.ts'
import { printable } from '../text/printable.ts'
import type { Span } from '../text/source-file.ts'

/** How much of a long line is shown before the place that is meant. */
const CONTEXT = 30

/** More characters than these are wider than any terminal; how wide a text of megabytes is takes minutes to tell. */
const MEASURED = 2000

/**
 * The source line of a span with a caret under each of its columns. Of a span over several
 * lines the first is shown; of a line wider than the terminal, the part around the span.
 */
export function frame(span: Span, chalk: ChalkInstance, paint: ChalkInstance, width: number): readonly string[] {
  const { text } = span.file
  const starts = lineStarts(text)
  const { line } = positionAt(span.file, span.start, starts)
  const lineStart = starts[line - 1] ?? 0
  const lineEnd = endOfLine(text, lineStart)
  const gutter = `  ${line} │ `
  const room = Math.max(20, width - gutter.length)
  const end = Math.max(span.start + 1, Math.min(span.end, lineEnd))
  const isCut = lineEnd - lineStart > MEASURED || stringWidth(shown(text.slice(lineStart, lineEnd))) > room
  const from = isCut ? Math.max(lineStart, span.start - CONTEXT) : lineStart
  const before = (from > lineStart ? '…' : '') + shown(text.slice(from, span.start))
  const marked = shown(text.slice(span.start, Math.min(end, span.start + MEASURED)))
  const after = shown(text.slice(end, Math.min(lineEnd, end + MEASURED)))
  const visible = cut(before + marked + after, room)
  const carets = Math.max(1, Math.min(stringWidth(marked), room - stringWidth(before)))
  const blank = ' '.repeat(gutter.length - 2)
  return [
    `${chalk.dim(gutter)}${visible}`,
    `${chalk.dim(`${blank}│ `)}${' '.repeat(stringWidth(before))}${paint('^'.repeat(carets))}`,
  ]
}

function endOfLine(text: string, start: number): number {
  for (let offset = start; offset < text.length; offset++) {
    if (text[offset] === '\n' || text[offset] === '\r') return offset
  }
  return text.length
}

/** A tab has no width of its own: here it takes two columns. */
function shown(text: string): string {
  return printable(text.replaceAll('\t', '  '))
}

function cut(text: string, room: number): string {
  if (stringWidth(text) <= room) return text
  let kept = ''
  for (const character of text) {
    if (stringWidth(kept + character) > room - 1) break
    kept += character
  }
  return `${kept}…`
}
