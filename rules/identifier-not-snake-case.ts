import {
  type Catalog,
  type Identifier,
  judgedTables,
  type Name,
  partsOf,
  quoteIdentifier,
  type Span,
  schemaRule,
  type Table,
  triggersOn,
} from '../src/rule.ts'

export default schemaRule({
  severity: 'warning',
  preset: 'service',
  summary: 'A name is not written in snake_case.',
  why: `
    PostgreSQL folds unquoted names to lower case, so a name with capitals, blanks or hyphens
    must be quoted in every statement from then on. Whoever forgets the quotes is told that
    the relation or column does not exist, and two styles side by side make every name a guess.
  `,
  instead: `
    Use lower-case words joined by underscores. An ORM can map another spelling to its own
    model. Renaming what is in use breaks the running application: leave a view under the old
    name until every reader has moved.
  `,
  *check({ catalog }) {
    for (const { kind, name, on, from, origin } of namesIn(catalog)) {
      if (!OFFENCE.test(ownPart(name, from))) continue
      const object = on === undefined ? quoteIdentifier(name) : `${on}.${quoteIdentifier(name)}`
      yield { message: `${kind} ${object} is not in snake_case`, subject: `${kind} ${object}`, span: origin }
    }
  },
})

/** Letters without case are fine wherever they come from, and so are the marks that belong to letters. */
const OFFENCE = /^\p{N}|[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_]/u

/** A name in a catalog; `on` is the schema or table it belongs to, `from` what it may have been made from. */
interface Named {
  readonly kind: string
  readonly name: Identifier
  readonly on?: string
  readonly from?: readonly Identifier[]
  readonly origin?: Span | undefined
}

/** A name without the offending names in it that it was made from: those are told by themselves. */
function ownPart(name: Identifier, from: readonly Identifier[] = []): string {
  const told = from.filter((each) => OFFENCE.test(each)).toSorted((a, b) => b.length - a.length)
  return told.reduce((rest, each) => rest.replaceAll(each, '_'), name)
}

function* namesIn(catalog: Catalog): Generator<Named> {
  for (const { name, origin } of catalog.schemas.values()) yield { kind: 'schema', name, origin }
  for (const table of catalog.tables.values()) yield* tableName(table)
  for (const table of judgedTables(catalog)) yield* namesWithin(catalog, table)
  for (const index of catalog.indexes.values()) {
    const table = catalog.tables.get(index.table)
    const isCopy = table !== undefined && (table.partitionOf !== undefined || table.persistence === 'temporary')
    if (index.constraint || isCopy) continue
    yield { ...named('index', index), from: table === undefined ? [] : namesOf(table) }
  }
  for (const sequence of catalog.sequences.values())
    if (sequence.ownedBy === undefined) yield named('sequence', sequence)
  for (const type of [...catalog.enums.values(), ...catalog.types.values()]) yield named('type', type)
  for (const domain of catalog.domains.values()) yield named('domain', domain)
  for (const view of catalog.views.values()) yield named('view', view)
  const functions = new Map([...catalog.functions.values()].map((each) => [each.name, each]))
  for (const each of functions.values()) yield named(each.kind, each)
}

/** Temporary tables are gone by tomorrow, and a foreign table's names are another server's. */
function* tableName(table: Table): Generator<Named> {
  if (table.persistence === 'temporary' || table.kind === 'foreign') return
  yield { ...named('table', table), from: table.partitionOf === undefined ? [] : [partsOf(table.partitionOf).name] }
}

function* namesWithin(catalog: Catalog, table: Table): Generator<Named> {
  const parents = table.inherits.flatMap((parent) => catalog.tables.get(parent) ?? [])
  const inherited = new Set(parents.flatMap((parent) => [...parent.columns, ...parent.checks]).map(({ name }) => name))
  const from = namesOf(table)
  const on = table.name
  for (const { name, origin } of table.columns) if (!inherited.has(name)) yield { kind: 'column', name, on, origin }
  const keys = table.primaryKey === undefined ? table.uniques : [table.primaryKey, ...table.uniques]
  for (const { name, origin } of [...keys, ...table.checks, ...table.exclusions])
    if (!inherited.has(name)) yield { kind: 'constraint', name, on, from, origin }
  for (const { name, references, referencedColumns, origin } of table.foreignKeys) {
    const made = [...from, partsOf(references).name, ...referencedColumns]
    yield { kind: 'constraint', name, on, from: made, origin }
  }
  for (const { name, origin } of triggersOn(catalog, table.name)) yield { kind: 'trigger', name, on, from, origin }
}

function named(kind: string, object: { readonly name: Name; readonly origin?: Span }): Named {
  const { schema, name } = partsOf(object.name)
  return { kind, name, on: quoteIdentifier(schema), origin: object.origin }
}

function namesOf(table: Table): readonly Identifier[] {
  return [partsOf(table.name).name, ...table.columns.map((column) => column.name)]
}
