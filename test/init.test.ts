import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolders } from './support/folders.ts'
import { runCli } from './support/run-cli.ts'
import { skip } from './support/servers.ts'

const folders = temporaryFolders()
afterAll(folders.remove)
const tables = 'create table a (id bigint primary key, b int);\n'
const index = 'create index a_b on a (b);\n'
const prisma = {
  'package.json': '{ "name": "shop" }',
  'compose.yaml': 'services: { db: { image: "postgres:15-alpine" } }',
  'apps/web/prisma/migrations/20260101000000_a/migration.sql': tables,
  'apps/web/prisma/migrations/20260102000000_b/migration.sql': index,
  'apps/web/clickhouse/migrations/1.sql': 'no postgres',
  'node_modules/x/migrations/1.sql': tables,
}
const config = (folder: string) => JSON.parse(readFileSync(join(folder, 'schemalint.config.json'), 'utf8'))

describe('init', () => {
  test('writes what a repository needs, shows it, and only new work is told from then on', async () => {
    const folder = folders.with(prisma)
    const { code, stdout, stderr } = await runCli(['init'], { cwd: folder })
    expect(code, stderr).toBe(0)
    expect(stdout).toMatchSnapshot()
    expect(config(folder)).toEqual({
      $schema: './node_modules/pg-schemalint/dist/schema.json',
      preset: 'recommended',
      postgres: 15,
      migrations: ['apps/web/prisma/migrations'],
      baseline: 'schemalint-baseline.json',
    })
    const workflow = parse(readFileSync(join(folder, '.github/workflows/schemalint.yml'), 'utf8'))
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(workflow.jobs.migrations.services.postgres.image).toBe('postgres:15')
    const [hook] = parse(readFileSync(join(folder, '.pre-commit-config.yaml'), 'utf8')).repos[0].hooks
    const files = new RegExp(hook.files)
    expect(['apps/web/prisma/migrations/x/migration.sql', 'query.sql'].map((each) => files.test(each))).toEqual([
      true,
      false,
    ])
    expect(await runCli(['check'], { cwd: folder })).toMatchObject({ code: 0 })
    const next = join(folder, 'apps/web/prisma/migrations/20260102000000_b/migration.sql')
    writeFileSync(next, `${index}${index.replace('a_b', 'a_b2')}`)
    const after = await runCli(['check', '--format', 'json'], { cwd: folder })
    expect(JSON.parse(after.stdout)).toMatchObject({ summary: { errors: 1, baseline: 1 } })
  })

  test.each([
    ['Alembic', { 'alembic.ini': '[alembic]\nscript_location = alembic\n', 'alembic/env.py': '' }, ['.']],
    ['FastAPI', { 'requirements.txt': 'fastapi==0.1\n', 'migrations/1.sql': tables }, ['migrations']],
    [
      'SQLAlchemy',
      { 'pyproject.toml': '[project]\ndependencies = ["SQLAlchemy>=2"]\n', 'db/migrations/1.sql': tables },
      ['db/migrations'],
    ],
  ])('proposes service where there is %s', async (name, files, migrations) => {
    const folder = folders.with(files)
    const { stdout } = await runCli(['init', '--no-baseline', '--no-hook', '--no-workflow'], { cwd: folder })
    expect(stdout).toContain(`preset: service (there is ${name})`)
    expect(config(folder)).toEqual({ preset: 'service', migrations })
    expect(readdirSync(folder)).not.toContain('.github')
  })

  test('makes a database of each folder where there are several', async () => {
    const folder = folders.with({
      'apps/web/prisma/migrations/20260101000000_a/migration.sql': tables,
      'services/events/migrations/1.sql': tables,
    })
    expect((await runCli(['init'], { cwd: folder })).code).toBe(0)
    expect(config(folder).databases).toEqual({
      'apps-web': { migrations: ['apps/web/prisma/migrations'] },
      'services-events': { migrations: ['services/events/migrations'] },
    })
    expect((await runCli(['check'], { cwd: folder })).code).toBe(0)
    const workflow = readFileSync(join(folder, '.github/workflows/schemalint.yml'), 'utf8')
    expect(workflow).toContain('verify --database services-events --url')
  })

  test('never writes over a file, and says what to add', async () => {
    const mine = { '.pre-commit-config.yaml': 'repos: []\n', 'schemalint-baseline.json': 'mine' }
    const folder = folders.with({ ...prisma, ...mine })
    const { stdout } = await runCli(['init'], { cwd: folder })
    expect(stdout).toContain('.pre-commit-config.yaml is there already and is left alone; for the hook, add:')
    for (const [path, text] of Object.entries(mine)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    const again = await runCli(['init'], { cwd: folder })
    expect(again).toMatchObject({ code: 2, stdout: '' })
    expect(again.stderr).toContain('configures schemalint already')
  })

  test('writes for husky where there is husky', async () => {
    const folder = folders.with({ ...prisma, '.husky/_/x': '' })
    await runCli(['init', '--no-workflow'], { cwd: folder })
    expect(readFileSync(join(folder, '.husky/pre-commit'), 'utf8')).toBe('npx schemalint check --staged\n')
  })

  test('writes nothing in a dry run, or where there is nothing', async () => {
    const folder = folders.with(prisma)
    const before = readdirSync(folder)
    const { stdout } = await runCli(['init', '--dry-run'], { cwd: folder })
    expect(stdout).toContain('would write .github/workflows/schemalint.yml')
    expect(readdirSync(folder)).toEqual(before)
    expect(await runCli(['init'], { cwd: folders.with({ 'x.txt': '' }) })).toMatchObject({ code: 2 })
  })

  test('asks before each file on a terminal, and takes no for an answer', () => {
    const folder = folders.with({ 'migrations/1.sql': tables })
    const program = join(import.meta.dirname, '../dist/cli.js')
    // The pty of Python is a terminal on every machine that these tests run on.
    const script = `
import os, pty, re, sys
pid, terminal = pty.fork()
if pid == 0: os.execvp(sys.argv[1], sys.argv[1:])
seen, asked = b'', set()
while True:
    try: chunk = os.read(terminal, 4096)
    except OSError: break
    if not chunk: break
    seen += chunk
    for path in re.findall(rb'write (\\S+) .*?\\? \\[Y/n\\]', seen):
        if path not in asked: os.write(terminal, b'n\\r' if b'workflows' in path else b'\\r')
        asked.add(path)
os.waitpid(pid, 0)
sys.stdout.buffer.write(seen)
`
    const seen = execFileSync('python3', ['-c', script, process.execPath, program, 'init'], {
      cwd: folder,
      timeout: 30_000,
    })
    expect(String(seen)).toContain('write schemalint.config.json (configuration)? [Y/n]')
    expect(existsSync(join(folder, 'schemalint.config.json'))).toBe(true)
    expect(existsSync(join(folder, '.pre-commit-config.yaml'))).toBe(true)
    expect(existsSync(join(folder, '.github'))).toBe(false)
  })

  test('writes a hook that pre-commit understands', async () => {
    const folder = folders.with(prisma)
    await runCli(['init'], { cwd: folder })
    try {
      execFileSync('pre-commit', ['--version'])
    } catch {
      return skip('pre-commit', 'there is no program pre-commit')
    }
    expect(() =>
      execFileSync('pre-commit', ['validate-config', '.pre-commit-config.yaml'], { cwd: folder }),
    ).not.toThrow()
  })
})
