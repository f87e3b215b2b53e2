set role to app_owner;

drop table app.order_lines;

drop table app.orders;

reset role;
