import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolders } from './support/folders.ts'
import { installedMajors, type NativeServer, startNativeServer } from './support/native-server.ts'
import { root, runCli } from './support/run-cli.ts'
import { containerServers, skip } from './support/servers.ts'

const folders = temporaryFolders()
afterAll(() => folders.remove())

describe('on the embedded server', () => {
  test('the reference migrations are applied, agreed on and clean', async () => {
    expect(await runCli(['verify'])).toMatchSnapshot()
  })

  test('a refused statement is told with its place, and ends the run', async () => {
    const folder = folders.with({
      '1_base.sql': 'create table t (id uuid primary key default gen_random_uuid());',
      '2_refused.sql':
        "select 1;\n\nalter table t add column größe text default 'é🦀', add column n int references missing;",
      '3_never.sql': 'create table never (id int primary key);',
    })
    const { code, stdout } = await runCli(['verify', '.', '--only', 'statement-refused', '--format', 'json'], {
      cwd: folder,
    })
    const report = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(report.findings).toMatchObject([
      {
        rule: 'statement-refused',
        file: '2_refused.sql',
        hazard: 'fails',
        message: expect.stringContaining('42P01'),
        range: { start: { line: 3, column: 80 } },
      },
    ])
    expect(report.verified).toMatchObject({ applied: { migrations: 1, statements: 1 }, drift: [] })
  })

  test('a migration that divides its transaction leaves the last part of it to the runner', async () => {
    const folder = folders.with({
      '1.sql': [
        '-- +migrate Up',
        'create table t (id int primary key);',
        'commit;',
        'create index concurrently on t (id);',
        'begin;',
        'alter table t add column a integer;',
      ].join('\n'),
      '2.sql': '-- +migrate Up\nalter table t add column b integer;\ncommit;\nbegin;\n',
    })
    const { stdout, stderr } = await runCli(['verify', '.', '--runner', 'sql-migrate', '--format', 'json'], {
      cwd: folder,
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout).verified).toMatchObject({ applied: { migrations: 2, statements: 8 }, drift: [] })
  })

  test('what one catalog shows and what both show is told apart', async () => {
    const folder = folders.with({
      '1.sql': `create table told (id bigint);\ndo $$ begin execute to_char(now(), '"create table hidden (id bigint)"'); end $$;`,
    })
    const { stdout } = await runCli(['verify', '.', '--only', 'table-without-primary-key', '--format', 'json'], {
      cwd: folder,
    })
    const report = JSON.parse(stdout)
    const seen = report.findings.map((finding: { subject: string; seenIn: string }) => [
      finding.subject,
      finding.seenIn,
    ])
    expect(seen).toEqual([
      ['public.told', 'both'],
      ['public.hidden', 'database'],
    ])
    expect(report.verified).toMatchObject({
      learned: [{ differences: [{ subject: 'table public.hidden', before: 'absent', after: 'present' }] }],
      drift: [],
    })
    expect(report.summary.notModelled).toBe(1)
  })

  test('what a statement did that is not modelled is taken from the server, and later statements rest on it', async () => {
    const folder = folders.with({
      '1.sql': `
create table places (name text primary key, old integer, code text);
create index places_code on places (code);
insert into places values ('berlin', 1, 'b'), ('rome', 2, 'r');`,
      '2.sql': `
set role pg_read_all_data;
reset role;
do $$
declare place record;
begin
  for place in select name from places order by name loop
    execute format('create table %I (id integer primary key, note text)', place.name);
  end loop;
  execute (select format('alter table places drop column old, alter column %I set not null, add column more integer', 'code'));
  execute (select format('alter index places_code rename to %I', name || '_code') from places where old is null limit 1);
  exception when undefined_column then null;
end $$;`,
      '3.sql': `
do $$ declare place text; begin
  select name into place from places where code = 'b';
  execute format('create table %I (id integer primary key, note text)', place);
  execute format('alter table places add column %I integer', place);
end $$;
alter table berlin add column size integer not null default 0;
create index on berlin (note);
alter table places rename column berlin to size;`,
    })
    const { stdout, stderr } = await runCli(['verify', '.', '--runner', 'sql', '--format', 'json'], { cwd: folder })
    expect(stderr).toBe('')
    const { findings, verified } = JSON.parse(stdout)
    expect(findings.filter(({ rule }: { rule: string }) => /refused|unknown-object/.test(rule))).toEqual([])
    expect(verified.drift).toEqual([])
    expect(verified.learned).toEqual([
      {
        file: '2.sql',
        range: expect.objectContaining({ start: { line: 4, column: 1, offset: 40 } }),
        statement: 'DO … EXECUTE',
        differences: [],
      },
      {
        file: '3.sql',
        range: expect.anything(),
        statement: 'DO … EXECUTE',
        differences: [
          { subject: 'table public.berlin', before: 'absent', after: 'present' },
          { subject: 'column public.places.berlin', before: 'absent', after: 'present' },
          { subject: 'index public.berlin_pkey', before: 'absent', after: 'present' },
        ],
      },
    ])
    const { stdout: text } = await runCli(['verify', '.', '--runner', 'sql', '--only', 'statement-refused'], {
      cwd: folder,
    })
    expect(text).toContain('taken from the server, what it showed of 2 statements that are not modelled:')
    expect(text).toContain('3.sql:2: DO … EXECUTE: 3 facts')
  })

  test('what a server does not tell of owners and extensions is no drift', async () => {
    const folder = folders.with({
      '1.sql': [
        'create table t (id bigint primary key, a text);',
        'create role reader;',
        'grant select on t to postgres with grant option;',
        'grant select on t to reader;',
        'create extension pg_trgm;',
        "comment on extension pg_trgm is 'text similarity measurement and index searching based on trigrams';",
        'create extension unaccent;',
        "comment on extension unaccent is 'of our own';",
        'create schema s; create type e as enum (); create view v as select 1 as a; create sequence q;',
        'create function f() returns integer language sql as $$ select 1 $$;',
        'alter table t owner to postgres; alter schema s owner to postgres; alter type e owner to postgres;',
        'alter view v owner to postgres; alter sequence q owner to postgres; alter function f() owner to postgres;',
      ].join('\n'),
    })
    const { stdout } = await runCli(['verify', '.', '--only', 'statement-refused', '--format', 'json'], {
      cwd: folder,
    })
    expect(JSON.parse(stdout)).toMatchObject({ findings: [], verified: { drift: [] } })
  })

  test('what is promised by default for the role that runs the migrations may name it', async () => {
    const folder = folders.with({
      '1.sql': [
        'create role reader; create schema app;',
        'alter default privileges for role postgres in schema app grant all on tables to postgres, reader;',
        'alter default privileges for role postgres grant select on sequences to postgres, reader;',
        'alter default privileges in schema app grant execute on functions to postgres;',
        'create table app.t (id serial); create table u (id integer);',
        'alter default privileges for role postgres in schema app revoke insert on tables from postgres, reader;',
        'create table app.v (id integer); create sequence app.s;',
      ].join('\n'),
    })
    const { stdout } = await runCli(['verify', '.', '--only', 'statement-refused', '--format', 'json'], {
      cwd: folder,
    })
    expect(JSON.parse(stdout)).toMatchObject({ findings: [], verified: { drift: [] } })
    const printed = await runCli(['schema', '.', '--format', 'sql'], { cwd: folder })
    expect(printed.stdout).toContain('alter default privileges in schema app grant select on tables to postgres;')
    expect(printed.stdout).not.toContain('grant insert on tables')
  })

  test('an UPDATE shows that a trigger does not do what it seems to', async () => {
    const folder = folders.with({
      '1.sql': `
        create table t (id uuid primary key default gen_random_uuid(), name text not null, updated_at timestamptz not null default now());
        create function touch() returns trigger language plpgsql as $$
        begin if false then new.updated_at := now(); end if; return new; end $$;
        create trigger touch before update on t for each row execute function touch();`,
    })
    const args = ['verify', '.', '--only', 'updated-at-without-trigger', '--format', 'json']
    const tried = JSON.parse((await runCli(args, { cwd: folder })).stdout)
    const untried = JSON.parse((await runCli([...args, '--no-behaviour'], { cwd: folder })).stdout)
    expect(tried.findings).toMatchObject([{ subject: 'public.t.updated_at', seenIn: 'database' }])
    expect(tried.verified.behaviours).toMatchObject([{ table: 'public.t', outcome: 'unchanged' }])
    expect(untried).toMatchObject({ findings: [], verified: { behaviours: [] } })
  })

  test('extensions that the migrations ask for are loaded', async () => {
    const folder = folders.with({
      '1.sql': 'create extension if not exists citext;\ncreate table t (id uuid primary key, name citext);',
    })
    const { code, stdout } = await runCli(['verify', '.', '--format', 'json'], { cwd: folder })
    expect({ code, drift: JSON.parse(stdout).verified.drift }).toEqual({ code: 0, drift: [] })
  })

  test('COPY and what reaches beyond the database is left out, and said', async () => {
    const folder = folders.with({
      '1.sql':
        "create table t (id int primary key);\ncopy t from stdin;\n1\n2\n\\.\ncopy t from program 'touch /tmp/never';\nalter system set work_mem = '1GB';\n",
    })
    const { code, stdout } = await runCli(['verify', '.', '--format', 'json'], { cwd: folder })
    // What is left out was not refused by the server; the model knows that it would be.
    expect(code).toBe(1)
    const { findings, verified } = JSON.parse(stdout)
    expect(findings.map((each: { rule: string }) => each.rule)).toEqual(['statement-refused-in-transaction'])
    expect(verified.leftOut).toHaveLength(3)
  })
})

describe('on a server of one’s own', () => {
  let server: NativeServer | undefined
  beforeAll(async () => {
    const newest = installedMajors().at(-1)
    server = newest === undefined ? undefined : await startNativeServer(newest)
    if (server === undefined)
      skip('native', 'no PostgreSQL is installed under test/servers: npm ci --prefix test/servers')
  })
  afterAll(() => server?.stop())

  test('the run leaves neither database nor role behind', async (context) => {
    if (server === undefined) return context.skip()
    const before = await inventory(server.url)
    const { code, stdout } = await runCli(['verify', '--url', server.url])
    expect({ code, clean: stdout.trimEnd().endsWith('clean') }).toEqual({ code: 0, clean: true })
    expect(await inventory(server.url)).toEqual(before)
  })

  test('a role, a database or a setting that was there is neither changed nor dropped', async (context) => {
    if (server === undefined) return context.skip()
    await query(server.url, 'create role fx_mine nologin')
    await query(server.url, 'create role fx_yours nologin')
    const before = await query(server.url, serverWide)
    const foreign = [
      'alter role fx_mine superuser',
      "alter role fx_mine set work_mem = '1MB'",
      "alter role all set work_mem = '1MB'",
      'alter role current_user noinherit',
      'grant fx_mine to fx_yours',
      'grant fx_mine to current_user',
      'drop owned by fx_mine',
      'reassign owned by fx_mine to fx_yours',
      'grant create on database postgres to fx_mine',
      'grant create on tablespace pg_default to fx_mine',
      "comment on role fx_mine is 'taken'",
      "comment on database postgres is 'taken'",
      'drop role fx_mine',
    ]
    const own = [
      'create role fx_own',
      "alter role fx_own set work_mem = '1MB'",
      'grant fx_own to fx_mine',
      'grant fx_own to current_user',
    ]
    const folder = folders.with({ '1.sql': [...foreign, ...own].map((each) => `${each};\n`).join('') })
    const { stdout } = await runCli(['verify', '.', '--url', server.url, '--format', 'json'], { cwd: folder })
    const { leftOut, applied } = JSON.parse(stdout).verified
    expect([leftOut.length, applied.statements]).toEqual([foreign.length, own.length])
    expect(await query(server.url, serverWide)).toEqual(before)
    await query(server.url, 'drop role fx_mine, fx_yours')
  })

  test('Ctrl-C drops the database all the same', async (context) => {
    if (server === undefined) return context.skip()
    const { url } = server
    const before = await inventory(url)
    const folder = folders.with({ '1.sql': 'create role fx_sleeper;\nselect pg_sleep(60);' })
    const child = spawn(process.execPath, [`${root}dist/cli.js`, 'verify', '1.sql', '--url', url], {
      cwd: folder,
      stdio: 'ignore',
    })
    await until(
      async () =>
        (
          await query(
            url,
            "select 1 from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()",
          )
        ).length > 0,
    )
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect(code).toBe(130)
    expect(await inventory(url)).toEqual(before)
  })

  test('what each statement locks and does is told beside the prediction', async (context) => {
    if (server === undefined) return context.skip()
    const folder = folders.with({
      '1_base.sql': 'create table t (id int primary key, note text);\nselect 1;',
      '2_index.sql': 'create index concurrently t_note on t (note);',
      '3_hidden.sql': `set lock_timeout = '1s';
        do $$ declare name text; begin
          for name in select relname from pg_stat_user_tables where schemaname = 'public' loop
            execute format('alter table %I alter column note set not null', name);
          end loop; end $$;`,
      '4_type.sql':
        'alter table t alter column id type bigint, add column more int;\ncreate view v as select id from t;',
    })
    const args = ['verify', '.', '--url', server.url, '--only', 'effect-not-predicted']
    const { stdout } = await runCli([...args, '--format', 'json'], { cwd: folder })
    const report = JSON.parse(stdout)
    const told = report.verified.observed.map((each: Record<string, never>) => {
      const { file, kind, observed, made, showsWork } = each
      return [file, kind, observed, made, showsWork]
    })
    const onT = (lock: string, work: string) => [{ relation: 'public.t', lock, work, new: false }]
    const isNew = { lock: 'AccessExclusiveLock', new: true }
    expect(told).toEqual([
      [
        '1_base.sql',
        'CREATE TABLE',
        [{ ...isNew, relation: 'public.t', work: 'build' }],
        ['public.t', 'public.t_pkey'],
        true,
      ],
      ['1_base.sql', 'SELECT 1', [], [], true],
      ['2_index.sql', 'CREATE INDEX', onT('ShareUpdateExclusiveLock', 'none'), [], false],
      ['3_hidden.sql', 'SET LOCK_TIMEOUT', [], [], true],
      ['3_hidden.sql', 'DO', onT('AccessExclusiveLock', 'validate'), [], true],
      ['4_type.sql', 'ALTER TABLE', onT('AccessExclusiveLock', 'rewrite'), [], true],
      ['4_type.sql', 'CREATE VIEW', [{ ...isNew, relation: 'public.v', work: 'none' }], ['public.v'], true],
    ])
    expect(report.findings).toMatchObject([
      { rule: 'effect-not-predicted', file: '3_hidden.sql', hazard: 'blocks', seenIn: 'database' },
    ])
    const text = (await runCli(args, { cwd: folder })).stdout
    expect(text).toContain('1 of 7 statements locked or worked otherwise than predicted')
    expect(text).toMatch(/4_type.sql:1 +alter table +public.t +AccessExclusiveLock +rewrite +reads, writes\n/)
    expect(text).not.toContain('create view')
  })

  test.each([
    ['23502', 'alter table t alter column note set not null;'],
    ['23505', 'alter table t add unique (note);'],
    ['22001', 'alter table t alter column code type varchar(4);'],
    ['22003', 'alter table t alter column big type integer;'],
    ['23502', 'alter table t add column more integer not null;'],
  ])('what fails only on rows fails with rows: %s, %s', async (sqlstate, statement) => {
    if (server === undefined) return
    const folder = folders.with({
      '1_base.sql': 'create table t (id int primary key, note text, code varchar(20) not null, big bigint);',
      '2_change.sql': `select 1;\n${statement}`,
    })
    const args = ['verify', '.', '--url', server.url, '--only', 'statement-refused', '--format', 'json']
    expect(JSON.parse((await runCli(args, { cwd: folder })).stdout).findings).toEqual([])
    const { code, stdout } = await runCli([...args, '--rows', '20'], { cwd: folder })
    const report = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(report.findings).toMatchObject([
      { file: '2_change.sql', range: { start: { line: 2 } }, message: expect.stringContaining(sqlstate) },
    ])
    expect(report.verified.rows).toEqual({ each: 20, tables: ['public.t'], unfilled: [] })
  })

  test('up, down and up again shows what a down half leaves and what then stands in the way', async (context) => {
    if (server === undefined) return context.skip()
    const before = await inventory(server.url)
    const folder = folders.with({
      '1_base.sql': 'create table base (id int primary key);',
      '2_kind.up.sql':
        "create role fx_kind;\n\ncreate type kind as enum ('a');\nalter table base add column kind kind;",
      '2_kind.down.sql': 'alter table base drop column kind;\ndrop role fx_kind;',
      '3_note.up.sql': 'alter table base add column note text;',
      '3_note.down.sql': 'alter table base drop column note;',
      '4_gone.up.sql': 'create view gone as select 1 as one;',
      '4_gone.down.sql': 'drop view gone;\ndrop view never_there;',
    })
    const args = ['verify', '.', '--url', server.url, '--down', '--no-behaviour']
    const { code, stdout } = await runCli([...args, '--format', 'json'], { cwd: folder })
    const report = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(report.verified.downs).toEqual([
      { version: '1_base', outcome: 'no down', differences: [] },
      {
        version: '2_kind',
        outcome: 'refused again',
        differences: [{ subject: 'enum public.kind', before: 'absent', after: 'present' }],
      },
      { version: '3_note', outcome: 'reversed', differences: [] },
      { version: '4_gone', outcome: 'refused', differences: [] },
    ])
    const told = report.findings.map(({ rule, file, range, message }: Record<string, never>) => [
      rule,
      file,
      (range as unknown as { start: { line: number } }).start.line,
      message,
    ])
    expect(told).toEqual([
      ['enum-left-by-downgrade', '2_kind.up.sql', 3, 'the down half of 2_kind leaves the enum public.kind'],
      ['statement-refused', '2_kind.up.sql', 3, expect.stringContaining('going up again after its down: type "kind"')],
      ['statement-refused', '4_gone.down.sql', 2, expect.stringContaining('42P01')],
    ])
    expect(await inventory(server.url)).toEqual(before)
  })

  test('a server that is not there is told in one line', async () => {
    const { code, stderr } = await runCli(['verify', 'migrations', '--url', 'postgresql://nobody@127.0.0.1:1/none'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^schemalint: .*\n( {2}hint: .*\n)?$/)
  })
})

test('on a container', async (context) => {
  const [server] = await containerServers()
  if (server === undefined || server.target.kind !== 'container') return context.skip()
  const { code, stdout } = await runCli(['verify', '--container', server.target.image])
  expect({ code, clean: stdout.trimEnd().endsWith('clean') }, stdout).toEqual({ code: 0, clean: true })
})

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** What of roles and databases is the whole server's. */
const serverWide = `
  select 'role' as what, r::text as it from pg_roles r union all select 'setting', s::text from pg_db_role_setting s union all
  select 'member', m::text from pg_auth_members m union all select 'comment', d::text from pg_shdescription d union all
  select 'database', datacl::text from pg_database where datname = 'postgres' union all
  select 'tablespace', t::text from pg_tablespace t order by 1, 2`

/** The databases and roles of a server. */
function inventory(url: string): Promise<readonly unknown[]> {
  return query(url, 'select datname as name from pg_database union all select rolname from pg_roles order by 1')
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}
