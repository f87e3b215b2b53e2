set role to app_owner;

drop function app.set_updated_at();

reset role;
