-- case: keys of every kind
create table t (a integer, b text, c jsonb, d inet, e int4range, f text collate "C");
create index on t (a desc, b nulls first);
create index on t (b collate "C" text_pattern_ops desc nulls last) include (a) with (fillfactor = 70) where a > 0;
create index on t (lower(b), (a + 1), (b || f), upper(b), coalesce(b, f), (case when a > 0 then 1 end), (b::varchar));
create index on t using gin (c jsonb_path_ops) with (fastupdate = off);
create index on t using gin (c jsonb_ops, to_tsvector('simple', b));
create index on t using gist (d inet_ops, e);
create index on t using spgist (d inet_ops);
create index on t using brin (a) with (pages_per_range = 32, autosummarize);
create index on t using hash (b);
create index on t (a int4_ops, b text_ops, f, (f) collate "C");
create index on t using gist (to_tsvector('simple', b) tsvector_ops (siglen = 100));
create unique index t_unique on t (a);
create index if not exists t_unique on t (b);
create index t_named on t (a, a, b);
-- postgres: 14

-- case: everything that ALTER INDEX changes
create table t (a integer primary key, b text);
create index t_b on t (lower(b), (a + 1)) with (fillfactor = 70, deduplicate_items = off);
alter index t_b set (fillfactor = 80), reset (deduplicate_items);
alter index t_b alter column 1 set statistics 300, alter column 2 set statistics 30;
alter index t_b alter column 2 set statistics -1;
alter index t_b set tablespace pg_default;
alter index t_pkey rename to t_key;
alter index t_b rename to t_bee;
drop index t_bee;

-- case: indexes of materialized views
create materialized view totals as select 1 as a, 2 as b;
create unique index on totals (a);

-- case: a collation within brackets
create table t (id int primary key, a text, b text collate "C");
create index on t ((a collate "C"), id);
create index on t ((a));
create index on t ((a collate "C") collate "POSIX" desc);
create index on t ((lower(a) collate "C"));
create index on t ((lower(a) collate "C") text_pattern_ops) where a <> '';

-- case: a cast to the type that a column has
create table t (id int primary key, a text, b varchar(10), c numeric(5, 2));
create index on t ((a::text));
create index on t (((a)::text) text_pattern_ops, (b::varchar(10)), (c::numeric(5, 2)));
create index on t ((b::text), (b::varchar), (c::numeric), (c::numeric(6, 2)));

-- case: columns that an index names with their table
create schema app;
create table app.t (id integer primary key, a integer, b text, c varchar(9));
create unique index on app.t (id, a) where t.a is not null;
create index on app.t (id) where app.t.a is not null and t.b is not null;
create index on app.t ((t.b));
create index on app.t using gin ((to_tsvector('english', t.b)));
create index on app.t ((t.c collate "C"), lower(t.b), (app.t.c::varchar(9)));
alter table app.t add constraint apart exclude using btree ((t.a) with =) where (t.b is not null);
