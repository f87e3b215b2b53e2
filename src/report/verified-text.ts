import type { ChalkInstance } from 'chalk'
import { positionAt } from '../text/lines.ts'
import { printable } from '../text/printable.ts'
import type { Span } from '../text/source-file.ts'
import { contentionLines, observedLines } from './observed-text.ts'
import { count, wrapped } from './prose.ts'
import type { DownLine, Report, RowLines, Verified } from './report.ts'
import type { TextOptions } from './text.ts'

/** What a server did with the migrations, and what it showed. */
export function verifiedBlock(report: Report, verified: Verified, chalk: ChalkInstance, options: TextOptions): string {
  const { applied, leftOut, drift, behaviours } = verified
  const lines = [
    `${chalk.bold('verified')} on ${printable(verified.server)}`,
    `  ${count(applied.migrations, 'migration')} applied, ${count(applied.statements, 'statement')}`,
  ]
  for (const { span, reason } of leftOut) {
    lines.push(wrapped(`left out: ${placeOf(span)}: ${printable(reason)}`, options.width, '  '))
  }
  lines.push(...learnedLines(verified, chalk, options))
  if (drift === undefined) lines.push('  the catalogs were not compared: a migration was applied in part')
  else if (drift.length === 0)
    lines.push(`  ${chalk.green('✓')} the schema read from the migrations is the schema on the server`)
  else lines.push(...driftLines(report, verified, chalk, options))
  const observed = observedLines(verified.observed, chalk, options)
  const { contention } = verified
  const waits = contention === undefined ? [] : contentionLines(contention, chalk, options)
  const rows = verified.rows === undefined ? [] : rowLines(verified.rows, options)
  const downs = verified.downs === undefined ? [] : downLines(verified.downs, chalk, options)
  const kept = verified.kept === undefined ? [] : keptLines(verified.kept)
  return [
    ...lines,
    ...rows,
    ...observed,
    ...waits,
    ...behaviourLines(behaviours, chalk, options),
    ...downs,
    ...kept,
  ].join('\n')
}

/** What statements did that are not modelled, as the server showed it. */
function learnedLines({ learned }: Verified, chalk: ChalkInstance, options: TextOptions): readonly string[] {
  if (learned.length === 0) return []
  const told = `${count(learned.length, 'statement')} that ${learned.length === 1 ? 'is' : 'are'} not modelled`
  return [
    chalk.yellow(wrapped(`taken from the server, what it showed of ${told}:`, options.width, '  ')),
    ...learned.map(({ span, statement, differences }) => {
      const line = `${placeOf(span)}: ${printable(statement)}: ${count(differences.length, 'fact')}`
      return wrapped(line, options.width, '    ')
    }),
  ]
}

function placeOf({ file, start }: Span): string {
  return `${printable(file.path)}:${positionAt(file, start).line}`
}

function driftLines(
  report: Report,
  { drift }: Verified,
  chalk: ChalkInstance,
  options: TextOptions,
): readonly string[] {
  const unread = report.notModelled.length
  const cause = unread === 0 ? 'please report them' : `${count(unread, 'statement')} were not modelled`
  const facts = count(drift?.length ?? 0, 'fact')
  const lines = [
    chalk.red(wrapped(`drift: ${facts} read otherwise than the server has them; ${cause}:`, options.width, '  ')),
  ]
  for (const { subject, first, second } of drift ?? []) {
    lines.push(
      wrapped(`${printable(subject)}: read ${printable(first)}, server ${printable(second)}`, options.width, '    '),
    )
  }
  return lines
}

/** Not wrapped: they are to be copied. */
function keptLines({ url, remove }: NonNullable<Verified['kept']>): readonly string[] {
  return [`  kept: ${printable(url)}`, `  to end it: ${printable(remove)}`]
}

/** How full the tables were, and which stayed empty. */
function rowLines({ each, tables, unfilled }: RowLines, options: TextOptions): readonly string[] {
  return [
    `  ${count(tables.length, 'table')} held ${count(each, 'row')} each before the next migration`,
    ...unfilled.map(({ table, version, reason }) =>
      wrapped(
        `not filled before ${printable(version)}: ${printable(table)}: ${printable(reason)}`,
        options.width,
        '  ',
      ),
    ),
  ]
}

/** Which migrations went up, down and up again, and which did not; what is left behind are findings. */
function downLines(
  downs: NonNullable<Verified['downs']>,
  chalk: ChalkInstance,
  options: TextOptions,
): readonly string[] {
  const having = (outcome: DownLine['outcome']) => downs.filter((each) => each.outcome === outcome)
  const line = (each: readonly DownLine[], told: string) =>
    each.length === 0
      ? []
      : [wrapped(`${told}: ${each.map(({ version }) => printable(version)).join(', ')}`, options.width, '  ')]
  const reversed = having('reversed')
  const proven = `${chalk.green('✓')} ${count(reversed.length, 'migration')} went up, down and up again and left nothing`
  return [
    ...(reversed.length === 0 ? [] : [`  ${proven}`]),
    ...line(having('differs'), chalk.red('another schema after the down half')),
    ...line(having('refused'), chalk.red('the down half is refused')),
    ...line(having('refused again'), chalk.red('does not go up again after its down half')),
    ...line(having('no down'), 'no down half'),
    ...line(having('not tried'), 'down half not tried'),
  ]
}

function behaviourLines(
  behaviours: Verified['behaviours'],
  chalk: ChalkInstance,
  options: TextOptions,
): readonly string[] {
  const moved = behaviours.filter((each) => each.outcome === 'changed')
  const lines = behaviours
    .filter((each) => each.outcome === 'not-tried')
    .map((each) =>
      wrapped(`not tried: UPDATE of ${printable(each.table)}: ${printable(each.reason ?? '')}`, options.width, '  '),
    )
  if (moved.length === 0) return lines
  return [
    wrapped(
      `${chalk.green('✓')} an UPDATE moves updated_at: ${moved.map((each) => printable(each.table)).join(', ')}`,
      options.width,
      '  ',
    ),
    ...lines,
  ]
}
