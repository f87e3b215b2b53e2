-- case: branches that the catalog decides
create table t (id integer primary key, a integer, old integer);
do $$ begin
  if exists (select 1 from information_schema.columns where table_schema = 'public' and table_name = 't' and column_name = 'old') then
    alter table t rename column old to new;
  end if;
end $$;
do $$ begin
  if not exists (select from pg_tables where schemaname = 'public' and tablename = 't') then
    create table other (id integer);
  elsif exists (select from pg_constraint where conname = 't_pkey' and conrelid = 't'::regclass) then
    alter table t alter column a set default 1;
  else
    alter table t drop column a;
  end if;
end $$;
do $$ begin
  if to_regclass('public.missing') is null then
    return;
  end if;
  drop table t;
end $$;
do $$ begin
  if (select to_regclass('t') is not null) and not exists (
    select from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relname = 't' and a.attname = 'b' and a.attnum > 0 and not a.attisdropped
  ) then
    alter table t add column b text;
    alter table t alter column b set not null;
  end if;
end $$;

-- case: branches that the catalog rules out
create table t (id integer primary key, a integer not null);
create type status as enum ('new', 'done');
create domain amount as integer constraint positive check (value > 0);
do $$ begin
  if not exists (select from pg_enum e join pg_type y on y.oid = e.enumtypid where y.typname = 'status' and e.enumlabel = 'done') then
    alter table t drop column a;
  end if;
  if exists (select from pg_constraint where conname = 'negative') or exists (select from pg_indexes where indexname = 't_a') then
    alter table t drop column a;
  end if;
  if not exists (select from pg_constraint where conname = 'positive') then
    alter table t drop column a;
  end if;
  if (select convalidated from pg_constraint where conname = 't_pkey') is not true then
    alter table t drop column a;
  end if;
  if exists (select from information_schema.columns where table_name = 't' and column_name = 'a' and is_nullable = 'YES') then
    alter table t drop column a;
  end if;
end $$;

-- case: EXECUTE of what is constant
create table t (id integer primary key);
create schema app;
do $$
declare
  target constant text := 't';
  place text := 'app';
  kind text;
begin
  execute 'alter table t add column a integer';
  execute format('alter table %I add column %I text', target, 'B');
  execute format('comment on column %s.%I is %L', target, 'B', 'it''s');
  kind := 'var' || 'char(20)';
  execute 'create table ' || quote_ident(place) || '.u (id integer, a ' || kind || ')';
  execute $q$ create index on t (a); create index u_a on app.u (a) $q$;
  if place = 'app' then
    execute format('comment on table %I.%I is %L', place, 'u', 'Of u');
  end if;
  if kind <> 'text' and target in ('s', 't') then
    execute concat('alter table ', target, ' add column c ', lower('TEXT'));
  end if;
end $$;

-- case: a loop over constants
create table t (id integer primary key);
do $$
declare
  suffix text;
begin
  foreach suffix in array array['a', 'b'] loop
    execute format('alter table t add column %I text', suffix);
    if suffix = 'b' then
      alter table t add unique (b);
    end if;
  end loop;
end $$;

-- case: what is not known, where nothing that is modelled hangs on it
create table t (id integer primary key, a integer);
do $$
declare
  total bigint;
  each record;
begin
  select count(*) into total from t where a is null;
  if total > 0 then
    raise exception 'There are % without', total;
  end if;
  if exists (select from t where a is null) then
    update t set a = 0 where a is null;
  else
    insert into t values (1, 2);
  end if;
  for each in select id from t where a < 0 loop
    raise notice '%', each.id;
    delete from t where id = each.id;
  end loop;
  loop
    update t set a = 1 where id in (select id from t where a < 1 limit 100);
    exit when not found;
  end loop;
  case when total = 0 then raise notice 'none'; else perform pg_sleep(0); end case;
  alter table t alter column a set not null;
exception when others then
  raise exception 'failed: %', sqlerrm;
end $$;

-- case: handlers that ignore what is there already
do $$ begin
  create type status as enum ('new');
exception when duplicate_object then null;
end $$;
do $$ begin
  create type status as enum ('new', 'done');
exception when duplicate_object then raise notice 'there already';
end $$;

-- case: a handler that lets errors pass over what mostly has none
create table t (id integer primary key, phone varchar(15));
create view v as select id from t;
do $$ begin
  alter table t alter column phone type text;
exception when sqlstate '0A000' then raise notice 'in use';
end $$;
do $$ begin
  alter table t add column phone text;
exception when duplicate_column then null;
end $$;
comment on schema public is 'standard public schema';
do $$ begin
  if to_regclass('/* nothing */t') is not null then
    insert into t values (1, 'a');
  end if;
exception when others then null;
end $$;

-- case: functions that are called for what they do
create table users (id bigint primary key, "Updated" timestamp, name text, rank int);
create table "Orders" (id bigint primary key, "Updated" timestamp, name text);
create function touch () returns trigger language plpgsql as $$ begin new."Updated" := now(); return new; end $$;
create function keep_updated (_tbl regclass) returns void as $$
begin
  execute format('drop trigger if exists touched on %s cascade', _tbl);
  execute format('create trigger touched before update on %s for each row execute procedure touch()', _tbl);
end;
$$ language plpgsql;
create function audit (p_table text, p_suffix text default '_audit') returns boolean language plpgsql as $body$
declare
  v_name text := p_table || p_suffix;
begin
  execute format('create table %I (like %I including defaults including constraints, at timestamptz not null default now(), check (id > 0))', v_name, p_table);
  execute 'create index on ' || quote_ident(v_name) || ' (lower(name), at) where name <> ''''';
  perform keep_updated(p_table::regclass);
  perform keep_updated('users');
  return true;
end $body$;
create function noted (x int) returns int language plpgsql as $$ begin x := x + 1; return x; end $$;
select keep_updated('users');
-- file: 002.sql
select keep_updated('"Orders"');
select audit('users', '_audit');
select noted(1);
-- file: 003.sql
select 1 from audit('users'::text, '_more');
alter table users add column extra text;

-- case: variables that a query of the system catalogs fills
create table symlinks (id bigint primary key, name varchar(10));
create view shown as select 1 as one;
-- file: 002.sql
do $$
declare
  is_there boolean;
  has_view boolean;
  word text;
begin
  select exists (select * from information_schema.views where table_schema = 'public' and table_name = 'gone') into is_there;
  if is_there then
    drop view gone;
    drop table symlinks;
  else
    alter table symlinks alter column name type varchar;
  end if;
  select exists (select from pg_class where relname = 'shown') into strict has_view;
  if has_view then create index on symlinks (name); end if;
  select 'symlinks' into word;
  if not found then null; end if;
  execute format('alter table %I add column %I int', word, word || '_more');
end
$$;

-- case: loops whose turns are known
create schema app;
create table app.a (id bigint primary key, code varchar(20) unique, made numeric(10,2) default 1);
create table app.b (id bigint primary key references app.a, note text);
create table part (id bigint not null) partition by hash (id);
create type mood as enum ('low', 'high');
create table moods (is_a mood, named text[]);
-- file: 002.sql
do $$
declare
  each record;
  word text;
  words text[] := array['one', 'two'];
  listed text := '';
  pairs cursor for select tablename as named from pg_tables where schemaname = 'app' order by tablename desc;
begin
  for i in 0..3 loop
    execute format('create table part_%s partition of part for values with (modulus %s, remainder %s)', i, 4, i);
  end loop;
  for i in reverse 9..1 by 4 loop
    execute 'alter table moods add column n' || lpad((i + 1)::text, 3, '0') || ' integer';
  end loop;
  foreach word in array words loop
    continue when word = 'one';
    execute format('create table %I (id integer)', word);
  end loop;
  for each in select * from (values ('x', 'y'), ('v', 'w')) as t (first, second) loop
    if each.first = 'v' then exit; end if;
    execute format('create table %1$I (%2$I integer, %1$s integer)', each.first, each.second);
  end loop;
  for each in select tablename from pg_tables where schemaname = 'app' loop
    execute format('alter table app.%I enable row level security', each.tablename);
  end loop;
  for word in
    select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relname = 'a' and a.attnum > 0 and not a.attisdropped order by a.attnum
  loop
    listed := listed || format('%I, ', word);
  end loop;
  execute format('create view listed as select %s from app.a', rtrim(listed, ', '));
  for each in pairs loop
    execute format('comment on table app.%I is %L', each.named, upper(each.named));
  end loop;
  for each in execute 'select unnest(array[''p'', ''q'']) as name' loop
    execute format('alter table two add column %I text', each.name);
  end loop;
end $$;
-- file: 003.sql
do $$
declare
  each record;
  columns text := '';
begin
  for each in
    select conname, conrelid::regclass as of from pg_constraint where conrelid = 'app.b'::regclass and contype = 'f'
  loop
    execute format('alter table %s drop constraint %I', each.of, each.conname);
  end loop;
  for each in
    select c.relname from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
    where p.relname = 'part' and c.relkind = 'r'
  loop
    execute format('alter table %I rename to %I', each.relname, replace(each.relname, 'part_', 'piece_'));
  end loop;
  for each in
    select column_name, data_type from information_schema.columns
    where table_schema = 'app' and table_name = 'a' and data_type in ('bigint', 'numeric') and is_nullable = 'YES'
  loop
    execute format('alter table app.a alter column %I set not null', each.column_name);
  end loop;
  for each in
    select attname, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = 'moods'::regclass and attnum > 0 and not attisdropped order by attnum
  loop
    columns := columns || ', ' || quote_ident(each.attname) || ' ' || each.type;
  end loop;
  execute 'create table mood_copies (' || ltrim(columns, ', ') || ')';
  for each in select table_name from information_schema.tables where table_name like 'no\_such%' loop
    execute format('drop table %I', each.table_name);
  end loop;
end $$;

-- case: what functions of the server tell a block
create type mood as enum ('low', 'high');
create table t (id integer, old integer, kind mood, is_a integer, constraint t_of_old unique (old, id));
create view shown as select id, old from t where old > 1;
create view above as select id from shown;
-- file: 002.sql
do $$
declare
  shown text;
  above text := pg_get_viewdef('above');
  named text;
begin
  if current_setting('server_version_num')::int >= 120000 then
    alter type mood add value 'middle';
  else
    drop table t;
  end if;
  select conname into named from pg_constraint
    where conrelid = 't'::regclass and contype = 'u' and pg_get_constraintdef(oid) like 'UNIQUE (old%';
  if named is not null then
    execute format('alter table t drop constraint %I', named);
  end if;
  shown := pg_get_viewdef('public.shown'::regclass, true);
  drop view above;
  drop view shown;
  alter table t rename column old to older;
  alter table t rename column older to old;
  alter table t alter column old type bigint;
  execute format('create view shown as %s', shown);
  execute 'create view above as ' || above;
  if (select count(*) = 2 from pg_indexes where tablename = 't' and indexname in ('a', 'b')) then
    drop table t;
  end if;
  if exists (select from information_schema.columns where table_name = 't' and column_name = 'is_a' and numeric_precision = 32 and data_type = 'integer') then
    alter table t alter column is_a type bigint;
  end if;
  case when 1 + 1 = 2 then null; else null; end case;
end $$;

-- case: a block that puts another table in the place of one
create table applied (version bigint primary key);
-- file: 002.sql
do $$ begin
  if to_regclass('applied') is not null then
    alter table applied rename to applied_before;
    create table applied (line text, version bigint, primary key (line, version));
    insert into applied select 'main', version from applied_before;
    drop table applied_before;
  end if;
end $$;

-- case: functions, schemas and sequences that a block looks up
create schema app;
create table app.t (id serial primary key, a integer);
create table t (id bigint, b integer unique);
create function app.f (a integer) returns integer language sql as 'select 1';
create function app.f (a text, b bigint default 1) returns integer language sql as 'select 1';
create function app.g (a integer[], out b integer) language sql as 'select 1';
create function f () returns integer language sql as 'select 1';
-- file: 002.sql
do $$
declare
  each record;
  named text;
begin
  for each in
    select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.proname = 'f' and n.nspname = 'app'
  loop
    execute format('drop function %s', each.signature);
  end loop;
  for each in
    select n.nspname, p.proname, pg_get_function_identity_arguments(p.oid) as arguments
    from pg_catalog.pg_proc p join pg_namespace n on p.pronamespace = n.oid
    where n.nspname = 'app' and p.proname like 'g%' and p.prokind = 'f'
  loop
    execute 'drop function ' || quote_ident(each.nspname) || '.' || each.proname || '(' || each.arguments || ')';
  end loop;
  select pg_get_serial_sequence('app.t', 'id') into named;
  if named is not null then
    execute format('alter sequence %s cache 5', named);
  end if;
  if pg_get_serial_sequence('t', 'id') is not null then
    drop table t;
  end if;
  if exists (select from pg_class where relname = 't' and relnamespace = 'app'::regnamespace) then
    alter table app.t add column b integer;
  end if;
  if exists (select from pg_proc where proname = 'f' and pronamespace = 'app'::regnamespace::oid) then
    drop table app.t;
  end if;
  for each in
    select c.relnamespace::regnamespace as place, c.relname from pg_class c
    where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'public'::regnamespace)
  loop
    execute format('comment on table %s.%I is %L', each.place, each.relname, each.place);
  end loop;
  for each in
    select conname from pg_constraint where conrelid::regclass::text = 't' and connamespace = 'public'::regnamespace
  loop
    execute format('alter table t drop constraint %I', each.conname);
  end loop;
end $$;

-- case: procedures that are called for what they do
create table t (id integer primary key, a integer);
create procedure fill (given text) language plpgsql as $$
begin
  update t set a = 0 where a is null;
  execute format('alter table t add column %I integer', given);
end $$;
create procedure keep () language plpgsql as $$ begin delete from t where a < 0; end $$;
call fill('b');
call keep();
drop procedure fill;

-- case: a role that is made where it is not there yet
do $$ begin
  if exists (select from pg_catalog.pg_roles where rolname = 'parity_maker') then
    raise notice 'there already';
  else
    create role parity_maker;
  end if;
end $$;
create table t (id integer);
grant select on t to parity_maker;

-- case: a table whose namesake in another schema is made beside it
create schema app;
create table app.t (id integer primary key);
-- file: 002.sql
create table t (id integer primary key references app.t, a integer unique);

-- case: functions that make partitions and what is on them
create table part (id bigint not null, "At" timestamptz) partition by hash (id);
create index on part ("At");
create table plain (id integer);
create function stamp () returns trigger language plpgsql as $$ begin return new; end $$;
create function divide (tbl regclass, parts integer, rest text) returns void language plpgsql as $$
declare
  i integer;
begin
  i := 0;
  while i < parts loop
    execute 'create table if not exists ' || text(tbl) || '_' || text(i) || ' partition of ' || text(tbl) ||
      ' for values with ' || '( modulus ' || text(parts) || ', remainder ' || text(i) || ')' || rest || ';';
    i = i + 1;
  end loop;
end $$;
create function watch (named text, tbl regclass) returns void language plpgsql as $$
declare
  r record;
  place text := tbl::text;
begin
  for r in
    select child.relname from pg_inherits join pg_class parent on pg_inherits.inhparent = parent.oid
      join pg_class child on pg_inherits.inhrelid = child.oid
    where parent.relname = text(tbl)
  loop
    execute 'create trigger ' || named || substr(r.relname, length(text(tbl)) + 1) || ' before update on ' || r.relname ||
      ' for each row execute function stamp()';
  end loop;
  execute 'comment on table ' || place || ' is ' || quote_literal(substr('watched', 3, 2));
end $$;
-- file: 002.sql
select divide('part', 3, ' with (fillfactor = 70)');
select watch('stamped', 'part');
do $$
declare
  left_over integer := 2;
begin
  while true loop
    exit when left_over = 0;
    execute format('alter table plain add column c%s integer', left_over);
    left_over := left_over - 1;
  end loop;
end $$;

-- case: a constraint that a function finds by the column of its key
create schema app;
create table app.t (id integer primary key, named text unique, a integer unique check (a > 0));
create table app.u (named text, unique (named));
create function without_key () returns void language plpgsql as $$
declare
  found_name varchar(255);
begin
  select tc.constraint_name into found_name
  from information_schema.table_constraints as tc
    join information_schema.key_column_usage as kcu on tc.constraint_name = kcu.constraint_name
  where constraint_type = 'UNIQUE' and tc.table_name = 't' and kcu.column_name = 'named';
  execute 'alter table app.t drop constraint ' || found_name || ';';
end $$;
-- file: 002.sql
select without_key();
drop function without_key();

-- case: functions of one name, with defaults, arrays and names of arguments
create role reader;
create role writer;
create table t (id integer primary key, a integer, b text);
alter table t enable row level security;
create function upsert_policy (policy text, of text, operation text, whose text, using_text text, in_schema text default 'public')
returns void language plpgsql as $$
declare
  statement text;
begin
  if (select true from pg_policies where policyname = policy and tablename = of and schemaname = in_schema) then
    statement := 'alter policy ' || quote_ident(policy) || ' on ' || quote_ident(in_schema) || '.' || quote_ident(of) || ' to ' || quote_ident(whose);
  else
    statement := 'create policy ' || quote_ident(policy) || ' on ' || quote_ident(in_schema) || '.' || quote_ident(of) || ' for ' || operation || ' to ' || quote_ident(whose);
  end if;
  case
    when lower(operation) = 'select' or lower(operation) = 'delete' then
      execute statement || ' using (' || using_text || ')';
    when lower(operation) = 'insert' then
      execute statement || ' with check (' || using_text || ')';
    else
      raise exception 'no such operation';
  end case;
end $$;
create function upsert_policy (policy text, of text, operation text, whose text, using_text text, check_text text, in_schema text)
returns void language plpgsql as $$
begin
  case operation
    when 'update', 'all' then
      execute format('create policy %I on %I.%I for ' || operation || ' to %I %s %s', policy, in_schema, of, whose, using_text, check_text);
    else
      drop table t;
  end case;
end $$;
create function allow (operation text, of text, whose text, in_schema text default 'public') returns void language plpgsql as $$
begin
  execute format('grant %s on %I.%I to %I', operation, in_schema, of, whose);
end $$;
create function allow (operation text, of text, whose text, names text[], in_schema text default 'public') returns void language plpgsql as $$
declare
  name text;
begin
  foreach name in array names loop
    execute format('grant %s (%I) on %I.%I to %I', operation, name, in_schema, of, whose);
  end loop;
end $$;
create function add_times (of text, on_create boolean default true, on_update boolean default true) returns void language plpgsql as $$
begin
  if on_create = true then
    execute concat('alter table ', of, ' add column if not exists created_at timestamptz not null default now()');
  end if;
  if on_update then
    execute concat('alter table ', of, ' add column if not exists updated_at timestamptz; comment on column ', of, '.updated_at is ''when it was changed''');
  end if;
end $$;
create function never (of text) returns void language plpgsql strict as $$
begin
  drop table t;
end $$;
select upsert_policy('reads', 't', 'select', 'reader', 'true');
select upsert_policy('reads', 't', 'select', 'writer', 'a > 0', 'public');
-- file: 002.sql
select upsert_policy('writes', 't', 'update', 'writer', 'using (a > 0)', 'with check (a > 1)', 'public'),
  upsert_policy('inserts', 't', 'insert', 'writer', 'b is not null');
select allow('select', 't', 'reader');
select allow('update', 't', 'writer', array['a', 'b']);
select allow('insert', 't', 'writer', 'public');
do $$
begin
  perform add_times('t', on_update => false);
  perform add_times(of => 't', on_create => false);
end $$;
select never(null);

-- case: triggers that a block looks up in the information schema
create table t (id integer primary key, a integer);
create function kept () returns trigger language plpgsql as $$ begin return new; end $$;
create function times (of text) returns void language plpgsql as $$
begin
  if not exists (select * from information_schema.triggers where event_object_table = of and event_object_schema = 'public' and trigger_name = '_kept') then
    execute concat('create trigger _kept before insert or update on public.', of, ' for each row execute procedure kept()');
  end if;
end $$;
select times('t');
select times('t');
do $$ begin
  if exists (select from information_schema.triggers where trigger_name = '_kept' and event_manipulation = 'DELETE') then
    drop table t;
  end if;
end $$;

-- case: arrays that are counted and read by place
create table a (id integer primary key);
create table b (id integer primary key);
do $$
declare
  names text[] := array['a', 'b'];
  none text[] := '{}';
begin
  for i in 1 .. array_upper(names, 1) loop
    execute format('alter table %I add column n%s integer default %s', names[i], i, cardinality(names) + array_length(names, 1));
  end loop;
  if array_length(none, 1) is not null or cardinality(none) > 0 or none[1] is not null or names[3] is not null then
    drop table a;
  end if;
end $$;

-- case: functions in SQL that are called for what they do
create table t (id integer primary key, a integer);
create function prune (below integer) returns void language sql as $$
  delete from t where id < below;
  update t set a = 1
$$;
create function prepare (of text) returns void language sql as $$
  create table made (id integer);
  alter table made add column b integer;
$$;
select prune(3);
select prepare('t');
alter table made add constraint positive check (b > 0);

-- case: functions that change nothing but rows, called for each row
create table t (id integer primary key, a integer, kind text);
create function refill (whose integer) returns void language sql as $$
  update t set a = (select max(a) from t) where id = whose;
$$;
create function moved (whose integer) returns text language plpgsql as $$
declare
  found text;
begin
  select kind into found from t where id = whose;
  if found is null then
    insert into t (id, a) values (whose + 1, 1);
  end if;
  return found;
end $$;
select refill(id) from t where kind = 'new';
select moved(t.id) from t;
alter table t add column b integer;

-- case: grants on the sequences that a block finds
create role reader;
create table a (id serial primary key, n integer generated always as identity);
create sequence counted;
create schema app;
create sequence app.hidden;
do $$
declare
  found text;
  sequence record;
begin
  for found in select sequence_name from information_schema.sequences where sequence_schema = 'public' loop
    execute format('grant usage on sequence public.%I to reader', found);
  end loop;
  for sequence in select schemaname, sequencename from pg_sequences where schemaname in ('public', 'app') order by 1, 2 loop
    execute format('grant select on sequence %I.%I to reader', sequence.schemaname, sequence.sequencename);
  end loop;
  if not exists (select from pg_sequences where sequencename = 'a_id_seq') then
    drop table a;
  end if;
end $$;

-- case: what a handler or a loop would make again is there
create schema app;
create table app.t (id integer primary key, hash text);
do $$ begin
  begin
    create index if not exists t_hash_idx on app.t using hash (hash);
  exception when others then
    create index if not exists t_hash_idx on app.t using btree (hash);
  end;
  for i in 1 .. (select count(*) from app.t) loop
    create table if not exists app.t (id integer);
  end loop;
end $$;
do $$
declare
  invalid record;
begin
  for invalid in
    select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'app' and c.relkind = 'i' and not i.indisvalid order by c.relname
  loop
    execute format('drop index app.%I', invalid.relname);
  end loop;
end $$;

-- case: statements that change rows alone, composed of what is not known
create table charts (id integer primary key, version text, kind text);
create table mapping (chart integer, strategy integer, note text);
do $$
declare
  chart record;
  query text := 'drop table mapping';
  target text;
begin
  for chart in select * from charts where version > '3' loop
    query := 'insert into mapping (strategy, chart) values (1, $1), ' || '(2, $1)';
    execute query using chart.id;
    execute format('update %I set note = %2$L where chart = 1', chart.version, chart.kind);
    execute 'delete from ' || quote_ident(chart.version) || ' where note = ' || quote_literal(chart.kind);
  end loop;
end $$;
do $$
declare
  target text := 'charts';
begin
  if (select count(*) from charts) > 10 then
    target := 'mapping';
    execute format('update %I set note = null', target);
  end if;
end $$;

-- case: rows of functions that are queries of the system catalogs
create table a_deleted (id integer);
create table a (id integer);
create table b_deleted (id integer, at timestamptz);
create table kept (id integer);
create schema app;
create table app.c_deleted (id integer);
create function deleted_tables() returns setof name language sql as $$
  select c.relname
    from pg_catalog.pg_class c
   where c.relkind in ('r')
     and c.relname operator(pg_catalog.~) '^(.+_deleted)$' collate pg_catalog.default
     and pg_catalog.pg_table_is_visible(c.oid);
$$;
create function app.others() returns setof text language sql as $$ values ('kept'), ('a') $$;
do $$
declare
  deleted text;
  each record;
begin
  for deleted in select deleted_tables() loop
    execute format('alter table %I add column reason text', deleted);
    execute format('create index %I_reason_idx on %I (reason)', deleted, deleted);
  end loop;
  for each in select * from app.others() as t (kept_table) loop
    execute format('alter table %I add column %I text', each.kept_table, 'of_' || each.kept_table);
  end loop;
  for each in select others as it from app.others() loop
    execute format('comment on table %I is %L', each.it, 'kept');
  end loop;
end $$;

-- case: names that are like a pattern
create table a (id integer);
create table "a%b" (id integer);
create table a_b (id integer);
create table "A_B_c" (id integer);
create table acb (id integer);
do $$
declare each record;
begin
  for each in select tablename from pg_tables where schemaname = 'public' and tablename like 'a_b' loop
    execute format('alter table %I add column one_character text', each.tablename);
  end loop;
  for each in select tablename from pg_tables where schemaname = 'public' and tablename like 'a\_b%' loop
    execute format('alter table %I add column escaped text', each.tablename);
  end loop;
  for each in select tablename from pg_tables where schemaname = 'public' and tablename ilike '%A\_b%' loop
    execute format('alter table %I add column either_case text', each.tablename);
  end loop;
  for each in select tablename from pg_tables where schemaname = 'public' and tablename not like '%b%' loop
    execute format('alter table %I add column without text', each.tablename);
  end loop;
  for each in select tablename from pg_tables where schemaname = 'public' and tablename like 'a%\%b' loop
    execute format('alter table %I add column percent text', each.tablename);
  end loop;
  for each in select tablename from pg_tables where schemaname = 'public' and tablename ~ '^(a|A)_(b|B)' loop
    execute format('alter table %I add column matched text', each.tablename);
  end loop;
end $$;
