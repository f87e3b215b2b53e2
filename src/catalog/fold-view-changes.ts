import type { Catalog, Identifier, Name } from './catalog.ts'
import { omit } from './edit-catalog.ts'
import type { ColumnSettings, View } from './objects.ts'
import { withEntry } from './persistent-map.ts'
import { setOptions, withTablespace } from './storage-options.ts'
import type { TableChange } from './table-actions.ts'

/** A materialized view after a form of ALTER that tables have too. */
export function changeView(view: View, change: TableChange): View {
  switch (change.form) {
    case 'setOptions':
      return setOptions(view, change.options)
    case 'resetOptions':
      return setOptions(view, {}, change.names)
    case 'setTablespace':
      return withTablespace(view, change.tablespace)
    case 'setAccessMethod': {
      const bare = omit(view, 'accessMethod')
      return change.method === undefined ? bare : { ...bare, accessMethod: change.method }
    }
    case 'clusterOn': {
      const bare = omit(view, 'clusteredOn')
      return change.index === undefined ? bare : { ...bare, clusteredOn: change.index }
    }
    case 'setColumnStatistics': {
      const { statistics } = change
      return withSetting(view, change.column, 'statistics', statistics === undefined ? {} : { statistics })
    }
    case 'setColumnStorage': {
      const { storage } = change
      return withSetting(view, change.column, 'storage', storage === 'default' ? {} : { storage })
    }
    case 'setColumnCompression': {
      const { compression } = change
      return withSetting(view, change.column, 'compression', compression === undefined ? {} : { compression })
    }
    case 'setColumnOptions':
      return withSettings(view, change.column, (known) => setOptions(known, change.options))
    case 'resetColumnOptions':
      return withSettings(view, change.column, (known) => setOptions(known, {}, change.names))
    default:
      return view
  }
}

/** A view whose column has got another name. */
export function renameColumnSettings(view: View, from: Identifier, to: Identifier): View {
  const own = view.columnSettings?.[from]
  if (own === undefined) return view
  const bare = withSettings(view, from, () => ({}))
  return withSettings(bare, to, () => own)
}

/** The catalog after an index, by which a materialized view may be clustered, has got another name, or none. */
export function renameClusterIndex(catalog: Catalog, name: Name, from: Name, to?: Name): Catalog {
  const view = catalog.views.get(name)
  if (view?.clusteredOn !== from) return catalog
  const changed = to === undefined ? omit(view, 'clusteredOn') : { ...view, clusteredOn: to }
  return { ...catalog, views: withEntry(catalog.views, name, changed) }
}

function withSetting(view: View, column: Identifier, key: keyof ColumnSettings, given: ColumnSettings): View {
  return withSettings(view, column, (known) => ({ ...omit(known, key), ...given }))
}

/** The columns are kept in the order of their names. */
function withSettings(view: View, column: Identifier, change: (known: ColumnSettings) => ColumnSettings): View {
  const { columnSettings = {}, ...bare } = view
  const changed = change(columnSettings[column] ?? {})
  const others = Object.entries(columnSettings).filter(([name]) => name !== column)
  const all = Object.keys(changed).length === 0 ? others : [...others, [column, changed] as const]
  if (all.length === 0) return bare
  return { ...bare, columnSettings: Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}
