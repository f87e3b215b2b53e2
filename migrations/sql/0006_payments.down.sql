set role to app_owner;

drop view app.order_totals;

drop table app.payments;

reset role;
