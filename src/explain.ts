/** The bad and the good example of a rule, as its fixture has them, without caret lines. */
export interface Examples {
  readonly bad: string
  readonly good: string
}

/** Takes the examples out of a fixture: its cases `bad` and `good`. */
export function examplesOf(fixture: string): Examples {
  return { bad: caseText(fixture, 'bad'), good: caseText(fixture, 'good') }
}

function caseText(fixture: string, name: string): string {
  const lines = fixture.split('\n')
  const start = lines.findIndex((line) => line.trim() === `-- case: ${name}`)
  if (start < 0) return ''
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('-- case: '))
  const end = length < 0 ? lines.length : start + 1 + length
  return lines
    .slice(start + 1, end)
    .filter((line) => !/^--\s+\^|^-- (refused|transaction: \S+|postgres: \d+)\s*$/.test(line))
    .join('\n')
    .trim()
}
