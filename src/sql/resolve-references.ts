import type { Identifier, Name } from '../catalog/catalog.ts'
import { extensionType } from '../catalog/extensions.ts'
import { qualify } from '../catalog/names.ts'
import type { Refusal } from '../catalog/refusal.ts'
import type { Reference } from '../catalog/sql-text.ts'
import { extensionFunctionNamed } from './call-types.ts'
import { skipTrivia, tokenEnd } from './lexer.ts'
import { missingColumn } from './missing-columns.ts'
import type { Node } from './parser.ts'
import { readCollation } from './read-collation.ts'
import { findFunction, type Reading, relationName, stringsOf } from './reading.ts'
import { resolveChange } from './resolve-changes.ts'
import { resolveSelect } from './resolve-select.ts'
import { lookUp, type Scope } from './scope.ts'
import { type NamePart, nameAt } from './tokens.ts'

/** What takes the place of a range of the source text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly pieces: readonly (string | Reference)[]
}

/** What is found while names are resolved. */
export interface Resolution {
  readonly reading: Reading
  readonly edits: Edit[]
  /** What stands at an offset, to name the output columns after it. */
  referenceAt?: Map<number, Reference>
  isUncertain: boolean
  /** The first name that stands for no column. */
  missing?: Refusal
}

/** Resolves the names in an expression, or in any node that holds some, and in the queries within it. */
export function resolveExpression(resolution: Resolution, node: unknown, scope: Scope): void {
  // A stack of one's own: expressions may be deeper than JavaScript's.
  const pending: unknown[] = [node]
  while (pending.length > 0) {
    const current = pending.pop()
    if (typeof current !== 'object' || current === null) continue
    if (Array.isArray(current)) {
      pending.push(...current)
      continue
    }
    const part = current as Node
    if (part.SelectStmt !== undefined) {
      resolveSelect(resolution, part.SelectStmt, scope)
      continue
    }
    // INSERT, UPDATE, DELETE or MERGE; nothing else within an expression has a relation.
    if (part.relation?.relname !== undefined) {
      resolveChange(resolution, part, scope)
      continue
    }
    if (part.ColumnRef !== undefined) {
      resolveColumn(resolution, part.ColumnRef, scope)
      continue
    }
    if (part.FuncCall !== undefined) resolveFunction(resolution, part.FuncCall)
    if (part.TypeCast !== undefined) resolveCast(resolution, part.TypeCast)
    if (part.CollateClause !== undefined) resolveCollation(resolution, part.CollateClause)
    if (part.typeName !== undefined) resolveType(resolution, part.typeName)
    for (const field in part) pending.push(part[field])
  }
}

/** Puts a reference in the place of a relation's name. */
export function resolveRelation(resolution: Resolution, range: Node): Name {
  const name = relationName(resolution.reading, range)
  const parts = partsAt(resolution, range.location, range.relname)
  if (parts !== undefined) replaceName(resolution, parts, { to: 'relation', name })
  return name
}

/** Puts references in the place of a column's name and its qualifier. */
export function resolveColumn(resolution: Resolution, node: Node, scope: Scope): void {
  const fields = stringsOf(node.fields)
  const isStar = node.fields?.at(-1)?.A_Star !== undefined
  const parts = partsAt(resolution, node.location)
  if (parts === undefined || parts.length < fields.length) {
    resolution.isUncertain = true
    return
  }
  if (isStar) {
    resolveRowStar(resolution, fields.slice(0, -1), parts, scope)
    return
  }
  const meaning = lookUp(scope, fields)
  if (meaning === undefined || (meaning.kind === 'column' && meaning.of === undefined))
    noteMissing(resolution, scope, fields)
  if (meaning === undefined) return
  if (meaning.kind === 'uncertain') {
    resolution.isUncertain = true
    return
  }
  const { source } = meaning
  if (meaning.kind === 'row') {
    if (!source.isAliased && source.relation !== undefined) {
      replaceName(resolution, parts.slice(0, 1), { to: 'qualifier', name: source.relation })
    }
    return
  }
  const last = parts[fields.length - 1]!
  if (fields.length > 1 && !source.isAliased && source.relation !== undefined) {
    const isQualified = fields.length > 2
    replaceName(resolution, parts.slice(0, fields.length - 1), {
      to: isQualified ? 'relation' : 'qualifier',
      name: source.relation,
    })
  }
  if (meaning.of === undefined) return
  const reference: Reference = { to: 'column', name: meaning.of, column: fields.at(-1)! }
  resolution.edits.push({ start: last.start, end: last.end, pieces: [reference] })
  remember(resolution, parts[0]!.start, reference)
}

function noteMissing(resolution: Resolution, scope: Scope, fields: readonly string[]): void {
  note(resolution, () => missingColumn(resolution.reading.before, scope, fields))
}

/** Keeps the first name that stands for no column. */
export function note(resolution: Resolution, missing: () => Refusal | undefined): void {
  if (resolution.missing !== undefined) return
  const found = missing()
  if (found !== undefined) resolution.missing = found
}

/** `t.*` as an argument is the row of `t`. */
function resolveRowStar(
  resolution: Resolution,
  fields: readonly string[],
  parts: readonly NamePart[],
  scope: Scope,
): void {
  const meaning = fields.length === 1 ? lookUp(scope, fields) : undefined
  const source = meaning?.kind === 'row' ? meaning.source : undefined
  if (source === undefined || source.isAliased || source.relation === undefined) return
  replaceName(resolution, parts.slice(0, 1), { to: 'qualifier', name: source.relation })
}

function resolveFunction(resolution: Resolution, call: Node): void {
  const parts = stringsOf(call.funcname)
  const { before } = resolution.reading
  const found = findFunction(resolution.reading, parts) ?? extensionFunctionNamed(before, parts)
  if (found !== undefined) {
    const written = partsAt(resolution, call.location, parts.at(-1))
    if (written !== undefined) replaceName(resolution, written, { to: 'function', name: found })
  }
  const [first] = call.args ?? []
  if (SEQUENCE_FUNCTIONS.has(parts.at(-1) ?? '') && first?.A_Const?.sval !== undefined) {
    resolveLiteral(resolution, first.A_Const)
  }
}

const SEQUENCE_FUNCTIONS: ReadonlySet<string> = new Set(['nextval', 'currval', 'setval'])

/** `'orders_id_seq'::regclass`: the server keeps which relation it is, not the string. */
function resolveCast(resolution: Resolution, cast: Node): void {
  const type = stringsOf(cast.typeName?.names).at(-1)
  if (type === 'regclass' && cast.arg?.A_Const?.sval !== undefined) resolveLiteral(resolution, cast.arg.A_Const)
}

function resolveLiteral(resolution: Resolution, constant: Node): void {
  const { reading } = resolution
  const start = reading.offsetOf(constant.location)
  const value: string = constant.sval.sval ?? ''
  const parts = nameAt(value, 0)
  const { text } = reading.statement.file
  if (start === undefined || text[start] !== "'" || parts.length === 0 || parts.length > 2) return
  const name = relationName(reading, {
    relname: parts.at(-1)!.name,
    ...(parts.length === 2 ? { schemaname: parts[0]!.name } : {}),
  })
  const written = `'${value.replaceAll("'", "''")}'`
  if (!text.startsWith(written, start)) return
  resolution.edits.push({ start, end: start + written.length, pieces: [{ to: 'literal', name }] })
}

/** Puts a reference in the place of a user's own collation, whose name stands after COLLATE. */
function resolveCollation(resolution: Resolution, clause: Node): void {
  const { reading } = resolution
  const { collation } = readCollation(reading, clause.collname)
  const start = reading.offsetOf(clause.location)
  if (collation?.includes('.') !== true || start === undefined) return
  const { text } = reading.statement.file
  const written = nameAt(text, skipTrivia(text, tokenEnd(text, start)))
  if (written.at(-1)?.name !== stringsOf(clause.collname).at(-1)) return
  const reference: Reference = { to: 'object', name: collation, of: 'collation' }
  resolution.edits.push({ start: written[0]!.start, end: written.at(-1)!.end, pieces: [reference] })
}

/** Puts a reference in the place of a user's own type. */
export function resolveType(resolution: Resolution, type: Node): void {
  const names = stringsOf(type.names)
  const last = names.at(-1)
  if (last === undefined || names.at(-2) === 'pg_catalog') return
  const { before } = resolution.reading
  const candidates = (names.length > 1 ? [names.at(-2)!] : before.session.searchPath).map((each) => qualify(each, last))
  const name = candidates.find(
    (each) =>
      before.enums.has(each) ||
      before.domains.has(each) ||
      before.types.has(each) ||
      extensionType(before, each) !== undefined ||
      before.tables.has(each) ||
      before.views.has(each),
  )
  const written = name === undefined ? undefined : partsAt(resolution, type.location, last)
  if (name !== undefined && written !== undefined) replaceName(resolution, written, { to: 'type', name })
}

/** The parts of the name at a node's place; undefined where it has none, or where another name stands there. */
export function partsAt(
  resolution: Resolution,
  location: number | undefined,
  last?: Identifier,
): readonly NamePart[] | undefined {
  const { reading } = resolution
  const start = reading.offsetOf(location)
  if (start === undefined) return undefined
  const parts = nameAt(reading.statement.file.text, start)
  const isThere = parts.length > 0 && (last === undefined || parts.at(-1)!.name === last)
  if (!isThere) resolution.isUncertain = true
  return isThere ? parts : undefined
}

function replaceName(resolution: Resolution, parts: readonly NamePart[], reference: Reference): void {
  const start = parts[0]!.start
  resolution.edits.push({ start, end: parts.at(-1)!.end, pieces: [reference] })
  if (resolution.referenceAt?.has(start) !== true) remember(resolution, start, reference)
}

function remember(resolution: Resolution, start: number, reference: Reference): void {
  resolution.referenceAt ??= new Map()
  resolution.referenceAt.set(start, reference)
}
