import type { ActionOf } from './action.ts'
import { ASSIGNED_TYPES } from './built-in-casts.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { descendantsOf } from './effects-on-children.ts'
import { othersOf, policiesOf, triggersOf, viewsReading } from './lookups.ts'
import { partsOf, withoutModifiers } from './names.ts'
import { needed, type Refusal, spoken, unfit } from './refusal.ts'
import { SYSTEM_COLUMNS } from './refusal-of-constraints.ts'
import { mutableIn } from './refusal-of-expressions.ts'
import { isSqlText, printSql, type SqlText, textsIn } from './sql-text.ts'
import type { Column, Table } from './table.ts'
import type { ColumnDefinition } from './table-actions.ts'

/** Why the server would refuse a column as it is written; `table` is the one that is to have it. */
export function refusalOfColumn(catalog: Catalog, table: Name, column: ColumnDefinition): Refusal | undefined {
  if (column.refused !== undefined) return column.refused
  if (SYSTEM_COLUMNS.has(column.name)) return ofSystem(table, column.name)
  if (column.generated === undefined && column.default !== undefined && column.default.columns.length > 0)
    return unfit(`${table}.${column.name}`, COLUMN_IN_DEFAULT, '0A000')
  if (column.identity !== undefined && isKnownType(catalog, column.type) && !NUMBERED.has(column.type))
    return unfit(`${table}.${column.name}`, 'identity column type must be smallint, integer, or bigint', '22023')
  const collated = column.collation === undefined ? undefined : uncollated(catalog, table, column.name, column.type)
  if (collated !== undefined) return collated
  if (column.generated === undefined) return column.serial ? undefined : ofDefault(catalog, table, column)
  return mutableIn(catalog, table, column.default, 'generation expression is not immutable')
}

/** That a generated column is made of another one. */
export function fromGenerated(
  table: Name,
  columns: readonly Pick<Column, 'name' | 'generated'>[],
  { name, generated, default: value }: Pick<Column, 'name' | 'generated' | 'default'>,
): Refusal | undefined {
  if (generated === undefined || value === undefined) return undefined
  const other = columns.find((each) => each.generated !== undefined && value.columns.includes(each.name))
  if (other === undefined) return undefined
  const reason = `cannot use generated column "${other.name}" in column generation expression`
  return unfit(`${table}.${name}`, reason, '42P17', [table])
}

/** That a default is a constant of a type from which values are not cast to that of the column. */
function ofDefault(
  catalog: Catalog,
  table: Name,
  { name, type, default: value }: Pick<Column, 'name' | 'type' | 'default'>,
): Refusal | undefined {
  if (value === undefined || value.columns.length > 0 || !isSqlText(value.sql)) return undefined
  const given = typeOfConstant(printSql(value.sql).trim())
  if (given === undefined || !isNeverAssigned(catalog, given, type)) return undefined
  const said = withoutModifiers(type.includes('.') ? spoken(catalog, type) : type)
  const reason = `column "${name}" is of type ${said} but default expression is of type ${given}`
  return unfit(`${table}.${name}`, reason, '42804', [table])
}

/** That a column has the name of one of the server's own. */
export function ofSystem(table: Name, column: Identifier): Refusal | undefined {
  // There has been no column of this name since PostgreSQL 12.
  if (column === 'oid') return undefined
  return unfit(`${table}.${column}`, `column name "${column}" conflicts with a system column name`, '42701')
}

const COLUMN_IN_DEFAULT = 'cannot use column reference in DEFAULT expression'

const NUMBERED: ReadonlySet<string> = new Set(['smallint', 'integer', 'bigint'])

/** COLLATE beside a type whose values are not compared as text is. */
function uncollated(catalog: Catalog, table: Name, column: Identifier, type: string): Refusal | undefined {
  const bare = withoutModifiers(baseOf(catalog, type).replace(/(\[\])+$/, ''))
  const isEnum = catalog.enums.has(bare)
  if (!isEnum && (!ASSIGNED_TYPES.has(bare) || COLLATED.has(bare))) return undefined
  const said = withoutModifiers(type.includes('.') ? spoken(catalog, type) : type)
  return unfit(`${table}.${column}`, `collations are not supported by type ${said}`, '42804')
}

const COLLATED: ReadonlySet<string> = new Set(['text', 'character varying', 'character', 'name', '"char"', 'bpchar'])

type ColumnChange = ActionOf<'setColumnDefault' | 'setColumnNullable' | 'setColumnIdentity' | 'setColumnExpression'>

/** Why the server would refuse to change a column that is there. */
export function refusalOfColumnChange(
  action: ColumnChange,
  table: Table,
  catalog: Catalog,
  postgres: number,
): Refusal | undefined {
  const column = table.columns.find((each) => each.name === action.column)
  if (column === undefined) return undefined
  const said = `column "${column.name}" of relation "${partsOf(table.name).name}"`
  const refuse = (reason: string, sqlstate: string) =>
    unfit(`${table.name}.${column.name}`, reason, sqlstate, [table.name])
  switch (action.kind) {
    case 'setColumnDefault':
      if (column.identity !== undefined) return refuse(`${said} is an identity column`, '42601')
      if (column.generated !== undefined) return refuse(`${said} is a generated column`, '42601')
      if ((action.default?.columns ?? []).length > 0) return refuse(COLUMN_IN_DEFAULT, '0A000')
      return action.default === undefined
        ? undefined
        : ofDefault(catalog, table.name, { ...column, default: action.default })
    case 'setColumnNullable':
      return action.nullable ? ofDropNotNull(column, table, catalog) : undefined
    case 'setColumnIdentity':
      return action.adds === true
        ? ofAddIdentity(column, table, catalog)
        : column.identity === undefined && action.lenient !== true
          ? refuse(`${said} is not an identity column`, '55000')
          : undefined
    case 'setColumnExpression':
      if (column.generated !== undefined || action.lenient === true || action.expression !== undefined) return undefined
      return refuse(`${said} is not a ${postgres < 18 ? 'stored ' : ''}generated column`, '55000')
  }
}

function ofDropNotNull(column: Column, table: Table, catalog: Catalog): Refusal | undefined {
  const refuse = (reason: string, sqlstate: string) =>
    unfit(`${table.name}.${column.name}`, reason, sqlstate, [table.name])
  const { name } = column
  if (column.identity !== undefined)
    return refuse(`column "${name}" of relation "${partsOf(table.name).name}" is an identity column`, '42601')
  // A partition has the key of the table above it, and more may be said of that.
  const parent = table.partitionOf === undefined ? undefined : catalog.tables.get(table.partitionOf)
  if (table.primaryKey?.columns.includes(name) === true)
    return table.partitionOf === undefined ? refuse(`column "${name}" is in a primary key`, '42P16') : undefined
  const isAbove = parent?.columns.find((each) => each.name === name)?.nullable === false
  return isAbove ? refuse(`column "${name}" is marked NOT NULL in parent table`, '42P16') : undefined
}

function ofAddIdentity(column: Column, table: Table, catalog: Catalog): Refusal | undefined {
  const said = `column "${column.name}" of relation "${partsOf(table.name).name}"`
  const refuse = (reason: string, sqlstate: string) =>
    unfit(`${table.name}.${column.name}`, reason, sqlstate, [table.name])
  // Of partitions and their parents the server says other words, by its version.
  if (table.partitionOf !== undefined || table.kind === 'partitioned') return undefined
  if (isKnownType(catalog, column.type) && !NUMBERED.has(column.type))
    return refuse('identity column type must be smallint, integer, or bigint', '22023')
  if (column.nullable) return refuse(`${said} must be declared NOT NULL before identity can be added`, '55000')
  if (column.identity !== undefined) return refuse(`${said} is already an identity column`, '55000')
  return column.default === undefined ? undefined : refuse(`${said} already has a default value`, '55000')
}

/** Why the server would refuse to give a column that is there another type (`ATPrepAlterColumnType` in tablecmds.c). */
export function refusalOfTypeChange(
  action: ActionOf<'setColumnType'>,
  catalog: Catalog,
  postgres: number,
): Refusal | undefined {
  const table = catalog.tables.get(action.table)
  const column = table?.columns.find((each) => each.name === action.column)
  if (table === undefined || column === undefined || table.known === 'partly') return undefined
  const { name } = column
  const subject = `${table.name}.${name}`
  if (table.partitionKey?.columns.includes(name) === true) {
    const of = `partition key of relation "${partsOf(table.name).name}"`
    return needed('column', subject, `cannot alter column "${name}" because it is part of the ${of}`, '42P16')
  }
  const collated = action.collation === undefined ? undefined : uncollated(catalog, table.name, name, action.type)
  if (collated !== undefined) return collated
  const said = withoutModifiers(action.type.includes('.') ? spoken(catalog, action.type) : action.type)
  const refuse = (what: string) =>
    unfit(subject, `${what} cannot be cast automatically to type ${said}`, '42804', [table.name])
  const isPlain = action.using === undefined && column.generated === undefined
  if (isPlain && isNeverAssigned(catalog, column.type, action.type)) return refuse(`column "${name}"`)
  const cast = action.casts === undefined ? undefined : (action.casts.at(-1) ?? column.type)
  if (cast !== undefined && isNeverAssigned(catalog, cast, action.type))
    return refuse(`result of USING clause for column "${name}"`)
  const given = column.generated === undefined ? typeOfDefault(column, catalog, table.name) : undefined
  if (given !== undefined && isNeverAssigned(catalog, given, action.type)) return refuse(`default for column "${name}"`)
  const users = usersOf(catalog, table, column)
  if (users.size !== 1) return undefined
  const [user] = users
  const isOfGenerated = user === 'by a generated column'
  const sqlstate = isOfGenerated && postgres < 15 ? '42601' : '0A000'
  return needed('column', subject, `cannot alter type of a column used ${user}`, sqlstate)
}

/** What rests on a column of a table or of its children, in the words of the server. */
function usersOf(catalog: Catalog, table: Table, { name: column }: Column): ReadonlySet<string> {
  const users = new Set<string>()
  for (const { name, columns } of [table, ...descendantsOf(catalog, table.name)]) {
    const isNamed = (object: unknown) => textsIn(object).some((text) => namesColumn(text, name, column))
    const isRule = othersOf(catalog, name).some(([, each]) => each.kind === 'rule' && isNamed(each))
    if (isRule || viewsReading(catalog, name, column).length > 0) users.add('by a view or rule')
    if (policiesOf(catalog, name).some(([, { using, check }]) => isNamed({ using, check })))
      users.add('in a policy definition')
    const isWatching = triggersOf(catalog, name).some(
      ([, each]) => each.updateOf.includes(column) || isNamed(each.when),
    )
    if (isWatching) users.add('in a trigger definition')
    if (columns.some((each) => each.generated !== undefined && each.default?.columns.includes(column) === true))
      users.add('by a generated column')
  }
  return users
}

function namesColumn({ pieces }: SqlText, table: Name, column: Identifier): boolean {
  return pieces.some(
    (each) => typeof each !== 'string' && each.to === 'column' && each.name === table && each.column === column,
  )
}

/** The type that a default has by itself, before it is cast to that of its column; undefined where that is not known. */
function typeOfDefault({ default: value, name, type }: Column, catalog: Catalog, table: Name): string | undefined {
  if (value === undefined || value.columns.length > 0) return undefined
  if (!isSqlText(value.sql)) {
    const isSerial = [...catalog.sequences.values()].some(
      ({ ownedBy }) => ownedBy?.table === table && ownedBy.column === name,
    )
    return isSerial && value.functions.join() === 'nextval' ? 'bigint' : undefined
  }
  const text = printSql(value.sql).trim()
  if (/^'(?:[^']|'')*'$/.test(text)) return type
  return typeOfConstant(text)
}

/** The type of a constant, or of a call of a function of the server's. */
function typeOfConstant(text: string): string | undefined {
  if (/^(true|false)$/i.test(text)) return 'boolean'
  if (/^-?\d{1,9}$/.test(text)) return 'integer'
  if (/^-?\d+\.\d+$/.test(text)) return 'numeric'
  if (/^(now\(\)|current_timestamp)$/i.test(text)) return 'timestamp with time zone'
  if (/^current_date$/i.test(text)) return 'date'
  if (/^nextval\('[^']*'(::regclass)?\)$/i.test(text)) return 'bigint'
  return /^gen_random_uuid\(\)$/i.test(text) ? 'uuid' : undefined
}

/** Whether values of one type are surely not cast to another one where nothing says so. */
function isNeverAssigned(catalog: Catalog, from: string, to: string): boolean {
  const [source, target] = [baseOf(catalog, from), baseOf(catalog, to)].map(withoutModifiers) as [string, string]
  for (const { kind } of catalog.others.values()) if (kind === 'cast') return false
  if (source === target || TEXTS.has(target)) return false
  const isKnown = [source, target].every((each) => ASSIGNED_TYPES.has(each) || isEnumOrArray(catalog, each))
  if (!isKnown) return false
  // Arrays are cast element by element.
  if (source.endsWith('[]') && target.endsWith('[]')) return false
  return !(ASSIGNED_TYPES.get(source) ?? []).includes(target)
}

function isEnumOrArray(catalog: Catalog, type: string): boolean {
  const element = type.replace(/(\[\])+$/, '')
  return catalog.enums.has(element) || (element !== type && ASSIGNED_TYPES.has(element))
}

/** To these everything is cast, as it is printed. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'character varying', 'character', 'bpchar', 'name', '"char"'])

function baseOf(catalog: Catalog, type: string): string {
  const domain = catalog.domains.get(type)
  return domain === undefined ? type : baseOf(catalog, domain.type)
}

function isKnownType(catalog: Catalog, type: string): boolean {
  return ASSIGNED_TYPES.has(withoutModifiers(type)) || catalog.enums.has(type)
}
