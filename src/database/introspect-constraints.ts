import type { Identifier, Name } from '../catalog/catalog.ts'
import { qualify } from '../catalog/names.ts'
import type {
  Check,
  Deferrable,
  Exclusion,
  ForeignKey,
  Inheritance,
  Key,
  NotNull,
  ReferentialAction,
  Table,
} from '../catalog/table.ts'
import type { TextReaders } from './introspect.ts'
import type { Session } from './session.ts'
import { columnNames, schemaName, withRelations } from './system-catalog.ts'

/** The constraints of one table. */
export type TableConstraints = Pick<
  Table,
  'primaryKey' | 'uniques' | 'foreignKeys' | 'checks' | 'exclusions' | 'notNulls'
>

/** Reads the constraints of all tables, by name within each. NOT NULL is one since PostgreSQL 18. */
export async function introspectConstraints(
  session: Session,
  readers: TextReaders,
): Promise<ReadonlyMap<Name, TableConstraints>> {
  const tables = new Map<Name, Building>()
  for (const row of await session.query<ConstraintRow>(constraintQuery)) {
    const name = qualify(row.schema, row.table)
    const table = tables.get(name) ?? { uniques: [], foreignKeys: [], checks: [], exclusions: [], notNulls: [] }
    tables.set(name, table)
    add(table, row, readers)
  }
  return tables
}

function add(table: Building, row: ConstraintRow, readers: TextReaders): void {
  const { name, columns, validated } = row
  const base = { name, ...inheritance(row.isLocal, row.parents) }
  switch (row.type) {
    case 'p':
      table.primaryKey = { ...base, columns, ...timing(row), ...(row.period ? { withoutOverlaps: true } : {}) }
      return
    case 'u':
      table.uniques.push({ ...base, columns, ...timing(row), ...(row.period ? { withoutOverlaps: true } : {}) })
      return
    case 'x':
      table.exclusions.push({ ...base, operators: row.operators, ...timing(row) })
      return
    case 'c':
      table.checks.push({
        ...base,
        expression: readers.expression(row.expression),
        validated,
        ...(row.noInherit ? { noInherit: true } : {}),
        ...(row.enforced ? {} : { enforced: false }),
      })
      return
    case 'n':
      table.notNulls.push({ ...base, column: columns[0]!, validated, ...(row.noInherit ? { noInherit: true } : {}) })
      return
    case 'f':
      table.foreignKeys.push({ ...base, ...foreignKeyFrom(row) })
  }
}

function foreignKeyFrom(row: Extract<ConstraintRow, { type: 'f' }>): Omit<ForeignKey, 'name' | 'inherited'> {
  return {
    columns: row.columns,
    references: qualify(row.referencedSchema, row.referencedTable),
    referencedColumns: row.referencedColumns,
    onDelete: REFERENTIAL_ACTIONS[row.onDelete],
    onUpdate: REFERENTIAL_ACTIONS[row.onUpdate],
    ...(row.onDeleteColumns.length === 0 ? {} : { onDeleteColumns: row.onDeleteColumns }),
    ...(row.match === 'f' ? { match: 'full' } : {}),
    ...timing(row),
    ...(row.period ? { period: true } : {}),
    validated: row.validated,
    ...(row.enforced ? {} : { enforced: false }),
  }
}

function timing(row: { readonly deferrable: boolean; readonly deferred: boolean }): { deferrable?: Deferrable } {
  if (row.deferred) return { deferrable: 'initially deferred' }
  return row.deferrable ? { deferrable: 'initially immediate' } : {}
}

/** What is a table's own and no parent's has no inheritance to tell of. */
export function inheritance(local: boolean, parents: number): { readonly inherited?: Inheritance } {
  return parents === 0 ? {} : { inherited: { local, parents } }
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
  readonly notNulls: NotNull[]
}

type ActionLetter = 'a' | 'r' | 'c' | 'n' | 'd'

type ConstraintRow = {
  readonly schema: Identifier
  readonly table: Identifier
  readonly name: Identifier
  readonly columns: readonly Identifier[]
  readonly validated: boolean
  readonly enforced: boolean
  readonly deferrable: boolean
  readonly deferred: boolean
  readonly isLocal: boolean
  readonly parents: number
  readonly noInherit: boolean
  readonly period: boolean
} & (
  | { readonly type: 'p' | 'u' | 'n' }
  | { readonly type: 'x'; readonly operators: readonly string[] }
  | { readonly type: 'c'; readonly expression: string }
  | {
      readonly type: 'f'
      readonly referencedSchema: Identifier
      readonly referencedTable: Identifier
      readonly referencedColumns: readonly Identifier[]
      readonly onDelete: ActionLetter
      readonly onUpdate: ActionLetter
      readonly onDeleteColumns: readonly Identifier[]
      readonly match: string
    }
)

/**
 * A foreign key to a partitioned table has further rows, one for each partition that it
 * references; a partition has its parent's key as a row of its own. Both have a
 * conparentid, but only the latter are another table's. Of the columns that newer versions
 * added to pg_constraint, the older ones have none.
 */
const constraintQuery = `${withRelations}, foreign_keys as (
    select * from pg_constraint where contype = 'f' and conparentid = 0
    union all
    select k.* from pg_constraint k join foreign_keys parent on parent.oid = k.conparentid
    where k.contype = 'f' and k.conrelid <> parent.conrelid and k.confrelid = parent.confrelid
  ), constraints as (
    select * from foreign_keys
    union all
    select * from pg_constraint where contype in ('p', 'u', 'x', 'c', 'n')
  )
  select t.schema, t.relname as table, k.conname as name, k.contype::text as type, k.convalidated as validated,
    k.condeferrable as deferrable, k.condeferred as deferred, k.conislocal as "isLocal", k.coninhcount as parents,
    k.connoinherit as "noInherit", coalesce(to_jsonb(k) ->> 'conenforced', 'true')::boolean as enforced,
    coalesce(to_jsonb(k) ->> 'conperiod', 'false')::boolean as period,
    ${columnNames('k.conrelid', 'k.conkey')} as columns,
    pg_get_expr(k.conbin, k.conrelid) as expression,
    ${schemaName('r.relnamespace')} as "referencedSchema", r.relname as "referencedTable",
    ${columnNames('k.confrelid', 'k.confkey')} as "referencedColumns",
    k.confdeltype::text as "onDelete", k.confupdtype::text as "onUpdate", k.confmatchtype::text as match,
    ${columnNames('k.conrelid', `translate(coalesce(to_jsonb(k) ->> 'confdelsetcols', '{}'), '[]', '{}')::int2[]`)} as "onDeleteColumns",
    (
      select coalesce(json_agg(case when n.nspname = 'pg_catalog' then o.oprname
        else format('OPERATOR(%I.%s)', n.nspname, o.oprname) end order by position), '[]')
      from unnest(k.conexclop) with ordinality as element (oid, position)
      join pg_operator o on o.oid = element.oid join pg_namespace n on n.oid = o.oprnamespace
    ) as operators
  from relations t join constraints k on k.conrelid = t.oid left join pg_class r on r.oid = k.confrelid
  where t.relkind in ('r', 'p', 'f')
  order by k.conname`
