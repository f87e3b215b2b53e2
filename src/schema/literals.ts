import type { Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'

/** A string as SQL writes it. */
export function quoteLiteral(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted
}

/** A list of identifiers with commas between. */
export function identifiers(names: readonly Identifier[]): string {
  return names.map(quoteIdentifier).join(', ')
}
