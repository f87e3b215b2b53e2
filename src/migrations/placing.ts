import { posix } from 'node:path'
import type { FoundFile } from './find-files.ts'
import { type Migration, wholeFile } from './migration.ts'
import type { Project } from './project.ts'
import type { Reading } from './runner.ts'
import type { Sections } from './sections.ts'

/** What the name of a migration file says. */
export interface Place {
  readonly direction: 'up' | 'down'
  /** The folder of the history it belongs to. */
  readonly folder: string
  /** Numbers that order it; empty for one that is applied after all others. */
  readonly order: readonly bigint[]
  readonly version: string
  /** What the runner tells it from others by; the version where it is absent. */
  readonly key?: string
}

/** How files become migrations. */
export interface Placing {
  /** What a file's name says; undefined for one that the runner would not apply. */
  place(path: string): Place | undefined
  /** The halves that a file holds, where the runner keeps both in one. */
  sections?(found: FoundFile): Sections | undefined
  /** How a migration is run, after its text. */
  run(found: FoundFile, place: Place): Pick<Migration, 'transaction' | 'unwrapped'>
}

interface Placed extends Place {
  readonly found: FoundFile
}

/** Reads a history in which each file is a migration, or one half of it. */
export function readPlaced(project: Project, placing: Placing): Reading {
  const placed: Placed[] = []
  const passedOver: string[] = []
  for (const found of project.files) {
    const place = placing.place(found.file.path)
    if (place === undefined) passedOver.push(found.file.path)
    else placed.push({ ...place, found })
  }
  placed.sort(inOrder)
  const ups = placed.filter((each) => !isDown(each))
  const downs = pairs(ups, placed.filter(isDown))
  const paired = new Set(downs.values())
  const goingUp = new Set(ups.map((each) => each.folder))
  const migrations: Migration[] = []
  for (const each of placed) {
    if (paired.has(each)) continue
    // A half whose other one is no file of SQL is never applied upwards; one that was named alone is read as it is.
    if (isDown(each) && goingUp.has(each.folder)) passedOver.push(each.found.file.path)
    else migrations.push(migrationOf(each, downs.get(each)?.found, placing))
  }
  return { migrations, passedOver }
}

/** The down half of each up half: that of the same version, else the one that alone has the same number. */
function pairs(ups: readonly Placed[], downs: readonly Placed[]): ReadonlyMap<Placed, Placed> {
  const found = new Map<Placed, Placed>()
  const byVersion = new Map(downs.map((each) => [`${each.folder} ${each.version}`, each]))
  for (const up of ups) {
    const down = byVersion.get(`${up.folder} ${up.version}`)
    if (down !== undefined) found.set(up, down)
  }
  const taken = new Set(found.values())
  const freeDowns = byNumber(downs.filter((each) => !taken.has(each)))
  for (const [number, free] of byNumber(ups.filter((each) => !found.has(each)))) {
    const [up, down] = [free[0], freeDowns.get(number)]
    if (free.length === 1 && up !== undefined && down?.length === 1) found.set(up, down[0]!)
  }
  return found
}

function byNumber(placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const each of placed) {
    if (each.order.length === 0) continue
    const number = `${each.folder} ${each.order.join('.')}`
    groups.set(number, [...(groups.get(number) ?? []), each])
  }
  return groups
}

function migrationOf(placed: Placed, down: FoundFile | undefined, placing: Placing): Migration {
  const { found, version, key } = placed
  const base = { version, ...(key === undefined ? {} : { key: `${placed.folder}/${key}` }) }
  const run = placing.run(found, placed)
  const sections = found.unreadable === undefined ? placing.sections?.(found) : undefined
  if (sections !== undefined)
    return { ...base, ...run, up: sections.up, ...(sections.down === undefined ? {} : { down: sections.down }) }
  const up = wholeFile(found.file, found.unreadable)
  return down === undefined
    ? { ...base, ...run, up }
    : { ...base, ...run, up, down: wholeFile(down.file, down.unreadable) }
}

/** A place by a file's stem and folder. */
export function placeOf(path: string, direction: 'up' | 'down', stem: string): Place {
  return { direction, folder: posix.dirname(path), order: numbersOf(/^[\d._-]*/.exec(stem)?.[0] ?? ''), version: stem }
}

/** The place of a `VERSION_name.sql` file, whose version no other file may have. */
export function numberedPlace(path: string, pattern = /^(\d+)_.*\.sql$/): Place | undefined {
  const name = posix.basename(path)
  const number = pattern.exec(name)?.[1]
  if (number === undefined) return undefined
  const key = BigInt(number).toString()
  return { direction: 'up', folder: posix.dirname(path), order: [BigInt(number)], version: stemOf(path), key }
}

/** A file's name without its folder and `.sql`. */
export function stemOf(path: string): string {
  return posix.basename(path).replace(/\.sql$/, '')
}

/** The numbers in a version: `1.2_3` is 1, 2, 3. */
export function numbersOf(version: string): readonly bigint[] {
  return (version.match(/\d+/g) ?? []).map((digits) => BigInt(digits))
}

/** Orders files by folder, then by number, then by name. */
export function inOrder(a: Place, b: Place): number {
  if (a.folder !== b.folder) return a.folder < b.folder ? -1 : 1
  if ((a.order.length === 0) !== (b.order.length === 0)) return a.order.length === 0 ? 1 : -1
  for (let position = 0; position < Math.max(a.order.length, b.order.length); position++) {
    const left = a.order[position] ?? -1n
    const right = b.order[position] ?? -1n
    if (left !== right) return left < right ? -1 : 1
  }
  return a.version < b.version ? -1 : a.version > b.version ? 1 : 0
}

function isDown({ direction }: Place): boolean {
  return direction === 'down'
}
