import {
  type Catalog,
  type DefaultPrivilege,
  type Grant,
  type Problem,
  PUBLIC,
  quoteIdentifier,
  schemaRule,
} from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  summary: 'A privilege is granted to PUBLIC.',
  why: `
    PUBLIC is every role of the cluster: the ones of other applications, of monitoring and of
    backups, and each that is ever created. What PUBLIC holds cannot be taken from one of
    them, as REVOKE from a role takes nothing that it has through PUBLIC.
  `,
  instead: `
    Make a role without login for what is allowed, such as one that only reads, grant the
    privilege to it and the role to those who need it, and revoke it from PUBLIC.
  `,
  *check({ catalog, postgres }) {
    const held = [...catalog.grants.values()].filter(
      (grant) => grant.grantee === PUBLIC && grant.withheld !== true && !isUsual(grant, postgres),
    )
    const byObject = grouped(held, (grant) => `${grant.target} ${grant.on}`)
    for (const grants of byObject.values()) if (!isParentsToo(catalog, grants, byObject)) yield problemOf(grants)

    const promised = [...catalog.defaultPrivileges.values()].filter((entry) => entry.grantee === PUBLIC)
    const byScope = grouped(promised, (entry) => `${entry.target} ${entry.schema} ${entry.role}`)
    // Functions and types are PUBLIC's from the start, whether or not somebody says so.
    for (const entries of byScope.values())
      if (entries[0]?.target !== 'function' && entries[0]?.target !== 'type') yield promiseOf(entries)
  },
})

/** USAGE of schema public is given with every database; before PostgreSQL 15 CREATE was too. */
function isUsual(grant: Grant, postgres: number): boolean {
  if (grant.target !== 'schema' || grant.on !== 'public') return false
  return grant.privilege === 'USAGE' || (grant.privilege === 'CREATE' && postgres < 15)
}

/** Whether the same is told of the table that this one is a partition of. */
function isParentsToo(catalog: Catalog, [grant]: readonly Grant[], told: ReadonlyMap<string, unknown>): boolean {
  const parent = grant?.target === 'table' ? catalog.tables.get(grant.on)?.partitionOf : undefined
  return parent !== undefined && told.has(`table ${parent}`)
}

function problemOf(grants: readonly Grant[]): Problem {
  const { target, on, origin } = grants[0]!
  const privileges = grants.map(({ privilege, column }) =>
    column === undefined ? privilege : `${privilege} (${quoteIdentifier(column)})`,
  )
  const object = target === 'table' ? on : `${target} ${on}`
  return { message: `PUBLIC holds ${privileges.toSorted().join(', ')} on ${object}`, subject: object, span: origin }
}

function promiseOf(entries: readonly DefaultPrivilege[]): Problem {
  const { target, schema, role, origin } = entries[0]!
  const maker = role === undefined ? '' : ` of ${role}`
  const place = schema === undefined ? '' : ` in schema ${quoteIdentifier(schema)}`
  const object = `every new ${target}${maker}${place}`
  const privileges = entries
    .map((entry) => entry.privilege)
    .toSorted()
    .join(', ')
  return { message: `PUBLIC will hold ${privileges} on ${object}`, subject: object, span: origin }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
