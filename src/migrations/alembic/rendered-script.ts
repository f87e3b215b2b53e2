import type { SourceFile, Span } from '../../text/source-file.ts'
import type { Script } from '../migration.ts'
import type { StatementEntry } from './answer.ts'

/**
 * The statements of a half as one text of SQL that knows where its parts are written in
 * Python. Each statement is a part of its own: an open quote in one does not reach the next.
 */
export function renderedScript(
  path: string,
  statements: readonly StatementEntry[],
  fileOf: (path: string) => SourceFile,
): Script {
  const pieces: Piece[] = []
  let text = ''
  for (const entry of statements) {
    pieces.push({ start: text.length, end: text.length + entry.sql.length, entry })
    // On a line of its own, since a comment may end the statement.
    text += `${entry.sql}\n;\n`
  }
  const file: SourceFile = { path, text, placeOf: (start, end) => placeIn(pieces, start, end, fileOf, path) }
  const parts = pieces.map((piece): Span => ({ file, start: piece.start, end: piece.end }))
  return { span: { file, start: 0, end: text.length }, parts }
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly entry: StatementEntry
}

function placeIn(
  pieces: readonly Piece[],
  start: number,
  end: number,
  fileOf: (path: string) => SourceFile,
  path: string,
): Span {
  const piece = pieces.findLast((each) => each.start <= start) ?? pieces[0]
  if (piece === undefined) return { file: fileOf(path), start: 0, end: 0 }
  const { entry } = piece
  const range = rangeIn(entry, start - piece.start, Math.min(end, piece.end) - piece.start)
  return { file: fileOf(entry.file), start: range[0], end: range[1] }
}

/** Where a range of a statement is written: from what its first character is to what its last one is. */
function rangeIn(entry: StatementEntry, start: number, end: number): readonly [number, number] {
  const first = pointIn(entry, start)
  const last = pointIn(entry, Math.max(start, end - 1))
  if (first === undefined || last === undefined || last[1] < first[0]) return [entry.start, entry.end]
  return [first[0], last[1]]
}

function pointIn(entry: StatementEntry, at: number): readonly [number, number] | undefined {
  const region = entry.regions.find(([from, to]) => from <= at && at < to)
  if (region === undefined) return undefined
  const [from, , start, end, isExact] = region
  return isExact ? [start + at - from, start + at - from + 1] : [start, end]
}
