import { writeFileSync } from 'node:fs'
import { InvalidArgumentError } from 'commander'
import { reportCheckstyle } from '../report/checkstyle.ts'
import { reportGithub } from '../report/github.ts'
import { reportGitlab } from '../report/gitlab.ts'
import { reportJson } from '../report/json.ts'
import { reportJunit } from '../report/junit.ts'
import { reportMarkdown } from '../report/markdown.ts'
import { reportRdjson } from '../report/rdjson.ts'
import { countOf, type Report } from '../report/report.ts'
import { reportSarif } from '../report/sarif.ts'
import { reportText } from '../report/text.ts'
import { UserError } from '../text/user-error.ts'
import { colorLevel } from './color.ts'

/** The formats of a report, each a function from it to text. */
const RENDERERS = {
  text: undefined,
  json: reportJson,
  github: reportGithub,
  sarif: reportSarif,
  gitlab: reportGitlab,
  junit: reportJunit,
  checkstyle: reportCheckstyle,
  rdjson: reportRdjson,
  markdown: reportMarkdown,
} as const

/** The name of a format. */
export type Format = keyof typeof RENDERERS

/** The names of the formats. */
export const FORMATS = Object.keys(RENDERERS) as readonly Format[]

/** A format, and the file that it goes to; to standard output without one. */
export interface Destination {
  readonly format: Format
  readonly file?: string
}

/** How and where to tell, and what counts as failure. */
export interface OutputOptions {
  readonly format?: readonly Destination[]
  readonly output?: string
  readonly failOn: 'error' | 'warning' | 'never'
  readonly maxWarnings?: number
  readonly color: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** `--format sarif=out.sarif` */
export function addFormat(value: string, earlier: readonly Destination[] = []): readonly Destination[] {
  const [name = '', ...rest] = value.split('=')
  const format = FORMATS.find((each) => each === name)
  if (format === undefined) throw new InvalidArgumentError(`say one of ${FORMATS.join(', ')}, or NAME=FILE`)
  const file = rest.join('=')
  return [...earlier, file === '' ? { format } : { format, file }]
}

/** Tells a report and sets the exit code: 1 where it holds what counts as failure, else 0. */
export async function tell(report: Report, options: OutputOptions): Promise<void> {
  const shown =
    options.quiet === true
      ? { ...report, findings: report.findings.filter((each) => each.severity === 'error') }
      : report
  for (const { format, file } of destinationsOf(options)) {
    const text = render(shown, format, file, options)
    if (file === undefined) await write(text)
    else save(file, text)
  }
  const summary = process.env.GITHUB_STEP_SUMMARY
  if (isAnnotated(options) && summary !== undefined && summary !== '')
    save(summary, reportMarkdown(shown, 900_000), 'a')
  process.exitCode = fails(report, options) ? 1 : 0
}

/** Nothing is told twice in one place. */
function destinationsOf({ format = [{ format: 'text' }], output }: OutputOptions): readonly Destination[] {
  const destinations = format.map((each) =>
    each.file === undefined && output !== undefined ? { ...each, file: output } : each,
  )
  const places = destinations.map((each) => each.file ?? '')
  if (new Set(places).size < places.length)
    throw new UserError('two formats go to one place', 'say --format NAME=FILE for all of them but one')
  return destinations
}

/** In GitHub Actions annotations and the step's summary are the default beside the text. */
function isAnnotated({ format, output }: OutputOptions): boolean {
  return format === undefined && output === undefined && process.env.GITHUB_ACTIONS === 'true'
}

function fails(report: Report, options: OutputOptions): boolean {
  const { errors, warnings } = countOf(report)
  if (options.failOn === 'never') return false
  if (options.maxWarnings !== undefined && warnings > options.maxWarnings) return true
  // Where every statement was modelled, drift is schemalint's own error, and nothing it said is certain.
  if (report.notModelled.length === 0 && (report.verified?.drift?.length ?? 0) > 0) return true
  return errors > 0 || (options.failOn === 'warning' && warnings > 0)
}

function render(report: Report, format: Format, file: string | undefined, options: OutputOptions): string {
  const renderer = RENDERERS[format]
  if (renderer !== undefined) return renderer(report)
  const text = reportText(report, {
    color: file === undefined && options.color ? colorLevel() : 0,
    width: file === undefined ? terminalWidth() : 100,
    explains: options.quiet !== true,
    isVerbose: options.verbose === true,
  })
  return isAnnotated(options) ? text + reportGithub(report) : text
}

/** Where standard output is no terminal, COLUMNS counts as elsewhere; lines beyond 120 columns are hard to read. */
function terminalWidth(): number {
  const said = Number.parseInt(process.env.COLUMNS ?? '', 10)
  return Math.min(process.stdout.columns ?? (said > 0 ? said : 100), 120)
}

function save(path: string, text: string, flag: 'w' | 'a' = 'w'): void {
  try {
    writeFileSync(path, text, { flag })
  } catch (error) {
    throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : undefined)
  }
}

/** Waits until the text is handed over, so that nothing is cut off when the process ends. */
export async function write(text: string): Promise<void> {
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()))
}
