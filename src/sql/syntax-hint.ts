import { nearestOf } from '../text/nearest.ts'

/** What the second grammar expected at the place where it could not go on. */
export interface HintGrammar {
  /** Keywords that could stand at a UTF-16 offset of a statement; empty where it does not know. */
  expectedAt(statement: string, offset: number): readonly string[]
}

/**
 * Asks what was meant: an expected keyword that is nearly the offending word. A misspelt
 * keyword can pass for a name (`select 1 form t`), and then the word before it is at fault.
 */
export function syntaxHint(statement: string, at: number, grammar: HintGrammar | undefined): string | undefined {
  if (grammar === undefined) return undefined
  const here = wordAt(statement, at)
  const meant = here && nearestOf(here, grammar.expectedAt(statement, at))
  if (meant !== undefined && meant !== '') return `did you mean ${meant.toUpperCase()}?`
  const before = /([A-Za-z_]+)\s*$/.exec(statement.slice(0, at))
  if (before?.[1] === undefined) return undefined
  const near = nearestOf(before[1], grammar.expectedAt(statement, before.index))
  return near === undefined ? undefined : `did you mean ${near.toUpperCase()} instead of ${before[1]}?`
}

function wordAt(text: string, at: number): string | undefined {
  const word = /[A-Za-z_]+/y
  word.lastIndex = at
  return word.exec(text)?.[0]
}
