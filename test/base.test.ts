import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readServerAddress } from '../src/database/connection-url.ts'
import { connect } from '../src/database/postgres-session.ts'
import { temporaryFolders } from './support/folders.ts'
import { startNativeServer } from './support/native-server.ts'
import { runCli } from './support/run-cli.ts'
import { skip } from './support/servers.ts'

const DUMP = `
SET check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.orders (id integer NOT NULL, code text);
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE VIEW public.codes AS SELECT code FROM public.orders;
`
const MIGRATION = `
create index on orders (code);
alter table orders drop column cod;
`
const folders = temporaryFolders()
const folder = folders.with({ 'dump.sql': DUMP, 'migrations/1_orders.sql': MIGRATION, 'broken.sql': 'create tabel a;' })
afterAll(() => folders.remove())

describe('what migrations start from', () => {
  test('is told by a dump, none of which is judged', async () => {
    expect(await told(['check', 'migrations', '--base', 'dump.sql'])).toEqual([
      'index-without-concurrently public.orders_code_idx',
      'unknown-object public.orders.cod',
    ])
    const { stdout } = await runCli(['check', 'migrations', '--base', 'dump.sql'], { cwd: folder })
    expect(stdout).toContain('base dump.sql: 1 table\n')
  })

  test('is not known without one', async () => {
    expect(await told(['check', 'migrations'])).toEqual(['index-without-concurrently public.orders_code_idx'])
  })

  test('is part of the schema that is printed', async () => {
    const { stdout } = await runCli(['schema', 'migrations', '--base', 'dump.sql'], { cwd: folder })
    expect(stdout).toContain('constraint orders_pkey primary key (id)')
    expect(stdout).toContain('create index orders_code_idx')
  })

  test('is there when verify applies the migrations', async () => {
    const report = await runCli(['verify', 'migrations', '--base', 'dump.sql', '--format', 'json'], { cwd: folder })
    const { findings, verified } = JSON.parse(report.stdout)
    expect(findings.map((each: { rule: string }) => each.rule)).toContain('statement-refused')
    expect(JSON.stringify(findings)).toContain('column \\"cod\\" of relation \\"orders\\" does not exist')
    expect(verified.drift ?? []).toEqual([])
  })

  test('that is no SQL is refused by its line', async () => {
    const { code, stderr } = await runCli(['check', 'migrations', '--base', 'broken.sql'], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain('the base cannot be read: broken.sql:1 is not SQL: create tabel a')
  })

  test('cannot be a server where the schema itself is needed', async () => {
    for (const command of ['verify', 'schema']) {
      const { code, stderr } = await runCli([command, 'migrations', '--base', 'postgres://localhost/a'], {
        cwd: folder,
      })
      expect(code).toBe(2)
      expect(stderr).toContain('hint: start from what pg_dump --schema-only writes')
    }
  })
})

const native = await startNativeServer(17)
if (native === undefined) skip('native', 'no PostgreSQL 17 is installed under test/servers')

describe.skipIf(native === undefined)('a server to start from', () => {
  beforeAll(async () => {
    const session = await connect(readServerAddress(native!.url))
    await session.run(DUMP)
    await session.close()
  })
  afterAll(async () => {
    await native!.stop()
  })

  test('is not changed by what a dump says beyond the database', async () => {
    const dump = `${DUMP}alter role postgres set work_mem = '7MB';\ncreate role base_reader;\n`
    const other = folders.with({ 'dump.sql': dump, 'migrations/1_a.sql': 'grant select on orders to base_reader;' })
    const args = ['verify', 'migrations', '--base', 'dump.sql', '--url', native!.url, '--format', 'json']
    const { findings, verified } = JSON.parse((await runCli(args, { cwd: other })).stdout)
    expect(findings.map((each: { rule: string }) => each.rule)).not.toContain('statement-refused')
    expect(verified.drift).toEqual([])
    const session = await connect(readServerAddress(native!.url))
    const set = await session.query('select setconfig from pg_db_role_setting')
    const roles = await session.query("select rolname from pg_roles where rolname = 'base_reader'")
    await session.close()
    expect([set, roles]).toEqual([[], []])
  })

  test('tells the same as its dump, and is left as it was', async () => {
    expect(await told(['check', 'migrations', '--base', native!.url])).toEqual(
      await told(['check', 'migrations', '--base', 'dump.sql']),
    )
    const session = await connect(readServerAddress(native!.url))
    const rows = await session.query<{ readonly relname: string }>(
      "select relname from pg_class where relnamespace = 'public'::regnamespace order by 1",
    )
    await session.close()
    expect(rows.map((each) => each.relname)).toEqual(['codes', 'orders', 'orders_pkey'])
  })
})

describe('the table in which a runner keeps its records', () => {
  const migrations = {
    '1_orders.up.sql': 'create table orders (id bigint primary key);',
    '2_records.up.sql': 'alter table schema_migrations add column data_version int; -- gone since',
  }
  const project = folders.with(
    Object.fromEntries(Object.entries(migrations).map(([name, text]) => [`migrations/${name}`, text])),
  )
  const named = ['migrations', '--runner', 'golang-migrate']

  test('is there from the start where a migration names it', async () => {
    const checked = await runCli(['check', ...named, '--only', 'unknown-object'], { cwd: project })
    expect(checked.stdout).toContain(
      'schema_migrations is there from the start, because golang-migrate keeps its records in it',
    )
    expect(checked.code).toBe(0)
    const { stdout } = await runCli(['verify', ...named, '--format', 'json'], { cwd: project })
    const { findings, verified } = JSON.parse(stdout)
    expect(findings.map((each: { rule: string }) => each.rule)).not.toContain('statement-refused')
    expect(verified).toMatchObject({ applied: { migrations: 2 }, drift: [] })
    const { stdout: schema } = await runCli(['schema', ...named], { cwd: project })
    expect(schema).toMatch(/create table public\.schema_migrations \(.*dirty boolean not null,\s*data_version integer/s)
  })

  test('is another runner’s, or not there, where no statement names it', async () => {
    const other = await runCli(['check', 'migrations', '--runner', 'sqlx', '--only', 'unknown-object'], {
      cwd: project,
    })
    expect(other.stdout).toContain('relation "schema_migrations" does not exist')
    const silent = folders.with({ 'migrations/1_a.up.sql': '-- not in schema_migrations\ncreate table a (b int);' })
    expect((await runCli(['schema', ...named], { cwd: silent })).stdout).not.toContain('schema_migrations')
    const own = folders.with({ 'migrations/1_a.up.sql': 'create table schema_migrations (version text);' })
    expect((await runCli(['schema', ...named], { cwd: own })).stdout).toContain('version text')
  })
})

async function told(args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runCli([...args, '--format', 'json'], { cwd: folder })
  return JSON.parse(stdout).findings.map((each: { rule: string; subject: string }) => `${each.rule} ${each.subject}`)
}
