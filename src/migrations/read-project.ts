import { findAlembicProject } from './alembic/find-project.ts'
import { readAlembic } from './alembic/read-alembic.ts'
import type { AlembicOptions } from './alembic/run-bridge.ts'
import type { History } from './migration.ts'
import { readHistory } from './read-history.ts'

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
  if (runner === undefined || runner === ALEMBIC) {
    const project = findAlembicProject(paths, from, runner === ALEMBIC)
    const options = alembic ?? { executes: true, runsEnvironment: false, onNote: () => undefined }
    if (project !== undefined) return readAlembic(project, from, options)
  }
  return readHistory(paths, from, runner)
}
