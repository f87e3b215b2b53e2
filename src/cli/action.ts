import { appendFileSync, writeFileSync } from 'node:fs'
import { type CommentPlace, keepComment } from '../github-comment.ts'
import { escapeData } from '../report/github.ts'
import { reportMarkdown } from '../report/markdown.ts'
import { countOf, type Report } from '../report/report.ts'
import { reportSarif } from '../report/sarif.ts'
import type { Preset } from '../rule.ts'
import { UserError } from '../text/user-error.ts'
import { checkedReport } from './check-command.ts'
import { readEvent } from './newness-options.ts'
import { type OutputOptions, tell } from './output.ts'

/** What the runner of GitHub Actions starts: `check`, told by the inputs of action.yml. */
async function runAction(): Promise<void> {
  const output: OutputOptions = { failOn: failOn(input('fail-on')), color: true }
  const report = await checkedReport(input('paths').split(/\s+/).filter(Boolean), judging())
  const sarif = input('sarif-file')
  if (sarif !== '') writeFileSync(sarif, reportSarif(report))
  await tell(report, output)
  const { errors, warnings } = countOf(report)
  for (const [name, value] of Object.entries({
    findings: errors + warnings,
    errors,
    warnings,
    'sarif-file': sarif,
  }))
    setOutput(name, String(value))
  if (input('comment') === 'true') await comment(report)
}

function judging() {
  const said = (name: string) => (input(name) === '' ? {} : { [name]: input(name) })
  const preset = input('preset')
  const since = input('since')
  return {
    ...said('config'),
    ...said('database'),
    ...said('baseline'),
    ...(preset === '' ? {} : { preset: preset as Preset }),
    // Where nothing is said, the base of the event counts.
    ...(since === '' ? {} : { since: since === 'none' ? (false as const) : since }),
    execute: input('execute') !== 'false',
  }
}

/** The runner hands inputs over in the environment, and leaves the dash in their names. */
function input(name: string): string {
  return (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
}

function failOn(value: string): OutputOptions['failOn'] {
  if (value === '') return 'error'
  if (value === 'error' || value === 'warning' || value === 'never') return value
  throw new UserError(`fail-on cannot be ${value}`, 'say error, warning or never')
}

function setOutput(name: string, value: string): void {
  const { GITHUB_OUTPUT } = process.env
  if (GITHUB_OUTPUT === undefined || GITHUB_OUTPUT === '') return
  appendFileSync(GITHUB_OUTPUT, `${name}<<schemalint-end\n${value}\nschemalint-end\n`)
}

/** A comment is an extra: where it may not be written the annotations tell the same, and the step does not fail. */
async function comment(report: Report): Promise<void> {
  const place = commentPlace()
  if (place === undefined) {
    process.stdout.write('no comment: this run is not about a pull request, or has no token\n')
    return
  }
  try {
    const outcome = await keepComment(place, reportMarkdown(report), report.findings.length === 0)
    if (outcome === 'refused')
      process.stdout.write(
        '::notice title=schemalint::no comment: the token of this run may not write one, as for pull requests from forks; the annotations and the summary tell the same\n',
      )
    else process.stdout.write(`comment: ${outcome}\n`)
  } catch (error) {
    process.stdout.write(`::warning title=schemalint::no comment: ${escapeData(String(error))}\n`)
  }
}

function commentPlace(): CommentPlace | undefined {
  const { GITHUB_EVENT_PATH = '', GITHUB_REPOSITORY = '', GITHUB_API_URL = 'https://api.github.com' } = process.env
  const number = readEvent(GITHUB_EVENT_PATH).pull_request?.number
  const token = input('token')
  if (number === undefined || token === '' || GITHUB_REPOSITORY === '') return undefined
  return { api: GITHUB_API_URL, repository: GITHUB_REPOSITORY, pullRequest: number, token }
}

try {
  await runAction()
} catch (error) {
  process.exitCode = 2
  const text = error instanceof UserError ? [error.message, error.hint].filter(Boolean).join('; ') : String(error)
  process.stdout.write(`::error title=schemalint::${escapeData(text)}\n`)
  if (!(error instanceof UserError) && error instanceof Error) process.stderr.write(`${error.stack}\n`)
}
