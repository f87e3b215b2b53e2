import type { Finding } from '../finding.ts'
import { positionAt } from '../text/lines.ts'
import { printable } from '../text/printable.ts'
import { prose } from './json.ts'
import { count } from './prose.ts'
import { countOf, type Report, sorted } from './report.ts'

/** By this comment the one that is to be brought up to date is found again. */
export const MARKER = '<!-- schemalint -->'

/**
 * The report as Markdown for a comment or a step's summary, in at most so many UTF-16 units;
 * what does not fit is counted. A comment on GitHub holds 65,536.
 */
export function reportMarkdown(report: Report, longest = 60_000): string {
  const { errors, warnings } = countOf(report)
  const findings = sorted(report.findings).toSorted((a, b) => rank(a) - rank(b))
  const verdict =
    findings.length === 0
      ? '**schemalint**: nothing found'
      : `**schemalint**: ${[errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter(Boolean).join(', ')}`
  const read = `${count(report.migrations, 'migration')}, ${count(report.statements, 'statement')} · runner ${report.runner} · PostgreSQL ${report.postgres} · preset ${report.preset}`
  const allowed = report.allowed.length === 0 ? '' : ` · ${report.allowed.length} allowed`
  let text = `${MARKER}\n${verdict}\n\n${code(read + allowed)}\n`
  const explained = new Set<string>()
  for (const [position, finding] of findings.entries()) {
    const block = blockOf(finding, report, !explained.has(finding.rule))
    explained.add(finding.rule)
    if (text.length + block.length > longest - 100)
      return `${text}\n_${findings.length - position} more are not shown here._\n`
    text += block
  }
  return text
}

function blockOf({ rule, severity, message, span }: Finding, report: Report, explains: boolean): string {
  const place = span === undefined ? undefined : positionAt(span.file, span.start)
  const where = span === undefined ? '' : ` ${code(`${span.file.path}:${place?.line}`)}`
  const instead = prose(report.rules.get(rule)?.instead ?? '')
  const more =
    explains && instead !== '' ? `  <details><summary>instead</summary>\n\n  ${plain(instead)}\n\n  </details>\n` : ''
  return `\n- **${severity}** ${code(rule)}${where}: ${plain(message)}\n${more}`
}

function rank({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1
}

/** Names come from files that anybody may write: nothing in them is markup, a mention or a reference. */
function plain(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/([@#])(?=\w)/g, '$1\u200b')
}

function code(text: string): string {
  const shown = printable(text.replace(/\s+/g, ' '))
  const fence = '`'.repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map((each) => each.length)) + 1)
  return `${fence}${fence.length > 1 ? ' ' : ''}${shown}${fence.length > 1 ? ' ' : ''}${fence}`
}
