import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolders } from './support/folders.ts'
import { type Outcome, root } from './support/run-cli.ts'
import { skip } from './support/servers.ts'

const folders = temporaryFolders()
afterAll(() => folders.remove())

/** What npm says where it cannot reach the registry, and has not got everything itself. */
const OUT_OF_REACH = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/

test('the package is installed without scripts and without what is optional, and works', async (context) => {
  const table = 'create table orders (id bigint generated always as identity primary key, customer bigint);\n'
  const folder = folders.with({
    'package.json': '{ "name": "empty", "private": true }',
    'clean/1.sql': table,
    'bad/1.sql': table,
    'bad/2.sql': 'create index orders_customer on orders (customer);\n',
  })
  const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root)
  const options = ['--ignore-scripts', '--omit=optional', '--prefer-offline', '--no-audit', '--no-fund']
  const installed = await run('npm', ['install', ...options, `./${packed.stdout.trim()}`], folder)
  if (OUT_OF_REACH.test(installed.stderr)) {
    skip('registry', 'npm cannot reach its registry')
    return context.skip()
  }
  expect(installed).toMatchObject({ code: 0 })

  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
  const scripted = Object.keys(packages).filter((path) => packages[path].hasInstallScript === true)
  expect([scripted, 'node_modules/pg-schemalint' in packages]).toEqual([[], true])
  const files = readdirSync(join(folder, 'node_modules/pg-schemalint/dist'))
  expect(files).toEqual(expect.arrayContaining(['libpg-query.wasm', 'schema.json', 'schemalint_alembic']))

  const schemalint = (...args: readonly string[]) => run(join(folder, 'node_modules/.bin/schemalint'), args, folder)
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  expect(await schemalint('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  expect(await schemalint('check', 'clean')).toMatchObject({ code: 0, stderr: '' })
  const bad = await schemalint('check', 'bad/2.sql')
  expect([bad.code, bad.stdout]).toEqual([1, expect.stringContaining('index-without-concurrently')])
  expect(await schemalint('verify', 'clean')).toMatchObject({ code: 0 })
  expect(existsSync(join(folder, 'node_modules/testcontainers'))).toBe(false)
}, 240_000)

async function run(command: string, args: readonly string[], cwd: string): Promise<Outcome> {
  // What npm tells the tests that it runs is not meant for another npm.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/i.test(name))
  try {
    return { code: 0, ...(await promisify(execFile)(command, args, { cwd, env: Object.fromEntries(own) })) }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}
