import { afterAll, describe, expect, test } from 'vitest'
import { openServer } from '../../src/database/target.ts'
import { readProject } from '../../src/migrations/read-project.ts'
import { textOf } from '../../src/text/source-file.ts'
import { alembicProject, pythonWithAlembic, revision } from '../support/alembic.ts'
import { temporaryFolders } from '../support/folders.ts'
import { runCli } from '../support/run-cli.ts'
import { nativeServers } from '../support/servers.ts'

const python = await pythonWithAlembic()
const folders = temporaryFolders()
const project = (files: Readonly<Record<string, string>>) => folders.with(alembicProject(files))

afterAll(() => folders.remove())

describe.skipIf(python === undefined)('verify of an Alembic project', () => {
  test('lets Alembic run the reference revisions', async () => {
    const { code, stdout } = await runCli(['verify', 'migrations', '--runner', 'alembic', '--alembic-env'])
    expect(stdout).toContain('8 migrations applied, 119 statements')
    expect(stdout).toContain('8 of 8 revisions were run by Alembic')
    expect(code, stdout).toBe(0)
  })

  test('tells what each statement locked at its place in Python', async () => {
    const { observed } = (await verified('fixtures/projects/alembic-shop')).verified
    expect(observed.map(lineOf)).toEqual([
      '0001_customers_and_orders.py:24 CREATE TYPE',
      '0001_customers_and_orders.py:24 CREATE TABLE',
      '0001_customers_and_orders.py:32 CREATE TABLE',
      '0001_customers_and_orders.py:19 CREATE INDEX',
      '0002_words_of_sql.py:21 CREATE INDEX',
      '0002_words_of_sql.py:22 ALTER TABLE',
      '0002_words_of_sql.py:26 CREATE INDEX',
      '0002_words_of_sql.py:28 COMMENT ON',
      '0002_words_of_sql.py:13 CREATE TABLE',
      '0002_words_of_sql.py:34 ALTER TABLE',
      '0003_batches_and_blocks.py:12 ALTER TABLE',
      '0003_batches_and_blocks.py:13 ALTER TABLE',
      '0003_batches_and_blocks.py:14 CREATE INDEX',
      '0003_batches_and_blocks.py:17 ALTER TABLE',
      '0003_batches_and_blocks.py:20 UPDATE ORDERS',
    ])
  })

  test('has the server answer what revisions ask it, upwards and downwards', async () => {
    const from = project({
      'versions/a.py': revision(
        'a',
        undefined,
        `op.execute("create table region (id int primary key, name text)")
op.bulk_insert(sa.table("region", sa.column("id"), sa.column("name")), [{"id": 1, "name": "o'st"}, {"id": 2, "name": "100%"}])`,
        'op.drop_table("region")',
      ),
      'versions/b.py': revision(
        'b',
        'a',
        `for id, name in op.get_bind().execute(sa.text("select id, name from region order by id")).fetchall():
    op.execute(f"create table sales_{id} (id int primary key)")
    op.execute(sa.text("comment on table sales_%d is '%s'" % (id, name.replace("'", "''"))))
assert op.get_bind().execute(sa.text(${JSON.stringify(VALUES)})).fetchone() == ${VALUES_IN_PYTHON}`,
        `for name in sa.inspect(op.get_bind()).get_table_names():
    if name.startswith("sales_"):
        op.drop_table(name)`,
      ),
    })
    const report = await verified(
      '.',
      from,
      '--down',
      '--only',
      'table-without-primary-key',
      '--only',
      'down-incomplete',
    )
    expect(report.findings).toEqual([])
    expect(report.verified).toMatchObject({ applied: { migrations: 2, statements: 7 }, drift: [] })
    expect(report.verified.observed.filter(({ file }) => file.endsWith('b.py')).map(lineOf)).toEqual([
      'b.py:7 CREATE TABLE',
      'b.py:8 COMMENT ON',
      'b.py:7 CREATE TABLE',
      'b.py:8 COMMENT ON',
    ])
    expect(report.verified.downs).toMatchObject([{ outcome: 'reversed' }, { outcome: 'reversed' }])
  })

  test('ends where the server refuses a statement, and takes nothing down by guess', async () => {
    const asked = `if op.get_bind().execute(sa.text("select to_regclass('a')")).scalar():\n    op.drop_table("a")`
    const alone = (sql: string) => `with op.get_context().autocommit_block():\n    op.execute("${sql}")`
    const from = project({
      'versions/a.py': revision('a', undefined, 'op.execute("create table a (id int primary key)")', asked),
      'versions/b.py': revision('b', 'a', alone('create view b as select 1'), alone('drop view b')),
      'versions/c.py': revision('c', 'b', 'op.execute("select 1")\nop.drop_column("a", "gone")', 'pass'),
      'versions/d.py': revision('d', 'c', 'op.execute("create table d (id int primary key)")', 'op.drop_table("d")'),
    })
    const report = await verified('.', from, '--down')
    const told = report.findings.filter(({ rule }) => rule.startsWith('statement-') || rule.startsWith('down-'))
    expect(told.map(({ rule, file, range }) => `${rule} ${file}:${range.start.line}`)).toEqual([
      'statement-refused versions/c.py:7',
    ])
    expect(report.verified).toMatchObject({
      applied: { migrations: 0, statements: 0 },
      // The block keeps what came before it, so that there is no telling what should be there.
      drift: null,
      downs: [{ outcome: 'not tried' }, { outcome: 'reversed' }, { outcome: 'not tried' }, { outcome: 'not tried' }],
    })
  })

  test('ends where a revision fails, and says where and why', async () => {
    const from = project({
      'versions/a.py': revision('a', undefined, 'op.execute("create table a (id int primary key)")'),
      'versions/b.py': revision(
        'b',
        'a',
        'op.execute("create table b (id int)")\nop.get_bind().execute(sa.text("select 1 from c"))',
      ),
      'versions/c.py': revision('c', 'b', 'op.execute("create table c (id int primary key)")'),
    })
    const { stdout } = await runCli(['verify', '.', '--only', 'revision-not-rendered'], { cwd: from })
    expect(stdout).toContain('the upgrade of b ended early: ProgrammingError: (')
    expect(stdout).toContain('versions/b.py:7:5')
    expect(stdout).toContain('1 migration applied, 1 statement')
    expect(stdout).toMatch(/1 of 3 revisions were run by Alembic \S+ on a server, which then ended: ProgrammingError/)
  })
})

describe.skipIf(python === undefined)('Alembic on a server', () => {
  const statements = {
    'versions/a.py': revision(
      'a',
      undefined,
      'op.execute("create table a (id int primary key)")',
      'op.drop_table("a")',
    ),
    'versions/b.py': revision(
      'b',
      'a',
      `with op.get_context().autocommit_block():
    op.execute("create index concurrently a_id on a (id)")
op.execute("create table b (id int primary key)")`,
      'op.drop_table("b")\nop.drop_index("a_id")',
    ),
  }

  test('makes one transaction of all revisions, and ends it for a block', async () => {
    const { sent, scripts } = await online(project(statements))
    expect(sent).toEqual([
      'begin',
      'create table alembic_version',
      'create table a',
      'insert into alembic_version',
      'commit',
      'create index concurrently',
      'begin',
      'create table b',
      'update alembic_version set',
      'commit',
    ])
    expect(scripts).toEqual([
      ['create table a (id int primary key)'],
      ['COMMIT', 'create index concurrently a_id on a (id)', 'BEGIN', 'create table b (id int primary key)'],
    ])
  })

  test('makes one transaction for each revision where env.py says so, and always downwards', async () => {
    const env = 'context.configure(connection=connection, transaction_per_migration=True)\n'
    const { sent } = await online(project({ ...statements, 'env.py': env }), { hasDowns: true })
    const ends = sent.map((each) => (/^(begin|commit)$/.test(each) ? each : '-')).join(' ')
    expect(ends.replaceAll(/(- ?)+/g, '- ')).toBe(
      'begin - commit begin - commit - begin - commit begin - commit begin - commit',
    )
    expect(sent.slice(-9)).toEqual([
      'begin',
      'drop table b',
      'drop index a_id',
      'update alembic_version set',
      'commit',
      'begin',
      'drop table a',
      'delete from alembic_version',
      'commit',
    ])
  })

  test('keeps the order of branches, dependencies and several folders', async () => {
    const table = (name: string) => `op.execute("create table ${name} (id int primary key)")`
    const from = project({
      'alembic.ini': '[alembic]\nscript_location = %(here)s\nversion_locations = %(here)s/one %(here)s/two\n',
      'one/a.py': revision('a', undefined, table('a')),
      'one/b.py': revision('b', 'a', table('b')),
      'two/x.py': `${revision('x', undefined, 'op.execute("alter table b rename to x")')}depends_on = "b"\n`,
      'two/m.py': revision('m', ['b', 'x'], table('m')),
      'two/h.py': revision('h', 'a', table('h')),
    })
    const { sent, scripts, ran } = await online(from)
    const made = sent.filter((each) => /^(create|alter) table (?!alembic)/.test(each))
    expect(made).toEqual(scripts.flat().map((each) => each.split(' ').slice(0, 3).join(' ')))
    expect(ran).toBe(5)
  })

  test('reaches nothing beyond the database of the run', async (context) => {
    const [server] = await nativeServers()
    if (server === undefined || server.target.kind !== 'url') return context.skip()
    const from = project({
      'versions/a.py': revision(
        'a',
        undefined,
        `op.execute("create role fx_made")
op.execute("alter role postgres createdb; create table a (id int primary key)")
with op.get_context().autocommit_block():
    op.execute("create database fx_other")
    op.execute("alter system set work_mem = '1MB'")`,
      ),
    })
    try {
      const report = await verified('.', from, '--url', server.target.url)
      expect(report.verified.leftOut.map(({ reason }) => reason)).toEqual([
        'it would change a role that the server had before this run',
        'CREATE DATABASE reaches beyond the database of this run',
        'ALTER SYSTEM reaches beyond the database of this run',
      ])
      const opened = await openServer(server.target, { extensions: [] })
      const rows = await opened.session.query(
        `select datname as name from pg_database where datname !~ '^schemalint_' union all
         select rolname from pg_roles where rolname ~ '^fx_' union all select 'setting' from pg_db_role_setting union all
         select 'system' from pg_file_settings where name = 'work_mem' and sourcefile ~ 'auto.conf' order by 1`,
      )
      await opened.close()
      expect(rows).toEqual([{ name: 'postgres' }, { name: 'template0' }, { name: 'template1' }])
    } finally {
      await server.stop()
    }
  })
})

/** What Alembic sends to an embedded server, shortened and without its own questions, and what was read of each upgrade. */
async function online(from: string, { hasDowns = false } = {}) {
  const server = await openServer({ kind: 'embedded' }, { extensions: [] })
  const sent: string[] = []
  const run = async (sql: string) => {
    sent.push(sql.trim())
    return server.session.ask(sql)
  }
  const alembic = { executes: true, runsEnvironment: false, onNote: () => undefined, relay: { hasDowns, run } }
  try {
    const { migrations, ran } = await readProject({ paths: ['.'], from, alembic })
    const begun = sent.lastIndexOf(
      'begin',
      sent.findIndex((each) => /^create table alembic_version/i.test(each)),
    )
    const told = sent.slice(begun).filter((each) => !/^(select|show|rollback)\b/i.test(each))
    return { sent: told.map(shortened), scripts: migrations.map(({ up }) => up.parts!.map(textOf)), ran }
  } finally {
    await server.close()
  }
}

function shortened(sql: string): string {
  return sql.split(/\s+/).slice(0, 3).join(' ').toLowerCase()
}

/** The JSON report of verify. */
async function verified(path: string, cwd?: string, ...args: readonly string[]): Promise<VerifiedReport> {
  const all = ['verify', path, '--format', 'json', ...args]
  return JSON.parse((await runCli(all, cwd === undefined ? {} : { cwd })).stdout)
}

interface VerifiedReport {
  readonly findings: readonly (Placed & { readonly rule: string })[]
  readonly verified: {
    readonly observed: readonly (Placed & { readonly kind: string })[]
    readonly leftOut: readonly { readonly reason: string }[]
    readonly downs: readonly { readonly outcome: string }[]
  }
}

interface Placed {
  readonly file: string
  readonly range: { readonly start: { readonly line: number } }
}

/** A line of the report: where it is, and the statement. */
function lineOf({ file, range, kind }: VerifiedReport['verified']['observed'][number]): string {
  return `${file.split('/').at(-1)}:${range.start.line} ${kind}`
}

/** A value of each type that the driver of the project would turn into one of Python's. */
const VALUES = `select true, 1::int8, 1.5::numeric, 0.25::float8, 'é🦀', null::int, '\\x00ff'::bytea, '{"a": [1]}'::jsonb,
  '2024-02-29'::date, '2024-02-29 12:00:00.5'::timestamp, '2024-02-29 12:00:00+00'::timestamptz, array[1, null],
  array['a,b', 'c"d', 'NULL', null], '00000000-0000-0000-0000-000000000001'::uuid`
const VALUES_IN_PYTHON = `(True, 1, __import__("decimal").Decimal("1.5"), 0.25, "é🦀", None, b"\\x00\\xff", {"a": [1]},
        (d := __import__("datetime")).date(2024, 2, 29), d.datetime(2024, 2, 29, 12, 0, 0, 500000),
        d.datetime(2024, 2, 29, 12, tzinfo=d.timezone.utc), [1, None], ["a,b", 'c"d', "NULL", None],
        __import__("uuid").UUID(int=1))`
