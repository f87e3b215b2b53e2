import type { Identifier } from '../catalog/catalog.ts'
import type { Node } from './parser.ts'

/**
 * The columns that a WHERE says are equal to a constant, or to one of several: of conditions
 * joined by AND. An index that leads with one of them finds the rows.
 */
export function columnsMadeEqual(where: Node | undefined): readonly Identifier[] {
  if (where === undefined) return []
  if (where.BoolExpr?.boolop === 'AND_EXPR') return where.BoolExpr.args.flatMap(columnsMadeEqual)
  const comparison: Node | undefined = where.A_Expr
  const operator: string | undefined = comparison?.name?.[0]?.String?.sval
  if (comparison === undefined || operator !== '=' || !COMPARISONS.has(comparison.kind)) return []
  const column = columnOf(comparison.lexpr) ?? columnOf(comparison.rexpr)
  const other = columnOf(comparison.lexpr) === undefined ? comparison.lexpr : comparison.rexpr
  return column === undefined || !isConstant(other) ? [] : [column]
}

/** `=`, `= ANY (array)` and `IN (list)`. */
const COMPARISONS: ReadonlySet<string> = new Set(['AEXPR_OP', 'AEXPR_OP_ANY', 'AEXPR_IN'])

function columnOf(node: Node | undefined): Identifier | undefined {
  return node?.ColumnRef?.fields?.at(-1)?.String?.sval
}

/** Whether no row is needed to tell a value. */
function isConstant(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return true
  if ('ColumnRef' in node || 'SubLink' in node) return false
  return Object.values(node).every(isConstant)
}
