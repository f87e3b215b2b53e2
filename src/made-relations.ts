import type { Action } from './catalog/action.ts'
import type { Name } from './catalog/catalog.ts'

/**
 * The relations that a deploy makes itself, so that nobody can be using them yet. What
 * CREATE TABLE IF NOT EXISTS leaves behind may have been there before: it proves nothing.
 */
export class MadeRelations {
  readonly #names = new Set<Name>()

  has(relation: Name): boolean {
    return this.#names.has(relation)
  }

  /** To be called before an action is judged: what it makes is new to the action itself. */
  recordMaking(action: Action): void {
    if (action.kind === 'createTable') {
      const isSurelyNew = !action.ifNotExists || action.table.persistence === 'temporary'
      if (isSurelyNew) this.#names.add(action.table.name)
    }
    if (action.kind === 'createView' && !action.replace) this.#names.add(action.view.name)
  }

  /** To be called after an action is judged. A name that it frees is whoever's that takes it later in the deploy. */
  recordLeaving(action: Action): void {
    if (action.kind === 'dropTable') this.#names.add(action.table)
    if (action.kind === 'dropView') this.#names.add(action.view)
    if (action.kind !== 'renameRelation') return
    if (this.#names.has(action.from)) this.#names.add(action.to)
    else this.#names.delete(action.to)
    this.#names.add(action.from)
  }
}
