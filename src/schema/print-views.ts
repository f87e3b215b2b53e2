import type { Catalog } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import type { View } from '../catalog/objects.ts'
import { printSql } from '../catalog/sql-text.ts'
import { identifiers, withOptions } from './literals.ts'
import { marksIn, type Part, relationMark, searchPathIn, typeMarks } from './part.ts'
import { printColumnSettings } from './print-columns.ts'

/** Views and materialized views. */
export function printViews(catalog: Catalog): readonly Part[] {
  return [...catalog.views.values()].flatMap((view): readonly Part[] => {
    const inCircle = printFirst(view)
    const whole: Part = {
      makes: inCircle.length === 0 ? [relationMark(view.name)] : [],
      needs: [
        ...marksIn([view.query, view.columnDefaults]),
        ...(inCircle.length === 0 ? [] : [relationMark(view.name)]),
      ],
      statements: [printView(view, inCircle.length > 0), ...printDefaults(view), ...printSettings(view)],
      ...searchPathIn(view),
    }
    return [...inCircle, whole]
  })
}

/** Of views that read each other one is made without what it reads, and then replaced, as pg_dump does it. */
function printFirst({ name, query, columnNames = [], columnTypes }: View): readonly Part[] {
  if (columnTypes === undefined) return []
  const columns = columnTypes.map(({ type, collation }, at) => {
    const collate = collation === undefined ? '' : ` collate ${collation}`
    return `null::${type}${collate} as ${quoteIdentifier(columnNames[at] ?? query?.outputs?.[at] ?? '')}`
  })
  const statements = [`create view ${name} as\nselect ${columns.join(', ')}`]
  return [{ makes: [relationMark(name)], needs: columnTypes.flatMap(({ type }) => typeMarks(type)), statements }]
}

function printDefaults({ name, columnDefaults }: View): readonly string[] {
  return Object.entries(columnDefaults ?? {}).flatMap(([column, { sql }]) =>
    sql === undefined
      ? []
      : [`alter view ${name} alter column ${quoteIdentifier(column)} set default ${printSql(sql)}`],
  )
}

function printSettings({ name, columnSettings }: View): readonly string[] {
  return Object.entries(columnSettings ?? {}).flatMap(([column, settings]) =>
    printColumnSettings(`alter materialized view ${name} alter column ${quoteIdentifier(column)}`, settings),
  )
}

function printView(view: View, replaces: boolean): string {
  const kind = view.materialized ? 'materialized view' : 'view'
  if (view.query === undefined) return `-- ${kind} ${view.name}: its query is not known`
  const query = printSql(view.query)
  // A comment that runs to the end of the query's last line would swallow what follows.
  const tail = view.populated === false ? '\nwith no data' : ''
  const check = view.checkOption === undefined ? '' : `\nwith ${view.checkOption} check option`
  return [
    `create ${replaces ? 'or replace ' : ''}${kind} ${view.name}`,
    view.columnNames === undefined ? '' : ` (${identifiers(view.columnNames)})`,
    view.accessMethod === undefined ? '' : ` using ${quoteIdentifier(view.accessMethod)}`,
    withOptions(view.options),
    view.tablespace === undefined ? '' : ` tablespace ${quoteIdentifier(view.tablespace)}`,
    ` as\n${query}${tail}${check}`,
  ].join('')
}
