import { positionAt } from '../text/lines.ts'
import type { Locks } from './locks.ts'

/** What statements lock as JSON, version 1: one entry a statement, in order. */
export function locksJson({ postgres, transactions }: Locks): string {
  const statements = transactions.flatMap((each) => each.statements)
  const told = statements.map(({ span, kind, effects }) => ({
    file: span.file.path,
    line: positionAt(span.file, span.start).line,
    endLine: positionAt(span.file, Math.max(span.start, span.end - 1)).line,
    kind,
    effects: effects.map(({ relation, lock, work, isNew }) => ({ relation, lock, work, new: isNew })),
  }))
  return `${JSON.stringify({ version: 1, postgres, statements: told }, undefined, 2)}\n`
}
