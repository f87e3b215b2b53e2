import type { Catalog, Identifier, Name } from './catalog.ts'
import type { Expression } from './expression.ts'
import { type Refusal, unfit } from './refusal.ts'
import { printSql } from './sql-text.ts'
import { isSurelyMutable } from './volatility.ts'

/** The columns that an expression names alone: of others, and of rows as a whole, the server speaks in other words. */
export function columnsRead({ columns, sql }: Expression): readonly Identifier[] {
  if (sql === undefined) return []
  const text = printSql(sql)
  return text.includes('.') ? [] : columns
}

/** That an expression calls functions whose value may change, where it may not. */
export function mutableIn(
  catalog: Catalog,
  table: Name,
  expression: Expression | undefined,
  reason: string,
): Refusal | undefined {
  if (expression === undefined || !isSurelyMutable(catalog, expression)) return undefined
  // What the functions are that the migrations made is as certain as they are.
  return unfit(table, reason, '42P17', expression.functions)
}
