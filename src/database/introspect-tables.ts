import type { Identifier, Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import type { Column, Table } from '../catalog/table.ts'
import type { TextReaders } from './introspect.ts'
import type { TableConstraints } from './introspect-constraints.ts'
import { introspectConstraints } from './introspect-constraints.ts'
import type { Session } from './session.ts'
import { columnNames, otherRole, withRelations } from './system-catalog.ts'

/** Reads tables, partitioned and foreign tables with their columns and constraints. */
export async function introspectTables(session: Session, readers: TextReaders): Promise<ReadonlyMap<Name, Table>> {
  const columns = await introspectColumns(session, readers)
  const constraints = await introspectConstraints(session, readers)
  const tables = new Map<Name, Table>()
  for (const row of await session.query<TableRow>(tableQuery)) {
    const name = qualify(row.schema, row.name)
    tables.set(name, tableFrom(row, name, columns.get(name) ?? [], constraints.get(name)))
  }
  return tables
}

function tableFrom(
  row: TableRow,
  name: Name,
  columns: readonly Column[],
  constraints: TableConstraints | undefined,
): Table {
  const parents = row.parents.map((parent) => qualify(parent.schema, parent.name))
  return {
    name,
    kind: row.kind,
    persistence: row.persistence,
    columns,
    uniques: [],
    foreignKeys: [],
    checks: [],
    exclusions: [],
    ...constraints,
    ...(row.strategy === null ? {} : { partitionKey: { strategy: row.strategy, columns: partitionColumns(row) } }),
    ...(row.isPartition ? { partitionOf: parents[0]! } : {}),
    defaultPartition: row.isDefault,
    inherits: row.isPartition ? [] : parents,
    rowSecurity: row.rowSecurity,
    ...(row.owner === null ? {} : { owner: row.owner }),
    known: 'wholly',
  }
}

function partitionColumns(row: TableRow): readonly (Identifier | undefined)[] {
  return row.partitionColumns.map((column) => column ?? undefined)
}

async function introspectColumns(session: Session, readers: TextReaders): Promise<ReadonlyMap<Name, Column[]>> {
  const columns = new Map<Name, Column[]>()
  for (const row of await session.query<ColumnRow>(columnQuery)) {
    const table = qualify(row.schema, row.table)
    const list = columns.get(table) ?? []
    columns.set(table, list)
    list.push({
      name: row.name,
      type: row.type,
      nullable: row.nullable,
      ...(row.default === null ? {} : { default: readers.expression(row.default) }),
      ...(row.identity === null ? {} : { identity: row.identity }),
      ...(row.generated === null ? {} : { generated: row.generated }),
    })
  }
  return columns
}

interface TableRow {
  readonly schema: Identifier
  readonly name: Identifier
  readonly kind: Table['kind']
  readonly persistence: Table['persistence']
  readonly rowSecurity: boolean
  readonly owner: Identifier | null
  readonly isPartition: boolean
  readonly isDefault: boolean
  readonly strategy: 'range' | 'list' | 'hash' | null
  readonly partitionColumns: readonly (Identifier | null)[]
  readonly parents: readonly { readonly schema: Identifier; readonly name: Identifier }[]
}

const tableQuery = `${withRelations}
  select t.schema, t.relname as name,
    case t.relkind when 'p' then 'partitioned' when 'f' then 'foreign' else 'table' end as kind,
    case t.relpersistence when 't' then 'temporary' when 'u' then 'unlogged' else 'permanent' end as persistence,
    t.relrowsecurity as "rowSecurity", ${otherRole('t.relowner')} as owner, t.relispartition as "isPartition",
    exists (select from pg_partitioned_table where partdefid = t.oid) as "isDefault",
    case k.partstrat when 'r' then 'range' when 'l' then 'list' when 'h' then 'hash' end as strategy,
    ${columnNames('t.oid', 'k.partattrs')} as "partitionColumns",
    (
      select coalesce(json_agg(json_build_object('schema', p.schema, 'name', p.relname) order by i.inhseqno), '[]')
      from pg_inherits i join relations p on p.oid = i.inhparent where i.inhrelid = t.oid
    ) as parents
  from relations t left join pg_partitioned_table k on k.partrelid = t.oid
  where t.relkind in ('r', 'p', 'f')
  order by t.schema, t.relname`

interface ColumnRow {
  readonly schema: Identifier
  readonly table: Identifier
  readonly name: Identifier
  readonly type: string
  readonly nullable: boolean
  readonly default: string | null
  readonly identity: 'always' | 'by default' | null
  readonly generated: 'stored' | 'virtual' | null
}

const columnQuery = `${withRelations}
  select t.schema, t.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default,
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as generated
  from relations t join pg_attribute a on a.attrelid = t.oid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where t.relkind in ('r', 'p', 'f') and a.attnum > 0 and not a.attisdropped
  order by t.oid, a.attnum`
