import type { Catalog } from './catalog.ts'
import { changeTable } from './edit-catalog.ts'
import { foldColumn } from './fold-columns.ts'
import { addConstraint, dropConstraint, renameConstraint, validateConstraint } from './fold-constraints.ts'
import { createTable } from './fold-create-table.ts'
import { dropTable } from './fold-drop.ts'
import { setTriggerEnabled } from './fold-objects.ts'
import { attachPartition, detachPartition } from './fold-partitions.ts'
import { applyDefaultPrivileges } from './fold-privileges.ts'
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
      return dropTable(catalog, action.table)
    case 'addColumn':
    case 'dropColumn':
    case 'renameColumn':
    case 'setColumnType':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
      return foldColumn(catalog, action)
    case 'addConstraint':
      return addConstraint(catalog, action.table, action.constraint)
    case 'dropConstraint':
      return dropConstraint(catalog, action.table, action.name)
    case 'renameConstraint':
      return renameConstraint(catalog, action.table, action.from, action.to)
    case 'validateConstraint':
      return validateConstraint(catalog, action.table, action.name)
    case 'attachPartition':
      return attachPartition(catalog, action.table, action.partition, action.isDefault)
    case 'detachPartition':
      return detachPartition(catalog, action.partition)
    case 'setRowSecurity':
      return changeTable(catalog, action.table, (table) => ({ ...table, rowSecurity: action.enabled }))
    case 'setPersistence':
      return changeTable(catalog, action.table, (table) => ({ ...table, persistence: action.persistence }))
    case 'setTriggerEnabled':
      return setTriggerEnabled(catalog, action)
    case 'truncateTable':
    case 'setTableProperty':
      return catalog
  }
}
