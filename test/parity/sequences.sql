-- case: options of sequences
create sequence plain;
create sequence small as smallint increment by 5 start 10 minvalue 5 maxvalue 50 cache 3 cycle;
create sequence down increment -1;
create sequence down_from as integer increment by -2 start with -5 no maxvalue minvalue -50;
create temporary sequence gone;
create sequence changed as integer;
alter sequence changed as bigint increment by 10 restart with 5;
create sequence shrunk maxvalue 1000;
alter sequence shrunk as smallint no minvalue start 3 no cycle;
create sequence widened as smallint;
alter sequence widened maxvalue 30000;
alter sequence widened as integer;
create sequence grown as smallint;
alter sequence grown as integer;
create sequence limits as smallint minvalue -32768;
alter sequence limits as integer;
alter sequence if exists missing increment 2;
alter sequence down_from increment 3 minvalue -100 maxvalue 100;

-- case: whose sequences are
create table t (a integer, b serial);
create sequence own owned by t.a;
create sequence freed owned by t.a;
alter sequence freed owned by none;
alter sequence t_b_seq owned by t.a;
alter table t alter b drop default;
create sequence dropped owned by t.b;
alter table t drop column b;
alter table t rename a to aa;
alter table t rename to u;

-- case: sequences that are unlogged
create unlogged sequence quick;
create unlogged table fast (id serial, n integer generated always as identity);
create table slow (id serial);
alter sequence quick set logged;
alter table slow set unlogged;
alter table fast set logged;
-- postgres: 15

-- case: sequences have owners
create role keeper;
grant create on schema public to keeper;
create table t (id serial, n integer);
create sequence a;
create sequence b owned by t.n;
create sequence c;
alter sequence a owner to keeper;
alter sequence c owner to keeper;
set role keeper;
create sequence d;
create sequence e;
reset role;
alter sequence e owner to current_user;
alter table t owner to keeper;
alter sequence b owned by none;
alter table c owner to current_user;
grant usage on sequence d to keeper;
-- file: 002.sql
alter role keeper rename to warden;
reassign owned by warden to current_user;

-- case: no identity is dropped of a column that is serial
create table t (id serial primary key, a text);
alter table t alter column id drop identity if exists;
alter table t drop constraint t_pkey;
alter table t alter column id drop default, alter column id type text using a;
create sequence counted owned by t.a;
alter table t alter column a drop identity if exists;
