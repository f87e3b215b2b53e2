import type { Node } from './parser.ts'

/** A constant as SQL: `NULL`, `5`, `-0.5`, `true`, `'x'`. A cast of one is left out. Undefined for what is computed. */
export function constantText(node: Node): string | undefined {
  const constant = node.A_Const
  if (constant?.isnull === true) return 'NULL'
  if (constant?.ival !== undefined) return String(constant.ival.ival ?? 0)
  if (constant?.fval !== undefined) return constant.fval.fval
  if (constant?.boolval !== undefined) return String(constant.boolval.boolval === true)
  if (constant?.sval !== undefined) return `'${(constant.sval.sval ?? '').replaceAll("'", "''")}'`
  if (node.TypeCast?.arg.A_Const !== undefined) return constantText(node.TypeCast.arg)
  const { kind, name, lexpr, rexpr } = node.A_Expr ?? {}
  const isNegative = kind === 'AEXPR_OP' && name[0]?.String?.sval === '-' && lexpr === undefined
  return isNegative && rexpr?.A_Const !== undefined ? `-${constantText(rexpr)}` : undefined
}
