set role to app_owner;

create table app.products (
    id uuid not null default gen_random_uuid(),
    sku text not null,
    name text not null,
    status text not null default 'active',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_products primary key (id),
    constraint uq_products_sku unique (sku),
    constraint ck_products_sku check (sku ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
    constraint ck_products_name check (char_length(name) between 1 and 200),
    constraint ck_products_status check (status in ('active', 'retired'))
);

comment on table app.products is 'What can be ordered. It is retired, never deleted.';

create trigger tg_products_set_updated_at
before update on app.products
for each row execute function app.set_updated_at();

grant select, insert, update on table app.products to app_readwrite;

grant select on table app.products to app_readonly;

-- A price depends on the product and on the currency, so it is a table of its own.
create table app.product_prices (
    id uuid not null default gen_random_uuid(),
    product_id uuid not null,
    currency_code text not null,
    amount_minor bigint not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_product_prices primary key (id),
    constraint uq_product_prices_product_id_currency_code unique (product_id, currency_code),
    constraint fk_product_prices_product_id_products foreign key (product_id)
    references app.products (id) on delete cascade on update restrict,
    constraint ck_product_prices_currency_code check (currency_code ~ '^[A-Z]{3}$'),
    constraint ck_product_prices_amount_minor check (amount_minor between 1 and 1000000000000)
);

comment on table app.product_prices is 'What a product costs now, once per currency.';

comment on column app.product_prices.currency_code is 'ISO 4217, such as EUR.';

comment on column app.product_prices.amount_minor is 'In minor units of the currency: cents.';

create trigger tg_product_prices_set_updated_at
before update on app.product_prices
for each row execute function app.set_updated_at();

grant select, insert, update, delete on table app.product_prices to app_readwrite;

grant select on table app.product_prices to app_readonly;

reset role;
