import type { Finding } from '../finding.ts'
import { positionAt } from '../text/lines.ts'
import { prose } from './json.ts'
import { countOf, type Report, sorted } from './report.ts'
import { element, escapeXml, XML_HEAD } from './xml.ts'

/** The report as JUnit: a test case for each finding, which fails, and one that passes where there is none. */
export function reportJunit(report: Report): string {
  const findings = sorted(report.findings)
  const { errors, warnings } = countOf(report)
  const cases =
    findings.length === 0
      ? [element('testcase', { name: `${report.migrations} migrations`, classname: report.tool.name })]
      : findings.map((finding) => caseOf(finding, report))
  const totals = { tests: cases.length, failures: errors + warnings, errors: 0 }
  const suite = element('testsuite', { name: report.tool.name, ...totals }, cases)
  return `${XML_HEAD}\n${element('testsuites', totals, [suite])}\n`
}

function caseOf({ rule, severity, message, span, subject }: Finding, report: Report): string {
  const place = span === undefined ? undefined : positionAt(span.file, span.start)
  const where = span === undefined || place === undefined ? '' : `${span.file.path}:${place.line}:${place.column}\n`
  const instead = prose(report.rules.get(rule)?.instead ?? '')
  const failure = element('failure', { message, type: severity }, [
    escapeXml(`${where}${message}\n\nInstead: ${instead}`).replaceAll('&#10;', '\n'),
  ])
  const file = span === undefined || place === undefined ? {} : { file: span.file.path, line: place.line }
  return element('testcase', { name: `${rule}: ${subject}`, classname: span?.file.path ?? 'database', ...file }, [
    failure,
  ])
}
