import type { Identifier, Name } from './catalog.ts'
import { KEYWORDS } from './keywords.ts'

/** PostgreSQL cuts identifiers to NAMEDATALEN - 1 bytes. */
export const IDENTIFIER_BYTES = 63

/** The schemas whose relations are the server's own. */
export const SYSTEM_SCHEMAS: readonly Identifier[] = ['pg_catalog', 'pg_toast', 'information_schema']

/** Writes an identifier as SQL, quoted only where the server's `quote_ident` would quote it. */
export function quoteIdentifier(identifier: Identifier): string {
  if (PLAIN.test(identifier) && !KEYWORDS.has(identifier)) return identifier
  return `"${identifier.replaceAll('"', '""')}"`
}

const PLAIN = /^[a-z_][a-z0-9_]*$/

/** Writes a schema-qualified name. */
export function qualify(schema: Identifier, identifier: Identifier): Name {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(identifier)}`
}

/** Whether a name is of something temporary, which ends with a session. */
export function isTemporary(name: Name): boolean {
  return partsOf(name).schema === 'pg_temp'
}

/** Takes a qualified name apart into plain identifiers. */
export function partsOf(name: Name): { readonly schema: Identifier; readonly name: Identifier } {
  // Most names hold no quotes, and this is asked for each of them again and again.
  if (!name.includes('"')) {
    const dot = name.indexOf('.')
    if (dot < 0) return { schema: name, name: '' }
    const end = name.indexOf('.', dot + 1)
    return { schema: name.slice(0, dot), name: end < 0 ? name.slice(dot + 1) : name.slice(dot + 1, end) }
  }
  const parts: string[] = []
  for (const match of name.matchAll(/"((?:[^"]|"")*)"|([^.]+)/g))
    parts.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
  return { schema: parts[0] ?? '', name: parts[1] ?? '' }
}

/** Cuts an identifier to the length that PostgreSQL keeps, never inside a character. */
export function truncateIdentifier(identifier: string, bytes = IDENTIFIER_BYTES): Identifier {
  if (Buffer.byteLength(identifier) <= bytes) return identifier
  let kept = ''
  let size = 0
  for (const character of identifier) {
    size += Buffer.byteLength(character)
    if (size > bytes) break
    kept += character
  }
  return kept
}

/** A type without its modifiers: `numeric` of `numeric(10,2)`. */
export function withoutModifiers(type: string): string {
  return type.includes('(') ? type.replace(/\([^()]*\)/, '') : type
}

/** A string between dollar quotes, which it cannot end before its time. */
export function quoteBody(text: string): string {
  let tag = '$$'
  for (let count = 0; text.includes(tag) || text.endsWith('$'); count++) {
    tag = `$body${count === 0 ? '' : count}$`
    if (!text.includes(tag)) break
  }
  return `${tag}${text}${tag}`
}

/** A string as SQL writes it. */
export function quoteLiteral(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted
}
