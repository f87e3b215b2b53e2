import type { Catalog, Identifier } from './catalog.ts'
import { domainConstraintExists, tableConstraintExists } from './lookups.ts'
import { IDENTIFIER_BYTES, qualify, truncateIdentifier } from './names.ts'
import type { IndexKey } from './objects.ts'
import { otherKey } from './other-objects.ts'

/**
 * The name that the server invents for an index, sequence or the index of a constraint
 * (`ChooseRelationName` in indexcmds.c): the first free one of `t_c_key`, `t_c_key1` …
 */
export function chooseRelationName(
  catalog: Catalog,
  schema: Identifier,
  parts: NameParts,
  isConstraint: boolean,
): Identifier {
  return firstFree(parts, (name) => {
    return relationExists(catalog, qualify(schema, name)) || (isConstraint && constraintExists(catalog, schema, name))
  })
}

/**
 * The name that the server invents for a constraint without an index (`ChooseConstraintName` in
 * pg_constraint.c). `taken` are names of constraints that are made by the same statement.
 */
export function chooseConstraintName(
  catalog: Catalog,
  schema: Identifier,
  parts: NameParts,
  taken?: ReadonlySet<Identifier>,
): Identifier {
  return firstFree(parts, (name) => taken?.has(name) === true || constraintExists(catalog, schema, name))
}

/** The name that the server invents for extended statistics (`ChooseExtendedStatisticName` in statscmds.c). */
export function chooseStatisticsName(
  catalog: Catalog,
  schema: Identifier,
  table: Identifier,
  columns: readonly string[],
): Identifier {
  const parts = { table, column: joinColumnNames(columns), label: 'stat' }
  return firstFree(parts, (name) => catalog.others.has(otherKey({ kind: 'statistics', name: qualify(schema, name) })))
}

/** What a generated name is made of: `table_column_label`. */
export interface NameParts {
  readonly table: Identifier
  readonly column?: string
  readonly label: string
}

/** Joins the column names of an index or foreign key as the server does for a generated name. */
export function joinColumnNames(names: readonly string[]): string {
  let joined = ''
  for (const name of names) {
    joined = joined === '' ? name : `${joined}_${name}`
    if (Buffer.byteLength(joined) > IDENTIFIER_BYTES) break
  }
  return truncateIdentifier(joined)
}

/** What the server takes for a key of an index when it invents a name. */
export function keyName(key: IndexKey): Identifier {
  return 'column' in key ? key.column : key.name
}

/** Names of index keys made distinct as the server does: `expr`, `expr1`. */
export function distinctKeyNames(names: readonly string[]): readonly string[] {
  const distinct: string[] = []
  for (const name of names) {
    let candidate = name
    for (let pass = 1; distinct.includes(candidate); pass++) {
      const suffix = String(pass)
      candidate = truncateIdentifier(name, IDENTIFIER_BYTES - suffix.length) + suffix
    }
    distinct.push(candidate)
  }
  return distinct
}

/** Whether a table, index, sequence, view or composite type has this name: they share one name space. */
export function relationExists(catalog: Catalog, name: string): boolean {
  return (
    catalog.tables.has(name) ||
    catalog.indexes.has(name) ||
    catalog.sequences.has(name) ||
    catalog.views.has(name) ||
    catalog.types.get(name)?.kind === 'composite'
  )
}

function firstFree(parts: NameParts, isTaken: (name: Identifier) => boolean): Identifier {
  for (let pass = 0; ; pass++) {
    const name = objectName(pass === 0 ? parts : { ...parts, label: `${parts.label}${pass}` })
    if (!isTaken(name)) return name
  }
}

/** Shortens the longer of table and column until the whole fits (`makeObjectName` in indexcmds.c). */
function objectName({ table, column, label }: NameParts): Identifier {
  const overhead = 1 + label.length + (column === undefined ? 0 : 1)
  const available = IDENTIFIER_BYTES - overhead
  let tableBytes = Buffer.byteLength(table)
  let columnBytes = column === undefined ? 0 : Buffer.byteLength(column)
  if (tableBytes + columnBytes <= available)
    return column === undefined ? `${table}_${label}` : `${table}_${column}_${label}`
  while (tableBytes + columnBytes > available) {
    if (tableBytes > columnBytes) tableBytes--
    else columnBytes--
  }
  const parts = [truncateIdentifier(table, tableBytes)]
  if (column !== undefined) parts.push(truncateIdentifier(column, columnBytes))
  return [...parts, label].join('_')
}

function constraintExists(catalog: Catalog, schema: Identifier, name: Identifier): boolean {
  if (tableConstraintExists(catalog, schema, name)) return true
  return domainConstraintExists(catalog, schema, name)
}
