import { defineConfig } from 'tsdown'
import base, { BUNDLED, copyBridge, copyParser } from './tsdown.config.ts'

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
    external: [
      '@electric-sql/pglite',
      'pg',
      'jiti',
      '@hpcc-js/wasm-graphviz',
      'testcontainers',
      '@testcontainers/postgresql',
    ],
    hooks: {
      'build:done': () => {
        copyParser(outDir)
        copyBridge(outDir)
      },
    },
  }
})
