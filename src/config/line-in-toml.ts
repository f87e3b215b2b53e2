import type { Way } from './validate.ts'

/**
 * The line, counted from 1, on which the statement begins that gives a value of a TOML text.
 * The parser tells no places, but which beginnings of the text are whole: the value is given
 * by the statement that ends with the first such beginning to hold it. `parse` throws where a
 * text is not TOML. Costs a parse for every line.
 */
export function lineInToml(text: string, way: Way, parse: (text: string) => unknown): number | undefined {
  const lines = text.split(/(?<=\n)/)
  let start = 0
  for (let end = 1; end <= lines.length; end++) {
    const value = attempt(() => parse(lines.slice(0, end).join('')))
    if (value === undefined) continue
    if (holds(value, way)) return start + 1
    start = end
  }
  return undefined
}

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return undefined
  }
}

function holds(value: unknown, [key, ...rest]: Way): boolean {
  if (key === undefined) return true
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? holds((value as Readonly<Record<string | number, unknown>>)[key], rest)
    : false
}
