import { writeFileSync } from 'node:fs'
import type { ColorSupportLevel } from 'chalk'
import { reportGithub } from '../report/github.ts'
import { reportJson } from '../report/json.ts'
import { countOf, type Report } from '../report/report.ts'
import { reportText } from '../report/text.ts'
import { UserError } from '../text/user-error.ts'
import { colorLevel } from './color.ts'

/** The formats of a report. */
export const FORMATS = ['text', 'json', 'github'] as const

/** How and where to tell, and what counts as failure. */
export interface OutputOptions {
  readonly format?: (typeof FORMATS)[number]
  readonly output?: string
  readonly failOn: 'error' | 'warning' | 'never'
  readonly maxWarnings?: number
  readonly color: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** Tells a report and sets the exit code: 1 where it holds what counts as failure, else 0. */
export async function tell(report: Report, options: OutputOptions): Promise<void> {
  const shown =
    options.quiet === true
      ? { ...report, findings: report.findings.filter((each) => each.severity === 'error') }
      : report
  const text = render(shown, options)
  if (options.output === undefined) await write(text)
  else save(options.output, text)
  process.exitCode = fails(report, options) ? 1 : 0
}

function fails(report: Report, options: OutputOptions): boolean {
  const { errors, warnings } = countOf(report)
  if (options.failOn === 'never') return false
  if (options.maxWarnings !== undefined && warnings > options.maxWarnings) return true
  // Where every statement was modelled, drift is schemalint's own error, and nothing it said is certain.
  if (report.notModelled.length === 0 && (report.verified?.drift?.length ?? 0) > 0) return true
  return errors > 0 || (options.failOn === 'warning' && warnings > 0)
}

function render(report: Report, options: OutputOptions): string {
  switch (options.format) {
    case 'json':
      return reportJson(report)
    case 'github':
      return reportGithub(report)
    default: {
      const text = reportText(report, {
        ...layout(options),
        explains: options.quiet !== true,
        isVerbose: options.verbose === true,
      })
      const isAnnotated =
        options.format === undefined && options.output === undefined && process.env.GITHUB_ACTIONS === 'true'
      return isAnnotated ? text + reportGithub(report) : text
    }
  }
}

function layout(options: OutputOptions): { readonly color: ColorSupportLevel; readonly width: number } {
  if (options.output !== undefined) return { color: 0, width: 100 }
  return { color: options.color ? colorLevel() : 0, width: terminalWidth() }
}

/** Where standard output is no terminal, COLUMNS counts as elsewhere; lines beyond 120 columns are hard to read. */
function terminalWidth(): number {
  const said = Number.parseInt(process.env.COLUMNS ?? '', 10)
  return Math.min(process.stdout.columns ?? (said > 0 ? said : 100), 120)
}

function save(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : undefined)
  }
}

/** Waits until the text is handed over, so that nothing is cut off when the process ends. */
export async function write(text: string): Promise<void> {
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()))
}
