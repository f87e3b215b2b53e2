import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import type { Column } from '../catalog/table.ts'
import { plausibleValues } from './plausible-values.ts'
import type { Session } from './session.ts'

/**
 * Finds values for the columns of one table, as SQL that needs no context: `'1'::integer`.
 * The session must be in a transaction that is rolled back, because a function is made in it.
 */
export type ColumnValues = (column: Column) => Promise<readonly string[]>

/** Reads what the constraints on a table compare its columns with, and asks the server which values it takes. */
export async function columnValues(session: Session, catalog: Catalog, table: Name): Promise<ColumnValues> {
  await session.run(acceptFunction)
  const hints = await session.query<HintRow>(hintQuery, [table])
  const found = new Map<Identifier, readonly string[]>()
  return async (column) => {
    const known = found.get(column.name)
    if (known !== undefined) return known
    const texts = plausibleValues(
      catalog,
      column.type,
      hints.filter((hint) => hint.column === column.name).map((hint) => hint.text),
    )
    const rows = await session.query<{ readonly value: string }>(acceptQuery, [column.type, texts])
    const values = rows.map((row) => row.value)
    found.set(column.name, values)
    return values
  }
}

interface HintRow {
  readonly column: Identifier
  readonly text: string
}

/** Checks of the table and of its columns' domains, and the bounds of partitions. */
const hintQuery = `
  select a.attname as column, pg_get_constraintdef(k.oid) as text
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
  where k.conrelid = $1::regclass and k.contype = 'c'
  union all
  select a.attname, pg_get_constraintdef(k.oid)
  from pg_attribute a join pg_constraint k on k.contypid = a.atttypid
  where a.attrelid = $1::regclass and k.contype = 'c'
  union all
  select a.attname, coalesce(pg_get_expr(c.relpartbound, c.oid), '')
  from pg_partition_tree($1::regclass) as part
    join pg_partitioned_table p on p.partrelid = part.relid
    join pg_attribute a on a.attrelid = p.partrelid and a.attnum = any (p.partattrs)
    join pg_inherits i on i.inhparent = p.partrelid
    join pg_class c on c.oid = i.inhrelid
  union all
  select a.attname, pg_get_partition_constraintdef(a.attrelid)
  from pg_attribute a
  where a.attrelid = $1::regclass and a.attnum > 0 and pg_get_partition_constraintdef(a.attrelid) is not null`

/** In a schema of its own session, under a name that no migration has. */
const acceptFunction = `
  create or replace function pg_temp.schemalint_accepts(literal text) returns boolean language plpgsql as $$
  begin
    execute 'select ' || literal;
    return true;
  exception when others then
    return false;
  end
  $$`

const acceptQuery = `
  select literal as value
  from unnest($2::text[]) with ordinality as candidate (value, position),
    lateral (select quote_literal(value) || '::' || $1::text as literal) as written
  where pg_temp.schemalint_accepts(literal)
  order by position`
