-- case: names that the server invents, and collisions
create table a_table_with_a_rather_long_name_that_goes_on_and_on_for_ever (
  a_column_with_a_rather_long_name_that_goes_on_and_on_for_ever integer not null unique check (a_column_with_a_rather_long_name_that_goes_on_and_on_for_ever > 0),
  a_column_with_a_rather_long_name_that_goes_on_and_on_for_good integer not null unique,
  id serial primary key
);
create table t (a integer check (a > 0) check (a < 10), b integer, check (a < b), check (a <> b), unique (a, b), unique (b, a));
create table "ünïcode täble with à lot of àccents ànd möre of thëm" ("ä" integer primary key, "ö" text unique);
create table t_a (check1 integer check (check1 > 0), constraint t_a_check2_check check (check1 < 5), check2 integer check (check2 > 0));
create table u (b integer);
alter table u add unique (b), add unique (b), add check (b > 0), add check (b > 1), add check (true);

-- case: foreign keys and checks in all forms
create table parent (a integer primary key, b integer, unique (b, a), unique (a, b) deferrable initially deferred);
create table child (
  a integer references parent deferrable initially deferred,
  b integer,
  c integer constraint to_parent references parent (a) on delete set default on update restrict not deferrable,
  constraint to_both foreign key (b, a) references parent (b, a) match full on delete cascade on update set null,
  constraint positive check (b > 0) no inherit
);
alter table child add constraint later check (c > 0) not valid, add foreign key (c) references parent not valid;
alter table child validate constraint later, validate constraint child_c_fkey;
alter table child alter constraint child_a_fkey not deferrable, alter constraint to_both deferrable initially deferred;
alter table child drop constraint positive, add constraint positive check (b > 1);
alter table child rename constraint positive to above_one;
alter table child rename b to bee;
alter table parent rename b to bee;
alter table parent drop constraint parent_a_b_key;

-- case: ON DELETE SET NULL of some columns, and NULLs that are not distinct
create table parent (a integer, b integer, primary key (a, b), unique nulls not distinct (b));
create table child (a integer, b integer, foreign key (a, b) references parent on delete set null (b));
create unique index on child (a) nulls not distinct;
alter table child rename b to bee;
-- postgres: 15

-- case: keys with indexes of their own
create table keys (
  a integer, b integer, c text, d integer,
  primary key (a) include (c, d) with (fillfactor = 70),
  unique (b) include (a) using index tablespace pg_default,
  exclude using gist (int4range(a, b) with &&, circle(point(a, b), 1) with &&) where (d > 0) deferrable,
  exclude (c with =)
);
create unique index keys_d on keys (d);
create unique index keys_b on keys (b, d);
alter table keys add constraint keys_of_d unique using index keys_d deferrable initially deferred, add unique using index keys_b;
create table later (a integer, b integer);
create unique index later_both on later (a, b);
alter table later add primary key using index later_both;
alter table keys drop constraint keys_pkey, drop constraint keys_c_excl;

-- case: a NOT NULL with a name
create table named (
  a integer constraint a_is_there not null,
  b integer not null no inherit,
  c integer,
  constraint c_is_there not null c,
  d integer primary key,
  e integer
);
-- postgres: 18
alter table named add constraint e_is_there not null e not valid;
alter table named validate constraint e_is_there;
alter table named alter a drop not null, alter b drop not null, alter a set not null;
alter table named rename constraint c_is_there to c_is_here;
alter table named drop constraint e_is_there;
alter table named rename a to aa;
create table copy (like named);
alter table copy add primary key (e), add f integer not null;

-- case: constraints that are not enforced
create table parent (id integer primary key);
create table child (id integer references parent not enforced, n integer check (n > 0) not enforced, constraint big check (n > 5) not enforced);
alter table child alter constraint child_id_fkey enforced;
create table ranges (a int4range, b int4range, unique (a, b without overlaps));
create table within (a int4range, b int4range, foreign key (a, period b) references ranges (a, period b));
-- postgres: 18

-- case: a primary key makes its columns NOT NULL
create table later (a integer, b integer not null, c integer);
alter table later add primary key (a, b);
alter table later drop constraint later_pkey;
alter table later alter a drop not null, alter c set not null;

-- case: two keys on the same columns
create table twice (a integer unique, b integer primary key);
alter table twice add constraint again unique (a), add constraint key_again unique (b);

-- case: foreign keys go with the index that they rest on
create table kept (id int, nid int);
create unique index kept_id on kept (id);
create unique index kept_id_again on kept (id);
create table keeps (id int constraint to_kept references kept (id), nid int);
create table keeps_parted (id int, nid int, constraint to_kept foreign key (id) references kept (id)) partition by list (id);
create table keeps_part partition of keeps_parted default;
drop index kept_id_again cascade;
drop index kept_id cascade;
create unique index kept_id on kept (id, nid);
alter table keeps add constraint to_kept foreign key (id, nid) references kept (id, nid);

-- case: conditions on the row as a whole
create table g (a integer, b integer, check (g is not null));
create table "Odd" (a integer, odd integer);
alter table g add constraint filled check (g.* is not null);
alter table "Odd" add constraint filled check ("Odd" is not null), add constraint other check (odd is not null);
create index g_is_null on g ((g is null)) where g is not null;
alter table g rename to renamed;
alter table renamed rename column a to first;

-- case: columns that are called as their table
create table note (id integer, note text check (note <> ''), length integer, check (length(note) < length));
create table kind (id integer);
alter table kind add column kind text default 'x' check (kind <> ''), add constraint short check (length(kind) < 9);
create index kind_first on kind ((lower(kind))) where kind <> 'y';
create view notes_seen as select note, note.id from note where note <> '-';
alter table note rename to notes;
alter table notes rename column note to body;
alter table kind rename to kinds;
alter table kinds rename column kind to called;
