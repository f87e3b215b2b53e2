import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { tablesOfType } from './lookups.ts'
import type { Column } from './table.ts'

/** The columns that a type gives a table of it; undefined where the type is not known as a composite one. */
export function columnsOfType(catalog: Catalog, type: Name): readonly Column[] | undefined {
  const known = catalog.types.get(type)
  if (known?.kind !== 'composite') return undefined
  return known.attributes.map(
    ({ name, type: own, collation }): Column => ({
      name,
      type: own,
      nullable: true,
      ...(collation === undefined ? {} : { collation }),
    }),
  )
}

type ColumnChange = ActionOf<'addColumn' | 'dropColumn' | 'renameColumn' | 'setColumnType'>

/** What ALTER TYPE … CASCADE does to the tables of a composite type (`ATTypedTableRecursion` in tablecmds.c). */
export function changesOfTypedTables(catalog: Catalog, action: ActionOf<'alterType'>): readonly ColumnChange[] {
  return tablesOfType(catalog, action.type).flatMap(([table]) => changeOf(table, action) ?? [])
}

function changeOf(table: Name, { alteration, span }: ActionOf<'alterType'>): ColumnChange | undefined {
  switch (alteration.form) {
    case 'addAttribute': {
      const column = { ...alteration.attribute, span, serial: false, nullable: true, constraints: [] }
      return { kind: 'addColumn', span, table, column, ifNotExists: false }
    }
    case 'dropAttribute':
      return { kind: 'dropColumn', span, table, column: alteration.name, cascade: true }
    case 'renameAttribute':
      return { kind: 'renameColumn', span, table, from: alteration.from, to: alteration.to }
    case 'setAttributeType': {
      const { name, ...facts } = alteration.attribute
      return { kind: 'setColumnType', span, table, column: name, ...facts }
    }
    case 'setParts':
      return undefined
  }
}
