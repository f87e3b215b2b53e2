import { readBase, withRecords } from './base.ts'
import type { ActionOf } from './catalog/action.ts'
import type { Catalog } from './catalog/catalog.ts'
import { lint, type NotModelled, type ReadMigration } from './lint.ts'
import { type ProjectOptions, readProject } from './migrations/read-project.ts'
import { readMigrations } from './read-migrations.ts'

/** Whose schema to tell, and for which version. */
export interface DescribeOptions extends ProjectOptions {
  readonly postgres: number
  /** A dump to start from, where it is not an empty database. */
  readonly base?: string
}

/** The schema that migrations add up to, and what was not understood on the way. */
export interface Description {
  readonly catalog: Catalog
  readonly postgres: number
  readonly notModelled: readonly NotModelled[]
  /** The statements that the grammar refuses, and why. */
  readonly notParsed: readonly NotParsed[]
}

/** A statement that the grammar refuses, by why and where. */
export type NotParsed = Pick<ActionOf<'unparsed'>, 'reason' | 'span'>

/** Folds migrations without a database and without a network. */
export async function describeSchema(options: DescribeOptions): Promise<Description> {
  const { postgres } = options
  const named = await readBase(options.base, options.from, postgres)
  const history = await readProject(options)
  const migrations = await readMigrations(history.migrations)
  const base = await withRecords(named, history, migrations, postgres)
  const { catalog, notModelled } = lint(migrations, [], base.catalog, postgres)
  return { catalog, postgres, notModelled, notParsed: notParsedIn(migrations, catalog, postgres) }
}

function notParsedIn(migrations: readonly ReadMigration[], catalog: Catalog, postgres: number): readonly NotParsed[] {
  const refused = migrations.flatMap(({ statements }) => statements.filter((each) => !each.parsed))
  const actions = refused.flatMap((each) => each.actions(catalog, postgres))
  return actions.filter((each) => each.kind === 'unparsed')
}
