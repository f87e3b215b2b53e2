import type { Difference } from '../catalog/diff.ts'
import type { Finding } from '../finding.ts'
import type { Fix } from '../rule.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import type { SourceFile, Span } from '../text/source-file.ts'
import {
  type ContentionLines,
  countOf,
  type DownLine,
  type ObservedLine,
  type Report,
  type SeenEffectLine,
  sorted,
} from './report.ts'

/**
 * The report as JSON, version 1. Lines and columns count from 1, columns and offsets in
 * UTF-16 units, ends are exclusive. A finding that only a server showed has no file.
 */
export function reportJson(report: Report): string {
  const places = placesOf()
  const { tool, postgres, runner, transaction, preset, passedOver, verified } = report
  return `${JSON.stringify(
    {
      version: 1,
      tool,
      postgres,
      runner,
      transaction,
      preset,
      summary: summaryJson(report),
      ...(report.databases === undefined ? {} : { databases: report.databases.map(databaseJson) }),
      ...(passedOver.length === 0 ? {} : { passedOver }),
      ...(report.notes === undefined || report.notes.length === 0 ? {} : { notes: report.notes }),
      findings: sorted(report.findings).map((finding) => findingJson(finding, report, places)),
      ...(verified === undefined
        ? {}
        : {
            verified: {
              server: verified.server,
              applied: verified.applied,
              leftOut: verified.leftOut.map(({ span, reason }) => ({ ...places(span), reason })),
              learned: verified.learned.map(({ span, statement, differences }) => ({
                ...places(span),
                statement,
                differences: differences.map(changeJson),
              })),
              drift:
                verified.drift?.map(({ subject, first, second }) => ({
                  subject,
                  migrations: first,
                  database: second,
                })) ?? null,
              behaviours: verified.behaviours,
              observed: verified.observed.map((each) => observedJson(each, places)),
              ...(verified.rows === undefined ? {} : { rows: verified.rows }),
              ...(verified.contention === undefined ? {} : { contention: contentionJson(verified.contention, places) }),
              ...(verified.downs === undefined ? {} : { downs: verified.downs.map(downJson) }),
              ...(verified.kept === undefined ? {} : { kept: verified.kept }),
            },
          }),
    },
    null,
    2,
  )}\n`
}

function databaseJson({ name, report }: { readonly name: string; readonly report: Report }): object {
  const { postgres, runner, transaction, preset } = report
  return { name, postgres, runner, transaction, preset, summary: summaryJson(report) }
}

function observedJson({ span, kind, predicted, observed, ...rest }: ObservedLine, places: Places): object {
  return { ...places(span), kind, predicted: predicted.map(effectJson), observed: observed.map(effectJson), ...rest }
}

function contentionJson({ waits, ...rest }: ContentionLines, places: Places): object {
  return { ...rest, waits: waits.map(({ span, ...wait }) => ({ ...places(span), ...wait })) }
}

function effectJson({ isNew, relation, lock, work }: SeenEffectLine): object {
  return { relation, lock, work, new: isNew }
}

function downJson({ version, outcome, differences }: DownLine): object {
  return { version, outcome, differences: differences.map(changeJson) }
}

function changeJson({ subject, first, second }: Difference): object {
  return { subject, before: first, after: second }
}

function summaryJson(report: Report): object {
  const { errors, warnings } = countOf(report)
  const { migrations, statements, judged, allowed, notModelled } = report
  return {
    migrations,
    statements,
    ...(judged === undefined ? {} : { judged: judged.migrations }),
    errors,
    warnings,
    allowed: allowed.length,
    baseline: report.baseline ?? 0,
    notModelled: notModelled.length,
  }
}

type Places = (span: Span) => { readonly file: string; readonly range: object }

/** Measures the lines of each file once. */
function placesOf(): Places {
  const starts = new Map<SourceFile, readonly number[]>()
  return ({ file, start, end }) => {
    const lines = starts.get(file) ?? lineStarts(file.text)
    starts.set(file, lines)
    return { file: file.path, range: { start: positionAt(file, start, lines), end: positionAt(file, end, lines) } }
  }
}

function findingJson(finding: Finding, report: Report, places: Places): object {
  const { rule, severity, hazard, message, subject, seenIn, span, effects, fix, fingerprint } = finding
  const texts = report.rules.get(rule)
  const isLock = hazard === 'blocks' || hazard === 'queues'
  return {
    rule,
    severity,
    hazard,
    message,
    subject,
    ...(span === undefined ? {} : places(span)),
    seenIn,
    why: prose(texts?.why ?? ''),
    instead: prose(texts?.instead ?? ''),
    ...(isLock ? { effects: (effects ?? []).map(({ isNew, ...effect }) => ({ ...effect, new: isNew })) } : {}),
    ...(fix === undefined ? {} : { fix: fixJson(fix, places) }),
    fingerprint,
  }
}

function fixJson(fix: Fix, places: Places): object {
  if (!('edits' in fix)) return fix
  return { ...fix, edits: fix.edits.map(({ span, text }) => ({ ...places(span), text })) }
}

/** Prose without the indentation and line breaks of the code it stands in; paragraphs stay apart. */
export function prose(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' '))
    .join('\n\n')
}
