set role to app_owner;

-- One function serves every table. It names no table, so the pinned search_path is empty.
-- clock_timestamp() moves within a transaction, where now() would repeat created_at.
create function app.set_updated_at() returns trigger
language plpgsql
set search_path = ''
as $$
begin
    new.updated_at := clock_timestamp();
    return new;
end;
$$;

comment on function app.set_updated_at() is 'Keeps updated_at, whatever the client sends.';

-- A trigger needs no caller who may execute its function.
revoke execute on function app.set_updated_at() from public;

reset role;
