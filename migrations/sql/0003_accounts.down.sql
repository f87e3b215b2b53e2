set role to app_owner;

drop table app.memberships;

drop table app.users;

drop table app.accounts;

reset role;
