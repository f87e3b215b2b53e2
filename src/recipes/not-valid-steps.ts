import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { partitionsOf } from '../catalog/lookups.ts'
import { partsOf, quoteIdentifier, truncateIdentifier } from '../catalog/names.ts'
import type { Check, ForeignKey } from '../catalog/table.ts'
import { printCheck, printForeignKey } from '../schema/print-constraints.ts'
import { isPrintable, type Step, step } from './step.ts'

/** A check that is at first asked of rows to come, and then of those that are there. */
export function checkSteps(table: Name, check: Check): readonly Step[] | undefined {
  if (!isPrintable(check, [check.expression])) return undefined
  return notValidSteps(table, check.name, printCheck({ ...check, validated: false }))
}

/**
 * A foreign key that is at first asked of rows to come, and then of those that are there. Of
 * a partitioned table before PostgreSQL 18 that is said of each partition, and the parent
 * takes over what they have. `after` is the catalog that has the key.
 */
export function foreignKeySteps(after: Catalog, table: Name, key: ForeignKey, postgres: number): readonly Step[] {
  const isPartitioned = after.tables.get(table)?.kind === 'partitioned'
  if (!isPartitioned || postgres >= 18)
    return notValidSteps(table, key.name, printForeignKey({ ...key, validated: false }))
  const below = partitionsOf(after, table).flatMap((partition) => {
    const own = partition.foreignKeys.find((each) => isSameKey(each, key))
    return own === undefined ? [] : foreignKeySteps(after, partition.name, own, postgres)
  })
  return [...below, step(`alter table ${table} add ${printForeignKey(key)}`)]
}

function isSameKey(first: ForeignKey, second: ForeignKey): boolean {
  return first.references === second.references && first.columns.join() === second.columns.join()
}

/**
 * NOT NULL, which the server takes from a valid CHECK without a look at the rows, and which
 * from PostgreSQL 18 on may itself be NOT VALID at first. `after` is the catalog that has it.
 */
export function notNullSteps(after: Catalog, table: Name, column: Identifier, postgres: number): readonly Step[] {
  const quoted = quoteIdentifier(column)
  const own = after.tables.get(table)?.notNulls?.find((each) => each.column === column)
  if (postgres >= 18 && own !== undefined)
    return notValidSteps(table, own.name, `constraint ${quoteIdentifier(own.name)} not null ${quoted} not valid`)
  const name = truncateIdentifier(`${partsOf(table).name}_${column}_not_null`)
  const check = quoteIdentifier(name)
  return [
    ...notValidSteps(table, name, `constraint ${check} check (${quoted} is not null) not valid`),
    step(`alter table ${table} alter column ${quoted} set not null`, `alter table ${table} drop constraint ${check}`),
  ]
}

function notValidSteps(table: Name, name: Identifier, definition: string): readonly Step[] {
  return [
    step(`alter table ${table} add ${definition}`),
    step(`alter table ${table} validate constraint ${quoteIdentifier(name)}`),
  ]
}
