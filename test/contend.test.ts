import { afterAll, describe, expect, test } from 'vitest'
import { applyMigrations } from '../src/apply.ts'
import { openServer } from '../src/database/target.ts'
import { readFiles } from './support/apply-fixture.ts'
import { temporaryFolders } from './support/folders.ts'
import { runCli } from './support/run-cli.ts'
import { availableServers, nativeServers } from './support/servers.ts'

const timeout = 300_000
const folders = temporaryFolders()
const servers = (await availableServers()).filter(({ target }) => target.kind !== 'embedded')

afterAll(async () => {
  folders.remove()
  for (const server of servers) await server.stop()
})

const MIGRATIONS = {
  '001_tables.sql': `
    create table orders (id bigint primary key, state text, total integer);
    create table customers (id bigint primary key, name text);
    create materialized view totals as select 1 as total;
    insert into orders select n, 'open', n from generate_series(1, 200000) n;`,
  '002_index.sql': 'create index orders_state on orders (state);',
  '003_type.sql': 'alter table orders alter column total type bigint;',
  '004_concurrently.sql': 'create index concurrently orders_total on orders (total);',
  '005_check.sql': 'alter table orders add constraint total_positive check (total > 0) not valid;',
  '006_validate.sql': 'alter table orders validate constraint total_positive;',
  '007_held.sql': `
    alter table customers add column note text;
    update orders set state = 'closed' where id < 50000;`,
  '008_reindex.sql': 'reindex index orders_state;',
  '009_refresh.sql': `
    refresh materialized view totals;
    select count(*) from orders, generate_series(1, 5) n;`,
  '010_released.sql': `
    do $$ begin
      execute 'lock table ' || case when random() < 2 then 'customers' else 'orders' end;
      perform pg_sleep(0.1);
      raise 'undone';
    exception when others then null; end $$;`,
  '011_new.sql': `
    create table receipts (id bigint primary key, state text);
    insert into receipts select n, 'new' from generate_series(1, 50000) n;
    create index on receipts (state);`,
  '012_gone.sql': 'drop table customers; select pg_sleep(0.05);',
}

describe.each(servers)('beside sessions that read and write, on $name', ({ target }) => {
  test('the statements are told that made them wait', { timeout }, async () => {
    const server = await openServer(target, { extensions: [] })
    try {
      const files = Object.entries(MIGRATIONS).map(([path, text]) => ({ path, text }))
      const migrations = await readFiles(files)
      const { refused, contention, observed } = await applyMigrations(server, migrations, {
        onProgress: () => undefined,
        contend: true,
      })
      expect(refused).toEqual([])
      const waited = new Map<string, string[]>()
      for (const { statement, relation, waiting, milliseconds } of contention?.waits ?? []) {
        expect(milliseconds).toBeGreaterThan(0)
        const place = `${statement.statement.span.file.path} ${relation}`
        waited.set(place, [...(waited.get(place) ?? []), waiting].toSorted())
      }
      // What locks for an instant makes somebody wait, or nobody.
      const lasting = [...waited].filter(([place]) => !place.startsWith('005'))
      expect(Object.fromEntries(lasting)).toEqual({
        '002_index.sql public.orders': ['writes'],
        '003_type.sql public.orders': ['reads', 'writes'],
        '007_held.sql public.customers': ['reads', 'writes'],
        '008_reindex.sql public.orders': ['reads', 'writes'],
        '009_refresh.sql public.totals': ['reads'],
        '010_released.sql public.customers': ['reads', 'writes'],
        '012_gone.sql public.customers': ['reads', 'writes'],
      })
      const differences = observed.flatMap(({ statement, differences }) =>
        differences.map(({ relation, predicted, observed }) => [
          statement.span.file.path,
          relation,
          predicted,
          observed.replace(/\d+/, 'n'),
        ]),
      )
      expect(differences.toSorted()).toEqual([
        ['010_released.sql', 'public.customers', 'no lock for which reads wait', 'reads that waited n ms'],
        ['010_released.sql', 'public.customers', 'no lock for which writes wait', 'writes that waited n ms'],
      ])
      expect(contention?.tables).toContain('public.receipts')
      expect(contention?.left).toBe(0)
    } finally {
      await server.close({ createdRoles: [] })
    }
  })
})

const HELD = [
  { path: '1.sql', text: 'create table t (id int);' },
  { path: '2.sql', text: 'alter table t add column a int; select pg_sleep(0.1); select 1 / 0;' },
]

test('a refused statement, and a run that is ended, leave nobody waiting', { timeout }, async () => {
  for (const { target } of servers.slice(0, 1)) {
    const server = await openServer(target, { extensions: [] })
    const told = { onProgress: () => undefined, contend: true }
    const { refused, contention } = await applyMigrations(server, await readFiles(HELD), told)
    expect(refused.map(({ action }) => action.sqlstate)).toEqual(['22012'])
    expect(contention?.waits.map(({ waiting }) => waiting).toSorted()).toEqual(['reads', 'writes'])
    await server.close({ createdRoles: [] })
    const end = new AbortController()
    const other = await openServer(target, { extensions: [], signal: end.signal })
    setTimeout(() => end.abort(new Error('ended')), 300)
    const lasting = HELD.map((file) => ({ ...file, text: file.text.replace('0.1', '60') }))
    await expect(applyMigrations(other, await readFiles(lasting), { ...told, signal: end.signal })).rejects.toThrow(
      'ended',
    )
    await other.close({ createdRoles: [] })
  }
})

test('of too many tables those are tried that the migration locks', { timeout }, async () => {
  for (const { target } of servers.slice(0, 1)) {
    const server = await openServer(target, { extensions: [] })
    const tables = Array.from({ length: 25 }, (_, n) => `create table t${n} (id int);`)
    const files = [
      { path: '1.sql', text: tables.join('\n') },
      { path: '2.sql', text: 'create index on t23 (id); select pg_sleep(0.1);' },
    ]
    const told = { onProgress: () => undefined, contend: true }
    const { contention } = await applyMigrations(server, await readFiles(files), told)
    expect(contention?.tables.length).toBe(20)
    expect(contention?.left).toBe(5)
    expect(contention?.waits).toMatchObject([{ relation: 'public.t23', waiting: 'writes', isPredicted: true }])
    await server.close({ createdRoles: [] })
  }
})

describe('verify --contend', () => {
  const files = {
    'migrations/000_others.sql': Array.from({ length: 8 }, (_, n) => `create table other_${n} (id int);`).join('\n'),
    'migrations/001_orders.sql': `
      create table orders (id bigint primary key, state text);
      insert into orders select n, 'open' from generate_series(1, 200000) n;`,
    'migrations/002_index.sql': 'create index orders_state on orders (state);',
  }

  test('names who waited, and for how long, in text and in JSON', { timeout }, async () => {
    for (const { name, target, stop } of await nativeServers([16])) {
      if (target.kind !== 'url') throw new Error(name)
      const cwd = folders.with(files)
      const args = ['verify', 'migrations', '--contend', '--url', target.url, '--fail-on', 'never']
      const text = await runCli([...args, '--no-color'], { cwd })
      expect(text.stderr).not.toContain('Warning')
      expect(text.stdout).toMatch(/002_index\.sql:1 +create index +public\.orders +writes \d+ ms\n/)
      expect(text.stdout).toContain('a session that reads and one that writes each of 9 tables')
      const { stdout } = await runCli([...args, '--format', 'json'], { cwd })
      expect(JSON.parse(stdout).verified.contention).toEqual({
        tables: 9,
        left: 0,
        waits: [
          {
            file: 'migrations/002_index.sql',
            range: expect.objectContaining({ start: { line: 1, column: 1, offset: 0 } }),
            kind: 'CREATE INDEX',
            relation: 'public.orders',
            waiting: 'writes',
            milliseconds: expect.any(Number),
            predicted: true,
          },
        ],
      })
      await stop()
    }
  })

  test('is not for the embedded server, which says so', { timeout }, async () => {
    const { code, stderr } = await runCli(['verify', 'migrations', '--contend'], { cwd: folders.with(files) })
    expect(code).toBe(2)
    expect(stderr).toContain('the embedded server takes one connection alone, so that nobody can wait for another')
    expect(stderr).toContain('give --contend with --local, --engine, --container or --url')
  })
})
