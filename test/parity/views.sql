-- case: options of views
create table t (id integer primary key, name text);
create view plain as select id, name from t;
create view named (a, b) as select id, name from t;
create view secured with (security_barrier, check_option = local) as select id from t where id > 0;
create view checked as select id from t where id > 0 with cascaded check option;
create view locally as select id from t where id > 0 with local check option;
create or replace view plain with (security_barrier = false) as select id, name, 1 as one from t;
alter view plain set (security_barrier = true);
alter view secured reset (check_option, security_barrier);
alter view locally set (check_option = cascaded);
alter view plain rename column one to uno;
alter view plain rename to plainer;
create schema app;
alter view plainer set schema app;
alter view if exists missing rename to other;

-- case: who a view belongs to
create role parity_owner;
grant parity_owner to current_user;
grant create on schema public to parity_owner;
create view v as select 1 as one;
alter view v owner to parity_owner;
create materialized view m as select 1 as one;
alter materialized view m owner to parity_owner;

-- case: security_invoker
-- postgres: 15
create table t (id integer primary key);
create view v with (security_invoker = true) as select id from t;
create view w with (security_invoker) as select id from t;
alter view w set (security_invoker = off);

-- case: materialized views
create table t (id integer primary key, name text);
create materialized view filled with (fillfactor = 70) as select id, name from t;
create materialized view unfilled as select id from t with no data;
create materialized view named (a) as select id from t with data;
create materialized view if not exists filled as select 1 as one;
create unique index on filled (id);
alter materialized view filled set (autovacuum_enabled = false);
alter materialized view named rename column a to b;
refresh materialized view filled;
refresh materialized view filled with no data;
refresh materialized view unfilled;
drop view if exists missing;

-- case: defaults of a view's columns
create sequence s;
create table t (id integer, name text, at timestamptz, kind text);
create view v as select id, name, at, kind from t;
alter view v alter column id set default nextval('s'), alter column name set default 'x';
alter view v alter at set default now();
alter view v alter column kind set default null;
alter view v alter column at drop default;
alter view v rename column name to label;
create or replace view v as select id, name as label, at, kind, 1 as one from t;
alter view v alter column kind set default 'a' || 'b';
alter table v alter column kind set default lower('C');
alter sequence s rename to numbers;

-- case: views in a circle are printed as pg_dump prints them
create type mood as enum ('good', 'bad');
create table t (id integer, n numeric(10, 2), m mood, s text collate "C", v varchar(5));
create view a (id, other) as select id, n, m, s, v from t;
create view b as select id, other as n, m, s, v from a;
create view d as select * from b;
create or replace view a (id, other) with (security_barrier) as select id, n, m, s, v from d;
comment on view a is 'x';
alter view a alter column other set default 1;
alter view a rename column other to another;
alter type mood rename to temper;
create view e as select * from a;
create table f as select * from e with no data;
create view alone as select 1 as one;
create or replace view alone as select 1 as one, 2 as two;

-- case: views of functions
create table t (id integer, j jsonb, tags text[]);
create function pairs(a integer) returns table (x integer, y text) language sql as 'select 1, null::text';
create view days as select * from generate_series(date '2024-01-01', date '2024-02-01', interval '1 day') as day;
create view numbers as select * from generate_series(1, 3);
create view each_of as select t.id, e.* from t cross join lateral jsonb_each(t.j) e;
create view tagged as select * from t, unnest(t.tags) with ordinality as u (tag, place);
create view listed as select p.*, value from pairs(1) p, jsonb_array_elements('[]');
alter view days rename column day to at;
alter view each_of rename column value to content;
alter view listed rename column y to why;
alter table t rename column tags to labels;
alter function pairs(integer) rename to couples;
create table copies as select d.at, e.content, l.why, g.tag from days d, each_of e, listed l, tagged g;
create view merged as select * from (select id, j from t) a join (select id, labels from t) b using (id);
create table of_merged as select * from merged;

-- case: ANALYZE of all takes materialized views too
create table t (id integer primary key);
create materialized view m as select id from t;
create view v as select id from t;
-- file: 002.sql
analyze;

-- case: columns that joins merge get other names
create table a (id int, x int, y int);
create table b (id int, y int, z int);
create view v as select id, x, z from a join b using (id);
create view v2 as select id, x, z from a natural join b;
create view v3 as select a.id, a.y, b.z from a join b using (id);
create view v4 as select * from a left join b using (id, y);
create view v5 as select id from a full join b using (id) where id > 0;
alter table a rename column id to ident;
alter table b rename column z to zed;

-- case: columns of both sides that a join merges get other names
create table a (id int, x int, y int);
create table b (id int, y int, z int);
create view v as select id, x, z from a join b using (id);
create view v4 as select * from a left join b using (id, y);
create view v5 as select u.x, b.z from a as u join b using (id) order by u.id;
alter table a rename column id to ident;
alter table b rename column id to ident;
alter table b rename column y to why;

-- case: columns beside those that a join with an alias merges get other names
create table a (id int, x int, y int);
create table b (id int, y int, z int);
create view v as select j.id, x, z from a join b using (id) as j;
alter table a rename column x to ex;
alter table b rename column id to id2;

-- case: how columns of materialized views are kept
create table t (id integer, name text, note text);
create materialized view m as select id, name, note from t;
create unique index m_id on m (id);
create index m_name on m (name);
alter materialized view m alter column id set statistics 50, alter column name set storage external;
alter materialized view m alter column note set storage extended, alter column name set compression pglz;
alter materialized view m alter column id set (n_distinct = 5);
alter materialized view m alter column note set (n_distinct = 5);
alter table m alter column note set (n_distinct = 7);
alter materialized view m cluster on m_id;
alter index m_id rename to m_key;
alter materialized view m rename column name to title;
alter materialized view m set tablespace pg_default;
create materialized view n as select id from t;
create index n_id on n (id);
alter materialized view n cluster on n_id;
alter materialized view n set without cluster;
alter materialized view n alter column id set statistics 5;
alter materialized view n alter column id set statistics -1;
create materialized view o as select id from t;
create index o_id on o (id);
alter materialized view o cluster on o_id;
drop index o_id;

-- case: access method of a materialized view
-- postgres: 15
create materialized view m as select 1 as a;
alter materialized view m set access method heap;

-- case: the query of a recursive view is put into a WITH
create table t (id integer, parent integer);
create recursive view r (n) as values (1) union all select n + 1 from r where n < 10;
create schema app;
create or replace recursive view app.tree (id, "Depth") as
  select id, 0 from t where parent is null
  union all
  select t.id, "Depth" + 1 from t join tree on tree.id = t.parent;
create view above as select * from app.tree;
create or replace view r (n) as with recursive q (m) as (select 1 union select m + 1 from q where m < 5) select m from q;
create recursive view numbers (n, m) as values (1, 2) union all select n + 1, m from numbers where n < 10;
alter table t rename column parent to parent_id;
alter view r rename to rr;
alter table t rename to u;

-- case: tables of one name in two schemas
create schema a;
create schema b;
create table a.t (id integer, y integer);
create table b.t (id integer, z integer);
set search_path = b, public;
create view outer_by_schema as select * from a.t where exists (select 1 from t where a.t.y = t.id);
create view inner_by_schema as select * from b.t where exists (select 1 from a.t where b.t.z = y);
alter table a.t rename column y to why;
alter table b.t rename column z to zed;
