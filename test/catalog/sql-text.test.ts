import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { printSql, type SqlText } from '../../src/catalog/sql-text.ts'
import { foldSql } from '../support/read-sql.ts'

const TABLES = `
  create schema app;
  create table customers (id integer primary key, name text, "Größe €" integer);
  create table orders (id serial primary key, customer_id integer references customers, total numeric, note text);
  create table app.parts (id integer, parent integer, label text);
  create type status as enum ('open', 'shut');
  create function norm(text) returns text language sql immutable as 'select lower($1)';
`

const RENAMES = `
  alter table orders rename column total to amount;
  alter table orders rename column note to remark;
  alter table customers rename column name to "full name";
  alter table customers rename column "Größe €" to size;
  alter table app.parts rename column parent to parent_id;
  alter table orders rename to purchases;
  alter table customers set schema app;
  alter type status rename to state;
  alter function norm(text) rename to normal;
  alter schema app rename to core;
`

/** Queries of a view `v`; each is printed after all the renames. */
const QUERIES = [
  'select id, total from orders',
  'select * from orders where total > 0 -- all of them',
  'select o.*, c.name from orders o join customers as c on c.id = o.customer_id',
  'select orders.total, public.orders.note as n, app.parts.parent from orders, app.parts',
  'select total as amount_before, total::integer, (total)::text as t, norm(note), norm(note) as x, $$total$$ as y from orders',
  'select c."Größe €", "c".name, upper(c.name) from customers c order by name, c.id',
  'select name, count(*) filter (where total is distinct from 1) from customers, orders group by name having max(total) > 1 order by count(*)',
  'with big as (select id, total from orders where total > 9) select big.total, total as t from big order by total',
  `with recursive tree (i, p) as (select id, parent from app.parts union all select s.id, s.parent from app.parts s join tree t on t.i = s.parent) select * from tree`,
  'select s.total from (select total, note from orders) s where exists (select from customers where customers.id = s.total and name is not null)',
  'select (select max(total) from orders where customer_id = customers.id), id from customers',
  'select name from customers where id in (select customer_id from orders where orders.total > customers."Größe €")',
  `select 'open'::status as now, null::status, array['shut']::status[] from orders`,
  'select id, name from customers union all select id, note from orders order by name',
  'select case when total > 0 then note else note end, coalesce(note, norm(note)), note || total as o from orders',
  'select l.total, c.id from customers c cross join lateral (select total, note from orders where customer_id = c.id order by total limit 1) l',
  'select row_to_json(orders) as whole, orders as o, count(orders.*) over (partition by note order by total) as n from orders',
  'select extract(year from now())::integer as y, max(total) within_total, percentile_cont(0.5) within group (order by total) from orders',
  'select x.a, g from (values (1, 2)) x(a, b), generate_series(1, 2) g',
  'select t.a, t.total from orders as t(a, b)',
  'select distinct on (note) note, total from orders order by note, total desc',
  `select id from orders where total > (1) /* note ; total */ and note <> 'total' and id = any (array(select id from app.parts p where p.parent = orders.id))`,
  `select nextval('orders_id_seq') as n, 'orders'::regclass as r, currval('public.orders_id_seq'::regclass) from orders`,
  'select *, total + 1 as more from (select id, total from orders) s',
]

test('a view that is printed after renames is the view that the server has after them', async () => {
  const server = await PGlite.create()
  await server.exec(TABLES)
  for (const [number, query] of QUERIES.entries()) await server.exec(`create view public.v${number} as ${query}`)
  await server.exec(RENAMES)
  const views = QUERIES.map((query, number) => `create view v${number} as ${query}\n;`).join('\n')
  const { catalog } = await foldSql(`${TABLES};${views};${RENAMES}`)
  const definition = `select pg_get_viewdef(oid) as sql from pg_class where relname = $1`
  for (const [number] of QUERIES.entries()) {
    const name = `v${number}`
    const query = catalog.views.get(`public.${name}`)?.query
    const { rows: before } = await server.query(definition, [name])
    await server.exec(
      `set search_path = ''; drop view public.${name}; create view public.${name} as ${print(query)}; reset search_path`,
    )
    const { rows: after } = await server.query(definition, [name])
    expect(after, query && print(query)).toEqual(before)
  }
})

test('checks, indexes, policies, triggers and generated columns follow renames too', async () => {
  const { catalog } = await foldSql(`
    ${TABLES};
    alter table orders add column doubled numeric generated always as (total * 2) stored,
      add constraint positive check (orders.total > 0 and norm(note) <> 'total'),
      add column of status default 'open'::status check (of <> 'shut');
    create index by_note on orders (norm(note) desc, (total + 1)) where total > 0 and orders.note is not null;
    create policy own on orders using (customer_id in (select id from customers where name = note)) with check (total > 0);
    create function touch() returns trigger language plpgsql as 'begin return new; end';
    create trigger touched before update on orders for each row when (old.total is distinct from new.total) execute function touch();
    ${RENAMES}
  `)
  const table = catalog.tables.get('public.purchases')
  expect(table?.columns.find((column) => column.name === 'doubled')?.default?.sql).toSatisfy(prints('amount * 2'))
  expect(table?.columns.find((column) => column.name === 'of')?.default?.sql).toSatisfy(prints(`'open'::public.state`))
  expect(table?.checks[0]?.expression.sql).toSatisfy(
    prints(`purchases.amount > 0 and public.normal(remark) <> 'total'`),
  )
  const index = catalog.indexes.get('public.by_note')
  const keys = index?.keys.map((key) => 'expression' in key && key.expression.sql && print(key.expression.sql))
  expect(keys).toEqual(['public.normal(remark)', '(amount + 1)'])
  expect(index?.predicate?.sql).toSatisfy(prints('amount > 0 and purchases.remark is not null'))
  const [policy] = catalog.policies.values()
  expect(policy?.using).toSatisfy(prints(`customer_id in (select id from core.customers where "full name" = remark)`))
  expect(policy?.check).toSatisfy(prints('amount > 0'))
  expect([...catalog.triggers.values()][0]?.when).toSatisfy(prints('old.amount is distinct from new.amount'))
})

test('a copy for a partition or by LIKE speaks of the table it is on', async () => {
  const { catalog } = await foldSql(`
    create table events (id integer, kind text, check (events.kind <> '')) partition by list (kind);
    create table a partition of events for values in ('a');
    create index on events (upper(kind));
    create table b (like a including all);
    alter table events rename column kind to sort;
    alter table events rename to happenings;
    alter table b rename column kind to own;
  `)
  const check = (name: string) => catalog.tables.get(name)?.checks[0]?.expression.sql
  expect(check('public.happenings')).toSatisfy(prints(`happenings.sort <> ''`))
  expect(check('public.a')).toSatisfy(prints(`a.sort <> ''`))
  expect(check('public.b')).toSatisfy(prints(`b.own <> ''`))
  const keys = [...catalog.indexes.values()].flatMap((index) =>
    index.keys.map((key) => 'expression' in key && key.expression.sql && print(key.expression.sql)),
  )
  expect(keys).toEqual(['upper(sort)', 'upper(sort)', 'upper(own)'])
})

test('where names cannot be resolved, what is renamed later is kept beside the text', async () => {
  const { catalog } = await foldSql(`
    alter table met add column a integer;
    create table t (a integer, b integer);
    create view v as select * from met join t using (a);
    alter table t rename to t2;
  `)
  expect(catalog.views.get('public.v')?.query?.uncertain).toEqual([
    { kind: 'relation', from: 'public.t', to: 'public.t2' },
  ])
  expect(catalog.views.get('public.v')?.query?.outputs).toBeUndefined()
})

function print(text: SqlText | undefined): string {
  return text === undefined ? 'no text' : printSql(text)
}

function prints(expected: string): (text: SqlText | undefined) => boolean {
  return (text) => {
    expect(print(text)).toBe(expected)
    return true
  }
}
