import type { Catalog } from '../catalog/catalog.ts'
import { withoutMembers } from '../catalog/members.ts'
import { isSqlText, printSql } from '../catalog/sql-text.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import type { SourceFile, Span } from '../text/source-file.ts'

/** What is told beside the catalog. */
export interface JsonFrame {
  readonly tool: { readonly name: string; readonly version: string }
  readonly postgres: number
  /** Statements that were not understood, with their place. */
  readonly notModelled: readonly { readonly statement: string; readonly span: Span }[]
}

/**
 * The catalog as JSON, version 1: one list for each kind of object, texts of SQL with the
 * names of today, and for each object the file and line that made it.
 */
export function printSchemaJson(catalog: Catalog, frame: JsonFrame): string {
  const { session: _, ...maps } = withoutMembers(catalog)
  const placeOf = places()
  const plain = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (isSqlText(value)) return printSql(value)
    if (Array.isArray(value)) return value.map(plain)
    // The texts say what the conditions do.
    const entries = Object.entries(value)
      .filter(([key]) => key !== 'condition')
      .toSorted(([a], [b]) => Number(b === 'name') - Number(a === 'name'))
    return Object.fromEntries(entries.map(([key, part]) => [key, key === 'origin' ? placeOf(part) : plain(part)]))
  }
  const lists = Object.fromEntries(Object.entries(maps).map(([kind, map]) => [kind, [...map.values()].map(plain)]))
  const notModelled = frame.notModelled.map(({ statement, span }) => ({ statement, ...placeOf(span) }))
  const document = { version: 1, tool: frame.tool, postgres: frame.postgres, ...lists, notModelled }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** Tells places by file and line, and counts the lines of each file once. */
function places(): (span: Span | undefined) => { readonly file: string; readonly line: number } | undefined {
  const starts = new Map<SourceFile, readonly number[]>()
  return (span) => {
    if (span === undefined) return undefined
    const known = starts.get(span.file) ?? lineStarts(span.file.text)
    starts.set(span.file, known)
    return { file: span.file.path, line: positionAt(span.file, span.start, known).line }
  }
}
