import type { SourceFile } from '../text/source-file.ts'
import type { Script } from './migration.ts'

/** The up and down halves that some runners keep in one file, divided by comments. */
export interface Sections {
  readonly up: Script
  readonly down?: Script
}

/** The comments that begin the halves. */
export interface Marks {
  readonly up: RegExp
  readonly down: RegExp
}

/** Divides a file at its runner's comments; undefined for a file without the first. */
export function sectionsOf(file: SourceFile, { up, down }: Marks): Sections | undefined {
  const upMark = up.exec(file.text)
  if (upMark === null) return undefined
  const downMark = down.exec(file.text)
  const isDownLast = downMark === null || downMark.index > upMark.index
  const upEnd = isDownLast ? (downMark?.index ?? file.text.length) : file.text.length
  const upScript = { span: { file, start: upMark.index, end: upEnd } }
  if (downMark === null) return { up: upScript }
  const downEnd = isDownLast ? file.text.length : upMark.index
  return { up: upScript, down: { span: { file, start: downMark.index, end: downEnd } } }
}
