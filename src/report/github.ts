import type { Finding } from '../finding.ts'
import { positionAt } from '../text/lines.ts'
import { type Report, sorted } from './report.ts'

/** How many annotations of each level GitHub shows for one step; more are dropped in silence. */
const SHOWN = 10

/**
 * Workflow commands that annotate the pull request's lines. Of each level the first ten are
 * given, and a notice says how many more there are.
 */
export function reportGithub(report: Report): string {
  const lines = (['error', 'warning'] as const).flatMap((severity) => {
    const findings = sorted(report.findings).filter((finding) => finding.severity === severity)
    const shown = findings.slice(0, SHOWN).map(annotation)
    const more = findings.length - shown.length
    return more === 0
      ? shown
      : [...shown, `::notice title=schemalint::${more} more ${severity}s are in the text above and in the step summary`]
  })
  return lines.map((line) => `${line}\n`).join('')
}

function annotation(finding: Finding): string {
  const { severity, rule, message, span } = finding
  const properties: string[] = []
  if (span !== undefined) {
    const start = positionAt(span.file, span.start)
    const end = positionAt(span.file, span.end)
    properties.push(`file=${property(span.file.path)}`, `line=${start.line}`, `endLine=${end.line}`)
    // GitHub ignores columns where the lines differ.
    if (start.line === end.line) properties.push(`col=${start.column}`, `endColumn=${end.column}`)
  }
  properties.push(`title=${property(rule)}`)
  return `::${severity} ${properties.join(',')}::${escapeData(message)}`
}

/** What a message may hold without ending the command or starting another. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
