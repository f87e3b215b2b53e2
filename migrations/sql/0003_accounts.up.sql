set role to app_owner;

create table app.accounts (
    id uuid not null default gen_random_uuid(),
    name text not null,
    slug text not null,
    status text not null default 'active',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_accounts primary key (id),
    constraint uq_accounts_slug unique (slug),
    constraint ck_accounts_name check (char_length(name) between 1 and 200),
    constraint ck_accounts_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint ck_accounts_status check (status in ('active', 'suspended', 'closed'))
);

comment on table app.accounts is 'A customer. It is closed, never deleted: its orders stay.';

create trigger tg_accounts_set_updated_at
before update on app.accounts
for each row execute function app.set_updated_at();

grant select, insert, update on table app.accounts to app_readwrite;

grant select on table app.accounts to app_readonly;

-- Addresses are stored in lower case. A plain unique constraint then suffices, and
-- ON CONFLICT can name it.
create table app.users (
    id uuid not null default gen_random_uuid(),
    email_address text not null,
    display_name text not null,
    status text not null default 'active',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_users primary key (id),
    constraint uq_users_email_address unique (email_address),
    constraint ck_users_email_address check (
        email_address = lower(email_address)
        and char_length(email_address) <= 254
        and email_address ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$'
    ),
    constraint ck_users_display_name check (char_length(display_name) between 1 and 200),
    constraint ck_users_status check (status in ('active', 'disabled'))
);

comment on table app.users is 'A person who signs in. Passwords are the identity provider''s.';

create trigger tg_users_set_updated_at
before update on app.users
for each row execute function app.set_updated_at();

grant select, insert, update on table app.users to app_readwrite;

grant select on table app.users to app_readonly;

-- A membership means nothing without both its ends, so it goes with either.
create table app.memberships (
    id uuid not null default gen_random_uuid(),
    account_id uuid not null,
    user_id uuid not null,
    access_level text not null default 'member',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_memberships primary key (id),
    constraint uq_memberships_account_id_user_id unique (account_id, user_id),
    constraint fk_memberships_account_id_accounts foreign key (account_id)
    references app.accounts (id) on delete cascade on update restrict,
    constraint fk_memberships_user_id_users foreign key (user_id)
    references app.users (id) on delete cascade on update restrict,
    constraint ck_memberships_access_level check (access_level in ('owner', 'admin', 'member'))
);

comment on table app.memberships is 'Which user may act for which account, and how far.';

-- The key of the unique constraint leads with account_id. Only user_id needs an index.
create index ix_memberships_user_id on app.memberships (user_id);

-- An account has at most one owner.
create unique index uq_memberships_account_id_owner on app.memberships (account_id)
where access_level = 'owner';

create trigger tg_memberships_set_updated_at
before update on app.memberships
for each row execute function app.set_updated_at();

grant select, insert, update, delete on table app.memberships to app_readwrite;

grant select on table app.memberships to app_readonly;

reset role;
