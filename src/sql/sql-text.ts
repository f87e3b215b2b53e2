import type { Identifier, Name } from '../catalog/catalog.ts'
import type { Mutable } from '../catalog/edit-catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import { partsOf } from '../catalog/names.ts'
import type { Refusal } from '../catalog/refusal.ts'
import type { Reference, SqlText } from '../catalog/sql-text.ts'
import { readExpression } from './expressions.ts'
import type { Node } from './parser.ts'
import type { Reading } from './reading.ts'
import { type Edit, type Resolution, resolveExpression } from './resolve-references.ts'
import { resolveSelect } from './resolve-select.ts'
import { relationSource, type Scope, type Source } from './scope.ts'
import type { Extent } from './tokens.ts'

/** An expression with its text, which stands in a range of the file; `owner` is the table whose columns it may name. */
export function readExpressionAt(
  reading: Reading,
  node: Node | undefined,
  extent: Extent | undefined,
  owner?: Owner,
): Expression {
  const named = readExpression(node, reading.before)
  const isOfRow = owner !== undefined && namesRow(reading, named, owner)
  const expression: Mutable<Expression> = isOfRow
    ? readExpression(withWholeRow(node, partsOf(owner.table).name), reading.before)
    : named
  if (extent !== undefined) expression.sql = expressionText(reading, node, extent, owner)
  return expression
}

/** Whether an expression names the row of its table as a whole, by the name of the table. */
function namesRow({ before, making }: Reading, { columns }: Expression, { table, columns: own }: Owner): boolean {
  const { name } = partsOf(table)
  if (own !== undefined || !columns.includes(name) || making?.columns.includes(name) === true) return false
  const known = before.tables.get(table)
  if (known === undefined) return making?.isAll === true
  return known.known === 'wholly' && !known.columns.some((each) => each.name === name)
}

/** An expression in which `t` is `t.*`. */
function withWholeRow<T>(node: T, table: Identifier): T {
  return JSON.parse(JSON.stringify(node), (key, value) => {
    const isRow = key === 'ColumnRef' && value.fields.length === 1 && value.fields[0].String?.sval === table
    return isRow ? { ...value, fields: [...value.fields, { A_Star: {} }] } : value
  })
}

/** The table that an expression belongs to, and its columns where it is not in the catalog yet. */
export interface Owner {
  readonly table: Name
  readonly columns?: readonly Identifier[]
  /** The names by which a rule or trigger calls its row: `new`, `old`. */
  readonly aliases?: readonly Identifier[]
  /** Set where the statement makes no columns of the table itself. */
  readonly isSettled?: true
}

/** The text of an expression, or of any clause in which names are resolved as in one. */
export function expressionText(reading: Reading, nodes: unknown, extent: Extent, owner?: Owner): SqlText {
  const resolution = newResolution(reading)
  withinStack(resolution, () => resolveExpression(resolution, nodes, ownerScope(reading, owner)))
  return textFrom(resolution, extent)
}

/** The text of a query, and the first name in it that stands for no column. */
export function queryText(
  reading: Reading,
  select: Node,
  extent: Extent,
): { readonly query: SqlText; readonly missing?: Refusal } {
  const resolution = newResolution(reading)
  const outputs = withinStack(resolution, () => resolveSelect(resolution, select, undefined))
  const text = textFrom(resolution, extent)
  return { query: outputs === undefined ? text : { ...text, outputs }, ...missingIn(resolution) }
}

/** The first name in an expression that stands for no column; `owner` is the table whose columns it may name. */
export function missingColumnIn(reading: Reading, nodes: unknown, owner: Owner): Refusal | undefined {
  return missingWhere(reading, (resolution) =>
    resolveExpression(resolution, nodes, ownerScope(reading, { ...owner, isSettled: true })),
  )
}

/** The first name that stands for no column among all that is resolved. */
export function missingWhere(reading: Reading, resolve: (resolution: Resolution) => void): Refusal | undefined {
  const resolution = newResolution(reading)
  withinStack(resolution, () => resolve(resolution))
  return missingIn(resolution).missing
}

/** Where a name is not told for certain, what is missing is not either. */
function missingIn({ isUncertain, missing }: Resolution): { readonly missing?: Refusal } {
  return isUncertain || missing === undefined ? {} : { missing }
}

/** Any text, with what `resolve` finds in it. */
export function resolvedText(reading: Reading, extent: Extent, resolve: (resolution: Resolution) => void): SqlText {
  return resolvedWhole(reading, extent, resolve).text
}

/** Any text, with what `resolve` finds in it, and the first name that stands for no column. */
export function resolvedWhole(
  reading: Reading,
  extent: Extent,
  resolve: (resolution: Resolution) => void,
): { readonly text: SqlText; readonly missing?: Refusal } {
  const resolution = newResolution(reading)
  withinStack(resolution, () => resolve(resolution))
  return { text: textFrom(resolution, extent), ...missingIn(resolution) }
}

/** Queries may be nested deeper than JavaScript's stack: what is left then is text. */
function withinStack<T>(resolution: Resolution, resolve: () => T): T | undefined {
  try {
    return resolve()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    resolution.isUncertain = true
    return undefined
  }
}

function newResolution(reading: Reading): Resolution {
  return { reading, edits: [], isUncertain: false }
}

function ownerScope(reading: Reading, owner: Owner | undefined): Scope {
  return owner === undefined ? { sources: [], withs: NO_WITHS } : new OwnerScope(reading, owner)
}

const NO_WITHS: Scope['withs'] = new Map()

/** The columns of the owner, which are not gathered for an expression that names none. */
class OwnerScope implements Scope {
  readonly withs = NO_WITHS
  readonly #reading: Reading
  readonly #owner: Owner
  #sources: readonly Source[] | undefined

  constructor(reading: Reading, owner: Owner) {
    this.#reading = reading
    this.#owner = owner
  }

  get sources(): readonly Source[] {
    this.#sources ??= ownerSources(this.#reading, this.#owner)
    return this.#sources
  }
}

function ownerSources(reading: Reading, owner: Owner): readonly Source[] {
  const own = ownSource(reading, owner)
  const aliases = owner.aliases ?? []
  return aliases.length === 0 ? [own] : aliases.map((alias) => ({ ...own, alias, isAliased: true }))
}

function ownSource(reading: Reading, { table, columns, isSettled }: Owner): Source {
  const alias = partsOf(table).name
  if (isSettled === true) return relationSource(reading.before, table, alias, false)
  // A column may be made by the very statement.
  if (columns === undefined) {
    const source = relationSource(reading.before, table, alias, false)
    const made = (reading.making?.columns ?? []).map((name) => ({ name, of: table }))
    return { ...source, columns: [...(source.columns ?? []), ...made], isOpen: true }
  }
  const known = columns.map((name) => ({ name, of: table }))
  return { alias, relation: table, isAliased: false, columns: known, isOpen: true }
}

function textFrom(resolution: Resolution, { start, end }: Extent): SqlText {
  const { reading } = resolution
  const { text } = reading.statement.file
  const edits = resolution.edits.filter((edit) => edit.start >= start && edit.end <= end).toSorted(byPlace)
  const pieces: (string | Reference)[] = []
  let at = start
  for (const edit of edits) {
    // A name that was resolved twice is the same name.
    if (edit.start < at) continue
    if (edit.start > at) pieces.push(text.slice(at, edit.start))
    pieces.push(...edit.pieces)
    at = edit.end
  }
  if (at < end) pieces.push(text.slice(at, end))
  const { searchPath } = reading.before.session
  const isPublic = searchPath.length === 1 && searchPath[0] === 'public'
  const found: Mutable<SqlText> = { pieces }
  if (!isPublic) found.searchPath = searchPath
  if (resolution.isUncertain) found.uncertain = []
  return found
}

function byPlace(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end
}
