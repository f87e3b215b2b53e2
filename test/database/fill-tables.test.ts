import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillTables } from '../../src/database/fill-tables.ts'
import { introspect } from '../../src/database/introspect.ts'
import { openServer } from '../../src/database/target.ts'
import { loadParser } from '../../src/sql/parser.ts'
import { textReaders } from '../../src/sql/text-readers.ts'
import { installedMajors } from '../support/native-server.ts'
import type { TestServer } from '../support/servers.ts'
import { nativeServers } from '../support/servers.ts'

let servers: readonly TestServer[] = []
beforeAll(async () => {
  await loadParser()
  servers = await nativeServers(
    installedMajors().length === 0 ? [] : [installedMajors()[0]!, installedMajors().at(-1)!],
  )
}, 180_000)
afterAll(async () => {
  for (const server of servers) await server.stop()
})

test('every table that can hold rows holds them, and of the others it is said why not', async (context) => {
  if (servers.length === 0) return context.skip()
  for (const { name, target } of servers) {
    const server = await openServer(target, { extensions: [] })
    const { session } = server
    try {
      await session.run(tables)
      const readers = textReaders
      const catalog = await introspect(session, readers, { ignoredRoles: server.rolesBefore })
      await session.run('begin')
      const filled = await fillTables(session, catalog, 40)
      await session.run('commit')
      expect(
        filled.unfilled.toSorted((a, b) => (a.table < b.table ? -1 : 1)),
        name,
      ).toEqual([
        { table: 'public.circle_a', reason: 'column b needs a value: public.circle_b has no row' },
        { table: 'public.circle_b', reason: 'column a needs a value: public.circle_a has no row' },
        { table: 'public.no_part', reason: 'no partition of relation "no_part" found for row' },
        {
          table: 'public.shapes',
          reason: 'new row for relation "shapes" violates check constraint "shapes_shape_check"',
        },
      ])
      for (const table of filled.tables) {
        const [row] = await session.query<{ readonly rows: number }>(`select count(*)::int as rows from ${table}`)
        expect(row, `${name}: ${table}`).toEqual({ rows: 40 })
      }
      expect(filled.tables).toHaveLength(9)
      const [notes] = await session.query(`
        select count(*) filter (where note is null) > 0 as nulls, count(distinct note) < count(note) as repeated,
          max(length(note)) > 100 as long from child`)
      expect(notes).toEqual({ nulls: true, repeated: true, long: true })
    } finally {
      await server.close()
    }
  }
}, 180_000)

const tables = `
create type mood as enum ('sad','ok','happy');
create domain email as text check (value ~ '^[^@]+@[^@]+$');
create domain positive as integer not null check (value > 0);
create table parent (id bigint generated always as identity primary key, code varchar(8) not null unique, kind text check (kind in ('open','closed')));
create table child (id uuid primary key default gen_random_uuid(), parent_id bigint not null references parent, other bigint references parent, mail email not null unique, mood mood, amount positive, note text, price numeric(6,2) not null check (price >= 0 and price < 100), tags text[] not null, doc jsonb not null, total numeric generated always as (price * 2) stored, parent2 uuid references child);
create table one (parent_id bigint primary key references parent, slug text not null check (slug ~ '^[a-z0-9-]+$'), period tstzrange not null, exclude using gist (period with &&));
create table part (id bigint, at date not null, primary key (id, at)) partition by range (at);
create table part1 partition of part for values from ('2024-01-01') to ('2025-01-01');
create table no_part (id int) partition by list (id);
create table circle_a (id int primary key, b int not null);
create table circle_b (id int primary key, a int not null references circle_a);
alter table circle_a add foreign key (b) references circle_b;
create table pair (a bigint, b bigint, primary key (a,b));
create table pairs (id int primary key, a bigint, b bigint, foreign key (a,b) references pair);
create table "Odd name" ("k" "char", "select" int not null, unique ("select"));
create table typed (p point, b box, i inet, m macaddr, x xml, bits bit(3), vb bit varying(5), mn money, ti time, iv interval, h int4range, o oid, ts tsvector);
create table shapes (shape point not null check (shape <-> point '(5,5)' = 0.5));
create table seeded (code text primary key);
insert into seeded values ('a'), ('b');
`
