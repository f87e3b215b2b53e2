import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Loads a package only when it is needed, and by a name that no bundler follows.
 * Undefined where it, or the file in it, is not installed.
 */
export async function loadPackage<Module>(name: string): Promise<Module | undefined> {
  return (await attempt<Module>(name)) ?? (await attempt<Module>(resolveFrom(process.cwd(), name)))
}

async function attempt<Module>(name: string | undefined): Promise<Module | undefined> {
  if (name === undefined) return undefined
  try {
    return await import(name)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== undefined && ABSENT.includes(code)) return undefined
    throw error
  }
}

/** Run from a clone that has no packages of its own, as pre-commit does, those of the project serve. */
function resolveFrom(folder: string, name: string): string | undefined {
  try {
    return pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href
  } catch {
    return undefined
  }
}

/** What Node and TypeScript loaders say of a package, or a file of one, that is not there. */
const ABSENT = ['ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED', 'MODULE_NOT_FOUND']
