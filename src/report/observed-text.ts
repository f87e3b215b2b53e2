import type { ChalkInstance } from 'chalk'
import { blocksReaders, blocksWriters } from '../catalog/effect.ts'
import { positionAt } from '../text/lines.ts'
import { printable } from '../text/printable.ts'
import { count, wrapped } from './prose.ts'
import type { ObservedLine, SeenEffectLine } from './report.ts'
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
