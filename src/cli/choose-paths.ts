import { existsSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { alembicFolders, configIn } from '../migrations/alembic/alembic-folders.ts'
import { UserError } from '../text/user-error.ts'

/** Where migrations usually are. */
const USUAL_FOLDERS = [
  'migrations',
  'db/migrations',
  'supabase/migrations',
  'prisma/migrations',
  'drizzle',
  'database/migrations',
  'sql/migrations',
  'src/main/resources/db/migration',
]

/** Paths inside a folder of the configuration are judged with all of the folder as their context. */
export function choosePaths(
  paths: readonly string[],
  migrations: readonly string[],
): { readonly paths: readonly string[]; readonly selected?: readonly string[] } {
  if (paths.length === 0) return { paths: migrations.length > 0 ? migrations : usualPaths() }
  const folderOf = (path: string) =>
    path.endsWith('.py') ? undefined : migrations.find((folder) => existsSync(path) && isInside(path, folder))
  if (!paths.some((path) => folderOf(path) !== undefined)) return { paths }
  return { paths: [...new Set(paths.map((path) => folderOf(path) ?? path))], selected: paths }
}

/** Whether a path leads to something inside a folder. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path))
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

/** The usual folders that there are. */
export function usualFolders(): readonly string[] {
  return USUAL_FOLDERS.filter((folder) => existsSync(folder))
}

/** Where migrations are when nobody says so. Throws UserError where they are in no usual place. */
export function usualPaths(): readonly string[] {
  if (configIn('.') !== undefined) return ['.']
  const found = usualFolders()
  if (found.length > 0) return found.slice(0, 1)
  const alembic = alembicFolders('.')
  if (alembic.length === 1) return alembic
  if (alembic.length > 1)
    throw new UserError(
      'there are several Alembic projects',
      `name one: ${alembic.join(', ')}; or all, under databases in the configuration`,
    )
  throw new UserError(
    'there are no migrations where they usually are',
    `name their folder: schemalint check FOLDER (looked for alembic.ini, ${USUAL_FOLDERS.join(', ')})`,
  )
}
