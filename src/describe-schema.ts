import type { Catalog } from './catalog/catalog.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { lint, type NotModelled } from './lint.ts'
import { readHistory } from './migrations/read-history.ts'
import { readMigrations } from './read-migrations.ts'

/** Whose schema to tell. */
export interface DescribeOptions {
  readonly paths: readonly string[]
  readonly from: string
  readonly postgres: number
}

/** The schema that migrations add up to, and what was not understood on the way. */
export interface Description {
  readonly catalog: Catalog
  readonly postgres: number
  readonly notModelled: readonly NotModelled[]
}

/** Folds migrations without a database and without a network. */
export async function describeSchema({ paths, from, postgres }: DescribeOptions): Promise<Description> {
  const { migrations } = readHistory(paths, from)
  const { catalog, notModelled } = lint(await readMigrations(migrations), [], emptyCatalog(postgres), postgres)
  return { catalog, postgres, notModelled }
}
