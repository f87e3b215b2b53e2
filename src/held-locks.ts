import type { Name } from './catalog/catalog.ts'
import { blocksWriters, type Effect, strongerLock } from './catalog/effect.ts'
import type { HeldLock } from './rule.ts'

/** What an action of a transaction did, as far as its locks go. */
export interface DoneAction {
  /** Computed when somebody asks. */
  readonly effects: () => readonly Effect[]
  readonly inUse: (relation: Name) => boolean
}

/** Adds up the locks that stop writers, which a transaction keeps until its end. */
export class HeldLocks {
  readonly #locks = new Map<Name, HeldLock>()
  #waiting: DoneAction[] = []

  add(done: DoneAction): void {
    this.#waiting.push(done)
  }

  /** Of every relation that is locked against writers, how. */
  get locks(): ReadonlyMap<Name, HeldLock> {
    for (const { effects, inUse } of this.#waiting) this.#take(effects(), inUse)
    this.#waiting = []
    return this.#locks
  }

  #take(effects: readonly Effect[], inUse: DoneAction['inUse']): void {
    const working = effects.filter(({ relation, work }) => work !== 'none' && inUse(relation))
    const isAlone = working.length > 0 && !working.some(({ lock }) => blocksWriters(lock))
    if (isAlone) for (const [name, { lock }] of this.#locks) this.#locks.set(name, { lock, isWorkedUnder: true })
    for (const { relation, lock } of effects) {
      if (!blocksWriters(lock)) continue
      const known = this.#locks.get(relation)
      const strongest = known === undefined ? lock : strongerLock(known.lock, lock)
      if (known?.lock !== strongest) this.#locks.set(relation, { lock: strongest, isWorkedUnder: false })
    }
  }
}
