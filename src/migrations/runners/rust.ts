import { posix } from 'node:path'
import { numberedPlace, type Place, readPlaced } from '../placing.ts'
import type { Runner } from '../runner.ts'

/** sqlx. */
export const sqlx: Runner = {
  name: 'sqlx',
  source: 'https://docs.rs/sqlx/latest/sqlx/macro.migrate.html',
  layout: '`VERSION_name.sql`, or `.up.sql` and `.down.sql`, by the version as a number',
  transactions:
    'one for each file; one that begins with `-- no-transaction` is sent as one query, a transaction where it holds several statements',
  transaction: 'per-migration',
  recognize: ({ files, folders, above }) => {
    if (!files.some(({ file }) => PATTERN.test(posix.basename(file.path)))) return undefined
    const isSqlx = folders.some((folder) =>
      /^\s*sqlx\b|\bdependencies\.sqlx\b/m.test(above(folder, 'Cargo.toml') ?? ''),
    )
    return isSqlx ? 'Cargo.toml names sqlx' : undefined
  },
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const place = numberedPlace(path)
        if (place === undefined) return undefined
        const half = /^(.*)\.(up|down)$/.exec(place.version)
        return half === null ? place : { ...place, direction: half[2] as 'up' | 'down', version: half[1] ?? '' }
      },
      run: ({ file }) => ({
        transaction: 'per-migration',
        ...(file.text.startsWith('-- no-transaction') ? { unwrapped: 'single-statement' } : {}),
      }),
    }),
}

/** Diesel: a folder for each migration. */
export const diesel: Runner = {
  name: 'diesel',
  source: 'https://docs.rs/diesel_migrations',
  layout: '`VERSION_name/up.sql` and `down.sql`, by the digits of the version, as a text',
  transactions:
    'one for each folder; with `run_in_transaction = false` in its metadata.toml the file is sent as one query',
  transaction: 'per-migration',
  recognize: ({ files }) => {
    const count = files.filter(({ file }) => dieselPlace(file.path) !== undefined).length
    return count > 0 ? `${count} files are NUMBER_name/up.sql or down.sql` : undefined
  },
  read: (project) =>
    readPlaced(project, {
      place: dieselPlace,
      run: ({ file }) => {
        const settings = project.read(posix.join(posix.dirname(file.path), 'metadata.toml')) ?? ''
        const isOff = /^\s*run_in_transaction\s*=\s*false/m.test(settings)
        return { transaction: 'per-migration', ...(isOff ? { unwrapped: 'single-statement' } : {}) }
      },
    }),
}

const PATTERN = /^\d+_.*\.sql$/

/** Digits; Diesel's own versions have 14. */
const LONGEST_VERSION = 32

/** To Diesel, 2017-08-31-230457 is the number 20170831230457. */
function dieselPlace(path: string): Place | undefined {
  const name = posix.basename(path)
  const folder = posix.dirname(path)
  const version = posix.basename(folder)
  if ((name !== 'up.sql' && name !== 'down.sql') || !/\d/.test(version)) return undefined
  const digits = /^[\d-]*/.exec(version)?.[0].replaceAll('-', '') ?? ''
  const direction = name === 'up.sql' ? 'up' : 'down'
  return {
    direction,
    folder: posix.dirname(folder),
    // Versions are compared as texts: 2023-05-23-1715 is after 2018-07-10-061642.
    order: digits === '' ? [] : [BigInt(digits.padEnd(LONGEST_VERSION, '0'))],
    version,
    ...(digits === '' ? {} : { key: digits }),
  }
}
