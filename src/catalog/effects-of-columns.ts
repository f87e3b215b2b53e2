import type { ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { type Effect, exclusive, on, type Work } from './effect.ts'
import { isProvenNotNull, ofAddConstraint } from './effects-of-constraints.ts'
import { ofDropRelation, ofForeignKeyGoing } from './effects-of-drop.ts'
import { withChildren, withPartitions } from './effects-on-children.ts'
import type { Expression } from './expression.ts'
import { sequencesOf, tablesReferencing, viewsReading } from './lookups.ts'
import type { ColumnDefinition } from './table-actions.ts'
import { isConstrained } from './type-changes.ts'
import { isVolatile } from './volatility.ts'

/** ADD COLUMN writes rows anew where each may get another value, and checks them where a constraint stands beside it. */
export function ofAddColumn(action: ActionOf<'addColumn'>, before: Catalog, postgres: number): readonly Effect[] {
  const { table, column } = action
  const isThere = before.tables.get(table)?.columns.some((each) => each.name === column.name) === true
  if (isThere && action.ifNotExists) return [exclusive(table)]
  const filled = defaultOf(before, column, postgres)
  const isFilled = filled !== undefined || column.serial || column.identity !== undefined
  const work: Work = isRewritten(before, action, postgres)
    ? 'rewrite'
    : !column.nullable && !isFilled && column.generated === undefined
      ? 'validate'
      : 'none'
  const beside = column.constraints.flatMap((constraint): readonly Effect[] => {
    if (constraint.type !== 'foreignKey') return ofAddConstraint(before, table, constraint, postgres)
    const looked: Work = action.checksKeys === true && !constraint.notValid ? 'validate' : 'none'
    const referenced = on(constraint.references, 'ShareRowExclusiveLock', looked)
    return [exclusive(table, looked), ...withPartitions(before, constraint.references, [referenced])]
  })
  return [...withChildren(before, table, [exclusive(table, work)]), ...beside]
}

/** Whether rows differ in what the new column holds, so that it cannot be kept once for all of them. */
function isRewritten(before: Catalog, action: ActionOf<'addColumn'>, postgres: number): boolean {
  const { column, steadyFunctions } = action
  if (column.generated !== undefined) return column.generated === 'stored'
  if (column.serial || column.identity !== undefined || isConstrained(before, column.type)) return true
  const filled = defaultOf(before, column, postgres)
  return filled !== undefined && isVolatile(before, filled, steadyFunctions)
}

/** The default of a column or a domain, or else that of the domain it is of, which ADD COLUMN goes by since PostgreSQL 13. */
function defaultOf(
  before: Catalog,
  column: Pick<ColumnDefinition, 'type' | 'default'>,
  postgres: number,
): Expression | undefined {
  const domain = postgres < 13 ? undefined : before.domains.get(column.type)
  return column.default ?? (domain === undefined ? undefined : defaultOf(before, domain, postgres))
}

/** SET EXPRESSION computes what is stored anew; DROP EXPRESSION keeps it, and what is not stored needs no rows. */
export function ofExpression(action: ActionOf<'setColumnExpression'>, before: Catalog): readonly Effect[] {
  const { table, column } = action
  const known = before.tables.get(table)?.columns.find((each) => each.name === column)
  const isStored = action.expression !== undefined && known?.generated !== 'virtual'
  return withChildren(before, table, [exclusive(table, isStored ? 'rewrite' : 'none')])
}

/** SET NOT NULL reads every row unless a constraint that holds already proves it. */
export function ofNullable(action: ActionOf<'setColumnNullable'>, before: Catalog): readonly Effect[] {
  const { table, column, nullable } = action
  const isUnchecked = nullable || action.constraint?.notValid === true
  const work = (name: Name): Work => (isUnchecked || isProvenNotNull(before, name, column) ? 'none' : 'validate')
  const own = [exclusive(table)]
  const all = action.constraint?.noInherit === true ? own : withChildren(before, table, own)
  return all.map((effect) => ({ ...effect, work: work(effect.relation) }))
}

/** GENERATED … AS IDENTITY; since 17 it reaches partitions. A sequence goes with DROP IDENTITY. */
export function ofIdentity(
  action: ActionOf<'setColumnIdentity'>,
  before: Catalog,
  postgres: number,
): readonly Effect[] {
  const own = [exclusive(action.table)]
  const sequences = ownedBy(before, action.table, action.column).map(({ relation }) =>
    action.identity === undefined ? exclusive(relation) : on(relation, 'ShareRowExclusiveLock'),
  )
  const column = before.tables.get(action.table)?.columns.find((each) => each.name === action.column)
  const had = column?.identity === undefined ? [] : sequences
  return [...(postgres >= 17 ? withPartitions(before, action.table, own) : own), ...had]
}

/** DROP COLUMN takes constraints, sequences and, with CASCADE, views and other tables' foreign keys with it. */
export function ofDropColumn(action: ActionOf<'dropColumn'>, before: Catalog, postgres: number): readonly Effect[] {
  const { table, column } = action
  const own = before.tables.get(table)?.foreignKeys ?? []
  const referenced = own.flatMap((key) =>
    key.columns.includes(column) ? ofForeignKeyGoing(before, key.references, postgres) : [],
  )
  const others = action.cascade ? tablesReferencing(before, table) : []
  const referencing = others.flatMap(([other, { foreignKeys }]) => {
    const isMeant = foreignKeys.some((key) => key.references === table && key.referencedColumns.includes(column))
    return isMeant ? [exclusive(other)] : []
  })
  const views = action.cascade ? viewsReading(before, table, column) : []
  return [
    ...withChildren(before, table, [exclusive(table)]),
    ...referenced,
    ...referencing,
    ...ownedBy(before, table, column),
    ...views.flatMap(([view]) => ofDropRelation(view, before, true, postgres)),
  ]
}

function ownedBy(before: Catalog, table: Name, column: Identifier): readonly Effect[] {
  const owned = sequencesOf(before, table).filter(([, sequence]) => sequence.ownedBy?.column === column)
  return owned.map(([name]) => exclusive(name))
}
