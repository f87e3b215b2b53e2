import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolders } from '../support/folders.ts'
import { runCli } from '../support/run-cli.ts'

const folders = temporaryFolders()
afterAll(folders.remove)
const keyless = 'create table t (id bigint);\n'

async function check(cwd: string, ...args: string[]) {
  const { stdout, stderr, code } = await runCli(['check', '--format', 'json', ...args], { cwd })
  return { code, stderr, report: stdout === '' ? undefined : JSON.parse(stdout) }
}

async function refusal(files: Readonly<Record<string, string>>): Promise<string> {
  const { code, stderr } = await check(folders.with({ 'db/1.sql': keyless, ...files }))
  expect(code, stderr).toBe(2)
  return stderr
}

const told = {
  preset: 'strict',
  postgres: 15,
  migrations: ['db'],
  severities: { 'table-without-primary-key': 'error' },
}
const toml = `preset = "strict"\npostgres = 15\nmigrations = ["db"]\n`
const yaml = 'preset: strict\npostgres: 15\nmigrations: [db]\nseverities: { table-without-primary-key: error }\n'
const typed = `import { defineConfig } from 'pg-schemalint/config'\nconst config: object = ${JSON.stringify(told)}\nexport default defineConfig(config)\n`

test.each([
  ['schemalint.config.ts', typed],
  ['schemalint.config.js', `module.exports = ${JSON.stringify(told)}`],
  ['schemalint.config.mjs', `export default ${JSON.stringify(told)}`],
  ['schemalint.config.json', JSON.stringify({ $schema: 'schema.json', ...told })],
  ['schemalint.config.yaml', yaml],
  ['schemalint.config.yml', yaml],
  ['package.json', JSON.stringify({ name: 'x', schemalint: told })],
  [
    'pyproject.toml',
    `[project]\nname = "x"\n[tool.schemalint]\n${toml}[tool.schemalint.severities]\ntable-without-primary-key = "error"\n`,
  ],
])('%s is found from below and says the same as any other', async (name, text) => {
  const folder = folders.with({ [name]: text, 'db/1.sql': keyless, 'below/here/x.txt': '' })
  const { report, stderr } = await check(join(folder, 'below/here'))
  expect(report, stderr).toMatchObject({ preset: 'strict', postgres: 15, summary: { migrations: 1, errors: 1 } })
})

test('the nearest file counts alone, and a manifest without a word for schemalint does not', async () => {
  const folder = folders.with({
    'schemalint.config.json': '{ "preset": "strict" }',
    'app/schemalint.config.yaml': 'postgres: 14',
    'app/api/package.json': '{ "name": "schemalint" }',
    'app/api/pyproject.toml': '[tool.other]\nnames = "tool.schemalint"\n',
    'app/api/1.sql': keyless,
  })
  const { report } = await check(join(folder, 'app/api'), '1.sql')
  expect(report).toMatchObject({ preset: 'recommended', postgres: 14 })
})

describe('what cannot be is refused by file, line and key', () => {
  test.each([
    [{ 'schemalint.config.json': '{\n  "presett": "strict"\n}' }],
    [{ 'schemalint.config.json': '{\n  "severities": {\n    "grant-all": "info" }\n}' }],
    [{ 'schemalint.config.json': '{ "severities": { "grant-al": "off" } }' }],
    [{ 'schemalint.config.yaml': 'migrations: [db]\noverrides:\n  - files: [db/*]\n    severity: {}\n' }],
    [{ 'schemalint.config.yaml': 'migrations: [db]\noverrides:\n  - files: db\n    severities: {}\n' }],
    [{ 'schemalint.config.yaml': 'preset: [strict\n' }],
    [{ 'package.json': '{\n  "name": "x",\n  "schemalint": {\n    "postgres": 9\n  }\n}' }],
    [{ 'pyproject.toml': '[tool.schemalint]\npostgres = "16"\n' }],
    [{ 'pyproject.toml': '[tool.schemalint]\npostgres = \n' }],
    [{ 'schemalint.config.mjs': 'export default { databases: { main: {} } }' }],
    [{ 'pyproject.toml': '[project]\n[tool.schemalint]\nmigrations = [\n  "db",\n]\n\n# why\npresett = "x"\n' }],
    [{ 'pyproject.toml': '[tool.schemalint]\npreset = "strict"\nmigrations = [ # all\n  "db",\n  5,\n]\n' }],
    [
      {
        'pyproject.toml':
          'name = """\n[tool.schemalint]\n"""\r\n[tool.schemalint.severities]\r\n"grant-al" = "off"\r\n',
      },
    ],
    [
      {
        'pyproject.toml':
          '[tool.schemalint.databases.a]\nmigrations = ["a"]\n\n[tool.schemalint.databases.b]\nmigrations = ["b"]\npostgres = 3\n',
      },
    ],
    [
      {
        'pyproject.toml':
          '[[tool.schemalint.overrides]]\nfiles = ["a"]\nseverities = {}\n[[tool.schemalint.overrides]]\nfiles = ["a"]\n',
      },
    ],
    [{ 'schemalint.config.ts': 'const preset: string = "x"\nexport default {\n  // preset: here\n  preset,\n}\n' }],
    [
      {
        'schemalint.config.ts':
          'export default {\n  // postgres: 9\n  migrations: ["a: {"],\n  postgres: 9 as number,\n}\n',
      },
    ],
    [
      {
        'schemalint.config.mjs':
          'export default {\n  overrides: [\n    { files: ["a"], severities: {} },\n    { files: ["b"],\n      severities: { "grant-all": "of" } },\n  ],\n}\n',
      },
    ],
    [{ 'schemalint.config.mjs': 'const a = { postgres: 9 }\nconst b = { postgres: 8 }\nexport default a ?? b\n' }],
    [{ 'schemalint.config.json': '{\n  "preset": "strict",\n}\n' }],
    [{ 'schemalint.config.ts': "throw new Error('no such setting')" }],
    [{ 'schemalint.config.json': '{ "extends": ["strict", "./a.json"] }', 'a.json': '{ "extends": "./b.json" }' }],
    [{ 'schemalint.config.json': '{ "extends": "acme-schemalint" }' }],
    [{ 'schemalint.config.json': '{ "extends": "./schemalint.config.json" }' }],
    [{ 'schemalint.config.json': '{}', 'pyproject.toml': '[tool.schemalint]\n' }],
    [
      {
        'schemalint.config.json': '{ "overrides": [{ "files": ["db/**"], "severities": { "syntax-error": "off" } }] }',
      },
    ],
  ])('%j', async (files) => {
    expect((await refusal(files)).replaceAll(/ in \/.*?(?=\n)/g, ' in …')).toMatchSnapshot()
  })
})

describe('extends', () => {
  const files = {
    'schemalint.config.yaml':
      'extends: [service, "@acme/schemalint", ./team/base.json]\nseverities: { grant-all: "off" }\n',
    'node_modules/@acme/schemalint/package.json': '{ "name": "@acme/schemalint", "main": "index.json" }',
    'node_modules/@acme/schemalint/index.json': '{ "postgres": 14, "severities": { "grant-all": "error" } }',
    'team/base.json':
      '{ "postgres": 16, "migrations": ["../db"], "severities": { "table-without-primary-key": "error" } }',
    'db/1.sql': keyless,
  }

  test('takes from presets, packages and files, each with paths of its own', async () => {
    const { report } = await check(folders.with(files))
    expect(report).toMatchObject({ preset: 'service', postgres: 16, summary: { migrations: 1 } })
    const found = report.findings.map((each: { rule: string; severity: string }) => `${each.severity} ${each.rule}`)
    expect(found).toContain('error table-without-primary-key')
  })

  test('config tells where each value comes from', async () => {
    const folder = folders.with(files)
    const { stdout } = await runCli(['config', '--print'], { cwd: folder })
    expect(stdout).toMatchSnapshot()
    const { settings } = JSON.parse(
      (await runCli(['config', '--format', 'json'], { cwd: join(folder, 'team') })).stdout,
    )
    expect(settings).toContainEqual({ key: 'postgres', value: 16, source: 'base.json' })
    expect(settings).toContainEqual({ key: 'migrations', value: ['../db'], source: 'base.json' })
    const empty = JSON.parse((await runCli(['config', '--format', 'json'], { cwd: folders.with({}) })).stdout)
    expect(empty).toMatchObject({
      files: [],
      settings: [{ key: 'preset', value: 'recommended', source: 'default' }, {}],
    })
  })
})

describe('overrides', () => {
  const config = (severities: object) => ({
    'schemalint.config.json': JSON.stringify({
      migrations: ['db'],
      overrides: [{ files: ['db/old/**'], severities }],
    }),
    'db/old/1.sql': keyless,
    'db/2.sql': keyless.replace('t (', 'u ('),
  })
  const found = async (severities: object, ...args: string[]) => {
    const { report } = await check(folders.with(config(severities)), ...args)
    return report.findings.map(
      (each: { rule: string; severity: string; file: string }) => `${each.severity} ${each.file}`,
    )
  }

  test.each([
    ['off', ['warning db/2.sql']],
    ['error', ['warning db/2.sql', 'error db/old/1.sql']],
  ])('take a rule as %s in some files only', async (severity, expected) => {
    expect(await found({ 'table-without-primary-key': severity })).toEqual(expected)
  })

  test('may let a rule judge that is not in the preset, but nowhere else', async () => {
    expect(await found({ 'table-without-primary-key': 'off', 'created-at-missing': 'error' })).toEqual([
      'warning db/2.sql',
      'error db/old/1.sql',
    ])
  })

  test('are farther than the command line', async () => {
    expect(await found({ 'table-without-primary-key': 'off' }, '--rule', 'table-without-primary-key=error')).toEqual([
      'error db/2.sql',
      'error db/old/1.sql',
    ])
  })
})

describe('several databases', () => {
  const folder = folders.with({
    'schemalint.config.yaml':
      'severities: { table-without-primary-key: error }\nbaseline: known.json\ndatabases:\n  app:\n    migrations: [app/prisma/migrations]\n    postgres: 16\n  events:\n    migrations: [events]\n    runner: goose\n    severities: { table-without-primary-key: warning }\n',
    'app/prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
    'app/prisma/migrations/20260101000000_users/migration.sql': keyless,
    'events/1_users.sql': '-- +goose Up\ncreate table t (id bigint);\n',
    'known.json': '{ "version": 1, "findings": [] }',
    'query.sql': 'select 1;',
  })

  test('are judged in one run, each by its own runner and version', async () => {
    const { report, code } = await check(folder)
    expect(code).toBe(1)
    expect(report).toMatchObject({ runner: 'prisma, goose', summary: { migrations: 2, errors: 1, warnings: 1 } })
    expect(report.databases).toMatchObject([
      { name: 'app', runner: 'prisma', postgres: 16, summary: { migrations: 1, errors: 1 } },
      { name: 'events', runner: 'goose', postgres: 17, summary: { migrations: 1, warnings: 1 } },
    ])
    const prints = report.findings.map((each: { fingerprint: string }) => each.fingerprint)
    expect(new Set(prints).size).toBe(2)
    expect((await runCli(['check'], { cwd: folder })).stdout).toMatchSnapshot()
  })

  test('are known apart to a baseline', async () => {
    await check(folder, '--update-baseline')
    expect((await check(folder)).report.summary).toMatchObject({ errors: 0, warnings: 0, baseline: 2 })
  })

  test('are told apart by the paths that are named, and by name', async () => {
    expect((await check(folder, 'events/1_users.sql')).report).toMatchObject({ runner: 'goose' })
    expect((await check(folder, '--database', 'app')).report).toMatchObject({ runner: 'prisma' })
    for (const args of [['check', 'query.sql'], ['check', '--database', 'ap'], ['locks'], ['verify']]) {
      const { code, stderr } = await runCli(args, { cwd: folder })
      expect(code, args.join(' ')).toBe(2)
      expect(stderr).toMatch(/database/)
    }
  })
})
