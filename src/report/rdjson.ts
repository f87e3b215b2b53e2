import type { Finding } from '../finding.ts'
import { positionAt } from '../text/lines.ts'
import type { Span } from '../text/source-file.ts'
import { type Report, sorted } from './report.ts'

/** The report as Reviewdog's diagnostic format, whose columns count bytes of UTF-8. */
export function reportRdjson(report: Report): string {
  const diagnostics = sorted(report.findings).flatMap(diagnosticOf)
  const source = { name: report.tool.name, url: 'https://www.npmjs.com/package/pg-schemalint' }
  return `${JSON.stringify({ source, diagnostics }, null, 2)}\n`
}

/** The format has no word for what has no place. */
function diagnosticOf({ rule, severity, message, span, fix }: Finding): readonly object[] {
  if (span === undefined) return []
  const suggestions =
    fix !== undefined && 'edits' in fix
      ? fix.edits
          .filter((edit) => edit.span.file === span.file)
          .map((edit) => ({ range: rangeOf(edit.span), text: edit.text }))
      : []
  return [
    {
      message,
      location: { path: span.file.path, range: rangeOf(span) },
      severity: severity.toUpperCase(),
      code: { value: rule },
      ...(suggestions.length === 0 ? {} : { suggestions }),
    },
  ]
}

function rangeOf({ file, start, end }: Span): object {
  return { start: placeOf(file, start), end: placeOf(file, end) }
}

function placeOf(file: Span['file'], offset: number): object {
  const { line, column } = positionAt(file, offset)
  const before = file.text.slice(offset - (column - 1), offset)
  return { line, column: Buffer.byteLength(before) + 1 }
}
