/** A text that schemalint reads, under the path by which people know it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A half-open range of UTF-16 offsets into one file. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

/** A place as people count: line and column are 1-based, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** The text that a span covers. */
export function textOf(span: Span): string {
  return span.file.text.slice(span.start, span.end)
}
