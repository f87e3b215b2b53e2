import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** A way to start Python, and how it was come by. */
export interface Interpreter {
  readonly command: string
  readonly args: readonly string[]
  /** In words: `uv run`, `.venv`, a path. */
  readonly name: string
}

/**
 * The interpreters that may be the project's own, the likeliest first: the one that is
 * named and no other, else uv's, Poetry's, a virtual environment beside the project, and
 * those on the PATH. uv neither installs nor downloads anything here.
 */
export function interpretersFor(folder: string, named: string | undefined): readonly Interpreter[] {
  if (named !== undefined) return [{ command: named, args: [], name: named }]
  const folders = [...foldersAbove(folder)]
  const holds = (file: string) => folders.some((each) => existsSync(join(each, file)))
  const found: Interpreter[] = []
  if (holds('uv.lock') && onPath('uv') !== undefined)
    found.push({ command: 'uv', args: ['run', '--offline', '--no-sync', '--quiet', 'python'], name: 'uv run' })
  if (holds('poetry.lock') && onPath('poetry') !== undefined)
    found.push({ command: 'poetry', args: ['run', 'python'], name: 'poetry run' })
  for (const each of folders) {
    for (const name of ['.venv', 'venv']) {
      const python = VENV_PYTHON.map((inner) => join(each, name, inner)).find((path) => existsSync(path))
      if (python !== undefined) found.push({ command: python, args: [], name: python })
    }
  }
  const global = ['python3', 'python'].flatMap((name) => [...allOnPath(name)])
  return [...found, ...global.map((command) => ({ command, args: [], name: command }))]
}

const VENV_PYTHON = ['bin/python', 'Scripts/python.exe']

/** A folder and those above it, up to the top of the repository. */
export function* foldersAbove(folder: string): Generator<string> {
  for (let each = folder; ; each = dirname(each)) {
    yield each
    if (existsSync(join(each, '.git')) || dirname(each) === each) return
  }
}

function onPath(name: string): string | undefined {
  return allOnPath(name).next().value ?? undefined
}

function* allOnPath(name: string): Generator<string, undefined> {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const suffix of suffixes) {
      const path = join(folder, name + suffix)
      if (folder !== '' && isExecutable(path)) yield path
    }
  }
  return undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
