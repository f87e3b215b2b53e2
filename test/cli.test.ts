import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolders } from './support/folders.ts'
import { root, runCli } from './support/run-cli.ts'

const shop = 'fixtures/projects/shop'
const folders = temporaryFolders()

afterAll(() => folders.remove())

describe('check', () => {
  test('finds nothing in the reference migrations', async () => {
    expect(await runCli(['check'])).toMatchSnapshot()
  })

  test('shows each finding of a bad project in a frame', async () => {
    expect(await runCli(['check', shop])).toMatchSnapshot()
  })

  test('fits a narrow terminal', async () => {
    const { stdout } = await runCli(['check', shop, '--only', 'identifier-truncated'], { env: { COLUMNS: '60' } })
    expect(stdout).toMatchSnapshot()
  })

  test('colours where it is told to, and never with NO_COLOR', async () => {
    const forced = await runCli(['check', shop], { env: { FORCE_COLOR: '1' } })
    const plain = await runCli(['check', shop], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })
    const switched = await runCli(['check', shop, '--no-color'], { env: { FORCE_COLOR: '1' } })
    expect(forced.stdout).toContain('\u001b[')
    expect([plain.stdout, switched.stdout].join()).not.toContain('\u001b')
  })

  test('tells the same as JSON, version 1', async () => {
    const { code, stdout, stderr } = await runCli(['check', shop, '--format', 'json'])
    const report = JSON.parse(stdout)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect({ ...report, tool: { ...report.tool, version: '…' } }).toMatchSnapshot()
  })

  test('annotates for GitHub, at most ten of each level, with nothing unescaped', async () => {
    const { stdout } = await runCli(['check', shop, '--format', 'github'])
    expect(stdout).toMatchSnapshot()
    for (const level of ['error', 'warning']) {
      expect(stdout.split('\n').filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10)
    }
  })

  test('annotates beside the text in GitHub Actions', async () => {
    const { stdout } = await runCli(['check', shop], { env: { GITHUB_ACTIONS: 'true' } })
    expect(stdout).toContain('4 migrations')
    expect(stdout).toContain('::error file=')
  })

  test('writes to a file and says nothing', async () => {
    const folder = folders.with({ '1.sql': 'create table t (id int primary key);' })
    const { code, stdout } = await runCli(['check', '1.sql', '--output', 'report.txt'], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  })
})

describe('the exit code', () => {
  const files = { '1.sql': 'create table t (id bigint);\n' }
  test.each([
    ['0 where only warnings are', ['check', '1.sql'], 0],
    ['1 where warnings count', ['check', '1.sql', '--fail-on', 'warning'], 1],
    ['1 where there are too many warnings', ['check', '1.sql', '--max-warnings', '0'], 1],
    ['1 where a rule is made an error', ['check', '1.sql', '--rule', 'table-without-primary-key=error'], 1],
    [
      '0 where nothing counts',
      ['check', '1.sql', '--rule', 'table-without-primary-key=error', '--fail-on', 'never'],
      0,
    ],
    ['0 where there is nothing to check', ['check', 'empty'], 0],
    ['2 for a missing path', ['check', 'missing'], 2],
    ['2 for an unknown rule', ['check', '1.sql', '--only', 'table-without-primary-kee'], 2],
    ['2 for an unknown option', ['check', '--nonsense'], 2],
    ['2 for an impossible version', ['check', '1.sql', '--postgres', '9'], 2],
    ['2 for silence about syntax errors', ['check', '1.sql', '--rule', 'syntax-error=off'], 2],
    ['0 for help', ['--help'], 0],
  ])('is %s', async (_, args, code) => {
    const folder = folders.with(files)
    mkdirSync(join(folder, 'empty'))
    const outcome = await runCli(args, { cwd: folder })
    expect(outcome.code, outcome.stderr).toBe(code)
    if (code === 2) expect(outcome.stderr).toMatchSnapshot()
    expect(outcome.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('the configuration', () => {
  test('is found above the folder and can be overruled', async () => {
    const folder = folders.with({
      'schemalint.config.json':
        '{ "preset": "strict", "severities": { "table-without-primary-key": "error" }, "migrations": ["db"] }',
      'db/1.sql': 'create table t (id bigint);',
      'below/x.txt': '',
    })
    const configured = await runCli(['check', '--format', 'json'], { cwd: join(folder, 'below') })
    const overruled = await runCli(
      ['check', '--format', 'json', '--rule', 'table-without-primary-key=off', '--preset', 'recommended'],
      { cwd: folder },
    )
    expect(JSON.parse(configured.stdout)).toMatchObject({ preset: 'strict', summary: { migrations: 1, errors: 1 } })
    expect(JSON.parse(overruled.stdout)).toMatchObject({ preset: 'recommended', summary: { errors: 0, warnings: 0 } })
  })

  test.each([
    ['{ "presett": "strict" }'],
    ['{ "preset": "severe" }'],
    ['{ "postgres": "17" }'],
    ['{ "migrations": "db" }'],
    ['{ "severities": { "table-without-primary-key": "info" } }'],
    ['{ "severities": { "table-without-primarykey": "off" } }'],
    ['[]'],
    ['{'],
  ])('is refused by name: %s', async (text) => {
    const folder = folders.with({ 'schemalint.config.json': text, '1.sql': 'select 1;' })
    const { code, stderr } = await runCli(['check', '1.sql'], { cwd: folder })
    expect({ code, stderr }).toMatchSnapshot()
  })
})

describe('hostile input', () => {
  const terms = Array.from({ length: 10_000 }, () => '1').join('+')
  test.each([
    ['a NUL byte', 'select 1;\0drop table t;', 'NUL byte'],
    ['ten thousand terms', `select ${terms};`, 'nested too deeply'],
    ['twenty thousand brackets', `select ${'('.repeat(20_000)}1${')'.repeat(20_000)};`, undefined],
    ['six million characters', `select '${'x'.repeat(6_000_000)}';`, '5000000'],
    ['an open quote', "create table t (id int primary key);\nselect 'x", 'unterminated'],
  ])('%s ends in a finding', async (_, text, reason) => {
    const { code, stdout, stderr } = await runCli(['check', '1.sql', '--format', 'json'], {
      cwd: folders.with({ '1.sql': text }),
    })
    const report = JSON.parse(stdout)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(report.findings[0]).toMatchObject({ rule: 'syntax-error', severity: 'error' })
    if (reason !== undefined) expect(report.findings[0].message).toContain(reason)
  })

  test.each([
    ['LIKE that begins anew at every character', `like '${'%a'.repeat(20)}%b'`],
    ['a regular expression that does', `~ '^${'a*'.repeat(20)}b$'`],
    ['a regular expression that is none', "~ '^a**(b$'"],
  ])('%s is not tried for ever', async (_, condition) => {
    const block = `do $$ begin if exists (select from pg_class where relname ${condition}) then drop table t; end if; end $$;`
    const text = `create table ${'a'.repeat(60)} (id int primary key);\n${block}`
    const { code, stderr } = await runCli(['check', '1.sql', '--format', 'json'], {
      cwd: folders.with({ '1.sql': text }),
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test.each(['check', 'schema', 'locks'])('%s says where a chain of objects gets too long', async (command) => {
    const tables = Array.from({ length: 20_000 }, (_, at) => `create table t${at + 1} () inherits (t${at});`)
    const text = ['create table t0 (id int);', ...tables, 'alter table t0 add column x int;'].join('\n')
    const cwd = folders.with({ '1.sql': text })
    const { code, stdout, stderr } = await runCli([command, '1.sql'], { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(
      'schemalint: 1.sql:20002: objects rest on each other here in too long a chain to follow\n  hint: PostgreSQL, too, refuses such chains under the max_stack_depth that it starts with\n',
    )
  })

  test('schema names a statement that does not parse', async () => {
    const cwd = folders.with({ '1.sql': 'creat table a (id integer);\ncreate table b (id integer);' })
    const { code, stdout, stderr } = await runCli(['schema', '1.sql'], { cwd })
    const json = await runCli(['schema', '1.sql', '--format', 'json'], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'not parsed: syntax error at or near "creat" at 1.sql:1\n' })
    expect(stdout).toContain('create table public.b')
    expect(JSON.parse(json.stdout).notModelled).toEqual([
      { statement: 'syntax error at or near "creat"', file: '1.sql', line: 1 },
    ])
  })

  test('names and lines of 64 KiB are cut in a report for the terminal', async () => {
    const [table, column] = ['x'.repeat(65_536), 'y'.repeat(65_536)]
    const cwd = folders.with({ '1.sql': `create table ${table} (id int primary key, "${column}" text);` })
    const { code, stdout } = await runCli(['check', '1.sql'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('has 65536 bytes')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(1000)
  })

  test('bytes that are not UTF-8 end in a finding', async () => {
    const folder = folders.with({})
    writeFileSync(join(folder, '1.sql'), Buffer.from([0x2d, 0x2d, 0xff, 0xfe, 0x0a]))
    const { code, stdout } = await runCli(['check', '1.sql'], { cwd: folder })
    expect(code).toBe(1)
    expect(stdout).toContain('not valid UTF-8')
  })

  test('a file of 21 MB is not read, and that is an error', async () => {
    const { code, stdout } = await runCli(['check', '1.sql'], {
      cwd: folders.with({ '1.sql': '-'.repeat(21_000_000) }),
    })
    expect(code).toBe(1)
    expect(stdout).toContain('21000000 bytes')
  })

  test('links in a circle are walked once', async () => {
    const folder = folders.with({ 'db/1.sql': 'create table t (id int primary key);' })
    symlinkSync('..', join(folder, 'db', 'up'))
    symlinkSync('self', join(folder, 'db', 'self'))
    const { code, stdout } = await runCli(['check', 'db', '--format', 'json'], { cwd: folder })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).summary.migrations).toBe(1)
  })

  test('escape sequences in names reach neither terminal nor workflow commands', async () => {
    const sql = 'create table "\u001b[31mred\u202e" (id bigint);\ncreate table "a\n::error::b" (id bigint);'
    const folder = folders.with({ '1.sql': sql })
    const text = await runCli(['check', '1.sql'], { cwd: folder })
    const github = await runCli(['check', '1.sql', '--format', 'github'], { cwd: folder })
    expect(text.stdout).not.toMatch(/[\u001b\u202e]/)
    expect(github.stdout.split('\n').filter((line) => line.startsWith('::error'))).toEqual([])
  })
})

describe('places', () => {
  const broken = 'create table "größe€🦀é" (id bigint primary key);\ncreate tabl x (id int);'
  test.each([
    ['LF', broken],
    ['CRLF', broken.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${broken}`],
  ])('are the same with %s', async (_, text) => {
    const { stdout } = await runCli(['check', '1.sql', '--only', 'syntax-error', '--format', 'json'], {
      cwd: folders.with({ '1.sql': text }),
    })
    const [finding] = JSON.parse(stdout).findings
    expect(finding).toMatchObject({
      message: 'syntax error at or near "tabl"; did you mean TABLE?',
      range: { start: { line: 2, column: 8 }, end: { line: 2, column: 12 } },
    })
  })
})

describe('rules of one’s own', () => {
  test('judge beside the built-in ones, and can be explained', async () => {
    const folder = folders.with({ '1.sql': 'create schema app; create table app.orders (id uuid primary key);' })
    const policies = join(root, 'fixtures/policies')
    const checked = await runCli(['check', '1.sql', '--rules', policies, '--format', 'json'], { cwd: folder })
    const explained = await runCli(['explain', 'tenant-id-missing', '--rules', policies])
    expect(JSON.parse(checked.stdout).findings.map((finding: { rule: string }) => finding.rule)).toContain(
      'tenant-id-missing',
    )
    expect(explained.code).toBe(0)
  })

  test('are refused where they are none', async () => {
    const folder = folders.with({ '1.sql': 'select 1;', 'policies/x.js': 'export default {}' })
    const { code, stderr } = await runCli(['check', '1.sql', '--rules', 'policies'], { cwd: folder })
    expect({ code, stderr }).toMatchSnapshot()
  })
})

test('explain shows what, why, instead and examples', async () => {
  expect(await runCli(['explain', 'foreign-key-without-index'])).toMatchSnapshot()
  expect(await runCli(['explain', 'foreign-key-without-indx'])).toMatchSnapshot()
})

test('rules lists every rule in three formats', async () => {
  const [text, json, markdown] = await Promise.all(
    ['text', 'json', 'markdown'].map((format) => runCli(['rules', '--format', format])),
  )
  const names = JSON.parse(json!.stdout).rules.map((rule: { name: string }) => rule.name)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(text!.stdout + markdown!.stdout).toContain(name)
})
