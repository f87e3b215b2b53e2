/** The candidate that differs from a word by the fewest edits, if by few enough for its length. */
export function nearestOf(word: string, candidates: readonly string[]): string | undefined {
  const bound = Math.min(2, Math.floor(word.length / 2))
  let best: string | undefined
  let bestDistance = bound + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance > 0 && distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into another. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      const above = rows[row - 1] ?? []
      let best = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + cost)
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, (rows[row - 2]?.[column - 2] ?? 0) + 1)
      current.push(best)
    }
    rows.push(current)
  }
  return rows[a.length]?.[b.length] ?? Math.max(a.length, b.length)
}
