import type { Catalog } from '../catalog/catalog.ts'
import type { Mutable } from '../catalog/edit-catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import { functionsNamed } from '../catalog/lookups.ts'
import { qualify } from '../catalog/names.ts'
import { readCondition } from './conditions.ts'
import type { Node } from './parser.ts'
import { stringsOf } from './reading.ts'

/**
 * What an expression reads and calls. An unqualified function is a user's own where the
 * search_path leads to one, else a built-in; a qualified one of pg_catalog is bare again.
 */
export function readExpression(node: Node | undefined, catalog: Catalog): Expression {
  const columns: string[] = []
  const functions: string[] = []
  // A stack of one's own: expressions may be deeper than JavaScript's.
  const pending: unknown[] = [node]
  while (pending.length > 0) {
    const current = pending.pop()
    if (typeof current !== 'object' || current === null) continue
    if (Array.isArray(current)) {
      pending.push(...current)
      continue
    }
    // Nodes have no shape in common, so that to ask each of them for a field takes long.
    const part = current as Node
    for (const field in part) {
      const value = part[field]
      if (field === 'ColumnRef') {
        const column = columnOf(value)
        if (column !== undefined) columns.push(column)
        continue
      }
      if (field === 'FuncCall' && !isCast(value, catalog))
        functions.push(functionOf(stringsOf(value.funcname), catalog))
      if (field === 'SQLValueFunction') functions.push(sqlValueFunction(value.op))
      if (typeof value === 'object') pending.push(value)
    }
  }
  const expression: Mutable<Expression> = { columns: distinct(columns), functions: distinct(functions) }
  if (node !== undefined) addNullTests(expression, node, catalog)
  return expression
}

/** Sorted, without repetition. */
function distinct(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)].toSorted()
}

/** A select list of one, as the reader of server texts passes it, counts as its expression. */
function addNullTests(expression: Mutable<Expression>, node: Node, catalog: Catalog): void {
  const tested: Node | undefined = Array.isArray(node) && node.length === 1 ? node[0].ResTarget?.val : node
  const column = testedColumn(tested)
  const columns = conjuncts(tested).flatMap((each) => testedColumn(each) ?? [])
  const condition = readCondition(tested, catalog)
  if (condition.is !== 'unknown') expression.condition = condition
  if (column !== undefined) expression.provesNotNull = column
  if (columns.length > 0) expression.notNull = distinct(columns)
}

/** The column of `column IS NOT NULL`. */
function testedColumn(expression: Node | undefined): string | undefined {
  const test = expression?.NullTest
  const reference = test?.nulltesttype === 'IS_NOT_NULL' ? test.arg?.ColumnRef : undefined
  return reference === undefined ? undefined : columnOf(reference)
}

function conjuncts(expression: Node | undefined): readonly (Node | undefined)[] {
  const parts: (Node | undefined)[] = [expression]
  for (let at = 0; at < parts.length; at++) {
    const { boolop, args } = parts[at]?.BoolExpr ?? {}
    if (boolop === 'AND_EXPR') parts.push(...args)
  }
  return parts
}

function columnOf(reference: Node): string | undefined {
  const fields: readonly Node[] = reference.fields ?? []
  const last = fields.at(-1)
  return last?.String?.sval
}

function functionOf(parts: readonly string[], catalog: Catalog): string {
  const name = parts.at(-1) ?? ''
  const schema = parts.at(-2)
  if (schema === 'pg_catalog') return name
  if (schema !== undefined) return qualify(schema, name)
  const own = catalog.session.searchPath.map((each) => qualify(each, name)).find((each) => hasFunction(catalog, each))
  return own ?? name
}

/**
 * Whether what looks like a call of one argument is a cast to a type of that name: of a literal,
 * or where no function has the name (`func_get_detail` in parse_func.c).
 */
function isCast({ funcname, args }: Node, catalog: Catalog): boolean {
  const [schema, name = schema] = stringsOf(funcname).slice(-2)
  if (args?.length !== 1 || schema === undefined || name === undefined) return false
  const schemas = schema === name && funcname.length === 1 ? catalog.session.searchPath : [schema]
  const names = schemas.map((each) => qualify(each, name))
  const { enums, domains, types } = catalog
  const isType = names.some((each) => enums.has(each) || domains.has(each) || types.has(each))
  return isType && (args[0].A_Const?.sval !== undefined || !names.some((each) => hasFunction(catalog, each)))
}

function hasFunction(catalog: Catalog, name: string): boolean {
  return functionsNamed(catalog, name).length > 0
}

/** `SVFOP_CURRENT_TIMESTAMP_N` is `current_timestamp`. */
function sqlValueFunction(operation: string): string {
  return operation
    .replace(/^SVFOP_/, '')
    .replace(/_N$/, '')
    .toLowerCase()
}
