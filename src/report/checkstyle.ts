import { positionAt } from '../text/lines.ts'
import { type Report, sorted } from './report.ts'
import { element, XML_HEAD } from './xml.ts'

/** The report as Checkstyle. */
export function reportCheckstyle(report: Report): string {
  const files = new Map<string, string[]>()
  for (const { rule, severity, message, span } of sorted(report.findings)) {
    const path = span?.file.path ?? '(database)'
    const place = span === undefined ? undefined : positionAt(span.file, span.start)
    const error = element('error', {
      line: place?.line ?? 0,
      ...(place === undefined ? {} : { column: place.column }),
      severity,
      message,
      source: `schemalint.${rule}`,
    })
    files.set(path, [...(files.get(path) ?? []), error])
  }
  const content = [...files].map(([name, errors]) => element('file', { name }, errors))
  return `${XML_HEAD}\n${element('checkstyle', { version: '4.3' }, content)}\n`
}
