import type { Applied } from './apply.ts'
import type { Identifier } from './catalog/catalog.ts'
import { diff } from './catalog/diff.ts'
import type { Linted } from './lint.ts'
import type { Verified } from './report/report.ts'
import type { Span } from './text/source-file.ts'

/**
 * The migrations linted once more, with what a server showed of the statements that are not
 * modelled. What is found only then is not to be seen in the migrations.
 */
export function lintLearned(
  read: Linted,
  { learned }: Pick<Applied, 'learned'>,
  lintAgain: (learned: Applied['learned']) => Linted,
): Linted {
  if (learned.size === 0) return read
  const known = new Set(read.findings.map((each) => each.fingerprint))
  const linted = lintAgain(learned)
  const findings = linted.findings.map((each) =>
    known.has(each.fingerprint) ? each : { ...each, seenIn: 'database' as const },
  )
  return { ...linted, findings }
}

/** What the server showed of each statement that is not modelled; `ignoredRoles` as in `diff`. */
export function learnedLines(
  { notModelled }: Linted,
  { learned }: Pick<Applied, 'learned'>,
  ignoredRoles: readonly Identifier[],
): Verified['learned'] {
  return [...learned].map(([{ span, kind }, { before, after }]) => {
    const named = notModelled.find((each) => isWithin(each.span, span))
    return { span, statement: named?.statement ?? kind, differences: diff(before, after, new Set(ignoredRoles)) }
  })
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end
}
