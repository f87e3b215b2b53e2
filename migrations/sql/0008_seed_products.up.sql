set role to app_owner;

-- Written-out keys give every environment the same ids. What is there already is left alone.
insert into app.products (id, sku, name) values
('0b54e6a2-5d5c-4f0e-9f4b-6a3f0c1d7e11', 'PLAN-STARTER', 'Starter plan'),
('6f1c2d9e-8a47-4b6b-b1de-2c9a5f7e3a22', 'PLAN-TEAM', 'Team plan'),
('c3a8f7b4-1e29-4d83-8c55-9d0e6b4f8c33', 'SUPPORT-HOUR', 'Hour of support')
on conflict (sku) do nothing;

insert into app.product_prices (product_id, currency_code, amount_minor) values
('0b54e6a2-5d5c-4f0e-9f4b-6a3f0c1d7e11', 'EUR', 1900),
('0b54e6a2-5d5c-4f0e-9f4b-6a3f0c1d7e11', 'USD', 2100),
('6f1c2d9e-8a47-4b6b-b1de-2c9a5f7e3a22', 'EUR', 9900),
('6f1c2d9e-8a47-4b6b-b1de-2c9a5f7e3a22', 'USD', 10900),
('c3a8f7b4-1e29-4d83-8c55-9d0e6b4f8c33', 'EUR', 12000),
('c3a8f7b4-1e29-4d83-8c55-9d0e6b4f8c33', 'USD', 13200)
on conflict (product_id, currency_code) do nothing;

reset role;
