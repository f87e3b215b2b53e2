import type { Finding } from './finding.ts'
import type { History } from './migrations/migration.ts'
import type { Report } from './report/report.ts'
import type { Fix } from './rule.ts'
import { placed } from './text/source-file.ts'

/**
 * A report in terms of the files that people write: what was found in SQL that a program
 * rendered is told at its place in the program. Of a history from which some files were
 * asked for, only what is in them is told, and what has no place at all.
 */
export function placeReport(report: Report, history: History): Report {
  const isWanted = ({ span }: Finding) =>
    history.selected === undefined || span === undefined || history.selected.has(span.file.path)
  const { verified } = report
  return {
    ...report,
    findings: report.findings.map(placeFinding).filter(isWanted),
    allowed: report.allowed
      .map((each) => ({ ...each, finding: placeFinding(each.finding) }))
      .filter(({ finding }) => isWanted(finding)),
    notModelled: report.notModelled.map((each) => ({ ...each, span: placed(each.span) })),
    ...(history.notes === undefined ? {} : { notes: history.notes }),
    ...(verified === undefined
      ? {}
      : {
          verified: {
            ...verified,
            leftOut: verified.leftOut.map((each) => ({ ...each, span: placed(each.span) })),
            learned: verified.learned.map((each) => ({ ...each, span: placed(each.span) })),
            observed: verified.observed.map((each) => ({ ...each, span: placed(each.span) })),
          },
        }),
  }
}

function placeFinding({ span, fix, ...finding }: Finding): Finding {
  const kept = fix === undefined ? undefined : placeFix(fix)
  return {
    ...finding,
    ...(span === undefined ? {} : { span: placed(span) }),
    ...(kept === undefined ? {} : { fix: kept }),
  }
}

/** An edit of rendered text edits nothing that anybody wrote. */
function placeFix(fix: Fix): Fix | undefined {
  if (!('edits' in fix)) return fix
  return fix.edits.some((edit) => edit.span.file.placeOf !== undefined) ? undefined : fix
}
