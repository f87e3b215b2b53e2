import type { Span } from './source-file.ts'

/** One line of a comment: its words, without the signs that make it a comment. */
export interface CommentLine {
  readonly text: string
  readonly span: Span
}

/** The lines of comments, each with its place; a block comment may have several. */
export function commentLines(comments: readonly Span[]): readonly CommentLine[] {
  return comments.flatMap(({ file, start, end }) => {
    const lines: CommentLine[] = []
    for (const match of file.text.slice(start, end).matchAll(/[^\r\n]+/g)) {
      const text = match[0]
        .replace(/^\s*(?:--+|#+|\/\*+|\*+(?!\/))?\s*/, '')
        .replace(/\s*\*+\/\s*$/, '')
        .trimEnd()
      const from = start + match.index
      lines.push({ text, span: { file, start: from, end: from + match[0].length } })
    }
    return lines
  })
}
