import { positionAt } from '../text/lines.ts'
import { type Report, sorted } from './report.ts'

/** The report as GitLab's code quality: an array, in which a fingerprint may stand once. */
export function reportGitlab(report: Report): string {
  const seen = new Map<string, number>()
  const issues = sorted(report.findings).map(({ rule, severity, message, span, fingerprint }) => {
    const count = seen.get(fingerprint) ?? 0
    seen.set(fingerprint, count + 1)
    return {
      description: message,
      check_name: rule,
      fingerprint: count === 0 ? fingerprint : `${fingerprint}-${count}`,
      severity: severity === 'error' ? 'major' : 'minor',
      location: {
        path: span?.file.path ?? '(database)',
        lines: { begin: span === undefined ? 1 : positionAt(span.file, span.start).line },
      },
    }
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}
