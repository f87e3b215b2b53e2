import type { Identifier, Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import type { Extension, Schema, Sequence, View } from '../catalog/objects.ts'
import { type SequenceOptions, withOptions } from '../catalog/sequence-options.ts'
import type { TextReaders } from './introspect.ts'
import type { Session } from './session.ts'
import { otherRole, withRelations, withSchemas } from './system-catalog.ts'

/** Reads schemas. The owner that `public` comes with is not told. */
export async function introspectSchemas(session: Session): Promise<ReadonlyMap<Identifier, Schema>> {
  const rows = await session.query<{ readonly name: Identifier; readonly owner: Identifier | null }>(schemaQuery)
  return new Map(rows.map(({ name, owner }) => [name, { name, ...(owner === null ? {} : { owner }) }]))
}

/** Reads sequences, those of serial and identity columns too. */
export async function introspectSequences(session: Session): Promise<ReadonlyMap<Name, Sequence>> {
  const sequences = new Map<Name, Sequence>()
  for (const row of await session.query<SequenceRow>(sequenceQuery)) {
    const name = qualify(row.schema, row.name)
    const ownedBy = row.column === null ? undefined : { table: qualify(row.tableSchema, row.table), column: row.column }
    const bare: Sequence = {
      name,
      type: row.type,
      ...(row.persistence === null ? {} : { persistence: row.persistence }),
      ...(row.owner === null ? {} : { owner: row.owner }),
    }
    const options = { ...row.options, ...(ownedBy === undefined ? {} : { ownedBy }) }
    sequences.set(name, withOptions(bare, options, true))
  }
  return sequences
}

/** Reads views and materialized views. */
export async function introspectViews(
  session: Session,
  readers: Pick<TextReaders, 'expression'>,
): Promise<ReadonlyMap<Name, View>> {
  const views = new Map<Name, View>()
  for (const row of await session.query<ViewRow>(viewQuery)) {
    const name = qualify(row.schema, row.name)
    const { schema: _, options, defaults, ...facts } = row
    const said = Object.entries(defaults).map(([column, text]) => [column, readers.expression(text)] as const)
    const { check_option: checkOption, ...others } = options
    const given = Object.entries(facts).filter(([, value]) => value !== null)
    views.set(name, {
      ...(Object.fromEntries(given) as Pick<View, 'materialized'>),
      name,
      ...(said.length === 0 ? {} : { columnDefaults: Object.fromEntries(said) }),
      ...(checkOption === undefined ? {} : { checkOption: checkOption as 'local' | 'cascaded' }),
      ...(Object.keys(others).length === 0 ? {} : { options: others }),
    })
  }
  return views
}

/** Reads installed extensions. */
export async function introspectExtensions(session: Session): Promise<ReadonlyMap<Identifier, Extension>> {
  const rows = await session.query<Extension>(extensionQuery)
  return new Map(rows.map(({ name, schema }) => [name, { name, ...(schema === undefined ? {} : { schema }) }]))
}

const extensionQuery = `
  select extname as name, nspname as schema
  from pg_extension join pg_namespace n on n.oid = extnamespace
  order by extname`

/** Since PostgreSQL 15 `public` is pg_database_owner's; before, the first superuser's, whose oid is 10. */
const schemaQuery = `${withSchemas}
  select nspname as name,
    case when nspname = 'public' and (nspowner = 10 or pg_get_userbyid(nspowner) = 'pg_database_owner') then null
      else ${otherRole('nspowner')} end as owner
  from own_schemas order by nspname`

type SequenceRow = {
  readonly schema: Identifier
  readonly name: Identifier
  readonly type: Sequence['type']
  readonly persistence: 'unlogged' | 'temporary' | null
  readonly options: SequenceOptions
  readonly owner: Identifier | null
} & (
  | { readonly column: null }
  | { readonly tableSchema: Identifier; readonly table: Identifier; readonly column: Identifier }
)

/** A serial column's sequence depends on it automatically (a), an identity column's internally (i): with an extension's table that goes too. */
const sequenceQuery = `${withRelations}
  select c.schema, c.relname as name, format_type(s.seqtypid, null) as type,
    case c.relpersistence when 't' then 'temporary' when 'u' then 'unlogged' end as persistence,
    json_build_object('start', seqstart::text, 'increment', seqincrement::text, 'minimum', seqmin::text,
      'maximum', seqmax::text, 'cache', seqcache::text, 'cycle', seqcycle) as options,
    case when t.oid is null then ${otherRole('c.relowner')} end as owner, t.schema as "tableSchema", t.relname as table, a.attname as column
  from relations c join pg_sequence s on s.seqrelid = c.oid
    left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid
      and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
    left join relations t on t.oid = d.refobjid
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
  where d.deptype is distinct from 'i' or t.oid is not null
  order by c.schema, c.relname`

interface ViewRow {
  readonly schema: Identifier
  readonly name: Identifier
  readonly materialized: boolean
  readonly options: Readonly<Record<string, string>>
  readonly defaults: Readonly<Record<Identifier, string>>
  readonly columnSettings: View['columnSettings'] | null
  readonly clusteredOn: Name | null
  readonly populated: false | null
  readonly tablespace: Identifier | null
  readonly accessMethod: Identifier | null
  readonly owner: Identifier | null
}

const viewQuery = `${withRelations}
  select schema, relname as name, relkind = 'm' as materialized,
    (
      select coalesce(json_object_agg(option_name, option_value), '{}')
      from pg_options_to_table(reloptions)
    ) as options,
    (
      select coalesce(json_object_agg(attname, pg_get_expr(adbin, adrelid) order by attname collate "C"), '{}')
      from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where d.adrelid = relations.oid
    ) as defaults,
    (
      select json_object_agg(a.attname, json_strip_nulls(json_build_object(
          'statistics', nullif(a.attstattarget, -1),
          'storage', case when a.attstorage <> y.typstorage then case a.attstorage
            when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' else 'main' end end,
          'compression', case to_jsonb(a) ->> 'attcompression' when 'p' then 'pglz' when 'l' then 'lz4' end,
          'options', (
            select json_object_agg(option_name, option_value) from pg_options_to_table(a.attoptions)
            where option_name ~ '^n_distinct(_inherited)?$'
          )
        )) order by a.attname collate "C")
      from pg_attribute a join pg_type y on y.oid = a.atttypid
      where a.attrelid = relations.oid and relkind = 'm' and a.attnum > 0 and (a.attstattarget >= 0
        or a.attstorage <> y.typstorage or to_jsonb(a) ->> 'attcompression' in ('p', 'l') or a.attoptions::text ~ '[{,]n_distinct')
    ) as "columnSettings",
    (
      select quote_ident(schema) || '.' || quote_ident(i.relname)
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = relations.oid and x.indisclustered
    ) as "clusteredOn",
    case when not relispopulated then false end as populated,
    (select spcname from pg_tablespace where oid = reltablespace) as tablespace,
    (select amname from pg_am where oid = relam and amname <> 'heap') as "accessMethod",
    ${otherRole('relowner')} as owner
  from relations where relkind in ('v', 'm') order by schema, relname`
