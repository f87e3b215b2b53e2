import type { Finding } from './finding.ts'

/**
 * Findings on a live catalog laid over those on the migrations: what both show is one
 * finding, with the place in the migrations. What only one shows stays as it is.
 */
export function mergeFindings(folded: readonly Finding[], live: readonly Finding[]): readonly Finding[] {
  const seen = new Map(live.map((finding) => [keyOf(finding), finding]))
  const known = new Set(folded.map(keyOf))
  const merged = folded.map((finding): Finding => {
    const isBoth = finding.seenIn === 'migrations' && seen.has(keyOf(finding))
    return isBoth ? { ...finding, seenIn: 'both' } : finding
  })
  return [...merged, ...[...seen.values()].filter((finding) => !known.has(keyOf(finding)))]
}

function keyOf(finding: Finding): string {
  return `${finding.rule} ${finding.subject}`
}
