import { quoteIdentifier } from '../../src/catalog/names.ts'
import type { Server } from '../../src/database/target.ts'

/** Takes everything out of a run's database that a case has put there, so that one server serves many. */
export async function emptyDatabase({ session, rolesBefore, major }: Server): Promise<void> {
  for (const { statement } of await session.query<{ statement: string }>(DROP_OUTSIDE)) await session.run(statement)
  // Before the schema of one: the server may find the schema needed by the extension that it would drop with it.
  const extensions = await session.query<{ extname: string }>(
    "select extname from pg_extension where extname <> 'plpgsql'",
  )
  for (const { extname } of extensions)
    await session.run(`drop extension if exists ${quoteIdentifier(extname)} cascade`)
  const schemas = await session.query<{ nspname: string }>(
    "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
  )
  for (const { nspname } of schemas) await session.run(`drop schema if exists ${quoteIdentifier(nspname)} cascade`)
  await session.run('discard temp')
  for (const { statement } of await session.query<{ statement: string }>(RESET_DEFAULTS)) await session.run(statement)
  // As initdb leaves it: until PostgreSQL 14 everyone may create in it.
  const isOpen = major < 15
  await session.run(`create schema public${isOpen ? '' : ' authorization pg_database_owner'}`)
  await session.run(`grant usage${isOpen ? ', create' : ''} on schema public to public`)
  const roles = await session.query<{ rolname: string }>('select rolname from pg_roles')
  const made = roles.map((role) => role.rolname).filter((role) => !rolesBefore.includes(role))
  for (const role of made) {
    await session.run(`drop owned by ${quoteIdentifier(role)} cascade`)
    await session.run(`drop role ${quoteIdentifier(role)}`)
  }
}

/**
 * Drops what no schema holds: event triggers first, which would fire for the rest.
 * Then what is indexed by an operator class of an extension's: to drop that schema may drop the class's options function first, and a session
 * that has to read the index anew for its own drop then fails ("cache lookup failed for function").
 */
const DROP_OUTSIDE = `
  select format('drop event trigger %I', evtname) as statement from pg_event_trigger where oid >= 16384
  union all
  select distinct format('drop %s if exists %s cascade', case c.relkind when 'm' then 'materialized view' else 'table' end, c.oid::regclass)
    from pg_index i join pg_class c on c.oid = i.indrelid
    where exists (select from unnest(i.indclass) opclass where opclass >= 16384)
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  union all
  select format('alter %s reset all', case setrole when 0 then format('database %I', current_database())
      else format('role %I in database %I', pg_get_userbyid(setrole), current_database()) end)
    from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database())
  union all
  select format('grant connect, temporary on database %I to public', current_database())
    from pg_database where datname = current_database() and datacl is not null
  union all
  select format('drop access method %I cascade', amname) from pg_am e
    where oid >= 16384 and not exists (select from pg_depend d where d.objid = e.oid and d.deptype = 'e')
  union all
  select format('drop publication %I', pubname) from pg_publication where oid >= 16384
  union all
  select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper e
    where oid >= 16384 and not exists (select from pg_depend d where d.objid = e.oid and d.deptype = 'e')
  union all
  select format('drop cast (%s as %s)', castsource::regtype, casttarget::regtype) from pg_cast e
    where oid >= 16384 and not exists (select from pg_depend d where d.objid = e.oid and d.deptype in ('e', 'i'))
`

/** Takes back what the session's user has said about all its new objects; what is said of one schema goes with it. */
const RESET_DEFAULTS = `
  select format('alter default privileges revoke all on %s from %s', kind, grantee) as statement
    from pg_default_acl
    cross join lateral (select case defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
      when 'f' then 'functions' when 'T' then 'types' when 'L' then 'large objects' else 'schemas' end as kind) kinds
    cross join lateral (select distinct case acl.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(acl.grantee)) end
      as grantee from aclexplode(defaclacl) acl where acl.grantee <> defaclrole) grantees
    where defaclnamespace = 0 and pg_get_userbyid(defaclrole) = current_user
  union all
  select format('alter default privileges grant %s to public', what)
    from (values ('f', 'execute on functions'), ('T', 'usage on types')) implied(kind, what)
    where exists (select from pg_default_acl where defaclnamespace = 0 and defaclobjtype = kind::"char"
      and pg_get_userbyid(defaclrole) = current_user)
`
