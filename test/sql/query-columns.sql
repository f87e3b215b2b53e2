create schema app;
create type app.status as enum ('new', 'done');
create domain app.label as varchar(20);
create domain app.cents as integer;
create domain app.ids as integer[];
create type app.pair as (a integer, b varchar(10), c text collate "C");
create type app.span as range (subtype = float8);
create table t (i integer, big bigint, sm smallint, n numeric(10,2), n2 numeric(10,2), n3 numeric(8,3), f double precision, r real, s text, sc text collate "C", v varchar(20), v2 varchar(10), ch char(4), nm name, b boolean, d date, ts timestamp, tz timestamptz(3), ti time, iv interval, u uuid, j json, jb jsonb, st app.status, la app.label, ce app.cents, ia integer[], ta text[], va varchar(5)[], pr app.pair, ir int4range, nr numrange, sp app.span, ids app.ids, by bytea, bt bit(3), bv varbit(5), ip inet, m money, o oid, rc regclass, tv tsvector, x xml, pt point, sta app.status[], "char" "char");
create table c (i integer, v varchar(20), k bigint, label text);
create function app.one(integer) returns varchar language sql as $$select 'x'::varchar$$;
create function app.rows(a integer, out b bigint, out c text) returns setof record language plpgsql as $$begin end$$;
create function app.tab(a integer default 1) returns table (p numeric, q text) language plpgsql as $$begin end$$;
create function app.of_t() returns setof t language plpgsql as $$begin end$$;
create function app.any_first(anyarray) returns anyelement language plpgsql as $$begin end$$;
create function app.names(variadic text[]) returns text language plpgsql as $$begin end$$;
create function app.over(a integer) returns integer language plpgsql as $$begin end$$;
create function app.over(a text) returns text language plpgsql as $$begin end$$;
create view w as select i, v, coalesce(n, 0) as z from t;
-- known
coalesce(i, big)
coalesce(big, i)
coalesce(n, i)
coalesce(i, n)
coalesce(f, n)
coalesce(n, f)
coalesce(r, n)
coalesce(sm, i)
coalesce(v, s)
coalesce(s, v)
coalesce(v, v2)
coalesce(v, 'x')
coalesce('x', v)
coalesce(ch, v)
coalesce(v, ch)
coalesce(nm, s)
coalesce(s, nm)
coalesce(d, tz)
coalesce(tz, d)
coalesce(ts, tz)
coalesce(d, ts)
coalesce(d, current_date)
coalesce(ce, 1)
coalesce(ce, ce)
coalesce(la, 'x')
coalesce(la, v)
coalesce(o, 1)
coalesce(rc, o)
coalesce(ip, '1.1.1.1')
coalesce(ia, '{}')
coalesce(ia, array[1,2])
coalesce(ids, array[1])
coalesce(sc, s)
coalesce(sc, 'x')
coalesce(s, sc || 'x')
coalesce(st, 'new')
coalesce(n, 0.0)
coalesce(n, n2)
coalesce(n, n3)
coalesce(tz, now())
coalesce(tz, tz)
case when i > 1 then i else big end
case when i > 1 then n end
case when i > 1 then n else n2 end
case when i > 1 then n else n3 end
case when i > 1 then n else 0 end
case when i > 1 then n else null end
case when i > 1 then v end
case when i > 1 then v else 'x' end
case i when 1 then 'a' when 2 then 'b' end
case i when 1 then 1.5 when 2 then 2 end
case when i > 1 then st else 'new' end
case when i > 1 then null end
case when i > 1 then d else tz end
greatest(i, big)
greatest(i, 1.5)
greatest(v, v)
greatest(v, v2)
greatest(n, null)
least(d, ts)
least(s, v, ch)
nullif(i, 1)
nullif(i, 2.5)
nullif(v, '')
nullif(la, '')
nullif(n, 1)
nullif(n, 1.5)
nullif(s, 'x')
nullif(st, 'new')
nullif(sm, i)
nullif(big, i)
nullif(d, tz)
nullif('x', 'y')
nullif(ch, '')
nullif(ch, v)
nullif(ia, '{}')
nullif(ce, 1)
i + big
i + sm
i * n
n * f
f + i
r + r
r + n
n / 3
i / 2
i % 2
i ^ 2
2 ^ i
n ^ 2
|/ f
@ i
- n
- sm
+ i
- (i)
i & 3
~ i
i << 2
m * 2
m / m
m + m
d + 1
d - d
d + iv
d - iv
d + ti
ts - ts
ts + iv
ts - d
d - ts
tz - tz
tz - iv
tz + '1 day'
now() - interval '1 day'
current_date - 7
current_date + 7
current_timestamp(2)
localtime(1)
ti + iv
ti - ti
iv * 2
iv / 2
2 * iv
iv + iv
- iv
tz at time zone 'utc'
ts at time zone 'utc'
timezone('utc', tz)
extract(epoch from tz)
extract(year from d)
date_part('year', d)
date_trunc('day', tz)
date_trunc('day', d)
date_trunc('day', ts)
date_trunc('day', iv)
age(tz)
age(tz, tz)
age(ts, ts)
date_bin('1 day', tz, tz)
make_interval(days => 1)
make_interval(days => i)
make_date(i, 1, 1)
to_timestamp(f)
to_timestamp(s, 'x')
to_date(s, 'x')
to_char(n, '9')
to_number(s, '9')
justify_days(iv)
s || s
s || v
v || v
v || i
i || v
s || i
i || s
s || null
'a' || 'b'
ia || i
i || ia
ia || ia
ta || s
ta || array['x']
jb || jb
jb || '{}'
tv || tv
by || by
bt || bt
nm || s
la || 'x'
sc || s
sc || sc
v || sc
jb -> 'a'
jb ->> 'a'
jb -> 1
jb ->> 1
jb -> i
jb -> s
jb #> '{a}'
jb #>> '{a}'
jb @> '{}'
jb ? 'a'
jb - 'a'
jb - 1
jb - ta
jb #- '{a}'
jb['a']
j -> 'a'
j ->> 'a'
j #>> '{a}'
j -> 'a' -> 'b'
jb -> 'a' ->> 'b'
(jb ->> 'a')::int
(jb ->> 'a')::numeric(10,2)
jb @? '$'
jsonb_path_query_first(jb, '$')
jsonb_array_length(jb)
jsonb_build_object('a', i)
jsonb_set(jb, '{a}', '1')
jsonb_agg(jb)
json_agg(t)
to_jsonb(t)
to_json(i)
row_to_json(t)
jsonb_object_agg(s, i)
array_agg(i)
array_agg(v)
array_agg(st)
array_agg(ia)
array_agg(s order by i)
array_agg(distinct s)
array_agg(sc)
string_agg(s, ',')
string_agg(v, ',')
string_agg(sc, ',')
array_to_string(ia, ',')
array_length(ia, 1)
array_append(ia, 1)
array_append(ia, i)
array_remove(ta, 'x')
array_cat(ia, ia)
array_position(ia, 1)
array_prepend(1, ia)
cardinality(ia)
unnest(ia)
unnest(ta)
unnest(va)
unnest(sta)
generate_series(1, 3)
generate_series(1, big)
generate_series(d, d, '1 day')
generate_series(tz, tz, '1 day')
generate_series(ts, ts, iv)
generate_series(1.0, n)
generate_subscripts(ia, 1)
ia[1]
ia[1:2]
ta[1]
va[1]
va[1:1]
ids[1]
ids[1:2]
array[1, 2.5]
array[1, big]
array[v, v]
array[v, v2]
array[v, 'x']
array['a', 'b']
array[[1,2],[3,4]]
array[st]
array[ce]
array[ce, 1]
array[la]
array[]::int[]
array[d, tz]
array(select i from c)
array(select v from c)
array(select ia)
(select v from c limit 1)
(select max(k) from c)
(select count(*) from c where c.i = t.i)
exists (select 1 from c)
i in (select i from c)
i = any (ia)
i = all (array[1])
row(1, 2) = row(1, 2)
(pr).a
(pr).b
(pr).c
sum(i)
sum(big)
sum(sm)
sum(n)
sum(f)
sum(r)
sum(iv)
sum(m)
sum(ce)
sum(case when b then 1 else 0 end)
sum(coalesce(n, 0))
sum(i * n)
avg(i)
avg(n)
avg(f)
avg(r)
avg(iv)
count(*)
count(distinct i)
count(*) filter (where b)
min(i)
min(v)
min(ch)
min(la)
min(d)
min(st)
min(ia)
max(ip)
max(tz)
max(ts)
max(m)
max(sc)
max(nm)
bool_and(b)
every(b)
stddev(i)
stddev(f)
variance(n)
corr(f, f)
percentile_cont(0.5) within group (order by f)
percentile_cont(0.5) within group (order by n)
percentile_cont(0.5) within group (order by iv)
percentile_cont(array[0.5]) within group (order by i)
percentile_disc(0.5) within group (order by i)
percentile_disc(0.5) within group (order by v)
mode() within group (order by st)
rank(1) within group (order by i)
row_number() over ()
rank() over (order by i)
lag(i) over (order by i)
lag(v) over (order by i)
lag(i, 1, 0) over (order by i)
lag(i, 1, 0.5) over (order by i)
lead(n) over (order by i)
lead(st, 1) over ()
first_value(v) over ()
last_value(sc) over ()
nth_value(n, 2) over ()
ntile(4) over ()
percent_rank() over ()
cume_dist() over ()
sum(i) over (partition by v)
sum(n) over ()
count(*) over ()
max(v) over ()
lower(v)
lower(s)
lower(sc)
lower(ir)
upper(la)
initcap(v)
length(v)
length(s)
length(by)
length(ch)
char_length(v)
trim(v)
trim(both 'x' from s)
ltrim(s)
btrim(sc)
substring(s from 1 for 2)
substring(v, 1, 2)
substring(s from '[a-z]')
substr(v, 1)
left(v, 2)
right(s, 2)
replace(v, 'a', 'b')
regexp_replace(s, 'a', 'b', 'g')
regexp_replace(v, 'a', 'b')
regexp_matches(s, 'a')
regexp_match(s, 'a')
regexp_split_to_array(s, ',')
regexp_split_to_table(s, ',')
split_part(s, ',', 1)
string_to_array(s, ',')
string_to_array(v, ',')
concat(i, v, s)
concat_ws(',', i, v)
concat(sc, s)
format('%s', i)
format('%s-%s', sc, i)
repeat(s, 2)
reverse(s)
md5(s)
md5(sc)
sha256(by)
encode(by, 'hex')
decode(s, 'hex')
convert_to(s, 'utf8')
position('a' in s)
strpos(s, 'a')
overlay(s placing 'a' from 1)
ascii(s)
chr(i)
translate(s, 'a', 'b')
lpad(v, 3, '0')
lpad(i::text, 3, '0')
quote_ident(s)
quote_literal(i)
to_hex(i)
abs(i)
abs(n)
abs(sm)
abs(ce)
round(n)
round(n, 2)
round(f)
round(i)
round(i, 2)
round(r)
ceil(n)
ceil(f)
ceil(i)
floor(i / 2.0)
trunc(n, 1)
sqrt(i)
sqrt(n)
power(i, 2)
power(n, 2)
power(f, 2)
exp(1)
ln(n)
log(n)
mod(i, 2)
mod(big, i)
div(n, 2)
sign(n)
random()
greatest(random(), 1)
width_bucket(n, 0, 10, 5)
gcd(i, 2)
pi()
gen_random_uuid()
u::text
i::text
i::varchar
i::varchar(3)
v::text
v::varchar
v::varchar(5)
n::numeric
n::numeric(5,1)
n::int
sc::varchar
sc::varchar(3)
sc::text
nm::text
nm::varchar(3)
st::text
la::text
la::varchar
la::varchar(5)
v::app.label
i::app.cents
ch::text
s::char(3)
s::bpchar
s::bytea
tz::date
tz::timestamp
tz::timestamp(0)
tz::time
d::timestamptz
iv::interval second(2)
'1 day'::interval
interval '1' day
date '2020-01-01'
timestamp '2020-01-01'
jb::text
jb::json
'{}'::jsonb
cast(i as bigint)
ia::bigint[]
ia::text[]
ta::varchar(3)[]
text 'abc'
B'101'
X'1F'
1
-1
3000000000
-3000000000
9223372036854775807
9223372036854775808
1.5
1e10
'x'
null
true
null::integer
null::varchar(3)
current_user
current_user::text
current_schema
current_schema()
current_schemas(true)
current_database()
session_user
user
current_catalog
version()
current_setting('x')
pg_typeof(i)
pg_typeof(i)::text
i::regclass
rc::text
to_regclass('t')
s collate "C"
v collate "C"
'x' collate "C"
lower(s) collate "C"
(s collate "C") || 'x'
s < 'a' collate "C"
s ~ 'a'
s !~* 'a'
s like 'a%'
v ilike 'a%'
s similar to 'a'
i between 1 and 2
i is distinct from 2
b and true
not b
b is true
i is null
ir @> 1
ir && ir
ir + ir
lower(nr)
upper(sp)
sp * sp
int4range(1, 2)
numrange(1, n)
daterange(d, d)
tstzrange(tz, tz)
range_agg(ir)
isempty(ir)
ip >> ip
host(ip)
ip + 1
pt <-> pt
tv @@ to_tsquery('a')
to_tsvector(s)
to_tsvector('english', s)
to_tsvector('english', coalesce(s, '') || ' ' || coalesce(v, ''))
setweight(to_tsvector('english', s), 'A')
ts_rank(tv, to_tsquery('a'))
xpath('/a', x)
hashtext(s)
bt & bt
bt
bv
"char"
ch
"char"::text
o
ctid
xmin
tableoid
tableoid::regclass
t
pr
app.one(i)
app.any_first(ia)
app.any_first(ta)
app.any_first(va)
app.names('a', 'b')
app.names(s)
app.over(i)
app.over('x')
app.over(s)
app.over(sm)
app.over(v)
enum_range(null::app.status)
enum_first(st)
enum_range(st)
num_nulls(i, s)
bit_count(by)
trim_array(ia, 1)
array_fill(0, array[3])
array_to_json(ia)
json_build_array(1, 2)
jsonb_typeof(jb)
jsonb_strip_nulls(jb)
jsonb_object_keys(jb)
jsonb_array_elements(jb)
jsonb_array_elements_text(jb)
json_array_elements(j)
obj_description(o)
pg_size_pretty(big)
pg_total_relation_size(rc)
pg_get_userbyid(o)
pg_get_userbyid(o)::text
inet_client_addr()
host(ip)::text
set_config('a', 'b', true)
txid_current()
clock_timestamp()
statement_timestamp()
timeofday()
overlaps(d, d, d, d)
(d, d) overlaps (d, d)
ts + (i || ' days')::interval
ts + i * interval '1 day'
ts + make_interval(mins => i)
extract(epoch from (ts - ts))::int
extract(epoch from ts - ts) / 60
round(extract(epoch from ts - ts) / 60, 2)
round((i::numeric / nullif(big, 0)) * 100, 2)
(100.0 * i / nullif(big, 0))::numeric(5,2)
count(*)::int
coalesce(sum(n), 0)
coalesce(sum(i), 0)
coalesce(max(i), 0) + 1
coalesce(jb ->> 'a', 'x')
coalesce(jb -> 'a', '{}')
coalesce(array_agg(i), '{}')
coalesce(string_agg(s, ','), '')
coalesce((select max(k) from c), 0)
case when b then jb ->> 'a' else s end
lower(trim(v))
substring(md5(random()::text), 1, 5)
substr(md5(random()::text), 1, 5)::varchar(5)
(array['a','b'])[1]
(array_agg(i order by i))[1]
(array_agg(v))[1]
(string_to_array(s, ','))[1]
(regexp_match(s, 'a'))[1]
to_char(tz, 'YYYY-MM')
date_trunc('month', tz)::date
(date_trunc('month', d) + interval '1 month - 1 day')::date
select * from c natural join (select i, v, b from t) x
select * from c left join t using (i, v)
select c.*, t.b from c join t using (i)
select x.i from c join t using (i) as x
select * from c cross join generate_series(1, 3)
select * from c cross join generate_series(1, 3) g
select * from c cross join generate_series(1, 3) as g(n)
select g from generate_series(1, 3) g
select g.* from generate_series('2020-01-01'::date, '2020-02-01', '1 day') g
select day::date from generate_series('2020-01-01'::date, '2020-02-01', '1 day') as day
select * from unnest(array['a', 'b'])
select * from unnest(array['a', 'b']) with ordinality
select * from unnest(array['a', 'b']) with ordinality as u (name, position)
select * from unnest(array['a'], array[1]) as u (a, b)
select t.i, x.* from t, unnest(t.ia) x
select t.i, e.* from t, jsonb_each(t.jb) e
select t.i, e.key, e.value from t, jsonb_each_text(t.jb) as e
select t.i, e.* from t, jsonb_array_elements(t.jb) e
select t.i, e.value ->> 'a' as a from t, jsonb_array_elements(t.jb) e
select t.i, (e ->> 'a')::int as a from t, jsonb_array_elements(t.jb) as e
select t.i, e.* from t, jsonb_array_elements(t.jb) with ordinality as e (item, ord)
select * from jsonb_to_record('{}') as x (a integer, b varchar(10))
select * from jsonb_to_recordset('[]') as x (a integer, b text)
select * from json_populate_record(null::app.pair, '{}')
select * from app.rows(1)
select * from app.tab()
select * from app.tab(2) x
select * from app.of_t()
select * from rows from (generate_series(1, 2), app.tab(1)) as x
select * from regexp_split_to_table('a,b', ',') as part
select * from current_date
select * from json_object_keys('{}')
select * from pg_options_to_table('{}')
select (pr).* from t
select t.* from t
select i, v from t union select k, label from c
select i, v from t union all select k, v from c
select 'a' as kind, i from t union all select 'b', k from c
select null as x, i from t union all select 'b', k from c
select v from t union select v2 from t
select n from t union all select n2 from t
select n from t union all select n3 from t
select n from t union all select 0
select v from t intersect select v from c
select d from t except select ts from t
values (1, 'a'), (2.5, 'b')
values (null, 'a'), (2, null)
select * from (values (1, 'a'), (2, 'b')) as x (id, name)
select * from (values ('a'::varchar(3)), ('b')) as x (id)
with recursive r as (select 1 as n union all select n + 1 from r where n < 5) select * from r
with recursive r (id, path) as (select i, array[i] from c union all select c.i, path || c.i from r join c on c.k = r.id) select *, cardinality(path) as depth from r
with recursive r as (select i, v, 0 as depth from c union all select c.i, c.v, depth + 1 from c, r) select * from r
with x as (select i, sum(n) as total from t group by i) select * from x join c using (i)
with x as (insert into c values (1) returning i, v) select * from x
with x as (update c set i = 2 from t where t.i = c.i returning c.*, t.b) select * from x
with x as (delete from c returning *) select count(*) from x
select w.*, c.k from w join c using (i)
table c
select * from c where i in (select i from t) order by 1
select c.i, l.* from c left join lateral (select t.n, t.v from t where t.i = c.i limit 1) l on true
select x.i as id, y.total from c x join (select i, sum(k) as total from c group by i) y on y.i = x.i
select distinct on (i) i, first_value(v) over (partition by i) as f from c
select count(*) filter (where b), i from t group by rollup (i)
select i as "I", v "V" from c
select c from c
select w from w
select x.y from (select c as y from c) x
select (x.y).v from (select c as y from c) x
select (c).v, (c).i from c
select * from (select i, k from c) a join (select i, v from c) b using (i)
select b.i, k, v from (select i, k from c) a full join (select i, v from c) b using (i)
select * from ((select i, k from c) a join (select i, v from c) b using (i)) as x (p, q)
select i, b from c join (select i, b from t) x using (i)
xmlelement(name a, s)
xmlserialize(content x as text)
-- not known
coalesce(v, null)
coalesce(null, v)
case when true then n else n3 end
case when true then v end
s::name
