-- case: comments on every kind of object
create schema app;
comment on schema app is 'The application''s own';
comment on schema public is 'Nobody\s';
create type app.status as enum ('new', 'done');
comment on type app.status is 'Where an order stands';
create type app.pair as (a integer, "B" text);
comment on type app.pair is 'Two';
comment on column app.pair."B" is 'The second';
alter type app.pair alter attribute "B" type varchar(20);
create domain app.amount as numeric constraint positive check (value > 0);
comment on domain app.amount is 'Money';
comment on constraint positive on domain app.amount is 'No debts';
create table app.orders (
  id integer constraint orders_key primary key,
  status app.status,
  amount app.amount constraint small check (amount < 1000),
  parent integer constraint orders_parent references app.orders
);
comment on table app.orders is 'Orders';
comment on column app.orders.status is 'Its status';
comment on constraint orders_key on app.orders is 'The key';
comment on index app.orders_key is 'The index of the key';
comment on constraint small on app.orders is 'Small orders alone';
comment on constraint orders_parent on app.orders is 'What it came from';
create index orders_status on app.orders (status);
comment on index app.orders_status is 'For the queue';
create sequence app.numbers;
comment on sequence app.numbers is 'Numbers';
create view app.open as select id, status from app.orders;
comment on view app.open is 'Open ones';
comment on column app.open.id is 'Which';
comment on column app.open.status is 'How far';
create materialized view app.counts as select status, count(*) from app.orders group by status;
comment on materialized view app.counts is 'How many';
comment on column app.counts.count is 'Rows';
create function app.touch() returns trigger language plpgsql as 'begin return new; end';
comment on function app.touch() is 'Does nothing';
create function app.add(integer, integer) returns integer language sql as 'select $1 + $2';
comment on function app.add is 'A sum';
create procedure app.nothing() language sql as '';
comment on procedure app.nothing() is 'Nothing at all';
create trigger touched before update on app.orders for each row execute function app.touch();
comment on trigger touched on app.orders is 'On each change';
create policy everyone on app.orders using (true);
comment on policy everyone on app.orders is 'For all';

-- case: comments that are replaced and taken away
create table t (a integer, b integer);
comment on table t is 'first';
comment on table t is 'second';
comment on column t.a is 'first';
comment on column t.a is null;
comment on column t.b is 'b';
comment on column t.b is '';

-- case: comments follow what they describe
create table t (id integer primary key, a integer, b text, constraint positive check (a > 0));
comment on table t is 'Of t';
comment on column t.a is 'Of a';
comment on column t.b is 'Of b';
comment on constraint positive on t is 'Of positive';
comment on constraint t_pkey on t is 'Of the key';
comment on index t_pkey is 'Of its index';
alter table t rename column a to c;
alter table t alter column b type varchar(10);
alter table t rename constraint positive to above;
alter table t rename constraint t_pkey to t_key;
alter table t rename to u;
create schema app;
alter table u set schema app;
create view v as select id, c from app.u;
comment on view v is 'Of v';
comment on column v.c is 'Of c';
create or replace view v as select id, c, b from app.u;
alter view v rename column c to d;
create function f() returns trigger language plpgsql as 'begin return new; end';
comment on function f() is 'Of f';
create or replace function f() returns trigger language plpgsql as 'begin return null; end';
alter function f() rename to g;
create trigger w before insert on app.u for each row execute function g();
comment on trigger w on app.u is 'Of w';
alter trigger w on app.u rename to x;
create policy p on app.u;
comment on policy p on app.u is 'Of p';
alter policy p on app.u rename to q;
alter schema app rename to web;

-- case: a trigger that is replaced keeps its comment
create table t (id integer);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger w before insert on t for each row execute function f();
comment on trigger w on t is 'Of w';
create or replace trigger w before update on t for each row execute function f();

-- case: comments go with what they describe
create table t (id integer primary key, a integer constraint positive check (a > 0));
comment on column t.a is 'Of a';
comment on constraint positive on t is 'Of positive';
alter table t drop constraint positive;
alter table t add constraint positive check (a > 1);
alter table t drop column a;
alter table t add column a integer;
create index i on t (a);
comment on index i is 'Of i';
drop index i;
create index i on t (a);

-- case: children have no comments of their parents
create table p (id integer, a integer constraint positive check (a > 0), primary key (id)) partition by range (id);
comment on table p is 'Of p';
comment on column p.a is 'Of a';
comment on constraint positive on p is 'Of positive';
comment on constraint p_pkey on p is 'Of the key';
comment on index p_pkey is 'Of the index';
create table p1 partition of p for values from (0) to (10);
create table p2 (id integer not null, a integer constraint positive check (a > 0));
comment on column p2.a is 'Its own';
alter table p attach partition p2 for values from (10) to (20);
create table q (a integer constraint above check (a > 0));
comment on column q.a is 'Of q';
comment on constraint above on q is 'Of above';
create table r (b integer) inherits (q);
alter table q add column d integer;

-- case: LIKE copies comments where it is told to
create table t (
  id integer primary key,
  a integer constraint positive check (a > 0),
  b integer unique
);
create index t_a on t (a);
comment on table t is 'Of t';
comment on column t.a is 'Of a';
comment on constraint positive on t is 'Of positive';
comment on constraint t_pkey on t is 'Of the key';
comment on index t_pkey is 'Of its index';
comment on index t_a is 'Of t_a';
create table bare (like t including indexes including constraints);
create table columns (like t including comments);
create table everything (like t including all);
