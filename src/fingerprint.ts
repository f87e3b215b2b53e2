import { createHash } from 'node:crypto'

/** A stable short name for what is found: equal parts give an equal one. */
export function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}
