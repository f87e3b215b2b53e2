import type { Span } from '../text/source-file.ts'
import type { DatabaseSettings } from './database-settings.ts'
import type { Func } from './functions.ts'
import type { Extension, Index, Schema, Sequence, Trigger, View } from './objects.ts'
import type { OtherObject } from './other-objects.ts'
import type { DefaultPrivilege, Grant, Policy, Role } from './privileges.ts'
import type { Table } from './table.ts'
import type { Domain, Enum, OtherType } from './user-types.ts'

/**
 * A schema-qualified name as SQL writes it, each part quoted only where it must be:
 * `public.orders`, `app."Order"`.
 */
export type Name = string

/** An identifier as the server stores it, without quotes: of a column, constraint, role, schema. */
export type Identifier = string

/**
 * What a database holds at one moment. Both readers, the fold over migrations and the
 * introspection of a server, produce it; a fact only one of them could supply does not
 * belong here, but for `origin`, the place in a migration that made the object.
 */
export interface Catalog {
  readonly schemas: ReadonlyMap<Identifier, Schema>
  readonly tables: ReadonlyMap<Name, Table>
  readonly indexes: ReadonlyMap<Name, Index>
  readonly sequences: ReadonlyMap<Name, Sequence>
  readonly enums: ReadonlyMap<Name, Enum>
  readonly domains: ReadonlyMap<Name, Domain>
  readonly types: ReadonlyMap<Name, OtherType>
  readonly views: ReadonlyMap<Name, View>
  /** Keyed by name and argument types: `app.touch(integer, text)`. */
  readonly functions: ReadonlyMap<Name, Func>
  /** Keyed by table and name: `app.orders.set_updated_at`. */
  readonly triggers: ReadonlyMap<Name, Trigger>
  /** Keyed by table and name. */
  readonly policies: ReadonlyMap<Name, Policy>
  /** Rules, statistics, publications, casts and so on; keyed by `otherKey`. */
  readonly others: ReadonlyMap<string, OtherObject>
  readonly extensions: ReadonlyMap<Identifier, Extension>
  readonly roles: ReadonlyMap<Identifier, Role>
  /** Keyed by `grantKey`. */
  readonly grants: ReadonlyMap<string, Grant>
  /** Keyed by `defaultPrivilegeKey`. */
  readonly defaultPrivileges: ReadonlyMap<string, DefaultPrivilege>
  /** Keyed by `databaseSettingsKey`. */
  readonly databaseSettings: ReadonlyMap<string, DatabaseSettings>
  readonly session: Session
}

/** What SET and RESET have made of the session, as far as it decides what names mean. */
export interface Session {
  /** Schemas in which an unqualified name is looked up; the first one receives new objects. */
  readonly searchPath: readonly Identifier[]
  /** What the session began with and RESET goes back to; absent for `public`. */
  readonly pathAtStart?: readonly Identifier[]
  /** The role set by SET ROLE or SET SESSION AUTHORIZATION; absent for the role that runs the migrations. */
  readonly role?: Identifier
  /** The name of the role that runs the migrations, where a server has told it; absent for `postgres`. */
  readonly runner?: Identifier
  /** What default_tablespace says; absent for the database's own. */
  readonly tablespace?: Identifier
  /** What default_table_access_method says; absent for heap. */
  readonly accessMethod?: Identifier
  /** The role set by SET SESSION AUTHORIZATION, to which RESET ROLE goes back. */
  readonly user?: Identifier
}

/** Something with a place of origin in the migrations; objects that only a server showed have none. */
export interface Originated {
  readonly origin?: Span
}

/** Something that COMMENT ON describes. */
export interface Described extends Originated {
  readonly comment?: string
  /** The extension that ALTER EXTENSION … ADD gave it to; absent where it belongs to none. */
  readonly extension?: Identifier
  /** The extensions that take it along, as ALTER … DEPENDS ON EXTENSION says; sorted. */
  readonly goesWith?: readonly Identifier[]
}
