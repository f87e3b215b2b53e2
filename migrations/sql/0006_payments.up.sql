set role to app_owner;

create table app.payments (
    id uuid not null default gen_random_uuid(),
    order_id uuid not null,
    amount_minor bigint not null,
    status text not null default 'pending',
    provider text not null,
    provider_reference text not null,
    settled_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_payments primary key (id),
    constraint uq_payments_provider_provider_reference unique (provider, provider_reference),
    constraint fk_payments_order_id_orders foreign key (order_id)
    references app.orders (id) on delete restrict on update restrict,
    constraint ck_payments_amount_minor check (amount_minor > 0),
    constraint ck_payments_status check (
        status in ('pending', 'succeeded', 'failed', 'refunded')
    ),
    constraint ck_payments_provider check (provider in ('card', 'bank_transfer')),
    constraint ck_payments_provider_reference check (
        char_length(provider_reference) between 1 and 200
    ),
    constraint ck_payments_settled_at check (
        (status in ('succeeded', 'refunded')) = (settled_at is not null)
    )
);

comment on table app.payments is 'Money asked for an order. It is kept, whatever became of it.';

comment on column app.payments.amount_minor is 'In minor units of the order''s currency.';

comment on column app.payments.provider_reference is
'The provider''s name for the payment. A repeated message finds its row by it.';

create index ix_payments_order_id on app.payments (order_id);

create trigger tg_payments_set_updated_at
before update on app.payments
for each row execute function app.set_updated_at();

grant select, insert, update on table app.payments to app_readwrite;

grant select on table app.payments to app_readonly;

-- Totals are computed. Stored beside the lines, they would one day disagree with them.
create view app.order_totals as
with ordered as (
    select
        order_id,
        sum(quantity * unit_price_minor)::bigint as total_minor
    from app.order_lines
    group by order_id
),

paid as (
    select
        order_id,
        sum(amount_minor)::bigint as paid_minor
    from app.payments
    where status = 'succeeded'
    group by order_id
)

select
    orders.id as order_id,
    orders.currency_code,
    coalesce(ordered.total_minor, 0) as total_minor,
    coalesce(paid.paid_minor, 0) as paid_minor
from app.orders
left join ordered on orders.id = ordered.order_id
left join paid on orders.id = paid.order_id;

-- The view reads with the rights of who asks, not with those of its owner.
alter view app.order_totals set (security_invoker = true);

comment on view app.order_totals is 'What an order costs and what of it has been paid.';

grant select on table app.order_totals to app_readwrite, app_readonly;

reset role;
