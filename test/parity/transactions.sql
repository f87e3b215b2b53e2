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
