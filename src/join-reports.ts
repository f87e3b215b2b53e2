import type { Finding } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import type { Report } from './report/report.ts'

/** The report of one database, with its name where there are several. */
export interface NamedReport {
  readonly database?: string
  readonly report: Report
}

/**
 * The reports of several databases as one. A finding keeps its fingerprint only within its
 * database, so that the same table in two of them is known twice.
 */
export function joinReports(reports: readonly NamedReport[]): Report {
  const [first, ...others] = reports
  if (first === undefined) throw new Error('there is a report for each database, and one database at least')
  if (first.database === undefined && others.length === 0) return first.report
  const all = reports.map(({ report }) => report)
  const sum = (count: (report: Report) => number) => all.reduce((total, each) => total + count(each), 0)
  const each = (word: (report: Report) => string) => [...new Set(all.map(word))].join(', ')
  const judged = all.flatMap((report) => report.judged ?? [])
  return {
    ...first.report,
    runner: each((report) => report.runner),
    reason: reports.map(({ database, report }) => `${database}: ${report.reason}`).join('; '),
    transaction: each((report) => report.transaction),
    preset: each((report) => report.preset),
    migrations: sum((report) => report.migrations),
    statements: sum((report) => report.statements),
    ...(judged[0] === undefined
      ? {}
      : { judged: { by: judged[0].by, migrations: sum((report) => report.judged?.migrations ?? 0) } }),
    passedOver: all.flatMap((report) => report.passedOver),
    findings: reports.flatMap(({ database, report }) => report.findings.map((finding) => within(database, finding))),
    allowed: all.flatMap((report) => report.allowed),
    notModelled: all.flatMap((report) => report.notModelled),
    notes: all.flatMap((report) => report.notes ?? []),
    ...(all.some((report) => report.isSelection === true) ? { isSelection: true } : {}),
    rules: new Map(all.flatMap((report) => [...report.rules])),
    databases: reports.map(({ database = '', report }) => ({ name: database, report })),
  }
}

function within(database: string | undefined, finding: Finding): Finding {
  return { ...finding, fingerprint: fingerprint(database ?? '', finding.fingerprint) }
}
