-- case: rows that the transaction itself made are looked up again in tables that it holds
-- transaction: per-migration
create table owner (id bigint primary key);
create table plan (id bigint primary key);
create table organisation (id bigint primary key, owner_id bigint not null references owner);
insert into owner values (1);
insert into plan values (1);
-- file: 002.sql
alter table owner add column note text;
alter table plan add column note text;
alter table organisation add column plan_id bigint references plan;
insert into organisation values (1, 1);
update organisation set plan_id = plan.id from plan;
do $$ begin if exists (select from owner where note = 'x') then raise exception 'no'; end if; end $$;

-- case: what one transaction held is not held in the next
-- file: 001.sql
begin;
create table t (id bigint primary key, a text, b text);
create table u (id bigint primary key, a text);
end;
-- file: 002.sql
begin;
alter table t add column c text;
alter table u add column c text;
end;
-- file: 003.sql
begin;
alter table t drop column a;
end;
-- file: 004.sql
alter table t drop column b;
alter table u drop column a;
-- file: 005.sql
begin;
alter table t drop column c;
commit;

-- case: the isolation of a transaction is set before anything is read
-- file: 001.sql
begin;
set local lock_timeout = '1s';
set transaction isolation level repeatable read;
create table t (id bigint primary key);
commit;
-- file: 002.sql
begin isolation level serializable;
set constraints all immediate;
insert into t values (1);
commit;

-- case: foreign keys of one name in two tables of a transaction
-- transaction: per-migration
create table parent (id bigint primary key);
create table first (id bigint primary key, parent_id bigint);
create table second (id bigint primary key, parent_id bigint);
-- file: 002.sql
alter table first add constraint to_parent foreign key (parent_id) references parent;
alter table second add constraint to_parent foreign key (parent_id) references parent not valid;
alter table second validate constraint to_parent;
-- case: SET LOCAL ends with its transaction
create schema app;
create schema other;
create role owner_role;
grant create, usage on schema public, app, other to owner_role;
begin;
set local search_path = app;
set local role owner_role;
create table t (id integer);
commit;
create table u (id integer);
begin;
set local search_path = app;
set search_path = other;
create table v (id integer);
commit;
create table w (id integer);
begin;
select set_config('search_path', 'app', true);
create table x (id integer);
end;
create table y (id integer);
begin;
set search_path = app;
set local search_path = public;
rollback;
create table z (id integer);
-- file: 002.sql
set local search_path = app;
create table in_app (id integer);

-- case: SET LOCAL without a transaction does nothing
-- transaction: per-statement
create schema app;
set local search_path = app;
create table t (id integer);
do $$ begin set local search_path = app; create table u (id integer); end $$;
create table v (id integer);

-- case: default_tablespace
set default_tablespace = '';
create table t (id integer primary key);
create table p (id integer primary key) partition by range (id);
create table p1 partition of p for values from (1) to (2);
set default_tablespace = pg_default;
create table t2 (id integer primary key, a integer unique);
create index on t2 (id);
create materialized view v as select 1 as a;
create table q as select 1 as b;

-- case: default_table_access_method
create access method pile type table handler heap_tableam_handler;
set default_table_access_method = pile;
create table t (id integer);
create materialized view v as select 1 as a;
create table h (id integer) using heap;
create materialized view w using heap as select 1 as a;
create table q as select 1 as b;
create table p (id integer) partition by range (id);
create table p1 partition of p for values from (1) to (2);
create foreign data wrapper nothing;
create server nowhere foreign data wrapper nothing;
create foreign table f (id integer) server nowhere;
set default_table_access_method = heap;
create table t3 (id integer);
create table p2 partition of p for values from (2) to (3);
set default_table_access_method to pile;
create table t4 (id integer);
reset all;
create table t5 (id integer);

-- case: default_table_access_method 17
-- postgres: 18
create access method pile type table handler heap_tableam_handler;
create table p (id integer) partition by range (id) using pile;
create table p1 partition of p for values from (1) to (2);
create table p2 partition of p for values from (2) to (3) using heap;
