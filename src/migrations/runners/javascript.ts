import { posix } from 'node:path'
import type { SourceFile, Span } from '../../text/source-file.ts'
import type { Script } from '../migration.ts'
import { placeOf, readPlaced, stemOf } from '../placing.ts'
import type { Project } from '../project.ts'
import type { Runner } from '../runner.ts'

/** Prisma Migrate: a folder for each migration. */
export const prisma: Runner = {
  name: 'prisma',
  source: 'https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories',
  layout: '`NAME/migration.sql`, by the folders as text',
  transactions: 'a file is sent as one query, which is a transaction where it holds several statements',
  transaction: 'per-migration',
  recognize: ({ files }) => {
    const count = files.filter(({ file }) => isMigration(file.path)).length
    return count > 0 ? `${count} files are NAME/migration.sql` : undefined
  },
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        if (!isMigration(path)) return undefined
        const folder = posix.dirname(path)
        const version = posix.basename(folder)
        return { direction: 'up', folder: posix.dirname(folder), order: [0n], version }
      },
      run: () => ({ transaction: 'per-migration', unwrapped: 'single-statement' }),
    }),
}

/** Drizzle Kit: a journal tells the order. */
export const drizzle: Runner = {
  name: 'drizzle',
  source: 'https://orm.drizzle.team/docs/drizzle-kit-migrate',
  layout: '`TAG.sql` with `--> statement-breakpoint`, in the order of meta/_journal.json',
  transactions: 'one for all pending migrations',
  transaction: 'whole-run',
  recognize: (project) => {
    if (project.folders.some((folder) => journalOf(project, folder) !== undefined)) return 'meta/_journal.json'
    const isMarked = project.files.some(({ file }) => file.text.includes(BREAKPOINT))
    return isMarked ? `files say ${BREAKPOINT}` : undefined
  },
  read: (project) => {
    const journals = new Map(project.folders.map((folder) => [folder, journalOf(project, folder)]))
    return readPlaced(project, {
      place: (path) => {
        const tags = journals.get(posix.dirname(path))
        const place = placeOf(path, 'up', stemOf(path))
        if (tags === undefined) return place
        const position = tags.indexOf(place.version)
        return position < 0 ? undefined : { ...place, order: [BigInt(position)] }
      },
      sections: ({ file }) => ({ up: dividedAt(BREAKPOINT, file) }),
      run: () => ({ transaction: 'whole-run' }),
    })
  },
}

/** Supabase CLI. */
export const supabase: Runner = {
  name: 'supabase',
  source: 'https://supabase.com/docs/guides/deployment/database-migrations',
  layout: '`VERSION_name.sql`, by name; other names are passed over',
  transactions: 'one for each file',
  transaction: 'per-migration',
  recognize: ({ folders }) =>
    folders.some((folder) => `/${folder}`.endsWith('/supabase/migrations'))
      ? 'the folder supabase/migrations'
      : undefined,
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const number = /^(\d+)_.*\.sql$/.exec(posix.basename(path))?.[1]
        return number === undefined ? undefined : { ...placeOf(path, 'up', stemOf(path)), order: [0n], key: number }
      },
      run: () => ({ transaction: 'per-migration' }),
    }),
}

/** graphile-migrate: committed migrations, then the current one. */
export const graphileMigrate: Runner = {
  name: 'graphile-migrate',
  source: 'https://github.com/graphile/migrate#readme',
  layout: '`committed/000001-name.sql` by number, then `current.sql` or the files of `current/`',
  transactions: 'one for each file; none with `--! no-transaction`',
  transaction: 'per-migration',
  recognize: ({ files }) => {
    const count = files.filter(({ file }) => /^--! Previous:/m.test(file.text)).length
    return count > 0 ? `${count} files say --! Previous:` : undefined
  },
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const [parent, name] = path.split('/').slice(-2)
        const number = parent === 'committed' ? /^(\d{6})/.exec(name ?? '')?.[1] : undefined
        if (number !== undefined)
          return { ...placeOf(path, 'up', stemOf(path)), folder: '', key: number, order: [BigInt(number)] }
        if (name === 'current.sql' || parent === 'current' || parent === undefined)
          return { direction: 'up', folder: '', order: [], version: stemOf(path) }
        return undefined
      },
      run: ({ file }) => ({
        transaction: /^--! no-transaction\b/m.test(file.text) ? 'per-statement' : 'per-migration',
      }),
    }),
}

/** postgres-migrations of npm. */
export const postgresMigrations: Runner = {
  name: 'postgres-migrations',
  source: 'https://github.com/thomwright/postgres-migrations#readme',
  layout: '`1_name.sql`, by the number; `VERSION-name.sql` too',
  transactions: 'one for each file; with `-- postgres-migrations disable-transaction` it is sent as one query',
  transaction: 'per-migration',
  recognize: ({ folders, above }) =>
    folders.some((folder) => /"postgres-migrations"\s*:/.test(above(folder, 'package.json') ?? ''))
      ? 'package.json names postgres-migrations'
      : undefined,
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const number = /^(\d+)/.exec(posix.basename(path))?.[1]
        if (number === undefined) return undefined
        return { ...placeOf(path, 'up', stemOf(path)), order: [BigInt(number)], key: `${BigInt(number)}` }
      },
      run: ({ file }) => ({
        transaction: 'per-migration',
        ...(file.text.includes('-- postgres-migrations disable-transaction') ? { unwrapped: 'single-statement' } : {}),
      }),
    }),
}

/** Drizzle sends what stands between these as queries of their own, which need no semicolon at the end. */
const BREAKPOINT = '--> statement-breakpoint'

function dividedAt(mark: string, file: SourceFile): Script {
  const parts: Span[] = []
  let start = 0
  for (const part of file.text.split(mark)) {
    parts.push({ file, start, end: start + part.length })
    start += part.length + mark.length
  }
  return { span: { file, start: 0, end: file.text.length }, parts }
}

function isMigration(path: string): boolean {
  return posix.basename(path) === 'migration.sql' && posix.dirname(path) !== '.'
}

/** The tags of a folder's journal in order; undefined where there is none that names a file there. */
function journalOf(project: Project, folder: string): readonly string[] | undefined {
  const text = project.read(posix.join(folder, 'meta/_journal.json'))
  if (text === undefined) return undefined
  try {
    const { entries } = JSON.parse(text) as {
      readonly entries?: readonly { readonly idx: number; readonly tag: string }[]
    }
    const tags = (entries ?? []).toSorted((a, b) => a.idx - b.idx).map((entry) => entry.tag)
    const names = project.list(folder)
    return tags.some((tag) => names.includes(`${tag}.sql`)) ? tags : undefined
  } catch {
    return undefined
  }
}
