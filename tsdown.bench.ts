import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'tsdown'
import base, { BUNDLED } from './tsdown.config.ts'

const root = import.meta.dirname
const outDir = '.bundle-bench'

/** What `npm run bench` measures: the program as it is shipped, not as a loader of TypeScript runs it. */
export default defineConfig({
  ...base,
  entry: { bench: 'test/bench/bench.ts' },
  outDir,
  dts: false,
  inlineOnly: [...BUNDLED, 'tsdown'],
  hooks: {
    'build:done': () => {
      const wasm = createRequire(import.meta.url)
        .resolve('libpg-query')
        .replace('index.cjs', 'libpg-query.wasm')
      copyFileSync(wasm, join(root, outDir, 'libpg-query.wasm'))
    },
  },
})
