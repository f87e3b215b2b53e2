import type { Catalog, Name } from './catalog/catalog.ts'
import { MadeRelations } from './made-relations.ts'
import type { Migration } from './migrations/migration.ts'

/** What is in use while a migration runs. */
export interface Deploy {
  /** What traffic already uses. */
  readonly deployed: Catalog
  readonly made: MadeRelations
  readonly inUse: (relation: Name) => boolean
}

/** Tells migrations apart by when they are deployed: all new ones together, any other by itself. */
export class Deploys {
  readonly #madeByNew = new MadeRelations()
  #deployed: Catalog
  #wasNew = false

  constructor(base: Catalog) {
    this.#deployed = base
  }

  /** To be called before each migration, with the catalog that it finds. */
  enter({ standing }: Pick<Migration, 'standing'>, catalog: Catalog): Deploy {
    const isNew = standing === 'new'
    if (!(isNew && this.#wasNew)) this.#deployed = catalog
    this.#wasNew = isNew
    const made = isNew ? this.#madeByNew : new MadeRelations()
    return { deployed: this.#deployed, made, inUse: (relation) => !made.has(relation) }
  }
}
