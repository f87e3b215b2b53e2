import { lastTokenEnd, skipTrivia } from './lexer.ts'
import type { Node } from './parser.ts'
import { clauseSpan, type Reading } from './reading.ts'
import { bracketed, type Extent, findWord, listItems, tokensIn } from './tokens.ts'

/** Where the expression of CHECK, GENERATED or another constraint in brackets stands. */
export function constraintExtent(reading: Reading, node: Node, word: 'CHECK' | 'AS' | 'WHERE'): Extent | undefined {
  if (reading.offsetOf(node.location) === undefined) return undefined
  const { file, start, end } = clauseSpan(reading, node.location)
  const keyword = findWord(file.text, start, end, word)
  return keyword === undefined ? undefined : bracketed(file.text, keyword.end, end)
}

/** Where the expression of DEFAULT stands: up to the next clause of the column. */
export function defaultExtent(reading: Reading, column: Node, node: Node): Extent | undefined {
  const start = reading.offsetOf(node.location)
  if (start === undefined) return undefined
  const { file, end } = clauseSpan(reading, node.location)
  const keyword = findWord(file.text, start, end, 'DEFAULT')
  if (keyword === undefined) return undefined
  let next = end
  const stopAt = (location: number | undefined) => {
    const place = reading.offsetOf(location)
    if (place !== undefined && place > start && place < next) next = place
  }
  for (const each of column.constraints ?? []) stopAt(each.Constraint?.location)
  stopAt(column.collClause?.location)
  return trimmed(file.text, keyword.end, next)
}

/** What follows a keyword up to the end of the clause, outside brackets, that holds a place within it. */
export function extentAfter(
  reading: Reading,
  place: number | undefined,
  ...words: readonly string[]
): Extent | undefined {
  const { file, start, end } = reading.statement
  if (place === undefined) return undefined
  const clause = listItems(file.text, start, end).find((item) => item.start <= place && place < item.end)
  if (clause === undefined) return undefined
  const keyword = findWord(file.text, clause.start, clause.end, ...words)
  return keyword === undefined ? undefined : trimmed(file.text, keyword.end, clause.end)
}

/** What stands in the brackets after a keyword of the statement that is outside brackets itself. */
export function bracketsAfter(reading: Reading, word: string): Extent | undefined {
  const { file, start, end } = reading.statement
  const keyword = findWord(file.text, start, end, word)
  return keyword === undefined ? undefined : bracketed(file.text, keyword.end, end)
}

/** The expression at the start of an index element, before its operator class and order. */
export function elementExtent(text: string, element: Extent): Extent {
  let last = element.end
  for (const token of tokensIn(text, element.start, element.end)) {
    if (token.depth !== 0 || token.word !== ')') continue
    last = token.end
    break
  }
  return { start: element.start, end: last }
}

/** The leftmost place that any node below has; undefined where none has one. */
export function placeOf(reading: Reading, node: unknown): number | undefined {
  let first: number | undefined
  const pending: unknown[] = [node]
  while (pending.length > 0) {
    const current = pending.pop()
    if (typeof current !== 'object' || current === null) continue
    if (!Array.isArray(current)) {
      const place = reading.offsetOf((current as Node).location)
      if (place !== undefined) first = Math.min(first ?? place, place)
    }
    pending.push(...Object.values(current))
  }
  return first
}

/** A range without blanks and comments at its ends; undefined where nothing is left. */
export function trimmed(text: string, start: number, end: number): Extent | undefined {
  const first = skipTrivia(text, start, end)
  return first >= end ? undefined : { start: first, end: lastTokenEnd(text, first, end) }
}
