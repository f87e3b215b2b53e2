import type { Identifier, Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import type { Index, IndexKey } from '../catalog/objects.ts'
import type { TextReaders } from './introspect.ts'
import type { Session } from './session.ts'
import { withRelations } from './system-catalog.ts'

/** Reads all indexes, those of constraints and partitions too. */
export async function introspectIndexes(session: Session, readers: TextReaders): Promise<ReadonlyMap<Name, Index>> {
  const rows = await session.query<IndexRow>(indexQuery)
  return new Map(rows.map((row) => [qualify(row.schema, row.name), indexFrom(row, readers)]))
}

function indexFrom(row: IndexRow, readers: TextReaders): Index {
  const definition = readers.index(row.definition)
  const { name: _, ...rest } = definition
  return {
    ...rest,
    name: qualify(row.schema, row.name),
    table: qualify(row.tableSchema, row.table),
    keys: definition.keys.map((key, position) => withAttribute(key, row.attributes[position]!)),
    ...(row.tablespace === null ? {} : { tablespace: row.tablespace }),
    constraint: row.constraint,
    ...(row.parent === null ? {} : { partitionOf: qualify(row.parentSchema, row.parent) }),
    valid: row.valid,
  }
}

/** An expression has its name in the index, and a target of statistics of its own. */
function withAttribute(key: IndexKey, { name, statistics }: IndexAttribute): IndexKey {
  const own = statistics === null ? {} : { statistics }
  return 'column' in key ? { ...key, ...own } : { ...key, name, ...own }
}

interface IndexAttribute {
  readonly name: Identifier
  readonly statistics: number | null
}

type IndexRow = {
  readonly schema: Identifier
  readonly name: Identifier
  readonly tableSchema: Identifier
  readonly table: Identifier
  readonly definition: string
  readonly attributes: readonly IndexAttribute[]
  readonly tablespace: Identifier | null
  readonly constraint: boolean
  readonly valid: boolean
} & ({ readonly parent: null } | { readonly parentSchema: Identifier; readonly parent: Identifier })

const indexQuery = `${withRelations}
  select c.schema, c.relname as name, t.schema as "tableSchema", t.relname as table,
    pg_get_indexdef(c.oid) as definition, i.indisvalid as valid, s.spcname as tablespace,
    exists (
      select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    ) as constraint,
    (
      select json_agg(json_build_object('name', attname, 'statistics', nullif(attstattarget, -1)) order by attnum)
      from pg_attribute where attrelid = c.oid
    ) as attributes,
    p.schema as "parentSchema", p.relname as parent
  from relations c join pg_index i on i.indexrelid = c.oid join relations t on t.oid = i.indrelid
    left join pg_tablespace s on s.oid = c.reltablespace
    left join pg_inherits h on h.inhrelid = c.oid left join relations p on p.oid = h.inhparent
  order by c.schema, c.relname`
