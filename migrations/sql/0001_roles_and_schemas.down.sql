-- A schema takes its own default privileges with it. It is dropped without CASCADE,
-- so that a table which no migration made stops the downgrade instead of vanishing.
drop schema audit;

drop schema app;

-- Back to the default that PostgreSQL is built with. The owner could not be dropped otherwise.
alter default privileges for role app_owner
grant execute on functions to public;

-- A role that another database of the cluster still uses is kept.
do $$
begin
    drop role if exists app_readonly;
exception
    when dependent_objects_still_exist then
        raise notice 'role app_readonly is kept: %', sqlerrm;
end
$$;

do $$
begin
    drop role if exists app_readwrite;
exception
    when dependent_objects_still_exist then
        raise notice 'role app_readwrite is kept: %', sqlerrm;
end
$$;

-- The owner goes first: were it kept, its migrator must stay a member of it.
do $$
begin
    drop role if exists app_owner;
    drop role if exists app_migrator;
exception
    when dependent_objects_still_exist then
        raise notice 'roles app_owner and app_migrator are kept: %', sqlerrm;
end
$$;
