import { type Action, actionRule, type Name } from '../src/rule.ts'

export default actionRule({
  on: ['createIndex', 'dropIndex', 'reindex', 'detachPartition', 'validateConstraint'],
  severity: 'warning',
  hazard: 'fails',
  summary: 'A statement that takes its time in the background stands under a short timeout.',
  why: `
    CREATE INDEX CONCURRENTLY and its like wait for every older transaction, which lock_timeout
    counts as waiting for a lock, and read the whole table, which statement_timeout counts.
    Cancelled, they leave an invalid index behind. VALIDATE CONSTRAINT reads the whole table as
    well. None of them stops readers or writers, so that no timeout protects anybody.
  `,
  instead: `
    SET lock_timeout = 0 and SET statement_timeout = 0 before such a statement, and set them
    again after it. A short lock_timeout belongs around statements that take strong locks.
  `,
  *check({ action, before, inUse, transaction }) {
    const { words, table } = slowForm(action, (index) => before.indexes.get(index)?.table) ?? {}
    if (words === undefined || table === undefined || !inUse(table)) return
    for (const { name, atLeast } of TIMEOUTS) {
      // A lock that VALIDATE does not get is no harm: nothing has been done yet.
      if (name === 'lock_timeout' && action.kind === 'validateConstraint') continue
      const value = transaction.settings.get(name)
      const limit = millisecondsOf(value)
      if (value === undefined || limit === undefined || limit === 0 || limit >= atLeast) continue
      yield {
        message: `${words} on ${table} is cancelled after ${name} = ${shown(value)}`,
        subject: `${table} ${name}`,
      }
    }
  },
})

/** What is long enough is not told: a minute of waiting, an hour of work. */
const TIMEOUTS = [
  { name: 'lock_timeout', atLeast: 60_000 },
  { name: 'statement_timeout', atLeast: 3_600_000 },
] as const

function slowForm(
  action: Action,
  tableOf: (index: Name) => Name | undefined,
): { readonly words: string; readonly table: Name | undefined } | undefined {
  if (action.kind === 'validateConstraint') return { words: 'validate constraint', table: action.table }
  if (!('concurrently' in action) || !action.concurrently) return undefined
  switch (action.kind) {
    case 'createIndex':
      return { words: 'create index concurrently', table: action.index.table }
    case 'dropIndex':
      return { words: 'drop index concurrently', table: tableOf(action.index) }
    case 'reindex':
      return { words: 'reindex concurrently', table: tableOf(action.relation ?? '') ?? action.relation }
    case 'detachPartition':
      return { words: 'detach partition concurrently', table: action.table }
    default:
      return undefined
  }
}

/** A bare number counts milliseconds. Undefined where it is no duration. */
function millisecondsOf(value: string | undefined): number | undefined {
  const [, number, unit = 'ms'] = /^\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*$/.exec(value ?? '') ?? []
  return number === undefined ? undefined : Number(number) * (UNITS[unit] ?? 1)
}

function shown(value: string): string {
  return /\d$/.test(value) ? `${value}ms` : value
}

const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 }
