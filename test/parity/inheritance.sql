-- case: columns and checks of one and several parents
create table a (id integer not null, x text default 'a' check (x <> ''), shared integer);
create table b (shared integer, y integer, constraint y_there check (y > 0) no inherit, constraint b_only check (shared > 0));
create table c (z integer, x text default 'c') inherits (a, b);
create table d (constraint b_only check (shared > 0)) inherits (c);
alter table a add column later integer default 5, add constraint positive check (shared > 0);
alter table a rename x to ex;
alter table a alter shared set not null, alter id drop not null, alter id set default 3;
alter table only a alter id set statistics 100;
alter table a alter ex type varchar(30);
alter table b drop column shared cascade;
alter table a drop constraint positive;
alter table only a drop column later;

-- case: INHERIT and NO INHERIT
create table parent (id integer not null, note text, constraint noted check (note <> ''));
create table child (id integer not null, note text, own integer, constraint noted check (note <> ''));
create table other () inherits (parent);
alter table child inherit parent;
alter table other no inherit parent;
alter table parent add column more integer;
alter table child no inherit parent;
alter table parent drop column more;

-- case: ONLY leaves the children as they are
create table parent (id integer, note text, more integer);
create table child () inherits (parent);
alter table only parent drop column note;
alter table only parent alter id set default 5;
alter table only parent add constraint here check (id > 0) no inherit;
alter table parent add constraint there check (id > 1);
alter table only parent drop constraint there;

-- case: NOT NULLs that children have, with names
create table parent (id integer constraint id_there not null, a integer not null, b integer);
create table child (a integer not null, own integer not null) inherits (parent);
create table twice (a integer constraint other_name not null) inherits (parent);
alter table parent alter b set not null, alter a drop not null;
alter table parent rename constraint id_there to id_here;
alter table parent add primary key (b);
alter table child no inherit parent;
alter table parent add constraint lonely not null a no inherit;
-- postgres: 18

-- case: a new child has as valid what its parent has NOT VALID
create table parent (a integer, b integer not null) partition by list (b);
alter table parent add constraint positive check (a > 0) not valid;
create table part partition of parent for values in (1);
create table grown (a integer);
alter table grown add constraint positive check (a > 0) not valid;
create table child () inherits (grown);
create table like_it (like grown including all);

-- case: a new child has as valid a NOT NULL that its parent has NOT VALID
-- postgres: 18
create table parent (a integer);
alter table parent add constraint a_is_there not null a not valid;
create table child () inherits (parent);
create table like_it (like parent);

-- case: what ALTER COLUMN does to the table alone
create table parent (a text, b integer) partition by list (b);
create table part partition of parent for values in (1);
create table grown (a text);
create table child () inherits (grown);
alter table parent alter a set (n_distinct = 5), alter a set compression pglz, alter a set statistics 7;
alter table grown alter a set (n_distinct = 5), alter a set compression pglz, alter a set storage external;

-- case: a child of several parents that are each other's
create table top (a integer, b integer, constraint positive check (a > 0));
create table middle (c integer) inherits (top);
create table low () inherits (top, middle);
create table lowest () inherits (top, middle, low);
alter table top alter a set not null;
alter table lowest no inherit top;
alter table lowest no inherit middle;
alter table top alter a drop not null, drop constraint positive;
alter table top drop column b;
alter table lowest no inherit low;
