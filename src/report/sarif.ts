import type { Finding } from '../finding.ts'
import { positionAt } from '../text/lines.ts'
import type { Span } from '../text/source-file.ts'
import { prose } from './json.ts'
import { type Report, sorted } from './report.ts'

/** GitHub shows no more of a text than this many characters. */
const LONGEST = 1024

/**
 * The report as SARIF 2.1.0, for code scanning. Regions are the clauses that are meant, columns
 * count UTF-16 units, and a fingerprint follows the content, not the line. What comments allow is
 * there as suppressed. A finding without a place in a file is one of the first migration's.
 */
export function reportSarif(report: Report): string {
  const names = [...report.rules.keys()]
  const results = [
    ...sorted(report.findings).map((finding) => resultOf(finding, names)),
    ...report.allowed.map(({ finding, reason }) => ({
      ...resultOf(finding, names),
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
    })),
  ]
  const driver = {
    name: report.tool.name,
    semanticVersion: report.tool.version,
    informationUri: 'https://www.npmjs.com/package/pg-schemalint',
    rules: names.map((name) => ruleOf(name, report)),
  }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', automationDetails: { id: 'schemalint/' }, results }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(name: string, report: Report): object {
  const texts = report.rules.get(name)
  const [summary, why, instead] = [texts?.summary, texts?.why, texts?.instead].map((text) => prose(text ?? name))
  return {
    id: name,
    name,
    shortDescription: { text: cut(summary ?? name) },
    fullDescription: { text: cut(why ?? name) },
    help: {
      text: `${summary}\n\n${why}\n\nInstead: ${instead}`,
      markdown: `${summary}\n\n${why}\n\n**Instead:** ${instead}`,
    },
    properties: { precision: 'very-high', tags: ['postgresql', 'migrations'] },
  }
}

function resultOf(finding: Finding, names: readonly string[]): object {
  const { rule, severity, message, subject, span, fingerprint } = finding
  return {
    ruleId: rule,
    ...(names.includes(rule) ? { ruleIndex: names.indexOf(rule) } : {}),
    level: severity,
    message: { text: message },
    ...(span === undefined ? {} : { locations: [{ physicalLocation: locationOf(span) }] }),
    partialFingerprints: { 'schemalint/v1': fingerprint },
    properties: { hazard: finding.hazard, subject, seenIn: finding.seenIn },
  }
}

function locationOf({ file, start, end }: Span): object {
  const [from, to] = [positionAt(file, start), positionAt(file, Math.max(end, start))]
  return {
    artifactLocation: { uri: file.path.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
  }
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}
