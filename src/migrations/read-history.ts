import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../text/user-error.ts'
import { findFiles } from './find-files.ts'
import type { History } from './migration.ts'
import { projectOf } from './project.ts'
import type { Runner } from './runner.ts'
import { RUNNERS } from './runners.ts'

/**
 * Reads the migrations at and below the given paths in the order their runner applies them:
 * the runner that is named, or the one whose marks the files bear.
 * @throws UserError where a path does not exist or cannot be read, or the runner is not known.
 */
export function readHistory(paths: readonly string[], from: string, named?: string): History {
  const files = findFiles(paths, from)
  if (files.length === 0) refuseRevisionsInPython(paths, from)
  const project = projectOf(files, paths, from)
  for (const runner of named === undefined ? RUNNERS : [runnerNamed(named)]) {
    const reason = named === undefined ? runner.recognize(project) : 'it was named'
    if (reason === undefined) continue
    const { transaction = runner.transaction, ...reading } = runner.read(project)
    return { runner: runner.name, reason, transaction, ...reading }
  }
  throw new Error('every project is recognized by the last runner')
}

function runnerNamed(name: string): Runner {
  const found = RUNNERS.find((each) => each.name === name)
  if (found !== undefined) return found
  throw new UserError(`there is no runner ${name}`, `known: ${RUNNERS.map((each) => each.name).join(', ')}`)
}

/** Revisions in Python are not SQL: to pass over them without a word would look like a clean result. */
function refuseRevisionsInPython(paths: readonly string[], from: string): void {
  for (const path of paths) {
    const isAlembic = ['alembic.ini', 'versions', 'alembic/versions', 'env.py'].some((each) =>
      existsSync(resolve(from, path, each)),
    )
    if (!isAlembic) continue
    throw new UserError(`${path} holds Alembic revisions in Python and no SQL`, '--runner alembic reads them')
  }
}
