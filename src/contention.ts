import type { ObservedStatement } from './apply.ts'
import type { Catalog, Name } from './catalog/catalog.ts'
import { blocksReaders, blocksWriters, type LockMode } from './catalog/effect.ts'
import { effects } from './catalog/effects.ts'
import { fold } from './catalog/fold.ts'
import { Contenders, type Wait, type Waiting } from './database/contenders.ts'
import type { Server } from './database/target.ts'
import type { Statement } from './sql/statement.ts'

/** For which statements the sessions beside a run had to wait. */
export interface Contention {
  /** The tables that were read and written. */
  readonly tables: readonly Name[]
  /** The most tables that were left for want of connections, at any one time. */
  readonly left: number
  readonly waits: readonly StatementWait[]
}

/** How long sessions that read, or wrote, a relation waited for a statement. */
export interface StatementWait {
  readonly statement: ObservedStatement
  readonly relation: Name
  readonly waiting: Waiting
  readonly milliseconds: number
  /** Whether the prediction said that they would have to. */
  readonly isPredicted: boolean
}

/** Reads and writes the tables beside a run, and tells which statement made somebody wait. */
export class Contest {
  readonly #contenders: Contenders
  readonly #tables = new Set<Name>()
  #left = 0
  readonly #waits: { readonly statement: ObservedStatement; readonly wait: Wait; readonly isPredicted: boolean }[] = []
  /** The statement of the open transaction from which on a lock stands in the way. */
  readonly #takers = new Map<string, Taker>()

  private constructor(contenders: Contenders) {
    this.#contenders = contenders
  }

  /** Undefined where the server takes one connection alone. */
  static async beside(server: Server): Promise<Contest | undefined> {
    if (server.connectAgain === undefined) return undefined
    return new Contest(await Contenders.beside(server.session, server.connectAgain))
  }

  get found(): Contention {
    const sums = new Map<string, StatementWait>()
    for (const { statement, wait, isPredicted } of this.#waits) {
      const { relation, waiting } = wait
      const key = `${statement.statement.span.file.path} ${statement.statement.span.start} ${waiting} ${relation}`
      const milliseconds = (sums.get(key)?.milliseconds ?? 0) + wait.milliseconds
      sums.set(key, { statement, relation, waiting, milliseconds, isPredicted })
    }
    return { tables: [...this.#tables], left: this.#left, waits: [...sums.values()] }
  }

  /** To be called while no transaction is open; the tables named first are the ones that matter. */
  async begin(first: readonly Name[]): Promise<void> {
    const { tables, left } = await this.#contenders.begin(first)
    for (const table of tables) this.#tables.add(table)
    this.#left = Math.max(this.#left, left)
  }

  /** To be called after each statement; one that was not observed ends or begins transactions. */
  async after(observed: ObservedStatement | undefined, before: Catalog): Promise<void> {
    const own = observed === undefined ? undefined : { statement: observed, before }
    for (const wait of await this.#contenders.begun()) {
      const taker = this.#takers.get(keyOf(wait)) ?? own
      if (taker === undefined) continue
      this.#waits.push({ statement: taker.statement, wait, isPredicted: isPredicted(taker, wait) })
    }
    for (const [relation, lock] of observed?.seen.held ?? []) {
      for (const waiting of KINDS) {
        const key = keyOf({ relation, waiting })
        if (own !== undefined && blocks(lock, waiting) && !this.#takers.has(key)) this.#takers.set(key, own)
      }
    }
  }

  /** To be called where a transaction has ended: its locks are gone. */
  forget(): void {
    this.#takers.clear()
  }

  async end(): Promise<void> {
    this.forget()
    await this.#contenders.end()
  }

  async close(): Promise<void> {
    await this.#contenders.close()
  }
}

/** A statement, and what there was before it. */
interface Taker {
  readonly statement: ObservedStatement
  readonly before: Catalog
}

/** The relations that statements are predicted to lock so that somebody may have to wait. */
export function lockedBy(statements: readonly Statement[], catalog: Catalog, major: number): readonly Name[] {
  let before = catalog
  const names = new Set<Name>()
  for (const statement of statements) {
    for (const action of statement.actions(before, major)) {
      for (const { relation, lock } of effects(action, before, major)) {
        if (blocksWriters(lock)) names.add(before.indexes.get(relation)?.table ?? relation)
      }
      before = fold(before, action, major)
    }
  }
  return [...names]
}

/** What the waits that nobody predicted show, as the differences that they are. */
export function withWaits(
  observed: readonly ObservedStatement[],
  contention: Contention,
): readonly ObservedStatement[] {
  return observed.map((statement) => {
    const unforeseen = contention.waits.filter(
      (wait) =>
        wait.statement === statement &&
        !wait.isPredicted &&
        !statement.differences.some(({ relation }) => relation === wait.relation),
    )
    const differences = unforeseen.map(({ relation, waiting, milliseconds }) => ({
      relation,
      predicted: `no lock for which ${waiting} wait`,
      observed: `${waiting} that waited ${milliseconds} ms`,
    }))
    return { ...statement, differences: [...statement.differences, ...differences] }
  })
}

/** Planning locks the indexes of a table, too, so that theirs stand in the way as its own. */
function isPredicted({ statement: { predicted, seen }, before }: Taker, { relation, waiting }: Wait): boolean {
  const held = seen.heldBefore.get(relation)
  if (held !== undefined && blocks(held, waiting)) return true
  return predicted.some((effect) => {
    const table = before.indexes.get(effect.relation)?.table
    if (table === relation) return effect.lock === 'AccessExclusiveLock' || blocks(effect.lock, waiting)
    return effect.relation === relation && blocks(effect.lock, waiting)
  })
}

function blocks(lock: LockMode, waiting: Waiting): boolean {
  return waiting === 'reads' ? blocksReaders(lock) : blocksWriters(lock)
}

function keyOf({ relation, waiting }: Pick<Wait, 'relation' | 'waiting'>): string {
  return `${waiting} ${relation}`
}

const KINDS: readonly Waiting[] = ['reads', 'writes']
