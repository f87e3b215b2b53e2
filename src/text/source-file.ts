/** A text that schemalint reads, under the path by which people know it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** Where people find a range of it, if a program wrote the text: the place in their file. */
  readonly placeOf?: (start: number, end: number) => Span
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

/** The place where people find what a span covers: itself, unless a program wrote its text. */
export function placed(span: Span): Span {
  return span.file.placeOf?.(span.start, span.end) ?? span
}
