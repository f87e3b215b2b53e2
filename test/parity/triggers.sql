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

-- case: copies of triggers fire as each partition has them
create table p (id integer) partition by range (id);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20) partition by list (id);
create table p21 partition of p2 for values in (10);
create table p22 partition of p2 for values in (11);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on p for each row execute function f();
create trigger t2 after insert on p for each row execute function f();
create trigger own before insert on p1 for each row execute function f();
alter table p1 disable trigger t;
alter table only p2 enable always trigger t2;
alter table p21 enable replica trigger t2;
alter table only p disable trigger t2;
alter table p1 disable trigger all;
alter table p22 disable trigger user;
create table p3 partition of p for values from (20) to (30);
create table p4 (id integer);
alter table p attach partition p4 for values from (30) to (40);

-- case: copies of triggers go and come
create table p (id integer) partition by range (id);
create table p1 partition of p for values from (0) to (10) partition by range (id);
create table p11 partition of p1 for values from (0) to (5);
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on p for each row execute function f();
create trigger u after insert on p for each row execute function f();
create trigger v after insert on p1 for each row execute function f();
alter table p1 disable trigger all;
alter table p11 enable trigger t;
create table p12 partition of p1 for values from (5) to (7);
create or replace trigger v after update on p1 for each row execute function f();
drop trigger u on p;
alter table p disable trigger t;
alter table p11 enable replica trigger v;
alter table p1 enable always trigger t;
alter table p detach partition p1;

-- case: a trigger of which a copy is disabled gets another name
-- postgres: 15
create table p (id integer) partition by range (id);
create table p1 partition of p for values from (0) to (10);
create function f() returns trigger language plpgsql as 'begin return new; end';
create constraint trigger t after insert on p deferrable initially deferred for each row execute function f();
alter table p1 disable trigger t;
alter trigger t on p rename to t9;
