import type { Catalog } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { View } from '../catalog/objects.ts'
import { printSql } from '../catalog/sql-text.ts'
import { identifiers, withOptions } from './literals.ts'
import { marksIn, type Part, relationMark, searchPathIn } from './part.ts'

/** Views and materialized views. */
export function printViews(catalog: Catalog): readonly Part[] {
  return [...catalog.views.values()].map((view) => ({
    makes: [relationMark(view.name)],
    needs: marksIn([view.query, view.columnDefaults]),
    statements: [printView(view), ...printDefaults(view)],
    ...searchPathIn(view),
  }))
}

function printDefaults({ name, columnDefaults }: View): readonly string[] {
  return Object.entries(columnDefaults ?? {}).flatMap(([column, { sql }]) =>
    sql === undefined
      ? []
      : [`alter view ${name} alter column ${quoteIdentifier(column)} set default ${printSql(sql)}`],
  )
}

function printView(view: View): string {
  const kind = view.materialized ? 'materialized view' : 'view'
  if (view.query === undefined) return `-- ${kind} ${view.name}: its query is not known`
  const query = printSql(view.query)
  // A comment that runs to the end of the query's last line would swallow what follows.
  const tail = view.populated === false ? '\nwith no data' : ''
  const check = view.checkOption === undefined ? '' : `\nwith ${view.checkOption} check option`
  return [
    `create ${kind} ${view.name}`,
    view.columnNames === undefined ? '' : ` (${identifiers(view.columnNames)})`,
    view.accessMethod === undefined ? '' : ` using ${quoteIdentifier(view.accessMethod)}`,
    withOptions(view.options),
    view.tablespace === undefined ? '' : ` tablespace ${quoteIdentifier(view.tablespace)}`,
    ` as\n${query}${tail}${check}`,
  ].join('')
}
