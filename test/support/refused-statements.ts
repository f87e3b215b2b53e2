/** One of every kind of object. The second table is there for what a table of another name has. */
export const SETTING = `
  create schema app;
  create table orders (id bigint primary key, code text constraint orders_code_key unique, total integer,
    constraint total_positive check (total > 0));
  create table app.lines (id bigint primary key, order_id bigint constraint lines_order_id_fkey references orders);
  create index orders_total_idx on orders (total);
  create sequence numbers;
  create type mood as enum ('sad', 'glad');
  create domain amount as integer check (value >= 0);
  create type pair as (a integer, b integer);
  create view open_orders as select id from orders;
  create materialized view order_sums as select sum(total) as total from orders;
  create function touch() returns trigger language plpgsql as 'begin return new; end';
  create function half(integer) returns integer language sql as 'select $1 / 2';
  create trigger touched before update on orders for each row execute function touch();
  create policy everyone on orders using (true);
  create role schemalint_reader;
  create table events (id bigint) partition by list (id);
  create table first_events partition of events for values in (1);
  create trigger counted after insert on events for each row execute function touch();`

/** What every server refuses after the setting, because of what is there or is not. */
export const REFUSED = `
  create table orders (id integer);
  create table open_orders (id integer);
  create table orders_total_idx (id integer);
  create table mood (id integer);
  create table other (id integer, constraint orders_code_key unique (id));
  create table other (id integer references nowhere);
  create table other (id bigint references orders (ids));
  create table other (id bigint, foreign key (key) references orders);
  create table other (id bigint, primary key (key));
  create table other (feeling moods);
  create table other (like nowhere);
  create table other () inherits (nowhere);
  drop table nowhere;
  truncate nowhere;
  alter table nowhere add column a integer;
  alter table app.nowhere add column a integer;
  alter table orders add column total integer;
  alter table orders add column note moods;
  alter table orders add column line bigint references nowhere;
  alter table orders drop column note;
  alter table orders rename column note to notes;
  alter table orders rename column code to total;
  alter table orders alter column note set default 1;
  alter table orders alter column note drop not null;
  alter table orders alter column note type text;
  alter table orders alter column code type moods;
  alter table orders alter column note set statistics 5;
  alter table orders add primary key (code);
  alter table orders add constraint total_positive check (total > 1);
  alter table orders add constraint orders_total_idx unique (total);
  alter table orders add constraint lines foreign key (total) references nowhere;
  alter table orders add unique (note);
  alter table app.lines add constraint lines_order_id_fkey foreign key (id) references orders;
  alter table orders drop constraint positive;
  alter table orders validate constraint positive;
  alter table orders rename constraint positive to negative;
  alter table orders disable trigger touch;
  comment on table nowhere is 'a';
  comment on column nowhere.a is 'a';
  comment on column orders.note is 'a';
  comment on constraint positive on orders is 'a';
  comment on constraint positive on nowhere is 'a';
  comment on trigger touch on orders is 'a';
  comment on index nowhere is 'a';
  comment on type moods is 'a';
  alter table orders rename to numbers;
  alter table nowhere rename to somewhere;
  create index orders_code_key on orders (total);
  create index on nowhere (a);
  create index on orders (note);
  drop index orders_note_idx;
  create sequence numbers;
  drop sequence counters;
  create type mood as enum ();
  create type orders as enum ();
  create type pair as (c integer);
  create type orders as (c integer);
  create type orders_total_idx as (c integer);
  create domain amount as text;
  alter type mood add value 'glad';
  alter type mood add value 'mad' after 'bad';
  alter type mood rename value 'bad' to 'mad';
  alter type mood rename value 'sad' to 'glad';
  alter type moods add value 'mad';
  alter type mood rename to amount;
  drop type moods;
  create view open_orders as select 1 as one;
  create view orders_of_nobody as select * from nobody;
  drop view closed_orders;
  drop materialized view order_counts;
  refresh materialized view order_counts;
  create function half(integer) returns integer language sql as 'select 0';
  drop function quarter(integer);
  create trigger touched before insert on orders for each row execute function touch();
  create trigger changed before insert on orders for each row execute function change();
  create trigger changed before insert on nowhere for each row execute function touch();
  drop trigger changed on orders;
  create policy everyone on orders using (false);
  create policy everyone on nowhere using (false);
  alter policy nobody on orders using (false);
  drop policy nobody on orders;
  create role schemalint_reader;
  create schema app;
  drop schema apps;
  create extension plpgsql;
  grant select on nowhere to schemalint_reader;
  insert into nowhere values (1);
  delete from nowhere;
  select * from nowhere`

/** What looks like it, and is taken. */
export const TAKEN = `
  create table if not exists orders (id text);
  create table app.orders (id integer);
  create table other (id bigint references orders (id), mood mood, pair pair, moods mood[], row orders, amount app.lines);
  create table other (id bigint, parent bigint, primary key (id), foreign key (parent) references other);
  create table other (like orders, foreign key (total) references other (total), unique (total));
  create temporary table orders (id integer);
  drop table if exists nowhere;
  drop table orders cascade;
  drop table events, first_events;
  alter table first_events disable trigger counted;
  create temporary table nodes (id integer primary key, parent integer references nodes);
  alter table if exists nowhere add column a integer;
  alter table orders add column if not exists total integer;
  alter table orders add column note text, add constraint noted check (note <> ''), add unique (note);
  alter table orders drop column code, add column code bigint;
  alter table orders drop column if exists note;
  alter table orders drop constraint if exists positive;
  alter table orders drop constraint total_positive, add constraint total_positive check (total > 1);
  alter table app.lines add constraint total_positive check (id > 0);
  alter table orders add foreign key (total) references orders (id);
  create index if not exists orders_code_key on orders (total);
  create index on orders (lower(code)) include (total);
  create index orders_total_idx on app.lines (id);
  drop index if exists orders_note_idx;
  create type orders_total_idx as enum ();
  alter type mood add value if not exists 'glad';
  create or replace view open_orders as select id from orders;
  create or replace function half(integer) returns integer language sql as 'select 0';
  create function half(bigint) returns bigint language sql as 'select $1 / 2';
  create or replace trigger touched before insert on orders for each row execute function touch();
  create trigger touched before insert on app.lines for each row execute function touch();
  create trigger searched before update on orders for each row execute function suppress_redundant_updates_trigger();
  drop trigger if exists changed on orders;
  drop trigger if exists changed on nowhere;
  drop policy if exists nobody on orders;
  create schema if not exists app;
  create extension if not exists plpgsql;
  drop sequence if exists counters;
  drop type if exists moods;
  drop view if exists closed_orders;
  drop function if exists quarter(integer);
  with nowhere as (select 1 as one) select * from nowhere;
  insert into orders select n from generate_series(1, 3) n;
  select * from pg_class, information_schema.tables`

/** The statements of such a text. */
export function listOf(text: string): readonly string[] {
  return text.split(/;\n/).map((each) => each.trim())
}
