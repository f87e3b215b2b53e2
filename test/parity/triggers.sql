-- case: kinds of triggers
create table t (id integer primary key, name text);
create table u (id integer);
create view v as select id from t;
create function f() returns trigger language plpgsql as 'begin return null; end';
create trigger before_row before insert or update of name or delete on t for each row when (pg_trigger_depth() < 1) execute function f('a', '1');
create trigger statement after truncate on t execute procedure f();
create trigger instead instead of insert on v for each row execute function f();
create constraint trigger checked after insert on t deferrable initially deferred for each row execute function f();
create constraint trigger immediate after insert on t from u deferrable for each row execute function f();
create constraint trigger fixed after insert on t for each row execute function f();
create trigger moved after update on t referencing old table as before_rows new table as after_rows for each statement execute function f();
create trigger made after insert on t referencing new table as rows for each row execute function f();

-- case: when triggers fire
create table t (id integer primary key);
create function f() returns trigger language plpgsql as 'begin return null; end';
create trigger a before insert on t for each row execute function f();
create trigger b before insert on t for each row execute function f();
create trigger c before insert on t for each row execute function f();
create trigger d before insert on t for each row execute function f();
alter table t disable trigger a;
alter table t enable replica trigger b;
alter table t enable always trigger c;
alter table t enable always trigger d;
alter table t enable trigger d;
alter trigger a on t rename to aa;
create or replace trigger b after insert on t for each row execute function f();
drop trigger if exists missing on t;
drop trigger c on t;

-- case: triggers of partitioned tables
create table p (id integer) partition by list (id);
create table p1 partition of p for values in (1);
create function f() returns trigger language plpgsql as 'begin return null; end';
create trigger after_row after insert on p for each row execute function f();
create table p2 partition of p for values in (2);
create trigger own after insert on p1 for each row execute function f();
drop table p1;

-- case: the columns of a trigger keep their order
-- postgres: 14
create table t (id int primary key, a text, name text, description text);
create function f () returns trigger language plpgsql as 'begin return new; end';
create trigger named after update of name, description or insert on t for each row execute function f ();
alter table t rename column name to zone;
create or replace trigger other after insert or update of zone, a on t for each row execute function f ();

-- case: trigger functions of the server
create table notes (title text, body text, words tsvector);
create trigger words before insert or update on notes for each row
  execute function tsvector_update_trigger(words, 'pg_catalog.simple', title, body);
create trigger idle before update on notes for each row execute function pg_catalog.suppress_redundant_updates_trigger();
