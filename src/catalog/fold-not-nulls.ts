import type { Catalog, Identifier, Name } from './catalog.ts'
import { inheritedCopy, withoutParent, withParent } from './constraints.ts'
import { changeColumn, changeTable, type Mutable, mapChanged, omit, withTable } from './edit-catalog.ts'
import { chooseConstraintName } from './generated-names.ts'
import { childrenOf, forEachChild } from './lookups.ts'
import { partsOf } from './names.ts'
import type { NotNull, Table } from './table.ts'
import type { NotNullDefinition } from './table-actions.ts'

/**
 * Makes a column NOT NULL, in the table's children too. Since PostgreSQL 18 that is a
 * constraint with a name; a column that is NOT NULL already keeps the one it has.
 */
export function addNotNull(catalog: Catalog, table: Name, definition: NotNullDefinition, only = false): Catalog {
  const known = catalog.tables.get(table)
  const { name: tableName, schema } = partsOf(table)
  const { column, noInherit } = definition
  const existing = notNullOn(known, column)
  const parts = { table: tableName, column, label: 'not_null' }
  const name = existing?.name ?? definition.name ?? chooseConstraintName(catalog, schema, parts)
  const made = existing ?? notNullFrom(definition, name)
  const validated = made.validated || definition.notValid !== true
  const local = made.inherited === undefined ? {} : { inherited: { ...made.inherited, local: true } }
  let result = putNotNull(catalog, table, { ...made, ...local, validated })
  if (only || noInherit === true || existing?.noInherit === true) return result
  for (const child of childrenOf(catalog, table)) {
    result = inheritNotNull(result, child.name, { ...made, validated }, existing === undefined)
  }
  return result
}

/** The same of several columns of a table that is being made, which are written into the catalog at once. */
export function addOwnNotNulls(catalog: Catalog, table: Name, definitions: readonly NotNullDefinition[]): Catalog {
  const known = catalog.tables.get(table)
  // Where a child counts on each, they are added one by one.
  if (known === undefined || childrenOf(catalog, table).length > 0)
    return definitions.reduce((result, each) => addNotNull(result, table, each), catalog)
  const { name: tableName, schema } = partsOf(table)
  const columns = new Set(definitions.map((each) => each.column))
  const marked = mapChanged(known.columns, (each) =>
    each.nullable && columns.has(each.name) ? { ...each, nullable: false } : each,
  )
  if (known.notNulls === undefined) return withTable(catalog, { ...known, columns: marked })
  const made = [...known.notNulls]
  const taken = new Set<Identifier>()
  for (const definition of definitions) {
    const { column } = definition
    if (made.some((each) => each.column === column)) continue
    const parts = { table: tableName, column, label: 'not_null' }
    const name = definition.name ?? chooseConstraintName(catalog, schema, parts, taken)
    taken.add(name)
    made.push(notNullFrom(definition, name))
  }
  return withTable(catalog, { ...known, columns: marked, notNulls: made })
}

function notNullFrom({ column, noInherit, notValid, span }: NotNullDefinition, name: Identifier): NotNull {
  const made: Mutable<NotNull> = { name, column, validated: notValid !== true }
  if (noInherit !== undefined) made.noInherit = noInherit
  if (span !== undefined) made.origin = span
  return made
}

/** Gives a table what its parent has; `isFurther` where the child does not count that parent yet. */
export function inheritNotNull(catalog: Catalog, table: Name, parent: NotNull, isFurther: boolean): Catalog {
  const own = notNullOn(catalog.tables.get(table), parent.column)
  const made = own === undefined ? inheritedCopy(parent) : isFurther ? withParent(own) : own
  let result = putNotNull(catalog, table, { ...made, validated: made.validated || parent.validated })
  for (const child of childrenOf(catalog, table)) result = inheritNotNull(result, child.name, made, own === undefined)
  return result
}

/** Makes a column nullable again, in children that have it of nobody else too. */
export function dropNotNull(catalog: Catalog, table: Name, column: Identifier, only = false): Catalog {
  const own = notNullOn(catalog.tables.get(table), column)
  const result = changeTable(catalog, table, (known) => ({
    ...changeColumn(known, column, (each) => ({ ...each, nullable: true })),
    ...(known.notNulls === undefined ? {} : { notNulls: known.notNulls.filter((each) => each.column !== column) }),
  }))
  if (own?.noInherit === true) return result
  return forEachChild(result, table, (each, child) => disinheritNotNull(each, child, column, only))
}

/** ALTER CONSTRAINT … INHERIT gives a NOT NULL to the children of a table, NO INHERIT leaves it to each as its own. */
export function setNotNullInherit(catalog: Catalog, table: Name, name: Identifier, noInherit: boolean): Catalog {
  const found = catalog.tables.get(table)?.notNulls?.find((each) => each.name === name)
  if (found === undefined || (found.noInherit === true) === noInherit) return catalog
  const given: NotNull = omit(found, 'noInherit')
  const result = putNotNull(catalog, table, noInherit ? { ...found, noInherit: true } : given)
  return forEachChild(result, table, (each, child) => {
    if (!noInherit) return inheritNotNull(each, child.name, given, true)
    const own = notNullOn(child, found.column)
    const kept = own && withoutParent(own, true)
    return kept === undefined ? each : putNotNull(each, child.name, kept)
  })
}

/** The NOT NULL constraint of a column. */
export function notNullOn(table: Table | undefined, column: Identifier): NotNull | undefined {
  return table?.notNulls?.find((each) => each.column === column)
}

function disinheritNotNull(catalog: Catalog, child: Table, column: Identifier, only: boolean): Catalog {
  if (child.notNulls === undefined) return only ? catalog : dropNotNull(catalog, child.name, column)
  const own = notNullOn(child, column)
  const kept = own && withoutParent(own, only)
  return kept === undefined ? dropNotNull(catalog, child.name, column) : putNotNull(catalog, child.name, kept)
}

function putNotNull(catalog: Catalog, table: Name, notNull: NotNull): Catalog {
  return changeTable(catalog, table, (known) => {
    const columns = mapChanged(known.columns, (each) =>
      each.nullable && each.name === notNull.column ? { ...each, nullable: false } : each,
    )
    if (known.notNulls === undefined) return columns === known.columns ? known : { ...known, columns }
    const others = known.notNulls.filter((each) => each.column !== notNull.column)
    return { ...known, columns, notNulls: [...others, notNull] }
  })
}
