import type { Identifier } from '../catalog/catalog.ts'
import { OWN_DATABASE } from '../catalog/database-settings.ts'
import { functionKey } from '../catalog/fold-objects.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Grant, GrantTarget } from '../catalog/privileges.ts'
import { grantKey, PUBLIC } from '../catalog/privileges.ts'
import type { Session } from './session.ts'
import { granteeName, withRelations, withRoutines, withSchemas, withTypes } from './system-catalog.ts'

/**
 * Reads the privileges of everyone but the owners, without those that PUBLIC has on every
 * function, type, language and database.
 */
export async function introspectGrants(session: Session): Promise<ReadonlyMap<string, Grant>> {
  const grants = new Map<string, Grant>()
  for (const query of [
    relationQuery,
    columnQuery,
    schemaQuery,
    functionQuery,
    typeQuery,
    ...otherQueries,
    ...withheldQueries,
  ]) {
    for (const row of await session.query<GrantRow>(query)) {
      const { target, privilege, grantee, column, grantable } = row
      const grant: Grant = {
        target,
        on: objectOf(row),
        privilege,
        grantee,
        ...(column === null ? {} : { column }),
        grantable,
        ...(row.withheld === true ? { withheld: true } : {}),
      }
      grants.set(grantKey(grant), grant)
    }
  }
  return grants
}

function objectOf({ target, schema, name, arguments: types }: GrantRow): string {
  if (target === 'database') return OWN_DATABASE
  if (schema === null) return quoteIdentifier(name)
  return types === null ? qualify(schema, name) : functionKey({ name: qualify(schema, name), arguments: types })
}

interface GrantRow {
  readonly target: GrantTarget
  readonly schema: Identifier | null
  readonly name: Identifier
  readonly column: Identifier | null
  readonly arguments: readonly string[] | null
  readonly privilege: string
  readonly grantee: Identifier
  readonly grantable: boolean
  readonly withheld?: boolean
}

/** One row for each privilege, though several grantors may have given it. Objects: `list, owner, name …` */
function grantQuery(scope: string, source: string, target: string, columns: GrantColumns): string {
  return `${scope}
    select ${target} as target, ${columns.schema ?? 'null'} as schema, ${columns.name} as name,
      ${columns.column ?? 'null'} as column, ${columns.arguments ?? 'null::json'} as arguments,
      acl.privilege_type as privilege, ${granteeName('acl.grantee')} as grantee, acl.is_grantable as grantable
    from ${source}, aclexplode(${columns.list}) as acl
    where acl.grantee <> ${columns.owner}
    order by schema, name, "column", privilege, grantee, grantable`
}

interface GrantColumns {
  readonly list: string
  readonly owner: string
  readonly schema?: string
  readonly name: string
  readonly column?: string
  readonly arguments?: string
}

const relationTarget = `case c.relkind when 'S' then 'sequence' else 'table' end`

const relationQuery = grantQuery(
  withRelations,
  `(select * from relations where relkind in ('r', 'p', 'f', 'v', 'm', 'S')) as c`,
  relationTarget,
  { list: 'c.relacl', owner: 'c.relowner', schema: 'c.schema', name: 'c.relname' },
)

const columnQuery = grantQuery(
  withRelations,
  'relations c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped',
  relationTarget,
  { list: 'a.attacl', owner: 'c.relowner', schema: 'c.schema', name: 'c.relname', column: 'a.attname' },
)

const schemaQuery = grantQuery(withSchemas, 'own_schemas n', `'schema'`, {
  list: 'n.nspacl',
  owner: 'n.nspowner',
  name: 'n.nspname',
})

const functionQuery = withoutPublic(
  grantQuery(withRoutines, 'functions f', `'function'`, {
    list: 'f.proacl',
    owner: 'f.proowner',
    schema: 'f.schema',
    name: 'f.proname',
    arguments: 'f.arguments',
  }),
)

const typeQuery = withoutPublic(
  grantQuery(withTypes, 'types t', `'type'`, {
    list: 't.typacl',
    owner: 't.typowner',
    schema: 't.schema',
    name: 't.typname',
  }),
)

const otherQueries = [
  withoutPublic(grantQuery('', 'pg_language', `'language'`, { list: 'lanacl', owner: 'lanowner', name: 'lanname' })),
  ownQuery('pg_foreign_data_wrapper', 'foreign data wrapper', 'fdw'),
  ownQuery('pg_foreign_server', 'foreign server', 'srv'),
  `select * from (${grantQuery('', 'pg_database', `'database'`, { list: 'datacl', owner: 'datdba', name: 'datname' })}) as entry
    where name = current_database() and (grantee <> '${PUBLIC}' or privilege = 'CREATE')`,
]

function ownQuery(catalog: string, target: GrantTarget, prefix: string): string {
  return grantQuery('', catalog, `'${target}'`, {
    list: `${prefix}acl`,
    owner: `${prefix}owner`,
    name: `${prefix}name`,
  })
}

function withoutPublic(query: string): string {
  return `select * from (${query}) as entry where grantee <> '${PUBLIC}'`
}

/** What PUBLIC would have by default, on objects whose list of privileges does not have it. */
function withheldQuery(scope: string, source: string, target: GrantTarget, columns: Withheld): string {
  return `${scope}
    select '${target}' as target, ${columns.schema ?? 'null'} as schema, ${columns.name} as name, null as column,
      ${columns.arguments ?? 'null::json'} as arguments, privilege, '${PUBLIC}' as grantee, false as grantable,
      true as withheld
    from ${source}, unnest(array[${columns.privileges.map((each) => `'${each}'`).join(', ')}]) as privilege
    where ${columns.list} is not null and ${columns.where ?? 'true'} and not exists (
      select from aclexplode(${columns.list}) as acl where acl.grantee = 0 and acl.privilege_type = privilege
    )
    order by schema, name`
}

interface Withheld extends Omit<GrantColumns, 'owner'> {
  readonly privileges: readonly string[]
  readonly where?: string
}

const withheldQueries = [
  withheldQuery(withRoutines, 'functions f', 'function', {
    list: 'f.proacl',
    schema: 'f.schema',
    name: 'f.proname',
    arguments: 'f.arguments',
    privileges: ['EXECUTE'],
  }),
  withheldQuery(withTypes, 'types t', 'type', {
    list: 't.typacl',
    schema: 't.schema',
    name: 't.typname',
    privileges: ['USAGE'],
  }),
  withheldQuery('', 'pg_language', 'language', {
    list: 'lanacl',
    name: 'lanname',
    privileges: ['USAGE'],
    where: 'lanpltrusted',
  }),
  withheldQuery('', 'pg_database', 'database', {
    list: 'datacl',
    name: 'datname',
    privileges: ['CONNECT', 'TEMPORARY'],
    where: 'datname = current_database()',
  }),
]
