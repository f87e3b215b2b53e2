import type { SourceFile, Span } from '../text/source-file.ts'
import { blankClientText } from './blank.ts'
import { isTrivia, tokenEnd } from './lexer.ts'

/** The comments of a file of SQL, in order. */
export function commentsOf(file: SourceFile): readonly Span[] {
  const text = blankClientText(file.text)
  const comments: Span[] = []
  for (let offset = 0; offset < text.length; ) {
    const end = tokenEnd(text, offset)
    if (isTrivia(text, offset) && (text[offset] === '-' || text[offset] === '/'))
      comments.push({ file, start: offset, end })
    offset = end
  }
  return comments
}
