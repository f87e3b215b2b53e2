import { readBase, withRecords } from './base.ts'
import type { Catalog, Name } from './catalog/catalog.ts'
import { type Effect, mergeEffects } from './catalog/effect.ts'
import { effects } from './catalog/effects.ts'
import { Deploys } from './deploys.ts'
import type { SeenEffect } from './finding.ts'
import type { ReadMigration } from './lint.ts'
import { type ProjectOptions, readProject } from './migrations/read-project.ts'
import { readMigrations } from './read-migrations.ts'
import type { LockingStatement, Locks } from './report/locks.ts'
import type { Transaction } from './rule.ts'
import type { Statement } from './sql/statement.ts'
import { placed } from './text/source-file.ts'
import { withinDepth } from './text/within-depth.ts'
import { TransactionLog } from './transaction-log.ts'
import { TransactionTracker } from './transaction-tracker.ts'

/** What to read, and for which version. */
export interface LocksOptions extends ProjectOptions {
  readonly postgres: number
  /** A dump or a server to start from, where it is not an empty database. */
  readonly base?: string
}

/** Predicts what every statement locks, without a database and without a network. */
export async function locksOf(options: LocksOptions): Promise<Locks> {
  const { postgres } = options
  const named = await readBase(options.base, options.from, postgres)
  const history = await readProject(options)
  const migrations = await readMigrations(history.migrations)
  const base = await withRecords(named, history, migrations, postgres)
  const grouped = new Grouping()
  const deploys = new Deploys(base.catalog)
  let { catalog } = base
  for (const migration of migrations) {
    catalog = readMigration(migration, catalog, deploys, grouped, postgres)
  }
  return { postgres, transactions: grouped.transactions }
}

function readMigration(
  migration: ReadMigration,
  before: Catalog,
  deploys: Deploys,
  grouped: Grouping,
  postgres: number,
): Catalog {
  const { made, inUse } = deploys.enter(migration, before)
  const log = new TransactionLog(migration.transaction !== 'per-statement')
  let catalog = before
  grouped.tracker.enter(migration.transaction)
  const read = (statement: Statement) => {
    const all: Effect[] = []
    const isNew = new Map<Name, boolean>()
    // Where BEGIN opens a transaction, the statement is the first of it.
    const actions = statement.actions(catalog, postgres)
    for (const action of actions) {
      const after = log.fold(catalog, action, postgres)
      made.recordMaking(action)
      for (const effect of effects(action, catalog, postgres)) {
        all.push(effect)
        if (!isNew.has(effect.relation)) isNew.set(effect.relation, !inUse(effect.relation))
      }
      made.recordLeaving(action)
      if (action.kind === 'beginTransaction') grouped.tracker.record(action)
      catalog = after
    }
    const seen = mergeEffects(all).map((effect) => ({ ...effect, isNew: isNew.get(effect.relation) === true }))
    grouped.add(statement, seen)
    for (const action of actions) if (action.kind !== 'beginTransaction') grouped.tracker.record(action)
  }
  for (const statement of migration.statements) withinDepth(statement.span, () => read(statement))
  grouped.tracker.leave()
  return { ...catalog, session: before.session }
}

/** Puts statements together that share a transaction. */
class Grouping {
  readonly transactions: { openedBy: Transaction['openedBy']; statements: LockingStatement[] }[] = []
  readonly tracker = new TransactionTracker()
  /** Each transaction keeps a list of its own. */
  #last: Transaction['earlier'] | undefined

  add({ span, kind }: Statement, seen: readonly SeenEffect[]): void {
    const { openedBy, earlier } = this.tracker.transaction
    const isSame = openedBy !== undefined && earlier === this.#last
    if (!isSame) this.transactions.push({ openedBy, statements: [] })
    this.transactions.at(-1)!.statements.push({ span: placed(span), kind, effects: seen })
    this.#last = openedBy === undefined ? undefined : earlier
  }
}
