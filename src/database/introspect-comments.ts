import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { changeDescribed, setComment } from '../catalog/fold-comments.ts'
import { functionKey } from '../catalog/fold-objects.ts'
import { qualify } from '../catalog/names.ts'
import type { CommentTarget, ExtensionDependent } from '../catalog/object-actions.ts'
import type { Session } from './session.ts'
import { withFunctions, withRelations, withSchemas, withTypes } from './system-catalog.ts'

/** Describes the objects of a catalog as the server has them described, and lets them go with its extensions; those that are not in it are passed over. */
export async function introspectComments(session: Session, catalog: Catalog): Promise<Catalog> {
  let result = catalog
  for (const query of dependentQueries) {
    for (const { extensions, ...row } of await session.query<DependentRow>(query)) {
      const on = targetOf({ ...row, comment: '' }) as ExtensionDependent
      result = changeDescribed(result, on, (object) => ({ ...object, goesWith: extensions }))
    }
  }
  for (const query of [relationQuery, typeQuery, functionQuery, schemaQuery, extensionQuery]) {
    for (const row of await session.query<CommentRow>(query)) result = setComment(result, targetOf(row), row.comment)
  }
  return result
}

function targetOf({ object, schema, name, part, arguments: types }: CommentRow): CommentTarget {
  switch (object) {
    case 'schema':
    case 'extension':
      return { object, name }
    case 'function':
      return { object, name: functionKey({ name: qualify(schema, name), arguments: types }) }
    case 'column':
      return { object, relation: qualify(schema, name), name: part }
    case 'constraint':
    case 'trigger':
    case 'policy':
      return { object, table: qualify(schema, name), name: part }
    case 'domainConstraint':
      return { object, domain: qualify(schema, name), name: part }
    default:
      return { object, name: qualify(schema, name) }
  }
}

interface CommentRow {
  readonly object: Exclude<CommentTarget['object'], 'other'>
  readonly schema: Identifier
  /** Of the object, or of the one that it is a part of. */
  readonly name: Identifier
  readonly part: Identifier
  readonly arguments: readonly string[]
  readonly comment: string
}

interface DependentRow extends Omit<CommentRow, 'comment'> {
  readonly extensions: readonly Identifier[]
}

/** The join with what is said of the objects of one system catalog. */
function said(catalog: string, oid: string, column = '0'): string {
  return `join pg_description d
    on d.classoid = '${catalog}'::regclass and d.objoid = ${oid} and d.objsubid = ${column}`
}

const relationQuery = `${withRelations}
  select 'relation' as object, r.schema, r.relname as name, null as part, d.description as comment
  from relations r ${said('pg_class', 'r.oid')}
  union all
  select 'column', r.schema, r.relname, a.attname, d.description
  from relations r join pg_attribute a on a.attrelid = r.oid ${said('pg_class', 'r.oid', 'a.attnum')}
  where a.attnum > 0
  union all
  select 'constraint', r.schema, r.relname, k.conname, d.description
  from relations r join pg_constraint k on k.conrelid = r.oid ${said('pg_constraint', 'k.oid')}
  union all
  select 'trigger', r.schema, r.relname, g.tgname, d.description
  from relations r join pg_trigger g on g.tgrelid = r.oid ${said('pg_trigger', 'g.oid')}
  union all
  select 'policy', r.schema, r.relname, p.polname, d.description
  from relations r join pg_policy p on p.polrelid = r.oid ${said('pg_policy', 'p.oid')}`

const typeQuery = `${withTypes}
  select 'type' as object, t.schema, t.typname as name, null as part, d.description as comment
  from types t ${said('pg_type', 't.oid')}
  union all
  select 'domainConstraint', t.schema, t.typname, k.conname, d.description
  from types t join pg_constraint k on k.contypid = t.oid ${said('pg_constraint', 'k.oid')}`

const functionQuery = `${withFunctions}
  select 'function' as object, f.schema, f.proname as name, f.arguments, d.description as comment
  from functions f ${said('pg_proc', 'f.oid')}`

const schemaQuery = `${withSchemas}
  select 'schema' as object, s.nspname as name, d.description as comment
  from own_schemas s ${said('pg_namespace', 's.oid')}`

/** An extension comes with a comment of its own. */
const extensionQuery = `
  select 'extension' as object, e.extname as name, d.description as comment
  from pg_extension e ${said('pg_extension', 'e.oid')} left join pg_available_extensions a on a.name = e.extname
  where d.description is distinct from a.comment`

/** The extensions with which an object of a system catalog goes, as a list; null where there is none. */
function goingWith(catalog: string, oid: string): string {
  return `(select json_agg(e.extname order by e.extname collate "C")
    from pg_depend d join pg_extension e on e.oid = d.refobjid
    where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.objsubid = 0
      and d.refclassid = 'pg_extension'::regclass and d.deptype = 'x') as extensions`
}

const dependentQueries = [
  `select * from (${withRelations}
    select 'relation' as object, r.schema, r.relname as name, null as part, ${goingWith('pg_class', 'r.oid')}
    from relations r
    union all
    select 'trigger', r.schema, r.relname, g.tgname, ${goingWith('pg_trigger', 'g.oid')}
    from relations r join pg_trigger g on g.tgrelid = r.oid) found where extensions is not null`,
  `select * from (${withFunctions}
    select 'function' as object, f.schema, f.proname as name, f.arguments, ${goingWith('pg_proc', 'f.oid')}
    from functions f) found where extensions is not null`,
]
