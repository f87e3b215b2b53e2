-- case: tables of queries, of columns
create schema app;
create type app.status as enum ('new', 'done');
create domain app.label as varchar(20) check (value <> '');
create table app.orders (
  id serial primary key,
  code varchar(20) not null default 'x',
  name text collate "C",
  price numeric(10, 2),
  status app.status,
  label app.label,
  tags text[],
  at timestamptz default now(),
  padded char(4),
  small smallint
);
create table app.all_of_them as select * from app.orders;
create table app.some as select o.id, o.code as reference, o.status, o.tags from app.orders o where o.price > 1 order by id limit 3;
create table app.named (a, b) as select id, code, small from app.orders;
create table app.joined as select a.*, b.price as other from app.orders a left join app.orders b on a.id = b.id;
create table app.distinct_ones as select distinct status, label, padded from app.orders;
create table app.unlogged_kind as select id from app.orders with no data;
create unlogged table app.quick as select id from app.orders;
create table if not exists app.quick as select code from app.orders;
select id, name into app.chosen from app.orders;
alter table app.chosen add primary key (id);
create temporary table scratch as select id from app.orders;
create table app.filled with (fillfactor = 70) as select id from app.orders;

-- case: tables of queries, of expressions
create schema app;
create table t (id bigint, small smallint, n integer, price numeric(10, 2), f double precision, r real, s text, v varchar(10), d date, at timestamp, u uuid, j jsonb);
create function app.named(integer) returns varchar language sql as $$select 'x'::varchar$$;
create table constants as select 1 as one, 1.5 as half, 9999999999 as many, 'x' as word, true as yes, null as nothing, 'a'::varchar(5) as short, '{}'::jsonb as json, interval '1 day' as a_day;
create table calls as select count(*) as count, sum(n) as of_integer, sum(id) as of_bigint, sum(price) as of_numeric, sum(r) as of_real, avg(n) as mean, avg(f) as mean_f, avg(r) as mean_r, min(v) as least, max(d) as last, max(at) as at, min(small) as small, max(price) as price from t;
create table named_by_server as select now(), lower(s), count(*), coalesce(s, 'x'), case when n > 1 then 2 else 3 end, s::varchar, array_length(array[n], 1), exists (select 1), (select 1 as inner_name), (select max(n) from t), gen_random_uuid() from t group by s, n;
create table operations as select n + 1 as a, n * id as b, small + small as c, price * 2 as d, id / 2 as e, s || '-' || v as f, v || 'x' as g, n > 1 as h, s like 'x%' as i, n in (1, 2) as j, s is null as k, not (n = 1) as l, n between 1 and 2 as m, price - 1.5 as o from t;
create table choices as select coalesce(price, 0.0) as a, coalesce(v, 'none') as b, coalesce(s, 'x') as c, greatest(n, 1) as d, case when n > 0 then 'a' end as e, coalesce(v, v) as f, nullif(1, 2) is null as g from t;
create table queries as with x as (select id, s from t), y (a, b) as (select n, d from t) select x.id, y.b, (select max(n) from t) as most, z.total from x, y, (select sum(n) as total from t) z;
create table unions as select id, s from t union all select id, 'x'::text from t;
create table rows as values (1, 'a'), (2, 'b');
create table own as select app.named(1) as name, array[1, 2] as numbers, array['a'] as words, current_date as today, current_timestamp as moment, current_user as who from t;
create table windowed as select row_number() over (order by id) as position, rank() over () as rank, extract(year from d) is null as e, length(s) as length, md5(s) as hash, to_char(at, 'YYYY') as year, jsonb_build_object('a', 1) as built, upper(v) as up, round(price) as rounded from t;
create index windowed_position on windowed (position);

-- case: tables of queries, of views
create schema app;
create type app.status as enum ('new', 'done');
create table app.orders (id bigint primary key, code varchar(20), status app.status, total numeric(10, 2));
set search_path = app;
create view orders_now (number, label) as select id, code, status, total * 2 as doubled from orders;
create view open_orders as select * from orders_now where status = 'new';
reset search_path;
alter table app.orders rename column code to reference;
alter view app.orders_now rename column label to short_label;
create materialized view app.counts as select status, count(*) as orders from app.orders group by status;
create table app.copies as select * from app.open_orders;
create table app.copied_counts as select c.*, o.number from app.counts c join app.orders_now o on o.status = c.status;
create table app.part as select number, doubled from app.orders_now;

-- case: what SEARCH and CYCLE add to a recursive query
create table parts (id integer, parent integer, name varchar(10));
create table circles as with recursive r as (select id, parent from parts union all select p.id, p.parent from parts p join r on r.id = p.parent)
  search depth first by id set ord cycle id set is_cycle using path select id, is_cycle, parent from r;
create table marked as with recursive r (a, b) as (select id, name from parts union all select p.id, p.name from parts p join r on r.a = p.parent)
  search breadth first by a set ord cycle a, b set mark to 'Y' default 'N' using path select a, b, mark from r;
create table counted as with recursive r as (select id from parts union all select p.id from parts p join r on r.id = p.parent)
  cycle id set mark to 1 default 0 using path select * from (select id, mark from r) s;
create view walked as with recursive r as (select id, parent from parts union all select p.id, p.parent from parts p join r on r.id = p.parent)
  search depth first by id set ord cycle id set is_cycle using path select id, parent, is_cycle from r where not is_cycle;
alter table parts rename column name to title;

-- case: XML as standard SQL has it
create table made as select xmlelement(name x, xmlattributes('a' as b), 'c'), xmlforest(1 as a), xmlagg(xmlelement(name x)) over () as agg,
  xmlconcat('<a/>'::xml), xmlparse(content 'a'), xmlserialize(content '<a/>'::xml as text), xmlpi(name x),
  xmlroot('<a/>'::xml, version '1.0'), '<a/>'::xml is document as is_document, xmlexists('/a' passing ('<a/>'::xml));
create table written as select xmlserialize(content '<a/>'::xml as varchar(20)) as short;

-- case: JSON constructors
-- postgres: 16
create table made as select json_object('a': 1), json_object('a': 1 returning jsonb) as b, json_array(1, 2), json_array(select 1) as q,
  json_array(1 returning text) as t, json_arrayagg(1), json_objectagg('a': 1 returning jsonb), '{}' is json as j, '{}' is not json object as k;

-- case: JSON functions
-- postgres: 18
create table docs (doc jsonb);
create table made as select json_value(doc, '$.a'), json_value(doc, '$.b' returning integer) as n, json_query(doc, '$.c'), json_query(doc, '$.d' returning text) as t,
  json_exists(doc, '$.e'), json('1'), json_scalar(1), json_serialize('1'), json_serialize('1' returning bytea) as b, json_value(doc, '$.f' returning varchar(10)) as v from docs;
