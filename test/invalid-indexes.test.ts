import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolders } from './support/folders.ts'
import { runCli } from './support/run-cli.ts'
import { nativeServers } from './support/servers.ts'

const folders = temporaryFolders()
const servers = await nativeServers([14, 18])
afterAll(async () => {
  folders.remove()
  for (const server of servers) await server.stop()
})

const rule = 'index-invalid'
const table = 'create table t (id int primary key, a int);\n'
const duplicates = `${table}insert into t values (1, 1), (2, 1);\n`
const build = 'create index concurrently if not exists t_a on t (a);\n'

async function verify(server: readonly string[], files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const sections = Object.entries(files).map(([name, text]) => [
    name,
    `-- +goose NO TRANSACTION\n-- +goose Up\n${text}`,
  ])
  const cwd = folders.with(Object.fromEntries(sections))
  const command = ['verify', '.', ...server, '--no-behaviour', '--format', 'json', ...args]
  const { code, stdout, stderr } = await runCli(command, { cwd })
  const { findings, verified } = JSON.parse(stdout === '' ? `{ "stderr": ${JSON.stringify(stderr)} }` : stdout)
  const told = findings
    .filter((each: { rule: string }) => each.rule === rule)
    .map(({ message, file, range }: any) => `${file ?? ''}:${range?.start.line ?? ''} ${message}`)
  return { code, told, verified, rules: findings.map((each: { rule: string }) => each.rule) }
}

const embedded: { name: string; target: any } = { name: 'embedded', target: { kind: 'embedded' } }

describe.each([embedded, ...servers])('on $name', ({ target }) => {
  const server = target.kind === 'url' ? ['--url', target.url] : []

  test.each([
    ['is refused where the name is said', '', 'a retry is refused, as the name is taken'],
    ['passes with IF NOT EXISTS', 'if not exists ', 'a retry passes over it'],
  ])('a build that meets duplicates leaves its index invalid, and the retry %s', async (_, clause, retry) => {
    const unique = `create unique index concurrently ${clause}t_a on t (a);\n`
    const { code, told, rules } = await verify(server, { '1.sql': duplicates, '2.sql': unique })
    expect(told).toEqual([`2.sql:3 the build fails (23505) and leaves public.t_a on public.t invalid; ${retry}`])
    expect(rules).toContain('statement-refused')
    expect(code).toBe(1)
  })

  test('an index that another statement left invalid is found at the end', async () => {
    const unnamed = 'create unique index concurrently on t (a);\n'
    const { told } = await verify(server, { '1.sql': duplicates, '2.sql': unnamed })
    expect(told).toEqual([': public.t_a_idx is invalid: writes to public.t maintain it, and no query uses it'])
  })

  test('a build that is refused before it begins leaves nothing', async () => {
    const { told, rules } = await verify(server, { '1.sql': table, '2.sql': build.replace('(a)', '(b)') })
    expect(told).toEqual([])
    expect(rules).toContain('statement-refused')
  })
})

describe.each(servers)('beside a writer, on $name', ({ target }) => {
  const server = target.kind === 'url' ? ['--url', target.url] : []
  const gaveUp = (sqlstate: string) =>
    `2.sql:4 the build beside a transaction that has written to the table fails (${sqlstate}) and leaves public.t_a on public.t invalid; a retry passes over it`

  test.each([
    ['lock_timeout', '55P03'],
    ['statement_timeout', '57014'],
  ])('a build under %s is given up, and the rest of the run is as without the trial', async (setting, sqlstate) => {
    const { code, told, verified } = await verify(server, {
      '1.sql': table,
      '2.sql': `set ${setting} = '300ms';\n${build}alter table t add check (current_setting('${setting}') = '300ms');\ninsert into t values (1);\n`,
    })
    expect(told).toEqual([gaveUp(sqlstate)])
    expect(verified).toMatchObject({ applied: { migrations: 2, statements: 5 }, drift: [] })
    expect(code).toBe(1)
  })
})

describe.each(servers.slice(-1))('nothing is tried, on $name', ({ target }) => {
  const server = target.kind === 'url' ? ['--url', target.url] : []

  test.each([
    ['without a timeout', table, build],
    ['under one that is long', table, `set lock_timeout = '1h';\n${build}`],
    ['whose name tells the retry', table, `set lock_timeout = '300ms';\n${build.replace('if not exists ', '')}`],
    ['of an index that is there', `${table}create index t_a on t (a);\n`, `set lock_timeout = '300ms';\n${build}`],
    ['of a table made by the same migration', '', `${table}set lock_timeout = '300ms';\n${build}`],
    ['in a transaction', table, `begin;\nset local lock_timeout = '300ms';\n${build}`],
  ])('of a build %s', async (_, first, second) => {
    expect((await verify(server, { '1.sql': first, '2.sql': second })).told).toEqual([])
  })

  test('of migrations that are there as context', async () => {
    const files = { '1.sql': table, '2.sql': `set lock_timeout = '300ms';\n${build}`, '3.sql': 'select 1;\n' }
    expect((await verify(server, files, '--after', '2')).told).toEqual([])
  })
})
