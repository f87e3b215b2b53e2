import type { Action } from '../catalog/action.ts'
import { IDENTIFIER_BYTES, truncateIdentifier } from '../catalog/names.ts'
import { offsetsOf } from '../text/offsets.ts'
import { type Span, textOf } from '../text/source-file.ts'
import { scan } from './parser.ts'

/**
 * The identifiers of a statement that are longer than PostgreSQL keeps. They are read from
 * the tokens, as the parse tree holds them already cut.
 */
export function overlongIdentifiers(statement: Span): readonly Action[] {
  const text = textOf(statement)
  if (!MAY_BE_LONG.test(text)) return []
  const scanned = scan(text)
  if (!scanned.ok) return []
  const offsets = offsetsOf(text)
  return scanned.value.flatMap((token): Action[] => {
    if (token.tokenName !== 'IDENT' && token.tokenName !== 'UIDENT') return []
    const identifier = token.text.startsWith('"')
      ? token.text.slice(1, -1).replaceAll('""', '"')
      : token.text.toLowerCase()
    if (Buffer.byteLength(identifier) <= IDENTIFIER_BYTES) return []
    const start = statement.start + offsets.fromByte(token.start)
    const span = { file: statement.file, start, end: statement.start + offsets.fromByte(token.end) }
    return [{ kind: 'truncateIdentifier', span, identifier, kept: truncateIdentifier(identifier) }]
  })
}

/** 64 bytes are at least 16 characters beyond ASCII, or 64 within it; a cheap test before the tokens are asked for. */
const MAY_BE_LONG =
  /[\w$]{64}|"[^"]{64}|[\w$\u0080-\uffff]*[\u0080-\uffff][\w$\u0080-\uffff]{15}|"[^"]*[\u0080-\uffff][^"]{15}/
