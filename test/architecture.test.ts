import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const files = filesUnder('src')
const layers: Readonly<Record<string, readonly string[]>> = {
  text: [],
  catalog: ['text'],
  migrations: ['text'],
  sql: ['catalog', 'text', 'migrations'],
  database: ['catalog', 'text'],
  schema: ['catalog', 'text'],
  recipes: ['catalog', 'schema'],
  'rule.ts': ['catalog', 'text', 'recipes'],
  report: ['catalog', 'text', 'rule.ts', 'finding.ts', 'loaded-rule.ts', 'explain.ts'],
}
const owners: Readonly<Record<string, readonly string[]>> = {
  'libpg-query': ['sql'],
  'pgsql-ast-parser': ['sql'],
  pg: ['database'],
  '@electric-sql/pglite': ['database'],
  '@testcontainers/postgresql': ['database'],
  testcontainers: ['database'],
  '@hpcc-js/wasm-graphviz': ['schema'],
  chalk: ['cli', 'report'],
  commander: ['cli'],
  jiti: ['load-module.ts'],
  yaml: ['config'],
  'smol-toml': ['config'],
}

test('layers import only what lies below them', () => {
  const wrong = files.flatMap((file) => {
    const below = layers[layerOf(file)]
    const targets = importsOf(file).filter((each) => each.startsWith('.'))
    return targets
      .map((each) => layerOf(join(dirname(file), each)))
      .filter((layer) => layer !== layerOf(file) && (below === undefined ? layer === 'cli' : !below.includes(layer)))
      .map((layer) => `${file} imports ${layer}`)
  })
  expect(wrong).toEqual([])
})

test('a package is known to the layer that it is for, and to no other', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((each) => owners[each]?.includes(layerOf(file)) === false)
      .map((each) => `${file} imports ${each}`),
  )
  expect(wrong).toEqual([])
})

test('only the command line prints, exits and reads what it was started with', () => {
  const usage = /\bprocess\s*\.\s*(argv|exit|exitCode|stdout|stderr|stdin)\b|\bconsole\s*\./
  expect(files.filter((file) => layerOf(file) !== 'cli' && usage.test(codeOf(file)))).toEqual([])
})

test('no source names a rule', async () => {
  const names = (await builtInRules()).map((rule) => rule.name)
  const named = files.flatMap((file) => names.filter((name) => codeOf(file).includes(name)).map((name) => [file, name]))
  expect(named).toEqual([])
})

test('files are short and have names that say something', () => {
  const sources = [...files, ...filesUnder('rules')]
  const lengths = sources.map((file) => textOf(file).split('\n').length).toSorted((a, b) => a - b)
  expect(sources.filter((file) => textOf(file).split('\n').length > 301)).toEqual([])
  expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(100)
  expect(sources.filter((file) => /\/(utils?|helpers?|types|common|misc|manager)\.ts$/.test(file))).toEqual([])
})

test('functions fit a screen', () => {
  const long = [...files, ...filesUnder('rules')].flatMap((file) => longFunctionsIn(file, 50))
  expect(long).toEqual([])
})

function filesUnder(folder: string): readonly string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return names.flatMap((name) => (name.endsWith('.ts') ? [join(folder, name)] : [])).toSorted()
}

/** The folder of `src` that a file is in, or its own name where it is in none. */
function layerOf(file: string): string {
  return relative('src', file).split('/')[0] ?? ''
}

function importsOf(file: string): readonly string[] {
  return ts.preProcessFile(textOf(file), true, true).importedFiles.map((each) => each.fileName)
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The text without comments. */
function codeOf(file: string): string {
  return textOf(file).replace(/\/\*[\s\S]*?\*\/|(?<!['":])\/\/.*$/gm, '')
}

function longFunctionsIn(file: string, limit: number): readonly string[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const linesOf = (node: ts.Node) => lineOf(node.getEnd()) - lineOf(node.getStart()) + 1
  const long: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const kinds = switchOf(node)
      const lines = linesOf(node) - (kinds === undefined ? 0 : linesOf(kinds))
      if (lines > limit) long.push(`${file}: ${nameOf(node)}, ${lines} lines`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return long
}

/** The last statement of a function, where it is a switch: one over kinds is as long as there are kinds. */
function switchOf(node: ts.SignatureDeclaration): ts.SwitchStatement | undefined {
  const body = 'body' in node ? node.body : undefined
  const last = body !== undefined && ts.isBlock(body) ? body.statements.at(-1) : undefined
  return last !== undefined && ts.isSwitchStatement(last) ? last : undefined
}

function nameOf(node: ts.SignatureDeclaration): string {
  return node.name?.getText() ?? 'a function without a name'
}
