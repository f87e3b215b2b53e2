/** A message about a range of UTF-16 offsets of a text. */
export interface Note {
  readonly start: number
  readonly end: number
  readonly message: string
}

/** The text without its caret lines. */
export function strip(text: string): string {
  return text.replace(CARET_LINE, '')
}

/**
 * The text with a caret line for each note, below the line on which its range starts and
 * under what the range covers of that line: `--   ^^^ message`. The comment mark takes the
 * first columns, so that carets start at the fourth.
 */
export function annotate(text: string, notes: readonly Note[]): string {
  let result = ''
  let done = 0
  for (const note of notes.toSorted(order)) {
    const lineEnd = endOfLine(text, note.start)
    if (lineEnd > done) result += text.slice(done, lineEnd)
    done = Math.max(done, lineEnd)
    if (!result.endsWith('\n')) result += '\n'
    result += caretLine(text, note)
  }
  return result + text.slice(done)
}

const CARET_LINE = /^-- [ \t]*\^+ .*\n?/gm

function order(a: Note, b: Note): number {
  return a.start - b.start || a.end - b.end || (a.message < b.message ? -1 : 1)
}

function caretLine(text: string, { start, end, message }: Note): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(lineStart, endOfLine(text, start)).replace(/\r?\n$/, '')
  // Tabs stay tabs, so that carets stand under their text whatever the width of a tab.
  const before = [...line.slice(0, start - lineStart)].map((character) => (character === '\t' ? '\t' : ' '))
  const covered = [...line.slice(start - lineStart, Math.max(end, start + 1) - lineStart)].length
  const margin = before.slice(3).join('')
  const width = Math.max(1, covered - Math.max(0, 3 - before.length))
  return `-- ${margin}${'^'.repeat(width)} ${message}\n`
}

/** Past the line break after an offset. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}
