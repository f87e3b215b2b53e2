import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { constraintsOf } from '../catalog/constraints.ts'
import { partsOf, qualify, withoutModifiers } from '../catalog/names.ts'
import type { Sequence } from '../catalog/objects.ts'
import type { Table } from '../catalog/table.ts'
import { namespaceOid } from './compare-values.ts'
import { columnFacts, shownType } from './system-columns.ts'

/** What is known of a value: a text, a truth value, NULL; undefined where it is not known. */
export type Value = string | boolean | null | undefined

/** A row of a system catalog, as far as it is known: a column that is not there is not known. */
export type SystemRow = Readonly<Record<string, Value>>

/**
 * The rows that a system catalog or view of the information schema holds of what users
 * made; undefined for one that is not modelled. An oid stands as the name of its object.
 */
export function systemRows(
  catalog: Catalog,
  schema: Identifier | undefined,
  view: Identifier,
): readonly SystemRow[] | undefined {
  const views = schema === 'information_schema' ? INFORMATION_SCHEMA : PG_CATALOG
  return views[view]?.(catalog)
}

type Rows = (catalog: Catalog) => readonly SystemRow[]

const INFORMATION_SCHEMA: Readonly<Record<string, Rows>> = {
  schemata: (catalog) => [...catalog.schemas.keys()].map((name) => ({ schema_name: name })),
  tables: (catalog) => [
    ...[...catalog.tables.values()].map(({ name, kind }) => ({
      table_type: kind === 'foreign' ? 'FOREIGN' : 'BASE TABLE',
      ...inSchema(name, 'table_schema', 'table_name'),
    })),
    ...ofNames(plainViews(catalog), 'table_schema', 'table_name', { table_type: 'VIEW' }),
  ],
  views: (catalog) => ofNames(plainViews(catalog), 'table_schema', 'table_name'),
  columns: (catalog) => {
    const rows: SystemRow[] = []
    for (const table of catalog.tables.values()) {
      const of = inSchema(table.name, 'table_schema', 'table_name')
      for (const column of table.columns) rows.push({ ...of, ...columnFacts(column, catalog) })
      // What else it may have is not known, nor what a view shows.
      if (table.known === 'partly') rows.push(of)
    }
    return [...rows, ...ofNames(plainViews(catalog), 'table_schema', 'table_name')]
  },
  table_constraints: (catalog) =>
    allConstraints(catalog).map(({ table, name, kind }) => ({
      ...inSchema(table, 'table_schema', 'table_name'),
      constraint_schema: partsOf(table).schema,
      constraint_name: name,
      constraint_type: kind === 'not null' ? 'CHECK' : kind?.toUpperCase(),
    })),
  foreign_tables: (catalog) =>
    ofNames(
      [...catalog.tables.values()].filter(({ kind }) => kind === 'foreign').map(({ name }) => name),
      'foreign_table_schema',
      'foreign_table_name',
    ),
  triggers: (catalog) => [
    ...[...catalog.triggers.values()].flatMap(({ name, table, events }) => {
      const of = { ...inSchema(table, 'event_object_schema', 'event_object_table'), trigger_name: name }
      const shown = events.filter((each) => each !== 'truncate')
      return shown.map((each) => ({
        ...of,
        trigger_schema: partsOf(table).schema,
        event_manipulation: each.toUpperCase(),
      }))
    }),
    ...[...catalog.tables.values()]
      .filter(({ known }) => known === 'partly')
      .map(({ name }) => inSchema(name, 'event_object_schema', 'event_object_table')),
  ],
  // Those of identities are left out.
  sequences: (catalog) =>
    ofNames(
      [...catalog.sequences.values()].filter((each) => !isOfIdentity(catalog, each)).map(({ name }) => name),
      'sequence_schema',
      'sequence_name',
    ),
  key_column_usage: (catalog) =>
    allConstraints(catalog)
      .filter(({ kind }) => kind === undefined || KEYS.has(kind))
      .flatMap(({ table, name, columns = [undefined] }) =>
        columns.map((column) => ({
          ...inSchema(table, 'table_schema', 'table_name'),
          constraint_name: name,
          column_name: column,
        })),
      ),
  constraint_column_usage: (catalog) =>
    allConstraints(catalog).map(({ table, name, references }) => ({
      ...inSchema(references ?? table, 'table_schema', 'table_name'),
      constraint_name: name,
    })),
}

const PG_CATALOG: Readonly<Record<string, Rows>> = {
  pg_namespace: (catalog) => [...catalog.schemas.keys()].map((name) => ({ oid: namespaceOid(name), nspname: name })),
  pg_tables: (catalog) => ofNames(catalog.tables.keys(), 'schemaname', 'tablename'),
  pg_sequences: (catalog) => ofNames(catalog.sequences.keys(), 'schemaname', 'sequencename'),
  pg_views: (catalog) => ofNames(plainViews(catalog), 'schemaname', 'viewname'),
  pg_matviews: (catalog) =>
    ofNames(
      [...catalog.views.values()].filter((view) => view.materialized).map((view) => view.name),
      'schemaname',
      'matviewname',
    ),
  pg_class: (catalog) => [
    ...[...catalog.tables.values()].map(({ name, kind }) => relation(name, RELKINDS[kind])),
    ...[...catalog.indexes.values()].map(({ name, table }) =>
      relation(name, catalog.tables.get(table)?.kind === 'partitioned' ? 'I' : 'i'),
    ),
    ...[...catalog.sequences.keys()].map((name) => relation(name, 'S')),
    ...[...catalog.views.values()].map(({ name, materialized }) => relation(name, materialized ? 'm' : 'v')),
  ],
  pg_attribute: (catalog) =>
    [...catalog.tables.values()].flatMap(({ name, columns, known }): readonly SystemRow[] => [
      ...columns.map((column) => ({
        attrelid: name,
        attname: column.name,
        attnotnull: !column.nullable,
        attisdropped: false,
        atttypid: withoutModifiers(column.type),
        atttypmod: shownType(column.type, catalog),
        atthasdef: column.default !== undefined,
      })),
      ...(known === 'partly' ? [{ attrelid: name }] : []),
    ]),
  pg_indexes: (catalog) =>
    [...catalog.indexes.values()].map(({ name, table }) => ({
      tablename: partsOf(table).name,
      ...inSchema(name, 'schemaname', 'indexname'),
    })),
  pg_index: (catalog) =>
    [...catalog.indexes.values()].map(({ name, table, unique, valid }) => ({
      indexrelid: name,
      indrelid: table,
      indisunique: unique,
      indisvalid: valid,
    })),
  pg_constraint: (catalog) => [
    ...allConstraints(catalog).map(({ table, name, kind, validated, references }) => ({
      ...(name === undefined ? {} : { oid: `${CONSTRAINT_OID}${table}.${name}` }),
      conrelid: table,
      confrelid: references,
      connamespace: namespaceOid(partsOf(table).schema),
      conname: name,
      contype: kind === undefined ? undefined : CONTYPES[kind],
      convalidated: validated,
    })),
    ...[...catalog.domains.values()].flatMap(({ name, checks }) =>
      checks.map((check) => ({ contypid: name, conname: check.name, contype: 'c', convalidated: check.validated })),
    ),
  ],
  pg_type: (catalog) => [
    ...typeNames(catalog).map((name) => ({ oid: name, ...ofNamespace(name, 'typnamespace', 'typname') })),
    { typnamespace: namespaceOid('pg_catalog') },
  ],
  pg_inherits: (catalog) =>
    [...catalog.tables.values()].flatMap(({ name, partitionOf, inherits }) =>
      [...(partitionOf === undefined ? [] : [partitionOf]), ...inherits].map((parent) => ({
        inhrelid: name,
        inhparent: parent,
      })),
    ),
  pg_enum: (catalog) =>
    [...catalog.enums.values()].flatMap(({ name, labels }) =>
      labels.map((label) => ({ enumtypid: name, enumlabel: label })),
    ),
  pg_trigger: (catalog) =>
    [...catalog.triggers.values()].map(({ name, table }) => ({ tgname: name, tgrelid: table, tgisinternal: false })),
  pg_policies: (catalog) =>
    [...catalog.policies.values()].map(({ name, table }) => ({
      ...inSchema(table, 'schemaname', 'tablename'),
      policyname: name,
    })),
  pg_policy: (catalog) => [...catalog.policies.values()].map(({ name, table }) => ({ polname: name, polrelid: table })),
  pg_proc: (catalog) => [
    ...[...catalog.functions].map(([key, { name, kind, window }]) => ({
      oid: `${FUNCTION_OID}${key}`,
      prokind: kind === 'procedure' ? 'p' : window === true ? 'w' : 'f',
      ...ofNamespace(name, 'pronamespace', 'proname'),
    })),
    ...ofKind(catalog, 'aggregate').map((name) => ofNamespace(name, 'pronamespace', 'proname')),
    { pronamespace: namespaceOid('pg_catalog') },
  ],
  pg_extension: (catalog) => [...catalog.extensions.keys()].map((name) => ({ extname: name })),
  // Roles belong to the server: that the migrations make none proves nothing.
  pg_roles: (catalog) => [...[...catalog.roles.keys()].map((name) => ({ rolname: name })), {}],
}

/** What the oid of a function begins with here, before what identifies it. */
export const FUNCTION_OID = 'function '

/** What the oid of a constraint begins with here, before its table and name. */
export const CONSTRAINT_OID = 'constraint '

const RELKINDS = { table: 'r', partitioned: 'p', foreign: 'f' } as const

const CONTYPES = {
  'primary key': 'p',
  unique: 'u',
  'foreign key': 'f',
  check: 'c',
  exclude: 'x',
  'not null': 'n',
} as const

const KEYS: ReadonlySet<string> = new Set(['primary key', 'unique', 'foreign key'])

interface ConstraintFact {
  readonly table: Name
  readonly columns?: readonly Identifier[]
  readonly name?: Identifier
  readonly kind?: keyof typeof CONTYPES
  readonly validated?: boolean
  readonly references?: Name
}

/** The constraints of all tables, and for a table that is partly known one of which nothing is. */
function allConstraints(catalog: Catalog): readonly ConstraintFact[] {
  return [...catalog.tables.values()].flatMap((table) => {
    const known = factsOfTables.get(table) ?? constraintFacts(table)
    factsOfTables.set(table, known)
    return known
  })
}

/** A history may ask for them in every other statement, and change one table between. */
const factsOfTables = new WeakMap<Table, readonly ConstraintFact[]>()

function constraintFacts(table: Table): readonly ConstraintFact[] {
  return [
    ...constraintsOf(table).map((each) => ({
      table: table.name,
      name: each.name,
      kind: each.kind,
      validated: 'validated' in each ? each.validated : true,
      ...('columns' in each ? { columns: each.columns } : {}),
      ...('references' in each ? { references: each.references } : {}),
    })),
    ...(table.known === 'partly' ? [{ table: table.name }] : []),
  ]
}

function relation(name: Name, relkind: Value): SystemRow {
  return { oid: name, relkind, ...ofNamespace(name, 'relnamespace', 'relname') }
}

function isOfIdentity({ tables }: Catalog, { ownedBy }: Sequence): boolean {
  const columns = ownedBy === undefined ? undefined : tables.get(ownedBy.table)?.columns
  return columns?.some((each) => each.name === ownedBy?.column && each.identity !== undefined) === true
}

function plainViews(catalog: Catalog): readonly Name[] {
  return [...catalog.views.values()].filter((view) => !view.materialized).map((view) => view.name)
}

function ofKind(catalog: Catalog, kind: string): readonly Name[] {
  return [...catalog.others.values()].filter((each) => each.kind === kind).map((each) => each.name)
}

/** Every type that has a name: of a table too, and of each its array. */
function typeNames({ enums, domains, types, tables, views }: Catalog): readonly Name[] {
  const named = [enums, domains, types, tables, views].flatMap((each): readonly Name[] => [...each.keys()])
  return named.flatMap((name) => [name, qualify(partsOf(name).schema, `_${partsOf(name).name}`)])
}

function ofNames(names: Iterable<Name>, schema: string, own: string, others: SystemRow = {}): readonly SystemRow[] {
  return [...names].map((name) => ({ ...inSchema(name, schema, own), ...others }))
}

function inSchema(name: Name, schema: string, own: string): SystemRow {
  const parts = partsOf(name)
  return { [schema]: parts.schema, [own]: parts.name }
}

function ofNamespace(name: Name, namespace: string, own: string): SystemRow {
  const parts = partsOf(name)
  return { [namespace]: namespaceOid(parts.schema), [own]: parts.name }
}
