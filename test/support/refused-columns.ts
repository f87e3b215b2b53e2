/** Tables whose columns statements name. */
export const COLUMNS_SETTING = `
  create type pair as (a integer, b integer);
  create table t (id integer primary key, n text, k integer);
  create table u (id integer primary key, n text, w integer);
  create table c (id integer, p pair, ps integer[]);
  create view v as select id, n from t;
  create function shout(t) returns text language sql as $$select upper($1.n)$$;
  create function three(id integer) returns integer language sql as $$select three.id$$;
  create table partly (id integer);`

/** What every server refuses after that: MERGE, which 14 does not know, stands in a list of its own. */
export const COLUMNS_REFUSED = `
  insert into t (id, x) values (1, 2);
  insert into t (id, x) select id, y from u;
  insert into t select x from u;
  insert into t (id) values (1) on conflict (x) do nothing;
  insert into t (id) values (1) on conflict (lower(x)) do nothing;
  insert into t (id) values (1) on conflict (id) where x > 1 do nothing;
  insert into t (id) values (1) on conflict (id) do update set x = 1;
  insert into t (id) values (1) on conflict (id) do update set n = excluded.x;
  insert into t (id) values (1) on conflict (id) do update set n = 'a' where x = 1;
  insert into t (id) values (1) returning x;
  with w as (select x from u) insert into t (id) select 1;
  update t set x = 1;
  update t set n = x;
  update t set x = y where z = 1 returning w;
  update t set x = y returning z;
  update t set x = y;
  update t as a set n = a.x;
  update t set (n, x) = (select 'a', 2);
  update t set n = u.x from u where u.id = t.id;
  update t set n = (select x from u where u.id = t.id);
  update only t set x = 1;
  delete from t where x = 1;
  delete from t using u where u.x = t.id;
  delete from t returning x;
  copy t (id, x) to stdout;
  create table made as select x from t;
  create table made as select t.x from t;
  create materialized view made as select t.x from t;
  select x into made from t;
  alter table t alter column n type integer using x::integer;
  alter table t alter column n type integer using t.x::integer;
  create rule r as on insert to t where new.x > 1 do nothing;
  create rule r as on insert to t do also insert into u (id, x) values (new.id, new.y);
  create rule r as on insert to t do also insert into u (id) values (new.y);
  create rule r as on update to t do also update u set x = 1 where id = old.id;
  create rule r as on update to t do also (delete from u where id = old.id; delete from u where x = old.id);
  create rule r as on delete to t do instead select x from u;
  create statistics s on id, lower(x) from t;
  create statistics s on (t.x || 'a') from t`

/** What looks like it, and is taken. */
export const COLUMNS_TAKEN = `
  insert into t (id, n) select id, n from u on conflict (id) do update set n = excluded.n || t.n where t.k > 1;
  insert into t as a (id) values (1) on conflict (id) do update set n = a.n returning a.id, xmin, tableoid;
  insert into v (id) values (1);
  insert into c (p.a, ps[1]) values (1, 2);
  update c set p.a = 1, ps[1] = ps[2] where (p).b > 1;
  update t set n = t.shout, k = three(t.id) where ctid = '(0,1)';
  update t as a set n = b.n from t b where a.id = b.k;
  update t set (n, k) = (select n, w from u where u.id = t.id);
  update t set k = (select count(*) from u where w = k);
  delete from t using u, lateral (select u.w as x) l where l.x = t.id;
  with w (x) as (select id from u) update t set k = x from w;
  with gone as (delete from t returning id, n) insert into u (id, n) select * from gone;
  copy t (id, n) to stdout;
  create table made as select t.shout, t.row_to_json, count(*) over () as x from t;
  create view made as select t.row_to_json, t.to_jsonb from t;
  create view made as select t.count from t;
  create table made (x, y) as select id, n from t order by id;
  do $$declare x integer := 1; begin update t set k = x where id = x; insert into t (id) values (x); end$$;
  do $$declare x integer := 1; begin create table made as select x from t; end$$;
  alter table v rename to seen;
  create rule r as on update to t do also update u set n = new.n where id = old.id;
  create rule r as on insert to v do instead insert into t (id, n) values (new.id, new.n) returning id, n;
  create statistics s on lower(n), (id + k) from t`
