import { posix } from 'node:path'
import { inOrder, numbersOf, type Place, readPlaced } from '../placing.ts'
import type { Project } from '../project.ts'
import type { Runner } from '../runner.ts'

/** Flyway: versioned, undo and repeatable migrations. */
export const flyway: Runner = {
  name: 'flyway',
  source: 'https://documentation.red-gate.com/flyway/flyway-concepts/migrations',
  layout:
    '`V1_2__name.sql`, its undo `U1_2__name.sql`; the latest `B2__name.sql` where no version up to it is there; `R__name.sql` after all versions, by name',
  transactions:
    'one for each file; none where no statement of it may be in one, or its `.conf` says `executeInTransaction=false`',
  transaction: 'per-migration',
  recognize: ({ files, folders, above }) => {
    const count = files.filter(({ file }) => PATTERN.test(posix.basename(file.path))).length
    if (count === 0 || folders.some((folder) => usesRefinery(above, folder))) return undefined
    return `${count} files are named V…__… or R__…`
  },
  read: (project) => {
    const group = ['flyway.conf', 'flyway.toml', 'conf/flyway.conf'].some((name) =>
      project.folders.some((folder) => /^\s*(?:flyway\.)?group\s*=\s*true/m.test(project.above(folder, name) ?? '')),
    )
    const transaction = group ? 'whole-run' : 'per-migration'
    const beginning = baselineOf(project)
    const reading = readPlaced(project, {
      place: (path) => (path === beginning ? placeOfVersion(path, 'up') : flywayPlace(path)),
      run: ({ file }) =>
        /^\s*executeInTransaction\s*=\s*false/m.test(project.read(`${file.path}.conf`) ?? '')
          ? { transaction: 'per-statement' }
          : { transaction, unwrapped: 'nothing-transactional' },
    })
    return { ...reading, transaction }
  },
}

/** Refinery of Rust: the names of Flyway, but `U` is a migration whose version may come late. */
export const refinery: Runner = {
  name: 'refinery',
  source: 'https://docs.rs/refinery',
  layout: '`V1__name.sql` and, out of order, `U1__name.sql`, by the version as a number',
  transactions: 'one for each file',
  transaction: 'per-migration',
  recognize: ({ files, folders, above }) => {
    const isNamed = files.some(({ file }) => /^[VU]\d+__.*\.sql$/.test(posix.basename(file.path)))
    return isNamed && folders.some((folder) => usesRefinery(above, folder)) ? 'Cargo.toml names refinery' : undefined
  },
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const match = /^[VU](\d+)__(.*)\.sql$/.exec(posix.basename(path))
        const number = match?.[1]
        if (number === undefined) return undefined
        return {
          direction: 'up',
          folder: posix.dirname(path),
          order: numbersOf(number),
          version: number,
          key: `${BigInt(number)}`,
        }
      },
      run: () => ({ transaction: 'per-migration' }),
    }),
}

/** A version may stand without a description (`ResourceNameParser.parse` of Flyway). */
const PATTERN = /^(?:[VUB]([\d._]+?)(?:__.*)?|R__.*)\.sql$/

/**
 * The latest baseline, where the versions that it stands for are not there any more: an empty
 * database begins with it. A history from the beginning does not run it.
 */
function baselineOf({ files }: Project): string | undefined {
  const paths = files.map(({ file }) => file.path)
  const placed = paths.flatMap((path) => {
    const place = placeOfVersion(path, 'up')
    return place === undefined || place.order.length === 0 ? [] : [{ path, place, letter: posix.basename(path)[0] }]
  })
  const latest = placed
    .filter(({ letter }) => letter === 'B')
    .toSorted((a, b) => inOrder(a.place, b.place))
    .at(-1)
  const isKept = placed.some(({ letter, place }) => letter === 'V' && latest && inOrder(place, latest.place) <= 0)
  return isKept ? undefined : latest?.path
}

function flywayPlace(path: string): Place | undefined {
  const name = posix.basename(path)
  return name.startsWith('B') ? undefined : placeOfVersion(path, name.startsWith('U') ? 'down' : 'up')
}

/** All locations make one history, whatever folder a file lies in. */
function placeOfVersion(path: string, direction: Place['direction']): Place | undefined {
  const name = posix.basename(path)
  const match = PATTERN.exec(name)
  if (match === null) return undefined
  const version = match[1]
  if (version === undefined) return { direction: 'up', folder: '', order: [], version: name }
  const order = numbersOf(version)
  return { direction, folder: '', order, version, key: order.join('.') }
}

function usesRefinery(above: Project['above'], folder: string): boolean {
  return /^\s*refinery\b/m.test(above(folder, 'Cargo.toml') ?? '')
}
