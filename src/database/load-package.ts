/**
 * Loads a package only when it is needed, and by a name that no bundler follows.
 * Undefined where it, or the file in it, is not installed.
 */
export async function loadPackage<Module>(name: string): Promise<Module | undefined> {
  try {
    return await import(name)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== undefined && ABSENT.includes(code)) return undefined
    throw error
  }
}

/** What Node and TypeScript loaders say of a package, or a file of one, that is not there. */
const ABSENT = ['ERR_MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED', 'MODULE_NOT_FOUND']
