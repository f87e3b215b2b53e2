import { posix } from 'node:path'
import { numbersOf, type Place, readPlaced } from '../placing.ts'
import type { Runner } from '../runner.ts'

/** golang-migrate. */
export const golangMigrate: Runner = {
  name: 'golang-migrate',
  source: 'https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md',
  layout: '`VERSION_title.up.sql` and `.down.sql`, by the version as a number',
  transactions: 'a file is sent as one query, which is a transaction where it holds several statements',
  transaction: 'per-migration',
  recognize: ({ files, folders, above }) => {
    if (!files.some(({ file }) => PATTERN.test(posix.basename(file.path)))) return undefined
    // Alembic, sqlx and others use such names for files of their own.
    const isGo = folders.some((folder) => above(folder, 'go.mod') !== undefined)
    return isGo ? '.up.sql files in a Go module' : undefined
  },
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const match = PATTERN.exec(posix.basename(path))
        if (match === null) return undefined
        const [, number = '', title = '', direction] = match
        const version = `${number}_${title}`
        const order = numbersOf(number)
        const place: Place = {
          direction: direction as 'up' | 'down',
          folder: posix.dirname(path),
          order,
          version,
          key: `${order[0]}`,
        }
        return place
      },
      run: () => ({ transaction: 'per-migration', unwrapped: 'single-statement' }),
    }),
}

const PATTERN = /^(\d+)_(.*)\.(up|down)\.sql$/
