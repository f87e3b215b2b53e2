import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { applyBaseline, readBaseline, writeBaseline } from '../baseline.ts'
import type { Report } from '../report/report.ts'
import { printable } from '../text/printable.ts'
import { UserError } from '../text/user-error.ts'

/** What may be said of known findings. */
export interface BaselineFlags {
  readonly baseline?: string
  readonly updateBaseline?: boolean
}

const USUAL_FILE = 'schemalint-baseline.json'

/** Adds the options about known findings. */
export function knowing(command: Command): Command {
  return command
    .option('--baseline <file>', 'do not tell the findings that this file knows; they are counted')
    .option('--update-baseline', `write what is found into the baseline, by default ${USUAL_FILE}`)
}

/** A report without what is known. Says on standard error what was written, and what is known in vain. */
export function withBaseline(
  report: Report,
  { baseline, updateBaseline }: BaselineFlags,
  configured: string | undefined,
): Report {
  const file = baseline ?? configured
  if (updateBaseline === true) return update(report, file ?? USUAL_FILE)
  if (file === undefined) return report
  if (!existsSync(file))
    throw new UserError(
      `there is no baseline ${file}`,
      `write it: schemalint check --baseline ${file} --update-baseline`,
    )
  const { report: rest, stale } = applyBaseline(report, readBaseline(readFileSync(file, 'utf8'), file))
  const [first] = stale
  if (first !== undefined)
    process.stderr.write(
      `${printable(file)} knows ${stale.length} that nothing finds any more, such as ${first.rule} of ${printable(first.subject)}; --update-baseline takes them out\n`,
    )
  return rest
}

/** Only a whole run may write: of what was not judged it would forget what is known. */
function update(report: Report, file: string): Report {
  if (report.judged !== undefined || report.isSelection === true)
    throw new UserError(
      'a baseline knows all migrations, and not all are judged',
      'leave out --since, --after and single files',
    )
  const text = writeBaseline(report)
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new UserError(`cannot write ${file}`, error instanceof Error ? error.message : undefined)
  }
  process.stderr.write(`${printable(file)} knows ${report.findings.length} findings\n`)
  return applyBaseline(report, readBaseline(text, file)).report
}
