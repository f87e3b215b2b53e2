-- case: extended statistics
create schema app;
create table app.t (a integer, b integer, c text, d integer);
create statistics app.ab on a, b from app.t;
create statistics app.e on (lower(c)), (a + b) from app.t;
create statistics if not exists app.ab on c, d from app.t;
create statistics app.gone on c, d from app.t;
comment on statistics app.ab is 'They go together';
alter statistics app.ab set statistics 500;
alter statistics app.e rename to f;
drop statistics app.gone;
drop statistics if exists app.never;

-- case: statistics follow their table and columns
create schema other;
create table t (a integer, b integer, c text, "D" integer);
create statistics kept on a, b from t;
create statistics by_text on (lower(c)), "D" from t;
create statistics dropped_with_column on a, "D" from t;
create statistics moved on b, c from t;
alter statistics moved set schema other;
alter table t rename column a to aa;
alter table t rename to tt;
alter table tt rename column c to cc;
alter table tt drop column "D";
create table u (a integer, b integer);
create statistics gone on a, b from u;
drop table u;

-- case: publications
create table a (id integer primary key, x text, y text);
create table b (id integer primary key);
create table c (id integer primary key);
create table base (id integer primary key);
create table heir () inherits (base);
create publication nothing;
create publication everything for all tables;
create publication several for table a, b;
create publication inserts for table c with (publish = 'insert, update');
create publication through_root for table base with (publish_via_partition_root = true);
create publication alone for table only base;
alter publication several add table c;
alter publication several drop table b;
alter publication inserts set (publish = 'delete');
alter publication alone set table a, c;
alter publication nothing rename to empty;
comment on publication several is 'For the other one';
alter table a rename to aa;
drop table c;
create publication gone;
drop publication gone, everything;
drop publication if exists gone;

-- case: publications of columns, rows and schemas
-- postgres: 15
create schema app;
create schema other;
create table app.a (id integer primary key, x text, y integer);
create table app.b (id integer primary key, x text);
create publication columns for table app.a (id, x);
create publication rows for table app.a where (y > 10 and x <> 'none'), app.b;
create publication schemas for tables in schema app;
create publication mixed for table app.a, tables in schema other;
alter publication schemas add tables in schema other;
alter publication mixed drop tables in schema other;
alter table app.a rename column x to xx;
alter table app.b rename to bb;

-- case: rules
create schema app;
create table app.t (id integer primary key, a integer, b text);
create table app.log (id integer, what text, at timestamptz default now());
create view app.v as select id, a from app.t;
create rule kept as on delete to app.t do instead nothing;
create rule logged as on update to app.t where new.a <> old.a do also insert into app.log (id, what) values (new.id, new.b || old.b);
create rule v_insert as on insert to app.v do instead insert into app.t (id, a) values (new.id, new.a);
create rule v_delete as on delete to app.v do instead (delete from app.t where id = old.id; update app.log set what = 'gone' where app.log.id = old.id);
create rule gone as on insert to app.t do instead nothing;
create or replace rule kept as on delete to app.t where old.a > 0 do instead nothing;
comment on rule kept on app.t is 'Nothing is lost';
alter rule logged on app.t rename to audited;
alter table app.t disable rule kept;
alter table app.t enable always rule audited;
drop rule gone on app.t;
drop rule if exists never on app.t;

-- case: rules follow their tables
create table t (id integer, a integer);
create table log (id integer, n integer);
create rule r as on update to t where new.a > 0 do also insert into log (id, n) values (new.id, old.a);
alter table t rename column a to amount;
alter table log rename column n to before;
alter table log rename to journal;
alter table t rename to things;
create table u (id integer);
create rule r as on delete to u do instead nothing;
drop table u;

-- case: event triggers
create schema app;
create function app.note() returns event_trigger language plpgsql as 'begin end';
create function app.other() returns event_trigger language plpgsql as 'begin end';
create event trigger noted on ddl_command_end execute function app.note();
create event trigger tables on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute procedure app.note();
create event trigger dropped on sql_drop execute function app.other();
create event trigger rewriting on table_rewrite execute function app.note();
alter event trigger tables disable;
alter event trigger rewriting enable always;
alter event trigger noted rename to told;
comment on event trigger told is 'Tells';
drop event trigger dropped;
drop event trigger if exists dropped;
alter function app.note() rename to tell;

-- case: aggregates
create schema app;
create type app.pair as (a integer, b integer);
create function app.add(integer, integer) returns integer language sql immutable as 'select $1 + $2';
create function app.half(integer) returns numeric language sql immutable as 'select $1 / 2.0';
create function app.first(anyelement, anyelement) returns anyelement language sql immutable as 'select $1';
create function app.last(app.pair, app.pair) returns app.pair language sql immutable as 'select $2';
create aggregate app.total(integer) (sfunc = app.add, stype = integer, initcond = '0');
create aggregate app.halved(value integer) (sfunc = app.add, stype = integer, finalfunc = app.half, parallel = safe);
create aggregate app.first(anyelement) (sfunc = app.first, stype = anyelement);
create aggregate app.last_pair(app.pair) (sfunc = app.last, stype = app.pair);
create or replace aggregate app.total(integer) (sfunc = app.add, stype = integer, initcond = '1');
create aggregate app.gone(integer) (sfunc = app.add, stype = integer);
create aggregate app.moved(integer) (sfunc = app.add, stype = integer);
comment on aggregate app.total(integer) is 'A sum';
alter aggregate app.halved(integer) rename to half_sum;
alter aggregate app.moved(integer) set schema public;
drop aggregate app.gone(integer);
drop aggregate if exists app.gone(integer);
create table t (n integer);
create view sums as select app.total(n) as total from t;
alter function app.add(integer, integer) rename to plus;
alter type app.pair rename to couple;

-- case: casts
create type color as enum ('red', 'green');
create domain label as text;
create type old_color as (name text);
create function to_color(integer) returns color language sql immutable as $$select case $1 when 1 then 'red'::color else 'green' end$$;
create function name_of(old_color) returns text language sql immutable as 'select ($1).name';
create cast (integer as color) with function to_color(integer) as implicit;
create cast (old_color as text) with function name_of(old_color) as assignment;
create cast (varchar as color) with inout;
comment on cast (integer as color) is 'By number';
alter type color rename to colour;
create cast (text as colour) with inout as implicit;
drop cast (varchar as colour);
drop cast if exists (varchar as colour);

-- case: collations
create schema app;
create collation app.plain (locale = 'C');
create collation copied from "C";
create collation if not exists copied from "POSIX";
create collation gone from "C";
create table app.names (name text collate app.plain, other text collate copied);
comment on collation copied is 'A copy';
alter collation copied rename to same;
drop collation gone;
drop collation if exists gone;

-- case: operators, their classes and families
create schema app;
create type app.pair as (a integer, b integer);
create function app.less(app.pair, app.pair) returns boolean language sql immutable as 'select ($1).a < ($2).a';
create function app.compare(app.pair, app.pair) returns integer language sql immutable as 'select ($1).a - ($2).a';
create function app.negated(app.pair) returns integer language sql immutable as 'select -($1).a';
create operator app.<<< (function = app.less, leftarg = app.pair, rightarg = app.pair);
create operator app.!! (function = app.negated, rightarg = app.pair);
create operator app.### (procedure = app.less, leftarg = app.pair, rightarg = app.pair);
comment on operator app.<<< (app.pair, app.pair) is 'Less by the first';
create operator family app.pairs using btree;
create operator class app.pair_ops for type app.pair using btree family app.pairs as
  operator 1 app.<<<, function 1 app.compare(app.pair, app.pair);
create operator class app.own_family for type app.pair using btree as function 1 app.compare(app.pair, app.pair);
comment on operator class app.pair_ops using btree is 'For pairs';
drop operator app.### (app.pair, app.pair);
drop operator if exists app.### (app.pair, app.pair);

-- case: text search
create schema app;
create text search dictionary app.words (template = simple, stopwords = english);
create text search configuration app.search (copy = simple);
create text search configuration app.gone (copy = english);
alter text search configuration app.search alter mapping for asciiword with app.words, simple;
alter text search dictionary app.words (accept = true);
alter text search configuration app.search rename to find;
comment on text search configuration app.find is 'For search';
drop text search configuration app.gone;
create table docs (body text, found tsvector generated always as (to_tsvector('app.find', body)) stored);

-- case: foreign servers
create foreign data wrapper nothing;
create server there foreign data wrapper nothing options (host 'there', port '1');
create server if not exists there foreign data wrapper nothing;
create server gone foreign data wrapper nothing;
create role visitor;
create user mapping for visitor server there options (name 'x');
create user mapping for public server there;
create user mapping for public server gone;
alter server there options (set host 'elsewhere', drop port);
alter user mapping for visitor server there options (set name 'y');
alter server there rename to elsewhere;
comment on server elsewhere is 'Another one';
drop user mapping for public server elsewhere;
drop server gone cascade;

-- case: foreign tables
create schema app;
create foreign data wrapper nothing;
create server there foreign data wrapper nothing;
create server gone foreign data wrapper nothing;
create foreign table app.remote (
  id integer options (column_name 'ID') not null,
  name text options (a 'x', b 'y') default 'none',
  amount numeric(10, 2) check (amount > 0)
) server there options (schema_name 'public', table_name 'remote');
create foreign table plain (id integer) server there;
create foreign table with_server (id integer) server gone;
alter foreign table app.remote options (set table_name 'it''s', drop schema_name, add updatable 'false');
alter foreign table app.remote alter column name options (drop a, set b 'z');
alter foreign table app.remote alter column amount options (column_name 'sum');
alter foreign table app.remote add column note text options (column_name 'remark');
alter foreign table app.remote rename column note to remark;
alter foreign table plain rename to plainer;
comment on foreign table app.remote is 'Elsewhere';
alter server there rename to elsewhere;
drop server gone cascade;
create table parts (id integer, at date) partition by range (at);
create foreign table part_2024 partition of parts for values from ('2024-01-01') to ('2025-01-01') server elsewhere options (t 'x');

-- case: statistics without a name
-- postgres: 16
create table t (a integer, b integer, c text);
create statistics (mcv) on a, c from t;
create statistics (ndistinct, dependencies) on a, c from t;
create statistics on (a * 2) from t;
create statistics on a, (lower(c)) from t;

-- case: what CASCADE takes with a type
create type pair as (a integer, b integer);
create type mood as enum ('good', 'bad');
create function swapped(pair) returns pair language sql immutable as 'select row(($1).b, ($1).a)::pair';
create function moods() returns setof mood language sql as 'select null::mood';
create function of_many(mood[]) returns integer language sql as 'select 1';
create function untouched() returns integer language sql as 'select 1';
create domain good_mood as mood check (value = 'good');
create table t (id integer, mood good_mood);
create cast (pair as text) with inout;
drop type pair cascade;
drop type mood cascade;

-- case: arguments of types with names of their own
create function padded(char, bpchar, char(3)) returns bpchar language sql as 'select $1';
create function arrays(_int4, _text) returns _int8 language sql as 'select null::int8[]';
create aggregate counted("any") (sfunc = int8inc_any, stype = int8, initcond = '0');
create table t (numbers _int4, words _varchar);
drop function padded(char, char, char);
comment on aggregate counted("any") is 'How many';

-- case: views that read each other
create table t (id integer);
create view a as select id from t;
create view b as select id from a;
create or replace view a as select id from b;
drop view a cascade;

-- case: cursors and DISCARD
create table t (id integer);
begin;
declare each cursor for select id from t;
fetch next from each;
move all in each;
close each;
commit;
set search_path = pg_catalog;
discard all;
create table u (id integer);

-- case: a wrapper is dropped with its servers, their user mappings and tables
create foreign data wrapper parity_wrapper;
create foreign data wrapper other_wrapper;
create server one foreign data wrapper parity_wrapper;
create server two foreign data wrapper other_wrapper;
create server three foreign data wrapper other_wrapper;
create user mapping for public server one;
create user mapping for public server two;
create foreign table far (id integer) server one;
create foreign table near (id integer) server two;
alter foreign data wrapper parity_wrapper rename to wrapper;
drop foreign data wrapper wrapper cascade;
drop server three;

-- case: settings of functions are spelled as the server spells them
create function today() returns text language sql set datestyle to 'ISO, MDY' set TIMEZONE to 'UTC' set Work_Mem to '4MB'
  as 'select current_date::text';
alter function today() reset datestyle;

-- case: foreign data wrappers take their servers along
create foreign data wrapper nothing;
create server there foreign data wrapper nothing;
create server nothing foreign data wrapper nothing;
create user mapping for public server there;
create foreign table remote (id integer) server there;
alter foreign data wrapper nothing rename to nobody;
alter server nothing rename to elsewhere;
create foreign data wrapper other;
create server kept foreign data wrapper other;
drop foreign data wrapper nobody cascade;

-- case: another name of a schema reaches what is kept as text
create schema a;
create type a.mood as enum ('x');
create table a.t (id integer, b integer, m a.mood);
create collation a.c from "C";
create statistics a.s on id, b from a.t;
create function a.plus(integer, integer) returns integer language sql immutable as 'select 1';
create function a.cmp(a.mood, a.mood) returns integer language sql immutable as 'select 1';
create operator a.### (function = a.plus, leftarg = integer, rightarg = integer);
create aggregate a.total(integer) (sfunc = a.plus, stype = integer, initcond = '0');
create text search dictionary a.d (template = simple);
create text search configuration a.conf (copy = simple);
alter text search configuration a.conf alter mapping for word with a.d;
create operator family a.fam using btree;
create conversion a.conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create rule r as on insert to a.t do also notify x;
create publication p for table a.t;
create table a.u (name text collate a.c);
create view a.v as select name collate a.c as n from a.u;
create index on a.u (name collate a.c);
alter schema a rename to b;
alter statistics b.s set statistics 100;
alter operator b.### (integer, integer) owner to current_user;
alter default privileges in schema b grant select on tables to public;
alter schema b rename to a;

-- case: another name of a schema reaches what was made by way of the search path
create schema a;
set search_path = a, public;
create type mood as enum ('x');
create table t (id integer, b integer, m mood);
create collation c from "C";
create statistics s on id, b from t;
create function plus(integer, integer) returns integer language sql immutable as 'select 1';
create operator ### (function = plus, leftarg = integer, rightarg = integer);
create aggregate total(integer) (sfunc = plus, stype = integer, initcond = '0');
create text search dictionary d (template = simple);
create text search configuration conf (copy = simple);
alter text search configuration conf alter mapping for word with d;
create operator family fam using btree;
create conversion conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create rule r as on insert to t do also select 1;
create table u (name text collate c);
create view v as select name collate c as n from u;
create domain dd as text collate c;
alter schema a rename to b;

-- case: another name of a collation reaches the texts that name it
create schema a;
create collation a.c from "C";
create table a.u (name text);
create view v as select name collate a.c as n from a.u order by name collate a.c;
alter table a.u add check (name collate a.c < 'x');
alter collation a.c rename to d;
create schema b;
alter collation a.d set schema b;
alter schema b rename to bb;

-- case: forms of foreign data
create role o superuser; create schema s;
create foreign data wrapper w options (a 'b') ;
alter foreign data wrapper w options (set a 'c', add d 'e');
alter foreign data wrapper w owner to o;
alter foreign data wrapper w rename to ww;
create server sv type 'x' version '1' foreign data wrapper ww options (h 'l');
alter server sv version '2' options (set h 'm', add p '1');
alter server sv owner to o;
alter server sv rename to sw;
create user mapping if not exists for public server sw options (u 'x');
alter user mapping for public server sw options (set u 'y', add p 'z');
create user mapping for o server sw;
drop user mapping for o server sw;
drop user mapping if exists for o server sw;
create foreign table ft (a int options (n 'm') not null check (a > 0), b text collate "C" default 'x') server sw options (t 'u');
alter foreign table ft add column c int, drop column b, alter a set data type bigint, alter column a options (set n 'o');
alter foreign table ft alter column c set default 4, alter column c set not null;
alter foreign table ft disable trigger all;
alter foreign table ft owner to o;
alter foreign table ft options (add x 'y', drop t);
alter foreign table ft rename column c to d;
alter foreign table ft rename to gt;
alter foreign table gt set schema s;
alter foreign table if exists zz rename to z;
drop foreign table s.gt cascade;

-- case: CASCADE takes what is of a collation
create collation c (locale = 'C');
create table t (a text collate c, b text, d text);
create index t_b on t (b collate c);
create domain dom as text collate c;
create table u (x dom, y int);
create type comp as (p text collate c, q text);
create type rng as range (subtype = text, collation = c);
create table w (r rng, n int);
create view v as select a from t;
create view v2 as select d collate c as d from t;
create table chk (a text check (a collate c > 'a'), b text default ('a' collate c));
drop collation c cascade;

-- case: CASCADE takes what an access method keeps
create access method m type table handler heap_tableam_handler;
create table t (a int) using m;
create view v as select a from t;
create access method bm type index handler bthandler;
drop access method m cascade;
drop access method bm cascade;

-- case: CASCADE takes what is made of a text search template
create text search template tt (init = dsimple_init, lexize = dsimple_lexize);
create text search dictionary dd (template = tt);
create text search configuration cf (copy = simple);
alter text search configuration cf alter mapping for word with dd;
drop text search template tt cascade;

-- case: CASCADE takes the configurations of a dictionary
create text search dictionary dd (template = simple);
create text search configuration cf (copy = simple);
alter text search configuration cf alter mapping for word with dd;
create text search configuration cg (copy = simple);
drop text search dictionary dd cascade;

-- case: CASCADE takes the indexes by an operator class
create operator class oc for type int using btree as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create table t (a integer);
create index t_i on t (a oc);
drop operator class oc using btree cascade;

-- case: CASCADE takes the classes of an operator family
create operator family of1 using btree;
create operator class oc for type int using btree family of1 as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create table t (a integer);
create index t_i on t (a oc);
drop operator family of1 using btree cascade;

-- case: CASCADE takes what is on a server
create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for public server s;
create foreign table ft (a int) server s;
create view v as select a from ft;
create server s2 foreign data wrapper w;
create foreign table ft2 (a int) server s2;
drop server s cascade;
drop foreign data wrapper w cascade;

-- case: CASCADE takes what is written in a language
create language myl handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
create function f() returns int language myl as 'begin return 1; end';
create function tf() returns trigger language myl as 'begin return new; end';
create table t (a int default f());
create trigger x before insert on t for each row execute function tf();
drop language myl cascade;

-- case: CASCADE takes the views over an aggregate
create aggregate agg(int) (sfunc = int4pl, stype = int);
create table u (a int);
create view va as select agg(a) from u;
create materialized view vb as select agg(a) from u;
drop aggregate agg(int) cascade;

-- case: CASCADE takes the defaults of a sequence
create sequence sq;
create table z (a int default nextval('sq'), b int);
create view v as select last_value from sq;
drop sequence sq cascade;

-- case: CASCADE takes what is made of the objects in a schema
create schema s;
create collation s.c (locale = 'C');
create table t (a text collate s.c, b text);
create index t_b on t (b collate s.c);
create operator class s.oc for type int using btree as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
create table u (a int);
create index u_i on u (a s.oc);
create text search configuration s.cf (copy = simple);
create text search dictionary s.dd (template = simple);
create text search configuration cf (copy = simple);
alter text search configuration cf alter mapping for word with s.dd;
create sequence s.sq;
create table z (a int default nextval('s.sq'));
create aggregate s.agg(int) (sfunc = int4pl, stype = int);
create view va as select s.agg(a) from u;
create table s.tt (a int);
create statistics st on a, b from t;
drop schema s cascade;

-- case: an aggregate and an operator class get another name
create schema s;
create aggregate s.agg(integer) (sfunc = int4pl, stype = integer);
create operator class s.oc for type integer using btree as
  operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(integer, integer);
set search_path = public, s;
create table t (a integer);
create index t_i on t (a oc);
create view v as select agg(a) as a, s.agg(a) as b from t;
reset search_path;
alter aggregate s.agg(integer) rename to "Agg";
alter schema s rename to s2;

-- case: an operator class gets another name than its family
create table t (id integer, k integer[]);
create operator class my_ops for type integer using btree as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 btint4cmp(integer, integer);
create index t_i on t (id my_ops);
alter operator class my_ops using btree rename to their_ops;
create schema app;
alter operator class their_ops using btree set schema app;
create role keeper;
alter operator class app.their_ops using btree owner to keeper;

-- case: user mappings of the role that runs the migrations
create role mapper superuser;
create foreign data wrapper w;
create server s foreign data wrapper w;
create server s2 foreign data wrapper w;
create user mapping for current_user server s options (u 'me');
alter user mapping for user server s options (set u 'you');
create user mapping if not exists for session_user server s2;
create user mapping for public server s;
set role mapper;
create user mapping for current_user server s;
reset role;
