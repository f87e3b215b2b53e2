import type { Span } from './source-file.ts'

/** Replaces the text of a span. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** Applies edits of one file to its text. Edits must not overlap; of two that do, the later one is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start)
  let result = ''
  let done = 0
  for (const edit of ordered) {
    if (edit.span.start < done) continue
    result += text.slice(done, edit.span.start) + edit.text
    done = edit.span.end
  }
  return result + text.slice(done)
}
