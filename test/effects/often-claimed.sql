create table parent (id bigint primary key, code text unique);
create table t (id bigint primary key, a int, b text, v varchar(10), n numeric(10, 2), ts timestamp, parent_id bigint);
alter table t add constraint positive check (a > 0) not valid;
create index t_v on t (v);
create unique index t_a on t (a);
create view shows as select id, b from t;
create table events (id bigint, d date not null) partition by range (d);
create table events_new (id bigint, d date not null, check (d >= '2026-01-01' and d < '2027-01-01'));
insert into parent values (1, 'one');
insert into t values (1, 1, 'x', 'x', 1.5, '2026-01-01', 1);
insert into events_new values (1, '2026-02-02');

-- cases

-- ADD FOREIGN KEY is said to stop reads. It takes ShareRowExclusiveLock on both tables.
alter table t add constraint z foreign key (parent_id) references parent;

-- A CHECK is said to let rows be read while it is tested. It takes AccessExclusiveLock.
alter table t add constraint z check (a > 0);

-- The same is said of UNIQUE, while its index is built.
alter table t add constraint z unique (b);

-- UNIQUE USING INDEX is said to let rows be read and written, and takes AccessExclusiveLock for an instant.
alter table t add constraint z unique using index t_a;

-- serial is said to write rows anew in old versions only. It does in all.
alter table t add column z serial;

-- now() as a default is said to write rows anew. It is stable, and one value does for all of them.
alter table t add column z timestamptz default now();

-- So is current_date.
alter table t add column z date default current_date;

-- And what is stable and has arguments.
alter table t add column z timestamptz default date_trunc('month', now());

-- And what is immutable.
alter table t add column z text default upper(md5('x'));

-- A stored column is another matter.
alter table t add column z int generated always as (a * 2) stored;

-- A longer varchar is said to write rows anew.
alter table t alter v type varchar(20);

-- So is text in place of it.
alter table t alter v type text;

-- And a numeric of more digits at the same scale.
alter table t alter n type numeric(20, 2);

-- Under UTC a time with its zone is the same bytes, since PostgreSQL 12.
alter table t alter ts type timestamptz;

-- Another collation is said to write rows anew. It builds the indexes.
alter table t alter v type varchar(10) collate "C";

-- RENAME COLUMN is said to cost nothing, or to break views. It stops reads for an instant, and views follow.
alter table t rename column b to z;

-- REINDEX TABLE is said to stop reads of the table. It does of its indexes: the table has ShareLock.
reindex table t;

-- ATTACH PARTITION is said to stop reads of the partitioned table.
alter table events attach partition events_new for values from ('2026-01-01') to ('2027-01-01');

-- CREATE INDEX is said to stop reads.
create index on t (b);

-- VALIDATE is said to stop writes.
alter table t validate constraint positive;
