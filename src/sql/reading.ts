import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { relationExists } from '../catalog/generated-names.ts'
import { functionsNamed, othersOf } from '../catalog/lookups.ts'
import { qualify } from '../catalog/names.ts'
import type { SourceFile, Span } from '../text/source-file.ts'
import { clauseEnd, skipTrivia, tokenEnd } from './lexer.ts'
import type { Node } from './parser.ts'
import type { Value } from './system-rows.ts'

/** What is needed to read one statement: the catalog before it, and where its nodes stand in the file. */
export interface Reading {
  readonly before: Catalog
  /** The whole statement, without its semicolon. */
  readonly statement: Span
  /** What a server is given of it: its text, with placeholders filled. */
  readonly sql: string
  /** The version that is targeted, as a major number. */
  readonly postgres: number
  /** The functions whose bodies are being read, the outermost first. */
  readonly calls?: readonly Name[]
  /** The columns that the statement makes of its table, and whether that has no others than these and those that it has already. */
  readonly making?: { readonly columns: readonly Identifier[]; readonly isAll: boolean }
  /** How many more statements of PL/pgSQL are read for this one, those of loops once for each turn. */
  readonly steps?: { left: number }
  /** The variables of the PL/pgSQL block that the statement stands in, where their values are known. */
  readonly variables?: ReadonlyMap<Identifier, Value>
  /** The elements of its array variables, where they are known. */
  readonly arrays?: ReadonlyMap<Identifier, readonly Value[]>
  /** The UTF-16 offset in the file of a byte position in the parsed text; undefined where the node has none. */
  offsetOf(location: number | undefined): number | undefined
}

/** The clause that starts at a node: up to the next comma or closing bracket. The statement where the node has no place. */
export function clauseSpan(reading: Reading, location: number | undefined): Span {
  const start = reading.offsetOf(location)
  if (start === undefined) return reading.statement
  const { file, end } = reading.statement
  return { file, start, end: Math.max(start + 1, clauseEnd(file.text, start, end)) }
}

/** The name that starts at a node, with its qualification. */
export function nameSpan(reading: Reading, location: number | undefined): Span {
  const start = reading.offsetOf(location)
  if (start === undefined) return reading.statement
  const { file } = reading.statement
  let end = tokenEnd(file.text, start)
  for (let dot = skipTrivia(file.text, end); file.text[dot] === '.'; dot = skipTrivia(file.text, end)) {
    end = tokenEnd(file.text, skipTrivia(file.text, dot + 1))
  }
  return { file, start, end }
}

/** The first two words of a statement, in upper case: `CREATE RULE`. */
export function firstWords(text: string): string {
  const words: string[] = []
  for (
    let offset = skipTrivia(text, 0);
    words.length < 2 && offset < text.length;
    offset = skipTrivia(text, tokenEnd(text, offset))
  ) {
    const word = text.slice(offset, tokenEnd(text, offset))
    if (!/^\w+$/.test(word)) break
    words.push(word.toUpperCase())
  }
  return words.join(' ')
}

/** A span of one file. */
export function spanOf(file: SourceFile, start: number, end: number): Span {
  return { file, start, end }
}

/**
 * The relation that a RangeVar means: the first of that name on the search_path, else a new one
 * in its first schema. `made` is what the statement makes, which is as good as there.
 */
export function relationName(reading: Reading, range: Node, made?: Name): Name {
  return findRelation(reading.before, range, made) ?? newName(reading, range)
}

/** The relation that a RangeVar means among those that there are. */
export function findRelation(catalog: Catalog, { schemaname, relname }: Node, made?: Name): Name | undefined {
  if (schemaname !== undefined) return existingIn(catalog, schemaname, relname, made)
  const temporary = existingIn(catalog, 'pg_temp', relname, made)
  if (temporary !== undefined) return temporary
  for (const schema of catalog.session.searchPath) {
    const found = existingIn(catalog, schema, relname, made)
    if (found !== undefined) return found
  }
  return undefined
}

function existingIn(
  catalog: Catalog,
  schema: Identifier,
  relation: Identifier,
  made: Name | undefined,
): Name | undefined {
  const name = qualify(schema, relation)
  return name === made || relationExists(catalog, name) ? name : undefined
}

/** The name that a RangeVar gives to a relation that is being made. */
export function newName(reading: Reading, range: Node): Name {
  if (range.schemaname !== undefined) return qualify(range.schemaname, range.relname)
  if (range.relpersistence === 't') return qualify('pg_temp', range.relname)
  return qualify(creationSchema(reading), range.relname)
}

/** The schema in which objects without a schema are made. */
export function creationSchema(reading: Pick<Reading, 'before'>): Identifier {
  return reading.before.session.searchPath[0] ?? 'public'
}

/** The strings of a list of String nodes: the parts of a name. */
export function stringsOf(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).map((node) => node.String?.sval ?? '')
}

/** The node of a relation's name, from its parts. */
export function rangeOf(parts: readonly string[]): Node {
  const schemaname = parts.at(-2)
  return { relname: parts.at(-1) ?? '', ...(schemaname === undefined ? {} : { schemaname }) }
}

/** The function of the migrations' own that a name means, whatever its arguments. */
export function findFunction({ before }: Pick<Reading, 'before'>, parts: readonly string[]): Name | undefined {
  const schema = parts.at(-2)
  const schemas = schema === undefined ? before.session.searchPath : [schema]
  if (before.functions.size === 0 && before.others.size === 0) return undefined
  return schemas
    .map((each) => qualify(each, parts.at(-1) ?? ''))
    .find((name) => functionsNamed(before, name).length > 0 || isAggregate(before, name))
}

function isAggregate(before: Catalog, name: Name): boolean {
  return othersOf(before, name).some(([, each]) => each.kind === 'aggregate' && each.name === name)
}

/**
 * The relation or type that a list of name parts means, among those that a test knows:
 * temporary ones hide all others. A new one in the first schema of the search_path where there is none.
 */
export function objectName(
  reading: Pick<Reading, 'before'>,
  parts: readonly string[],
  exists: (name: Name) => boolean,
): Name {
  const hiding = parts.length === 1 ? qualify('pg_temp', parts[0] ?? '') : undefined
  return hiding !== undefined && exists(hiding) ? hiding : routineName(reading, parts, exists)
}

/** As `objectName`, but of a function or procedure, which is never looked for among temporary objects. */
export function routineName(
  reading: Pick<Reading, 'before'>,
  parts: readonly string[],
  exists: (name: Name) => boolean,
): Name {
  const last = parts.at(-1) ?? ''
  const schema = parts.at(-2)
  if (schema !== undefined) return qualify(schema, last)
  const found = reading.before.session.searchPath.map((each) => qualify(each, last)).find(exists)
  return found ?? qualify(creationSchema(reading), last)
}
