import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { defineConfig, type UserConfig } from 'tsdown'
import { configSchemaJson } from './src/config/schema.ts'

const root = import.meta.dirname
const ruleNames = readdirSync(join(root, 'rules'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted()

/** In the bundle the rules are imported by name: found here by reading the same folder that the sources read. */
const builtInRules = {
  name: 'built-in-rules',
  load(id: string) {
    if (!id.endsWith('/src/built-in-rules.ts')) return
    const imports = ruleNames.map((name, index) => `import rule${index} from '../rules/${name}.ts'`)
    const rules = ruleNames.map((name, index) => `{ name: ${JSON.stringify(name)}, rule: rule${index} }`)
    return [
      ...imports,
      `const rules = [${rules.join(', ')}]`,
      'export async function builtInRules() { return rules }',
      "export async function builtInFixture(name) { return (await import('virtual:fixtures')).fixtures[name] }",
    ].join('\n')
  },
}

/** The fixtures, from which `explain` takes its examples; a chunk of their own, loaded only then. */
const fixtures = {
  name: 'fixtures',
  resolveId: (id: string) => (id === 'virtual:fixtures' ? '\0virtual:fixtures' : undefined),
  load(id: string) {
    if (id !== '\0virtual:fixtures') return
    const texts = ruleNames.flatMap((name) => {
      const path = join(root, 'fixtures', `${name}.sql`)
      return existsSync(path) ? [[name, readFileSync(path, 'utf8')]] : []
    })
    return `export const fixtures = ${JSON.stringify(Object.fromEntries(texts))}`
  },
}

/** The programs in Python that read Alembic projects; they lie beside the bundle. */
const BRIDGE = 'src/migrations/alembic/schemalint_alembic'

/** What is in the bundle; any other dependency that would slip in fails the build. */
export const BUNDLED = [
  'libpg-query',
  '@pgsql/types',
  'commander',
  'chalk',
  'string-width',
  'wrap-ansi',
  'ansi-regex',
  'ansi-styles',
  'strip-ansi',
  'emoji-regex',
  'get-east-asian-width',
  'yaml',
  'smol-toml',
]

/** The parser's wasm file lies beside what is built, where it is looked for. */
export function copyParser(outDir: string): void {
  const wasm = createRequire(import.meta.url)
    .resolve('libpg-query')
    .replace('index.cjs', 'libpg-query.wasm')
  copyFileSync(wasm, join(root, outDir, 'libpg-query.wasm'))
}

export function copyBridge(outDir: string): void {
  cpSync(join(root, BRIDGE), join(root, outDir, basename(BRIDGE)), {
    recursive: true,
    filter: (path) => !path.endsWith('__pycache__'),
  })
}

const config: UserConfig = {
  entry: { cli: 'src/cli/main.ts', rule: 'src/rule.ts', config: 'src/config/define-config.ts' },
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: true,
  // The parser finds its wasm file by `__dirname`.
  shims: true,
  minify: false,
  sourcemap: false,
  checks: { pluginTimings: false },
  // Everything that `check` needs is in the bundle; what only `verify` or an error needs is loaded from node_modules.
  noExternal: BUNDLED,
  inlineOnly: [...BUNDLED, 'tsdown'],
  external: [
    '@electric-sql/pglite',
    'pg',
    'pgsql-ast-parser',
    'jiti',
    '@hpcc-js/wasm-graphviz',
    'testcontainers',
    '@testcontainers/postgresql',
  ],
  plugins: [builtInRules, fixtures],
  hooks: {
    'build:done': () => {
      copyParser('dist')
      writeFileSync(join(root, 'dist', 'schema.json'), configSchemaJson())
      copyBridge('dist')
    },
  },
}

export default defineConfig(config)
