import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCli } from './support/run-cli.ts'

const top = mkdtempSync(join(tmpdir(), 'schemalint-new-'))
afterAll(() => rmSync(top, { recursive: true }))
const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']

/** A repository with 40 deployed migrations, each with a finding, on main, and a branch of work. */
function makeRepository(name: string): string {
  const folder = join(top, name)
  mkdirSync(join(folder, 'db'), { recursive: true })
  git(folder, 'init', '-q', '-b', 'main')
  put(folder, 'db/001.sql', 'create table old (id bigint primary key, a int, parent bigint references old);\n')
  for (let index = 2; index <= 40; index++)
    put(folder, `db/${String(index).padStart(3, '0')}.sql`, `create index old_a_${index} on old (a);\n`)
  commit(folder)
  git(folder, 'checkout', '-q', '-b', 'work')
  return folder
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })
}

function commit(folder: string): string {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'a')
  return git(folder, 'rev-parse', 'HEAD').trim()
}

/** What is found, as rule and file, and how many migrations are judged. */
async function findings(folder: string, args: readonly string[], env = {}) {
  const { stdout, stderr, code } = await runCli(['check', 'db', '--format', 'json', ...args], { cwd: folder, env })
  const report = code === 2 ? { findings: [], summary: {} } : JSON.parse(stdout)
  return {
    found: report.findings.map((each: { rule: string; file: string }) => `${each.rule} ${each.file}`),
    judged: report.summary.judged,
    migrations: report.summary.migrations,
    stderr,
    code,
  }
}

describe('since a branch', () => {
  const folder = makeRepository('since')
  put(folder, 'db/041 ünïcode.sql', 'create table fresh (id bigint primary key, a int);\n')
  commit(folder)
  put(folder, 'db/042.sql', 'create index fresh_a on fresh (a);\ncreate index old_b on old (a);\n')

  test('judges committed and uncommitted work, with the rest as context', async () => {
    const { found, judged, migrations } = await findings(folder, ['--since', 'main'])
    // The index on the table that the same branch makes is no finding, the one on the old table is.
    expect(found).toEqual(['index-without-concurrently db/042.sql'])
    expect([judged, migrations]).toEqual([2, 42])
    const all = await findings(folder, [])
    expect(all.found.length).toBeGreaterThan(39)
  })

  test('says so where nothing is new, with exit code 0', async () => {
    const { stdout, code } = await runCli(['check', 'db', '--after', '042'], { cwd: folder })
    expect(stdout).toContain('0 judged: after 042')
    expect(stdout).toMatch(/\nnothing to check/)
    expect(code).toBe(0)
  })

  test('an edit of what is deployed is found, a move is not', async () => {
    const other = makeRepository('edited')
    appendFileSync(join(other, 'db/003.sql'), 'select 1;\n')
    appendFileSync(join(other, 'db/004.sql'), '-- a comment\n')
    renameSync(join(other, 'db/005.sql'), join(other, 'db/005_renamed.sql'))
    commit(other)
    const { found } = await findings(other, ['--since', 'main', '--only', 'applied-migration-edited'])
    expect(found).toEqual(['applied-migration-edited db/003.sql'])
  })

  test('what a new migration does to old tables is found though it stands in an old file', async () => {
    const other = makeRepository('schema')
    put(other, 'db/041.sql', 'create index concurrently old_parent on old (parent);\n')
    commit(other)
    git(other, 'checkout', '-q', '-b', 'later')
    put(other, 'db/042.sql', 'drop index concurrently old_parent;\n')
    const only = ['--only', 'foreign-key-without-index']
    expect((await findings(other, ['--since', 'work', ...only])).found).toEqual([
      'foreign-key-without-index db/001.sql',
    ])
    expect((await findings(other, ['--since', 'main', ...only])).found).toEqual([])
  })

  test('staged migrations only', async () => {
    const other = makeRepository('staged')
    put(other, 'db/041.sql', 'create index staged on old (a);\n')
    git(other, 'add', '-A')
    put(other, 'db/040a.sql', 'create index unstaged on old (a);\n')
    const { found } = await findings(other, ['--staged'])
    expect(found).toEqual(['index-without-concurrently db/041.sql'])
  })

  test('what git does not know is no part of what is about to be committed', async () => {
    const other = makeRepository('untracked')
    put(other, 'db/039a.sql', 'create table draft (id bigint primary key);\n')
    put(other, 'db/041.sql', 'create index on draft (id);\n')
    git(other, 'add', 'db/041.sql')
    put(other, 'db/042.sql', 'select 1;\n')
    const { found, migrations } = await findings(other, ['--staged'])
    expect(found).toEqual(['index-without-concurrently db/041.sql', 'unknown-object db/041.sql'])
    expect(migrations).toBe(41)
    const { stdout } = await runCli(['check', 'db', '--staged'], { cwd: other })
    expect(stdout).toContain('left out, as git does not know them: db/039a.sql, db/042.sql')
    git(other, 'add', 'db/042.sql')
    commit(other)
    put(other, 'db/041a.sql', 'select 1;\n')
    git(other, 'add', 'db/041a.sql')
    expect((await findings(other, ['--staged'])).found).toEqual(['version-out-of-order db/041a.sql'])
  })
})

test('after a version, by any of its names', async () => {
  const folder = makeRepository('after')
  put(folder, 'db/041_more.sql', 'create index more on old (a);\n')
  for (const name of ['040', '040.sql', 'db/040.sql'])
    expect((await findings(folder, ['--after', name])).found).toEqual(['index-without-concurrently db/041_more.sql'])
  const { code, stderr } = await findings(folder, ['--after', '04'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('there is no migration 04')])
})

describe('a clone that is shallow', () => {
  const origin = makeRepository('origin')
  put(origin, 'db/041.sql', 'create index more on old (a);\n')
  const head = commit(origin)
  git(origin, 'checkout', '-q', 'main')
  put(origin, 'db/050.sql', 'create index meanwhile on old (a);\n')
  const base = commit(origin)
  git(origin, 'checkout', '-q', '-b', 'merged')
  git(origin, 'merge', '-q', '--no-edit', head)
  const clone = (name: string, ...args: string[]) => {
    git(top, 'clone', '-q', '--branch', 'merged', ...args, `file://${origin}`, name)
    return join(top, name)
  }
  const shallow = clone('shallow', '--depth', '1')
  const whole = clone('whole')
  const event = join(top, 'event.json')
  writeFileSync(event, JSON.stringify({ pull_request: { base: { sha: base, ref: 'main' } } }))
  const merge = git(whole, 'rev-parse', 'HEAD').trim()
  const actions = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: event, GITHUB_REF: '', GITHUB_SHA: merge }

  test('is named as the reason, with what to do', async () => {
    const { code, stderr } = await findings(shallow, ['--since', base])
    expect(code).toBe(2)
    expect(stderr).toMatch(/shallow.*\n?.*fetch-depth: 0/)
  })

  test('leads to judging everything in GitHub Actions, and that is said', async () => {
    const { found, stderr } = await findings(shallow, [], actions)
    expect(found.length).toBeGreaterThan(40)
    expect(stderr).toMatch(/all migrations are judged.*fetch-depth: 0/)
  })

  test('where it is whole, the pull request alone is judged', async () => {
    // Meanwhile the branch that it goes to has got 050.
    const found = ['index-without-concurrently db/041.sql', 'version-out-of-order db/041.sql']
    expect((await findings(whole, [], actions)).found).toEqual(found)
    expect((await findings(whole, ['--no-since'], actions)).judged).toBeUndefined()
  })

  test.each([
    ['the merge that is checked out', { pull_request: { base: { sha: base } } }, 1],
    ['a merge group', { merge_group: { base_sha: base } }, 1],
    ['a push', { before: base }, 1],
    ['a push that makes a branch', { before: '0'.repeat(40) }, 42],
    ['a schedule', { schedule: '0 0 * * *' }, 42],
  ])('the base of %s', async (_, payload, count) => {
    writeFileSync(event, JSON.stringify(payload))
    const env = { ...actions, GITHUB_REF: 'refs/pull/7/merge' }
    const { found } = await findings(whole, [], env)
    expect(found.filter((each: string) => each.startsWith('index-without'))).toHaveLength(count === 1 ? 1 : 41)
  })
})

test('single files of a configured folder are judged in the light of the others', async () => {
  const folder = makeRepository('single')
  put(folder, 'schemalint.config.json', '{ "migrations": ["db"] }')
  put(folder, 'db/041.sql', 'alter table old add column b int;\n')
  put(folder, 'db/042.sql', 'create index old_b on old (b);\n')
  const { stdout } = await runCli(['check', 'db/042.sql', '--format', 'json'], { cwd: folder })
  const { findings: found, summary } = JSON.parse(stdout)
  expect(found.map((each: { file: string }) => each.file)).toEqual(['db/042.sql'])
  expect(summary.migrations).toBe(42)
})

test('what is no branch is said, and nothing is run by its name', async () => {
  const folder = makeRepository('names')
  for (const ref of ['nope', '--output=x', 'main;id']) expect((await findings(folder, [`--since=${ref}`])).code).toBe(2)
  const outside = mkdtempSync(join(tmpdir(), 'schemalint-no-git-'))
  put(outside, 'db/1.sql', 'select 1;')
  expect((await findings(outside, ['--since', 'main'])).stderr).toContain('not a git repository')
  rmSync(outside, { recursive: true })
})
