import type { Catalog, Identifier } from '../catalog/catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import { withLookups } from '../catalog/lookups.ts'
import type { IndexDefinition } from '../catalog/object-actions.ts'
import type { PartitionBound, PartitionKey } from '../catalog/partitions.ts'
import { introspectComments } from './introspect-comments.ts'
import { introspectFunctions, introspectTriggers } from './introspect-functions.ts'
import { introspectGrants } from './introspect-grants.ts'
import { introspectIndexes } from './introspect-indexes.ts'
import { introspectOthers } from './introspect-others.ts'
import { introspectDefaultPrivileges, introspectPolicies, introspectRoles } from './introspect-privileges.ts'
import {
  introspectExtensions,
  introspectSchemas,
  introspectSequences,
  introspectViews,
} from './introspect-relations.ts'
import { introspectDatabaseSettings } from './introspect-settings.ts'
import { introspectTables } from './introspect-tables.ts'
import { introspectTypes } from './introspect-types.ts'
import type { Session } from './session.ts'

/** What only a parser can tell of text that the server prints. */
export interface TextReaders {
  /** Sums up an expression printed by `pg_get_expr`. */
  expression(sql: string): Expression
  /** The fields of NEW that a PL/pgSQL trigger function assigns, from its CREATE FUNCTION statement. */
  assignsNew(createFunction: string): readonly Identifier[] | 'any'
  /** The index of a CREATE INDEX statement. */
  index(createIndex: string): IndexDefinition
  /** What `pg_get_partkeydef` prints. */
  partitionKey(definition: string): PartitionKey
  /** FOR VALUES; undefined for DEFAULT. */
  partitionBound(definition: string): PartitionBound | undefined
}

/** What to leave out. */
export interface IntrospectOptions {
  /** Roles that are not the migrations' own, such as those the server had before. */
  readonly ignoredRoles?: readonly Identifier[]
}

/**
 * Reads the whole schema of the session's database, as of one moment. The session must not
 * be in a transaction. The system's objects, those that belong to extensions and other
 * sessions' temporary ones are left out; the session's own are in schema `pg_temp`.
 *
 * An absent owner, or a default privilege without a role, means the user of the session.
 */
export async function introspect(
  session: Session,
  readers: TextReaders,
  options: IntrospectOptions = {},
): Promise<Catalog> {
  await session.run('begin transaction isolation level repeatable read, read only')
  try {
    return await readCatalog(session, readers, options)
  } finally {
    await session.run('rollback')
  }
}

/** The same within the session's transaction, which is left as it was, its locks too. */
export async function introspectWithin(
  session: Session,
  readers: TextReaders,
  options: IntrospectOptions = {},
): Promise<Catalog> {
  await session.run('savepoint schemalint_reads')
  try {
    return await readCatalog(session, readers, options)
  } finally {
    await session.run('rollback to savepoint schemalint_reads')
    await session.run('release savepoint schemalint_reads')
  }
}

async function readCatalog(session: Session, readers: TextReaders, options: IntrospectOptions): Promise<Catalog> {
  // The role that a migration has set may not read all.
  await session.run('set local role none')
  // Names are printed with their schema only where search_path does not find them.
  await session.run("set local search_path to ''")
  await session.run('set local quote_all_identifiers to off')
  // The constants of partition bounds are printed as the session prints dates.
  await session.run('set local datestyle to iso')
  await session.run('set local intervalstyle to postgres')
  const catalog = withLookups({
    schemas: await introspectSchemas(session),
    tables: await introspectTables(session, readers),
    indexes: await introspectIndexes(session, readers),
    sequences: await introspectSequences(session),
    ...(await introspectTypes(session, readers)),
    views: await introspectViews(session, readers),
    functions: await introspectFunctions(session, readers),
    triggers: await introspectTriggers(session),
    policies: await introspectPolicies(session),
    others: await introspectOthers(session),
    extensions: await introspectExtensions(session),
    roles: await introspectRoles(session, options.ignoredRoles ?? []),
    grants: await introspectGrants(session),
    defaultPrivileges: await introspectDefaultPrivileges(session),
    databaseSettings: await introspectDatabaseSettings(session),
    session: { searchPath: ['public'] },
  })
  return await introspectComments(session, catalog)
}
