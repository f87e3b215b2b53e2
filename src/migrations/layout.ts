import type { FoundFile } from './find-files.ts'

/** What the name of a migration file says, in the layouts of the common runners. */
export interface FileRole {
  readonly runner: string
  readonly direction: 'up' | 'down'
  /** The folder of the history it belongs to. */
  readonly folder: string
  /** Numbers that order it; empty for one that is applied after all others. */
  readonly order: readonly bigint[]
  readonly version: string
}

/** Reads a path as each runner would name it; the first that fits. */
export function roleOf(path: string): FileRole {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const parent = parts.at(-2) ?? ''
  const grandparent = parts.slice(0, -2).join('/')
  const folder = parts.slice(0, -1).join('/')
  // Prisma sorts its folders as text.
  if (name === 'migration.sql') return { ...role('prisma', 'up', grandparent, parent), order: [0n] }
  if ((name === 'up.sql' || name === 'down.sql') && /\d/.test(parent)) {
    // To Diesel, 2017-08-31-230457 is the number 20170831230457.
    const order = numbersOf(/^[\d-]*/.exec(parent)?.[0].replaceAll('-', '') ?? '')
    return { ...role('diesel', name === 'up.sql' ? 'up' : 'down', grandparent, parent), order }
  }
  const flyway = /^([VUR])([\d._]*)__(.*)\.sql$/.exec(name)
  if (flyway !== null) {
    const version = flyway[2] ?? ''
    const direction = flyway[1] === 'U' ? 'down' : 'up'
    return { runner: 'flyway', direction, folder, order: numbersOf(version), version: version === '' ? name : version }
  }
  const half = /^(.*)\.(up|down)\.sql$/.exec(name)
  if (half !== null) return role('sql', half[2] as 'up' | 'down', folder, half[1] ?? '')
  const isSupabase = folder.endsWith('supabase/migrations')
  return role(isSupabase ? 'supabase' : 'sql', 'up', folder, name.replace(/\.sql$/, ''))
}

/** Orders files as their runners apply them: by folder, then by number, then by name. */
export function inOrder(a: FileRole, b: FileRole): number {
  if (a.folder !== b.folder) return a.folder < b.folder ? -1 : 1
  if ((a.order.length === 0) !== (b.order.length === 0)) return a.order.length === 0 ? 1 : -1
  for (let position = 0; position < Math.max(a.order.length, b.order.length); position++) {
    const left = a.order[position] ?? -1n
    const right = b.order[position] ?? -1n
    if (left !== right) return left < right ? -1 : 1
  }
  return a.version < b.version ? -1 : a.version > b.version ? 1 : 0
}

/** Whether files are Drizzle's, which marks the breaks between statements. */
export function isDrizzle(files: readonly FoundFile[]): boolean {
  return files.some(({ file }) => file.text.includes('--> statement-breakpoint'))
}

function role(runner: string, direction: 'up' | 'down', folder: string, stem: string): FileRole {
  return { runner, direction, folder, order: numbersOf(/^[\d._-]*/.exec(stem)?.[0] ?? ''), version: stem }
}

function numbersOf(version: string): readonly bigint[] {
  return (version.match(/\d+/g) ?? []).map((digits) => BigInt(digits))
}
