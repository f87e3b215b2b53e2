import type { Finding } from './finding.ts'
import { applyEdits, type Edit } from './text/edits.ts'

/** A file as it is and as safe fixes would have it. */
export interface FixedFile {
  readonly path: string
  readonly before: string
  readonly after: string
  /** How many findings the edits are for. */
  readonly fixes: number
}

/** The files that the safe edits of findings change; what overlaps an earlier edit waits for another round. */
export function fixedFiles(findings: readonly Finding[]): readonly FixedFile[] {
  const fixes = findings.flatMap(({ fix }) =>
    fix !== undefined && 'edits' in fix && fix.safety === 'safe' ? [fix] : [],
  )
  const byFile = new Map<string, { readonly text: string; readonly edits: Edit[]; fixes: number }>()
  for (const { edits } of fixes) {
    const file = edits[0]?.span.file
    // A fix is applied whole or not at all; one over several files is for people.
    if (file === undefined || edits.some((edit) => edit.span.file !== file)) continue
    const known = byFile.get(file.path) ?? { text: file.text, edits: [], fixes: 0 }
    if (edits.some((edit) => known.edits.some((other) => overlap(edit, other)))) continue
    known.edits.push(...edits)
    byFile.set(file.path, { ...known, fixes: known.fixes + 1 })
  }
  return [...byFile].map(([path, { text, edits, fixes }]) => ({
    path,
    before: text,
    after: applyEdits(text, edits),
    fixes,
  }))
}

function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start < b.end && b.start < a.end
}
