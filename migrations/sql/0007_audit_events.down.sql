set role to app_owner;

-- Its partitions go with it.
drop table audit.events;

reset role;
