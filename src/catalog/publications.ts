import type { Catalog, Identifier, Name } from './catalog.ts'
import { childrenOf } from './lookups.ts'
import type { SqlText } from './sql-text.ts'

/** What CREATE PUBLICATION and ALTER PUBLICATION say of a publication. */
export interface Publication {
  readonly allTables: boolean
  /** In the order of their names. */
  readonly tables: readonly PublishedTable[]
  /** Schemas all of whose tables are published, sorted. */
  readonly schemas: readonly Identifier[]
  /** Values of WITH (…) that are not the default: `publish` with its operations sorted. */
  readonly options: Readonly<Record<string, string>>
}

/** A table that a publication names. */
export interface PublishedTable {
  readonly name: Name
  /** In the order of their names; absent where every column is published. */
  readonly columns?: readonly Identifier[]
  readonly filtered?: true
  /** The condition of WHERE. */
  readonly where?: SqlText
}

/** Tables and schemas, as a statement names them. */
export interface PublicationObjects {
  readonly tables: readonly (PublishedTable & { readonly only: boolean })[]
  readonly schemas: readonly Identifier[]
}

/**
 * What FOR TABLE comes to. Tables that inherit are listed beside the one that is named;
 * partitions are published with their parent.
 */
export function publishedTables(catalog: Catalog, objects: PublicationObjects): readonly PublishedTable[] {
  const all = objects.tables.flatMap(({ only, ...table }) => [
    table,
    ...(only ? [] : heirs(catalog, table.name).map((name) => ({ ...table, name }))),
  ])
  return sorted(all)
}

function heirs(catalog: Catalog, name: Name): readonly Name[] {
  if (catalog.tables.get(name)?.kind === 'partitioned') return []
  return childrenOf(catalog, name).flatMap((child) => [child.name, ...heirs(catalog, child.name)])
}

/** A publication after ALTER PUBLICATION ADD, DROP or SET of tables and schemas. */
export function changePublication(
  publication: Publication,
  form: 'add' | 'drop' | 'set',
  tables: readonly PublishedTable[],
  schemas: readonly Identifier[],
): Publication {
  const named = new Set(tables.map((table) => table.name))
  const others = form === 'set' ? [] : publication.tables.filter((table) => !named.has(table.name))
  const otherSchemas = form === 'set' ? [] : publication.schemas.filter((each) => !schemas.includes(each))
  return {
    ...publication,
    tables: form === 'drop' ? others : sorted([...others, ...tables]),
    schemas: form === 'drop' ? otherSchemas : [...new Set([...otherSchemas, ...schemas])].toSorted(),
  }
}

/** A publication that holds a table under another name, or, without one, no more. */
export function moveTable(publication: Publication, from: Name, to: Name | undefined): Publication {
  const tables = publication.tables.flatMap((table) =>
    table.name !== from ? [table] : to === undefined ? [] : [{ ...table, name: to }],
  )
  return { ...publication, tables: sorted(tables) }
}

/** A publication in which a column of a table has another name. */
export function moveColumn(publication: Publication, of: Name, from: Identifier, to: Identifier): Publication {
  const tables = publication.tables.map((table) => {
    if (table.name !== of || table.columns === undefined) return table
    return { ...table, columns: table.columns.map((each) => (each === from ? to : each)).toSorted() }
  })
  return { ...publication, tables }
}

/** The options of WITH (…) without those that say what is so anyway. */
export function publicationOptions(options: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { publish, ...others } = options
  const isOn = (value: string) => ['true', 'on', '1', ''].includes(value)
  const rest = Object.entries(others).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (name === 'publish_via_partition_root') return isOn(value) ? [[name, 'true']] : []
    return value === 'none' ? [] : [[name, value]]
  })
  if (publish === undefined) return Object.fromEntries(rest)
  const operations = publish
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '')
    .toSorted()
    .join(', ')
  return Object.fromEntries(operations === ALL ? rest : [['publish', operations] as const, ...rest])
}

const ALL = 'delete, insert, truncate, update'

function sorted(tables: readonly PublishedTable[]): readonly PublishedTable[] {
  const unique = [...new Map(tables.map((table) => [table.name, table])).values()]
  return unique.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** A table's entry with what is not said left out. */
export function publishedTable(
  name: Name,
  columns: readonly Identifier[] | undefined,
  where: SqlText | undefined,
): PublishedTable {
  return {
    name,
    ...(columns === undefined ? {} : { columns: columns.toSorted() }),
    ...(where === undefined ? {} : { filtered: true, where }),
  }
}
