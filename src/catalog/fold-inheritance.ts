import type { Catalog, Name } from './catalog.ts'
import { withoutParent } from './constraints.ts'
import { changeTable } from './edit-catalog.ts'
import { inheritColumn } from './fold-columns.ts'
import { inheritCheck } from './fold-constraints.ts'
import { inheritNotNull, notNullOn } from './fold-not-nulls.ts'
import type { Table } from './table.ts'

/** ALTER TABLE … INHERIT: what the table has already becomes its parent's too. */
export function inherit(catalog: Catalog, table: Name, parent: Name): Catalog {
  const result = takeFrom(catalog, table, catalog.tables.get(parent))
  return changeTable(result, table, (known) => ({ ...known, inherits: [...known.inherits, parent] }))
}

/** ALTER TABLE … NO INHERIT: what was the parent's becomes the table's own. */
export function noInherit(catalog: Catalog, table: Name, parent: Name): Catalog {
  const known = catalog.tables.get(parent)
  return changeTable(catalog, table, (child) => ({
    ...leaveTo(child, known),
    inherits: child.inherits.filter((each) => each !== parent),
  }))
}

/** A child's columns, checks and NOT NULLs with one parent more. */
export function takeFrom(catalog: Catalog, table: Name, parent: Table | undefined): Catalog {
  let result = catalog
  for (const column of parent?.columns ?? []) result = inheritColumn(result, table, column, parent!.name)
  for (const check of parent?.checks ?? [])
    if (check.noInherit !== true) result = inheritCheck(result, table, check, parent!.name)
  for (const notNull of parent?.notNulls ?? [])
    if (notNull.noInherit !== true) result = inheritNotNull(result, table, notNull, true)
  return result
}

/** A child's columns, checks and NOT NULLs with one parent less; what nobody else has stays its own. */
export function leaveTo(child: Table, parent: Table | undefined): Table {
  const names = new Set(parent?.columns.map((column) => column.name))
  const checks = new Set(parent?.checks.filter((check) => check.noInherit !== true).map((check) => check.name))
  // It becomes the child's own when the last parent goes.
  const keep = <T extends Parameters<typeof withoutParent>[0]>(own: T): T =>
    withoutParent(own, (own.inherited?.parents ?? 1) <= 1) as T
  return {
    ...child,
    columns: child.columns.map((column) => (names.has(column.name) ? keep(column) : column)),
    checks: child.checks.map((check) => (checks.has(check.name) ? keep(check) : check)),
    ...(child.notNulls === undefined
      ? {}
      : { notNulls: child.notNulls.map((each) => (notNullOn(parent, each.column) ? keep(each) : each)) }),
  }
}
