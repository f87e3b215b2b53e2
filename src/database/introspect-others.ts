import type { Identifier } from '../catalog/catalog.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import { type OtherIdentity, type OtherKind, type OtherObject, otherKey } from '../catalog/other-objects.ts'
import { type Publication, publicationOptions } from '../catalog/publications.ts'
import type { Session } from './session.ts'
import { otherRole, ownedByExtension, withRelations } from './system-catalog.ts'

/** Reads rules, statistics, publications, casts and the like: that they are there, whose they are and what is said of them. */
export async function introspectOthers(session: Session): Promise<ReadonlyMap<string, OtherObject>> {
  const others = new Map<string, OtherObject>()
  const publications = await introspectPublications(session)
  for (const row of await session.query<OtherRow>(otherQuery)) {
    const identity = identityOf(row)
    const publication = publications.get(identity.name)
    others.set(otherKey(identity), {
      ...identity,
      ...(row.owner === null ? {} : { owner: row.owner }),
      ...(row.comment === null ? {} : { comment: row.comment }),
      ...(identity.kind !== 'publication' || publication === undefined ? {} : { publication }),
    })
  }
  return others
}

interface OtherRow {
  readonly type: string
  readonly names: readonly string[]
  readonly types: readonly string[]
  readonly owner: Identifier | null
  readonly comment: string | null
  readonly table: { readonly schema: Identifier; readonly name: Identifier } | null
  /** The foreign data wrapper of a server. */
  readonly wrapper: Identifier | null
  /** Whether a user mapping is that of the session's own role. */
  readonly isOwn: boolean
}

/** What `pg_identify_object_as_address` gives, in the words of SQL. */
function identityOf({ type, names, types, table, wrapper, isOwn }: OtherRow): OtherIdentity {
  const kind = (type === 'foreign-data wrapper' ? 'foreign data wrapper' : type.replace(/ object$/, '')) as OtherKind
  const [first = '', second = '', third = ''] = names
  const args = types.map((each) => each.replace(/^pg_catalog\./, ''))
  switch (kind) {
    case 'cast':
    case 'transform':
      return { kind, name: first.replace(/^pg_catalog\./, ''), of: args }
    case 'user mapping':
      return { kind, name: userOf(first, isOwn), of: types.map(quoteIdentifier) }
    case 'aggregate':
      return { kind, name: qualify(first, second), of: args }
    case 'operator':
      return {
        kind,
        name: `${quoteIdentifier(first)}.${second}`,
        of: args.length === 1 ? ['NONE', ...args] : args,
      }
    case 'operator class':
    case 'operator family':
      return { kind, name: qualify(second, third), of: [first] }
    case 'rule':
      return { kind, name: quoteIdentifier(third), table: qualify(first, second) }
    default: {
      const name = second === '' ? quoteIdentifier(first) : qualify(first, second)
      const of = wrapper === null ? {} : { of: [quoteIdentifier(wrapper)] }
      return { kind, name, ...of, ...(table === null ? {} : { table: qualify(table.schema, table.name) }) }
    }
  }
}

/** The role that runs the migrations is not called by its name. */
function userOf(role: Identifier, isOwn: boolean): string {
  if (isOwn) return 'current_user'
  return role === 'public' ? role : quoteIdentifier(role)
}

/** System catalogs with the expression for an object's owner, which of their rows count, and what else they are read from. */
const CATALOGS: readonly (readonly [catalog: string, owner: string | undefined, where?: string, from?: string])[] = [
  ['pg_am', undefined],
  ['pg_cast', undefined],
  ['pg_collation', 'collowner'],
  ['pg_conversion', 'conowner'],
  ['pg_event_trigger', 'evtowner'],
  ['pg_foreign_data_wrapper', 'fdwowner'],
  ['pg_foreign_server', 'srvowner'],
  ['pg_language', 'lanowner'],
  ['pg_opclass', 'opcowner'],
  ['pg_operator', 'oprowner', 'x.oprcode <> 0'],
  ['pg_opfamily', 'opfowner'],
  ['pg_proc', 'proowner', "x.prokind = 'a'"],
  ['pg_publication', 'pubowner'],
  ['pg_rewrite', undefined, `x.rulename <> '_RETURN' and not ${ownedByExtension('pg_class', 'x.ev_class')}`],
  ['pg_statistic_ext', 'stxowner'],
  ['pg_subscription', 'subowner', 'x.subdbid = (select oid from pg_database where datname = current_database())'],
  ['pg_transform', undefined],
  ['pg_ts_config', 'cfgowner'],
  ['pg_ts_dict', 'dictowner'],
  ['pg_ts_parser', undefined],
  ['pg_ts_template', undefined],
  // The catalog itself is the superuser's alone.
  ['pg_user_mapping', undefined, 'true', '(select umid as oid from pg_user_mappings)'],
]

const rows = CATALOGS.map(
  ([catalog, owner, where, from]) => `
  select '${catalog}'::regclass as classid, x.oid, ${owner === undefined ? 'null' : otherRole(`x.${owner}`)} as owner,
    ${catalog === 'pg_statistic_ext' ? 'x.stxrelid' : 'null::oid'} as relation
  from ${from ?? catalog} x where ${where ?? 'true'}`,
).join('\n  union all')

/** Objects below FirstNormalObjectId (transam.h) came with the server; others belong to extensions, or to a view or type. */
const otherQuery = `${withRelations}, others as (${rows})
  select a.type, to_json(a.object_names) as names, to_json(a.object_args) as types, o.owner,
    (select description from pg_description d where d.classoid = o.classid and d.objoid = o.oid and d.objsubid = 0)
      as comment,
    o.classid = 'pg_user_mapping'::regclass and a.object_names[1] = session_user as "isOwn",
    (select json_build_object('schema', r.schema, 'name', r.relname) from relations r where r.oid = o.relation) as table,
    (select fdwname from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
      where o.classid = 'pg_foreign_server'::regclass and s.oid = o.oid) as wrapper
  from others o cross join lateral pg_identify_object_as_address(o.classid, o.oid, 0) a
  where o.oid >= 16384 and not exists (
    select from pg_depend d
    where d.classid = o.classid and d.objid = o.oid and d.objsubid = 0 and d.deptype in ('e', 'i')
  )
  order by a.type, a.object_names, a.object_args`

async function introspectPublications(session: Session): Promise<ReadonlyMap<string, Publication>> {
  const [version] = await session.query<{ readonly number: number }>(
    `select current_setting('server_version_num')::integer as number`,
  )
  const query = publicationQuery((version?.number ?? 0) >= 150000)
  const publications = new Map<string, Publication>()
  for (const row of await session.query<PublicationRow>(query)) {
    publications.set(quoteIdentifier(row.name), {
      allTables: row.allTables,
      tables: row.tables
        .map(({ schema, name, columns, filtered }) => ({
          name: qualify(schema, name),
          ...(columns === null ? {} : { columns: columns.toSorted() }),
          ...(filtered ? { filtered } : {}),
        }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      schemas: row.schemas.toSorted(),
      options: publicationOptions(row.options),
    })
  }
  return publications
}

interface PublicationRow {
  readonly name: Identifier
  readonly allTables: boolean
  readonly tables: readonly {
    readonly schema: Identifier
    readonly name: Identifier
    readonly columns: readonly Identifier[] | null
    readonly filtered: boolean
  }[]
  readonly schemas: readonly Identifier[]
  readonly options: Readonly<Record<string, string>>
}

/** Column lists, filters and schemas came with PostgreSQL 15, what of generated columns is published with 18. */
function publicationQuery(hasSchemas: boolean): string {
  const columns = `(
      select json_agg(a.attname order by a.attname) from pg_attribute a
      where a.attrelid = e.prrelid and a.attnum = any (e.prattrs)
    )`
  return `${withRelations}
  select p.pubname as name, p.puballtables as "allTables",
    (
      select coalesce(json_agg(json_build_object('schema', r.schema, 'name', r.relname,
        'columns', ${hasSchemas ? columns : 'null'}, 'filtered', ${hasSchemas ? 'e.prqual is not null' : 'false'})), '[]')
      from pg_publication_rel e join relations r on r.oid = e.prrelid where e.prpubid = p.oid
    ) as tables,
    ${
      hasSchemas
        ? `(
      select coalesce(json_agg(s.nspname), '[]')
      from pg_publication_namespace e join pg_namespace s on s.oid = e.pnnspid where e.pnpubid = p.oid
    )`
        : `'[]'::json`
    } as schemas,
    json_build_object(
      'publish', concat_ws(',', case when pubinsert then 'insert' end, case when pubupdate then 'update' end,
        case when pubdelete then 'delete' end, case when pubtruncate then 'truncate' end),
      'publish_via_partition_root', coalesce(to_jsonb(p) ->> 'pubviaroot', 'false'),
      'publish_generated_columns', case when to_jsonb(p) ->> 'pubgencols' = 's' then 'stored' else 'none' end
    ) as options
  from pg_publication p order by p.pubname`
}
