import { existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { SourceFile } from '../text/source-file.ts'
import { UserError } from '../text/user-error.ts'

/** A file as read, and why its text cannot be trusted where that is so. */
export interface FoundFile {
  readonly file: SourceFile
  readonly unreadable?: string
}

/** Files above this many bytes are not read at all. */
export const MAXIMUM_BYTES = 20_000_000

/**
 * The SQL files at and below the given paths, each once, under paths relative to a folder.
 * @throws UserError where a path does not exist or cannot be read.
 */
export function findFiles(paths: readonly string[], from: string): readonly FoundFile[] {
  const found = new Map<string, string>()
  for (const path of paths) {
    const absolute = resolve(from, path)
    if (!existsSync(absolute))
      throw new UserError(`there is no file or folder ${path}`, 'name a migration file, or the folder that holds them')
    for (const file of walk(absolute, new Set())) found.set(realpathSync(file), file)
  }
  return [...found.values()].map((file) => readFile(file, relative(from, file).split(sep).join('/')))
}

/** Folders that hold no migrations of the project itself. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.venv', 'venv', '__pycache__'])

/** A folder is entered once however many links lead to it. */
function* walk(path: string, entered: Set<string>): Generator<string> {
  if (!isFolder(path)) {
    if (isFile(path)) yield path
    return
  }
  const real = realpathSync(path)
  if (entered.has(real)) return
  entered.add(real)
  for (const name of listFolder(path)) {
    if (SKIPPED.has(name)) continue
    const child = join(path, name)
    if (isFolder(child)) yield* walk(child, entered)
    else if (name.endsWith('.sql')) yield* walk(child, entered)
  }
}

/** A link that leads nowhere, or to itself, is neither folder nor file. */
function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() === true
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path).toSorted()
  } catch (error) {
    throw new UserError(`cannot read the folder ${path}`, error instanceof Error ? error.message : undefined)
  }
}

function readFile(path: string, shown: string): FoundFile {
  const { size } = statSync(path)
  if (size > MAXIMUM_BYTES) {
    return {
      file: { path: shown, text: '' },
      unreadable: `the file has ${size} bytes; schemalint reads up to ${MAXIMUM_BYTES}`,
    }
  }
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new UserError(`cannot read ${shown}`, error instanceof Error ? error.message : undefined)
  }
  try {
    return { file: { path: shown, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) } }
  } catch {
    return {
      file: { path: shown, text: bytes.toString('latin1') },
      unreadable: 'the file is not valid UTF-8, which is what PostgreSQL is told to expect',
    }
  }
}
