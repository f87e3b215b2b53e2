import type { Action } from '../catalog/action.ts'
import type { OnTable } from '../catalog/table-actions.ts'
import { steadyWhenInlined } from './inlining.ts'
import type { Node } from './parser.ts'
import { readColumn } from './read-columns.ts'
import type { Reading } from './reading.ts'

/** ADD COLUMN */
export function readAddColumn(reading: Reading, base: OnTable, command: Node): Action {
  const definition = readColumn(reading, command.def.ColumnDef, base.table)
  const steady = definition.default === undefined ? [] : steadyWhenInlined(reading.before, definition.default)
  return {
    kind: 'addColumn',
    ...base,
    column: definition,
    ifNotExists: command.missing_ok === true,
    ...(definition.serial || hasDefault(command.def.ColumnDef) ? { checksKeys: true } : {}),
    ...(steady.length === 0 ? {} : { steadyFunctions: steady }),
  }
}

/**
 * Whether a column is written with a value of its own, be it NULL: then rows are looked up for
 * its foreign keys (`transformAlterTableStmt` in parse_utilcmd.c).
 */
function hasDefault({ constraints }: Node): boolean {
  const written: readonly Node[] = constraints ?? []
  return written.some(({ Constraint: { contype } }) => contype === 'CONSTR_DEFAULT' || contype === 'CONSTR_GENERATED')
}
