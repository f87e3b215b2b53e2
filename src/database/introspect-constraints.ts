import type { Identifier, Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import type { Check, Exclusion, ForeignKey, Key, ReferentialAction, Table } from '../catalog/table.ts'
import type { TextReaders } from './introspect.ts'
import type { Session } from './session.ts'
import { columnNames, schemaName, withRelations } from './system-catalog.ts'

/** The constraints of one table. */
export type TableConstraints = Pick<Table, 'primaryKey' | 'uniques' | 'foreignKeys' | 'checks' | 'exclusions'>

/** Reads the constraints of all tables, by name within each. NOT NULL is a column's matter. */
export async function introspectConstraints(
  session: Session,
  readers: TextReaders,
): Promise<ReadonlyMap<Name, TableConstraints>> {
  const tables = new Map<Name, Building>()
  for (const row of await session.query<ConstraintRow>(constraintQuery)) {
    const name = qualify(row.schema, row.table)
    const table = tables.get(name) ?? { uniques: [], foreignKeys: [], checks: [], exclusions: [] }
    tables.set(name, table)
    add(table, row, readers)
  }
  return tables
}

function add(table: Building, row: ConstraintRow, readers: TextReaders): void {
  const { name, columns, validated } = row
  switch (row.type) {
    case 'p':
      table.primaryKey = { name, columns }
      return
    case 'u':
      table.uniques.push({ name, columns })
      return
    case 'x':
      table.exclusions.push({ name })
      return
    case 'c':
      table.checks.push({ name, expression: readers.expression(row.expression), validated })
      return
    case 'f':
      table.foreignKeys.push({
        name,
        columns,
        references: qualify(row.referencedSchema, row.referencedTable),
        referencedColumns: row.referencedColumns,
        onDelete: REFERENTIAL_ACTIONS[row.onDelete],
        onUpdate: REFERENTIAL_ACTIONS[row.onUpdate],
        validated,
      })
  }
}

/** The letters of confdeltype and confupdtype. */
const REFERENTIAL_ACTIONS: Readonly<Record<ActionLetter, ReferentialAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

interface Building {
  primaryKey?: Key
  readonly uniques: Key[]
  readonly foreignKeys: ForeignKey[]
  readonly checks: Check[]
  readonly exclusions: Exclusion[]
}

type ActionLetter = 'a' | 'r' | 'c' | 'n' | 'd'

type ConstraintRow = {
  readonly schema: Identifier
  readonly table: Identifier
  readonly name: Identifier
  readonly columns: readonly Identifier[]
  readonly validated: boolean
} & (
  | { readonly type: 'p' | 'u' | 'x' }
  | { readonly type: 'c'; readonly expression: string }
  | {
      readonly type: 'f'
      readonly referencedSchema: Identifier
      readonly referencedTable: Identifier
      readonly referencedColumns: readonly Identifier[]
      readonly onDelete: ActionLetter
      readonly onUpdate: ActionLetter
    }
)

/**
 * A foreign key to a partitioned table has further rows, one for each partition that it
 * references; a partition has its parent's key as a row of its own. Both have a
 * conparentid, but only the latter are another table's.
 */
const constraintQuery = `${withRelations}, foreign_keys as (
    select * from pg_constraint where contype = 'f' and conparentid = 0
    union all
    select k.* from pg_constraint k join foreign_keys parent on parent.oid = k.conparentid
    where k.contype = 'f' and k.conrelid <> parent.conrelid and k.confrelid = parent.confrelid
  ), constraints as (
    select * from foreign_keys
    union all
    select * from pg_constraint where contype in ('p', 'u', 'x', 'c')
  )
  select t.schema, t.relname as table, k.conname as name, k.contype::text as type, k.convalidated as validated,
    ${columnNames('k.conrelid', 'k.conkey')} as columns,
    pg_get_expr(k.conbin, k.conrelid) as expression,
    ${schemaName('r.relnamespace')} as "referencedSchema", r.relname as "referencedTable",
    ${columnNames('k.confrelid', 'k.confkey')} as "referencedColumns",
    k.confdeltype::text as "onDelete", k.confupdtype::text as "onUpdate"
  from relations t join constraints k on k.conrelid = t.oid left join pg_class r on r.oid = k.confrelid
  where t.relkind in ('r', 'p', 'f')
  order by k.conname`
