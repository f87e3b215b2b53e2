import type { Identifier, Name } from './catalog.ts'
import { mapChanged } from './edit-catalog.ts'
import { partsOf, quoteIdentifier } from './names.ts'
import type { OtherKind } from './other-objects.ts'

/**
 * SQL as it was written, with those names in it that a later rename changes told apart and
 * resolved as the server did at that moment. Names that belong to the system are text.
 * Two catalogs are never compared by it: a server prints texts of its own.
 */
export interface SqlText {
  readonly pieces: readonly (string | Reference)[]
  /** The columns of a query, in order; absent where they are not known, or where it is no query. */
  readonly outputs?: readonly Identifier[]
  /** Where names that are still text were looked up, if not in `public` alone. */
  readonly searchPath?: readonly Identifier[]
  /**
   * Set where some name could not be resolved with certainty. Its pieces stay as they were;
   * what has been renamed since is listed, oldest first, so that the object can be made
   * under the old names and then follow.
   */
  readonly uncertain?: readonly Renaming[]
}

/** A name within a text. */
export type Reference =
  /** A table, view or sequence, printed with its schema. */
  | { readonly to: 'relation'; readonly name: Name }
  /** The same without its schema, where it qualifies a column. */
  | { readonly to: 'qualifier'; readonly name: Name }
  | { readonly to: 'column'; readonly name: Name; readonly column: Identifier }
  /** A function, without arguments; overloads are renamed only where there is but one. */
  | { readonly to: 'function'; readonly name: Name }
  | { readonly to: 'type'; readonly name: Name }
  /** A relation named in a string that the server keeps as `regclass`. */
  | { readonly to: 'literal'; readonly name: Name }
  /** An object without a schema: a server, or of the kind that is said. */
  | { readonly to: 'object'; readonly name: Name; readonly of?: OtherKind }
  /**
   * What follows a relation in FROM of which a join merges columns by their names: nothing, until
   * one of those gets another name, from when on the server says the names that the join needs.
   */
  | {
      readonly to: 'columns'
      readonly name: Name
      readonly isAliased: boolean
      readonly columns: readonly Identifier[]
      readonly merged: readonly Identifier[]
      readonly isRenamed?: true
    }
  /** The name that an output column got from what it shows, and keeps when that is renamed. */
  | { readonly to: 'label'; readonly label: Identifier; readonly of: Reference }

/** One rename, of a relation or type, of a function, or of a column. */
export type Renaming =
  | { readonly kind: 'relation' | 'function'; readonly from: Name; readonly to: Name }
  | { readonly kind: 'column'; readonly table: Name; readonly from: Identifier; readonly to: Identifier }

/** Whether a value is a text. */
export function isSqlText(value: unknown): value is SqlText {
  return typeof value === 'object' && value !== null && 'pieces' in value
}

/** Writes a text with the names of today. */
export function printSql(text: SqlText): string {
  return text.pieces.map((piece) => (typeof piece === 'string' ? piece : printReference(piece))).join('')
}

/** Everything but columns that a text refers to, without repetition. */
export function mentionsOf(text: SqlText): readonly Name[] {
  const names: Name[] = []
  for (const piece of text.pieces) {
    if (typeof piece === 'string' || piece.to === 'label') continue
    const name = mentionOf(piece)
    if (!names.includes(name)) names.push(name)
  }
  return names
}

/** A reference's own name, with the kind where only that tells it from others. */
export function mentionOf(reference: Exclude<Reference, { readonly to: 'label' }>): Name {
  return reference.to === 'object' && reference.of !== undefined ? `${reference.of} ${reference.name}` : reference.name
}

/** The text after a rename; the text itself where the rename does not concern it. */
export function renameInText(text: SqlText, renaming: Renaming): SqlText {
  const pieces = mapChanged(text.pieces, (piece) =>
    typeof piece === 'string' ? piece : renameReference(piece, renaming),
  )
  if (pieces === text.pieces) return text
  return text.uncertain === undefined ? { ...text, pieces } : { ...text, uncertain: [...text.uncertain, renaming] }
}

/** An object after a rename: every text within it is rewritten. The object itself where none is concerned. */
export function renameInObject<T>(object: T, renaming: Renaming): T {
  return mapTexts(
    object,
    (text) => renameInText(text, renaming),
    (functions) => renameCalled(functions, renaming),
  )
}

/** An object after a schema got another name: names that are still text are looked up in it. */
export function renameSearchPath<T>(object: T, from: Identifier, to: Identifier): T {
  const inText = (text: SqlText): SqlText => {
    if (text.searchPath?.includes(from) !== true) return text
    return { ...text, searchPath: text.searchPath.map((each) => (each === from ? to : each)) }
  }
  return mapTexts(object, inText, (functions) => functions)
}

/** An object with each text within it as a function makes it, and the functions that its expressions call as another does. */
function mapTexts<T>(object: T, change: (text: SqlText) => SqlText, changeCalled: (functions: unknown) => unknown): T {
  if (typeof object !== 'object' || object === null) return object
  if (isSqlText(object)) return change(object) as T
  if (Array.isArray(object)) return mapChanged(object, (item) => mapTexts(item, change, changeCalled)) as T
  let copy: T | undefined
  for (const key in object) {
    if (key === 'origin' || key === 'span') continue
    const value = object[key]
    const changed = key === 'functions' ? changeCalled(value) : mapTexts(value, change, changeCalled)
    if (changed !== value) copy = { ...(copy ?? object), [key]: changed }
  }
  return copy ?? object
}

/** The functions that an expression calls, after a rename of one of them. */
function renameCalled(value: unknown, renaming: Renaming): unknown {
  if (renaming.kind !== 'function' || !Array.isArray(value) || !value.includes(renaming.from)) return value
  return value.map((name) => (name === renaming.from ? renaming.to : name)).toSorted()
}

/** The object, which speaks of one relation, as a copy of it that belongs to another one. */
export function retarget<T>(object: T, from: Name, to: Name): T {
  return renameInObject(object, { kind: 'relation', from, to })
}

/** For `JSON.stringify`: leaves out what is a matter of how something was written, so that what is left can be compared. */
export function withoutTexts(key: string, value: unknown): unknown {
  return isSqlText(value) || key === 'condition' ? undefined : value
}

/** Every text within an object. */
export function textsIn(object: unknown): readonly SqlText[] {
  const found: SqlText[] = []
  collectTexts(object, found)
  return found
}

/** Without an iterator for each object: this is asked of every object that changes. */
function collectTexts(object: unknown, found: SqlText[]): void {
  if (typeof object !== 'object' || object === null) return
  if (Array.isArray(object)) for (const item of object) collectTexts(item, found)
  else if (isSqlText(object)) found.push(object)
  else
    for (const key in object)
      if (key !== 'origin' && key !== 'span') collectTexts((object as Readonly<Record<string, unknown>>)[key], found)
}

function printReference(reference: Reference): string {
  switch (reference.to) {
    case 'relation':
    case 'function':
    case 'type':
    case 'object':
      return reference.name
    case 'qualifier':
      return quoteIdentifier(partsOf(reference.name).name)
    case 'column':
      return quoteIdentifier(reference.column)
    case 'literal':
      return `'${reference.name.replaceAll("'", "''")}'`
    case 'columns': {
      const { name, isAliased, columns, isRenamed } = reference
      if (isRenamed !== true) return ''
      const alias = isAliased ? '' : ` as ${quoteIdentifier(partsOf(name).name)}`
      return `${alias} (${columns.map(quoteIdentifier).join(', ')})`
    }
    case 'label':
      return bareName(reference.of) === reference.label ? '' : ` AS ${quoteIdentifier(reference.label)}`
  }
}

function bareName(reference: Reference): Identifier {
  if (reference.to === 'label') return reference.label
  return reference.to === 'column' ? reference.column : partsOf(reference.name).name
}

function renameReference(reference: Reference, renaming: Renaming): Reference {
  if (reference.to === 'label') {
    const of = renameReference(reference.of, renaming)
    return of === reference.of ? reference : { ...reference, of }
  }
  if (renaming.kind === 'column' && reference.to === 'columns') {
    const { table, from, to } = renaming
    if (reference.name !== table || !reference.columns.includes(from)) return reference
    if (reference.merged.includes(from)) return { ...reference, isRenamed: true }
    return { ...reference, columns: reference.columns.map((each) => (each === from ? to : each)) }
  }
  if (renaming.kind === 'column') {
    const isMeant = reference.to === 'column' && reference.name === renaming.table && reference.column === renaming.from
    return isMeant ? { ...reference, column: renaming.to } : reference
  }
  if (mentionOf(reference) !== renaming.from) return reference
  if (reference.to === 'object' && reference.of !== undefined)
    return { ...reference, name: renaming.to.slice(reference.of.length + 1) }
  const isFunction = reference.to === 'function'
  return isFunction === (renaming.kind === 'function') ? { ...reference, name: renaming.to } : reference
}
