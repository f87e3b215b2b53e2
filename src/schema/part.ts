import type { Identifier, Name } from '../catalog/catalog.ts'
import { mentionsOf, printSql, type SqlText, textsIn } from '../catalog/sql-text.ts'

/** One or more statements that make something, and what must be there before. */
export interface Part {
  /** What it makes, for others to need. */
  readonly makes: readonly string[]
  readonly needs: readonly string[]
  readonly statements: readonly string[]
  /** Where names without a schema are looked up, if not in `public`. */
  readonly searchPath?: readonly Identifier[]
}

/** The mark of a relation or type, which share their names. */
export function relationMark(name: Name): string {
  return `relation ${name}`
}

/** The mark of the functions of one name. */
export function functionMark(name: Name): string {
  return `function ${name}`
}

/** The mark of all keys of a partitioned table, which are made once its partitions are attached. */
export function keysMark(table: Name): string {
  return `keys of ${table}`
}

/** The marks of everything that the texts within an object refer to, as relations and as functions. */
export function marksIn(object: unknown): readonly string[] {
  const marks: string[] = []
  for (const text of textsIn(object))
    for (const name of mentionsOf(text)) marks.push(relationMark(name), functionMark(name))
  return marks
}

/** The marks of the user's own types within the spelling of a type: `public.status[]`. */
export function typeMarks(type: string): readonly string[] {
  const names = type.match(/(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)\.(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)/gu)
  return (names ?? []).map(relationMark)
}

/** The search path of the texts within an object, where it is not the usual one. */
export function searchPathIn(object: unknown): { readonly searchPath?: readonly Identifier[] } {
  for (const text of textsIn(object)) if (text.searchPath !== undefined) return { searchPath: text.searchPath }
  return {}
}

/** A text, or a comment in its place where there is none. */
export function printed(text: SqlText | undefined): string {
  return text === undefined ? '/* not known */ null' : printSql(text)
}
