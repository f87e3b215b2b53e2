import { afterAll, describe, expect, test } from 'vitest'
import { readProject } from '../../src/migrations/read-project.ts'
import { textOf } from '../../src/text/source-file.ts'
import { alembicProject, checkAlembic, linesOf, pythonWithAlembic, revision } from '../support/alembic.ts'
import { temporaryFolders } from '../support/folders.ts'

const python = await pythonWithAlembic()
const folders = temporaryFolders()
const project = (files: Readonly<Record<string, string>>) => folders.with(alembicProject(files))

afterAll(() => folders.remove())

describe.skipIf(python === undefined)('a revision', () => {
  test('makes do with an older SQLAlchemy, and with classes of what is missing', async () => {
    const types = `from sqlalchemy.dialects.postgresql import CITEXT
from sqlalchemy.types import TypeDecorator
from the_framework import Encrypted, PREFIX
class Secret(Encrypted):
    pass
class Name(TypeDecorator, Encrypted):
    impl = sa.String(40)
    cache_ok = True
def named(bind: sa.Connection): return bind`
    const table = `op.create_table("a", sa.Column("id", CITEXT()), sa.Column("b", Secret("key", of=1)), sa.Column("c", Name()),
    sa.UniqueConstraint("b", name="a_b_key", postgresql_nulls_not_distinct=True, postgresql_include=["c"], deferrable=True))
op.create_index("a_c", "a", ["c"], unique=True, postgresql_nulls_not_distinct=True, postgresql_where=sa.text("b is null"))
op.execute("comment on table a is '" + PREFIX + "'")
named(op.get_bind()).commit()`
    const text = revision('a1', undefined, table).replace('revision =', `${types}\nrevision =`)
    const from = project({ 'versions/a1.py': text })
    const { migrations } = await readProject({ paths: ['.'], from })
    const [created, index, comment, ...rest] = (migrations[0]?.up.parts ?? []).map((part) =>
      textOf(part).replace(/\s+/g, ' '),
    )
    expect(created).toBe(
      'CREATE TABLE a ( id CITEXT, b encrypted, c VARCHAR(40), CONSTRAINT a_b_key UNIQUE NULLS NOT DISTINCT (b) INCLUDE (c) DEFERRABLE )',
    )
    expect(index).toBe('CREATE UNIQUE INDEX a_c ON a (c) NULLS NOT DISTINCT WHERE b is null')
    expect([comment, ...rest]).toEqual(["comment on table a is 'the_framework.PREFIX'", 'COMMIT', 'BEGIN'])
    expect(migrations[0]?.revision?.up.unread).toBeUndefined()
  })

  test('reads on after an operation that nobody knows', async () => {
    const up =
      'op.execute("create type s as enum (\'a\')")\nop.sync_labels("s", ["a", "b"])\nop.execute("create index i on old (id)")'
    const known = 'op.execute("create table a ()")\nif hasattr(op, "sync_labels"): op.execute("create table b ()")'
    const from = project({
      'versions/a1.py': revision('a1', undefined, up),
      'versions/b1.py': revision('b1', 'a1', known),
    })
    expect(
      linesOf(await checkAlembic(['.'], { from, only: ['revision-not-rendered', 'index-without-concurrently'] })),
    ).toEqual([
      'index-without-concurrently a1.py:8:17 «create index i on old (id)»',
      'revision-not-rendered a1.py:7:5 «op.sync_labels("s", ["a", "b"])»',
    ])
    const { migrations } = await readProject({ paths: ['.'], from })
    expect(migrations[1]?.up.parts?.map(textOf)).toEqual(['create table a ()'])
  })

  test('leaves out a table of which a column is not known, rather than take it to have no key', async () => {
    const up =
      'from the_framework import Key\nop.create_table("a", Key(), sa.Column("b", sa.Text()))\nop.execute("create table c ()")'
    const from = project({ 'versions/a1.py': revision('a1', undefined, up) })
    expect(
      linesOf(await checkAlembic(['.'], { from, only: ['revision-not-rendered', 'table-without-primary-key'] })),
    ).toEqual([
      'table-without-primary-key a1.py:8:30 «c»',
      'revision-not-rendered a1.py:7:5 «op.create_table("a", Key(), sa.Column("b", sa.Text()))»',
    ])
  })

  test('takes a naming convention even from models that are written for a later Python', async () => {
    const models = `from sqlalchemy import MetaData
type Pair[A, B] = (A, B
NAMES: dict[str, str] = {
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)
`
    const from = folders.with({
      'alembic.ini': '[alembic]\nscript_location = m\n',
      'm/env.py': 'from shop.models import metadata\n',
      'shop/models.py': models,
      'm/versions/a1.py': revision(
        'a1',
        undefined,
        'op.create_table("a", sa.Column("id", sa.Integer, primary_key=True))',
      ),
    })
    const { migrations } = await readProject({ paths: ['.'], from })
    expect(textOf(migrations[0]!.up.parts![0]!)).toContain('CONSTRAINT pk_a PRIMARY KEY (id)')
  })

  test('is looked for in the folder that is for PostgreSQL, where versions holds one for each database', async () => {
    const lite = revision('a1', undefined, 'op.execute("pragma x")')
    const from = project({
      'versions/postgresql/a1.py': revision('a1', undefined, 'op.execute("create table a ()")'),
      'versions/sqlite/a1.py': lite,
    })
    const { migrations } = await readProject({ paths: ['.'], from })
    expect(migrations.map((each) => each.revision?.place.file.path)).toEqual(['versions/postgresql/a1.py'])
  })
})
