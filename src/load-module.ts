import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { UserError } from './text/user-error.ts'

/**
 * Runs a program of the user's, such as a rule, and gives what it exports by default. TypeScript
 * is read on every supported Node, and `pg-schemalint/…` means this very program's modules.
 * @throws UserError where the program fails.
 */
export async function loadModule(path: string, shown: string): Promise<unknown> {
  const load = await loader()
  try {
    const module = await load(path)
    return (module as { default?: unknown }).default ?? module
  } catch (error) {
    throw new UserError(`${shown} cannot be loaded`, error instanceof Error ? error.message.split('\n')[0] : undefined)
  }
}

const OWN = {
  'pg-schemalint/rule': ownModule('./rule'),
  'pg-schemalint/config': ownModule('./config', './config/define-config'),
}

/** In the sources the modules beside this one are TypeScript, in the bundle they are not. */
function ownModule(built: string, source = built): string {
  const path = fileURLToPath(new URL(`${built}.js`, import.meta.url))
  return existsSync(path) ? path : fileURLToPath(new URL(`${source}.ts`, import.meta.url))
}

/** Where the bundle stands alone, as in the Action, there is no jiti, and Node itself reads TypeScript. */
async function loader(): Promise<(path: string) => Promise<unknown>> {
  try {
    const { createJiti } = await import('jiti')
    const jiti = createJiti(import.meta.url, { alias: OWN, interopDefault: true, fsCache: false })
    return (path) => jiti.import(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    resolveOwnModules()
    return (path) => import(pathToFileURL(path).href)
  }
}

interface Hooks {
  registerHooks?(hooks: {
    resolve(name: string, context: unknown, next: (name: string, context: unknown) => unknown): unknown
  }): void
}

/** Node knows such hooks from 22.15 on; before, only what imports nothing of schemalint can be loaded so. */
function resolveOwnModules(): void {
  const own: Readonly<Record<string, string>> = OWN
  const { registerHooks } = nodeModule as Hooks
  registerHooks?.({
    resolve: (name, context, next) => {
      const path = Object.hasOwn(own, name) ? own[name] : undefined
      return next(path === undefined ? name : pathToFileURL(path).href, context)
    },
  })
}
