import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { type Effect, exclusive, type Work } from './effect.ts'
import { withChildren } from './effects-on-children.ts'
import { indexesOf, tablesReferencing } from './lookups.ts'
import type { Index } from './objects.ts'
import type { Table } from './table.ts'
import { keepsBytes, keepsOperators } from './type-changes.ts'

type TypeChange = ActionOf<'setColumnType'>

/**
 * ALTER COLUMN … TYPE. Rows are written anew unless every step of the cast keeps their bytes;
 * then indexes that compare otherwise are built anew, CHECKs on the column are checked again,
 * and foreign keys with it are dropped and made again, which locks both their tables.
 */
export function ofTypeChange(action: TypeChange, before: Catalog, postgres: number): readonly Effect[] {
  const { table } = action
  const change = new Change(action, before, postgres)
  const own = withChildren(before, table, [exclusive(table)])
  const beside = own.flatMap(({ relation }) => change.onForeignKeys(relation))
  return [...own.map((effect) => exclusive(effect.relation, change.workOn(effect.relation))), ...beside]
}

class Change {
  readonly #action: TypeChange
  readonly #before: Catalog
  readonly #postgres: number

  constructor(action: TypeChange, before: Catalog, postgres: number) {
    this.#action = action
    this.#before = before
    this.#postgres = postgres
  }

  workOn(name: Name): Work {
    const table = this.#before.tables.get(name)
    if (this.#rewrites(table)) return 'rewrite'
    if (table === undefined) return 'none'
    const { column } = this.#action
    const isBuilt = indexesOf(this.#before, name).some(([, index]) => this.#isRebuilt(index, table))
    if (isBuilt) return 'build'
    return table.checks.some((check) => check.expression.columns.includes(column)) ? 'validate' : 'none'
  }

  /** The other sides of foreign keys that hold the column or refer to it. */
  onForeignKeys(name: Name): readonly Effect[] {
    const table = this.#before.tables.get(name)
    const { column } = this.#action
    const looksUp = this.#rewrites(table) || this.#action.isRewritten === true || !this.#keepsOperators(table)
    const work = looksUp ? 'validate' : 'none'
    const own = (table?.foreignKeys ?? []).filter((key) => key.columns.includes(column))
    const from = tablesReferencing(this.#before, name).filter(([, { foreignKeys }]) =>
      foreignKeys.some((key) => key.references === name && key.referencedColumns.includes(column)),
    )
    return [
      ...own.flatMap((key) => [exclusive(key.references, work), exclusive(name, work)]),
      ...from.flatMap(([other]) => [exclusive(other, work), exclusive(name, work)]),
    ]
  }

  #rewrites(table: Table | undefined): boolean {
    return writesRowsAnew(this.#action, table, this.#before, this.#postgres)
  }

  #keepsOperators(table: Table | undefined): boolean {
    const type = this.#oldType(table)
    return type !== undefined && keepsOperators(this.#before, type, this.#action.type)
  }

  /** A collation that is not said is the type's own. */
  #keepsOrder(table: Table): boolean {
    const collation = table.columns.find((each) => each.name === this.#action.column)?.collation
    return collation === this.#action.collation
  }

  #oldType(table: Table | undefined): string | undefined {
    return typeOf(table, this.#action.column)
  }

  /** An index with a predicate or an expression is never taken to be the same (`CheckIndexCompatible` in indexcmds.c). */
  #isRebuilt(index: Index, table: Table): boolean {
    const { column } = this.#action
    const isKey = index.keys.some((key) => 'column' in key && key.column === column)
    const isComputed = index.keys.some((key) => !('column' in key))
    const read = [
      ...index.keys.flatMap((key) => ('column' in key ? [key.column] : key.expression.columns)),
      ...(index.predicate?.columns ?? []),
      ...index.included,
    ]
    if (!read.includes(column)) return false
    return (
      isComputed ||
      index.predicate !== undefined ||
      (isKey && !(this.#keepsOperators(table) && this.#keepsOrder(table)))
    )
  }
}

/** Whether a change of a type writes the rows of a table anew. Where the old type is not known, most do. */
export function writesRowsAnew(
  change: TypeChange,
  table: Table | undefined,
  before: Catalog,
  postgres: number,
): boolean {
  if (table?.kind === 'foreign') return false
  const type = typeOf(table, change.column)
  if (type === undefined || (change.using !== undefined && change.casts === undefined)) return true
  const steps = [type, ...(change.casts ?? []), change.type]
  return steps.slice(1).some((to, position) => !keepsBytes(before, steps[position]!, to, postgres))
}

function typeOf(table: Table | undefined, column: string): string | undefined {
  return table?.columns.find((each) => each.name === column)?.type
}
