import type { Identifier, Name } from '../catalog/catalog.ts'
import { onTableKey } from '../catalog/fold-objects.ts'
import { qualify } from '../catalog/names.ts'
import type { DefaultPrivilege, Policy, Role } from '../catalog/privileges.ts'
import { defaultPrivilegeKey, PUBLIC } from '../catalog/privileges.ts'
import type { Session } from './session.ts'
import { granteeName, otherRole, withRelations } from './system-catalog.ts'

/**
 * Reads the server's roles but for its first superuser, its predefined ones, the user of
 * the session and those to ignore.
 */
export async function introspectRoles(
  session: Session,
  ignored: readonly Identifier[],
): Promise<ReadonlyMap<Identifier, Role>> {
  const rows = await session.query<RoleRow>(roleQuery)
  const made = rows.filter((role) => !ignored.includes(role.name))
  return new Map(made.map((row) => [row.name, roleFrom(row)]))
}

interface RoleRow extends Omit<Role, 'inherit' | 'connectionLimit' | 'validUntil' | 'settings' | 'memberOf'> {
  readonly inherit: boolean
  readonly connectionLimit: number
  readonly validUntil: string | null
  /** Each as `name=value`. */
  readonly settings: readonly string[] | null
  readonly memberships: readonly {
    readonly role: Identifier
    readonly admin: boolean
    readonly inherit: boolean
    readonly set: boolean
  }[]
}

function roleFrom({ inherit, connectionLimit, validUntil, settings, memberships, ...role }: RoleRow): Role {
  const said = (settings ?? []).map((each) => [
    each.slice(0, each.indexOf('=')).toLowerCase(),
    each.slice(each.indexOf('=') + 1),
  ])
  const options = memberships.flatMap(({ role: group, ...each }) =>
    each.admin || !each.inherit || !each.set
      ? [
          [
            group,
            {
              ...(each.admin ? { admin: true as const } : {}),
              ...(each.inherit ? {} : { inherit: false as const }),
              ...(each.set ? {} : { set: false as const }),
            },
          ] as const,
        ]
      : [],
  )
  return {
    ...role,
    ...(inherit ? {} : { inherit }),
    ...(connectionLimit < 0 ? {} : { connectionLimit }),
    ...(validUntil === null ? {} : { validUntil }),
    ...(said.length === 0 ? {} : { settings: Object.fromEntries(said.toSorted()) }),
    memberOf: memberships.map((each) => each.role),
    ...(options.length === 0 ? {} : { membershipOptions: Object.fromEntries(options) }),
  }
}

/** Reads row security policies; that one is for the user of the session is not told. */
export async function introspectPolicies(session: Session): Promise<ReadonlyMap<Name, Policy>> {
  const policies = new Map<Name, Policy>()
  for (const { schema, table, ...row } of await session.query<PolicyRow>(policyQuery)) {
    const name = qualify(schema, table)
    policies.set(onTableKey(name, row.name), { ...row, table: name })
  }
  return policies
}

/** Reads default privileges but for those that everyone has without them. */
export async function introspectDefaultPrivileges(session: Session): Promise<ReadonlyMap<string, DefaultPrivilege>> {
  const entries = new Map<string, DefaultPrivilege>()
  for (const row of await session.query<DefaultPrivilegeRow>(defaultPrivilegeQuery)) {
    const { role, schema, withheld, ...privilege } = row
    const entry: DefaultPrivilege = {
      ...privilege,
      ...(role === null ? {} : { role }),
      ...(schema === null ? {} : { schema }),
      ...(withheld ? { withheld } : {}),
    }
    entries.set(defaultPrivilegeKey(entry), entry)
  }
  return entries
}

/**
 * Since PostgreSQL 16 the server makes whoever creates a role an administrator of it that
 * neither inherits it nor may become it, which no migration says.
 */
const roleQuery = `
  select rolname as name, rolcanlogin as login, rolsuper as superuser, rolcreaterole as "createRole",
    rolcreatedb as "createDatabase", rolreplication as replication, rolbypassrls as "bypassRowSecurity",
    rolinherit as inherit, rolconnlimit as "connectionLimit", rolvaliduntil::text as "validUntil", rolconfig as settings,
    (
      select coalesce(json_agg(json_build_object('role', role, 'admin', admin, 'inherit', inherits, 'set', sets)
        order by role collate "C"), '[]')
      from (
        select g.rolname as role, bool_or(m.admin_option) as admin,
          bool_or(coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, true)) as inherits,
          bool_or(coalesce((to_jsonb(m) ->> 'set_option')::boolean, true)) as sets
        from pg_auth_members m join pg_roles g on g.oid = m.roleid
        where m.member = r.oid and not (
          m.admin_option and to_jsonb(m) ->> 'inherit_option' is not distinct from 'false'
          and to_jsonb(m) ->> 'set_option' is not distinct from 'false'
        )
        group by g.rolname
      ) memberships
    ) as memberships
  from pg_roles r
  where rolname !~ '^pg_' and oid <> 10 and rolname <> session_user
  order by rolname`

interface PolicyRow extends Omit<Policy, 'table' | 'origin'> {
  readonly schema: Identifier
  readonly table: Identifier
}

const policyQuery = `${withRelations}
  select t.schema, t.relname as table, p.polname as name, p.polpermissive as permissive,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
      else 'all' end as command,
    (
      select coalesce(json_agg(${granteeName('role')} order by ${granteeName('role')}), '[]')
      from unnest(p.polroles) as role where role = 0 or pg_get_userbyid(role) <> session_user
    ) as roles
  from relations t join pg_policy p on p.polrelid = t.oid
  order by t.schema, t.relname, p.polname`

interface DefaultPrivilegeRow extends Omit<DefaultPrivilege, 'role' | 'schema' | 'origin' | 'withheld'> {
  readonly withheld: boolean
  readonly role: Identifier | null
  readonly schema: Identifier | null
}

/** An entry without a schema holds, besides what was granted, what its role and PUBLIC have anyway. */
const defaultPrivilegeQuery = `
  select *, false as withheld from (
    select case d.defaclobjtype when 'r' then 'table' when 'S' then 'sequence' when 'f' then 'function'
        when 'T' then 'type' when 'n' then 'schema' when 'L' then 'large object' end as target,
      ${otherRole('d.defaclrole')} as role, n.nspname as schema, acl.privilege_type as privilege,
      ${granteeName('acl.grantee')} as grantee, bool_or(acl.is_grantable) as grantable
    from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace, aclexplode(d.defaclacl) as acl
    where acl.grantee <> d.defaclrole or d.defaclnamespace <> 0
    group by 1, 2, 3, 4, 5
  ) as entry
  where target is not null and not (target in ('function', 'type') and grantee = '${PUBLIC}')
  union all
  select case defaclobjtype when 'f' then 'function' else 'type' end, ${otherRole('defaclrole')}, null,
    case defaclobjtype when 'f' then 'EXECUTE' else 'USAGE' end, '${PUBLIC}', false, true
  from pg_default_acl
  where defaclobjtype in ('f', 'T') and defaclnamespace = 0
    and not exists (select from aclexplode(defaclacl) as acl where acl.grantee = 0)
  order by 1, 2, 3, 4, 5`
