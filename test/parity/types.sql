-- case: enums
create type mood as enum ('sad', 'ok');
alter type mood add value 'happy';
alter type mood add value 'so so' before 'ok';
alter type mood add value if not exists 'fine' after 'ok';
alter type mood add value if not exists 'ok';
alter type mood rename value 'sad' to 'unhappy';
create type nothing as enum ();
alter type nothing rename to empty;
create schema app;
alter type mood set schema app;
create role parity_owner;
grant parity_owner to current_user;
grant create on schema app to parity_owner;
alter type app.mood owner to parity_owner;

-- case: domains
create domain plain as text;
create domain email as varchar(320) collate "C" default lower('A') not null check (value ~ '@') constraint lower check (value = lower(value)) check (length(value) > 3);
create domain positive as integer constraint given not null constraint above_zero check (value > 0);
create domain listed as text[];
create domain narrower as positive check (value < 100);
create domain nulled as integer default null null;

-- case: ALTER DOMAIN
create domain d as integer check (value > 0);
alter domain d add constraint below check (value < 100) not valid;
alter domain d add check (value <> 5);
alter domain d validate constraint below;
alter domain d rename constraint below to under;
alter domain d drop constraint d_check;
alter domain d drop constraint if exists missing;
alter domain d set default 1 + 1;
alter domain d set not null;
create domain e as text not null default 'x';
alter domain e drop not null;
alter domain e drop default;
alter domain e rename to f;
create schema app;
alter domain f set schema app;
create domain twice as text not null;
alter domain twice set not null;

-- case: composite types
create type pair as (x integer, y varchar(10) collate "C");
create type nested as (p pair, list pair[]);
create type bare as ();
alter type pair add attribute z numeric(10, 2), drop attribute x, alter attribute y type text;
alter type pair rename attribute y to "Y y";
alter type pair drop attribute if exists missing;
alter type pair rename to couple;
create schema app;
alter type couple set schema app;
alter type bare add attribute added app.couple cascade;

-- case: range types
create type float_range as range (subtype = float8, subtype_diff = float8mi);
create type textual as range (subtype = text, collation = "C", multirange_type_name = many_texts);
create type spanned as range (subtype = varchar, subtype_opclass = varchar_pattern_ops);
create schema app;
create type app.rangerange as range (subtype = integer);

-- case: shell and base types
create type shell;
create type box2;
create function box2_in(cstring) returns box2 language internal immutable strict as 'int4in';
create function box2_out(box2) returns cstring language internal immutable strict as 'int4out';
create type box2 (input = box2_in, output = box2_out, internallength = 4, passedbyvalue, alignment = int4);
create table t (b box2);

-- case: DROP TYPE … CASCADE
create type mood as enum ('sad', 'ok');
create domain d as integer;
create type pair as (x integer);
create table t (id integer, m mood, list mood[], d d, p pair);
drop type mood cascade;
drop domain d cascade;
drop type pair cascade;
drop type if exists missing;

-- case: what CASCADE drops with a type
create type pair as (a integer, b integer);
create type span as range (subtype = integer);
create domain ranged as span;
create type wrapped as (id integer, inner_pair pair);
create table typed of pair;
create table holder (id integer primary key, one pair unique, many pair[], kept span);
create index on holder (id, one);
create view shown as select one from holder;
create view counted as select id from holder;
create function first_of(pair) returns integer language sql as 'select $1.a';
create function pairs() returns setof pair language sql as 'select row(1, 2)';
create table firsts (id integer, first integer default first_of(row(1, 2)));
-- file: 002_drop.sql
drop type pair cascade;
drop type span cascade;

-- case: what CASCADE drops with a function
create function one() returns integer language sql immutable as 'select 1';
create function two(integer default one()) returns integer language sql as 'select 2';
create table numbers (id integer default one(), n integer, twice integer generated always as (n * one()) stored,
  check (n > one()));
create index on numbers (id, (n + one()));
create view ones as select one() as one;
create view more_ones as select one from ones;
create table guarded (id integer);
create policy ones on guarded using (id = one());
create domain positive as integer default one() check (value >= one());
-- file: 002_drop.sql
drop function one() cascade;

-- case: what CASCADE drops with a table or view
create table a (id integer primary key);
create table b (id integer references a);
create policy reads on b using (id in (select a.id from a));
create view v as select id from a;
create materialized view w as select id from v;
create index on w (id);
create function rows_of_a() returns setof a language sql as 'select 1';
create function of_v(v) returns integer language sql as 'select 1';
create table holding (id integer, one a);
create policy through on holding using (id in (select v.id from v));
-- file: 002_drop.sql
drop view v cascade;
drop table a cascade;

-- case: what is elsewhere goes with a schema
create schema app;
create type app.mood as enum ('sad');
create table app.orders (id integer primary key);
create function app.one() returns integer language sql immutable as 'select 1';
create table people (id integer default app.one(), mood app.mood, order_id integer references app.orders);
create view open_orders as select id from app.orders;
-- file: 002_drop.sql
drop schema app cascade;

-- case: the server's own types come before those of their names
create type box as (a integer);
create domain money as numeric;
create table t (own public.box, theirs box, price money, prices public.money[]);
set search_path to public, pg_catalog;
create table u (own box, price money, prices money[]);

-- case: a type that a partition key is of goes with the table
create domain amount as integer;
create table plain (id integer primary key, a amount);
create table parted (a amount, b text) partition by range (a);
create table part partition of parted for values from (1) to (2);
create table by_expression (a amount, b text) partition by range (abs(a));
create view from_parted as select b from parted;
drop domain amount cascade;
