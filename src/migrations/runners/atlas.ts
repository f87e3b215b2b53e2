import { posix } from 'node:path'
import { placeOf, readPlaced, stemOf } from '../placing.ts'
import type { Runner } from '../runner.ts'

/** Atlas, versioned migrations. */
export const atlas: Runner = {
  name: 'atlas',
  source: 'https://atlasgo.io/versioned/apply#transaction-configuration',
  layout: '`VERSION_name.sql` or `VERSION_name.up.sql` and `.down.sql` beside atlas.sum, by name',
  transactions: 'one for each file; none with `-- atlas:txmode none` and an empty line after it',
  transaction: 'per-migration',
  recognize: ({ folders, list }) =>
    folders.some((folder) => list(folder).includes('atlas.sum')) ? 'atlas.sum' : undefined,
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const version = /^([^_]+)/.exec(stemOf(path))?.[1] ?? ''
        // Atlas writes directories for golang-migrate, too.
        const [, stem = stemOf(path), half = 'up'] = /^(.*)\.(up|down)$/.exec(stemOf(path)) ?? []
        return { ...placeOf(path, half as 'up' | 'down', stem), folder: posix.dirname(path), order: [0n], key: version }
      },
      run: ({ file }) => ({ transaction: isWithout(file.text) ? 'per-statement' : 'per-migration' }),
    }),
}

/** A directive of the file stands in its first comment, which an empty line ends; else it is the first statement's. */
function isWithout(text: string): boolean {
  const head = /^(?:--[^\n]*\r?\n)+(?=[ \t]*\r?\n)/.exec(text)?.[0] ?? ''
  return /^--\s*atlas:txmode\s+none\b/m.test(head)
}
