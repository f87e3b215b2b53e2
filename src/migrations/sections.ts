import type { SourceFile } from '../text/source-file.ts'
import type { Script } from './migration.ts'

/** The up and down halves that some runners keep in one file, divided by comments. */
export interface Sections {
  readonly runner: 'goose' | 'dbmate' | 'sql-migrate'
  readonly up: Script
  readonly down?: Script
}

/** Divides a file at its runner's comments; undefined for a file without any. */
export function sectionsOf(file: SourceFile): Sections | undefined {
  for (const { runner, up, down } of MARKS) {
    const upMark = up.exec(file.text)
    const downMark = down.exec(file.text)
    if (upMark === null) continue
    const isDownLast = downMark === null || downMark.index > upMark.index
    const upEnd = isDownLast ? (downMark?.index ?? file.text.length) : file.text.length
    const upScript = { span: { file, start: upMark.index, end: upEnd } }
    if (downMark === null) return { runner, up: upScript }
    const downEnd = isDownLast ? file.text.length : upMark.index
    return { runner, up: upScript, down: { span: { file, start: downMark.index, end: downEnd } } }
  }
  return undefined
}

/** Whether a script asks its runner, by that runner's own comment, not to wrap it in a transaction. */
export function refusesTransaction(text: string): boolean {
  return NO_TRANSACTION.test(text)
}

/** goose, dbmate, sqlx, Atlas, graphile-migrate and sql-migrate, in this order. */
const NO_TRANSACTION =
  /^--\s*\+goose\s+NO\s+TRANSACTION|^--\s*migrate:up\b.*\btransaction:\s*false|^--\s*no-transaction\b|^--\s*atlas:txmode\s+none|^--!\s*no-transaction|^--\s*\+migrate\s+Up\b.*\bnotransaction/im

const MARKS = [
  { runner: 'goose', up: /^--\s*\+goose\s+Up\b/im, down: /^--\s*\+goose\s+Down\b/im },
  { runner: 'dbmate', up: /^--\s*migrate:up\b/im, down: /^--\s*migrate:down\b/im },
  { runner: 'sql-migrate', up: /^--\s*\+migrate\s+Up\b/im, down: /^--\s*\+migrate\s+Down\b/im },
] as const
