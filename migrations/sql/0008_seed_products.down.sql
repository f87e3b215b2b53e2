set role to app_owner;

-- Their prices go with them. A product that was ordered is refused, and with it the downgrade.
delete from app.products
where id in (
    '0b54e6a2-5d5c-4f0e-9f4b-6a3f0c1d7e11',
    '6f1c2d9e-8a47-4b6b-b1de-2c9a5f7e3a22',
    'c3a8f7b4-1e29-4d83-8c55-9d0e6b4f8c33'
);

reset role;
