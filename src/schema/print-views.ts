import type { Catalog } from '../catalog/catalog.ts'
import { printSql } from '../catalog/sql-text.ts'
import { identifiers } from './literals.ts'
import { marksIn, type Part, relationMark, searchPathIn } from './part.ts'

/** Views and materialized views. */
export function printViews(catalog: Catalog): readonly Part[] {
  return [...catalog.views.values()].map((view) => {
    const names = view.columnNames === undefined ? '' : ` (${identifiers(view.columnNames)})`
    const kind = view.materialized ? 'materialized view' : 'view'
    const create =
      view.query === undefined
        ? `-- ${kind} ${view.name}: its query is not known`
        : `create ${kind} ${view.name}${names} as\n${printSql(view.query)}`
    return {
      makes: [relationMark(view.name)],
      needs: marksIn(view.query),
      statements: [create],
      ...searchPathIn(view),
    }
  })
}
