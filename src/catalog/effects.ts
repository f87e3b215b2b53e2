import type { Action, ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import type { Effect, LockMode, Work } from './effect.ts'
import { LOCK_MODES } from './effect.ts'
import { ofConstraint } from './effects-of-constraints.ts'
import { childrenOf, tablesReferencing } from './lookups.ts'
import type { ColumnDefinition } from './table-actions.ts'
import { isVolatile } from './volatility.ts'

/**
 * The locks that an action takes on relations, and what it does while it holds them. Measured
 * on PostgreSQL 10 to 18; `postgres` is the major version.
 */
export function effects(action: Action, before: Catalog, postgres: number): readonly Effect[] {
  switch (action.kind) {
    case 'createTable':
      return ofCreateTable(action, before)
    case 'dropTable':
      return ofDropTable(action.table, before)
    case 'addColumn':
      return withChildren(before, action.table, ofAddColumn(action, before))
    case 'setColumnNullable':
      return withChildren(before, action.table, [
        exclusive(action.table, action.nullable ? 'none' : nullScan(action, before, postgres)),
      ])
    case 'setColumnType':
      return withChildren(before, action.table, [exclusive(action.table, 'rewrite')])
    case 'dropColumn':
    case 'renameColumn':
    case 'setColumnDefault':
    case 'setColumnIdentity':
      return withChildren(before, action.table, [exclusive(action.table)])
    case 'setColumnExpression':
      return withChildren(before, action.table, [
        exclusive(action.table, action.expression === undefined ? 'none' : 'rewrite'),
      ])
    case 'addConstraint':
      return action.constraint.type === 'foreignKey'
        ? ofConstraint(before, action.table, action.constraint)
        : withChildren(before, action.table, ofConstraint(before, action.table, action.constraint))
    case 'dropConstraint':
      return ofDropConstraint(action, before)
    case 'validateConstraint':
      return ofValidate(action, before)
    case 'renameConstraint':
    case 'setRowSecurity':
      return [exclusive(action.table)]
    case 'setPersistence':
      return [exclusive(action.table, 'rewrite')]
    case 'attachPartition':
      return [
        on(action.table, postgres >= 12 ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock'),
        exclusive(action.partition, 'validate'),
      ]
    case 'detachPartition': {
      const lock = action.concurrently ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock'
      return [on(action.table, lock), on(action.partition, postgres >= 14 ? lock : 'ShareUpdateExclusiveLock')]
    }
    case 'setTriggerEnabled':
      return [on(action.table, 'ShareRowExclusiveLock')]
    case 'setTableProperty':
      return [
        on(action.table, LIGHT_PROPERTIES.has(action.property) ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock'),
      ]
    case 'truncateTable':
      return [exclusive(action.table)]
    case 'createIndex': {
      if (action.onOnly && before.tables.get(action.index.table)?.kind === 'partitioned')
        return [on(action.index.table, 'ShareLock')]
      const lock = action.concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock'
      return withPartitions(before, action.index.table, on(action.index.table, lock, 'build'))
    }
    case 'dropIndex': {
      const index = before.indexes.get(action.index)
      if (index === undefined) return []
      return [on(index.table, action.concurrently ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock')]
    }
    case 'reindex': {
      const table =
        action.relation === undefined ? undefined : (before.indexes.get(action.relation)?.table ?? action.relation)
      if (table === undefined) return []
      return [on(table, action.concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock', 'build')]
    }
    case 'renameRelation':
    case 'setOwner':
      return action.kind === 'setOwner' && action.target === 'schema'
        ? []
        : ofRelation(action.kind === 'setOwner' ? action.on : action.from, before)
    case 'createTrigger':
      return [on(action.trigger.table, 'ShareRowExclusiveLock')]
    case 'dropTrigger':
    case 'renameTrigger':
    case 'alterPolicy':
    case 'renamePolicy':
    case 'dropPolicy':
      return [exclusive(action.table)]
    case 'createPolicy':
      return [exclusive(action.policy.table)]
    case 'refreshView':
      return [on(action.view, action.concurrently ? 'ExclusiveLock' : 'AccessExclusiveLock', 'rewrite')]
    case 'dropView':
      return [exclusive(action.view)]
    case 'changeRows':
      return [on(action.relation, 'RowExclusiveLock')]
    case 'lockTable': {
      const lock = LOCK_MODES[action.mode - 1] ?? 'AccessExclusiveLock'
      return action.relations.map((relation) => on(relation, lock))
    }
    case 'attachIndex':
    case 'alterIndex':
    case 'createSchema':
    case 'dropSchema':
    case 'renameSchema':
    case 'createSequence':
    case 'alterSequence':
    case 'dropSequence':
    case 'createEnum':
    case 'addEnumValue':
    case 'renameEnumValue':
    case 'createDomain':
    case 'alterDomain':
    case 'createType':
    case 'dropType':
    case 'createView':
    case 'createFunction':
    case 'alterFunction':
    case 'dropFunction':
    case 'createExtension':
    case 'dropExtension':
    case 'createRole':
    case 'alterRole':
    case 'renameRole':
    case 'dropRole':
    case 'grantMembership':
    case 'revokeMembership':
    case 'grant':
    case 'revoke':
    case 'grantByDefault':
    case 'revokeByDefault':
    case 'reassignOwned':
    case 'dropOwned':
    case 'setSearchPath':
    case 'setRole':
    case 'beginTransaction':
    case 'commitTransaction':
    case 'rollBackTransaction':
    case 'setSavepoint':
    case 'rollBackToSavepoint':
    case 'leaveCatalog':
    case 'unmodelled':
    case 'unparsed':
    case 'truncateIdentifier':
    case 'misallow':
    case 'setSetting':
    case 'leaveTransactionOpen':
    case 'needVersion':
    case 'refused':
    case 'observeOtherwise':
    case 'differAfterDown':
      return []
  }
}

function on(relation: Name, lock: LockMode, work: Work = 'none'): Effect {
  return { relation, lock, work }
}

function exclusive(relation: Name, work: Work = 'none'): Effect {
  return on(relation, 'AccessExclusiveLock', work)
}

/** The effects on a table, repeated on its partitions and children; other relations' effects once. */
function withChildren(before: Catalog, table: Name, own: readonly Effect[]): readonly Effect[] {
  const children = childrenOf(before, table)
  if (children.length === 0) return own
  const ofTable = own.filter((effect) => effect.relation === table)
  const below = children.flatMap((child) =>
    withChildren(
      before,
      child.name,
      ofTable.map((effect) => ({ ...effect, relation: child.name })),
    ),
  )
  return [...own, ...below]
}

/** An effect on a table and its partitions; children that inherit are left alone. */
function withPartitions(before: Catalog, table: Name, own: Effect): readonly Effect[] {
  const partitions = childrenOf(before, table).filter((child) => child.partitionOf === table)
  const below = partitions.flatMap((each) => withPartitions(before, each.name, { ...own, relation: each.name }))
  return [own, ...below]
}

function ofCreateTable(action: ActionOf<'createTable'>, before: Catalog): readonly Effect[] {
  const { table } = action
  if (action.ifNotExists && before.tables.has(table.name)) return []
  const columns = table.columns.filter((each): each is ColumnDefinition => !('like' in each))
  const constraints = [...columns.flatMap((column) => column.constraints), ...table.constraints]
  const referenced = constraints.flatMap((each) =>
    each.type === 'foreignKey' && each.references !== table.name ? [each.references] : [],
  )
  return [
    exclusive(table.name),
    ...[...new Set(referenced)].map((name) => on(name, 'ShareRowExclusiveLock')),
    ...(table.partitionOf === undefined ? [] : [exclusive(table.partitionOf.parent)]),
    ...table.inherits.map((name) => on(name, 'ShareUpdateExclusiveLock')),
    ...table.columns.flatMap((each) => ('like' in each ? [on(each.like, 'AccessShareLock')] : [])),
  ]
}

function ofDropTable(name: Name, before: Catalog): readonly Effect[] {
  const table = before.tables.get(name)
  if (table === undefined) return []
  const referenced = new Set(table.foreignKeys.map((key) => key.references).filter((other) => other !== name))
  const referencing = tablesReferencing(before, name).flatMap(([other]) => (other === name ? [] : [other]))
  return [
    exclusive(name),
    ...(table.partitionOf === undefined ? [] : [exclusive(table.partitionOf)]),
    ...[...referenced].map((other) => exclusive(other)),
    ...referencing.map((other) => exclusive(other)),
  ]
}

function ofAddColumn(action: ActionOf<'addColumn'>, before: Catalog): readonly Effect[] {
  const { table, column } = action
  const isVolatileDefault = column.default?.functions.some(isVolatile) === true
  const isRewritten =
    column.serial ||
    column.identity !== undefined ||
    column.generated === 'stored' ||
    (column.generated === undefined && isVolatileDefault)
  const beside = column.constraints.flatMap((constraint): readonly Effect[] => {
    // A new column that is null everywhere has nothing to look up. One with a default is looked up row by row.
    if (constraint.type === 'foreignKey' && column.default === undefined)
      return [on(constraint.references, 'ShareRowExclusiveLock')]
    if (constraint.type === 'foreignKey')
      return [exclusive(table, 'validate'), on(constraint.references, 'ShareRowExclusiveLock', 'validate')]
    return ofConstraint(before, table, constraint)
  })
  return [exclusive(table, isRewritten ? 'rewrite' : 'none'), ...beside]
}

function ofDropConstraint(action: ActionOf<'dropConstraint'>, before: Catalog): readonly Effect[] {
  const key = before.tables.get(action.table)?.foreignKeys.find((each) => each.name === action.name)
  const referenced = key === undefined || key.references === action.table ? [] : [exclusive(key.references)]
  return [...withChildren(before, action.table, [exclusive(action.table)]), ...referenced]
}

function ofValidate(action: ActionOf<'validateConstraint'>, before: Catalog): readonly Effect[] {
  const key = before.tables.get(action.table)?.foreignKeys.find((each) => each.name === action.name)
  const own = on(action.table, 'ShareUpdateExclusiveLock', 'validate')
  return key === undefined || key.references === action.table
    ? [own]
    : [own, on(key.references, 'RowShareLock', 'scan')]
}

/** SET NOT NULL reads every row unless it is set already or, since 12, a valid CHECK on the column alone proves it. */
function nullScan(action: ActionOf<'setColumnNullable'>, before: Catalog, postgres: number): Work {
  const table = before.tables.get(action.table)
  if (table?.columns.some((column) => column.name === action.column && !column.nullable) === true) return 'none'
  const proves =
    table?.checks.some((check) => check.validated && check.expression.provesNotNull === action.column) === true
  return postgres >= 12 && proves ? 'none' : 'validate'
}

function ofRelation(name: Name, before: Catalog): readonly Effect[] {
  const index = before.indexes.get(name)
  // Renaming an index locks the index alone since PostgreSQL 12.
  if (index !== undefined) return []
  return before.tables.has(name) || before.views.has(name) ? [exclusive(name)] : []
}

/** Forms of ALTER TABLE that let rows be read and written. */
const LIGHT_PROPERTIES: ReadonlySet<string> = new Set([
  'SET STATISTICS',
  'SET REL OPTIONS',
  'RESET REL OPTIONS',
  'SET OPTIONS',
  'RESET OPTIONS',
  'CLUSTER ON',
  'DROP CLUSTER',
])
