import {
  type Block,
  fillFrom,
  forget,
  forgetAssigned,
  forgetNumber,
  isCertain,
  LEFT,
  scopeOf,
  valueIn,
} from './do-block.ts'
import { elementsOf } from './known-values.ts'
import type { Node } from './parser.ts'
import { rowsOfQuery } from './query-rows.ts'
import { queryOf, readEmbedded, readGuarded, readPerhaps } from './read-do.ts'
import type { Value } from './system-rows.ts'

/** FOREACH over an array whose elements are known is what it does for each of them. */
export function readForeach(block: Block, node: Node): void {
  const name = block.names[node.varno]
  const elements = elementsOf(queryOf(node.expr), scopeOf(block))
  const isSlice = (node.slice ?? 0) > 0
  if (name === undefined || elements === undefined || isSlice) {
    readLoop(block, node)
    return
  }
  repeat(block, node, elements, (element) => block.variables.set(name, element))
  forgetNumber(block, node.varno)
}

/** FOR over integers, from one constant to another. */
export function readCounting(block: Block, node: Node): void {
  const name = node.var?.PLpgSQL_var?.refname
  const [first, last, step] = [node.lower, node.upper, node.step].map((each) =>
    each === undefined ? 1 : numberIn(valueIn(block, queryOf(each))),
  )
  if (name === undefined || first === undefined || last === undefined || step === undefined || step <= 0) {
    readLoop(block, node)
    return
  }
  const isBack = node.reverse === true
  const count = Math.max(0, Math.floor((isBack ? first - last : last - first) / step) + 1)
  if (count > MOST_TURNS) {
    readLoop(block, node)
    return
  }
  const values = Array.from({ length: count }, (_, place) => String(first + (isBack ? -step : step) * place))
  repeat(block, node, values, (value) => block.variables.set(name, value))
  block.variables.set(name, undefined)
}

/** WHILE, as long as it is known whether it holds. */
export function readWhile(block: Block, node: Node): void {
  const { searchFrom, perhaps } = block
  const holds = () => valueIn(block, queryOf(node.cond))
  for (let turns = 0; isCertain(block) && holds() === true; turns++) {
    if (turns === MOST_TURNS) break
    block.loops++
    block.searchFrom = searchFrom
    readGuarded(block, node.body)
    block.loops--
    const isLeft = block.leaves === 'exit'
    block.leaves = undefined
    if (isLeft || block.hasEnded) return
  }
  if (holds() !== false || block.perhaps === LEFT) readLoop(block, node)
  if (block.perhaps === LEFT) block.perhaps = perhaps
}

function numberIn(value: Value): number | undefined {
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** More turns of a loop than these are not read. */
const MOST_TURNS = 2000

/** FOR over a query whose rows are known is what it does for each of them. */
export function readRows(block: Block, node: Node, query: string | undefined): void {
  if (query !== undefined) readEmbedded(block, query)
  const isCertainly = block.perhaps === undefined
  const rows = query === undefined || !isCertainly ? undefined : rowsOfQuery(query, scopeOf(block))
  if (rows === undefined || rows.length > MOST_TURNS) readLoop(block, { ...node, query: undefined })
  else repeat(block, node, rows, (row) => fillFrom(block, node.var, row))
  forget(block, node.var)
}

/** Reads the body of a loop once for each turn. */
function repeat<T>(block: Block, node: Node, turns: readonly T[], begin: (turn: T) => void): void {
  const { searchFrom, perhaps } = block
  block.loops++
  for (const turn of turns) {
    block.searchFrom = searchFrom
    begin(turn)
    readGuarded(block, node.body)
    const isLeft = block.leaves === 'exit'
    block.leaves = undefined
    if (isLeft || block.hasEnded) break
  }
  block.loops--
  if (block.perhaps === LEFT) block.perhaps = perhaps
}

/** The queries of the cursors among the variables of a block, by their number. */
export function cursorsOf(datums: readonly Node[]): ReadonlyMap<number, string> {
  return new Map(
    datums.flatMap(({ PLpgSQL_var: variable }, number) => {
      const query: string | undefined = variable?.cursor_explicit_expr?.PLpgSQL_expr?.query
      return query === undefined ? [] : [[number, query] as const]
    }),
  )
}

/** What a loop does, it may do any number of times. */
export function readLoop(block: Block, node: Node): void {
  const { perhaps, loops } = block
  forget(block, node.var)
  forgetNumber(block, node.varno)
  // In a later turn they hold what an earlier one gave them.
  forgetAssigned(block, node.body)
  block.loops = 0
  readPerhaps(block, 'LOOP', node.body)
  block.loops = loops
  if (block.perhaps === LEFT) block.perhaps = perhaps
}

/** EXIT and CONTINUE. */
export function leave(block: Block, node: Node): void {
  const condition = node.cond === undefined ? true : valueIn(block, queryOf(node.cond))
  if (condition === false || condition === null || block.perhaps === 'RETURN') return
  if (node.label !== undefined) block.perhaps = 'RETURN'
  else if (block.loops === 0) return
  else if (condition === true && isCertain(block)) block.leaves = node.is_exit === true ? 'exit' : 'continue'
  else block.perhaps = LEFT
}
