import type { Action, ActionOf } from './catalog/action.ts'
import { type DoneAction, HeldLocks } from './held-locks.ts'
import type { TransactionModel } from './migrations/migration.ts'
import type { Transaction } from './rule.ts'

/** What is known of a transaction at a moment. A class, as one is made for every action of a long history. */
class State implements Transaction {
  readonly openedBy: Transaction['openedBy']
  readonly earlier: readonly Action[]
  readonly settings: ReadonlyMap<string, string>
  readonly #held: HeldLocks

  constructor(
    openedBy: Transaction['openedBy'],
    earlier: readonly Action[],
    settings: ReadonlyMap<string, string>,
    held: HeldLocks,
  ) {
    this.openedBy = openedBy
    this.earlier = earlier
    this.settings = settings
    this.#held = held
  }

  get held() {
    return this.#held.locks
  }
}

/** Follows which transaction is open, what has been done in it and which settings are in force. */
export class TransactionTracker {
  #openedBy: Transaction['openedBy']
  #begun: ActionOf<'beginTransaction'> | undefined
  #earlier: Action[] = []
  #held = new HeldLocks()
  #isWholeRun = false
  readonly #settings = new Map<string, string>()
  readonly #localSettings = new Map<string, string>()
  /** Both, until one of them changes. */
  #inForce: ReadonlyMap<string, string> | undefined

  /** The state before the next action; valid until that is recorded. */
  get transaction(): Transaction {
    this.#inForce ??= new Map([...this.#settings, ...this.#localSettings])
    return new State(this.#openedBy, this.#earlier, this.#inForce, this.#held)
  }

  /** Begins a migration. A runner's single transaction for a whole run is begun by the first. */
  enter(model: TransactionModel): void {
    // One that a migration ended itself is begun anew: the next migration mostly comes with a later run.
    if (model === 'whole-run' && this.#isWholeRun && this.#openedBy !== undefined) return
    this.#isWholeRun = model === 'whole-run'
    this.#settings.clear()
    this.#inForce = undefined
    this.#open(model === 'per-statement' ? undefined : 'runner')
  }

  record(action: Action, done?: DoneAction): void {
    switch (action.kind) {
      case 'beginTransaction':
        if (this.#openedBy !== undefined) return
        this.#open('statement')
        this.#begun = action
        return
      case 'commitTransaction':
      case 'rollBackTransaction':
        this.#open(undefined)
        return
      case 'setSetting':
        this.#set(action)
        this.#earlier.push(action)
        return
      default:
        if (this.#openedBy === undefined) return
        this.#earlier.push(action)
        if (done !== undefined) this.#held.add(done)
    }
  }

  /** Ends a migration, and gives the BEGIN whose transaction nobody ends. */
  leave(): ActionOf<'beginTransaction'> | undefined {
    if (this.#isWholeRun) return undefined
    const left = this.#openedBy === 'statement' ? this.#begun : undefined
    this.#open(undefined)
    return left
  }

  #open(by: Transaction['openedBy']): void {
    this.#openedBy = by
    this.#begun = undefined
    this.#earlier = []
    this.#held = new HeldLocks()
    if (this.#localSettings.size === 0) return
    this.#localSettings.clear()
    this.#inForce = undefined
  }

  #set({ name, value, local }: ActionOf<'setSetting'>): void {
    if (local && this.#openedBy === undefined) return
    this.#inForce = undefined
    const settings = local ? this.#localSettings : this.#settings
    if (!local) this.#localSettings.delete(name)
    if (name === 'all') settings.clear()
    else if (value === undefined) settings.delete(name)
    else settings.set(name, value)
  }
}
