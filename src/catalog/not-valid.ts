import type { Action, ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import type { Check, ForeignKey, NotNull } from './table.ts'

/** The constraint of a table that can be NOT VALID, by its name. */
export function constraintNamed(
  catalog: Catalog,
  table: Name,
  name: Identifier,
): Check | ForeignKey | NotNull | undefined {
  const known = catalog.tables.get(table)
  return [...(known?.checks ?? []), ...(known?.foreignKeys ?? []), ...(known?.notNulls ?? [])].find(
    (each) => each.name === name,
  )
}

/** Whether one of some actions added, NOT VALID, the constraint that VALIDATE names. */
export function isAddedNotValidIn(
  earlier: readonly Action[],
  before: Catalog,
  { table, name }: ActionOf<'validateConstraint'>,
): boolean {
  const origin = constraintNamed(before, table, name)?.origin
  return earlier.some((each) => {
    if (each.kind === 'setColumnNullable')
      return each.table === table && each.constraint?.notValid === true && each.constraint.name === name
    if (each.kind !== 'addConstraint' || each.table !== table) return false
    const { constraint } = each
    const isLater = (constraint.type === 'check' || constraint.type === 'foreignKey') && constraint.notValid
    return isLater && (constraint.name === name || (origin !== undefined && constraint.span === origin))
  })
}
