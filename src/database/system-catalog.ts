import { PUBLIC } from '../catalog/privileges.ts'

/**
 * `schemas (oid, name)`: without the system's and other sessions' temporary ones. Schemas
 * of extensions are there, because users may put objects into them.
 */
const schemas = `schemas as (
  select oid, case when oid = pg_my_temp_schema() then 'pg_temp' else nspname::text end as name
  from pg_namespace
  where (nspname !~ '^pg_' or oid = pg_my_temp_schema()) and nspname <> 'information_schema'
)`

/** `relations (pg_class.*, schema)`: tables, indexes, sequences, views and composite types. */
export const withRelations = `with recursive ${schemas}, relations as (
  select c.*, s.name as schema
  from pg_class c join schemas s on s.oid = c.relnamespace
  where not ${ownedByExtension('pg_class', 'c.oid')}
)`

/** `functions (pg_proc.*, schema, arguments)`: functions and procedures, not aggregates nor a range type's constructors. */
export const withFunctions = functionsOf('f', 'p', 'w')

/** The same, and aggregates. */
export const withRoutines = functionsOf('f', 'p', 'w', 'a')

function functionsOf(...kinds: readonly string[]): string {
  return `with ${schemas}, functions as (
  select p.*, s.name as schema, (
      select coalesce(json_agg(format_type(type, null) order by position), '[]')
      from unnest(p.proargtypes) with ordinality as argument (type, position)
    ) as arguments
  from pg_proc p join schemas s on s.oid = p.pronamespace
  where p.prokind in (${kinds.map((kind) => `'${kind}'`).join(', ')}) and not ${ownedByExtension('pg_proc', 'p.oid')}
    and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'i')
)`
}

/** `types (pg_type.*, schema)`: enums, domains, ranges, base types, shells, and composite types that are no table's row. */
export const withTypes = `with ${schemas}, types as (
  select t.*, s.name as schema
  from pg_type t join schemas s on s.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
  where (
      t.typtype in ('e', 'd', 'r') or t.typtype = 'c' and c.relkind = 'c' or t.typtype = 'p' and not t.typisdefined
      or t.typtype = 'b' and not exists (select from pg_type element where element.typarray = t.oid)
    )
    and not ${ownedByExtension('pg_type', 't.oid')}
    and not ${ownedByExtension('pg_class', 't.typrelid')}
)`

/** `own_schemas (pg_namespace.*)`: the schemas that users made, and `public`. */
export const withSchemas = `with own_schemas as (
  select n.* from pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and not ${ownedByExtension('pg_namespace', 'n.oid')}
)`

/** The columns of a constraint or key as a JSON array of names: `null` where an element is an expression. */
export function columnNames(table: string, numbers: string): string {
  return `(
    select coalesce(json_agg(a.attname order by position), '[]')
    from unnest(${numbers}) with ordinality as element (number, position)
    left join pg_attribute a on a.attrelid = ${table} and a.attnum = element.number and element.number <> 0
  )`
}

/** The name of the schema with an oid, as `schemas` spells it. */
export function schemaName(oid: string): string {
  return `(
    select case when oid = pg_my_temp_schema() then 'pg_temp' else nspname::text end
    from pg_namespace where oid = ${oid}
  )`
}

/** The name of a collation: bare where pg_catalog has it. */
export function collationName(oid: string): string {
  return `(
    select case when n.nspname = 'pg_catalog' then '' else quote_ident(n.nspname) || '.' end || quote_ident(o.collname)
    from pg_collation o join pg_namespace n on n.oid = o.collnamespace where o.oid = ${oid}
  )`
}

/** The name of a function without its arguments: bare where pg_catalog has it; null where there is none. */
export function functionName(oid: string): string {
  return `(
    select case when n.nspname = 'pg_catalog' then '' else quote_ident(n.nspname) || '.' end || quote_ident(p.proname)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.oid = ${oid}
  )`
}

/** The name of a role, null where it is the one that runs the migrations. */
export function otherRole(oid: string): string {
  return `nullif(pg_get_userbyid(${oid}), session_user)::text`
}

/** The name of a grantee, whose oid 0 stands for everyone. */
export function granteeName(oid: string): string {
  return `case when ${oid} = 0 then '${PUBLIC}' else pg_get_userbyid(${oid})::text end`
}

/** Whether an object is an extension's. */
export function ownedByExtension(catalog: string, oid: string): string {
  return `exists (
    select from pg_depend
    where classid = '${catalog}'::regclass and objid = ${oid} and objsubid = 0 and deptype = 'e'
  )`
}
