set role to app_owner;

create table app.orders (
    id uuid not null default gen_random_uuid(),
    account_id uuid not null,
    placed_by_user_id uuid not null,
    currency_code text not null,
    status text not null default 'draft',
    placed_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_orders primary key (id),
    constraint fk_orders_account_id_accounts foreign key (account_id)
    references app.accounts (id) on delete restrict on update restrict,
    constraint fk_orders_placed_by_user_id_users foreign key (placed_by_user_id)
    references app.users (id) on delete restrict on update restrict,
    constraint ck_orders_currency_code check (currency_code ~ '^[A-Z]{3}$'),
    constraint ck_orders_status check (status in ('draft', 'placed', 'fulfilled', 'cancelled')),
    constraint ck_orders_placed_at check (
        (status != 'draft' or placed_at is null)
        and (status not in ('placed', 'fulfilled') or placed_at is not null)
    )
);

comment on table app.orders is 'What an account ordered. Its total is in app.order_totals.';

comment on column app.orders.currency_code is 'ISO 4217. Lines and payments are in this currency.';

comment on column app.orders.placed_at is 'Null until the order leaves the draft.';

-- The page that everybody opens: the latest orders of one account.
create index ix_orders_account_id_created_at on app.orders (account_id, created_at desc);

create index ix_orders_placed_by_user_id on app.orders (placed_by_user_id);

-- The queue of the warehouse. It stays small however many orders there are.
create index ix_orders_placed_at_unfulfilled on app.orders (placed_at) where status = 'placed';

create trigger tg_orders_set_updated_at
before update on app.orders
for each row execute function app.set_updated_at();

grant select, insert, update on table app.orders to app_readwrite;

grant select on table app.orders to app_readonly;

-- unit_price_minor is what was agreed. It is no copy: the price list moves on without it.
create table app.order_lines (
    id uuid not null default gen_random_uuid(),
    order_id uuid not null,
    line_number integer not null,
    product_id uuid not null,
    quantity integer not null,
    unit_price_minor bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_order_lines primary key (id),
    constraint uq_order_lines_order_id_line_number unique (order_id, line_number),
    constraint fk_order_lines_order_id_orders foreign key (order_id)
    references app.orders (id) on delete cascade on update restrict,
    constraint fk_order_lines_product_id_products foreign key (product_id)
    references app.products (id) on delete restrict on update restrict,
    constraint ck_order_lines_line_number check (line_number > 0),
    constraint ck_order_lines_quantity check (quantity between 1 and 100000),
    constraint ck_order_lines_unit_price_minor check (
        unit_price_minor between 0 and 1000000000000
    )
);

comment on table app.order_lines is 'One product of an order, at the price that was agreed.';

comment on column app.order_lines.unit_price_minor is 'In minor units of the order''s currency.';

create index ix_order_lines_product_id on app.order_lines (product_id);

create trigger tg_order_lines_set_updated_at
before update on app.order_lines
for each row execute function app.set_updated_at();

grant select, insert, update, delete on table app.order_lines to app_readwrite;

grant select on table app.order_lines to app_readonly;

reset role;
