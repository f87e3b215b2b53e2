import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { printSchemaJson } from '../src/schema/print-json.ts'
import { printSchemaMermaid } from '../src/schema/print-mermaid.ts'
import { printSchemaSql } from '../src/schema/print-sql.ts'
import { renderSchemaSvg } from '../src/schema/render-svg.ts'
import { foldSql } from './support/read-sql.ts'

const SCHEMA = `
  create schema app;
  create type app.state as enum ('open', 'it''s shut');
  create table app.customers (id bigint generated always as identity primary key, name text not null unique);
  create table orders (
    id serial primary key, customer_id bigint references app.customers on delete cascade, total numeric(10, 2) default 0,
    state app.state default 'open', doubled numeric generated always as (total * 2) stored, check (total >= 0)
  );
  create function touch() returns trigger language plpgsql as $$ begin return new; end $$; -- touched
  create trigger touched before update of total on orders for each row when (old.total <> new.total) execute function touch();
  create unique index on orders (abs(total), customer_id) where total > 0;
  create view totals as select c.*, o.total from orders o join app.customers c on c.id = o.customer_id;
  create view above as select * from totals where total > 1;
  alter table orders enable row level security;
  create policy own on orders for select using (customer_id in (select id from app.customers));
  create table events (id integer, at date not null, kind text collate "C", check (id > 0), primary key (id, at)) partition by range (at);
  create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
  create table events_rest partition of events default;
  create index on events (kind desc nulls last, at);
  create table kinds (id integer, at date, note text, unique nulls not distinct (note) deferrable) with (fillfactor = 70);
  alter table kinds add foreign key (id, at) references events deferrable initially deferred not valid,
    alter column note set storage external, add check (id < 9) not valid, force row level security;
  create table child (more integer) inherits (kinds);
  create sequence numbers as smallint increment by -2 minvalue -100 start with -4 cache 3 cycle;
  alter table orders rename column total to amount;
  alter table app.customers rename to clients;
`

test('the DDL that is printed makes what the migrations make', async () => {
  const { catalog } = await foldSql(SCHEMA)
  const [applied, printed] = [await PGlite.create(), await PGlite.create()]
  await applied.exec(SCHEMA)
  await printed.exec(printSchemaSql(catalog, 18))
  await printed.exec('reset search_path')
  for (const query of FACTS) expect((await printed.query(query)).rows).toEqual((await applied.query(query)).rows)
})

test('an extension stays in the schema that it was made in, unless only the server knows which', async () => {
  const { catalog } = await foldSql(
    'create schema geo; set search_path = geo; create extension postgis; create extension postgis_topology; create table places (at geometry);',
  )
  const printed = printSchemaSql(catalog, 18)
  expect(printed).toContain('create extension if not exists postgis schema geo;')
  expect(printed).toContain('create extension if not exists postgis_topology;')
})

test('JSON version 1 has a list for each kind, texts with the names of today, and places', async () => {
  const { catalog } = await foldSql(SCHEMA)
  const json = JSON.parse(
    printSchemaJson(catalog, { tool: { name: 'schemalint', version: '1' }, postgres: 18, notModelled: [] }),
  )
  expect(json).toMatchObject({ version: 1, postgres: 18, notModelled: [] })
  const documented = readFileSync(new URL('../docs/schema-json.md', import.meta.url), 'utf8')
  const keys = [...documented.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key)
  expect(Object.keys(json)).toEqual(keys)
  expect(json.tables.map((table: { name: string }) => table.name).toSorted()).toEqual([
    'app.clients',
    'public.child',
    'public.events',
    'public.events_2026',
    'public.events_rest',
    'public.kinds',
    'public.orders',
  ])
  const orders = json.tables.find((table: { name: string }) => table.name === 'public.orders')
  expect(orders.checks[0]).toMatchObject({ name: 'orders_total_check', expression: { sql: 'amount >= 0' } })
  expect(orders.origin).toEqual({ file: 'a.sql', line: 5 })
  expect(json.views[1].query).toBe('select totals.id, totals.name, totals.total from public.totals where total > 1')
})

test('a diagram has tables with their keys, and relations with how many', async () => {
  const { catalog } = await foldSql(SCHEMA)
  const lines = printSchemaMermaid(catalog).split('\n')
  expect(lines[0]).toBe('erDiagram')
  expect(lines).toContain('  "app.clients" |o--o{ orders : "orders_customer_id_fkey"')
  expect(lines).toContain('    integer id PK')
  expect(lines).toContain('    bigint customer_id FK "null"')
  expect(lines).toContain('    text name UK')
})

test('a diagram is drawn as SVG, each relation from column to column', async () => {
  const { catalog } = await foldSql(SCHEMA)
  const svg = (await renderSchemaSvg(catalog)) ?? ''
  const titles = [...svg.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title!.replaceAll('&#45;&gt;', '->'))
  expect(titles.toSorted()).toEqual([
    'app.clients',
    'app.clients:id ->orders:customer_id',
    'child',
    'events',
    'events:id ->kinds:id',
    'kinds',
    'orders',
    'schema',
  ])
  for (const text of ['customer_id', 'bigint null', 'numeric(10,2) null', 'PK', 'FK', 'UK'])
    expect(svg).toContain(`>${text}</text>`)
})

test('whatever names there are, they are text in the picture', async () => {
  const names = ['<script>alert(1)</script>', 'a"b', 'back\\', ']]>', '&amp;', 'bell\u0007', '->:x', 'ünï 表']
  const tables = names.map(
    (name) => `create table "${name.replaceAll('"', '""')}" ("${name.replaceAll('"', '""')}" integer primary key);`,
  )
  const keys = names.map(
    (name) =>
      `alter table "${name.replaceAll('"', '""')}" add "to ${name.replaceAll('"', '""')}" integer references "${name.replaceAll('"', '""')}";`,
  )
  const { catalog } = await foldSql([...tables, ...keys].join('\n'))
  const svg = (await renderSchemaSvg(catalog)) ?? ''
  const shown = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => unescaped(text!))
  for (const name of names) expect(shown.filter((each) => each === name.replace('\u0007', '\\u{7}'))).toHaveLength(2)
  expect(svg.match(/<g id="edge\d+"/g)).toHaveLength(names.length)
  expect(svg).not.toMatch(/<script|\u0007/)
})

/** What an XML reader makes of the references in a text. */
function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      : named[name]!,
  )
}

/** What the two servers must agree on: everything that a dump shows of these kinds of objects. */
const FACTS = [
  `select oid::regclass::text as name, reloptions, relforcerowsecurity, relispartition, pg_get_expr(relpartbound, oid) as bound, pg_get_partkeydef(oid) as key from pg_class where relnamespace in ('public'::regnamespace, 'app'::regnamespace) order by 1`,
  `select inhrelid::regclass::text as child, inhparent::regclass::text as parent from pg_inherits order by 1`,
  `select c.oid::regclass::text as relation, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull, a.attidentity, a.attgenerated, a.attstorage, a.attcollation::regcollation::text as collation, a.attislocal, a.attinhcount, pg_get_expr(d.adbin, d.adrelid) as value
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
  `select conrelid::regclass::text as relation, conname, conislocal, coninhcount, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace in ('public'::regnamespace, 'app'::regnamespace) order by 1, 2`,
  `select schemaname, indexname, indexdef from pg_indexes where schemaname in ('public', 'app') order by 1, 2`,
  `select viewname, definition from pg_views where schemaname in ('public', 'app') order by 1`,
  `select pg_get_triggerdef(oid) as definition from pg_trigger where not tgisinternal`,
  `select policyname, cmd, qual, with_check from pg_policies`,
  `select pg_get_functiondef(oid) as definition from pg_proc where pronamespace = 'public'::regnamespace`,
  `select s.seqrelid::regclass::text as name, s.seqtypid::regtype::text as type, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.refobjid::regclass::text as owner, d.refobjsubid, d.deptype from pg_sequence s left join pg_depend d on d.objid = s.seqrelid and d.deptype in ('a', 'i') order by 1`,
  `select enumtypid::regtype::text as type, enumlabel from pg_enum order by 1, enumsortorder`,
]
