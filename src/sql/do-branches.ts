import { asksServer, asksSystemCatalog } from './conditional-actions.ts'
import { type Block, valueIn } from './do-block.ts'
import type { Node } from './parser.ts'
import { queryOf, readConditional, readGuarded, readPerhaps } from './read-do.ts'

/**
 * IF: the branch that the catalog leads to. Where it does not tell, a question to the system
 * catalogs is read as what it is for: do it where it is not done yet.
 */
export function readIf(block: Block, node: Node): void {
  const elsifs: readonly Node[] = (node.elsif_list ?? []).map((each: Node) => each.PLpgSQL_if_elsif)
  const branches = [{ cond: node.cond, stmts: node.then_body }, ...elsifs]
  for (const [at, { cond, stmts }] of branches.entries()) {
    const condition = queryOf(cond)
    const value = valueIn(block, condition)
    if (value === false || value === null) continue
    const isAlone = at === branches.length - 1 && node.else_body === undefined
    if (value === true) readGuarded(block, stmts)
    else if (isAlone && asksSystemCatalog(condition) && !asksServer(condition)) readConditional(block, stmts)
    else if (branches.length === 1 && asksServer(condition)) {
      readPerhaps(block, 'IF', stmts)
      readConditional(block, node.else_body)
    } else readPerhaps(block, 'IF', ...branches.slice(at).map((each) => each.stmts), node.else_body)
    return
  }
  readGuarded(block, node.else_body)
}

/** CASE, whose conditions compare a variable of its own where it has an expression. */
export function readCase(block: Block, node: Node): void {
  const branches: readonly Node[] = (node.case_when_list ?? []).map((each: Node) => each.PLpgSQL_case_when)
  const tested = node.t_expr === undefined ? undefined : block.names[node.t_varno]
  if (tested !== undefined) block.variables.set(tested, valueIn(block, queryOf(node.t_expr)))
  for (const [at, { expr, stmts }] of branches.entries()) {
    const value = valueIn(block, queryOf(expr))
    if (value === false || value === null) continue
    if (value === true) readGuarded(block, stmts)
    else readPerhaps(block, 'CASE', ...branches.slice(at).map((each) => each.stmts), node.else_stmts)
    return
  }
  readGuarded(block, node.else_stmts)
}
