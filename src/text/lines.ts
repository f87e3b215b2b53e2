import type { Position, SourceFile } from './source-file.ts'

/** Where each line of a text starts, in UTF-16 offsets. Lines end at LF, CRLF or a lone CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    const endsLine = unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)
    if (endsLine) starts.push(offset + 1)
  }
  return starts
}

/** Finds the line and column of an offset. A byte order mark takes no column. */
export function positionAt(file: SourceFile, offset: number, starts = lineStarts(file.text)): Position {
  const line = lineIndexAt(starts, offset)
  const start = starts[line] ?? 0
  const mark = line === 0 && file.text.charCodeAt(0) === 0xfeff ? 1 : 0
  return { line: line + 1, column: Math.max(1, offset - start - mark + 1), offset }
}

function lineIndexAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
