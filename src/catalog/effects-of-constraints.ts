import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { type Effect, exclusive, on } from './effect.ts'
import { ofForeignKeyGoing } from './effects-of-drop.ts'
import { withChildren, withPartitions } from './effects-on-children.ts'
import { hasSameKey } from './foreign-keys.ts'
import { childrenOf, partitionsBelow, tablesReferencing } from './lookups.ts'
import type { Table } from './table.ts'
import type {
  CheckDefinition,
  ConstraintDefinition,
  ForeignKeyDefinition,
  KeyDefinition,
  TableChange,
} from './table-actions.ts'

type ConstraintChange = Extract<TableChange, { readonly form: 'alterConstraint' }>

/** The effects of ADD CONSTRAINT on the table itself, its children and, of a foreign key, on the other tables too. */
export function ofAddConstraint(
  before: Catalog,
  table: Name,
  constraint: ConstraintDefinition,
  postgres: number,
): readonly Effect[] {
  switch (constraint.type) {
    case 'primaryKey':
    case 'unique':
      return ofKey(before, table, constraint, postgres)
    case 'exclusion':
      return withPartitions(before, table, [exclusive(table, 'build')])
    case 'check':
      return ofCheck(before, table, constraint, postgres)
    case 'foreignKey':
      return ofForeignKey(before, table, constraint)
  }
}

/** Since 18 the heirs of a table are locked even for a CHECK that they do not inherit. */
function ofCheck(before: Catalog, table: Name, check: CheckDefinition, postgres: number): readonly Effect[] {
  const own = exclusive(table, check.notValid ? 'none' : 'validate')
  if (check.noInherit !== true) {
    const below = childrenOf(before, table).flatMap((child) =>
      // A CHECK that a child has already is merged, and not looked for below it.
      child.checks.some((each) => each.name === check.name)
        ? [exclusive(child.name)]
        : ofCheck(before, child.name, check, postgres),
    )
    return [own, ...below]
  }
  return postgres < 18 ? [own] : [own, ...withChildren(before, table, [exclusive(table)])]
}

function ofKey(before: Catalog, table: Name, key: KeyDefinition, postgres: number): readonly Effect[] {
  if (key.usingIndex !== undefined) {
    const columns = before.indexes.get(key.usingIndex)?.keys ?? []
    const proven = columns.every((each) => 'column' in each && isProvenNotNull(before, table, each.column))
    return [exclusive(table, key.type === 'primaryKey' && !proven ? 'validate' : 'none')]
  }
  const own = exclusive(table, 'build')
  // A primary key makes columns that may be null NOT NULL, in partitions too; since 18 every key locks them alike.
  const isSettled = key.columns.every((column) => isNotNull(before, table, column))
  if ((key.type === 'unique' || isSettled) && postgres < 18) {
    const below = partitionsBelow(before, table).map((each) => on(each.name, 'ShareLock', 'build'))
    return [own, ...below]
  }
  return withPartitions(before, table, [own])
}

function isNotNull(catalog: Catalog, table: Name, column: Identifier): boolean {
  return catalog.tables.get(table)?.columns.find((each) => each.name === column)?.nullable === false
}

/** Whether it needs no look at the rows to know that a column holds no NULL: it says so, or a valid CHECK does. */
export function isProvenNotNull(catalog: Catalog, table: Name, column: Identifier): boolean {
  const known = catalog.tables.get(table)
  if (known === undefined) return false
  const isDoubted = known.notNulls?.some((each) => each.column === column && !each.validated) === true
  if (!isDoubted && known.columns.some((each) => each.name === column && !each.nullable)) return true
  return known.checks.some((check) => check.validated && check.expression.notNull?.includes(column) === true)
}

/**
 * A foreign key locks both tables. Of a partitioned table each partition is checked, but for
 * those that have the same key, validated: theirs becomes part of the new one, for which
 * its triggers on the referenced table are dropped (measured on 14 to 18).
 */
function ofForeignKey(before: Catalog, table: Name, key: ForeignKeyDefinition): readonly Effect[] {
  const children = childrenOf(before, table)
  const partitions = children.filter((child) => child.partitionOf === table)
  const attached = partitions.filter((partition) => hasSameKey(before, partition, key))
  const isChecked = !key.notValid && (partitions.length === 0 || attached.length < partitions.length)
  const work = isChecked ? 'validate' : 'none'
  const isElsewhere = key.references !== table
  const referenced = withPartitions(before, key.references, [on(key.references, 'ShareRowExclusiveLock', work)])
  return [
    on(table, 'ShareRowExclusiveLock', work),
    ...(isElsewhere ? referenced : []),
    ...(isElsewhere && attached.length > 0 ? [exclusive(key.references)] : []),
    ...partitions.flatMap((partition): readonly Effect[] => {
      if (attached.includes(partition)) return [on(partition.name, 'ShareRowExclusiveLock')]
      return ofForeignKey(before, partition.name, key).filter((effect) => effect.relation !== key.references)
    }),
  ]
}

/** DROP CONSTRAINT locks what refers to a key, and what a foreign key refers to, as it locks the table. */
export function ofDropConstraint(
  action: ActionOf<'dropConstraint'>,
  before: Catalog,
  postgres: number,
): readonly Effect[] {
  const table = before.tables.get(action.table)
  const key = table?.foreignKeys.find((each) => each.name === action.name)
  const own = onChildrenWith(action, before)
  if (key !== undefined)
    return [...own, exclusive(key.references), ...ofForeignKeyGoing(before, key.references, postgres)]
  if (table === undefined || !action.cascade) return own
  return [...own, ...referencing(before, table, action.name)]
}

/**
 * The table, its partitions, and the heirs of a constraint that is inherited. With ONLY a
 * CHECK becomes the children's own.
 */
function onChildrenWith(action: ActionOf<'dropConstraint'>, before: Catalog): readonly Effect[] {
  const own = [exclusive(action.table)]
  const table = before.tables.get(action.table)
  const inherited = [...(table?.checks ?? []), ...(table?.notNulls ?? [])].find(({ name }) => name === action.name)
  if (inherited === undefined) return action.only === true ? own : withPartitions(before, action.table, own)
  if (inherited.noInherit === true) return own
  if (action.only !== true) return withChildren(before, action.table, own)
  return [...own, ...childrenOf(before, action.table).map((each) => exclusive(each.name))]
}

/** The tables whose foreign keys go with a key. */
function referencing(before: Catalog, table: Table, name: Identifier): readonly Effect[] {
  const keys = [...(table.primaryKey === undefined ? [] : [table.primaryKey]), ...table.uniques]
  const columns = keys
    .find((each) => each.name === name)
    ?.columns.toSorted()
    .join()
  return tablesReferencing(before, table.name).flatMap(([other, { foreignKeys }]) => {
    const isMeant = foreignKeys.some(
      (each) => each.references === table.name && each.referencedColumns.toSorted().join() === columns,
    )
    return isMeant ? [exclusive(other)] : []
  })
}

/** VALIDATE CONSTRAINT; one that is valid already is not looked at again. */
export function ofValidate(action: ActionOf<'validateConstraint'>, before: Catalog): readonly Effect[] {
  const { table, name } = action
  const known = before.tables.get(table)
  const key = known?.foreignKeys.find((each) => each.name === name)
  if (key !== undefined) {
    if (key.validated) return [on(table, 'ShareUpdateExclusiveLock')]
    const own = withPartitions(before, table, [on(table, 'ShareUpdateExclusiveLock', 'validate')])
    return key.references === table ? own : [...own, on(key.references, 'RowShareLock', 'scan')]
  }
  const all = [...(known?.checks ?? []), ...(known?.notNulls ?? [])]
  const isValid = all.some((each) => each.name === name && each.validated)
  if (isValid) return [on(table, 'ShareUpdateExclusiveLock')]
  return withChildren(before, table, [on(table, 'ShareUpdateExclusiveLock', 'validate')])
}

/** ALTER CONSTRAINT: a foreign key that comes to be enforced is checked, which locks the other table as DROP does (measured on 18). */
export function ofAlterConstraint(before: Catalog, table: Name, change: ConstraintChange): readonly Effect[] {
  const key = before.tables.get(table)?.foreignKeys.find((each) => each.name === change.name)
  const { enforced, noInherit } = change.alteration
  const notNull = before.tables.get(table)?.notNulls?.find((each) => each.name === change.name)
  if (noInherit === false && notNull?.noInherit === true)
    return [
      exclusive(table),
      ...childrenOf(before, table).flatMap((child) => ofNotNullIn(before, child, notNull.column)),
    ]
  if (key === undefined || enforced === undefined || enforced === (key.enforced !== false)) return [exclusive(table)]
  const work = enforced ? 'validate' : 'none'
  return [...withPartitions(before, table, [exclusive(table, work)]), exclusive(key.references, work)]
}

/** A NOT NULL that a child has already is merged, and not looked for below it. */
function ofNotNullIn(before: Catalog, child: Table, column: Identifier): readonly Effect[] {
  if (child.notNulls?.some((each) => each.column === column) === true) return [exclusive(child.name)]
  const work = isProvenNotNull(before, child.name, column) ? 'none' : 'validate'
  const below = childrenOf(before, child.name).flatMap((each) => ofNotNullIn(before, each, column))
  return [exclusive(child.name, work), ...below]
}

/** RENAME CONSTRAINT: a CHECK has the same name in every child. */
export function ofRenameConstraint(
  action: ActionOf<'renameConstraint'>,
  before: Catalog,
  postgres: number,
): readonly Effect[] {
  if (action.index !== undefined) return ofRenameIndex(action.index, postgres)
  const own = [exclusive(action.table)]
  const isCheck = before.tables.get(action.table)?.checks.some((each) => each.name === action.from) === true
  return isCheck ? withChildren(before, action.table, own) : own
}

/** Since 12, renaming an index keeps nobody from the table waiting. */
export function ofRenameIndex(index: Name, postgres: number): readonly Effect[] {
  return [on(index, postgres >= 12 ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock')]
}
