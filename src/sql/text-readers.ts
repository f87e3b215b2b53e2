import { emptyCatalog } from '../catalog/empty-catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import { readExpression } from './expressions.ts'
import { parse } from './parser.ts'
import { assignsNew } from './read-functions.ts'

/** What an expression, as the server prints it with an empty search_path, reads and calls. */
export function readExpressionText(sql: string): Expression {
  const parsed = parse(`select ${sql}`)
  const target = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList : undefined
  return readExpression(target, emptyCatalog(18))
}

/** The fields of NEW that a PL/pgSQL function assigns, from its CREATE FUNCTION statement. */
export function readAssignsNew(createFunction: string): readonly string[] | 'any' {
  return assignsNew('plpgsql', createFunction)
}
