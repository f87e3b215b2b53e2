import type { Catalog } from './catalog.ts'
import { withLookups } from './lookups.ts'
import type { Grant } from './privileges.ts'
import { grantKey, PUBLIC } from './privileges.ts'

/**
 * The catalog of a database that nobody has put anything into. Its schema `public` may be
 * used by everyone, and until PostgreSQL 14 everyone may create in it too.
 */
export function emptyCatalog(postgres: number): Catalog {
  const privileges = postgres >= 15 ? ['USAGE'] : ['CREATE', 'USAGE']
  const grants = privileges.map(
    (privilege): Grant => ({ target: 'schema', on: 'public', privilege, grantee: PUBLIC, grantable: false }),
  )
  return withLookups({
    schemas: new Map([['public', { name: 'public' }]]),
    tables: new Map(),
    indexes: new Map(),
    sequences: new Map(),
    enums: new Map(),
    domains: new Map(),
    types: new Map(),
    views: new Map(),
    functions: new Map(),
    triggers: new Map(),
    policies: new Map(),
    others: new Map(),
    extensions: new Map([['plpgsql', { name: 'plpgsql', schema: 'pg_catalog' }]]),
    roles: new Map(),
    grants: new Map(grants.map((grant) => [grantKey(grant), grant])),
    defaultPrivileges: new Map(),
    databaseSettings: new Map(),
    session: { searchPath: ['public'] },
  })
}
