import type { Action } from '../catalog/action.ts'
import type { Catalog, Identifier } from '../catalog/catalog.ts'
import type { Scope } from './known-rows.ts'
import { elementsOf, evaluate, evaluateQuery } from './known-values.ts'
import type { Node } from './parser.ts'
import { assignedDatums } from './plpgsql.ts'
import { rowsOfQuery } from './query-rows.ts'
import type { Reading } from './reading.ts'
import type { SystemRow, Value } from './system-rows.ts'

/** What has been read of a block so far. */
export interface Block {
  readonly reading: Reading
  current: Catalog
  readonly actions: Action[]
  /** The variables whose values are known. */
  readonly variables: Map<Identifier, Value>
  /** The rows that record variables hold, where those are known. */
  readonly records: Map<Identifier, SystemRow>
  /** The elements of array variables, where those are known. */
  readonly arrays: Map<Identifier, readonly Value[]>
  /** The queries of cursors, by the number of their variable. */
  readonly cursors: ReadonlyMap<number, string>
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
  /** How many loops stand around the statement whose every turn is known. */
  loops: number
  /** What was met for certain in the loop that is being read. */
  leaves?: 'exit' | 'continue' | undefined
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
    const isGiven = value !== undefined && isArray(variable)
    const elements = isGiven ? elementsOf(`(${value})::text[]`, scopeOf(block)) : undefined
    const isSingle = block.names.filter((each) => each === variable.refname).length === 1
    block.variables.set(variable.refname, isSingle && value !== undefined ? valueIn(block, value) : undefined)
    if (isSingle && elements !== undefined) block.arrays.set(variable.refname, elements)
  }
}

function isArray(variable: Node): boolean {
  return String(variable.datatype?.PLpgSQL_type?.typname).endsWith('[]')
}

/** The value of an expression at this place of a block. */
export function valueIn(block: Block, expression: string): Value {
  return evaluate(expression, scopeOf(block))
}

/** What expressions are evaluated in at this place of a block. */
export function scopeOf({ current, variables, records, arrays, reading }: Block): Scope {
  return { catalog: current, variables, records, arrays, postgres: reading.postgres }
}

/** Whether the statement that is being read takes place for certain. */
export function isCertain({ perhaps, conditions, handlers }: Block): boolean {
  return perhaps === undefined && conditions + handlers === 0
}

/** The variables that a body assigns are not known after it where it is not certain that it is executed as a whole. */
export function forgetAssigned(block: Block, body: readonly Node[] | undefined): void {
  for (const number of assignedDatums(body)) forgetNumber(block, number)
}

/**
 * Assigns a variable. What follows in the same body is executed after it, whether or not the
 * body is; after what may have left the body, the value is not known any more.
 */
export function assign(block: Block, node: Node): void {
  const name = block.names[node.varno ?? 0]
  const expression: string = node.expr?.PLpgSQL_expr?.query ?? ''
  if (name === undefined) {
    // A field of a record, or an element of an array.
    const of = /^\s*("(?:[^"]|"")*"|[^\s.[:=]+)/.exec(expression)?.[1] ?? ''
    block.records.delete(of.startsWith('"') ? of.slice(1, -1) : of.toLowerCase())
    return
  }
  const given = expression.replace(/^[^=]*?:?=/, '')
  const isSure = block.perhaps !== LEFT && block.perhaps !== 'RETURN'
  const elements = isSure && block.arrays.has(name) ? elementsOf(given, scopeOf(block)) : undefined
  block.records.delete(name)
  const value = isSure ? valueIn(block, given) : undefined
  if (block.variables.has(name)) block.variables.set(name, /^[^=]*\[/.test(expression) ? undefined : value)
  if (elements === undefined) block.arrays.delete(name)
  else block.arrays.set(name, elements)
}

/** What the rest of a body hangs on that may have been left. */
export const LEFT = 'EXIT'

/** A query fills variables, as far as the row that it gives is known. */
export function fill(block: Block, node: Node, query: string | undefined): void {
  const { into, target } = node
  forget(block, target)
  if (into !== true || query === undefined || !isCertain(block)) return
  const fields: readonly Node[] = target?.PLpgSQL_row?.fields ?? []
  const single = fields.length === 1 ? block.names[fields[0]?.varno] : target?.PLpgSQL_var?.refname
  if (single !== undefined && block.variables.has(single)) {
    block.variables.set(single, evaluateQuery(query, scopeOf(block)))
    return
  }
  const rows = rowsOfQuery(query, scopeOf(block))
  if (rows?.length === 1) fillFrom(block, target, rows[0]!)
}

/** Gives the variables of a target what a row holds. */
export function fillFrom(block: Block, target: Node | undefined, row: SystemRow): void {
  const values = Object.values(row)
  const record = target?.PLpgSQL_rec?.refname
  if (record !== undefined) block.records.set(record, row)
  for (const [place, field] of (target?.PLpgSQL_row?.fields ?? []).entries()) {
    const name = block.names[field.varno]
    if (name !== undefined) block.variables.set(name, values[place])
  }
  const variable = target?.PLpgSQL_var?.refname
  if (variable !== undefined) block.variables.set(variable, values[0])
}

/** The values of variables that a statement fills are not known from there on. */
export function forget(block: Block, target: Node | undefined): void {
  const { PLpgSQL_row: row, PLpgSQL_var: variable, PLpgSQL_rec: record } = target ?? {}
  for (const field of row?.fields ?? []) forgetNumber(block, field.varno)
  for (const name of [variable?.refname, record?.refname]) forgetName(block, name)
}

/** The value of a variable, by its number, is not known from here on. */
export function forgetNumber(block: Block, number: number | undefined): void {
  forgetName(block, number === undefined ? undefined : block.names[number])
}

function forgetName({ variables, records, arrays }: Block, name: Identifier | undefined): void {
  if (name === undefined) return
  if (variables.has(name)) variables.set(name, undefined)
  records.delete(name)
  arrays.delete(name)
}
