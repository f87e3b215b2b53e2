-- case: columns, indexes and expressions of what extensions make
create schema ext;
create extension citext;
create extension hstore schema ext;
create extension if not exists hstore schema public;
create extension ltree with schema ext;
create extension earthdistance cascade;
create extension pg_trgm;
create extension btree_gist;
create extension btree_gin;
create extension "uuid-ossp";
create table places (
  id uuid primary key default uuid_generate_v4(),
  name citext not null unique,
  names citext[],
  tags ext.hstore default '',
  path ext.ltree,
  at earth,
  box cube,
  n integer,
  during int4range,
  exclude using gist (n with =, during with &&)
);
create index by_name on places using gin (name gin_trgm_ops);
create index by_path on places using gist (path);
create index by_path_too on places using gist (path ext.gist_ltree_ops);
create index by_n on places using gin (n, names);
create domain email as citext check (value like '%@%');
create function ext_of(a ext.hstore) returns citext language sql as 'select null::citext';
create table copies as select name, tags, path, at, box, name || 'x' as longer, lower(name) as low, coalesce(name, 'none') as named, cube_union(box, box) as boxes,   similarity(n::text, 'x') as near, uuid_generate_v4() as made, max(name) over () as most, name::text as plain, 'x'::email as mail,
  array_agg(name) over () as list, earth_distance(at, at) as far, nullif(name, '') as maybe, names[1] as first
from places;
create table searched as select name = 'x' as same, ext.nlevel(path) as level, ext.subpath(path, 1) as rest from places;
set search_path = public, ext;
create table found as select tags -> 'a' as a, e.*, akeys(tags) as keys, nlevel(path) as level, tags || tags as both, path || 'x' as under, path @> path as above from places, each(tags) e;

-- case: an extension gets another schema
create schema app;
create extension citext;
create extension moddatetime;
create table t (id integer, name citext, names citext[]);
create domain d as citext;
create function f(citext) returns citext language sql as 'select $1';
create trigger stamp before update on t for each row execute function moddatetime(id);
alter extension citext set schema app;
alter extension moddatetime set schema app;
alter table t add column other app.citext;
set search_path = app, public;
alter table t add column last citext;
alter extension citext update;

-- case: an extension is dropped with what rests on it
create extension citext;
create extension hstore;
create extension cube;
create extension earthdistance;
create extension pg_trgm;
create extension btree_gist;
create extension "uuid-ossp";
create extension unaccent;
create extension moddatetime;
create extension tablefunc;
create table t (
  id uuid primary key default uuid_generate_v4(),
  name citext unique,
  tags hstore,
  place earth,
  body text,
  n integer,
  during int4range,
  constraint apart exclude using gist (n with =, during with &&),
  constraint tagged check (tags is not null)
);
create index on t (n, name);
create index on t using gin (body gin_trgm_ops);
create index by_body on t using gist (body gist_trgm_ops);
create index kept on t using gist (during);
create domain d as citext;
create table u (id integer, d d);
create function f(hstore) returns integer language sql as 'select 1';
create view v as select id, name from t;
create view w as select id, n from t;
create view x as select id, unaccent(body) as plain from t;
create trigger stamp before update on t for each row execute function moddatetime(id);
drop extension citext cascade;
drop extension hstore cascade;
drop extension cube cascade;
drop extension pg_trgm cascade;
drop extension btree_gist cascade;
drop extension "uuid-ossp" cascade;
drop extension unaccent cascade;
drop extension moddatetime cascade;
drop extension tablefunc;

-- case: a wrapper of an extension's is dropped with its servers
create extension file_fdw;
create foreign data wrapper nothing;
create server files foreign data wrapper file_fdw;
create server there foreign data wrapper nothing;
create user mapping for public server files;
create foreign table remote (id integer) server files options (filename '/dev/null');
drop extension file_fdw cascade;

-- case: a schema is dropped with the extensions in it
create schema ext;
create extension citext schema ext;
create extension hstore;
create table t (id integer, name ext.citext, tags hstore);
drop schema ext cascade;

-- case: views of extensions
-- postgres: 18
create extension pg_buffercache;
create table v as select bufferid, isdirty, usagecount from pg_buffercache limit 0;

-- case: objects are given to an extension
create schema app;
create extension citext;
create table t (a serial primary key, i integer generated always as identity, b text check (b <> ''), c citext);
create index by_b on t (b);
create table kept (id integer);
create view v as select id from kept;
create rule refused as on insert to v do instead nothing;
create materialized view m as select id from kept;
create sequence s;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger stamp before update on t for each row execute function f();
create function g(integer, citext) returns integer language sql as 'select 1';
create procedure p() language sql as 'select 1';
create aggregate total (integer) (sfunc = int4pl, stype = integer);
create type mood as enum ('sad', 'happy');
create domain short as text check (length(value) < 9);
create type pair as (a integer, b integer);
create collation plain (locale = 'C');
create cast (pair as text) with inout;
create operator ## (leftarg = integer, rightarg = integer, function = int4pl);
create foreign data wrapper nothing;
create server nowhere foreign data wrapper nothing;
create foreign table elsewhere (a integer) server nowhere;
create text search configuration words (copy = simple);
create role reader;
grant select on t to reader;
alter extension citext add table t;
alter extension citext add view v;
alter extension citext add materialized view m;
alter extension citext add sequence s;
alter extension citext add function f();
alter extension citext add function g(integer, citext);
alter extension citext add procedure p();
alter extension citext add aggregate total(integer);
alter extension citext add type mood;
alter extension citext add domain short;
alter extension citext add type pair;
alter extension citext add collation plain;
alter extension citext add cast (pair as text);
alter extension citext add operator ## (integer, integer);
alter extension citext add foreign data wrapper nothing;
alter extension citext add server nowhere;
alter extension citext add foreign table elsewhere;
alter extension citext add text search configuration words;
alter extension citext add schema app;
create or replace view v as select id, 1 as one from kept;
create or replace function g(integer, citext) returns integer language sql as 'select 2';
alter function g(integer, citext) rename to h;
alter table t add column d integer;
alter view v rename to w;
comment on table t is 'given';

-- case: and are taken back
create extension citext;
create table t (a serial primary key, b text);
create index by_b on t (b);
create function f() returns integer language sql as 'select 1';
create type mood as enum ('sad', 'happy');
create collation plain (locale = 'C');
alter extension citext add table t;
alter extension citext add function f();
alter extension citext add type mood;
alter extension citext add collation plain;
alter table t add column c mood;
alter extension citext drop table t;
alter extension citext drop function f();
alter extension citext drop type mood;
alter extension citext drop collation plain;

-- case: and go with it
create schema app;
create extension citext;
create table t (a serial primary key, b text);
create table child (id integer references t);
create view v as select a from t;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger stamp before update on child for each row execute function f();
create type mood as enum ('sad', 'happy');
create table moods (mood mood, id integer);
create table app.inside (id integer);
create sequence s;
alter extension citext add table t;
alter extension citext add function f();
alter extension citext add type mood;
alter extension citext add sequence s;
alter extension citext add schema app;
drop extension citext cascade;

-- case: members without cascade
create extension citext;
create table t (a integer primary key, b text);
create view v as select a from t;
alter extension citext add table t;
alter extension citext add view v;
drop extension citext;

-- case: what calls the functions of an extension follows it to another schema
create schema app;
create extension pg_trgm;
create extension citext;
create extension "uuid-ossp";
create table t (id uuid primary key default uuid_generate_v4(), name text check (similarity(name, 'x') < 2), score real generated always as (similarity(name, 'b')) stored);
create index by_likeness on t (similarity(name, 'a'));
create view v as select similarity(name, 'b') as likeness, 'a'::citext as c, show_trgm(name) from t where similarity(name, 'c') > 0;
create materialized view m as select uuid_generate_v4() as id, public.word_similarity('a', 'b') as w;
create policy p on t using (similarity(name, 'c') > 0.5);
create function trigger_it() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before insert on t for each row when (similarity(new.name, 'z') > 0) execute function trigger_it();
create function f(t text) returns real language sql begin atomic select similarity(t, 'x'); end;
alter extension pg_trgm set schema app;
alter extension citext set schema app;
alter extension "uuid-ossp" set schema app;
create view later as select app.similarity('a', 'b') as likeness;

-- case: and goes with it
create extension pg_trgm;
create table t (id integer, name text default show_limit()::text check (similarity(name, 'x') < 2));
create view v as select public.similarity(name, 'b') as likeness from t;
create view w as select 'similarity(' as no;
drop extension pg_trgm cascade;

-- case: what goes with an extension
create extension citext;
create extension hstore;
create function kept() returns integer language sql as 'select 1';
create function gone(integer) returns integer language sql as 'select 1';
create function replaced() returns integer language sql as 'select 1';
create function twice() returns integer language sql as 'select 1';
create procedure done() language sql as 'select 1';
create function fired() returns trigger language plpgsql as 'begin return new; end';
create table t (a integer, b text);
create trigger follows before insert on t for each row execute function fired();
create trigger stays before insert on t for each row execute function fired();
create index t_a on t (a);
create index t_b on t (b);
create materialized view m as select a from t;
create index m_a on m (a);
alter function kept() depends on extension citext;
alter function kept() no depends on extension citext;
alter function gone(integer) depends on extension citext;
alter function replaced() depends on extension citext;
create or replace function replaced() returns integer language sql as 'select 2';
alter routine twice depends on extension hstore;
alter function twice depends on extension hstore;
alter procedure done() depends on extension citext;
alter trigger follows on t depends on extension citext;
alter trigger stays on t depends on extension hstore;
alter index t_a depends on extension citext;
alter index t_b depends on extension hstore;
alter materialized view m depends on extension citext;
alter function twice rename to "Twice";
drop extension citext;

-- case: what goes with an extension by CASCADE
create extension citext;
create function gone() returns integer language sql as 'select 1';
create table t (a integer default gone(), b integer);
create materialized view m as select b from t;
create view v as select b from m;
alter function gone() depends on extension citext;
alter materialized view m depends on extension citext;
drop extension citext cascade;

-- case: what calls the functions of an extension goes with it
create extension pg_trgm;
create table t (id integer primary key, name text);
create view v as select similarity(name, 'x') as s from t;
create view kept as select name as similarity from t;
create policy p on t using (similarity(name, 'a') > 0);
create policy q on t for insert with check (name = 'similarity(a, b)');
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update on t for each row when (similarity(new.name, 'a') > 0) execute function f();
create trigger kept before update on t for each row when (new.name = 'a') execute function f();
create rule r as on update to t where similarity(new.name, 'a') > 0 do also delete from t where name = 'gone';
create statistics s on similarity(name, 'a'), id from t;
drop extension pg_trgm cascade;

-- case: values that are taken for another type have its operator class
create extension btree_gist;
create extension btree_gin;
create domain short as varchar(5);
create table reserved (
  key varchar(50), code char(3), note text, brief short, during tsrange,
  exclude using gist (key with =, during with &&), exclude using gist (code with =, brief with =)
);
create index on reserved using gin (key, code, brief);
