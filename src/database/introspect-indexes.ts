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
  return {
    name: qualify(row.schema, row.name),
    table: qualify(row.tableSchema, row.table),
    method: row.method,
    keys: row.elements.filter((element) => !element.included).map((element) => keyFrom(element, readers)),
    included: row.elements.filter((element) => element.included).map((element) => element.column!),
    unique: row.unique,
    ...(row.predicate === null ? {} : { predicate: readers.expression(row.predicate) }),
    constraint: row.constraint,
    valid: row.valid,
  }
}

function keyFrom(element: IndexElement, readers: TextReaders): IndexKey {
  if (element.column !== null) return { column: element.column }
  return { expression: readers.expression(element.expression!), name: element.name }
}

/** A column, or the text of an expression. */
interface IndexElement {
  readonly column: Identifier | null
  /** What the column of the index is called, which is the name of an expression too. */
  readonly name: Identifier
  readonly expression: string | null
  readonly included: boolean
}

interface IndexRow {
  readonly schema: Identifier
  readonly name: Identifier
  readonly tableSchema: Identifier
  readonly table: Identifier
  readonly method: string
  readonly elements: readonly IndexElement[]
  readonly unique: boolean
  readonly predicate: string | null
  readonly constraint: boolean
  readonly valid: boolean
}

const indexQuery = `${withRelations}
  select c.schema, c.relname as name, t.schema as "tableSchema", t.relname as table, m.amname as method,
    i.indisunique as unique, i.indisvalid as valid, pg_get_expr(i.indpred, i.indrelid) as predicate,
    exists (
      select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    ) as constraint,
    (
      select json_agg(json_build_object(
        'column', a.attname, 'name', own.attname,
        'expression', case when e.number = 0 then pg_get_indexdef(i.indexrelid, e.position::int, false) end,
        'included', e.position > i.indnkeyatts
      ) order by e.position)
      from unnest(i.indkey) with ordinality as e (number, position)
      join pg_attribute own on own.attrelid = i.indexrelid and own.attnum = e.position
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = e.number and e.number <> 0
    ) as elements
  from relations c join pg_index i on i.indexrelid = c.oid join relations t on t.oid = i.indrelid
    join pg_am m on m.oid = c.relam
  order by c.schema, c.relname`
