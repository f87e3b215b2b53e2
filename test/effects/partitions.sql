create table days (id bigint, d date not null) partition by range (d);
create table days_1 partition of days for values from ('2024-01-01') to ('2025-01-01');
create table days_new (id bigint, d date not null);
create table rest_days (id bigint, d date not null) partition by range (d);
create table rest_days_1 partition of rest_days for values from ('2024-01-01') to ('2025-01-01');
create table rest_days_default partition of rest_days default;
create table rest_days_new (id bigint, d date not null, check (d >= '2026-01-01' and d < '2027-01-01'));
create table moments (id bigint, at timestamptz not null) partition by range (at);
create table moments_new (id bigint, at timestamptz not null);
create table numbers (n bigint not null) partition by range (n);
create table numbers_new (n bigint not null);
create table shares (n numeric not null) partition by range (n);
create table shares_new (n numeric not null);
create table words (k text not null) partition by range (k);
create table words_new (k text not null);
create table pairs (a int not null, b int not null) partition by range (a, b);
create table pairs_new (a int not null, b int not null);
create table kinds (k text) partition by list (k);
create table kinds_new (k text);
create table rest_kinds (k text) partition by list (k);
create table rest_kinds_1 partition of rest_kinds for values in ('a', 'b');
create table rest_kinds_default partition of rest_kinds default;
create table rest_kinds_new (k text not null, check (k = 'x'));
create table codes (k varchar(10) not null) partition by list (k);
create table codes_new (k varchar(10) not null);
create table chars (k char(3) not null) partition by list (k);
create table chars_new (k char(3) not null);
create type mood as enum ('sad', 'ok', 'happy');
create table moods (m mood not null) partition by list (m);
create table moods_new (m mood not null);
create table flags (f boolean not null) partition by list (f);
create table flags_new (f boolean not null);
create table levels (n int not null) partition by list (n);
create table levels_new (n int not null);
create domain level as int;
create table domains (n level not null) partition by list (n);
create table domains_new (n level not null);
create table hashes (id bigint not null, k text) partition by hash (id);
create table hashes_new (id bigint not null, k text);
create table other_hashes (id bigint not null, k text) partition by hash (id);
create table hashes_then (id bigint not null, k text) partition by hash (id);
create table hashes_now_new (id bigint not null, k text, check (satisfies_hash_partition('hashes_then'::regclass, 2, 0, id)));
alter table hashes_then rename to hashes_now;
create table sums (a int not null, b int not null) partition by range ((a + b));
create table sums_new (a int not null, b int not null);
create table sorted (k text not null) partition by list (k collate "C");
create table sorted_new (k text not null);
create table tree (k text not null, d date not null) partition by list (k);
create table tree_a partition of tree for values in ('a') partition by range (d);
create table tree_new (k text not null, d date not null);
create table tree_default partition of tree default;
create table branch (k text not null, d date not null) partition by range (d);
create table branch_1 partition of branch for values from ('2024-01-01') to ('2025-01-01');
create table branch_2 partition of branch for values from ('2025-01-01') to ('2026-01-01');
create table owners (id bigint primary key);
create table owned (owner bigint references owners, d date not null) partition by range (d);
create table owned_1 partition of owned for values from ('2024-01-01') to ('2025-01-01');
create table owned_2 (owner bigint references owners, d date not null);
alter table owned attach partition owned_2 for values from ('2025-01-01') to ('2026-01-01');
create table owned_3 partition of owned (foreign key (owner) references owners on delete cascade) for values from ('2026-01-01') to ('2027-01-01');
create table keyed (id bigint not null, d date not null, primary key (id, d)) partition by range (d);
create table keyed_new (id bigint not null, d date not null, note text, primary key (id, d), check (d >= '2026-01-01' and d < '2027-01-01'));
create table keyless_new (id bigint not null, d date not null, note text, check (d >= '2026-01-01' and d < '2027-01-01'));
alter table keyless_new drop column note;
alter table keyed_new drop column note;
create unique index keyless_d on keyless_new (d);
create unique index keyless_d_id on keyless_new (d, id);
insert into days_new values (1, '2026-02-02');
insert into rest_days_new values (1, '2026-02-02');
insert into moments_new values (1, '2026-02-02');
insert into numbers_new values (15);
insert into shares_new values (1.5);
insert into words_new values ('m');
insert into pairs_new values (1, 5);
insert into kinds_new values ('a');
insert into rest_kinds_default values ('z');
insert into rest_kinds_new values ('x');
insert into codes_new values ('a');
insert into chars_new values ('a');
insert into moods_new values ('ok');
insert into flags_new values (true);
insert into levels_new values (2);
insert into domains_new values (2);
insert into sums_new values (1, 2);
insert into sorted_new values ('a');
insert into tree_new values ('a', '2026-02-02');
insert into keyed_new values (1, '2026-02-02');
insert into keyless_new values (1, '2026-02-02');

-- cases

alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d >= '2026-01-01' and d < '2027-01-01');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d >= '2026-01-01' and d < '2027-01-01') not valid;
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add constraint fits check (d >= '2026-01-01' and d < '2027-01-01') not valid;
alter table days_new validate constraint fits;
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

-- postgres: 18
alter table days_new add check (d >= '2026-01-01' and d < '2027-01-01') not enforced;
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d >= '2026-02-01'), add check (d <= '2026-02-28');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d > '2025-12-31'), add check (d < '2027-01-01');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d between '2026-01-01' and '2026-12-31');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d between '2026-01-01' and '2027-01-01');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check ('2026-01-01' <= d and date '2027-01-01' > d);
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d = '2026-02-02');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d in ('2026-02-02', '2026-03-03'));
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d in ('2026-02-02', '2027-03-03'));
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (not (d < '2026-01-01' or d >= '2027-01-01'));
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (id > 0 and d >= '2026-01-01' and d < '2027-01-01' and id % 2 = 1);
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (id % 2 = 0 or d >= '2026-01-01' and d < '2027-01-01');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new alter d drop not null, add check (d is not null and d >= '2026-01-01' and d < '2027-01-01');
alter table days alter d drop not null;
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new alter d drop not null, add check (d >= '2026-01-01' and d < '2027-01-01');
alter table days alter d drop not null;
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d >= '2026-01-01');
alter table days attach partition days_new for values from ('2026-01-01') to (maxvalue);

alter table days_new add check (d < '2024-01-01' or d >= '2025-01-01');
alter table days attach partition days_new default;

alter table days_new add check (d >= '2026-01-01');
alter table days attach partition days_new default;

alter table days_new add check (d >= '2024-06-01');
alter table days attach partition days_new default;

alter table only rest_days attach partition rest_days_new for values from ('2026-01-01') to ('2027-01-01');

alter table only rest_days detach partition rest_days_1;

drop table owned_1;

drop table owned_2;

drop table owned_3;

drop table owned;

drop table days_1;
alter table days attach partition days_new default;

alter table days_new rename column d to day;
alter table days rename column d to day;
alter table days_new add check (day >= '2026-01-01' and day < '2027-01-01');
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table days_new add check (d >= '2026-01-01' and d < '2027-01-01');
alter table days_new rename column d to day;
alter table days rename column d to day;
alter table days attach partition days_new for values from ('2026-01-01') to ('2027-01-01');

alter table rest_days attach partition rest_days_new for values from ('2026-01-01') to ('2027-01-01');

alter table rest_days_default add check (d < '2026-01-01' or d >= '2027-01-01');
alter table rest_days attach partition rest_days_new for values from ('2026-01-01') to ('2027-01-01');

alter table rest_days_default add check (not (d >= '2026-01-01' and d < '2027-01-01'));
alter table rest_days attach partition rest_days_new for values from ('2026-01-01') to ('2027-01-01');

alter table rest_days_default add check (d < '2020-01-01');
alter table rest_days attach partition rest_days_new for values from ('2026-01-01') to ('2027-01-01');

alter table rest_days_default add check (d < '2026-06-01');
alter table rest_days attach partition rest_days_new for values from ('2026-01-01') to ('2027-01-01');

create table z partition of rest_days for values from ('2026-01-01') to ('2027-01-01');

alter table rest_days_default add check (d < '2026-01-01' or d >= '2027-01-01');
create table z partition of rest_days for values from ('2026-01-01') to ('2027-01-01');

alter table moments_new add check (at >= '2026-01-01' and at < '2027-01-01');
alter table moments attach partition moments_new for values from ('2026-01-01') to ('2027-01-01');

alter table moments_new add check (at >= '2026-01-01 00:00:00+00' and at < '2026-06-01 12:30:00.5+00');
alter table moments attach partition moments_new for values from ('2026-01-01') to ('2027-01-01');

alter table moments_new add check (at >= date '2026-01-01' and at < date '2027-01-01');
alter table moments attach partition moments_new for values from ('2026-01-01') to ('2027-01-01');

alter table numbers_new add check (n >= 10 and n < 20);
alter table numbers attach partition numbers_new for values from (10) to (20);

alter table numbers_new add check (n >= 9 and n < 20);
alter table numbers attach partition numbers_new for values from (10) to (20);

alter table numbers_new add check (n >= 10::bigint and n < '20');
alter table numbers attach partition numbers_new for values from (-10) to (20);

alter table numbers_new add check (n >= 10.0 and n < 20.0);
alter table numbers attach partition numbers_new for values from (10) to (20);

alter table numbers_new add check (n > 9 and n < 20);
alter table numbers attach partition numbers_new for values from (10) to (20);

alter table numbers_new add check (n::int >= 10 and n::int < 20);
alter table numbers attach partition numbers_new for values from (10) to (20);

alter table shares_new add check (n >= 1 and n < 1.75);
alter table shares attach partition shares_new for values from (0.5) to (2);

alter table words_new add check (k >= 'm' and k < 'n');
alter table words attach partition words_new for values from ('m') to ('n');

alter table pairs_new add check (a = 1 and b >= 2 and b < 9);
alter table pairs attach partition pairs_new for values from (1, 2) to (1, 9);

alter table pairs_new add check (a >= 1 and b >= 2 and a < 2);
alter table pairs attach partition pairs_new for values from (1, 2) to (1, 9);

alter table pairs_new add check (a > 0 and a < 2);
alter table pairs attach partition pairs_new for values from (0, 2) to (2, 9);

alter table pairs_new add check (a = 1 and b > 3);
alter table pairs attach partition pairs_new for values from (1, 2) to (2, 9);

alter table pairs_new add check (a >= 1 and a < 2);
alter table pairs attach partition pairs_new for values from (1, minvalue) to (2, minvalue);

alter table pairs_new add check (a >= 1 and a <= 2);
alter table pairs attach partition pairs_new for values from (1, minvalue) to (2, maxvalue);

alter table pairs_new add check (a > 1 or a = 1 and b >= 2), add check (a < 3 or a = 3 and b < 4);
alter table pairs attach partition pairs_new for values from (1, 2) to (3, 4);

alter table pairs_new add check ((a, b) >= (1, 2) and (a, b) < (3, 4));
alter table pairs attach partition pairs_new for values from (1, 2) to (3, 4);

alter table pairs_new add check (a = 1 and b >= 5 or a = 1 and b < 3);
alter table pairs attach partition pairs_new for values from (1, minvalue) to (2, minvalue);

alter table kinds attach partition kinds_new for values in ('a', 'b');

alter table kinds_new add check (k in ('a', 'b'));
alter table kinds attach partition kinds_new for values in ('a', 'b');

alter table kinds_new alter k set not null, add check (k in ('a', 'b'));
alter table kinds attach partition kinds_new for values in ('b', 'a', 'c');

alter table kinds_new alter k set not null, add check (k = any (array['a', 'b']));
alter table kinds attach partition kinds_new for values in ('a');

alter table kinds_new alter k set not null, add check (k = any (array['a', 'b']::text[]));
alter table kinds attach partition kinds_new for values in ('a', 'b');

alter table kinds_new alter k set not null, add check (k = 'a' or k = 'b');
alter table kinds attach partition kinds_new for values in ('a', 'b');

alter table kinds_new alter k set not null, add check (k = 'a');
alter table kinds attach partition kinds_new for values in ('a');

alter table kinds_new add check (k is not null and k = 'a');
alter table kinds attach partition kinds_new for values in ('a');

alter table kinds_new add check (k = 'a');
alter table kinds attach partition kinds_new for values in ('a', null);

alter table kinds_new add check (k is null or k = 'a');
alter table kinds attach partition kinds_new for values in ('a', null);

delete from kinds_new;
alter table kinds_new add check (k is null);
alter table kinds attach partition kinds_new for values in (null);

alter table rest_kinds attach partition rest_kinds_new for values in ('x', 'y');

alter table rest_kinds_default add check (k <> 'x');
alter table rest_kinds attach partition rest_kinds_new for values in ('x');

alter table rest_kinds_default add check (k not in ('x', 'y'));
alter table rest_kinds attach partition rest_kinds_new for values in ('y', 'x');

alter table rest_kinds_default add check (k <> all (array['w', 'x', 'y']));
alter table rest_kinds attach partition rest_kinds_new for values in ('y', 'x');

alter table rest_kinds_default add check (k = 'z');
alter table rest_kinds attach partition rest_kinds_new for values in ('y', 'x');

alter table rest_kinds_default add check (k not in ('x'));
alter table rest_kinds attach partition rest_kinds_new for values in ('y', 'x');

alter table rest_kinds_default add check (k is not null and k <> 'x');
alter table rest_kinds attach partition rest_kinds_new for values in (null, 'x');

alter table rest_kinds_default add check (k <> 'x');
alter table rest_kinds attach partition rest_kinds_new for values in (null, 'x');

alter table codes_new add check (k in ('a', 'b'));
alter table codes attach partition codes_new for values in ('a', 'b');

alter table codes_new add check (k::text = 'a');
alter table codes attach partition codes_new for values in ('a', 'b');

alter table codes_new add check (k = 'a'::varchar);
alter table codes attach partition codes_new for values in ('a');

alter table chars_new add check (k = 'a');
alter table chars attach partition chars_new for values in ('a');

alter table chars_new add check (k::text = 'a');
alter table chars attach partition chars_new for values in ('a');

alter table moods_new add check (m in ('ok', 'happy'));
alter table moods attach partition moods_new for values in ('ok', 'happy');

alter table moods_new add check (m = 'ok'::mood);
alter table moods attach partition moods_new for values in ('ok');

alter table moods_new add check (m > 'sad');
alter table moods attach partition moods_new for values in ('ok', 'happy');

alter table levels_new add check (n in (1, 2));
alter table levels attach partition levels_new for values in (1, 2, 3);

alter table levels_new add check (n in (1, 2, 2.5));
alter table levels attach partition levels_new for values in (1, 2, 3);

alter table levels_new add check (n >= 1 and n <= 3);
alter table levels attach partition levels_new for values in (1, 2, 3);

alter table levels_new add check (n::text = '2');
alter table levels attach partition levels_new for values in (2);

alter table hashes attach partition hashes_new for values with (modulus 2, remainder 0);

alter table hashes_new add check (satisfies_hash_partition('hashes'::regclass, 2, 0, id));
alter table hashes attach partition hashes_new for values with (modulus 2, remainder 0);

alter table hashes_new add check (satisfies_hash_partition('hashes'::regclass, 4, 0, id));
alter table hashes attach partition hashes_new for values with (modulus 2, remainder 0);

alter table hashes_new add check (satisfies_hash_partition('other_hashes'::regclass, 2, 0, id));
alter table hashes attach partition hashes_new for values with (modulus 2, remainder 0);

alter table hashes_new add check (satisfies_hash_partition('hashes'::regclass, 2, 0, id));
alter table hashes rename to old_hashes;
alter table other_hashes rename to hashes;
alter table hashes attach partition hashes_new for values with (modulus 2, remainder 0);

alter table hashes_now attach partition hashes_now_new for values with (modulus 2, remainder 0);

alter table sums_new add check (a = 1 and b = 2);
alter table sums attach partition sums_new for values from (0) to (9);

alter table sorted_new add check (k = 'a');
alter table sorted attach partition sorted_new for values in ('a');

alter table tree_a attach partition tree_new for values from ('2026-01-01') to ('2027-01-01');

alter table tree_new add check (d >= '2026-01-01' and d < '2027-01-01');
alter table tree_a attach partition tree_new for values from ('2026-01-01') to ('2027-01-01');

alter table tree_new add check (d >= '2026-01-01' and d < '2027-01-01' and k = 'a');
alter table tree_a attach partition tree_new for values from ('2026-01-01') to ('2027-01-01');

alter table tree attach partition branch for values in ('b');

alter table branch add check (k = 'b');
alter table tree attach partition branch for values in ('b');

alter table branch_1 add check (k = 'b');
alter table tree attach partition branch for values in ('b');

alter table tree_default add check (k <> 'b'), add check (k <> 'c');
alter table branch add check (k in ('b', 'c'));
alter table tree attach partition branch for values in ('b', 'c');

alter table tree detach partition tree_a;
alter table tree detach partition tree_default;
alter table tree attach partition branch default;

alter table keyed attach partition keyed_new for values from ('2026-01-01') to ('2027-01-01');

alter table keyed attach partition keyless_new for values from ('2026-01-01') to ('2027-01-01');
