import { copyFileSync, cpSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'tsdown'
import base, { BUNDLED } from './tsdown.config.ts'

const root = import.meta.dirname

/**
 * The program for where nothing is installed: GitHub runs `bundle/action.js`, and pre-commit
 * `bundle/schemalint.js`, right from a clone. So it is committed, and a test holds it against
 * the sources; `npm run bundle` writes it.
 */
export default defineConfig((options) => {
  const outDir = options.outDir ?? 'bundle'
  return {
    ...base,
    entry: {
      schemalint: 'src/cli/main.ts',
      action: 'src/cli/action.ts',
      rule: 'src/rule.ts',
      config: 'src/config/define-config.ts',
    },
    outDir,
    dts: false,
    hash: false,
    noExternal: [...BUNDLED, 'pgsql-ast-parser'],
    inlineOnly: [...BUNDLED, 'pgsql-ast-parser', 'moo', 'nearley', 'tsdown'],
    external: ['@electric-sql/pglite', 'pg', 'jiti', 'testcontainers', '@testcontainers/postgresql'],
    hooks: {
      'build:done': () => {
        const wasm = createRequire(import.meta.url)
          .resolve('libpg-query')
          .replace('index.cjs', 'libpg-query.wasm')
        copyFileSync(wasm, join(root, outDir, 'libpg-query.wasm'))
        cpSync(join(root, 'src/migrations/alembic/schemalint_alembic'), join(root, outDir, 'schemalint_alembic'), {
          recursive: true,
          filter: (path) => !path.endsWith('__pycache__'),
        })
      },
    },
  }
})
