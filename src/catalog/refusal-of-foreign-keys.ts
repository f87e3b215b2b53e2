import type { Catalog, Identifier, Name } from './catalog.ts'
import { chooseConstraintName, joinColumnNames } from './generated-names.ts'
import { indexesOf } from './lookups.ts'
import { partsOf } from './names.ts'
import type { Index } from './objects.ts'
import { type Refusal, unfit } from './refusal.ts'
import { SYSTEM_COLUMNS } from './refusal-of-constraints.ts'
import type { Column, Table } from './table.ts'
import type { ForeignKeyDefinition } from './table-actions.ts'

/** What is asked of the table that a foreign key is for. */
type Referencing = Pick<Table, 'name' | 'persistence'> & {
  readonly columns: readonly Pick<Column, 'name' | 'type'>[]
}

/**
 * Why the server would refuse a foreign key whose tables and columns are all there
 * (`ATAddForeignKeyConstraint` in tablecmds.c). `table` has the columns of the key; `referenced`
 * is the table that it refers to, if that is one.
 */
export function refusalOfForeignKey(
  catalog: Catalog,
  table: Referencing,
  key: ForeignKeyDefinition,
  referenced = catalog.tables.get(key.references),
): Refusal | undefined {
  if (referenced === undefined) return ofOtherKind(catalog, key)
  // Of a PERIOD and of the server's columns it says other words.
  if (referenced.known === 'partly' || isOfPeriod(key, referenced) || isOfSystem(key)) return undefined
  const persistence = ofPersistence(table, referenced)
  if (persistence !== undefined) return unfit(table.name, persistence, '42P16', [referenced.name])
  const said = partsOf(referenced.name).name
  const rests = [referenced.name]
  const isImplied = key.referencedColumns.length === 0
  if (isImplied && referenced.primaryKey === undefined)
    return unfit(referenced.name, `there is no primary key for referenced table "${said}"`, '42704', rests)
  const columns = isImplied ? referenced.primaryKey!.columns : key.referencedColumns
  const indexes = isImplied ? [] : indexesOf(catalog, referenced.name).map(([, each]) => each)
  if (!isImplied && !indexes.some((each) => isOn(each, columns)))
    return unfit(
      referenced.name,
      `there is no unique constraint matching given keys for referenced table "${said}"`,
      '42830',
      rests,
    )
  if (columns.length !== key.columns.length)
    return unfit(table.name, 'number of referencing and referenced columns for foreign key disagree', '42830', rests)
  const isUncomparable = key.columns.some((column, place) => {
    const [from, to] = [typeOf(table, column), typeOf(referenced, columns[place]!)]
    return from !== undefined && to !== undefined && isNeverComparable(catalog, from, to)
  })
  if (!isUncomparable) return undefined
  const reason = `foreign key constraint "${nameOf(catalog, table.name, key)}" cannot be implemented`
  return unfit(table.name, reason, '42804', [table.name, referenced.name])
}

function isOfPeriod({ period }: ForeignKeyDefinition, { primaryKey, uniques }: Table): boolean {
  return period === true || [primaryKey, ...uniques].some((each) => each?.withoutOverlaps === true)
}

function isOfSystem({ columns, referencedColumns }: ForeignKeyDefinition): boolean {
  return [...columns, ...referencedColumns].some((each) => SYSTEM_COLUMNS.has(each))
}

function ofOtherKind(catalog: Catalog, { references }: ForeignKeyDefinition): Refusal | undefined {
  if (!catalog.views.has(references)) return undefined
  const reason = `referenced relation "${partsOf(references).name}" is not a table`
  return unfit(references, reason, '42809', [references])
}

function ofPersistence({ persistence }: Referencing, referenced: Table): string | undefined {
  if (persistence === 'permanent' && referenced.persistence !== 'permanent')
    return 'constraints on permanent tables may reference only permanent tables'
  if (persistence === 'unlogged' && referenced.persistence === 'temporary')
    return 'constraints on unlogged tables may reference only permanent or unlogged tables'
  return undefined
}

/** Whether a foreign key may rest on an index; of one that is not valid it may be so. */
function isOn({ unique, predicate, keys }: Index, columns: readonly Identifier[]): boolean {
  const named = keys.flatMap((key) => ('column' in key ? [key.column] : []))
  const isWhole = unique && predicate === undefined && named.length === keys.length
  return isWhole && named.toSorted().join('\0') === columns.toSorted().join('\0')
}

function typeOf(table: Referencing, column: Identifier): string | undefined {
  return table.columns.find((each) => each.name === column)?.type
}

function nameOf(catalog: Catalog, table: Name, { name, columns }: ForeignKeyDefinition): Identifier {
  const { schema, name: bare } = partsOf(table)
  const parts = { table: bare, column: joinColumnNames(columns), label: 'fkey' }
  return name ?? chooseConstraintName(catalog, schema, parts)
}

/** Whether no operator compares values of two types: that is certain of some types alone, and where no cast was made. */
function isNeverComparable(catalog: Catalog, from: string, to: string): boolean {
  for (const { kind } of catalog.others.values()) if (kind === 'cast' || kind === 'operator class') return false
  const [own, other] = [groupOf(catalog, from), groupOf(catalog, to)]
  if (own === undefined || other === undefined || own === other) return false
  return !(WIDENED[own] ?? []).includes(other)
}

/** Types that are compared with each other go by one name. */
function groupOf(catalog: Catalog, type: string): string | undefined {
  const domain = catalog.domains.get(type)
  if (domain !== undefined) return groupOf(catalog, domain.type)
  if (catalog.enums.has(type)) return `enum ${type}`
  return GROUPS[type.replace(/\([\d,]+\)/, '')]
}

const GROUPS: Readonly<Record<string, string>> = {
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'numeric',
  real: 'float',
  'double precision': 'float',
  text: 'text',
  'character varying': 'text',
  character: 'text',
  uuid: 'uuid',
  boolean: 'boolean',
  date: 'time',
  'timestamp without time zone': 'time',
  'timestamp with time zone': 'time',
  jsonb: 'jsonb',
  bytea: 'bytea',
  inet: 'inet',
}

/** What values are cast to where nothing is said (`pg_cast.castcontext = 'i'`). */
const WIDENED: Readonly<Record<string, readonly string[]>> = {
  integer: ['numeric', 'float'],
  numeric: ['float'],
}
