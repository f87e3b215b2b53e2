import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyMigrations } from '../src/apply.ts'
import { diff } from '../src/catalog/diff.ts'
import { emptyCatalog } from '../src/catalog/empty-catalog.ts'
import { introspect } from '../src/database/introspect.ts'
import { openServer, type Server } from '../src/database/target.ts'
import { lint } from '../src/lint.ts'
import { textReaders } from '../src/sql/text-readers.ts'
import { readFiles } from './support/apply-fixture.ts'
import { emptyDatabase } from './support/empty-database.ts'
import { availableServers } from './support/servers.ts'

/** A kind of migration that only a server can tell the outcome of, or that nobody has modelled. */
interface Gap {
  readonly name: string
  readonly files: readonly string[]
  /** What is said not to be modelled. */
  readonly notModelled: readonly string[]
  /** Where the fold and the server differ on an empty database. */
  readonly drift: readonly string[]
}

/**
 * Seen in public histories. Where rows decide, an application may have written some between
 * two migrations, so that what is true on an empty database is not so on another one.
 */
const GAPS: readonly Gap[] = [
  {
    name: 'constraints whose names a loop puts together of the columns',
    files: [
      'create table t (id integer primary key, a integer, b integer, constraint odd unique (b, a));',
      `do $$
      declare each record;
      begin
        for each in
          select c.conname, t.relname, t.relname || '_' || (
            select string_agg(a.attname, '_' order by a.attname) from pg_attribute a
            where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
          ) || '_uq' as named
          from pg_constraint c join pg_class t on t.oid = c.conrelid
          where c.contype = 'u' and c.connamespace = 'public'::regnamespace
        loop
          if length(regexp_replace(each.conname, '_uq$', '')) > 0 then
            execute format('alter table %I rename constraint %I to %I', each.relname, each.conname, each.named);
          end if;
        end loop;
      end $$;`,
    ],
    notModelled: ['DO … EXECUTE'],
    drift: ['constraint public.t.odd', 'constraint public.t.t_a_b_uq'],
  },
  {
    name: 'a default that is a value of a row',
    files: [
      'create table spaces (id integer primary key, name text); create table t (id integer primary key);',
      `insert into spaces values (7, 'first');
      do $$
      declare first integer;
      begin
        select min(id) into first from spaces;
        execute format('alter table t add column space integer not null default %L', first);
      end $$;`,
    ],
    notModelled: ['DO … EXECUTE'],
    drift: ['column public.t.space'],
  },
  {
    name: 'a part of functions that are called for what they do',
    files: [
      'create table old (id integer primary key); create table t (id integer primary key);',
      `create function move_on() returns void language plpgsql as $$ begin
        if (select count(*) from old) = 0 then
          drop table old;
        end if;
        alter table t add column moved boolean not null default true;
      end $$;
      create procedure end_it() language plpgsql as $$ begin
        alter table t alter column moved drop default;
        if (select count(*) from t) = 0 then
          alter table t add column empty boolean;
        end if;
      end $$;
      select move_on();
      call end_it();`,
    ],
    notModelled: ['SELECT move_on()', 'CALL end_it'],
    drift: ['table public.old', 'column public.t.empty'],
  },
  {
    name: 'a table that is dropped where it has no rows',
    files: [
      'create table old (id integer primary key);',
      `do $$ begin
        if (select count(*) from old) = 0 then
          drop table old;
        end if;
      end $$;`,
    ],
    notModelled: ['DO … IF'],
    drift: ['table public.old'],
  },
  {
    name: 'an index that is made where the rows allow it',
    files: [
      'create table t (id integer primary key, a integer);',
      `do $$ begin
        if not exists (select a from t group by a having count(*) > 1) then
          create unique index t_of_a on t (a);
        end if;
      end $$;`,
    ],
    notModelled: ['DO … IF'],
    drift: ['index public.t_of_a'],
  },
  {
    name: 'steps that a version in a table decides on',
    files: [
      'create table version (step integer); insert into version values (0);',
      `create function migrate () returns void language plpgsql as $$
      declare next integer;
      begin
        select step + 1 into next from version;
        if next = 1 then
          execute 'create table t (id integer primary key)';
          update version set step = next;
        end if;
      end $$;
      select migrate();`,
    ],
    notModelled: ['SELECT migrate()'],
    drift: ['table public.t'],
  },
  {
    name: 'an index that is made where none has its columns',
    files: [
      'create table t (id integer primary key, a integer);',
      `do $$
      declare has_one boolean;
      begin
        select exists (
          select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
          where i.indrelid = 't'::regclass group by i.indexrelid having string_agg(a.attname, ',') = 'a'
        ) into has_one;
        if not has_one then
          create index t_of_a on t (a);
        end if;
      end $$;`,
    ],
    notModelled: ['DO … IF'],
    drift: ['index public.t_of_a'],
  },
  {
    name: 'a partition that is named after the day',
    files: [
      'create table t (id integer, at date not null) partition by range (at);',
      `do $$ begin
        execute format(
          'create table %I partition of t for values from (%L) to (%L)',
          't_' || to_char(date_trunc('century', now()), 'YYYY'), '2001-01-01', '2101-01-01'
        );
      end $$;`,
    ],
    notModelled: ['DO … EXECUTE'],
    drift: ['table public.t_2001'],
  },
  {
    name: 'a partition that a function makes which gives a number',
    files: [
      `create table t (id integer, at date not null) partition by range (at);
      create function partition_of (parent text, day date) returns integer language plpgsql as $$
      begin
        execute format('create table %I (like %I)', parent || '_' || to_char(day, 'YYYY'), parent);
        return 1;
      end $$;`,
      `select partition_of('t', date '2001-01-01');`,
    ],
    notModelled: ['SELECT partition_of()'],
    drift: ['table public.t_2001'],
  },
]

const servers = await availableServers()

afterAll(async () => {
  for (const server of servers) await server.stop()
})

describe.each(servers)('on $name, what is known to differ still does, and is taken from the server:', ({ target }) => {
  let server: Server
  beforeAll(async () => {
    server = await openServer(target, { extensions: [] })
  })
  afterAll(async () => {
    await server.close({ createdRoles: [] })
  })

  test.each(GAPS)('$name', async ({ files, notModelled, drift }) => {
    await emptyDatabase(server)
    const named = files.map((text, place) => ({ path: `${place + 1}.sql`, text, offset: 0 }))
    const migrations = await readFiles(named, undefined)
    const linted = lint(migrations, [], emptyCatalog(server.major), server.major)
    const applied = await applyMigrations(server, migrations, { onProgress: () => undefined })
    const live = await introspect(server.session, textReaders, { ignoredRoles: server.rolesBefore })
    expect(applied.refused).toEqual([])
    expect(linted.notModelled.map(({ statement }) => statement)).toEqual(notModelled)
    const found = diff(linted.catalog, live, new Set(server.rolesBefore)).map(({ subject }) => subject)
    expect(found).toEqual(expect.arrayContaining([...drift]))
    const taught = lint(migrations, [], emptyCatalog(server.major), server.major, [], applied.learned)
    expect(diff(taught.catalog, live, new Set(server.rolesBefore))).toEqual([])
  })
})
