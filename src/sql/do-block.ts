import type { Action } from '../catalog/action.ts'
import type { Catalog, Identifier } from '../catalog/catalog.ts'
import { evaluate, evaluateQuery } from './known-values.ts'
import type { Node } from './parser.ts'
import type { Reading } from './reading.ts'
import type { Value } from './system-rows.ts'

/** What has been read of a block so far. */
export interface Block {
  readonly reading: Reading
  current: Catalog
  readonly actions: Action[]
  /** The variables whose values are known. */
  readonly variables: Map<Identifier, Value>
  /** The names of the block's variables, by number. */
  readonly names: readonly (Identifier | undefined)[]
  /** How many IFs and handlers stand around the statement that is being read. */
  guards: number
  /** How many of those are IFs that are not decided, but have a purpose that is known. */
  conditions: number
  /** How many of those are handlers that let an error pass over. */
  handlers: number
  /** What makes it uncertain whether the statement that is being read takes place at all: `IF`, `LOOP`. */
  perhaps?: string | undefined
  /** Whether RETURN was met for certain. */
  hasEnded: boolean
  /** Where in the statement's text the next embedded statement is looked for. */
  searchFrom: number
}

/** Gives the variables of a block the values that DECLARE gives them, where those are known. */
export function declare(block: Block, datums: readonly Node[]): void {
  for (const { PLpgSQL_var: variable } of datums) {
    const value = variable?.default_val?.PLpgSQL_expr?.query
    // A parameter has its value from the call.
    if (variable === undefined || block.variables.has(variable.refname)) continue
    // One name may stand for another variable in a block within.
    const isSingle = block.names.filter((each) => each === variable.refname).length === 1
    block.variables.set(variable.refname, isSingle && value !== undefined ? valueIn(block, value) : undefined)
  }
}

/** The value of an expression at this place of a block. */
export function valueIn({ current, variables }: Block, expression: string): Value {
  return evaluate(expression, { catalog: current, variables })
}

/** Whether the statement that is being read takes place for certain. */
export function isCertain({ perhaps, conditions, handlers }: Block): boolean {
  return perhaps === undefined && conditions + handlers === 0
}

/** Assigns a variable; where that is not certain, its value is not known any more. */
export function assign(block: Block, node: Node): void {
  const name = block.names[node.varno ?? 0]
  const expression: string = node.expr?.PLpgSQL_expr?.query ?? ''
  if (name === undefined) return
  const value = isCertain(block) ? valueIn(block, expression.replace(/^[^=]*?:?=/, '')) : undefined
  if (block.variables.has(name)) block.variables.set(name, value)
}

/** A statement of SQL fills its variables: a query of one value one of them, as far as that is known. */
export function fill(block: Block, { into, target, sqlstmt }: Node): void {
  const fields: readonly Node[] = target?.PLpgSQL_row?.fields ?? []
  const name = fields.length === 1 ? block.names[fields[0]?.varno] : target?.PLpgSQL_var?.refname
  forget(block, target)
  if (into !== true || name === undefined || !isCertain(block) || !block.variables.has(name)) return
  const { current: catalog, variables } = block
  block.variables.set(name, evaluateQuery(sqlstmt?.PLpgSQL_expr?.query ?? '', { catalog, variables }))
}

/** The values of variables that a statement fills are not known from there on. */
export function forget(block: Block, target: Node | undefined): void {
  const { PLpgSQL_row: row, PLpgSQL_var: variable } = target ?? {}
  for (const field of row?.fields ?? []) forgetNumber(block, field.varno)
  if (variable !== undefined) block.variables.set(variable.refname, undefined)
}

/** The value of a variable, by its number, is not known from here on. */
export function forgetNumber(block: Block, number: number | undefined): void {
  const name = number === undefined ? undefined : block.names[number]
  if (name !== undefined && block.variables.has(name)) block.variables.set(name, undefined)
}
