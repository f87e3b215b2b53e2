create table parent (id bigint primary key, code text unique);
create table t (
  id bigint primary key, a int, b text, v varchar(10), n numeric(10,2), ts timestamp, tz timestamptz, p bigint, j json,
  e char(5), nn int not null, ci cidr, tm time(3), iv interval(3), vb varbit(8), g int generated always as (1) stored,
  x xml, o int, va varchar(10)[], bi bit(8), cv varchar(10) check (cv <> ''), pv varchar(10), ev varchar(10)
);
create index t_a_idx on t (a);
create unique index t_a_uidx on t (a, id);
create unique index t_nn_uidx on t (nn);
create index t_v_idx on t (v);
create index t_ts_idx on t (ts);
create index t_ci_idx on t (ci);
create index t_pv_idx on t (id) where pv is not null;
create index t_ev_idx on t (lower(ev));
create table child (id bigint primary key, pid bigint references parent (id), pcode text references parent (code));
create table idt (id bigint not null, k bigint);
create unique index idt_u on idt (id);
create unique index idt_k on idt (k);
create unlogged table unl (id bigint primary key);
create domain dom as text;
create domain cdom as text check (value <> '');
create domain ndom as int not null;
create domain cdom2 as cdom;
create domain dated as date default current_date;
create domain numbered as float default random();
create type en as enum ('x', 'y');
create table ref (id bigint primary key);
create table refs (id bigint references ref, w bigint);
alter table refs add constraint refs_w foreign key (w) references ref not valid;
alter table refs add constraint refs_c check (w > 0) not valid;
create schema sc;
create table sc.y (id bigint references ref);
create schema empty;
create table dt (id int, d cdom, c cdom2);
create materialized view mv as select 1 as id;
create unique index mv_u on mv (id);
create view vw as select id, b from parent, lateral (select code as b) as s;
create table seen (id bigint primary key, label text);
create view seen_view as select id, label from seen;
create table ser (id bigserial primary key, ident int generated always as identity);
create sequence sq as int;
create function touch () returns trigger language plpgsql as 'begin return new; end';
create function imm (int) returns int language sql immutable as 'select $1';
create function vol (int) returns int language plpgsql as 'begin return $1; end';
create function stab () returns text language plpgsql stable as 'begin return 1; end';
create trigger touched before update on t for each row execute function touch ();
create policy pol on t using (true);
create table proven (id int, a int check (a is not null), b int check (b is not null and b > 0), c int);
alter table proven add constraint proven_c check (c is not null) not valid;
create table base (id int, c int check (c > 0));
create table heir (more text) inherits (base);
insert into parent values (1, 'one');
insert into child values (1, 1, 'one');
insert into t (id, nn, a, p) values (1, 1, 1, 1);
insert into idt values (1, 1);
insert into base values (1, 1);
insert into heir values (1, 1, 'x');
insert into proven values (1, 1, 1, 1);
insert into dt values (1, 'x', 'y');
insert into seen values (1, 'x');
insert into unl values (1);

-- cases

alter table t add column c int;

alter table t add column c int default 5;

alter table t add column c int not null default 0;

alter table t add column if not exists a int default random();

alter table t add column c timestamptz default now();

alter table t add column c timestamptz default current_timestamp;

alter table t add column c date not null default current_date;

alter table t add column c timestamptz default date_trunc('day', now());

alter table t add column c text default upper('x' || current_user);

alter table t add column c jsonb default jsonb_build_object('a', 1);

alter table t add column c timestamptz default clock_timestamp();

alter table t add column c float default random();

alter table t add column c text default md5(random()::text);

-- postgres: 13
alter table t add column c uuid default gen_random_uuid();

-- postgres: 18
alter table t add column c uuid default uuidv7();

alter table t add column c int default imm(3);

alter table t add column c int default vol(3);

alter table t add column c text default stab();

alter table t add column c int default nextval('sq');

alter table t add column c serial;

alter table t add column c int generated always as identity;

alter table t add column c int generated always as (a * 2) stored;

-- postgres: 18
alter table t add column c int generated always as (a * 2) virtual;

alter table t add column c int check (c > 0);

alter table t add column c bigint references parent;

alter table t add column c bigint default 1 references parent;

alter table t add column c int unique;

alter table idt add column c int generated always as identity primary key;

alter table t add column c dom;

alter table t add column c dom default 'x';

alter table t add column c cdom;

alter table t add column c cdom default 'x';

alter table t add column c ndom default 1;

alter table t add column c cdom2;

alter table t add column c en default 'x';

alter table t drop column b;

alter table t drop column a;

alter table child drop column pid;

alter table parent drop column code cascade;

alter table seen drop column label cascade;

alter table ser drop column id;

alter table ser drop column ident;

alter table t rename column b to c;

alter table t rename to z;

alter table seen rename to z;

alter table base add column z int;

alter table base rename column c to z;

alter table base alter c type bigint;

alter table base alter c set default 1;

alter table base alter c set not null;

alter table base add check (c < 100);

alter table base drop constraint base_c_check;

alter table base rename constraint base_c_check to z;

alter table heir alter more set not null;

alter table t alter nn type bigint;

alter table t alter id type int;

alter table ref alter id type int;

alter table child alter pid type int;

alter table child alter pcode type varchar;

alter table t alter v type varchar(20);

alter table t alter v type varchar;

alter table t alter v type text;

alter table t alter v type varchar(5);

alter table t alter v type varchar(10);

alter table t alter v type char(20);

alter table t alter b type varchar;

alter table t alter b type varchar(50);

alter table t alter b type cdom;

alter table t alter b type dom;

alter table t alter n type numeric(12,2);

alter table t alter n type numeric;

alter table t alter n type numeric(12,3);

alter table t alter n type numeric(12);

alter table t alter ts type timestamptz;

alter table t alter tz type timestamp;

alter table t alter tz type timestamptz(6);

alter table t alter tz type timestamptz(3);

alter table t alter tz type timestamptz using tz at time zone 'UTC';

alter table t alter j type jsonb;

alter table t alter e type text;

alter table t alter e type char(10);

alter table t alter e type bpchar;

alter table t alter ci type inet;

alter table t alter tm type time(6);

alter table t alter tm type time(2);

alter table t alter iv type interval(6);

alter table t alter iv type interval;

alter table t alter iv type interval(1);

alter table t alter vb type varbit(16);

alter table t alter bi type varbit;

alter table t alter bi type bit(9);

alter table t alter x type text;

alter table t alter o type oid;

alter table t alter va type varchar(20)[];

alter table t alter va type text[];

alter table t alter b type text using b;

alter table t alter b type text using b::text;

alter table t alter b type text using upper(b);

alter table t alter a type int using a * 2;

alter table t alter b type en using b::en;

alter table t alter b type text collate "C";

alter table t alter cv type varchar(20);

alter table t alter pv type varchar(20);

alter table t alter ev type varchar(20);

alter table t alter a set not null;

alter table t alter nn set not null;

alter table proven alter a set not null;

alter table proven alter b set not null;

alter table proven alter c set not null;

alter table proven alter a set not null, drop constraint proven_a_check;

-- postgres: 18
alter table t add constraint k not null a;

-- postgres: 18
alter table t add constraint k not null a not valid;

alter table t alter v type varchar(10) collate "C";

alter table ser alter ident set generated by default;

alter table only base alter c set default 1;

alter table t alter nn drop not null;

alter table t alter a set default 1;

alter table t alter a drop default;

-- postgres: 17
alter table t alter g set expression as (2);

-- postgres: 13
alter table t alter g drop expression;

alter table idt alter id add generated always as identity;

alter table ser alter ident drop identity;

alter table t alter b set storage external;

-- postgres: 14
alter table t alter b set compression pglz;

alter table t alter a set statistics 100;

alter table t alter a set (n_distinct = 5);

alter table t add constraint z check (a > 0);

alter table t add constraint z check (a > 0) not valid;

-- postgres: 18
alter table t add constraint z check (a > 0) not enforced;

alter table refs validate constraint refs_c;

alter table t validate constraint t_cv_check;

alter table t add constraint z foreign key (p) references parent;

alter table t add constraint z foreign key (p) references parent not valid;

alter table refs validate constraint refs_w;

alter table refs validate constraint refs_id_fkey;

alter table t add foreign key (p) references t (id);

alter table child drop constraint child_pid_fkey;

alter table parent drop constraint parent_pkey cascade;

alter table t drop constraint t_cv_check;

alter table child rename constraint child_pid_fkey to z;

alter table child alter constraint child_pid_fkey deferrable;

-- postgres: 18
alter table child alter constraint child_pid_fkey not enforced;

-- postgres: 18
alter table child alter constraint child_pid_fkey not enforced;
alter table child alter constraint child_pid_fkey enforced;

alter table t add unique (b);

alter table idt add unique using index idt_u;

alter table idt add primary key (id);

alter table idt add primary key (k);

alter table idt add primary key using index idt_u;

alter table idt add primary key using index idt_k;

alter table t add exclude using btree (a with =);

alter table t add column c int, add column d int default random(), alter a set not null;

create table z (id int primary key);

create table z (id bigint references parent);

create table z (like t including all);

create table if not exists t (id int);

create table z () inherits (base);

create table z as select * from t;

drop table child;

drop table parent cascade;

drop table seen cascade;

drop table ser;

drop table base cascade;

drop table if exists nowhere;

alter table unl set logged;

alter table unl set unlogged;

alter table t set (fillfactor = 70);

alter table t reset (fillfactor);

alter table t set (autovacuum_enabled = off);

alter table t replica identity full;

alter table t cluster on t_a_idx;

alter table t enable row level security;

alter table t force row level security;

alter table t owner to current_user;

alter table ser owner to pg_monitor;

alter table ser set schema empty;

drop schema sc cascade;

truncate t;

truncate parent cascade;

truncate base;

lock table t;

lock table t in share mode;

lock table base in exclusive mode;

-- postgres: 13
alter table dt add column dd dated not null;

alter table dt add column dd numbered;

-- postgres: 15
alter table t set access method heap;

alter table t set tablespace pg_default;

reindex table dt;

create function later_steps () returns bigint language sql as 'select cast(extract(epoch from now() at time zone ''utc'') * 1000000 as bigint);';
alter table seen add column later_at bigint default later_steps();

create function later_random () returns double precision language sql as 'select random()';
alter table seen add column later_at double precision default later_random();

create function later_guarded () returns bigint language sql security definer as 'select 1::bigint';
alter table seen add column later_at bigint default later_guarded();

create function later_settled () returns bigint language sql set search_path = public as 'select 1::bigint';
alter table seen add column later_at bigint default later_settled();

create function later_nested () returns bigint language sql as 'select (select 1::bigint)';
alter table seen add column later_at bigint default later_nested();

create function later_rows () returns integer language sql as 'select generate_series(1, 2)';
alter table seen add column later_at integer default later_rows();

create function later_ranked () returns bigint language sql as 'select row_number() over ()';
alter table seen add column later_at bigint default later_ranked();

create function later_summed () returns bigint language sql as 'select count(*)';
alter table seen add column later_at bigint default later_summed();

create function later_text () returns text language sql as 'select ''x'' || current_date';
alter table seen add column later_at text not null default coalesce(later_text(), 'x');

create function later_cast () returns text language sql as 'select ''x''::varchar';
alter table seen add column later_at text default later_cast();

create function later_inner () returns bigint language sql as 'select 1::bigint';
create function later_outer () returns bigint language sql as 'select later_inner() + 1';
alter table seen add column later_at bigint default later_outer();
