import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { interpretersFor } from '../../src/migrations/alembic/interpreter.ts'
import { alembicProject, pythonWithAlembic, revision } from '../support/alembic.ts'
import { temporaryFolders } from '../support/folders.ts'
import { runCli } from '../support/run-cli.ts'

const python = await pythonWithAlembic()
const folders = temporaryFolders()
const { PATH } = process.env

afterEach(() => {
  process.env.PATH = PATH
})
afterAll(() => folders.remove())

describe('the interpreters of a project', () => {
  const locks = { '.git/HEAD': '', 'uv.lock': '', 'poetry.lock': '' }
  const venvs = { '.venv/bin/python': '', 'venv/bin/python': '' }

  test('are uv’s, Poetry’s, those of virtual environments here and above, and those on the PATH', () => {
    const folder = folders.with({ ...locks, ...venvs, 'api/.venv/bin/python': '', 'api/alembic.ini': '' })
    const programs = executables({ uv: '', poetry: '', python3: '', python: '' })
    process.env.PATH = programs
    expect(interpretersFor(join(folder, 'api'), undefined).map(({ name }) => name)).toEqual([
      'uv run',
      'poetry run',
      join(folder, 'api/.venv/bin/python'),
      join(folder, '.venv/bin/python'),
      join(folder, 'venv/bin/python'),
      join(programs, 'python3'),
      join(programs, 'python'),
    ])
  })

  test('are not uv’s or Poetry’s where nothing is locked, or they are not there', () => {
    process.env.PATH = executables({ uv: '', poetry: '' })
    expect(interpretersFor(folders.with({ '.git/HEAD': '' }), undefined)).toEqual([])
    process.env.PATH = executables({})
    expect(interpretersFor(folders.with(locks), undefined)).toEqual([])
  })

  test('are not those above the repository', () => {
    process.env.PATH = executables({})
    const folder = folders.with({ ...venvs, 'inner/.git/HEAD': '' })
    expect(interpretersFor(join(folder, 'inner'), undefined)).toEqual([])
  })

  test('are the one that is named, and no other', () => {
    process.env.PATH = executables({ uv: '', poetry: '' })
    expect(interpretersFor(folders.with({ ...locks, ...venvs }), 'bin/mine')).toEqual([
      { command: 'bin/mine', args: [], name: 'bin/mine' },
    ])
  })
})

describe.skipIf(python === undefined)('an Alembic project is read', () => {
  const files = {
    ...alembicProject({
      'versions/a.py': revision('a', undefined, 'op.create_table("a", sa.Column("id", sa.Integer()))'),
    }),
    '.git/HEAD': '',
    'uv.lock': '',
    'poetry.lock': '',
  }
  // `uv run … python FILE` and `poetry run python FILE`: what comes after `python` is the interpreter's.
  const running = (command: string) =>
    `#!/bin/sh\nwhile [ "$1" != python ]; do shift; done\nshift\nexec ${command} "$@"\n`
  const check = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const options = ['check', '.', '--only', 'table-without-primary-key', ...args]
    const { stderr, stdout } = await runCli(options, { cwd: folders.with(files), env })
    expect(stdout).toContain('public.a has no primary key')
    return stderr
  }

  test('by the first interpreter that has Alembic, which is told', async () => {
    // -I -S leaves out what is installed beside the standard library.
    const bare = executables({ uv: running(`${python} -I -S`), poetry: running(String(python)) })
    expect(await check({ PATH: `${bare}:${PATH}` })).toMatch(
      /^schemalint: revisions run by Python \S+ \(poetry run\) with/,
    )
    const both = executables({ uv: running(String(python)), poetry: running('false') })
    expect(await check({ PATH: `${both}:${PATH}` })).toMatch(/^schemalint: revisions run by Python \S+ \(uv run\) with/)
  })

  test('without being run where the interpreter that is named has none', async () => {
    const named = join(executables({ mine: `#!/bin/sh\nexec ${python} -I -S "$@"\n` }), 'mine')
    const folder = folders.with({
      ...files,
      'versions/a.py': revision('a', undefined, 'op.execute("create table a (id int)"); open("ran", "w").close()'),
    })
    const args = ['check', '.', '--only', 'table-without-primary-key', '--python', named]
    const { stderr, stdout } = await runCli(args, { cwd: folder })
    expect(stderr.split('\n')).toEqual([
      `schemalint: no interpreter has Alembic (${named}: no Alembic): revisions are read without running them`,
      expect.stringMatching(/^schemalint: revisions read by Python \S+ \(\S+mine\), not run$/),
      '',
    ])
    expect(stdout).toContain('public.a has no primary key')
  })

  test('not at all where the one that is named is none', async () => {
    const { code, stderr } = await runCli(['check', '.', '--python', '/nowhere/python'], { cwd: folders.with(files) })
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('/nowhere/python cannot be used'),
    })
  })
})

/** A folder with programs of the given texts. */
function executables(texts: Readonly<Record<string, string>>): string {
  const folder = folders.with({ '.keep': '', ...texts })
  for (const name of Object.keys(texts)) chmodSync(join(folder, name), 0o755)
  return folder
}
