import { afterAll, beforeAll, expect, test } from 'vitest'
import { provesUpdatedAt } from '../../src/database/behaviour.ts'
import { introspect } from '../../src/database/introspect.ts'
import type { Server } from '../../src/database/target.ts'
import { openServer } from '../../src/database/target.ts'
import { loadParser } from '../../src/sql/parser.ts'
import { textReaders } from '../../src/sql/text-readers.ts'
import type { TestServer } from '../support/servers.ts'
import { nativeServers } from '../support/servers.ts'

const readers = textReaders
const timeout = 120_000
const natives: TestServer[] = []
const servers: Server[] = []

beforeAll(async () => {
  await loadParser()
  natives.push(...(await nativeServers([14, 18])))
  for (const target of [{ kind: 'embedded' } as const, ...natives.map((native) => native.target)]) {
    servers.push(await openServer(target, { extensions: ['citext'] }))
  }
}, timeout)

afterAll(async () => {
  for (const server of servers) await server.close()
  for (const native of natives) await native.stop()
}, timeout)

const touch = `create function s.touch() returns trigger language plpgsql as
  $$ begin new.updated_at := now(); return new; end $$`
const idle = `create function s.idle() returns trigger language plpgsql as $$ begin return new; end $$`
const trigger = 'create trigger touch before update on s.t for each row execute function s.touch()'

const cases: readonly { title: string; sql: string; outcome: string; reason?: RegExp }[] = [
  {
    title: 'a trigger that fires moves the column',
    sql: `create table s.t (id uuid primary key, name text not null, updated_at timestamptz not null); ${trigger}`,
    outcome: 'changed',
  },
  {
    title: 'a trigger that does nothing leaves it',
    sql: `create table s.t (id serial primary key, name text not null, note text, updated_at timestamptz default now());
      create trigger touch before update on s.t for each row execute function s.idle()`,
    outcome: 'unchanged',
    reason: /^it stays when name, note change$/,
  },
  {
    title: 'a disabled trigger is not enabled for the trial',
    sql: `create table s.t (id integer, updated_at timestamptz); ${trigger}; alter table s.t disable trigger touch`,
    outcome: 'unchanged',
  },
  {
    title: 'a trigger on INSERT too does not hide the value set back',
    sql: `create table s.t (id integer, updated_at timestamptz);
      create trigger touch before insert or update on s.t for each row execute function s.touch()`,
    outcome: 'changed',
  },
  {
    title: 'a trigger on INSERT alone is not taken for one on UPDATE',
    sql: `create table s.t (id integer, updated_at timestamptz);
      create trigger touch before insert on s.t for each row execute function s.touch()`,
    outcome: 'unchanged',
  },
  {
    title: 'a trigger that waits for a real change of the row gets one',
    sql: `create table s.t (id integer primary key, name text, updated_at timestamp);
      create trigger touch before update on s.t for each row when (old.* is distinct from new.*)
      execute function s.touch()`,
    outcome: 'changed',
  },
  {
    title: 'a trigger that waits for one column gets a change of it',
    sql: `create table s.t (id integer primary key, name text, state s.state not null, updated_at timestamptz);
      create trigger touch before update of state on s.t for each row when (old.state <> new.state)
      execute function s.touch()`,
    outcome: 'changed',
  },
  {
    title: 'a statement trigger that updates the table again counts',
    sql: `create table s.t (id integer primary key, name text, updated_at timestamptz);
      create function s.again() returns trigger language plpgsql as $$ begin
        if pg_trigger_depth() = 1 then update s.t set updated_at = now() where id = new.id; end if; return null; end $$;
      create trigger touch after update on s.t for each row execute function s.again()`,
    outcome: 'changed',
  },
  {
    title: 'checks, domains, enums and referenced rows are satisfied',
    sql: `create table s.country (code char(3) primary key check (code ~ '^[A-Z]{3}$'));
      create table s.owner (tenant integer, id bigint generated always as identity, country char(3) not null
        references s.country, email s.email not null, primary key (tenant, id));
      create table s.t (id integer primary key, tenant integer not null, owner bigint not null,
        state text not null check (state in ('open', 'shut')), kind s.state not null, tags s.state[] not null,
        label citext not null, low integer not null check (low >= 1000), high integer not null, hash bytea not null
        check (octet_length(hash) = 32), data jsonb not null check (jsonb_typeof(data) = 'array'), during tstzrange not null,
        place inet not null, phone text, mail text, created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(), foreign key (tenant, owner) references s.owner,
        check (high > low), check (updated_at >= created_at), check (num_nonnulls(phone, mail) = 1));
      ${trigger}`,
    outcome: 'changed',
  },
  {
    title: 'a key that cannot change does not keep a column from being found unchanged',
    sql: `create table s.parent (id integer primary key);
      create table s.t (id integer primary key, parent integer not null references s.parent, name text,
        updated_at timestamptz); create trigger touch before update on s.t for each row execute function s.idle()`,
    outcome: 'unchanged',
    reason: /^it stays when name changes$/,
  },
  {
    title: 'a column that cannot change, and may be what the trigger waits for, leaves it open',
    sql: `create table s.t (id integer primary key, one integer not null check (one = 1), name text,
      updated_at timestamptz); create trigger touch before update on s.t for each row execute function s.idle()`,
    outcome: 'not-tried',
    reason: /^it stays when name changes; one cannot be changed: /,
  },
  {
    title: 'the row goes into a partition',
    sql: `create table s.t (id integer, at timestamptz not null, kind text not null, updated_at timestamptz not null)
        partition by range (at);
      create table s.t_old partition of s.t for values from ('2019-05-01') to ('2019-06-01') partition by list (kind);
      create table s.t_old_x partition of s.t_old for values in ('x'); ${trigger}`,
    outcome: 'changed',
  },
  {
    title: 'rows that are there already are used',
    sql: `create table s.t (id integer primary key check (id = 4711 * 4711), updated_at timestamptz check (updated_at > '2020-01-01'));
      insert into s.t values (4711 * 4711, now()); ${trigger}`,
    outcome: 'changed',
  },
  {
    title: 'rows that may not be updated say so',
    sql: `create table s.t (id integer primary key, name text, updated_at timestamptz);
      create function s.refuse() returns trigger language plpgsql as $$ begin raise 'append only'; end $$;
      create trigger refuse before update on s.t for each row execute function s.refuse()`,
    outcome: 'not-tried',
    reason: /^name cannot be changed: append only$/,
  },
  {
    title: 'a row that cannot be made says why',
    sql: `create table s.t (id integer primary key, other integer not null references s.t, name text,
      updated_at timestamptz); ${trigger}`,
    outcome: 'not-tried',
    reason: /^a row of s.t needs another one first$/,
  },
  {
    title: 'a check that nothing satisfies is named',
    sql: `create table s.t (code text not null check (md5(code) = 'x'), updated_at timestamptz); ${trigger}`,
    outcome: 'not-tried',
    reason: /^no row of s.t can be made: .*t_code_check/,
  },
  {
    title: 'a column of another type is left alone',
    sql: `create table s.t (id integer, updated_at bigint); ${trigger}`,
    outcome: 'not-tried',
    reason: /^it is of type bigint$/,
  },
]

test.each(cases)('$title', { timeout }, async ({ sql, outcome, reason }) => {
  for (const { session, description } of servers) {
    await session.run('drop schema if exists s cascade')
    await session.run('create schema s')
    await session.run(`create extension if not exists citext schema public; ${touch}; ${idle};
      create type s.state as enum ('new', 'done');
      create domain s.email as text check (value ~ '^[^@]+@[^@]+[.][a-z]+$')`)
    await session.run(sql)
    const catalog = await introspect(session, readers)
    const behaviour = await provesUpdatedAt(session, catalog, 's.t', 'updated_at')
    expect({ description, outcome: behaviour.outcome }, behaviour.reason ?? '').toEqual({ description, outcome })
    if (reason) expect(behaviour.reason).toMatch(reason)
    expect(await introspect(session, readers)).toEqual(catalog)
  }
})
