import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk'
import stringWidth from 'string-width'
import { blocksReaders, blocksWriters, isStronger, mergeEffects, type Work } from '../catalog/effect.ts'
import type { SeenEffect } from '../finding.ts'
import { positionAt } from '../text/lines.ts'
import { printable } from '../text/printable.ts'
import type { LockingStatement, LockingTransaction, Locks } from './locks.ts'

/** What statements lock, for people: transaction by transaction, without what nobody can be waiting for. */
export function locksText({ postgres, transactions }: Locks, color: ColorSupportLevel): string {
  const paint = new Chalk({ level: color })
  const told = transactions.filter((each) => each.statements.some((statement) => shown(statement).length > 0))
  const parts = told.map((each) => transactionText(each, paint))
  const statements = transactions.flatMap((each) => each.statements)
  const free = statements.filter((statement) => shown(statement).length === 0).length
  const added = new Set(
    statements.flatMap((each) => each.effects.flatMap((effect) => (effect.isNew ? [effect.relation] : []))),
  )
  const rest = `${free} of ${statements.length} statements lock nothing that anybody waits for; ${added.size} relations are new, and left out`
  return `${[...parts, paint.dim(`${rest} (PostgreSQL ${postgres})`)].join('\n\n')}\n`
}

/** Relations in use, under locks for which anybody waits. */
function shown({ effects }: LockingStatement): readonly SeenEffect[] {
  return effects.filter(({ isNew, lock }) => !isNew && isStronger(lock, 'RowExclusiveLock'))
}

function transactionText({ openedBy, statements }: LockingTransaction, paint: ChalkInstance): string {
  const held = openedBy === undefined ? 'the end of the statement' : 'the end of the transaction'
  const rows = statements.flatMap((statement) => {
    const { file, start } = statement.span
    const place = printable(`${file.path}:${positionAt(file, start).line}`)
    return shown(statement).map((effect, position) => [
      position === 0 ? place : '',
      position === 0 ? statement.kind : '',
      ...facts(effect),
    ])
  })
  const head = ['statement', '', 'relation', 'lock', 'waits', 'for']
  const title = openedBy === undefined ? 'a transaction of its own' : 'one transaction'
  const all = mergeEffects(statements.flatMap(shown)).map((effect) => ({ ...effect, isNew: false }))
  const hasTotal = statements.filter((statement) => shown(statement).length > 0).length > 1
  const strongest = all.map((effect, position) => [position === 0 ? 'strongest' : '', '', ...facts(effect)])
  const lines = table([head, ...rows, ...(hasTotal ? strongest : [])], paint)
  return [paint.bold(`${title}, locks held to ${held}`), ...lines].join('\n')
}

function facts({ relation, lock, work }: SeenEffect): readonly string[] {
  return [printable(relation), lock, waiting(lock), DURATION[work]]
}

function waiting(lock: SeenEffect['lock']): string {
  if (blocksReaders(lock)) return 'reads, writes, other DDL'
  return blocksWriters(lock) ? 'writes, other DDL' : 'other DDL'
}

/** How long the work itself takes. */
const DURATION: Readonly<Record<Work, string>> = {
  none: 'an instant',
  scan: 'all its rows are read',
  validate: 'all its rows are checked',
  build: 'all its rows are indexed',
  rewrite: 'all its rows are rewritten',
}

function table(rows: readonly (readonly string[])[], paint: ChalkInstance): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))))
  return rows.map((row, position) => {
    const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
    const line = `  ${cells.join('  ')}`.trimEnd()
    if (position === 0) return paint.dim(line)
    const isLong = row.at(-1) !== DURATION.none
    return isLong && (row[4] ?? '').includes('writes') ? paint.red(line) : line
  })
}
