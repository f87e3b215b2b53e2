import type { ActionOf } from './action.ts'
import type { Catalog } from './catalog.ts'
import { storageUnlessDefault } from './column-storage.ts'
import { changeTable, omit } from './edit-catalog.ts'
import { eachColumn } from './fold-columns.ts'
import { alterConstraint } from './fold-constraints.ts'
import { inherit, noInherit } from './fold-inheritance.ts'
import { changeView } from './fold-view-changes.ts'
import { withEntry } from './persistent-map.ts'
import { setOptions, withTablespace } from './storage-options.ts'
import type { Column, StorageOptions, Table } from './table.ts'

/** The catalog after a form of ALTER TABLE that has no action of its own. */
export function foldTableChange(catalog: Catalog, action: ActionOf<'setTableProperty'>): Catalog {
  const { table, change } = action
  if (change === undefined) return catalog
  const view = catalog.views.get(table)
  if (view !== undefined) return { ...catalog, views: withEntry(catalog.views, table, changeView(view, change)) }
  const own = (edit: (known: Table) => Table) => changeTable(catalog, table, edit)
  const column = (name: string, edit: (known: Column) => Column) =>
    eachColumn(catalog, table, name, action.only === true, edit)
  // Children keep their own options and methods of compression.
  const ownColumn = (name: string, edit: (known: Column) => Column) => eachColumn(catalog, table, name, true, edit)
  switch (change.form) {
    case 'setOptions':
      return own((known) => setOptions(known, change.options))
    case 'resetOptions':
      return own((known) => setOptions(known, {}, change.names))
    case 'setTablespace':
      return own((known) => withTablespace(known, change.tablespace))
    case 'setAccessMethod':
      return own((known) => ({
        ...omit(known, 'accessMethod'),
        ...(change.method === undefined ? {} : { accessMethod: change.method }),
      }))
    case 'setReplicaIdentity':
      return own((known) => {
        const bare = omit(known, 'replicaIdentity')
        return change.identity === 'default' ? bare : { ...bare, replicaIdentity: change.identity }
      })
    case 'clusterOn':
      return own((known) => ({
        ...omit(known, 'clusteredOn'),
        ...(change.index === undefined ? {} : { clusteredOn: change.index }),
      }))
    case 'forceRowSecurity':
      return own((known) => {
        const bare = omit(known, 'forcesRowSecurity')
        return change.forced ? { ...bare, forcesRowSecurity: true } : bare
      })
    case 'setColumnStatistics':
      return column(change.column, (known) => ({
        ...omit(known, 'statistics'),
        ...(change.statistics === undefined ? {} : { statistics: change.statistics }),
      }))
    case 'setColumnOptions':
      return ownColumn(change.column, (known) => setOptions(known, change.options))
    case 'resetColumnOptions':
      return ownColumn(change.column, (known) => setOptions(known, {}, change.names))
    case 'setColumnStorage':
      return column(change.column, (known) => ({
        ...omit(known, 'storage'),
        ...storageUnlessDefault(catalog, known.type, change.storage),
      }))
    case 'setColumnCompression':
      return ownColumn(change.column, (known) => ({
        ...omit(known, 'compression'),
        ...(change.compression === undefined ? {} : { compression: change.compression }),
      }))
    case 'setForeignOptions': {
      const { options, dropped } = change
      if (change.column !== undefined)
        return column(change.column, (known) => {
          const made = changedOptions(known.foreignOptions, options, dropped)
          return { ...omit(known, 'foreignOptions'), ...(made === undefined ? {} : { foreignOptions: made }) }
        })
      return own((known) => {
        if (known.foreign === undefined) return known
        const made = changedOptions(known.foreign.options, options, dropped)
        return { ...known, foreign: { server: known.foreign.server, ...(made === undefined ? {} : { options: made }) } }
      })
    }
    case 'alterConstraint':
      return alterConstraint(catalog, table, change.name, change.alteration)
    case 'inherit':
      return inherit(catalog, table, change.parent)
    case 'noInherit':
      return noInherit(catalog, table, change.parent)
    case 'setType':
      return own((known) => ({
        ...omit(known, 'ofType'),
        ...(change.type === undefined ? {} : { ofType: change.type }),
      }))
  }
}

/** An option that is set keeps its place among the others. */
function changedOptions(
  known: StorageOptions | undefined,
  options: StorageOptions,
  dropped: readonly string[],
): StorageOptions | undefined {
  const entries = Object.entries({ ...known, ...options }).filter(([name]) => !dropped.includes(name))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
