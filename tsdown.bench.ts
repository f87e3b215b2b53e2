import { defineConfig } from 'tsdown'
import base, { BUNDLED, copyParser } from './tsdown.config.ts'

const outDir = '.bundle-bench'

/** What `npm run bench` measures: the program as it is shipped, not as a loader of TypeScript runs it. */
export default defineConfig({
  ...base,
  entry: { bench: 'test/bench/bench.ts' },
  outDir,
  dts: false,
  inlineOnly: [...BUNDLED, 'tsdown'],
  hooks: { 'build:done': () => copyParser(outDir) },
})
