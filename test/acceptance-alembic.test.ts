import { afterAll, describe, expect, test } from 'vitest'
import { pythonWithAlembic, revision } from './support/alembic.ts'
import { temporaryFolders } from './support/folders.ts'
import { runCli } from './support/run-cli.ts'

const folders = temporaryFolders()
afterAll(folders.remove)
const python = await pythonWithAlembic()
const built = 'index-without-concurrently'

test.skipIf(python === undefined)('7. Alembic: what crashes offline, two heads, and an autocommit block', async () => {
  const head = (name: string, down: string) =>
    `from alembic import op\nimport sqlalchemy as sa\n\nrevision = "${name}"\ndown_revision = ${down}\n\n\ndef upgrade():\n`
  const asks = '    rows = op.get_bind().execute(sa.text("select id from t")).fetchall()\n    first = rows[0]\n'
  const block =
    '    with op.get_context().autocommit_block():\n        op.create_index("t_a", "t", ["a"], postgresql_concurrently=True)\n'
  const cwd = folders.with({
    'alembic.ini': '[alembic]\nscript_location = alembic\n',
    'alembic/env.py': '',
    'alembic/versions/a.py': `${head('a', 'None')}    op.execute("create table t (id bigint primary key, a int)")\n`,
    'alembic/versions/b.py': head('b', '"a"') + asks,
    'alembic/versions/c.py': head('c', '"b"') + block,
    'alembic/versions/d.py': `${head('d', '"b"')}    op.create_index("t_b", "t", ["a"])\n`,
  })
  const { stdout } = await runCli(['check', '--format', 'json'], { cwd })
  const found = JSON.parse(stdout).findings.map((each: any) => `${each.rule} ${each.file ?? ''}`)
  expect(found).toContain(`${built} alembic/versions/d.py`)
  expect(found).not.toContain(`${built} alembic/versions/c.py`)
  expect(found.filter((each: string) => each.startsWith('multiple-heads'))).not.toEqual([])
  expect(found.filter((each: string) => each.endsWith('/b.py'))).not.toEqual([])
})

describe.skipIf(python === undefined)('7. Alembic: rows for a column of an enum, inserted as texts', () => {
  const files = (label: string) => ({
    'alembic.ini': '[alembic]\nscript_location = .\nsqlalchemy.url = postgresql+psycopg://localhost/shop\n',
    'env.py': '',
    'versions/a.py': revision(
      'a',
      undefined,
      'op.execute("create type state as enum (\'open\', \'paid\')")\nop.execute("create table t (id int primary key, state state)")',
    ),
    'versions/b.py': revision(
      'b',
      'a',
      `t = sa.table("t", sa.column("id", sa.Integer), sa.column("state", sa.String))\nop.bulk_insert(t, [{"id": 1, "state": "${label}"}])`,
    ),
  })
  const refusals = ['--only', 'statement-refused', '--only', 'revision-not-rendered', '--format', 'json']

  test('render as they would be for any column', async () => {
    const { code, stdout } = await runCli(['check', ...refusals], { cwd: folders.with(files('lost')) })
    expect([code, JSON.parse(stdout).findings]).toEqual([0, []])
  })

  test('are refused when Alembic inserts a label that there is not, at its line in Python', async () => {
    const { code, stdout } = await runCli(['verify', ...refusals], { cwd: folders.with(files('lost')) })
    const [found, ...more] = JSON.parse(stdout).findings
    expect([code, more]).toEqual([1, []])
    expect(found).toMatchObject({ rule: 'statement-refused', file: 'versions/b.py', range: { start: { line: 7 } } })
    expect(found.message).toMatch(/enum state: "lost" \(SQLSTATE 22P02\)|type state but .* \(SQLSTATE 42804\)/)
  })

  test('are refused, whatever they say, with the cast that the project’s driver has SQLAlchemy 2 write', async () => {
    const { stdout, stderr } = await runCli(['verify', ...refusals], { cwd: folders.with(files('open')) })
    const told = JSON.parse(stdout).findings.map((each: any) => `${each.file}:${each.range.start.line} ${each.message}`)
    const casts = !stderr.includes('SQLAlchemy 1.')
    expect(told).toEqual(casts ? [expect.stringMatching(/^versions\/b.py:7 .*character varying.* 42804/)] : [])
  })
})

describe.skipIf(python === undefined)('7. Alembic: an enum of the models that is ahead of the database’s', () => {
  const files = (comment = '') => ({
    'alembic.ini': '[alembic]\nscript_location = .\nprepend_sys_path = .\n',
    'env.py':
      'from alembic import context\nfrom models import metadata\ncontext.configure(url="postgresql://", target_metadata=metadata)\ncontext.run_migrations()\n',
    'models.py': `import enum\nimport sqlalchemy as sa\nmetadata = sa.MetaData()\nclass State(enum.Enum):\n    open = 1\n${comment}    paid = 2\nsa.Table("t", metadata, sa.Column("state", sa.Enum(State)))\n`,
    'versions/a.py': revision('a', undefined, `op.execute("create type state as enum ('open')")`),
  })
  const rule = ['--alembic-env', '--format', 'json', '--only', 'enum-behind-models', '--only', 'allowance-unused']

  test.each([
    ['check', 'migrations'],
    ['verify', 'both'],
  ])('is told by %s at the label', async (command, seenIn) => {
    const { code, stdout } = await runCli([command, ...rule], { cwd: folders.with(files()) })
    expect(code).toBe(1)
    expect(JSON.parse(stdout).findings).toMatchObject([
      { rule: 'enum-behind-models', file: 'models.py', range: { start: { line: 6, column: 5 } }, seenIn },
    ])
  })

  test('is allowed by a comment above the label, and only while it is', async () => {
    const comment = '    # schemalint-allow enum-behind-models: nobody writes it yet\n'
    const allowed = folders.with(files(comment))
    expect(JSON.parse((await runCli(['check', ...rule], { cwd: allowed })).stdout).summary).toMatchObject({
      errors: 0,
      allowed: 1,
    })
    const caughtUp = folders.with({
      ...files(comment),
      'versions/b.py': revision('b', 'a', `op.execute("alter type state add value 'paid'")`),
    })
    const { findings } = JSON.parse((await runCli(['check', ...rule], { cwd: caughtUp })).stdout)
    expect(findings).toMatchObject([{ rule: 'allowance-unused', file: 'models.py' }])
  })

  test('is not asked for where env.py is not run', async () => {
    const { code, stdout } = await runCli(['check', ...rule.slice(1)], { cwd: folders.with(files()) })
    expect([code, JSON.parse(stdout).findings]).toEqual([0, []])
  })
})
