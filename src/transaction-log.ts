import type { Action } from './catalog/action.ts'
import type { Catalog } from './catalog/catalog.ts'
import { fold } from './catalog/fold.ts'

/** Remembers the catalogs to which ROLLBACK and ROLLBACK TO SAVEPOINT return. */
export class TransactionLog {
  #begun: Catalog | undefined
  readonly #savepoints = new Map<string, Catalog>()

  /** The catalog after an action, be it one of transaction control. */
  fold(catalog: Catalog, action: Action, postgres: number): Catalog {
    switch (action.kind) {
      case 'beginTransaction':
        this.#begun ??= catalog
        return catalog
      case 'commitTransaction':
        this.#end()
        return catalog
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
      default:
        return fold(catalog, action, postgres)
    }
  }

  #end(): void {
    this.#begun = undefined
    this.#savepoints.clear()
  }
}
