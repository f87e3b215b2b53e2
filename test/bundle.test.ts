import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolders } from './support/folders.ts'
import { root } from './support/run-cli.ts'

const folders = temporaryFolders()
const alone = mkdtempSync(join(tmpdir(), 'schemalint-bundle-'))
cpSync(join(root, 'bundle'), join(alone, 'bundle'), { recursive: true })
cpSync(join(root, 'package.json'), join(alone, 'package.json'))
const fresh = mkdtempSync(join(root, '.bundle-'))
afterAll(() => {
  folders.remove()
  rmSync(alone, { recursive: true })
  rmSync(fresh, { recursive: true })
})

test('the committed bundle is what the sources give: `npm run bundle` writes it', () => {
  const tsdown = join(root, 'node_modules/tsdown/dist/run.mjs')
  const config = join(root, 'tsdown.bundle.ts')
  execFileSync(process.execPath, [tsdown, '--config', config, '--out-dir', relative(root, fresh)], { cwd: root })
  const committed = contentsOf(join(root, 'bundle'))
  const built = contentsOf(fresh)
  expect([...committed.keys()]).toEqual([...built.keys()])
  expect([...built].filter(([path, text]) => committed.get(path) !== text).map(([path]) => path)).toEqual([])
})

test('the bundle needs nothing beside it: hints, formats of configuration, rules in JavaScript', () => {
  const folder = folders.with({
    'schemalint.config.yaml': 'migrations: [db]\nrules: [policies]\n',
    'policies/never-enough.mjs':
      "export default { scope: 'schema', severity: 'error', summary: 'x', why: 'x', instead: 'x', *check() { yield { message: 'not enough', subject: 'x' } } }\n",
    'db/1.sql': 'create tabl t (id int);\n',
  })
  const program = join(alone, 'bundle/schemalint.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check'], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toContain('did you mean TABLE?')
  expect(stdout).toContain('not enough')
  expect(status).toBe(1)
})

test('where no package is installed the bundle says which one a picture needs', () => {
  const folder = folders.with({ '1.sql': 'create table t (id int);\n' })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(alone, 'bundle/schemalint.js'), 'schema', '.', '--format', 'svg'],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^schemalint: --format svg needs the package @hpcc-js\/wasm-graphviz.*\n.*--format mermaid/)
  expect(status).toBe(2)
})

function contentsOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const paths = names.map((each) => relative(folder, join(each.parentPath, each.name))).toSorted()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}
