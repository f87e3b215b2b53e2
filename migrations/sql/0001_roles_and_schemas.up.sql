-- Nobody logs in as these roles. A login role is made outside the migrations and is
-- granted one of them, so that passwords and people change without a migration.
-- Roles belong to the whole cluster: another database may have made them already.

-- Owns the schemas and everything in them.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_owner') then
        create role app_owner nologin;
    end if;
end
$$;

-- May act as the owner. The login that deploys is granted this role.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_migrator') then
        create role app_migrator nologin;
    end if;
end
$$;

-- Reads and writes rows. The login of the running service is granted this role.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_readwrite') then
        create role app_readwrite nologin;
    end if;
end
$$;

-- Reads rows. The logins of reports and of people who look are granted this role.
do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_readonly') then
        create role app_readonly nologin;
    end if;
end
$$;

grant app_owner to app_migrator;

-- Since PostgreSQL 16 a role that creates another may not act as it without being told so.
grant app_migrator to current_user;

create schema app;

create schema audit;

alter schema app owner to app_owner;

alter schema audit owner to app_owner;

comment on schema app is 'What the service works with: accounts, products, orders and payments.';

comment on schema audit is 'What happened and who did it. Rows are added, never changed.';

-- Nothing lives in public. Clusters upgraded from before 15 still let everyone create there.
revoke create on schema public from public;

grant usage on schema app to app_readwrite, app_readonly;

grant usage on schema audit to app_readwrite, app_readonly;

-- PostgreSQL lets everyone execute a new function. Only the global default can take that back.
alter default privileges for role app_owner
revoke execute on functions from public;

-- A later table can be read from the start. Writing is granted by the migration that makes it.
alter default privileges for role app_owner in schema app
grant select on tables to app_readwrite, app_readonly;

alter default privileges for role app_owner in schema audit
grant select on tables to app_readwrite, app_readonly;
