import type { ChalkInstance } from 'chalk'
import { blocksReaders, blocksWriters } from '../catalog/effect.ts'
import { positionAt } from '../text/lines.ts'
import { printable } from '../text/printable.ts'
import { count, wrapped } from './prose.ts'
import type { ContentionLines, ObservedLine, SeenEffectLine, WaitLine } from './report.ts'
import type { TextOptions } from './text.ts'

/**
 * What the server was seen to lock: of relations in use the locks for which their writers
 * wait, with `--verbose` every lock of every statement and how long it took.
 */
export function observedLines(
  observed: readonly ObservedLine[],
  chalk: ChalkInstance,
  options: TextOptions,
): readonly string[] {
  if (observed.length === 0) return []
  const rows = observed.flatMap((line) => {
    const shown = line.observed.filter((effect) => options.isVerbose || isFelt(effect))
    return shown.map((effect) => row(line, effect, options))
  })
  const differing = observed.filter((line) => line.differences.length > 0).length
  const agreed = `${count(observed.length, 'statement')} locked and worked as predicted`
  const verdict =
    differing === 0
      ? `  ${chalk.green('✓')} ${agreed}`
      : `  ${chalk.yellow('✗')} ${differing} of ${count(observed.length, 'statement')} locked or worked otherwise than predicted`
  if (rows.length === 0) return [verdict]
  const title = options.isVerbose
    ? '  locks, as they were observed:'
    : '  locks on relations in use for which writers wait, as they were observed:'
  return [verdict, wrapped(title.trim(), options.width, '  '), ...table(rows, options.width)]
}

/** For which statements the sessions beside the migrations waited, and how long. */
export function contentionLines(
  { tables, left, waits }: ContentionLines,
  chalk: ChalkInstance,
  { width }: TextOptions,
): readonly string[] {
  const beside = `a session that reads and one that writes each of ${count(tables, 'table')}`
  const rows = groupedWaits(waits).map(({ span, kind, relation, waited }) => {
    const { line } = positionAt(span.file, span.start)
    return [`${printable(span.file.path)}:${line}`, kind.toLowerCase(), printable(relation), ...waited]
  })
  const rest = left === 0 ? [] : [wrapped(`not tried on ${count(left, 'more table')}: too many at once`, width, '  ')]
  if (rows.length === 0) return [`  ${chalk.green('✓')} nobody waited: ${beside}`, ...rest]
  return [wrapped(`waits, with ${beside}:`, width, '  '), ...table(rows, width), ...rest]
}

/** The reads and the writes of one relation that waited for one statement, in columns of their own. */
function groupedWaits(waits: readonly WaitLine[]) {
  const groups = new Map<string, readonly WaitLine[]>()
  for (const wait of waits) {
    const key = `${wait.span.file.path} ${wait.span.start} ${wait.relation}`
    groups.set(key, [...(groups.get(key) ?? []), wait])
  }
  return [...groups.values()].map((group) => {
    const [first] = group
    const waited = (['reads', 'writes'] as const).map((waiting) => {
      const wait = group.find((each) => each.waiting === waiting)
      return wait === undefined ? '' : `${waiting} ${wait.milliseconds} ms${wait.predicted ? '' : ', not predicted'}`
    })
    return { ...first!, waited }
  })
}

function isFelt({ isNew, lock }: SeenEffectLine): boolean {
  return !isNew && blocksWriters(lock)
}

function row(
  { span, kind, milliseconds, showsWork }: ObservedLine,
  { relation, lock, work, isNew }: SeenEffectLine,
  { isVerbose }: TextOptions,
): readonly string[] {
  const { line } = positionAt(span.file, span.start)
  const waiting = isNew ? 'nobody: new' : blocksReaders(lock) ? 'reads, writes' : blocksWriters(lock) ? 'writes' : ''
  const done = !showsWork ? 'not seen' : work === 'none' ? 'an instant' : work
  const cells = [`${printable(span.file.path)}:${line}`, kind.toLowerCase(), printable(relation), lock, done, waiting]
  return isVerbose ? [...cells, `${milliseconds} ms`] : cells
}

/** Columns as wide as their widest cell; a file's long path gives way first. */
function table(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((each) => each[column]!.length)))
  const excess = widths.reduce((sum, each) => sum + each + 2, 2) - width
  const first = Math.max(16, widths[0]! - Math.max(0, excess))
  return rows.map(([place = '', ...cells]) => {
    const shown = place.length > first ? `…${place.slice(1 - first)}` : place
    const rest = cells.map((cell, index) => cell.padEnd(widths[index + 1]!))
    return `    ${[shown.padEnd(first), ...rest].join('  ').trimEnd()}`
  })
}
