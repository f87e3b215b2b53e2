-- case: privileges on every kind of object
create role reader;
create role writer nologin;
create schema app;
create table app.t (id integer, secret text);
create view app.v as select id from app.t;
create sequence app.s;
create type app.status as enum ('new');
create domain app.label as text;
create type app.pair as (a integer);
create function app.f(integer) returns integer language sql as 'select 1';
create procedure app.p() language sql as '';
create foreign data wrapper nothing;
create server there foreign data wrapper nothing;
grant usage on schema app to reader, writer;
grant create on schema app to writer with grant option;
grant select, insert on app.t to reader;
grant update (id), select (id, secret) on app.t to writer;
grant all (secret) on app.t to reader;
grant select on app.v to public;
grant usage, select on sequence app.s to reader;
grant all on sequence app.s to writer;
grant usage on type app.status, app.pair to reader;
grant usage on domain app.label to reader with grant option;
grant execute on function app.f(integer) to reader;
grant execute on procedure app.p() to reader;
grant execute on routine app.p() to writer;
grant usage on foreign data wrapper nothing to reader with grant option;
grant usage on foreign server there to reader, writer;
grant all on foreign server there to public;
grant usage on language plpgsql to reader;
grant all privileges on language sql to writer;
revoke usage on foreign server there from writer;
revoke grant option for usage on foreign data wrapper nothing from reader;
revoke insert on app.t from reader;
revoke usage on language sql from writer;
alter server there rename to elsewhere;
create server gone foreign data wrapper nothing;
grant usage on foreign server gone to reader;
drop server gone;
alter foreign data wrapper nothing rename to nobody;
grant select on app.t to reader granted by current_user;
grant connect, temp on database postgres to reader;
select lo_create(4711);
grant select on large object 4711 to reader;
select lo_unlink(4711);

-- case: privileges on all that is in a schema
create role reader;
create schema app;
create table app.t (id integer);
create materialized view app.m as select id from app.t;
create table app.parts (id integer) partition by range (id);
create sequence app.s;
create function app.f(integer) returns integer language sql as 'select 1';
create procedure app.p() language sql as '';
create function app.w() returns trigger language plpgsql as 'begin return new; end';
grant select, update on all tables in schema app to reader with grant option;
grant usage on all sequences in schema app to reader;
grant execute on all functions in schema app to reader;
revoke execute on all functions in schema app from reader;
grant execute on all procedures in schema app to reader;
revoke all on all tables in schema app from reader;
grant select on all tables in schema app to public;

-- case: privileges on all routines in a schema
create role reader;
create schema app;
create function app.f(integer) returns integer language sql as 'select 1';
create procedure app.p() language sql as '';
grant execute on all routines in schema app to reader;
revoke execute on all procedures in schema app from reader;

-- case: default privileges of every kind
create role reader;
create role maker;
grant maker to current_user;
create schema app;
alter default privileges grant select on tables to reader;
alter default privileges in schema app grant insert, update on tables to reader with grant option;
alter default privileges in schema app grant usage on sequences to reader;
alter default privileges grant execute on functions to reader;
alter default privileges grant execute on routines to maker;
alter default privileges in schema app grant usage on types to reader;
alter default privileges grant usage on schemas to reader;
alter default privileges for role maker grant all on tables to reader;
alter default privileges for role maker in schema app grant select on tables to reader;
create schema later;
create table app.t (id integer);
create view app.v as select id from app.t;
create table later.t (id serial);
create sequence app.s;
create function app.f() returns integer language sql as 'select 1';
create procedure app.p() language sql as '';
create type app.status as enum ('new');
create domain app.label as text;
alter default privileges in schema app revoke update on tables from reader;
alter default privileges in schema app revoke grant option for insert on tables from reader;
create table app.u (id integer);
alter default privileges revoke select on tables from reader;
create table app.w (id integer);

-- case: default privileges on the sequences that columns bring along
create role reader;
create schema app;
alter default privileges grant select on sequences to reader;
alter default privileges in schema app grant usage on sequences to reader with grant option;
create table app.t (id serial, number bigint generated always as identity);
create table bare ();
alter table bare add column id bigserial, add column number integer generated by default as identity;
create table copied (like app.t including identity);
alter default privileges revoke select on sequences from reader;
create table later (id serial);

-- case: memberships of roles
create role readers;
create role writers;
create role chief;
create role anna login in role readers, writers;
create role bert role anna admin chief;
create group team user anna;
grant readers to bert, chief;
grant writers to chief with admin option;
revoke readers from bert;
revoke admin option for writers from chief;
alter group team add user bert;
alter group team drop user anna;

-- case: memberships with options
-- postgres: 16
create role readers;
create role writers;
create role quiet noinherit;
create role chief;
grant readers to quiet;
grant writers to quiet with inherit true;
grant readers to chief with inherit false, set false;
grant writers to chief with admin true, inherit true, set true;
grant writers to chief with set false;
revoke inherit option for writers from chief;
revoke admin option for writers from chief;
revoke set option for readers from quiet;
create role team in role readers admin chief;

-- case: attributes of roles
create role plain;
create role full_one superuser createdb createrole inherit login replication bypassrls connection limit 3 password 'x' valid until '2030-01-01';
create user quiet noinherit;
create role forever valid until 'infinity' connection limit 0;
alter role plain createdb connection limit 5;
alter role full_one nosuperuser nocreatedb connection limit -1 valid until 'infinity';
alter user quiet inherit;
alter role plain noinherit valid until '2031-05-06 07:08:09+00';
alter role plain rename to plainer;
alter role plainer set search_path = app, "Other", public;
alter role plainer set statement_timeout to '5s';
alter role plainer set lock_timeout = 1000;
alter role plainer set work_mem to default;
alter role plainer reset lock_timeout;
alter role quiet set enable_seqscan = off;
alter role quiet reset all;
alter role forever set role to plainer;
alter role plainer set "my.setting" = 'a b';
create role gone;
drop role gone;
drop role if exists missing;

-- case: what roles own is handed over
create role old_owner;
create role new_owner;
create role reader;
grant old_owner, new_owner to current_user;
create schema app;
grant create on schema app, public to old_owner, new_owner;
create table app.t (id serial);
create view app.v as select id from app.t;
create materialized view app.m as select id from app.t;
create function app.f() returns integer language sql as 'select 1';
create type app.status as enum ('new');
create domain app.label as text;

create schema theirs;
alter table app.t owner to old_owner;
alter view app.v owner to old_owner;
alter materialized view app.m owner to old_owner;
alter function app.f() owner to old_owner;
alter type app.status owner to old_owner;
alter domain app.label owner to old_owner;
alter schema theirs owner to old_owner;
grant select on app.t to reader;
reassign owned by old_owner to new_owner;

-- case: what roles own is dropped
create role leaver;
create role reader;
grant leaver to current_user;
create schema app;
grant create on schema app, public to leaver;
create table app.t (id integer primary key);
create view app.v as select id from app.t;
create table app.kept (id integer, status text);
create function app.f() returns integer language sql as 'select 1';
create type app.status as enum ('new');
create schema theirs;
alter table app.t owner to leaver;
alter view app.v owner to leaver;
alter function app.f() owner to leaver;
alter type app.status owner to leaver;
alter schema theirs owner to leaver;
grant select on app.kept to leaver;
grant update (status) on app.kept to leaver;
alter default privileges grant select on tables to leaver;
drop owned by leaver;

-- case: settings and privileges of the database that the migrations run in
create schema app;
create role reader;
create role writer;
do $$ begin
  execute format('alter database %I set search_path to app, "$user", public', current_database());
  execute 'alter database ' || quote_ident(current_database()) || ' set timezone to ''Europe/Berlin''';
  execute 'alter database ' || current_database() || ' set app.mode = ''it''''s 100%''';
  execute format('alter role reader in database %I set statement_timeout = %L', current_database(), '5s');
  execute format('alter role writer in database %I set work_mem = ''8MB''', current_catalog);
  execute format('alter role all in database %I set lock_timeout = ''1s''', current_database());
  execute format('grant create, connect on database %I to reader with grant option', current_database());
  execute format('revoke connect, temp on database %I from public', current_database());
end $$;
do $$ declare db name := current_database(); begin
  execute format('comment on database %I is ''mine''', db);
  execute format('alter database %I reset timezone', db);
  execute format('revoke connect on database %I from reader', db);
  execute format('grant temp on database %I to writer', db);
end $$;
alter role writer rename to author;
create table public_still (id integer);
-- file: 002.sql
create table found_in_app (id integer);
set search_path = public;
create table a (id integer);
-- file: 003.sql
drop owned by reader;
drop role reader;
do $$ begin
  execute format('alter database %I reset all', current_database());
end $$;
create table c (id integer);
-- file: 004.sql
create table d (id integer);

-- case: other databases
create role r;
alter database other_one set search_path = app;
alter role r in database other_one set search_path = app;
alter database other_one rename to another;
drop database if exists nowhere;
create database elsewhere;
alter database elsewhere connection limit 4;
create table t (id integer);
-- file: 002.sql
create table u (id integer);

-- case: privileges on what is the server's own
create role schemalint_watcher;
create table t (id integer);
grant select on pg_catalog.pg_statistic, t to schemalint_watcher;
grant execute on function pg_catalog.pg_ls_dir(text) to schemalint_watcher;

-- case: what PUBLIC has by default is withheld
create role reader;
create schema app;
create function f() returns integer language sql as 'select 1';
create function g(integer, text) returns integer language sql as 'select 1';
create procedure p() language sql as 'select 1';
create type mood as enum ('sad');
create type pair as (a integer);
create domain d as integer;
revoke execute on function f() from public;
revoke all on function g(integer, text) from public;
grant execute on function g(integer, text) to reader;
revoke all on procedure p() from public, reader;
revoke usage on type mood from public;
revoke all on type pair from public;
grant usage on type pair to public;
revoke all on domain d from public cascade;
revoke usage on language plpgsql from public;
create or replace function f() returns integer language sql as 'select 2';
alter function f() rename to ff;
alter function ff() set schema app;
alter type mood rename to feeling;
alter default privileges revoke execute on functions from public;
alter default privileges for role reader revoke usage on types from public;
alter default privileges in schema app revoke execute on functions from public;
create function j2() returns integer language sql as 'select 1';
create function h() returns integer language sql as 'select 1';
create function app.i() returns integer language sql as 'select 1';
set role reader;
reset role;
create type free as enum ('x');
revoke execute on all functions in schema app from public;
grant execute on function app.i() to public;
grant execute on function j2() to reader with grant option;
alter function j2() rename to j3;
drop function h();
-- file: 002.sql
alter default privileges grant execute on functions to public;
create function j() returns integer language sql as 'select 1';
grant usage on language plpgsql to public;

-- case: policies for the role that runs the migrations
create table t (x integer, y integer);
create policy q on t for insert to current_user, session_user with check (x > 0);
create policy r on t for select to current_role using (x > 0);

-- case: what is granted goes with what it is granted on
create role reader;
create sequence s;
create type mood as enum ('low', 'high');
create domain amount as integer;
create type pair as (a integer, b integer);
create table t (a serial, b integer generated always as identity, c integer);
create table gone (a serial) partition by hash (a);
create table kept (a serial, b mood);
grant usage on all sequences in schema public to reader;
grant usage on type mood, pair to reader;
grant usage on domain amount to reader;
-- file: 002.sql
drop sequence s;
drop type pair;
drop domain amount;
drop type mood cascade;
drop table gone;
alter table t drop column a;
alter table t alter column b drop identity;

-- case: privileges that others than the owner give and take
create role a;
create role b;
create role c;
create table t (i integer, j integer);
grant select on t to a with grant option;
set role a;
grant select on t to b with grant option;
set role b;
grant select on t to c;
reset role;
revoke grant option for select on t from a cascade;
create table u (i integer);
grant select on u to a with grant option;
grant select on u to c;
set role a;
grant select on u to c;
reset role;
revoke select on u from c;
create table v (i integer);
grant select, insert on v to a with grant option;
set role a;
grant select, insert on v to b;
reset role;
revoke select on v from a cascade;
create table w (i integer);
grant all on w to a with grant option;
set role a;
grant update on w to b with grant option;
grant update on w to c;
revoke update on w from c;
reset role;
grant update on w to b;
create function f() returns integer language sql as 'select 1';
grant execute on function f() to a with grant option;
set role a;
grant execute on function f() to b;
reset role;
-- file: 002.sql
alter role a rename to d;
revoke update on w from b;

-- case: default privileges on large objects
-- postgres: 18
create role parity_reader;
alter default privileges grant select on large objects to parity_reader with grant option;
alter default privileges grant all on large objects to parity_reader;
alter default privileges revoke update on large objects from parity_reader;

-- case: privileges that a role may not pass on
create role giver;
create role taker;
create schema app;
grant usage on schema app to giver;
create table app.t (id integer, secret text);
create table app.own (id integer);
create sequence app.s;
create function app.f() returns integer language sql as 'select 1';
create type app.kind as enum ('a');
alter table app.own owner to giver;
grant select, insert on app.t to giver;
grant update on app.t to giver with grant option;
grant delete on app.t to taker;
grant usage on sequence app.s to giver;
set role giver;
grant select on app.t to taker;
grant insert, update on app.t to taker;
grant select (id) on app.t to taker;
grant all on app.t to public;
grant all on app.own to taker with grant option;
grant usage on sequence app.s to taker;
grant execute on function app.f() to taker;
grant usage on type app.kind to taker;
grant usage on schema app to taker;
revoke delete on app.t from taker;
revoke execute on function app.f() from public;
reset role;

-- case: privileges that a role passes on for another one
create role holder;
create role giver;
create role apart noinherit;
create role chief superuser;
create role taker;
create role second;
grant holder to giver, apart;
create table t (id integer, secret text);
create table theirs (id integer);
create table left_alone (id integer);
alter table theirs owner to holder;
grant select, update on t to holder with grant option;
grant insert on t to giver with grant option;
grant delete on t to apart with grant option;
grant insert on left_alone to apart;
set role giver;
grant select, update on t to taker;
grant select, insert on t to second;
grant insert on t to second;
grant select on theirs to taker;
set role apart;
grant delete on t to taker;
grant insert on left_alone to taker;
set role chief;
grant trigger, truncate on theirs to second;
revoke insert on t from giver cascade;
set role holder;
revoke update on t from taker;
revoke trigger on theirs from second;
reset role;
revoke select on t from taker;

-- case: privileges on columns that a role may pass on
create role giver;
create role taker;
create table t (id integer, secret text, note text);
grant select (id, note), update (id) on t to giver with grant option;
grant select (secret) on t to giver;
grant select (id, secret) on t to taker;
set role giver;
grant select (id, secret), update (id, note) on t to taker;
revoke select (secret) on t from taker;
reset role;
revoke grant option for select on t from giver cascade;
set role giver;
grant select (note) on t to taker;

-- case: REASSIGN OWNED of every kind
create role old;
create role new_one;
create schema app;
grant create on schema public, app to old;
set role old;
create table t (id serial primary key, v text);
create sequence s;
create view w as select 1 as one;
create materialized view m as select 1 as one;
create function f() returns integer language sql as 'select 1';
create procedure pr() language sql as '';
create aggregate agg(integer) (sfunc = int4pl, stype = integer);
create type e as enum ('a');
create domain d as text;
create type comp as (a integer);
create statistics st on id, v from t;
create collation co from "C";
create text search configuration tc (copy = simple);
create text search dictionary td (template = simple);
create conversion cv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
reset role;
create schema mine authorization old;
create operator === (leftarg = integer, rightarg = integer, function = int4eq);
alter operator === (integer, integer) owner to old;
create operator family fam using btree;
alter operator family fam using btree owner to old;
create foreign data wrapper nothing;
create server sv foreign data wrapper nothing;
alter server sv owner to old;
create publication pub for table t;
alter default privileges for role old grant select on tables to new_one;
grant select on t to new_one;
grant usage on schema mine to new_one;
grant usage on foreign server sv to new_one;
create policy pol on t to old using (true);
reassign owned by old to new_one;

-- case: DROP OWNED takes a role out of policies
create role old;
create role new_one;
grant create on schema public to old;
create table kept (id integer);
grant select, insert on kept to old;
grant select (id) on kept to old;
create policy pol on kept to old using (true);
create policy pol2 on kept to old, new_one using (true);
set role old;
create table t (id serial primary key, v text);
create function f() returns integer language sql as 'select 1';
reset role;
alter default privileges for role old grant select on tables to new_one;
alter default privileges grant select on tables to old;
drop owned by old;

-- case: sequences named as if they were tables
create role parity_reader;
create table t (id integer primary key);
create sequence s;
create sequence of_all;
grant usage on s to parity_reader;
grant select, insert on t, of_all to parity_reader;
grant all on table of_all to public;
revoke select on s, of_all from parity_reader;

-- case: aggregates are granted as functions
create role parity_reader;
create schema app;
alter default privileges revoke execute on functions from public;
alter default privileges in schema app grant execute on functions to parity_reader;
create aggregate sum_up(integer) (sfunc = int4pl, stype = integer);
create aggregate app.sum_up(integer) (sfunc = int4pl, stype = integer);
create aggregate app.short_lived(integer) (sfunc = int4pl, stype = integer);
grant execute on function sum_up(integer), app.short_lived(integer) to parity_reader;
drop aggregate app.short_lived(integer);
alter aggregate app.sum_up(integer) rename to total;
alter aggregate app.total(integer) set schema public;
create aggregate app.counted(*) (sfunc = int8inc, stype = bigint, initcond = '0');
grant all on all functions in schema app to public;
alter schema app rename to application;
