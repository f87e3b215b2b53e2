import type { Node } from './parser.ts'
import { stringsOf } from './reading.ts'
import { standardCall } from './standard-calls.ts'

/** What the server would call an expression in a generated index name (`FigureIndexColname` in parse_target.c). */
export function expressionName(node: Node | undefined): string {
  return figureName(node)?.name ?? 'expr'
}

/** `strength` 1 is a name that a cast around it may replace only when there is none. */
function figureName(node: Node | undefined): { readonly name: string; readonly strength: 1 | 2 } | undefined {
  if (node === undefined) return undefined
  if (node.ColumnRef !== undefined) return named(stringsOf(node.ColumnRef.fields).at(-1), 2)
  if (node.FuncCall !== undefined) return named(stringsOf(node.FuncCall.funcname).at(-1), 2)
  if (node.A_Indirection !== undefined) {
    const field = (node.A_Indirection.indirection as readonly Node[]).findLast((each) => each.String !== undefined)
    return field === undefined ? figureName(node.A_Indirection.arg) : named(field.String?.sval, 2)
  }
  if (node.TypeCast !== undefined) {
    const inner = figureName(node.TypeCast.arg)
    return inner?.strength === 2 ? inner : named(stringsOf(node.TypeCast.typeName?.names).at(-1), 1)
  }
  if (node.CollateClause !== undefined) return figureName(node.CollateClause.arg)
  if (node.CaseExpr !== undefined) {
    const otherwise = figureName(node.CaseExpr.defresult)
    return otherwise?.strength === 2 ? otherwise : named('case', 1)
  }
  if (node.CoalesceExpr !== undefined) return named('coalesce', 2)
  if (node.A_ArrayExpr !== undefined) return named('array', 2)
  if (node.RowExpr !== undefined) return named('row', 2)
  if (node.MinMaxExpr !== undefined) return named(node.MinMaxExpr.op === 'IS_LEAST' ? 'least' : 'greatest', 2)
  if (node.A_Expr?.kind === 'AEXPR_NULLIF') return named('nullif', 2)
  if (node.SQLValueFunction !== undefined)
    return named(
      String(node.SQLValueFunction.op)
        .replace(/^SVFOP_|_N$/g, '')
        .toLowerCase(),
      2,
    )
  if (node.GroupingFunc !== undefined) return named('grouping', 2)
  if (node.SubLink !== undefined) return queryName(node.SubLink)
  const [tag = '', part] = Object.entries(node)[0] ?? []
  return named(standardCall(tag, part as Node)?.name, 2)
}

/** A query in brackets is called as its one column. */
function queryName({ subLinkType, subselect }: Node) {
  if (subLinkType === 'EXISTS_SUBLINK') return named('exists', 2)
  if (subLinkType === 'ARRAY_SUBLINK') return named('array', 2)
  const target: Node | undefined = subselect?.SelectStmt?.targetList?.[0]?.ResTarget
  if (subLinkType !== 'EXPR_SUBLINK' || target === undefined) return undefined
  return target.name === undefined ? figureName(target.val) : named(target.name, 2)
}

function named(name: string | undefined, strength: 1 | 2) {
  return name === undefined ? undefined : { name, strength }
}
