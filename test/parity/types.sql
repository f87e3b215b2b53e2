-- case: enums
create type mood as enum ('sad', 'ok');
alter type mood add value 'happy';
alter type mood add value 'so so' before 'ok';
alter type mood add value if not exists 'fine' after 'ok';
alter type mood add value if not exists 'ok';
alter type mood rename value 'sad' to 'unhappy';
create type nothing as enum ();
alter type nothing rename to empty;
create schema app;
alter type mood set schema app;
create role parity_owner;
grant parity_owner to current_user;
grant create on schema app to parity_owner;
alter type app.mood owner to parity_owner;

-- case: domains
create domain plain as text;
create domain email as varchar(320) collate "C" default lower('A') not null check (value ~ '@') constraint lower check (value = lower(value)) check (length(value) > 3);
create domain positive as integer constraint given not null constraint above_zero check (value > 0);
create domain listed as text[];
create domain narrower as positive check (value < 100);
create domain nulled as integer default null null;

-- case: ALTER DOMAIN
create domain d as integer check (value > 0);
alter domain d add constraint below check (value < 100) not valid;
alter domain d add check (value <> 5);
alter domain d validate constraint below;
alter domain d rename constraint below to under;
alter domain d drop constraint d_check;
alter domain d drop constraint if exists missing;
alter domain d set default 1 + 1;
alter domain d set not null;
create domain e as text not null default 'x';
alter domain e drop not null;
alter domain e drop default;
alter domain e rename to f;
create schema app;
alter domain f set schema app;
create domain twice as text not null;
alter domain twice set not null;

-- case: composite types
create type pair as (x integer, y varchar(10) collate "C");
create type nested as (p pair, list pair[]);
create type bare as ();
alter type pair add attribute z numeric(10, 2), drop attribute x, alter attribute y type text;
alter type pair rename attribute y to "Y y";
alter type pair drop attribute if exists missing;
alter type pair rename to couple;
create schema app;
alter type couple set schema app;
alter type bare add attribute added app.couple cascade;

-- case: range types
create type float_range as range (subtype = float8, subtype_diff = float8mi);
create type textual as range (subtype = text, collation = "C", multirange_type_name = many_texts);
create type spanned as range (subtype = varchar, subtype_opclass = varchar_pattern_ops);
create schema app;
create type app.rangerange as range (subtype = integer);

-- case: shell and base types
create type shell;
create type box2;
create function box2_in(cstring) returns box2 language internal immutable strict as 'int4in';
create function box2_out(box2) returns cstring language internal immutable strict as 'int4out';
create type box2 (input = box2_in, output = box2_out, internallength = 4, passedbyvalue, alignment = int4);
create table t (b box2);

-- case: DROP TYPE … CASCADE
create type mood as enum ('sad', 'ok');
create domain d as integer;
create type pair as (x integer);
create table t (id integer, m mood, list mood[], d d, p pair);
drop type mood cascade;
drop domain d cascade;
drop type pair cascade;
drop type if exists missing;
