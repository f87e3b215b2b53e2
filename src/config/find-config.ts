import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../text/user-error.ts'

/** The names of files that hold nothing but a configuration. */
export const CONFIG_FILES = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((each) => `schemalint.config.${each}`)

/** The file with the configuration that counts for a folder: the nearest, there or above; undefined without one. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = configIn(folder)
    if (found !== undefined) return found
    if (dirname(folder) === folder) return undefined
  }
}

/** Whether a manifest that other programs read, too, has a word for schemalint. */
export function isMentionedIn(path: string): boolean {
  if (!existsSync(path)) return false
  const text = readFileSync(path, 'utf8')
  return path.endsWith('.toml') ? /^\s*\[\[?\s*tool\s*\.\s*schemalint\b/m.test(text) : hasManifestKey(text)
}

/** Two configurations in one folder would leave it to chance which counts. */
function configIn(folder: string): string | undefined {
  const files = CONFIG_FILES.filter((name) => existsSync(join(folder, name)))
  const manifests = ['package.json', 'pyproject.toml'].filter((name) => isMentionedIn(join(folder, name)))
  const [first, second] = [...files, ...manifests]
  if (first !== undefined && second !== undefined)
    throw new UserError(`both ${first} and ${second} configure schemalint in ${folder}`, 'keep one of them')
  return first === undefined ? undefined : join(folder, first)
}

/** A manifest that is no JSON is for others to complain about. */
function hasManifestKey(text: string): boolean {
  if (!text.includes('"schemalint"')) return false
  try {
    return Object.hasOwn(JSON.parse(text) ?? {}, 'schemalint')
  } catch {
    return false
  }
}
