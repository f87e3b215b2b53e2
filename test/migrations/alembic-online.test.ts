import { afterAll, describe, expect, test } from 'vitest'
import { alembicProject, pythonWithAlembic, revision } from '../support/alembic.ts'
import { temporaryFolders } from '../support/folders.ts'
import { runCli } from '../support/run-cli.ts'

const python = await pythonWithAlembic()
const folders = temporaryFolders()
const project = (files: Readonly<Record<string, string>>) => folders.with(alembicProject(files))

afterAll(() => folders.remove())

describe.skipIf(python === undefined)('Alembic, with its driver on the other side of a pipe', () => {
  test('runs none where one cannot be loaded, as Alembic would', async () => {
    const from = project({
      'versions/a.py': revision('a', undefined, 'op.execute("create table a (id int primary key)")'),
      'versions/b.py': revision('b', 'a', 'pass').replace('import sqlalchemy', '1 / 0\nimport sqlalchemy'),
      'versions/c.py': revision('c', 'b', 'op.execute("create table c (id int primary key)")'),
    })
    const { stdout } = await runCli(['verify', '.', '--only', 'revision-not-rendered'], { cwd: from })
    expect(stdout).toMatch(
      /0 of 3 revisions were run by Alembic .*, which then ended: b is not loaded:\s+ZeroDivisionError/s,
    )
    expect(stdout).toContain('0 migrations applied, 0 statements')
  })

  test('gives values back to the server as what they are', async () => {
    const made = `op.execute("create table a (id uuid primary key, at timestamptz, on_day date, span interval)")
op.execute("insert into a values (gen_random_uuid(), now(), current_date, interval '1 day 2 seconds')")`
    const given = `import datetime
rows = op.get_bind().execute(sa.text("select id, at, on_day from a")).fetchall()
span = datetime.timedelta(days=1, seconds=2, microseconds=5)
op.get_bind().execute(
    sa.text("delete from a where id = any(:ids) and at = any(:at) and on_day = any(:days) and span < any(:spans)"),
    {"ids": [row[0] for row in rows], "at": [row[1] for row in rows], "days": [row[2] for row in rows], "spans": [span]},
)
assert op.get_bind().execute(sa.text("select count(*) from a")).scalar() == 0`
    const from = project({
      'versions/a.py': revision('a', undefined, made),
      'versions/b.py': revision('b', 'a', given),
    })
    const { stdout } = await runCli(['verify', '.', '--only', 'statement-refused', '--format', 'json'], { cwd: from })
    const { findings, verified } = JSON.parse(stdout)
    expect([findings, verified.applied]).toEqual([[], { migrations: 2, statements: 3 }])
  })
})
