import type { PartitionBound, PartitionKey, PartitionKeyPart } from '../catalog/partitions.ts'
import { textOf } from '../text/source-file.ts'
import { constantText } from './constant-text.ts'
import { typeOfExpression } from './expression-types.ts'
import { elementExtent } from './extents.ts'
import type { Node } from './parser.ts'
import { NOTHING_AROUND, type QueryColumn, scopeOf } from './query-columns.ts'
import { readCollation } from './read-collation.ts'
import { readOperatorClass } from './read-indexes.ts'
import { clauseSpan, type Reading } from './reading.ts'
import { type Owner, readExpressionAt } from './sql-text.ts'
import { bracketed, type Extent, findWord, listItems } from './tokens.ts'

/** PARTITION BY. */
export function readPartitionKey(
  reading: Reading,
  spec: Node,
  owner: Owner,
  columns: readonly QueryColumn[] = [],
): PartitionKey {
  const strategy = STRATEGIES[spec.strategy as string] ?? 'range'
  const nodes: readonly Node[] = (spec.partParams ?? []).map((each: Node) => each.PartitionElem)
  // Hash partitioning has hash classes for its defaults, the others those of btree.
  const method = strategy === 'hash' ? 'hash' : 'btree'
  const items = keyItems(reading)
  const scope = scopeOf(reading, { ...NOTHING_AROUND, sources: [{ columns }] })
  const parts = nodes.map((node, place): PartitionKeyPart => {
    const item = items[place]
    const bare = node.expr?.ColumnRef?.fields
    const column: string | undefined = node.name ?? (bare?.length === 1 ? bare[0].String?.sval : undefined)
    const extent = item === undefined ? undefined : elementExtent(reading.statement.file.text, item)
    const order = { ...readCollation(reading, node.collation), ...readOperatorClass(reading, node.opclass, method) }
    if (column !== undefined) return { column, ...order }
    const type = typeOfExpression(node.expr, scope)?.type
    return {
      expression: readExpressionAt(reading, node.expr, extent, owner),
      ...(type === undefined ? {} : { type }),
      ...order,
    }
  })
  return { strategy, columns: parts.map((part) => ('column' in part ? part.column : undefined)), parts }
}

/** The brackets after PARTITION BY, which stand outside all others. */
function keyItems(reading: Reading): readonly Extent[] {
  const { file, start, end } = reading.statement
  const by = findWord(file.text, start, end, 'BY')
  const list = by === undefined ? undefined : bracketed(file.text, by.end, end)
  return list === undefined ? [] : listItems(file.text, list.start, list.end)
}

/** FOR VALUES; undefined for DEFAULT. */
export function readPartitionBound(reading: Reading, bound: Node | undefined): PartitionBound | undefined {
  const values = (nodes: readonly Node[] | undefined) => (nodes ?? []).map((node) => valueText(reading, node))
  switch (bound?.is_default === true ? undefined : bound?.strategy) {
    case 'l':
      return { strategy: 'list', values: values(bound?.listdatums) }
    case 'r':
      return { strategy: 'range', from: values(bound?.lowerdatums), to: values(bound?.upperdatums) }
    case 'h':
      return { strategy: 'hash', modulus: bound?.modulus ?? 0, remainder: bound?.remainder ?? 0 }
    default:
      return undefined
  }
}

/** A value of a bound; what is computed stays as it is written. */
function valueText(reading: Reading, node: Node): string {
  const fields = node.ColumnRef?.fields
  const word = fields?.length === 1 ? String(fields[0].String?.sval).toUpperCase() : ''
  if (word === 'MINVALUE' || word === 'MAXVALUE') return word
  // The key has a collation of its own.
  const value: Node = node.CollateClause?.arg ?? node
  return constantText(value) ?? computed(value)?.toString() ?? textOf(clauseSpan(reading, leftmost(node)))
}

/** The result of a sum, difference or product of integers. */
function computed(node: Node | undefined): bigint | undefined {
  const constant = node?.A_Const?.ival
  if (constant !== undefined) return BigInt(constant.ival ?? 0)
  const { kind, name, lexpr, rexpr } = node?.A_Expr ?? {}
  if (kind !== 'AEXPR_OP') return undefined
  const [left, right] = [lexpr === undefined ? 0n : computed(lexpr), computed(rexpr)]
  if (left === undefined || right === undefined) return undefined
  const sign = name?.length === 1 ? name[0].String?.sval : undefined
  if (sign === '+') return left + right
  if (sign === '-') return left - right
  return sign === '*' && lexpr !== undefined ? left * right : undefined
}

/** The first place that any part of an expression has. */
function leftmost(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const own = (node as Node).location
  const within = Object.values(node).map(leftmost)
  const places = [own, ...within].filter((each): each is number => typeof each === 'number' && each >= 0)
  return places.length === 0 ? undefined : Math.min(...places)
}

const STRATEGIES: Readonly<Record<string, PartitionKey['strategy']>> = {
  PARTITION_STRATEGY_RANGE: 'range',
  PARTITION_STRATEGY_LIST: 'list',
  PARTITION_STRATEGY_HASH: 'hash',
}
