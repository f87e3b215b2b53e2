import type { Action } from './catalog/action.ts'
import type { Catalog, Session } from './catalog/catalog.ts'
import { fold } from './catalog/fold.ts'

/** Remembers the catalogs to which ROLLBACK and ROLLBACK TO SAVEPOINT return, and the session that SET LOCAL leaves. */
export class TransactionLog {
  #isOpen: boolean
  #begun: Catalog | undefined
  /** What the session will be after COMMIT, where SET LOCAL has made another one of it. */
  #lasting: Session | undefined
  readonly #savepoints = new Map<string, Catalog>()

  /** `isOpen`: whether a runner has begun a transaction. */
  constructor(isOpen: boolean) {
    this.#isOpen = isOpen
  }

  /** A runner begins a transaction. */
  open(): void {
    this.#isOpen = true
  }

  /** The catalog after an action, be it one of transaction control. */
  fold(catalog: Catalog, action: Action, postgres: number): Catalog {
    switch (action.kind) {
      case 'beginTransaction':
        this.#begun ??= catalog
        this.#isOpen = true
        return catalog
      case 'commitTransaction':
        return this.commit(catalog)
      case 'rollBackTransaction': {
        const begun = this.#begun
        this.#end()
        return begun ?? catalog
      }
      case 'setSavepoint':
        this.#savepoints.set(action.name, catalog)
        return catalog
      case 'rollBackToSavepoint':
        return this.#savepoints.get(action.name) ?? catalog
      case 'setSearchPath':
      case 'setRole':
      case 'setSetting':
        return this.#set(catalog, action, postgres)
      default:
        return fold(catalog, action, postgres)
    }
  }

  /** The catalog after the end of a transaction, be it the runner's. */
  commit(catalog: Catalog): Catalog {
    const lasting = this.#lasting
    this.#end()
    return lasting === undefined ? catalog : { ...catalog, session: lasting }
  }

  #set(catalog: Catalog, action: Setting, postgres: number): Catalog {
    if (action.local === true) {
      if (!this.#isOpen) return catalog
      this.#lasting ??= catalog.session
    } else if (this.#lasting !== undefined) {
      this.#lasting = fold({ ...catalog, session: this.#lasting }, action, postgres).session
    }
    return fold(catalog, action, postgres)
  }

  #end(): void {
    this.#isOpen = false
    this.#begun = undefined
    this.#lasting = undefined
    this.#savepoints.clear()
  }
}

type Setting = Extract<Action, { readonly kind: 'setSearchPath' | 'setRole' | 'setSetting' }>
