import { findAlembicBelow, findAlembicProject, findNamedProject } from './alembic/find-project.ts'
import { readAlembic } from './alembic/read-alembic.ts'
import type { AlembicOptions } from './alembic/run-bridge.ts'
import type { History } from './migration.ts'
import { readHistory } from './read-history.ts'
import { sql } from './runners/sql.ts'

/** What is to be read, and how. */
export interface ProjectOptions {
  /** Files and folders, relative to `from`. */
  readonly paths: readonly string[]
  readonly from: string
  /** The runner, where the layout is not to decide. */
  readonly runner?: string
  /** How Alembic revisions are read; by default they are run, and nobody is told. */
  readonly alembic?: AlembicOptions
}

/** The runner whose migrations are programs in Python. */
export const ALEMBIC = 'alembic'

/**
 * Reads the migrations at and below paths in their runner's order: revisions through the
 * Alembic bridge, files of SQL directly. Throws UserError where that is impossible.
 */
export async function readProject({ paths, from, runner, alembic }: ProjectOptions): Promise<History> {
  const options = alembic ?? { executes: true, runsEnvironment: false, onNote: () => undefined }
  if (runner === ALEMBIC) return readAlembic(findNamedProject(paths, from), from, options)
  if (runner !== undefined) return readHistory(paths, from, runner)
  const project = findAlembicProject(paths, from)
  if (project !== undefined) return readAlembic(project, from, options)
  const history = readHistory(paths, from)
  const inner = isUnordered(history) ? findAlembicBelow(paths, from) : undefined
  return inner === undefined ? history : readAlembic(inner, from, options)
}

/** Files of no runner whose names give no order are hardly migrations. */
function isUnordered({ runner, migrations }: History): boolean {
  return runner === sql.name && !migrations.some(({ version }) => /^\d/.test(version))
}
