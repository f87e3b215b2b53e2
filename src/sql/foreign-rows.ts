import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { SYSTEM_SCHEMAS } from '../catalog/names.ts'
import { namespaceOid } from './compare-values.ts'
import type { SystemRow } from './system-rows.ts'

/**
 * Rows that stand for what a system catalog holds beside what users made: of each kind one,
 * with what all of that kind have. Names of the server's relations begin with `pg_`, but for
 * those of the information schema. Undefined of one that holds what cannot be told so.
 */
export function foreignRows(
  catalog: Catalog,
  schema: Identifier | undefined,
  view: Identifier,
): readonly SystemRow[] | undefined {
  const rows = schema === 'information_schema' ? INFORMATION_SCHEMA[view] : PG_CATALOG[view]
  return rows?.(catalog).map((each) => ({ ...each, [FOREIGN]: true }))
}

/** Whether a row stands for what users did not make. */
export function isForeign(row: SystemRow): boolean {
  return row[FOREIGN] === true
}

const FOREIGN = ' foreign'

type Rows = (catalog: Catalog) => readonly SystemRow[]

const INFORMATION_SCHEMA: Readonly<Record<string, Rows>> = {
  tables: () => systemRelations('table_schema', 'table_name'),
  views: () => systemRelations('table_schema', 'table_name'),
  columns: () => systemRelations('table_schema', 'table_name'),
  table_constraints: () => [{ table_schema: 'pg_catalog', table_name: 'pg_' }],
  foreign_tables: () => [],
  sequences: () => [],
}

const PG_CATALOG: Readonly<Record<string, Rows>> = {
  pg_tables: () => systemRelations('schemaname', 'tablename'),
  pg_views: () => systemRelations('schemaname', 'viewname'),
  pg_matviews: () => [],
  pg_sequences: () => [],
  pg_class: () => [
    { oid: 'pg_catalog.pg_', relnamespace: namespaceOid('pg_catalog'), relname: 'pg_' },
    { oid: 'pg_toast.pg_', relnamespace: namespaceOid('pg_toast'), relname: 'pg_' },
    ...INFORMATION_VIEWS.map((relname) => ({
      oid: `information_schema.${relname}`,
      relnamespace: namespaceOid('information_schema'),
      relname,
    })),
  ],
  pg_namespace: () => SYSTEM_SCHEMAS.map((nspname) => ({ oid: namespaceOid(nspname), nspname })),
  pg_attribute: ({ tables, views, indexes, sequences, types }) => [
    { attrelid: 'pg_catalog.pg_', attnotnull: undefined },
    ...[...tables.keys()].flatMap((attrelid) => [
      { attrelid, attnum: '-1' },
      { attrelid, attisdropped: true, attnotnull: false },
    ]),
    ...[views, indexes, sequences, types].flatMap((each: ReadonlyMap<string, unknown>) =>
      [...each.keys()].map((attrelid) => ({ attrelid })),
    ),
  ],
  pg_proc: ({ extensions }) => [
    ...SYSTEM_SCHEMAS.map((each) => ({ pronamespace: namespaceOid(each) })),
    ...[...extensions.values()].map(({ schema }) =>
      schema === undefined ? {} : { pronamespace: namespaceOid(schema) },
    ),
  ],
  pg_indexes: () => [{ schemaname: 'pg_catalog', tablename: 'pg_', indexname: 'pg_' }],
  pg_index: () =>
    ['pg_catalog.pg_', 'pg_toast.pg_'].map((each) => ({ indexrelid: each, indrelid: each, indisvalid: true })),
  pg_constraint: () => [{ conrelid: 'pg_catalog.pg_', connamespace: namespaceOid('pg_catalog'), conname: 'pg_' }],
  // An index of a partition may be a part of any that its table's parent has.
  pg_inherits: ({ indexes, tables }) => {
    const all = [...indexes.values()]
    return all.flatMap(({ name, table }) => {
      const parent = tables.get(table)?.partitionOf
      const over = parent === undefined ? [] : all.filter((each) => each.table === parent)
      return over.map((each) => ({ inhrelid: name, inhparent: each.name }))
    })
  },
  pg_enum: () => [],
  pg_trigger: () => [{ tgisinternal: true }],
  pg_policies: () => [],
  pg_policy: () => [],
}

function systemRelations(schema: string, name: string): readonly SystemRow[] {
  return [
    { [schema]: 'pg_catalog', [name]: 'pg_' },
    ...INFORMATION_VIEWS.map((each) => ({ [schema]: 'information_schema', [name]: each })),
  ]
}

/** How names of the information schema begin. */
const INFORMATION_VIEWS: readonly string[] = [
  ...['administrable_', 'applicable_', 'attributes', 'character_', 'check_', 'collation', 'column', 'constraint_'],
  ...['data_', 'domain', 'element_', 'enabled_', 'foreign_', 'information_', 'key_', 'parameters', 'referential_'],
  ...['role_', 'routine', 'schemata', 'sequences', 'sql_', 'table', 'transforms', 'trigger', 'udt_', 'usage_'],
  ...['user_', 'view', 'views', '_pg_'],
]
