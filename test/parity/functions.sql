-- case: arguments of functions
create type pair as (x integer, y text);
create function add(integer, integer) returns integer language sql immutable strict as 'select $1 + $2';
create function named(a integer, b text default 'x' || 'y', "C d" numeric(10, 2) default 1.5) returns text language sql as 'select b';
create function one_out(in a integer, out b integer) as 'select a' language sql;
create function outs(in a integer, out b integer, inout c text) language sql as 'select 1, $2';
create function setof_outs(out b integer, out c text) returns setof record language sql as $$ select 1, 'x' $$;
create function listed(variadic list text[] default '{}') returns setof pair language sql as 'select 1, list[1]';
create function tabled(a integer) returns table (id integer, "Name" varchar(20)) language sql as $$ select a, 'x'::varchar $$;
create function polymorphic(anyelement, anyarray) returns anyelement language sql as 'select $1';
create function copies(a pair) returns pair[] language sql as 'select array[a]';
create procedure p(a integer, inout b integer default 2) language plpgsql as 'begin b := a; end';
create procedure q() language sql as 'select 1';
create function add(text, text) returns text language sql as 'select $1 || $2';

-- case: options of functions
create function f() returns integer language sql volatile cost 5 as 'select 1';
create function g() returns setof integer language sql stable parallel safe rows 7 leakproof as 'select 1';
create function h() returns integer language plpgsql immutable parallel restricted called on null input security definer
  set search_path = '' set statement_timeout to '1s' set work_mem = 1024 as 'begin return 1; end';
create function i() returns integer language sql set search_path = app, "Odd", pg_temp cost 100 as 'select 1';
create function j() returns setof integer language sql rows 1000 as 'select 1';
create function k(a internal) returns internal language internal strict as 'varchar_support';

-- case: ALTER FUNCTION
create function f(a integer) returns integer language sql as 'select a';
alter function f(integer) stable strict leakproof security definer parallel safe cost 3;
alter function f(integer) set search_path to public, pg_temp;
alter function f set work_mem from current;
alter function f reset work_mem;
alter function f(integer) rename to renamed;
create schema app;
alter function renamed set schema app;
create procedure p(a integer) language sql as 'select 1';
alter procedure p(integer) security definer;
alter procedure p(integer) security invoker;
alter routine p(integer) rename to q;
create function reset_all() returns integer language sql set search_path = '' set work_mem = '8MB' as 'select 1';
alter function reset_all() reset all;
create role parity_owner;
grant parity_owner to current_user;
grant create on schema app, public to parity_owner;
alter function app.renamed(integer) owner to parity_owner;

-- case: a function that is renamed keeps its calls
create function make_key() returns text language sql as $$ select 'a' $$;
create domain key_text as text check (length(make_key()) > 0);
create table t (id key_text default make_key(), check (make_key() <> id));
alter function make_key rename to "New Key";
alter domain key_text rename to renamed_text;

-- case: OR REPLACE keeps what is granted
create role parity_caller;
create function f(a integer) returns integer language sql as 'select a';
grant execute on function f(integer) to parity_caller;
create or replace function f(a integer) returns integer language sql strict as 'select a + 1';
drop function if exists missing(integer);

-- case: bodies in SQL
create table t (id integer primary key, name text);
create function total() returns bigint language sql return (select count(*) from t);
create function named(i integer) returns text language sql begin atomic select name from t where id = i; end;
create procedure put(i integer) language sql begin atomic insert into t values (i); select 1; end;

-- case: what is temporary ends with the session
create function pg_temp.twice(integer) returns integer language sql as 'select $1 * 2';
create temporary table scratch (id serial primary key, note text);
create index on scratch (note);
create temporary view seen as select note from scratch;
create table stays (id integer);

-- case: statements that change rows in a body of standard SQL
-- postgres: 14
create table t (id int primary key, b int);
create function f1() returns setof int language sql begin atomic update t set b = 1 where id = 2 returning b; end;
create function f2() returns setof int language sql begin atomic insert into t (id, b) values (1, 2) on conflict (id) do update set b = excluded.b returning t.id; end;
create function f3() returns setof int language sql begin atomic delete from t using t as x where t.id = x.b returning t.id; end;
create function f4() returns setof int language sql begin atomic with w as (insert into t values (1, 2) returning id) select id from w; end;
create function f5() returns setof int language sql begin atomic select id from t; insert into t values (1, 1); select b from t; end;
create function f6() returns setof int language sql return (select id from t);
alter table t rename b to bb;
alter table t rename to tt;

-- case: MERGE in a body of standard SQL
-- postgres: 15
create table t (id int primary key, j int);
create function f() returns void language sql begin atomic merge into t using (values (1, 2)) as n(id, j) on t.id = n.id when matched then update set j = n.j  when not matched then insert values (n.id, n.j); end;
alter table t rename id to key;

-- case: RETURNING of the row before a change
-- postgres: 18
create table t (id int primary key, b int);
create function f1() returns setof int language sql begin atomic update t set b = 1 where id = 2 returning old.b; end;
create function f2() returns setof int language sql begin atomic update t set b = 1 where id = 2 returning with (old as o, new as n) o.b; end;
alter table t rename b to bb;
alter table t rename to tt;
