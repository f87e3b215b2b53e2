import type { Identifier, Name } from '../catalog/catalog.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Column, ForeignSource, Storage, StorageOptions, Table, TriggerFiring } from '../catalog/table.ts'
import type { TextReaders } from './introspect.ts'
import type { TableConstraints } from './introspect-constraints.ts'
import { inheritance, introspectConstraints } from './introspect-constraints.ts'
import type { Session } from './session.ts'
import { otherRole, withRelations } from './system-catalog.ts'

/** Reads tables, partitioned and foreign tables with their columns and constraints. */
export async function introspectTables(session: Session, readers: TextReaders): Promise<ReadonlyMap<Name, Table>> {
  const columns = await introspectColumns(session, readers)
  const constraints = await introspectConstraints(session, readers)
  const namesNotNull = (await session.query<{ yes: boolean }>(namesNotNullQuery))[0]?.yes === true
  const tables = new Map<Name, Table>()
  for (const row of await session.query<TableRow>(tableQuery)) {
    const name = qualify(row.schema, row.name)
    const { notNulls, ...others } = constraints.get(name) ?? NO_CONSTRAINTS
    const named = namesNotNull ? { notNulls: notNulls ?? [] } : {}
    tables.set(name, { ...tableFrom(row, name, readers), columns: columns.get(name) ?? [], ...others, ...named })
  }
  return tables
}

const NO_CONSTRAINTS: TableConstraints = { uniques: [], foreignKeys: [], checks: [], exclusions: [] }

function tableFrom(row: TableRow, name: Name, readers: TextReaders): Omit<Table, 'columns' | keyof TableConstraints> {
  const parents = row.parents.map((parent) => qualify(parent.schema, parent.name))
  const bound = row.bound === null ? undefined : readers.partitionBound(row.bound)
  const options = storageOptions(row.options)
  return {
    name,
    kind: row.kind,
    persistence: row.persistence,
    ...(row.partitionKey === null ? {} : { partitionKey: readers.partitionKey(row.partitionKey) }),
    ...(row.isPartition ? { partitionOf: parents[0]! } : {}),
    defaultPartition: row.isDefault,
    ...(bound === undefined ? {} : { partitionBound: bound }),
    inherits: row.isPartition ? [] : parents,
    ...(row.ofType === null ? {} : { ofType: row.ofType }),
    ...(options === undefined ? {} : { options }),
    ...(row.tablespace === null ? {} : { tablespace: row.tablespace }),
    ...(row.accessMethod === null ? {} : { accessMethod: row.accessMethod }),
    ...(row.foreign === null ? {} : { foreign: foreignSource(row.foreign) }),
    ...(row.replicaIdentity === null ? {} : { replicaIdentity: row.replicaIdentity }),
    ...(row.identityIndex === null ? {} : { replicaIdentity: { index: qualify(row.schema, row.identityIndex) } }),
    ...(row.copiedTriggers === null ? {} : { copiedTriggers: row.copiedTriggers }),
    ...(row.clusteredOn === null ? {} : { clusteredOn: qualify(row.schema, row.clusteredOn) }),
    rowSecurity: row.rowSecurity,
    ...(row.forcesRowSecurity ? { forcesRowSecurity: true } : {}),
    ...(row.owner === null ? {} : { owner: row.owner }),
    known: 'wholly',
  }
}

function foreignSource({ server, options }: NonNullable<TableRow['foreign']>): ForeignSource {
  const given = storageOptions(options)
  return { server: quoteIdentifier(server), ...(given === undefined ? {} : { options: given }) }
}

/** `fillfactor=70` and so on, as pg_class and pg_attribute hold them. */
function storageOptions(list: readonly string[]): StorageOptions | undefined {
  if (list.length === 0) return undefined
  return Object.fromEntries(list.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]))
}

async function introspectColumns(session: Session, readers: TextReaders): Promise<ReadonlyMap<Name, Column[]>> {
  const columns = new Map<Name, Column[]>()
  for (const row of await session.query<ColumnRow>(columnQuery)) {
    const table = qualify(row.schema, row.table)
    const list = columns.get(table) ?? []
    columns.set(table, list)
    list.push(columnFrom(row, readers))
  }
  return columns
}

function columnFrom(row: ColumnRow, readers: TextReaders): Column {
  const options = storageOptions(row.options)
  const foreignOptions = storageOptions(row.foreignOptions)
  return {
    name: row.name,
    type: row.type,
    ...(row.collation === null ? {} : { collation: collationName(row) }),
    nullable: row.nullable,
    ...(row.default === null ? {} : { default: readers.expression(row.default) }),
    ...(row.identity === null ? {} : { identity: row.identity }),
    ...(row.generated === null ? {} : { generated: row.generated }),
    ...(row.storage === null ? {} : { storage: row.storage }),
    ...(row.compression === null ? {} : { compression: row.compression }),
    ...(row.statistics === null ? {} : { statistics: row.statistics }),
    ...(options === undefined ? {} : { options }),
    ...(foreignOptions === undefined ? {} : { foreignOptions }),
    ...inheritance(row.isLocal, row.parents),
  }
}

function collationName({ collationSchema, collation }: ColumnRow): Name {
  return collationSchema === 'pg_catalog' ? quoteIdentifier(collation!) : qualify(collationSchema!, collation!)
}

interface TableRow {
  readonly schema: Identifier
  readonly name: Identifier
  readonly kind: Table['kind']
  readonly persistence: Table['persistence']
  readonly rowSecurity: boolean
  readonly forcesRowSecurity: boolean
  readonly owner: Identifier | null
  readonly isPartition: boolean
  readonly isDefault: boolean
  readonly partitionKey: string | null
  readonly bound: string | null
  readonly parents: readonly { readonly schema: Identifier; readonly name: Identifier }[]
  readonly ofType: Name | null
  readonly options: readonly string[]
  readonly tablespace: Identifier | null
  readonly accessMethod: Identifier | null
  readonly replicaIdentity: 'full' | 'nothing' | null
  readonly identityIndex: Identifier | null
  readonly clusteredOn: Identifier | null
  readonly copiedTriggers: Readonly<Record<Identifier, TriggerFiring>> | null
  readonly foreign: { readonly server: Identifier; readonly options: readonly string[] } | null
}

const namesNotNullQuery = `select current_setting('server_version_num')::integer >= 180000 as yes`

/** Of a table's indexes, those that one column of pg_index tells from the others. */
function markedIndex(mark: string): string {
  return `(select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = t.oid and i.${mark})`
}

/** Of a partition's copies of triggers those that fire otherwise than the trigger; until PostgreSQL 12 a copy does not tell what it is of. */
const copiedTriggers = `(
  select json_object_agg(original.tgname, case g.tgenabled when 'O' then 'enable' when 'D' then 'disable' when 'A' then 'enable always' else 'enable replica' end)
  from pg_trigger g cross join lateral (
    with recursive above (parent, tgname, enabled, internal) as (
      select to_jsonb(p) ->> 'tgparentid', p.tgname, p.tgenabled, p.tgisinternal
        from pg_trigger p where p.oid::text = to_jsonb(g) ->> 'tgparentid'
      union all
      select to_jsonb(p) ->> 'tgparentid', p.tgname, p.tgenabled, p.tgisinternal from above join pg_trigger p on p.oid::text = above.parent
    )
    select tgname, enabled from above where parent = '0' and not internal
  ) as original
  where t.relispartition and g.tgrelid = t.oid and g.tgenabled <> original.enabled
)`

const tableQuery = `${withRelations}
  select t.schema, t.relname as name,
    case t.relkind when 'p' then 'partitioned' when 'f' then 'foreign' else 'table' end as kind,
    case t.relpersistence when 't' then 'temporary' when 'u' then 'unlogged' else 'permanent' end as persistence,
    t.relrowsecurity as "rowSecurity", t.relforcerowsecurity as "forcesRowSecurity",
    ${otherRole('t.relowner')} as owner, t.relispartition as "isPartition",
    exists (select from pg_partitioned_table where partdefid = t.oid) as "isDefault",
    pg_get_partkeydef(t.oid) as "partitionKey", pg_get_expr(t.relpartbound, t.oid) as bound,
    (
      select coalesce(json_agg(json_build_object('schema', p.schema, 'name', p.relname) order by i.inhseqno), '[]')
      from pg_inherits i join relations p on p.oid = i.inhparent where i.inhrelid = t.oid
    ) as parents,
    case when t.reloftype <> 0 then format_type(t.reloftype, null) end as "ofType",
    coalesce((select to_json(t.reloptions || (select array_agg('toast.' || o) from unnest(s.reloptions) as o))
      from (select 1) as one left join pg_class s on s.oid = t.reltoastrelid), '[]') as options,
    sp.spcname as tablespace, nullif(m.amname, 'heap') as "accessMethod",
    case when t.relkind = 'f' then null when t.relreplident = 'f' then 'full' when t.relreplident = 'n' then 'nothing'
      end as "replicaIdentity",
    case when t.relreplident = 'i' then ${markedIndex('indisreplident')} end as "identityIndex",
    ${markedIndex('indisclustered')} as "clusteredOn",
    ${copiedTriggers} as "copiedTriggers",
    (select json_build_object('server', s.srvname, 'options', coalesce(to_json(f.ftoptions), '[]'))
      from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = t.oid) as foreign
  from relations t left join pg_tablespace sp on sp.oid = t.reltablespace left join pg_am m on m.oid = t.relam
  where t.relkind in ('r', 'p', 'f')
  order by t.schema, t.relname`

interface ColumnRow {
  readonly schema: Identifier
  readonly table: Identifier
  readonly name: Identifier
  readonly type: string
  readonly collationSchema: Identifier | null
  readonly collation: Identifier | null
  readonly nullable: boolean
  readonly default: string | null
  readonly identity: 'always' | 'by default' | null
  readonly generated: 'stored' | 'virtual' | null
  readonly storage: Storage | null
  readonly compression: 'pglz' | 'lz4' | null
  readonly statistics: number | null
  readonly options: readonly string[]
  readonly foreignOptions: readonly string[]
  readonly isLocal: boolean
  readonly parents: number
}

/** Of a column PostgreSQL knows two options (reloptions.c, RELOPT_KIND_ATTRIBUTE); PGlite 0.5.17 writes a mark of its own beside them. */
const columnQuery = `${withRelations}
  select t.schema, t.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    n.nspname as "collationSchema", l.collname as collation,
    not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default,
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as generated,
    case when a.attstorage <> y.typstorage then case a.attstorage
      when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' else 'main' end end as storage,
    case to_jsonb(a) ->> 'attcompression' when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
    nullif(a.attstattarget, -1) as statistics,
    coalesce((select json_agg(o) from unnest(a.attoptions) as o where o ~ '^n_distinct(_inherited)?='), '[]') as options,
    coalesce(to_json(a.attfdwoptions), '[]') as "foreignOptions",
    a.attislocal as "isLocal", a.attinhcount as parents
  from relations t join pg_attribute a on a.attrelid = t.oid join pg_type y on y.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation and a.attcollation <> y.typcollation
    left join pg_namespace n on n.oid = l.collnamespace
  where t.relkind in ('r', 'p', 'f') and a.attnum > 0 and not a.attisdropped
  order by t.oid, a.attnum`
