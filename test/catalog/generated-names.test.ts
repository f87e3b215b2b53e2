import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { chooseRelationName, distinctKeyNames, joinColumnNames } from '../../src/catalog/generated-names.ts'
import { foldSql } from '../support/read-sql.ts'

const long = 'a_table_with_a_name_that_is_just_about_as_long_as_a_name_may_be'
const longColumn = 'a_column_with_a_name_that_is_just_about_as_long_as_it_may_ever_'

test.each([
  [{ table: 't', column: 'c', label: 'idx' }, 't_c_idx'],
  [{ table: 't', label: 'pkey' }, 't_pkey'],
  [{ table: 'a'.repeat(63), label: 'pkey' }, `${'a'.repeat(58)}_pkey`],
  [{ table: 'a'.repeat(63), column: 'b'.repeat(63), label: 'key' }, `${'a'.repeat(29)}_${'b'.repeat(29)}_key`],
  [{ table: 'a'.repeat(60), column: 'bb', label: 'seq' }, `${'a'.repeat(56)}_bb_seq`],
  [{ table: 'ä'.repeat(31), label: 'pkey' }, `${'ä'.repeat(29)}_pkey`],
])('%j makes %s', (parts, name) => {
  expect(chooseRelationName(emptyCatalog(18), 'public', parts, false)).toBe(name)
})

test('the names of keys are made distinct, and joined until they are too long', () => {
  expect(distinctKeyNames(['expr', 'expr', 'a', 'expr'])).toEqual(['expr', 'expr1', 'a', 'expr2'])
  expect(joinColumnNames(['a'.repeat(40), 'b'.repeat(40), 'c'])).toBe(`${'a'.repeat(40)}_${'b'.repeat(22)}`)
})

test('a server gives the same names to what has none', async () => {
  const sql = `
    create table orders (
      id serial primary key, code text unique check (code <> ''), parent integer references orders,
      number bigint generated always as identity, "Größe €" text unique,
      a integer, b integer, unique (a, b), check (a > b), check (a > 0), check (1 > 0),
      foreign key (a) references orders (id), foreign key (a) references orders (id)
    );
    create index on orders (a);
    create index on orders (a);
    create index on orders (lower(code), (a + b), (a - b), coalesce(a, b));
    create index on orders (a) include (b);
    create index on orders ((code::integer), (array[a]), (case when a > 0 then 1 end), (a is null));
    create index on orders (left(code, 1), nullif(a, b), greatest(a, b)) where a > 0;
    create table orders_a_idx2 (id serial, id_seq integer);
    create index on orders (a);
    create table ${long} (${longColumn} serial primary key, b integer unique references orders, unique (b, ${longColumn}));
    create index on ${long} (${longColumn}, b);
    create table events (id integer, at date, check (id > 0), primary key (id, at)) partition by range (at);
    create index on events (at);
    create table events_default partition of events default;
    create index on events ((id + 1));
    create table orders_copy (like orders including all);
    alter table orders add column note text unique, add check (note <> ''), add column again serial;
    create table circles (c circle, exclude using gist (c with &&));
    create domain positive as integer check (value > 0) check (value < 9);
    alter table orders add unique (a), add unique (a);
    create table ranges (r int4range, name text, exclude (lower(r) with =, (upper(r) + 1) with =));
    create index on events (abs(id));
    create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
  `
  const server = await PGlite.create()
  await server.exec(sql)
  const { rows } = await server.query<{ name: string }>(`
    select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'i', 'I', 'S')
    union all
    select conrelid::regclass::text || ' ' || conname::text from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c', 'x') and conrelid <> 0
    union all
    select 'domain ' || conname from pg_constraint
    where connamespace = 'public'::regnamespace and contypid <> 0 and contype = 'c'`)
  await server.close()
  const { catalog } = await foldSql(sql)
  const unquoted = (name: string) => name.replace(/^public\./, '').replaceAll('"', '')
  const relations = [...catalog.tables.keys(), ...catalog.indexes.keys(), ...catalog.sequences.keys()].map(unquoted)
  const constraints = [...catalog.tables.values()].flatMap((table) =>
    [
      ...(table.primaryKey ? [table.primaryKey] : []),
      ...table.uniques,
      ...table.foreignKeys,
      ...table.checks,
      ...table.exclusions,
    ].map((each) => `${unquoted(table.name)} ${each.name}`),
  )
  const ofDomains = [...catalog.domains.values()].flatMap((domain) =>
    domain.checks.map((check) => `domain ${check.name}`),
  )
  expect([...relations, ...constraints, ...ofDomains].toSorted()).toEqual(rows.map((row) => row.name).toSorted())
})
