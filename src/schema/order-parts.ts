import type { Part } from './part.ts'

/** The parts in an order in which each finds what it needs; otherwise they stay as they are. */
export function orderParts(parts: readonly Part[]): readonly Part[] {
  const makers = new Map<string, Part[]>()
  for (const part of parts) {
    for (const mark of part.makes) {
      const others = makers.get(mark)
      if (others === undefined) makers.set(mark, [part])
      else others.push(part)
    }
  }
  const ordered: Part[] = []
  const seen = new Set<Part>()
  for (const part of parts) visit(part, makers, seen, ordered)
  return ordered
}

/** A stack of one's own: views may build on each other without end. */
function visit(first: Part, makers: ReadonlyMap<string, readonly Part[]>, seen: Set<Part>, ordered: Part[]): void {
  if (seen.has(first)) return
  seen.add(first)
  const open = [{ part: first, pending: needed(first, makers) }]
  while (open.length > 0) {
    const top = open.at(-1)!
    const next = top.pending.pop()
    if (next === undefined) {
      ordered.push(top.part)
      open.pop()
    } else if (!seen.has(next)) {
      seen.add(next)
      open.push({ part: next, pending: needed(next, makers) })
    }
  }
}

function needed(part: Part, makers: ReadonlyMap<string, readonly Part[]>): Part[] {
  return part.needs.flatMap((mark) => makers.get(mark) ?? []).toReversed()
}
