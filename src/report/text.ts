import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk'
import wrapAnsi from 'wrap-ansi'
import type { Finding } from '../finding.ts'
import type { Fix } from '../rule.ts'
import { positionAt } from '../text/lines.ts'
import { printable } from '../text/printable.ts'
import { frame } from './frame.ts'
import { prose } from './json.ts'
import { count, wrapped } from './prose.ts'
import { countOf, type Report, sorted } from './report.ts'
import { verifiedBlock } from './verified-text.ts'

/** How text is laid out. */
export interface TextOptions {
  /** Chalk's levels: 0 without colour, up to 3. */
  readonly color: ColorSupportLevel
  /** Columns of the terminal. */
  readonly width: number
  /** Whether to explain each rule where it is first met. */
  readonly explains: boolean
  /** Whether to tell what is else left out as long. */
  readonly isVerbose: boolean
}

/** The report for people: a frame for each finding, then a summary. */
export function reportText(report: Report, options: TextOptions): string {
  const chalk = new Chalk({ level: options.color })
  const explained = new Set<string>()
  const blocks = sorted(report.findings).map((finding) => {
    const isFirst = options.explains && !explained.has(finding.rule)
    explained.add(finding.rule)
    return findingBlock(finding, report, chalk, options, isFirst)
  })
  const verified = report.verified === undefined ? [] : [verifiedBlock(report, report.verified, chalk, options)]
  const passed = report.passedOver.map((path) =>
    wrapped(`passed over, as no migration of ${report.runner}: ${printable(path)}`, options.width, ''),
  )
  const told = (report.notes ?? []).map((note) => wrapped(printable(note), options.width, ''))
  const lines = [...passed, ...told]
  const notes = lines.length === 0 ? [] : [lines.join('\n')]
  return `${[...blocks, ...verified, ...notes, summary(report, chalk, options)].join('\n\n')}\n`
}

function findingBlock(
  finding: Finding,
  report: Report,
  chalk: ChalkInstance,
  options: TextOptions,
  explains: boolean,
): string {
  const paint = finding.severity === 'error' ? chalk.red : chalk.yellow
  const hazard = finding.hazard === 'none' ? '' : chalk.dim(` · ${finding.hazard}`)
  const lines = [
    `${paint.bold(finding.severity)} ${chalk.bold(finding.rule)}${hazard}${chalk.dim(seenIn(finding, report))}`,
  ]
  lines.push(wrapped(printable(finding.message), options.width, '  '))
  if (finding.span !== undefined) {
    const { line, column } = positionAt(finding.span.file, finding.span.start)
    lines.push(
      `  ${chalk.cyan(`${printable(finding.span.file.path)}:${line}:${column}`)}`,
      ...frame(finding.span, chalk, paint, options.width),
    )
  }
  const instead = report.rules.get(finding.rule)?.instead
  if (explains && instead !== undefined)
    lines.push(chalk.dim(wrapped(`instead: ${prose(instead)}`, options.width, '  ')))
  if (finding.fix !== undefined && !('edits' in finding.fix)) {
    lines.push(
      chalk.green(`  ${printable(finding.fix.title)}:`),
      ...newMigrations(finding.fix).map((line) => `    ${printable(line)}`),
    )
  }
  return lines.join('\n')
}

/** The lines of a follow-up, or of the steps that take a statement's place. */
function newMigrations(fix: Exclude<Fix, { readonly edits: unknown }>): readonly string[] {
  if ('followUp' in fix) return fix.followUp.split('\n')
  return fix.steps.flatMap(({ sql, outsideTransaction }, position) => {
    const place = fix.steps.length === 1 ? 'a migration of its own' : `migration ${position + 1} of ${fix.steps.length}`
    const isPlain = fix.steps.length === 1 && outsideTransaction === undefined
    const head = isPlain ? [] : [`-- ${place}${outsideTransaction === true ? ', outside a transaction' : ''}`]
    return [...head, ...sql.split('\n')]
  })
}

function seenIn(finding: Finding, report: Report): string {
  if (report.verified === undefined) return ''
  if (finding.seenIn === 'both') return ' · in the migrations and on the server'
  return finding.seenIn === 'database' ? ' · on the server' : ''
}

const MODELS: Readonly<Record<string, string>> = {
  'per-migration': 'one transaction each',
  'per-statement': 'no transactions of its own',
  'whole-run': 'one transaction for all',
}

function summary(report: Report, chalk: ChalkInstance, options: TextOptions): string {
  const { errors, warnings } = countOf(report)
  const found = [
    errors > 0 ? chalk.red.bold(count(errors, 'error')) : undefined,
    warnings > 0 ? chalk.yellow.bold(count(warnings, 'warning')) : undefined,
    report.allowed.length > 0 ? `${report.allowed.length} allowed` : undefined,
    (report.baseline ?? 0) > 0 ? `${report.baseline} in the baseline` : undefined,
    report.notModelled.length > 0 ? `${count(report.notModelled.length, 'statement')} not modelled` : undefined,
  ].filter((part) => part !== undefined)
  const isClean = report.findings.length + report.notModelled.length === 0
  const verdict = isClean
    ? [
        chalk.green.bold((report.judged?.migrations ?? report.migrations) === 0 ? 'nothing to check' : 'clean'),
        ...found,
      ]
    : found
  const settings = report.databases?.map(({ name, report: one }) => `${printable(name)}: ${settingOf(one)}`)
  const lines = (settings ?? [settingOf(report)]).map((line) => chalk.dim(wrapAnsi(line, options.width)))
  return [...lines, verdict.join(', ')].join('\n')
}

/** What was read, and what was assumed of it. */
function settingOf(report: Report): string {
  const model = MODELS[report.transaction] ?? report.transaction
  const read = `${count(report.migrations, 'migration')}, ${count(report.statements, 'statement')}`
  const judged =
    report.judged === undefined ? '' : ` · ${report.judged.migrations} judged: ${printable(report.judged.by)}`
  return `${read}${judged} · runner ${report.runner} (${printable(report.reason)}), ${model} · PostgreSQL ${report.postgres} · preset ${report.preset}`
}
