import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import type { FoundFile } from './find-files.ts'

/** The SQL files that were asked for, and what lies around them. */
export interface Project {
  readonly files: readonly FoundFile[]
  /** The folders of the files, and those that were named, each once. */
  readonly folders: readonly string[]
  /** The names in a folder, sorted; none where there is no such folder. */
  list(folder: string): readonly string[]
  /** The text of a file that is no migration, such as a plan; undefined where there is none. */
  read(path: string): string | undefined
  /** The nearest file of a name in a folder or above it, up to the top of the repository. */
  above(folder: string, name: string): string | undefined
}

/** Looks around files whose paths are relative to a folder. Nothing is read until it is asked for. */
export function projectOf(files: readonly FoundFile[], named: readonly string[], from: string): Project {
  const folders = new Set(files.map(({ file }) => posix.dirname(file.path)))
  for (const path of named) {
    const folder = resolve(from, path)
    // Named as the paths of its files are, or what is found in it would not be found among them.
    if (isFolder(folder)) folders.add(relative(from, folder).split(sep).join('/') || '.')
  }
  return {
    files,
    folders: [...folders].toSorted(),
    list: (folder) => (isFolder(resolve(from, folder)) ? readdirSync(resolve(from, folder)).toSorted() : []),
    read: (path) => readSmall(resolve(from, path)),
    above: (folder, name) => findAbove(resolve(from, folder), name),
  }
}

/** No plan or manifest is larger than this many bytes. */
const MAXIMUM_BYTES = 5_000_000

function readSmall(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  const stats = statSync(path)
  return stats.isFile() && stats.size <= MAXIMUM_BYTES ? readFileSync(path, 'utf8') : undefined
}

function findAbove(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const text = readSmall(join(folder, name))
    if (text !== undefined) return text
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
