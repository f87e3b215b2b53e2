import type { Catalog } from '../catalog/catalog.ts'
import {
  COMMUTATORS,
  type Comparison,
  type Condition,
  type Constant,
  isOperator,
  joined,
  listed,
  negated,
  type Operator,
  UNKNOWN,
} from '../catalog/condition.ts'
import { constantText } from './constant-text.ts'
import type { Node } from './parser.ts'
import { stringsOf } from './reading.ts'
import { readType } from './type-names.ts'

/** What an expression says of columns, as far as a proof can use it; parts that are not understood are marked. */
export function readCondition(node: Node | undefined, catalog: Catalog): Condition {
  const { BoolExpr: connected, NullTest: test, FuncCall: call, A_Expr: operation } = node ?? {}
  if (connected !== undefined) {
    const parts = (connected.args as readonly Node[]).map((part) => readCondition(part, catalog))
    if (connected.boolop === 'NOT_EXPR') return negated(parts[0]!)
    return joined(connected.boolop === 'AND_EXPR' ? 'and' : 'or', parts)
  }
  if (test !== undefined) return nullTested(test)
  if (call !== undefined) return hashed(call) ?? UNKNOWN
  return (operation === undefined ? undefined : compared(operation, catalog)) ?? UNKNOWN
}

function nullTested({ arg, nulltesttype }: Node): Condition {
  const column = columnOf(arg)
  if (column === undefined || column.asText === true) return UNKNOWN
  return { is: nulltesttype === 'IS_NULL' ? 'null' : 'not null', column: column.column }
}

function compared({ kind, name, lexpr, rexpr }: Node, catalog: Catalog): Condition | undefined {
  const names = stringsOf(name)
  const operator = names.length === 1 ? names[0]! : ''
  const left = columnOf(lexpr)
  const items = (rexpr?.List?.items ?? elementsOf(rexpr)) as readonly Node[] | undefined
  switch (kind) {
    case 'AEXPR_OP': {
      if (!isOperator(operator)) return undefined
      if (left !== undefined) return comparison(operator, left, constantOf(rexpr, catalog))
      const right = columnOf(rexpr)
      return right && comparison(COMMUTATORS[operator], right, constantOf(lexpr, catalog))
    }
    case 'AEXPR_IN':
      return operator === '=' ? inList('or', '=', left, items, catalog) : inList('and', '<>', left, items, catalog)
    case 'AEXPR_OP_ANY':
      return operator === '=' ? inList('or', '=', left, items, catalog) : undefined
    case 'AEXPR_OP_ALL':
      return operator === '<>' ? inList('and', '<>', left, items, catalog) : undefined
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN': {
      const [low, high] = items ?? []
      const parts = [
        left && comparison('>=', left, constantOf(low, catalog)),
        left && comparison('<=', left, constantOf(high, catalog)),
      ].filter((part) => part !== undefined)
      if (parts.length < 2) return undefined
      return kind === 'AEXPR_BETWEEN' ? joined('and', parts) : negated(joined('and', parts))
    }
    default:
      return undefined
  }
}

/** The server looks into lists of up to a hundred constants; they must all be of one type, or all are cast. */
function inList(
  is: 'and' | 'or',
  operator: Operator,
  column: ReturnType<typeof columnOf>,
  items: readonly Node[] | undefined,
  catalog: Catalog,
): Condition | undefined {
  if (column === undefined || items === undefined || items.length === 0 || items.length > 100) return undefined
  const constants = items.map((item) => constantOf(item, catalog))
  const known = constants.filter((each) => each !== undefined)
  const kinds = new Set(known.map(({ text, type }) => type ?? (text.startsWith("'") ? 'string' : numberKind(text))))
  if (known.length < items.length || kinds.size > 1) return undefined
  return listed(
    is,
    known.map((constant) => ({ is: operator, ...column, constant })),
  )
}

function numberKind(text: string): string {
  return text.includes('.') ? 'fraction' : 'integer'
}

function comparison(
  is: Operator,
  column: NonNullable<ReturnType<typeof columnOf>>,
  constant: Constant | undefined,
): Comparison | undefined {
  return constant && { is, ...column, constant }
}

/** A column, bare or cast to text. */
function columnOf(node: Node | undefined): Pick<Comparison, 'column' | 'asText'> | undefined {
  const cast = node?.TypeCast
  if (cast !== undefined) {
    const inner = columnOf(cast.arg)
    return stringsOf(cast.typeName.names).at(-1) === 'text' && inner ? { ...inner, asText: true } : undefined
  }
  const fields: readonly Node[] = node?.ColumnRef?.fields ?? []
  const column = fields.length <= 2 ? fields.at(-1)?.String?.sval : undefined
  return typeof column === 'string' ? { column } : undefined
}

/** The elements of ARRAY[…], be it cast as a whole or not. */
function elementsOf(node: Node | undefined): readonly Node[] | undefined {
  const array = node?.TypeCast === undefined ? node : node.TypeCast.arg
  return array?.A_ArrayExpr?.elements
}

/** A constant that is not null, with the type that it is cast to; truth values the server does not compare. */
function constantOf(node: Node | undefined, catalog: Catalog): Constant | undefined {
  const cast = node?.TypeCast
  const inner: Node | undefined = cast === undefined ? node : cast.arg
  const text = inner === undefined || inner.TypeCast !== undefined ? undefined : constantText(inner)
  if (text === undefined || /^(NULL|true|false)$/.test(text)) return undefined
  return cast === undefined ? { text } : { text, type: readType({ before: catalog }, cast.typeName).type }
}

/** `satisfies_hash_partition('parent'::regclass, modulus, remainder, column, …)` */
function hashed({ funcname, args }: Node): Condition | undefined {
  const [parent, modulus, remainder, ...keys] = (args ?? []) as readonly Node[]
  const isNamed = stringsOf(parent?.TypeCast?.typeName.names).at(-1) === 'regclass'
  const numbers = [modulus, remainder].map((each) => each?.A_Const?.ival?.ival ?? (each?.A_Const?.ival && 0))
  const columns = keys.map((key) => (key.ColumnRef === undefined ? undefined : columnOf(key)?.column))
  const known = columns.filter((column) => column !== undefined)
  if (stringsOf(funcname).at(-1) !== 'satisfies_hash_partition' || !isNamed || known.length < columns.length)
    return undefined
  if (typeof numbers[0] !== 'number' || typeof numbers[1] !== 'number') return undefined
  return { is: 'hash', modulus: numbers[0], remainder: numbers[1], columns: known }
}
