import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolders } from './support/folders.ts'
import { root, runCli } from './support/run-cli.ts'
import { nativeServers } from './support/servers.ts'

const folders = temporaryFolders()
afterAll(folders.remove)

async function check(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const cwd = folders.with(Object.fromEntries(Object.entries(files).map(([name, text]) => [`m/${name}`, text])))
  const { code, stdout, stderr } = await runCli(['check', 'm', '--format', 'json', ...args], { cwd })
  const report = stdout === '' ? { findings: [], summary: {} } : JSON.parse(stdout)
  return { cwd, code, stderr, report, rules: report.findings.map((each: { rule: string }) => each.rule) }
}

const built = 'index-without-concurrently'
const old = 'create table old (id bigint primary key, a int);\n'

describe('1. a table that the same migration makes', () => {
  const statements = 'create table t (id bigint primary key, a int);\ncreate index t_a on t (a);\n'
  test.each([
    ['is new', statements, []],
    ['is new in a transaction', `begin;\n${statements}commit;\n`, []],
    ['is not known to be new with IF NOT EXISTS', statements.replace('table t', 'table if not exists t'), [built]],
  ])('%s', async (_, text, expected) => {
    expect((await check({ '1.sql': text }, '--only', built)).rules).toEqual(expected)
  })
})

test('2. a foreign key of a new table locks the old table, by name and lock', async () => {
  const text = 'create table fresh (id bigint primary key, old_id bigint references old);\n'
  const { cwd } = await check({ '1.sql': old, '2.sql': text })
  const { stdout } = await runCli(['locks', 'm', '--format', 'json'], { cwd })
  const { effects } = JSON.parse(stdout).statements.at(-1)
  expect(effects).toContainEqual(
    expect.objectContaining({ relation: 'public.old', lock: 'ShareRowExclusiveLock', new: false }),
  )
})

describe('3. an index built CONCURRENTLY IF NOT EXISTS under a short timeout', () => {
  const section = '-- +goose NO TRANSACTION\n-- +goose Up\n'
  const build = "set lock_timeout = '1s';\ncreate index concurrently if not exists old_a on old (a);\n"
  const files = { '1.sql': section + old, '2.sql': section + build }

  test('is told', async () => {
    const { rules } = await check(files)
    expect(rules).toEqual(expect.arrayContaining(['concurrently-if-not-exists', 'concurrently-under-timeout']))
  })

  test('is shown by verify to leave an invalid index, over which the retry passes', async (context) => {
    const [server] = await nativeServers([17])
    if (server?.target.kind !== 'url') return context.skip()
    try {
      const { cwd } = await check(files)
      const { code, stdout } = await runCli(['verify', 'm', '--url', server.target.url, '--format', 'json'], { cwd })
      const found = JSON.parse(stdout).findings.find((each: { rule: string }) => each.rule === 'index-invalid')
      expect(found).toMatchObject({ subject: 'public.old_a', file: 'm/2.sql', range: { start: { line: 4 } } })
      expect(found.message).toMatch(/55P03.*invalid; a retry passes over it/)
      expect(code).toBe(1)
    } finally {
      await server.stop()
    }
  })

  test('is left invalid by duplicates, too', async () => {
    const rows = 'insert into old values (1, 1), (2, 1);\n'
    const unique = build.replace('index', 'unique index')
    const { cwd } = await check({ '1.sql': section + old + rows, '2.sql': section + unique })
    const { code, stdout } = await runCli(['verify', 'm', '--format', 'json'], { cwd })
    const found = JSON.parse(stdout).findings.filter((each: { severity: string }) => each.severity === 'error')
    expect(found.map((each: { rule: string; file: string }) => [each.rule, each.file])).toEqual([
      ['index-invalid', 'm/2.sql'],
      ['statement-refused', 'm/2.sql'],
    ])
    expect(code).toBe(1)
  })
})

test('4. a comment that misnames a rule is an error, and allows nothing', async () => {
  const comment = '-- schemalint-allow-file index-without-concurently: the table is empty\n'
  const { rules, report } = await check({ '1.sql': old, '2.sql': `${comment}create index old_a on old (a);\n` })
  expect(rules).toEqual(expect.arrayContaining(['allowance-malformed', built]))
  expect(report.summary.allowed).toBe(0)
})

test('5. the same findings at the same places with €, 🦀, CRLF and a byte order mark', async () => {
  const text = 'create table "€🦀é" (id bigint);\nselect \'🦀\'; create index i on old (a);\n'
  const told = await Promise.all(
    [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`].map(async (each) => {
      const { cwd, report } = await check({ '1.sql': old, '2.sql': each })
      const [sarif, github, plain] = await Promise.all(
        ['sarif', 'github', 'text'].map(
          async (format) => (await runCli(['check', 'm', '--format', format], { cwd })).stdout,
        ),
      )
      return {
        json: report.findings.map(({ rule, range: { start } }: any) => `${rule} ${start.line}:${start.column}`),
        sarif: JSON.parse(sarif!).runs[0].results.map(({ ruleId, locations: [{ physicalLocation }] }: any) =>
          [ruleId, physicalLocation.region.startLine, physicalLocation.region.startColumn].join(' '),
        ),
        github: github!.match(/line=\d+.*?col=\d+/g),
        text: plain!.match(/\.sql:\d+:\d+/g),
      }
    }),
  )
  expect(told[0]?.json).toContain(`${built} 2:14`)
  expect(told[0]?.text).toContain('.sql:2:14')
  expect(told[1]).toEqual(told[0])
  expect(told[2]).toEqual(told[0])
})

test.each([
  ['a NUL byte', 'select 1;\0', ['syntax-error']],
  ['nothing', '', []],
  ['comments only', '-- nothing\n/* here */\n', []],
  ['ten thousand terms', `select ${Array.from({ length: 10_000 }, () => '1').join('+')};`, ['syntax-error']],
  ['COPY with data', "copy old from stdin;\n1\t'\n\\.\nselect 1;\n", []],
  ['a word to psql', '\\i other.sql\nselect 1;\n', []],
  ['goose, with its down half', '-- +goose Up\nselect 1;\n-- +goose Down\ndrop index old_a;\n', []],
])('6. %s', async (_, text, expected) => {
  const { code, rules, stderr } = await check({ '1.sql': text }, '--only', built)
  expect({ rules, stderr }).toEqual({ rules: expected, stderr: '' })
  expect(code).toBe(expected.length === 0 ? 0 : 1)
})

// 7, of Alembic, is in test/acceptance-alembic.test.ts.

describe('8. output', () => {
  test('sixty findings are ten annotations of a level, and a whole summary', async () => {
    const many = Array.from({ length: 60 }, (_, number) => `create index i${number} on old (a);\n`).join('')
    const cwd = folders.with({ 'm/1.sql': old, 'm/2.sql': many })
    const { code, stdout } = await runCli(['check', 'm', '--only', built, '--format', 'github'], { cwd })
    expect(stdout.split('\n').filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(stdout).toContain('50 more errors')
    expect((await runCli(['check', 'm', '--only', built], { cwd })).stdout).toContain('60 errors')
    expect(code).toBe(1)
  })

  test('nothing to check is 0, and a server that is down is 2', async () => {
    const cwd = folders.with({ 'm/x.txt': '', 'n/1.sql': old })
    expect((await runCli(['check', 'm'], { cwd })).code).toBe(0)
    const down = await runCli(['verify', 'n', '--url', 'postgres://nobody@127.0.0.1:9/none'], { cwd })
    expect([down.code, down.stdout]).toEqual([2, ''])
  })
})

// That the package is installed so, and works, is shown by test/packed.test.ts; the Action on Node 24 by test/action.test.ts.
test('9. nothing that is installed runs a script or is optional; action and hooks run from a clone', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))
  const installed = Object.entries<any>(packages).filter(([path, each]) => path !== '' && !each.dev && !each.peer)
  expect(installed.length).toBeGreaterThan(5)
  expect(installed.filter(([, each]) => each.hasInstallScript).map(([path]) => path)).toEqual([])
  const action = parse(readFileSync(`${root}action.yml`, 'utf8'))
  const hooks = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8'))
  const tracked = execFileSync('git', ['ls-files', 'bundle'], { cwd: root, encoding: 'utf8' }).split('\n')
  expect(action.runs.using).toBe('node24')
  for (const path of [
    action.runs.main,
    'bundle/libpg-query.wasm',
    ...hooks.map((each: any) => each.entry.split(' ')[0]),
  ])
    expect(tracked).toContain(path)
})

describe('10. migrations as people write them', () => {
  const base = {
    '0001.sql':
      'create table users (id bigint primary key, email text, created_at timestamptz);\ncreate table courses (id bigint primary key, name text, owner_id bigint);\ncreate index courses_owner_id_idx on courses (owner_id);\n',
  }
  test.each([
    ['a column with a constant default', "alter table users add column state text not null default 'active';\n", []],
    [
      'a required column without one',
      'alter table users add column state text not null;\n',
      ['required-column-without-default'],
    ],
    ['a plain index', 'create index if not exists users_email_idx on users (email);\n', [built]],
    ['an index beside writers', 'create index concurrently users_email_idx on users (email);\n', []],
    [
      'a key that is checked at once',
      'alter table courses add constraint courses_owner_fk foreign key (owner_id) references users on delete cascade;\n',
      ['foreign-key-validated-at-once'],
    ],
    [
      'a key that is checked later',
      'alter table courses add constraint courses_owner_fk foreign key (owner_id) references users on delete cascade not valid;\nalter table courses validate constraint courses_owner_fk;\n',
      [],
    ],
    [
      'a new table with its index',
      'create table notes (id bigint primary key, at timestamptz);\ncreate index notes_at_idx on notes (at);\n',
      [],
    ],
    [
      'CONCURRENTLY in a transaction',
      'begin;\ncreate index concurrently users_email_idx on users (email);\ncommit;\n',
      ['statement-refused-in-transaction'],
    ],
  ])('%s', async (_, text, expected) => {
    const { report } = await check({ ...base, '0002.sql': text }, '--after', '0001')
    const errors = report.findings.filter((each: { severity: string }) => each.severity === 'error')
    expect(errors.map((each: { rule: string }) => each.rule)).toEqual(expected)
  })
})
