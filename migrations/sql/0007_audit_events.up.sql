set role to app_owner;

-- The primary key holds occurred_at, because a partitioned table's key must hold what it is
-- partitioned by. There is no updated_at: nobody is granted UPDATE or DELETE.
create table audit.events (
    id uuid not null default gen_random_uuid(),
    occurred_at timestamptz not null default now(),
    account_id uuid not null,
    actor_user_id uuid,
    action text not null,
    subject_type text not null,
    subject_id uuid not null,
    details jsonb not null default '{}',
    created_at timestamptz not null default now(),
    constraint pk_events primary key (id, occurred_at),
    constraint fk_events_account_id_accounts foreign key (account_id)
    references app.accounts (id) on delete restrict on update restrict,
    constraint fk_events_actor_user_id_users foreign key (actor_user_id)
    references app.users (id) on delete restrict on update restrict,
    constraint ck_events_action check (action ~ '^[a-z_]+[.][a-z_]+$'),
    constraint ck_events_subject_type check (subject_type ~ '^[a-z][a-z0-9_]*$'),
    constraint ck_events_details check (jsonb_typeof(details) = 'object')
) partition by range (occurred_at);

comment on table audit.events is 'Who did what to which row, and when. Append-only.';

comment on column audit.events.actor_user_id is 'Null when the service acted by itself.';

comment on column audit.events.action is 'What was done, such as order.placed.';

comment on column audit.events.subject_id is 'The row may be gone, so no foreign key holds it.';

create index ix_events_account_id_occurred_at on audit.events (account_id, occurred_at desc);

create index ix_events_actor_user_id_occurred_at
on audit.events (actor_user_id, occurred_at desc);

create index ix_events_subject_id_occurred_at on audit.events (subject_id, occurred_at desc);

grant select, insert on table audit.events to app_readwrite;

grant select on table audit.events to app_readonly;

-- Bounds say their offset. Without one they would move with the TimeZone of the session.
-- Rows are written through audit.events. A month may be read alone, to export it.
create table audit.events_2026_11 partition of audit.events
for values from ('2026-11-01 00:00:00+00') to ('2026-12-01 00:00:00+00');

grant select on table audit.events_2026_11 to app_readwrite, app_readonly;

create table audit.events_2026_12 partition of audit.events
for values from ('2026-12-01 00:00:00+00') to ('2027-01-01 00:00:00+00');

grant select on table audit.events_2026_12 to app_readwrite, app_readonly;

create table audit.events_2027_01 partition of audit.events
for values from ('2027-01-01 00:00:00+00') to ('2027-02-01 00:00:00+00');

grant select on table audit.events_2027_01 to app_readwrite, app_readonly;

create table audit.events_2027_02 partition of audit.events
for values from ('2027-02-01 00:00:00+00') to ('2027-03-01 00:00:00+00');

grant select on table audit.events_2027_02 to app_readwrite, app_readonly;

create table audit.events_2027_03 partition of audit.events
for values from ('2027-03-01 00:00:00+00') to ('2027-04-01 00:00:00+00');

grant select on table audit.events_2027_03 to app_readwrite, app_readonly;

create table audit.events_2027_04 partition of audit.events
for values from ('2027-04-01 00:00:00+00') to ('2027-05-01 00:00:00+00');

grant select on table audit.events_2027_04 to app_readwrite, app_readonly;

-- Rows of a month that has no partition yet land here instead of being refused.
create table audit.events_default partition of audit.events default;

grant select on table audit.events_default to app_readwrite, app_readonly;

reset role;
