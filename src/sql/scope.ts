import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { partsOf } from '../catalog/names.ts'
import type { Node } from './parser.ts'

/** One item of FROM, or the table that an expression belongs to. */
export interface Source {
  /** The name by which its columns are qualified; absent for a join or an item without one. */
  readonly alias?: Identifier
  /** The relation, where its columns are shown under their own names and the alias is its own name. */
  readonly relation?: Name
  readonly isAliased: boolean
  /** Absent where the columns are not known. */
  readonly columns?: readonly SourceColumn[]
  /** Whether there may be more columns than those listed. */
  readonly isOpen: boolean
  /** Of a relation within joins that merge columns, the names of those, which are added while the joins are read. */
  readonly merged?: Identifier[]
  /** Columns that a join shows merged, so that they are meant by a qualified name alone. */
  readonly hidden?: ReadonlySet<Identifier>
}

/** A column that a source shows. */
export interface SourceColumn {
  readonly name: Identifier
  /** Set where it is a relation's column under that column's own name. */
  readonly of?: Name
}

/** The names that an expression may use, and around them those of the query it stands in. */
export interface Scope {
  readonly sources: readonly Source[]
  readonly parent?: Scope
  /** The outputs of WITH queries by name; undefined where not known. */
  readonly withs: ReadonlyMap<Identifier, readonly Identifier[] | undefined>
}

/** What a column's name means in a scope. */
export type Meaning =
  | { readonly kind: 'column'; readonly source: Source; readonly of?: Name }
  /** The whole row of a source. */
  | { readonly kind: 'row'; readonly source: Source }
  | { readonly kind: 'uncertain' }
  | undefined

/** The columns of a relation under their own names, as a source. */
export function relationSource(catalog: Catalog, name: Name, alias: Identifier, isAliased: boolean): Source {
  const table = catalog.tables.get(name)
  const base = { alias, relation: name, isAliased }
  if (table !== undefined) {
    const columns = table.columns.map((column) => ({ name: column.name, of: name }))
    return { isOpen: table.known === 'partly', columns, ...base }
  }
  const { query, columnNames = [] } = catalog.views.get(name) ?? {}
  const outputs = query?.outputs
  if (outputs === undefined) return { columns: [], isOpen: true, ...base }
  const columns = outputs.map((output, at) => ({ name: columnNames[at] ?? output, of: name }))
  return { columns, isOpen: false, ...base }
}

/** A source of columns that no relation gives its names. */
export function derivedSource(alias: Identifier | undefined, outputs: readonly Identifier[] | undefined): Source {
  return {
    ...(alias === undefined ? {} : { alias }),
    isAliased: true,
    columns: (outputs ?? []).map((name) => ({ name })),
    isOpen: outputs === undefined,
  }
}

/** The source with its first columns under the names that an alias gives them. */
export function withColumnAliases(source: Source, aliases: readonly Identifier[]): Source {
  if (aliases.length === 0) return source
  const columns = source.columns ?? []
  const rest = columns.slice(aliases.length)
  return { ...source, columns: [...aliases.map((name) => ({ name })), ...rest] }
}

/** The columns that a source adds to a star. */
export function visibleColumns({ columns = [], hidden }: Source): readonly SourceColumn[] {
  return hidden === undefined ? columns : columns.filter(({ name }) => !hidden.has(name))
}

/** What a reference means: the innermost scope that knows the name. */
export function lookUp(scope: Scope | undefined, fields: readonly string[]): Meaning {
  for (let current = scope; current !== undefined; current = current.parent) {
    const found = fields.length === 1 ? lookUpName(current, fields[0]!) : lookUpQualified(current, fields)
    if (found !== undefined) return found
  }
  return undefined
}

/** A valid statement names no column ambiguously, so the one source that is known to have it is meant. */
function lookUpName(scope: Scope, name: Identifier): Meaning {
  for (const source of scope.sources) {
    const column = visibleColumns(source).find((each) => each.name === name)
    if (column !== undefined) return { kind: 'column', source, ...(column.of === undefined ? {} : { of: column.of }) }
  }
  const row = scope.sources.find((source) => source.alias === name)
  if (row !== undefined) return { kind: 'row', source: row }
  const open = scope.sources.filter((source) => source.isOpen)
  if (open.length === 0) return undefined
  const [only] = open
  if (open.length > 1 || only === undefined || lookUp(scope.parent, [name]) !== undefined) return { kind: 'uncertain' }
  return { kind: 'column', source: only, ...(only.relation === undefined ? {} : { of: only.relation }) }
}

/** The source that a qualifier means; one with a schema means a relation that goes by its own name. */
export function sourceCalled({ sources }: Scope, qualifier: readonly string[]): Source | undefined {
  const [schema, alias] = qualifier.length > 1 ? qualifier.slice(-2) : [undefined, qualifier[0]]
  return sources.find(
    (each) =>
      each.alias === alias &&
      (schema === undefined ||
        (!each.isAliased && (each.relation === undefined || partsOf(each.relation).schema === schema))),
  )
}

function lookUpQualified(scope: Scope, fields: readonly string[]): Meaning {
  const name = fields.at(-1)
  const source = sourceCalled(scope, fields.slice(0, -1))
  if (source === undefined) return undefined
  const column = source.columns?.find((each) => each.name === name)
  const of = column === undefined && source.isOpen ? source.relation : column?.of
  return { kind: 'column', source, ...(of === undefined ? {} : { of }) }
}

/** The names that an alias gives to columns. */
export function aliasColumns(alias: Node | undefined): readonly Identifier[] {
  return (alias?.colnames ?? []).map((each: Node) => each.String?.sval ?? '')
}
