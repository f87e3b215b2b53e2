import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pythonWithAlembic } from './support/alembic.ts'
import { temporaryFolders } from './support/folders.ts'
import { commitAll, git } from './support/git.ts'
import { root } from './support/run-cli.ts'
import { skip } from './support/servers.ts'

const folders = temporaryFolders()
afterAll(folders.remove)
const isThere = hasPreCommit()
const python = await pythonWithAlembic()

function hasPreCommit(): boolean {
  try {
    execFileSync('pre-commit', ['--version'])
    return true
  } catch {
    skip('pre-commit', 'there is no program pre-commit')
    return false
  }
}

describe.skipIf(!isThere)('pre-commit, from a clean clone', () => {
  const top = folders.with({})
  const clone = join(top, 'schemalint')
  git(top, 'clone', '-q', root, clone)

  /** Runs one hook on all files of a project, with no packages and no network to get any. */
  function tryHook(project: string, hook: string, ...args: readonly string[]) {
    const { status, stdout } = spawnSync(
      'pre-commit',
      ['try-repo', clone, hook, '--all-files', '--color=never', ...args],
      {
        cwd: project,
        encoding: 'utf8',
        env: {
          ...process.env,
          PRE_COMMIT_HOME: join(top, 'cache'),
          npm_config_registry: 'http://127.0.0.1:9',
          https_proxy: 'http://127.0.0.1:9',
        },
      },
    )
    return { status, stdout }
  }

  function project(files: Readonly<Record<string, string>>): string {
    const folder = folders.with(files)
    git(folder, 'init', '-q', '-b', 'main')
    commitAll(folder)
    return folder
  }
  const tables = 'create table a (id bigint primary key, b int);\n'

  test('there is nothing built in the clone', () => {
    expect(existsSync(join(clone, 'dist'))).toBe(false)
    expect(existsSync(join(clone, 'node_modules'))).toBe(false)
  })

  test('judges the SQL files that are passed, in the light of the others', () => {
    const folder = project({
      'schemalint.config.json': '{ "migrations": ["db/migrations"] }',
      'db/migrations/1.sql': tables,
      'queries/report.sql': 'create index no_migration on nowhere (x);\n',
    })
    expect(tryHook(folder, 'schemalint')).toMatchObject({ status: 0 })
    writeFileSync(join(folder, 'db/migrations/2.sql'), 'create index a_b on a (b);\n')
    git(folder, 'add', '-A')
    const { status, stdout } = tryHook(folder, 'schemalint')
    expect(status).toBe(1)
    expect(stdout).toContain('error index-without-concurrently')
    expect(stdout).toContain('db/migrations/2.sql:1:1')
    expect(stdout).not.toContain('queries')
  })

  test.skipIf(python === undefined)('judges Alembic revisions', () => {
    const revision = (name: string, down: string, body: string) =>
      `from alembic import op\n\nrevision = "${name}"\ndown_revision = ${down}\n\n\ndef upgrade():\n    op.execute("${body}")\n`
    const folder = project({
      'alembic.ini': '[alembic]\nscript_location = alembic\n',
      'alembic/env.py': '',
      'alembic/versions/a.py': revision('a', 'None', tables.trim()),
      'alembic/versions/b.py': revision('b', '"a"', 'create index a_b on a (b)'),
    })
    const { status, stdout } = tryHook(folder, 'schemalint-alembic')
    expect(status).toBe(1)
    expect(stdout).toContain('alembic/versions/b.py:8')
  })

  test('verifies on pre-push or by hand, with the packages of the project', () => {
    const folder = project({ '.gitignore': 'node_modules\n', 'migrations/1.sql': `${tables}select 1 / 0;\n` })
    expect(tryHook(folder, 'schemalint-verify').stdout).not.toContain('schemalint verify')
    const missing = tryHook(folder, 'schemalint-verify', '--hook-stage', 'manual')
    expect(missing.status).toBe(1)
    expect(missing.stdout).toContain('@electric-sql/pglite')
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(join(root, 'node_modules/@electric-sql'), join(folder, 'node_modules/@electric-sql'))
    const { status, stdout } = tryHook(folder, 'schemalint-verify', '--hook-stage', 'manual')
    expect(status).toBe(1)
    expect(stdout).toContain('division by zero')
  })
})
