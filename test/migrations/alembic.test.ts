import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readProject } from '../../src/migrations/read-project.ts'
import { placed, textOf } from '../../src/text/source-file.ts'
import { alembicProject, checkAlembic, linesOf, pythonWithAlembic, revision } from '../support/alembic.ts'
import { temporaryFolders } from '../support/folders.ts'
import { root, runCli } from '../support/run-cli.ts'

const shop = 'fixtures/projects/alembic-shop'
const python = await pythonWithAlembic()
const folders = temporaryFolders()
const project = (files: Readonly<Record<string, string>>) => folders.with(alembicProject(files))

afterAll(() => folders.remove())

describe.skipIf(python === undefined)('an Alembic project', () => {
  test('is found by its configuration, its folders and its files', async () => {
    for (const path of [shop, `${shop}/alembic.ini`, `${shop}/migrations`, `${shop}/migrations/versions`]) {
      const history = await readProject({ paths: [path], from: root })
      expect(history, path).toMatchObject({ runner: 'alembic', transaction: 'whole-run' })
      expect(history.migrations.map((each) => each.version)).toEqual(['0001', '0002', '0003'])
    }
  })

  test('gives each finding its place in Python', async () => {
    const only = ['timestamp-without-time-zone', 'index-without-concurrently', 'table-without-primary-key']
    expect(linesOf(await checkAlembic([shop], { only }))).toEqual([
      'index-without-concurrently 0002_words_of_sql.py:21:17 «create index 🦀 on orders (total)»',
      'index-without-concurrently 0002_words_of_sql.py:26:13 «create index ix_customers_name on customers (name)»',
      'index-without-concurrently 0003_batches_and_blocks.py:14:9 «batch.create_index("ix_orders_placed_at", ["placed_at"])»',
      'timestamp-without-time-zone 0001_customers_and_orders.py:28:9 «sa.Column("crëated_at", sa.DateTime(), nullable=False)»',
      'timestamp-without-time-zone 0002_words_of_sql.py:22:50 «seen_at timestamp»',
      'timestamp-without-time-zone 0003_batches_and_blocks.py:13:9 «batch.add_column(sa.Column("shipped_at", sa.DateTime()))»',
      'timestamp-without-time-zone 0002_words_of_sql.py:15:9 «taken_at timestamp not null»',
    ])
  })

  test('has the locks of each statement at its place in Python', async () => {
    const { stdout } = await runCli(['locks', 'fixtures/projects/alembic-shop', '--format', 'json'])
    const { statements } = JSON.parse(stdout)
    expect(
      statements.map((each: { file: string; line: number }) => `${each.file.split('/').at(-1)}:${each.line}`),
    ).toEqual(
      expect.arrayContaining([
        '0001_customers_and_orders.py:32',
        '0002_words_of_sql.py:26',
        '0003_batches_and_blocks.py:14',
      ]),
    )
  })

  test('needs none of the application, and says what it did without', async () => {
    const { notes } = await readProject({ paths: [shop], from: root })
    expect(notes).toEqual(['modules that are not installed were replaced: the_framework (in 1 revision)'])
  })

  test('takes the naming convention from models that cannot be imported', async () => {
    const [first] = (await readProject({ paths: [shop], from: root })).migrations
    expect(textOf(first!.up.span)).toContain('CONSTRAINT fk_orders_customer_id_customers FOREIGN KEY(customer_id)')
    expect(textOf(first!.up.span)).toContain('CONSTRAINT pk_orders PRIMARY KEY (id)')
  })

  test('answers questions from what was made, and notes those that it cannot answer', async () => {
    const third = (await readProject({ paths: [shop], from: root })).migrations[2]!
    expect(textOf(third.up.span)).toContain('ADD COLUMN closed_at')
    expect(textOf(third.up.span)).toContain('update orders set total = total + 1')
    expect(third.revision!.up.questions.map(({ what, place }) => [what, textOf(place)])).toEqual([
      ["select id from customers where name = ''", `bind.execute(sa.text("select id from customers where name = ''"))`],
    ])
  })

  test('leaves its transaction for an autocommit block', async () => {
    const third = (await readProject({ paths: [shop], from: root })).migrations[2]!
    const ends = third.up.parts!.slice(-3)
    expect(ends.map(textOf)).toEqual(['COMMIT', 'CREATE INDEX CONCURRENTLY ix_orders_total ON orders (total)', 'BEGIN'])
    expect(textOf(placed(ends[1]!))).toMatch(/^op.create_index\("ix_orders_total"/)
  })

  test('is found deep down, unless files of SQL are surely the migrations', async () => {
    const deep = { 'one/two/three/env.py': '', 'one/two/three/versions/a.py': revision('a', undefined, 'pass') }
    const other = { ...deep, 'other/alembic.ini': '[alembic]\nscript_location = .\n', 'other/versions/x.py': '' }
    const read = (files: Readonly<Record<string, string>>, runner?: string) =>
      readProject({ paths: ['.'], from: folders.with({ '.git/HEAD': '', ...files }), ...(runner && { runner }) })
    expect(await read(deep)).toMatchObject({ runner: 'alembic', reason: 'env.py in one/two/three' })
    expect(await read({ ...deep, 'seed.sql': 'select 1' })).toMatchObject({ runner: 'alembic' })
    const apart = { ...deep, 'conf/alembic.ini': '[alembic]\nscript_location = one/two/three\n' }
    expect(await read(apart)).toMatchObject({ runner: 'alembic', reason: 'alembic.ini in conf' })
    const sql = { ...deep, 'db/001_a.sql': 'create table a (id int)' }
    expect(await read(sql)).toMatchObject({ runner: 'sql' })
    expect(await read(sql, 'alembic')).toMatchObject({ runner: 'alembic' })
    await expect(read(other)).rejects.toThrow(/several Alembic projects below \./)
    await expect(read({ 'tests/env.py': '', 'tests/versions/a.py': '' }, 'alembic')).rejects.toThrow(
      'no Alembic project',
    )
  })

  test('is found where script_location is a folder of its own package', async () => {
    const files = { 'env.py': '', 'versions/a1.py': revision('a1', undefined, 'op.execute("select 1")') }
    const below = (folder: string) => Object.fromEntries(Object.entries(files).map(([n, t]) => [`${folder}/${n}`, t]))
    const from = folders.with({
      '.git/HEAD': '',
      'src/shop/db/alembic.ini':
        '[alembic]\nscript_location = shop:db:own\n[orders]\nscript_location = shop.db:orders/revisions\n',
      ...below('src/shop/db/own'),
      ...below('src/shop/db/orders/revisions'),
    })
    for (const path of ['src/shop/db', 'src/shop/db/orders/revisions', 'src/shop/db/own/versions'])
      expect((await checkAlembic([path], { from })).migrations, path).toBe(1)
  })

  test('may be one of several sections of alembic.ini', async () => {
    const section = (name: string) => `[${name}]\nscript_location = ${name}\n`
    const from = project({
      'alembic.ini': section('alembic') + section('tenants'),
      'alembic/env.py': '',
      'alembic/versions/a.py': revision('a', undefined, 'pass'),
      'tenants/env.py': '',
      'tenants/versions/t.py': revision('t', undefined, 'pass'),
    })
    const versions = async (path: string) => {
      const { migrations, notes } = await readProject({ paths: [path], from })
      return [migrations.map(({ version }) => version), notes]
    }
    expect(await versions('.')).toEqual([['a'], ['of alembic.ini was not read: [tenants] with tenants']])
    for (const path of ['tenants', 'tenants/versions', 'tenants/versions/t.py'])
      expect(await versions(path)).toEqual([['t'], ['of alembic.ini was not read: [alembic] with alembic']])
    await expect(readProject({ paths: ['alembic', 'tenants'], from })).rejects.toThrow('several Alembic projects')
  })

  test('that does not know what was asked for is no clean result', async () => {
    const from = project({
      'versions/a.py': revision('a', undefined, 'pass'),
      'elsewhere/b.py': revision('b', undefined, 'pass'),
    })
    await expect(readProject({ paths: ['elsewhere'], from })).rejects.toThrow('knows no revision in elsewhere')
  })

  test('reports only what was asked for, and knows the rest', async () => {
    const only = ['timestamp-without-time-zone', 'index-without-concurrently']
    const report = await checkAlembic([`${shop}/migrations/versions/0003_batches_and_blocks.py`], { only })
    expect(linesOf(report).map((line) => line.replace(/ «.*/s, ''))).toEqual([
      'index-without-concurrently 0003_batches_and_blocks.py:14:9',
      'timestamp-without-time-zone 0003_batches_and_blocks.py:13:9',
    ])
    expect(report.migrations).toBe(3)
  })
})

describe.skipIf(python === undefined)('without running anything', () => {
  test('no revision is executed, and what cannot be read is named', async () => {
    const from = project({
      'env.py': 'open("ran", "w").close()',
      'versions/a.py': revision('a', undefined, 'op.execute("create table a (id int)"); open("ran", "w").close()'),
      'versions/b.py': `open("ran", "w").close()\n${revision('b', 'a', 'op.drop_table("a")')}`,
      'versions/c.py': revision('c', 'b', 'op.execute(__import__("os").system("touch ran"))'),
      'versions/d.py': `import sqlalchemy as sa\n${revision('d', 'c', 'op.execute(sa.util.os.system("touch ran"))')}`,
    })
    const alembic = { executes: false, runsEnvironment: false, onNote: () => undefined }
    const { migrations } = await readProject({ paths: ['.'], from, alembic })
    expect(existsSync(join(from, 'ran'))).toBe(false)
    expect(migrations.map(({ up }) => up.parts!.map(textOf))).toEqual([
      ['create table a (id int)'],
      ['DROP TABLE a'],
      [],
      [],
    ])
    const unread = migrations.map(({ revision }) => revision!.up.unread)
    expect(unread.map((each) => each?.reason)).toEqual([
      'what this does cannot be read without running it',
      undefined,
      'what this does cannot be read without running it',
      'what this does cannot be read without running it',
    ])
    expect(textOf(unread[0]!.place)).toBe('open("ran", "w").close()')
  })

  test('calls of op with types, constraints and constants are read to the same place', async () => {
    const only = ['timestamp-without-time-zone', 'index-without-concurrently']
    const read = linesOf(await checkAlembic([shop], { only, executes: false }))
    const run = linesOf(await checkAlembic([shop], { only }))
    expect(read.length).toBeGreaterThanOrEqual(3)
    expect(read.filter((line) => !run.includes(line))).toEqual([])
  })
})

describe.skipIf(python === undefined)('env.py', () => {
  const env = `from alembic import context
from alembic.operations import MigrateOperation, Operations

@Operations.register_operation("create_view")
class CreateView(MigrateOperation):
    def __init__(self, name): self.name = name
    @classmethod
    def create_view(cls, operations, name): return operations.invoke(cls(name))

@Operations.implementation_for(CreateView)
def create_view(operations, operation): operations.execute("create view %s as select 1 as one" % operation.name)

if not context.is_offline_mode(): raise RuntimeError("it would connect")
context.configure(url="postgresql://nobody@nowhere/none", transaction_per_migration=bool(1))
with context.begin_transaction(): context.run_migrations()
`
  const files = { 'env.py': env, 'versions/a.py': revision('a', undefined, 'op.create_view("v")') }
  const read = (from: string, runsEnvironment: boolean) =>
    readProject({ paths: ['.'], from, alembic: { executes: true, runsEnvironment, onNote: () => undefined } })

  test('is not run unless that is asked for, and then registers and configures', async () => {
    const from = project(files)
    const [without, within] = [await read(from, false), await read(from, true)]
    expect(without.transaction).toBe('whole-run')
    expect(without.migrations[0]?.revision?.up.unread?.reason).toContain("no attribute 'create_view'")
    expect(within.transaction).toBe('per-migration')
    expect(within.migrations[0]?.up.parts?.map(textOf)).toEqual(['create view v as select 1 as one'])
  })

  test('that cannot be run is told in one line', async () => {
    const from = project({ ...files, 'env.py': 'import os\nos.environ["SECRET_OF_THE_APPLICATION"].missing()\n' })
    await expect(read(from, true)).rejects.toThrow(
      "env.py cannot be run: AttributeError: 'str' object has no attribute",
    )
  })
})

describe.skipIf(python === undefined)('revisions that go wrong', () => {
  test('hide no others, and say where and why', async () => {
    const from = project({
      'versions/a.py': revision('a', undefined, 'raise ValueError("no such thing")'),
      'versions/b.py': revision('b', 'a', 'op.execute("create table b (id int)")'),
      'versions/c.py': revision('c', 'b', 'op.not_an_operation("c")'),
      'versions/d.py': `import os\nos.environ["GONE"].strip()\n1 / 0\n${revision('d', 'c', 'pass')}`,
      'versions/e.py': 'revision = "e"\ndown_revision = "d"\ndef upgrade(:\n',
    })
    const history = await readProject({ paths: ['.'], from })
    expect(history.migrations.map(({ version, revision }) => [version, revision?.up.unread?.reason])).toEqual([
      ['a', 'ValueError: no such thing'],
      ['b', undefined],
      ['c', "AttributeError: module 'alembic.op' has no attribute 'not_an_operation'"],
      ['d', 'ZeroDivisionError: division by zero'],
    ])
    const third = history.migrations[2]!.revision!.up.unread!
    expect(textOf(third.place)).toBe('op.not_an_operation("c")')
    expect(history.notes?.join()).toContain('versions/e.py: invalid syntax')
  })

  test('end where they end the interpreter, loop or print', async () => {
    const from = project({
      'versions/a.py': revision('a', undefined, 'import sys; print("{"); sys.exit(3)'),
      'versions/b.py': revision('b', 'a', 'op.execute("select 1")'),
    })
    const { migrations } = await readProject({ paths: ['.'], from })
    expect(migrations.map((each) => each.revision?.up.unread?.reason)).toEqual(['SystemExit: 3', undefined])
  })

  test('are ordered across branches, merges and dependencies', async () => {
    const from = project({
      'alembic.ini': '[alembic]\nscript_location = %(here)s\nversion_locations = %(here)s/one %(here)s/two\n',
      'one/a.py': revision('a', undefined, 'pass'),
      'one/b.py': revision('b', 'a', 'pass'),
      'two/x.py': `${revision('x', undefined, 'pass')}depends_on = "b"\n`,
      'two/m.py': revision('m', ['b', 'x'], 'pass'),
      'two/h.py': revision('h', 'a', 'pass'),
    })
    const { migrations } = await readProject({ paths: ['.'], from })
    const order = migrations.map((each) => each.version)
    expect(order.toSorted()).toEqual(['a', 'b', 'h', 'm', 'x'])
    for (const [first, then] of [
      ['a', 'b'],
      ['b', 'x'],
      ['x', 'm'],
      ['a', 'h'],
    ])
      expect(order.indexOf(first!)).toBeLessThan(order.indexOf(then!))
    expect(
      migrations
        .filter((each) => each.revision!.isHead)
        .map((each) => each.version)
        .toSorted(),
    ).toEqual(['h', 'm'])
  })

  test('of several projects at once are refused', async () => {
    const other = project({ 'versions/a.py': revision('a', undefined, 'pass') })
    await expect(readProject({ paths: [other, shop], from: root })).rejects.toThrow('several Alembic projects')
  })
})
