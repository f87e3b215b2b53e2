import type { Action, ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { findConstraint } from './constraints.ts'
import { dropFunctionWithUses, dropUses, removeType } from './fold-cascade.ts'
import { generatedFrom } from './fold-columns.ts'
import { dropReaders, dropTable, dropView } from './fold-drop.ts'
import { removeFunction } from './fold-objects.ts'
import { childrenOf, functionsNamed, partitionsBelow, tablesMentioning, tablesReferencing } from './lookups.ts'
import { isTemporary, partsOf, qualify } from './names.ts'
import { needed, type Refusal, spoken, spokenKey } from './refusal.ts'
import { refusalOfTypeChange } from './refusal-of-columns.ts'
import { mentionsOf } from './sql-text.ts'
import type { Table } from './table.ts'

/**
 * Why the server would refuse to drop, rename or empty something: other objects rest on it.
 * `statement` is all that the statement does, for what one DROP names may rest on each other.
 */
export function refusalOfNeeded(
  action: Action,
  before: Catalog,
  statement: readonly Action[],
  postgres: number,
): Refusal | undefined {
  switch (action.kind) {
    case 'dropTable':
    case 'dropView':
    case 'dropType':
      return action.cascade === true ? undefined : ofDrop(action, before, statement)
    case 'dropFunction':
      return action.cascade ? undefined : ofDropFunction(action, before, statement)
    case 'dropSchema':
      return action.cascade || !isFilled(before, action.name) ? undefined : dependedOn('schema', action.name, before)
    case 'truncateTable':
      return action.cascade ? undefined : ofTruncate(action, before, statement)
    case 'dropColumn': {
      const table = before.tables.get(action.table)
      return table === undefined ? undefined : ofDropColumn(action, table, before)
    }
    case 'renameColumn':
      return action.only === true ? undefined : inherited(before, action.table, action.from, 'rename')
    case 'setColumnType':
      return inherited(before, action.table, action.column, 'alter') ?? refusalOfTypeChange(action, before, postgres)
    case 'dropConstraint':
      return ofDropConstraint(action, before)
    case 'dropSequence':
      return action.cascade === true ? undefined : ofDropSequence(action.sequence, before)
    case 'dropRole':
      return ofDropRole(action.role, before)
    default:
      return undefined
  }
}

type Listed = ActionOf<'dropTable' | 'dropView' | 'dropType'>

function nameOf(action: Listed): Name {
  return action.kind === 'dropTable' ? action.table : action.kind === 'dropView' ? action.view : action.type
}

function ofDrop(action: Listed, before: Catalog, statement: readonly Action[]): Refusal | undefined {
  const listed = statement.filter((each): each is Listed => each.kind === action.kind)
  const names = listed.map(nameOf)
  const name = nameOf(action)
  // What goes together is judged at the first of it.
  if (names[0] !== name || isTemporary(name) || !names.every((each) => isThere(before, each))) return undefined
  const gone = names.flatMap((each) => [each, ...partitionsBelow(before, each).map((part) => part.name)])
  const needing = gone.find((each) => {
    const isElsewhere = (other: Name) => !gone.includes(other) && !isTemporary(other)
    const isReferenced = tablesReferencing(before, each).some(([other]) => isElsewhere(other))
    return isReferenced || childrenOf(before, each).some((child) => isElsewhere(child.name))
  })
  const drop = { dropTable, dropView, dropType: removeType }[action.kind]
  const plain = names.reduce(drop, before)
  if (needing === undefined && !hasLost(plain, gone.reduce(dropUses, plain))) return undefined
  // Of several objects the server tells that it is one of them, and in its detail which.
  if (names.length > 1)
    return needed(wordOf(action, before), name, 'cannot drop desired object(s) because other objects depend on them')
  return dependedOn(wordOf(action, before), name, before)
}

function wordOf(action: Listed, before: Catalog): string {
  const name = nameOf(action)
  if (action.kind === 'dropType') return 'type'
  if (action.kind === 'dropView') return before.views.get(name)?.materialized === true ? 'materialized view' : 'view'
  return before.tables.get(name)?.kind === 'foreign' ? 'foreign table' : 'table'
}

function isThere({ tables, views, enums, domains, types }: Catalog, name: Name): boolean {
  return [tables, views, enums, domains, types].some((each) => each.has(name))
}

/** The maps of what may rest on other objects. */
const DEPENDING = [
  'tables',
  'views',
  'functions',
  'domains',
  'types',
  'policies',
  'triggers',
  'indexes',
  'others',
] as const

/** Whether the second catalog has not all that the first one has. */
function hasLost(first: Catalog, second: Catalog): boolean {
  return DEPENDING.some((kind) => {
    const [had, has]: readonly ReadonlyMap<string, unknown>[] = [first[kind], second[kind]]
    return had !== has && [...had!].some(([key, value]) => has!.get(key) !== value && !isTemporary(key))
  })
}

function ofDropFunction(action: ActionOf<'dropFunction'>, before: Catalog, statement: readonly Action[]) {
  const known = before.functions.get(action.function)
  const isAlone = statement.filter((each) => each.kind === 'dropFunction').length === 1
  // Of several of its name, which one others rest on is not known.
  if (known === undefined || !isAlone || functionsNamed(before, known.name).length > 1) return undefined
  const plain = removeFunction(before, action.function)
  if (!hasLost(plain, dropFunctionWithUses(before, action.function))) return undefined
  return dependedOn('function', action.function, before)
}

function isFilled(catalog: Catalog, schema: Identifier): boolean {
  const { tables, views, sequences, enums, domains, types, functions } = catalog
  const isInside = (name: Name) => partsOf(name).schema === schema
  if ([...functions.values()].some((each) => isInside(each.name))) return true
  return [tables, views, sequences, enums, domains, types].some((each) => [...each.keys()].some(isInside))
}

function ofTruncate(action: ActionOf<'truncateTable'>, before: Catalog, statement: readonly Action[]) {
  const listed = statement.flatMap((each) => (each.kind === 'truncateTable' ? [each.table] : []))
  const emptied = new Set(listed.flatMap((each) => [each, ...heirsOf(before, each)]))
  const isReferenced = tablesReferencing(before, action.table).some(([other]) => !emptied.has(other))
  if (!isReferenced) return undefined
  const reason = 'cannot truncate a table referenced in a foreign key constraint'
  return needed('table', action.table, reason, '0A000')
}

function heirsOf(catalog: Catalog, name: Name): readonly Name[] {
  return childrenOf(catalog, name).flatMap((child) => [child.name, ...heirsOf(catalog, child.name)])
}

function ofDropColumn({ column, cascade }: ActionOf<'dropColumn'>, table: Table, before: Catalog) {
  const { name } = table
  const refused = inherited(before, name, column, 'drop')
  if (refused !== undefined) return refused
  if (table.partitionKey?.columns.includes(column) === true) {
    const said = partsOf(name).name
    const reason = `cannot drop column "${column}" because it is part of the partition key of relation "${said}"`
    return needed('column', `${name}.${column}`, reason, '42P16')
  }
  if (cascade) return undefined
  const isReferenced = tablesReferencing(before, name).some(
    ([other, { foreignKeys }]) =>
      other !== name && foreignKeys.some((key) => key.references === name && key.referencedColumns.includes(column)),
  )
  const isRead = dropReaders(before, name, column) !== before || generatedFrom(table, column).length > 0
  if (!isReferenced && !isRead) return undefined
  const of = `column ${column} of table ${spoken(before, name)}`
  return needed('column', `${name}.${column}`, `cannot drop ${of} because other objects depend on it`)
}

/** What a child has of its parents it keeps as they have it. */
function inherited(catalog: Catalog, table: Name, column: Identifier, verb: 'drop' | 'rename' | 'alter') {
  const known = catalog.tables.get(table)?.columns.find((each) => each.name === column)
  if (known?.inherited === undefined || known.inherited.parents === 0) return undefined
  return needed('column', `${table}.${column}`, `cannot ${verb} inherited column "${column}"`, '42P16')
}

function ofDropConstraint({ table, name, cascade }: ActionOf<'dropConstraint'>, before: Catalog): Refusal | undefined {
  const known = before.tables.get(table)
  const own = known && findConstraint(known, name)
  const isNotNull = known?.notNulls?.some((each) => each.name === name) === true
  if (!isNotNull && own?.inherited !== undefined && own.inherited.parents > 0) {
    const reason = `cannot drop inherited constraint "${name}" of relation "${partsOf(table).name}"`
    return needed('constraint', `${table}.${name}`, reason, '42P16')
  }
  const keys = [known?.primaryKey, ...(known?.uniques ?? [])].flatMap((each) => each ?? [])
  const key = keys.find((each) => each.name === name)
  if (key === undefined || cascade) return undefined
  const same = (columns: readonly Identifier[]) => columns.toSorted().join() === key.columns.toSorted().join()
  // A foreign key to the same columns may rest on another index.
  const others = [...before.indexes.values()].filter(
    (index) =>
      index.table === table &&
      index.unique &&
      index.name !== qualify(partsOf(table).schema, name) &&
      same(index.keys.flatMap((each) => ('column' in each ? [each.column] : []))),
  )
  const isReferenced = tablesReferencing(before, table).some(
    ([other, { foreignKeys }]) =>
      other !== table && foreignKeys.some((each) => each.references === table && same(each.referencedColumns)),
  )
  if (others.length > 0 || !isReferenced) return undefined
  const of = `constraint ${name} on table ${spoken(before, table)}`
  return needed('constraint', `${table}.${name}`, `cannot drop ${of} because other objects depend on it`)
}

function ofDropSequence(name: Name, before: Catalog): Refusal | undefined {
  const sequence = before.sequences.get(name)
  if (sequence === undefined || isTemporary(name)) return undefined
  const said = spoken(before, name)
  const { table, column } = sequence.ownedBy ?? {}
  const owner = table === undefined ? undefined : before.tables.get(table)?.columns.find((each) => each.name === column)
  if (owner?.identity !== undefined) {
    const of = `column ${column} of table ${spoken(before, table!)}`
    return needed('sequence', name, `cannot drop sequence ${said} because ${of} requires it`)
  }
  const isSerial = owner?.default?.functions.join() === 'nextval' && owner.default.sql === undefined
  const isNamed = tablesMentioning(before, name).some(([, { columns }]) =>
    columns.some(({ default: value }) => value?.sql !== undefined && mentionsOf(value.sql).includes(name)),
  )
  return isSerial || isNamed ? dependedOn('sequence', name, before) : undefined
}

/** What a role owns or was given keeps it there, and the policies that name it. */
function ofDropRole(role: Identifier, before: Catalog): Refusal | undefined {
  if (!before.roles.has(role)) return undefined
  const { tables, views, functions, enums, domains, types, schemas, others } = before
  const isOwner = [tables, views, functions, enums, domains, types, schemas, others].some((map) =>
    [...map.values()].some((each: { readonly owner?: Identifier }) => each.owner === role),
  )
  const isNeeded =
    isOwner ||
    [...before.grants.values()].some((each) => each.grantee === role) ||
    [...before.defaultPrivileges.values()].some((each) => each.grantee === role || each.role === role) ||
    [...before.policies.values()].some((each) => each.roles.includes(role))
  if (!isNeeded) return undefined
  return needed('role', role, `role "${role}" cannot be dropped because some objects depend on it`)
}

function dependedOn(word: string, name: Name, before: Catalog): Refusal {
  const said = word === 'schema' ? name : spokenKey(before, name)
  return needed(word, name, `cannot drop ${word} ${said} because other objects depend on it`)
}
