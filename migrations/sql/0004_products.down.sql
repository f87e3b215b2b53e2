set role to app_owner;

drop table app.product_prices;

drop table app.products;

reset role;
