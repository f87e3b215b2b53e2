create table parent (id bigint primary key, code text unique);
create table t (id bigint primary key, a int, b text);
create index t_a_idx on t (a);
create table dt (id int, d text);
create domain cdom as text check (value <> '');
create domain dom as text;
create table uses (id int, d dom);
create materialized view mv as select id from t;
create unique index mv_u on mv (id);
create index mv_i on mv (id);
create view vw as select id, a from t;
create view above as select id from vw;
create sequence sq as int;
create type en as enum ('x', 'y');
create function touch () returns trigger language plpgsql as 'begin return new; end';
create trigger touched before update on t for each row execute function touch ();
create policy pol on t using (true);
create table events (id bigint, d date not null, note text) partition by range (d);
create table events_1 partition of events for values from ('2024-01-01') to ('2025-01-01');
create index events_note on events (note);
create index events_1_x on events_1 (id);
create index events_x on only events (id);
create table logs (id bigint, d date not null, note text) partition by range (d);
create table logs_1 partition of logs for values from ('2024-01-01') to ('2025-01-01');
create table logs_default partition of logs default;
create table newlog (id bigint, d date not null, note text);
create table fitting (id bigint, d date not null, note text, check (d >= '2026-01-01' and d < '2027-01-01'));
create table base (id int);
create table heir (more text) inherits (base);
insert into t values (1, 1, 'x');
insert into parent values (1, 'one');
insert into uses values (1, 'x');
insert into events values (1, '2024-02-02', 'x');
insert into logs values (1, '2024-02-02', 'x');
insert into newlog values (1, '2026-02-02', 'x');

-- cases

create index on t (b);

create unique index on t (b);

create index if not exists t_a_idx on t (a);

create index on t ((a + 1));

create index on mv (id);

drop index t_a_idx;

drop index mv_u;

alter index t_a_idx rename to z;

alter index t_pkey rename to z;

alter index t_a_idx set (fillfactor = 70);

reindex table t;

reindex index t_a_idx;

create view z as select * from t;

create or replace view vw as select id, a, b from t;

create materialized view z as select * from t;

create table z as select * from t;

drop view above;

drop materialized view mv;

alter view vw rename to z;

refresh materialized view mv;

refresh materialized view concurrently mv;

create trigger z before insert on t for each row execute function touch ();

create constraint trigger z after insert on t for each row execute function touch ();

drop trigger touched on t;

alter trigger touched on t rename to z;

alter table t disable trigger all;

alter table t disable trigger touched;

alter table t enable trigger touched;

drop function touch () cascade;

create policy z on t using (true);

drop policy pol on t;

alter policy pol on t using (false);

alter policy pol on t rename to z;

grant select on t to public;

revoke select on t from public;

alter sequence sq as bigint;

alter sequence sq owned by t.id;

alter sequence sq restart;

drop sequence sq;

alter type en add value 'z';

alter type en rename value 'x' to 'z';

alter domain dom add check (value <> '');

alter domain dom add constraint z check (value <> '') not valid;

alter domain dom set not null;

alter domain dom drop not null;

alter domain dom set default 'x';

drop domain dom cascade;

create or replace function touch () returns trigger language plpgsql as 'begin return old; end';

insert into t values (2, 2, 'y');

insert into dt select id, b from t;

update t set a = a;

delete from t;

update base set id = 2;

select * from t;

select * from t for update;

select id from above;

with old as (delete from t returning id) select * from old;

analyze t;

cluster t using t_a_idx;

alter table events add column z int;

alter table events add column z float default random();

alter table events alter note set not null;

alter table events add check (note <> '');

alter table events alter id type int;

alter table events add constraint z foreign key (id) references parent;

-- postgres: 18
alter table events add constraint z foreign key (id) references parent not valid;

alter table events add primary key (id, d);

alter table events add unique (id, d);

alter table events alter note set default 'x';

alter table events rename column note to z;

alter table events drop column note;

alter table events rename to z;

create index on events (id);

create index on only events (id);

alter index events_x attach partition events_1_x;

drop index events_note;

create trigger z after insert on events for each row execute function touch ();

create trigger z after insert on events for each statement execute function touch ();

create trigger z after insert on events for each row execute function touch ();
drop trigger z on events;

alter table events disable trigger all;

truncate events;

drop table events;

drop table events_1;

drop table logs_1;

create table z partition of events for values from ('2025-01-01') to ('2026-01-01');

create table z partition of logs for values from ('2025-01-01') to ('2026-01-01');

create table z partition of events default;

alter table events attach partition newlog for values from ('2026-01-01') to ('2027-01-01');

alter table events attach partition fitting for values from ('2026-01-01') to ('2026-07-01');

alter table logs attach partition newlog for values from ('2026-01-01') to ('2027-01-01');

alter table events attach partition newlog default;

alter table events detach partition events_1;

alter table logs detach partition logs_1;

alter table t add column log_id bigint, add foreign key (id) references parent;

create table kept (id bigint references parent);

do $$ begin alter table t add column z int; create index on t (z); end $$;
