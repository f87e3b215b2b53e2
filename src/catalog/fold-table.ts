import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { setTriggerEnabled } from './copied-triggers.ts'
import { changeTable } from './edit-catalog.ts'
import { dropTableWithUses } from './fold-cascade.ts'
import { foldColumn } from './fold-columns.ts'
import {
  addConstraint,
  dropConstraint,
  dropForeignKeysTo,
  renameConstraint,
  validateConstraint,
} from './fold-constraints.ts'
import { createTable } from './fold-create-table.ts'
import { dropTable } from './fold-drop.ts'
import { attachPartition, detachPartition } from './fold-partitions.ts'
import { applyDefaultPrivileges } from './fold-privileges.ts'
import { withPersistence } from './fold-sequences.ts'
import { foldTableChange } from './fold-table-changes.ts'
import { sequencesOf } from './lookups.ts'
import type { Sequence } from './objects.ts'
import { mapEntries } from './persistent-map.ts'
import type { TableAction } from './table-actions.ts'

/** The catalog after an action on tables, their columns or their constraints. */
export function foldTable(catalog: Catalog, action: TableAction, postgres: number): Catalog {
  switch (action.kind) {
    case 'createTable': {
      const result = createTable(catalog, action, postgres)
      return result === catalog
        ? catalog
        : applyDefaultPrivileges(result, 'table', action.table.name, result.tables.get(action.table.name)?.owner)
    }
    case 'dropTable':
      return action.cascade ? dropTableWithUses(catalog, action.table) : dropTable(catalog, action.table)
    case 'addColumn':
    case 'dropColumn':
    case 'renameColumn':
    case 'setColumnType':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
      return foldColumn(catalog, action, postgres)
    case 'addConstraint':
      return addConstraint(catalog, action.table, action.constraint, action.only)
    case 'dropConstraint':
      return dropConstraint(
        action.cascade ? dropForeignKeysTo(catalog, action.table, action.name) : catalog,
        action.table,
        action.name,
        action.only,
      )
    case 'renameConstraint':
      return renameConstraint(catalog, action.table, action.from, action.to)
    case 'validateConstraint':
      return validateConstraint(catalog, action.table, action.name)
    case 'attachPartition':
      return attachPartition(catalog, action, postgres)
    case 'detachPartition':
      return detachPartition(catalog, action, postgres)
    case 'setRowSecurity':
      return changeTable(catalog, action.table, (table) => ({ ...table, rowSecurity: action.enabled }))
    case 'setPersistence':
      return setPersistence(catalog, action, postgres)
    case 'setTriggerEnabled':
      return setTriggerEnabled(catalog, action)
    case 'setTableProperty':
      return foldTableChange(catalog, action)
    case 'truncateTable':
      return catalog
  }
}

/** The sequences of a table's columns follow it, where they can be unlogged at all. */
function setPersistence(catalog: Catalog, action: ActionOf<'setPersistence'>, postgres: number): Catalog {
  const { table, persistence } = action
  const result = changeTable(catalog, table, (known) => ({ ...known, persistence }))
  if (postgres < 15) return result
  const change = (sequence: Sequence, name: Name) => [name, withPersistence(sequence, persistence)] as const
  return { ...result, sequences: mapEntries(result.sequences, change, sequencesOf(result, table)) }
}
