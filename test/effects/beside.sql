create table parent (id bigint primary key, code text unique);
create table t (id bigint primary key, a int check (a > 0), b text, p bigint constraint t_p references parent);
create index t_a_idx on t (a);
create index t_e_idx on t ((a + 1));
create statistics t_known on a, id from t;
create materialized view mv as select id from t;
create unique index mv_u on mv (id);
create view vw as select id, a from t;
create sequence sq;
create type pair as (x int, y int);
create domain dom as text check (value <> '');
create table uses (id int, d dom);
create domain dom2 as dom;
create table uses2 (id int, d dom2);
alter domain dom add constraint dom_later check (length(value) < 10) not valid;
create function touch () returns trigger language plpgsql as 'begin return new; end';
create trigger touched before update on t for each row execute function touch ();
create policy pol on t using (true);
create rule kept as on delete to t do instead nothing;
create table events (id bigint, d date not null, note text) partition by range (d);
create table events_1 partition of events for values from ('2024-01-01') to ('2025-01-01');
create index events_note on events (note);
create table base (id int primary key, c int check (c > 0));
create table heir (more text) inherits (base);
create table stray (id int not null, c int check (c > 0), more text);
alter table stray add constraint base_c_check check (c > 0);
create table farther (id int not null, c int check (c > 0));
alter table farther rename constraint farther_c_check to base_c_check;
create table nearer () inherits (farther);
create table loose (id int, c int);
create table whole (id int, r text, primary key (id, r)) partition by list (r);
create table whole_a partition of whole for values in ('a');
create table whole_more partition of whole for values in ('b', 'c') partition by list (r);
create table whole_b partition of whole_more for values in ('b');
create table to_whole (id int, r text, n int, constraint to_whole_fk foreign key (id, r) references whole);
create schema other;
create table other.far (id int);
create publication pub for table parent;
insert into t values (1, 1, 'x', null);
insert into uses values (1, 'x');
insert into base values (1, 1);
insert into heir values (1, 1, 'x');
insert into heir values (2, 1, 'x');
insert into stray values (1, 1, 'x');
insert into events values (1, '2024-02-02', 'x');

-- cases

comment on table t is 'x';

comment on table t is null;

comment on column t.a is 'x';

comment on column vw.a is 'x';

comment on column mv.id is 'x';

comment on column pair.x is 'x';

comment on view vw is 'x';

comment on materialized view mv is 'x';

comment on sequence sq is 'x';

comment on index t_a_idx is 'x';

comment on index mv_u is 'x';

comment on constraint t_p on t is 'x';

comment on constraint t_pkey on t is 'x';

comment on constraint dom_later on domain dom is 'x';

comment on trigger touched on t is 'x';

comment on policy pol on t is 'x';

comment on rule kept on t is 'x';

comment on type pair is 'x';

comment on domain dom is 'x';

comment on schema public is 'x';

comment on function touch () is 'x';

comment on table events is 'x';

comment on table base is 'x';

comment on column base.c is 'x';

comment on statistics t_known is 'x';

create statistics z on a, p from t;

create statistics z on id, c from base;

create statistics if not exists t_known on a, p from t;

-- postgres: 13
alter statistics t_known set statistics 10;

alter statistics t_known rename to z;

create rule z as on delete to vw do instead nothing;

create rule z as on insert to t do also insert into parent values (new.id, 'x');

create or replace rule kept as on delete to t do instead nothing;

create rule z as on insert to base do instead nothing;

alter rule kept on t rename to z;

drop rule kept on t;

alter table t disable rule kept;

alter table t enable always rule kept;

create publication z;

create publication z for table t;

create publication z for table t, base;

create publication z for table only base;

-- postgres: 13
create publication z for table events;

-- postgres: 15
create publication z for tables in schema other;

create publication z for all tables;

alter publication pub add table t;

alter publication pub drop table parent;

-- postgres: 15
alter publication pub add tables in schema other;

alter publication pub set (publish = 'insert');

alter publication pub rename to z;

drop publication pub;

alter table farther inherit base;

alter table stray inherit base;

alter table heir no inherit base;

alter table only base alter c set not null;

alter table only base alter c set statistics 10;

alter table only base add constraint z check (c < 100) no inherit;

alter table base add constraint z check (c < 100) no inherit;

alter table base drop constraint base_pkey;

alter table only base drop constraint base_pkey;

alter table only base drop constraint base_c_check;

alter table only base rename to z;

alter table only base set (fillfactor = 70);

alter table only base alter c set storage plain;

alter table only base enable trigger all;

alter table only base owner to current_user;

alter table only events add constraint z unique (id, d);

alter table only events alter note set default 'x';

alter table only events alter note set statistics 10;

alter domain dom validate constraint dom_later;

alter domain dom drop constraint dom_later;

alter domain dom rename constraint dom_later to z;

alter domain dom rename to z;

drop table to_whole;

alter table to_whole drop column id;

alter table to_whole drop constraint to_whole_fk;

alter table to_whole add foreign key (id, r) references whole;

alter table whole drop constraint whole_pkey cascade;

drop table whole cascade;
