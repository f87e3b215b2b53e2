import type { Catalog, Name } from '../catalog/catalog.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Inheritance, Key, Table } from '../catalog/table.ts'
import { foreignOptions, withOptions } from './literals.ts'
import { functionMark, keysMark, marksIn, type Part, printed, relationMark, searchPathIn, typeMarks } from './part.ts'
import { printColumn, printColumnProperties, printDefault, printOwnNotNulls, sequencesBehind } from './print-columns.ts'
import { printCheck, printExclusion, printForeignKey, printKeyConstraint } from './print-constraints.ts'

/** Tables with their columns, checks and keys; what refers to other tables follows later. */
export function printTables(catalog: Catalog): readonly Part[] {
  return tablesOf(catalog).map((table) => ({
    makes: [relationMark(table.name)],
    needs: [
      ...table.columns.flatMap((column) => typeMarks(column.type)),
      ...marksIn([table.columns, table.checks]),
      ...sequencesBehind(catalog, table).map(relationMark),
      ...parentsOf(table).map(relationMark),
      ...(table.foreign === undefined ? [] : [relationMark(table.foreign.server)]),
    ].filter((mark) => mark !== relationMark(table.name) && mark !== functionMark(table.name)),
    statements: printTable(catalog, table),
    ...searchPathIn(table),
  }))
}

/**
 * Keys of partitioned tables. A partition that is attached would be given a copy of a key
 * that is there before; as it is, those are attached that the partition has.
 */
export function printPartitionedKeys(catalog: Catalog): readonly Part[] {
  const partitioned = tablesOf(catalog).filter((table) => table.kind === 'partitioned')
  return partitioned.flatMap((table) =>
    keysOf(table)
      .flat()
      .filter((key) => key.withoutOverlaps !== true)
      .map((key) => ({
        makes: [relationMark(qualify(partsOf(table.name).schema, key.name)), keysMark(table.name)],
        needs: [relationMark(table.name), attachedMark(table.name)],
        statements: [`alter table only ${table.name} add ${printKeyConstraint(catalog, table, key)}`],
      })),
  )
}

/**
 * Exclusions of partitioned tables, and their keys without overlaps: ATTACH PARTITION cannot tell that
 * the index of a partition is the same, so the partitions get theirs of the parent.
 */
export function printPartitionedExclusions(catalog: Catalog): readonly Part[] {
  const partitioned = tablesOf(catalog).filter((table) => table.kind === 'partitioned')
  return partitioned.flatMap((table) => {
    const own = ({ name }: { readonly name: string }) => !isPartOfWhole(catalog, table, name)
    const keys = keysOf(table)
      .flat()
      .filter((key) => key.withoutOverlaps === true && own(key))
    const lines = [
      ...keys.map((key) => ({ name: key.name, line: printKeyConstraint(catalog, table, key) })),
      ...table.exclusions.filter(own).map((each) => ({ name: each.name, line: printExclusion(catalog, table, each) })),
    ]
    return lines.flatMap(({ name, line }): Part[] => {
      if (line === undefined) return []
      const makes = [relationMark(qualify(partsOf(table.name).schema, name)), keysMark(table.name)]
      const needs = [relationMark(table.name), attachedMark(table.name)]
      return [{ makes, needs, statements: [`alter table ${table.name} add ${line}`] }]
    })
  })
}

function isPartOfWhole(catalog: Catalog, table: Table, name: string): boolean {
  return catalog.indexes.get(qualify(partsOf(table.name).schema, name))?.partitionOf !== undefined
}

/** Keys that refer to other tables. */
export function printForeignKeys(catalog: Catalog): readonly Part[] {
  return tablesOf(catalog).flatMap((table) =>
    table.foreignKeys
      .filter((key) => key.inherited?.local !== false)
      .map((key) => ({
        makes: [],
        needs: [
          relationMark(table.name),
          relationMark(key.references),
          attachedMark(table.name),
          attachedMark(key.references),
          keysMark(key.references),
        ],
        statements: [`alter table ${table.name} add ${printForeignKey(key)}`],
      })),
  )
}

/** The tables that stay when the session ends. */
export function tablesOf(catalog: Catalog): readonly Table[] {
  return [...catalog.tables.values()].filter((table) => table.persistence !== 'temporary')
}

function parentsOf(table: Table) {
  return [...table.inherits, ...(table.ofType === undefined ? [] : [table.ofType])]
}

function printTable(catalog: Catalog, table: Table): readonly string[] {
  const isOfWhole = ({ name }: { readonly name: string }) => isPartOfWhole(catalog, table, name)
  const [keys = [], repeated = []] = keysOf(table).map((list) =>
    list.filter((key) => key.withoutOverlaps !== true || !isOfWhole(key)),
  )
  const lines = [
    ...table.columns.filter((column) => isOwn(table, column)).map((column) => printColumn(catalog, table, column)),
    ...printOwnNotNulls(table, (part) => isOwn(table, part)),
    ...table.checks.filter((check) => check.validated && isOwn(table, check)).map(printCheck),
    ...(table.kind === 'partitioned' ? [] : keys.map((key) => printKeyConstraint(catalog, table, key))),
    ...(table.kind === 'partitioned' ? [] : table.exclusions)
      .filter((each) => !isOfWhole(each))
      .flatMap((each) => printExclusion(catalog, table, each) ?? []),
  ]
  const word = table.foreign !== undefined ? 'foreign ' : table.persistence === 'unlogged' ? 'unlogged ' : ''
  const inherits = table.inherits.length === 0 ? '' : ` inherits (${table.inherits.join(', ')})`
  const method = table.accessMethod === undefined ? '' : ` using ${quoteIdentifier(table.accessMethod)}`
  const tablespace = table.tablespace === undefined ? '' : ` tablespace ${quoteIdentifier(table.tablespace)}`
  // Of a table made as one of a type, only the type tells the columns.
  const ofType = table.ofType !== undefined && table.columns.length === 0 ? `of ${table.ofType} ` : ''
  const list = lines.length === 0 ? '()' : `(\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`
  const body = ofType !== '' && lines.length === 0 ? '' : list
  const tail = `${inherits}${printPartitionKey(table)}${method}${withOptions(table.options)}${tablespace}${printSource(table)}`
  return [
    `create ${word}table ${table.name} ${ofType}${body}${tail}`,
    ...(table.ofType === undefined || ofType !== '' ? [] : [`alter table ${table.name} of ${table.ofType}`]),
    ...(table.kind === 'partitioned' ? [] : repeated).map(
      (key) => `alter table only ${table.name} add ${printKeyConstraint(catalog, table, key)}`,
    ),
    ...printInheritedDefaults(catalog, table),
    ...printTableProperties(catalog, table),
  ]
}

/** Where the rows of a foreign table are. */
function printSource({ foreign }: Table): string {
  return foreign === undefined ? '' : ` server ${foreign.server}${foreignOptions(foreign.options)}`
}

/** A child by INHERITS gets the defaults of its parents with their columns, unless something else is said. */
function printInheritedDefaults(catalog: Catalog, table: Table): readonly string[] {
  if (table.inherits.length === 0) return []
  return table.columns.flatMap((column) => {
    if (column.inherited === undefined || column.generated !== undefined) return []
    const alter = `alter table only ${table.name} alter column ${quoteIdentifier(column.name)}`
    if (column.default !== undefined) return [`${alter} set default ${printDefault(catalog, table, column)}`]
    const isGiven = table.inherits.some((parent) =>
      catalog.tables.get(parent)?.columns.some((each) => each.name === column.name && each.default !== undefined),
    )
    return isGiven ? [`${alter} drop default`] : []
  })
}

/** The keys, and apart from them those on the columns of another: CREATE TABLE would make one index for both. */
function keysOf({ primaryKey, uniques }: Table): readonly [readonly Key[], readonly Key[]] {
  const all = [...(primaryKey === undefined ? [] : [primaryKey]), ...uniques]
  const isFirst = (key: Key) => all.find((each) => each.columns.join() === key.columns.join()) === key
  return [all.filter(isFirst), all.filter((key) => !isFirst(key))]
}

/** A child by INHERITS has what its parents have; a partition becomes one later, and is whole by itself. */
function isOwn(table: Table, part: { readonly inherited?: Inheritance }): boolean {
  return table.inherits.length === 0 || part.inherited === undefined || part.inherited.local
}

function printTableProperties(catalog: Catalog, table: Table): readonly string[] {
  const alter = `alter table only ${table.name}`
  const pending = (table.notNulls ?? []).filter((each) => !each.validated && isOwn(table, each))
  return [
    ...table.checks
      .filter((check) => !check.validated && isOwn(table, check))
      .map((check) => `${alter} add ${printCheck(check)}`),
    ...pending.map(
      (each) =>
        `${alter} add constraint ${quoteIdentifier(each.name)} not null ${quoteIdentifier(each.column)} not valid`,
    ),
    ...printColumnProperties(catalog, table, (column) => isOwn(table, column)),
    ...(table.rowSecurity ? [`${alter} enable row level security`] : []),
    ...(table.forcesRowSecurity === true ? [`${alter} force row level security`] : []),
  ]
}

/** ATTACH PARTITION, before indexes and foreign keys that partitions have copies of. */
export function printPartitions(catalog: Catalog): readonly Part[] {
  return tablesOf(catalog).flatMap((table): Part[] => {
    const { name, partitionOf: parent } = table
    if (parent === undefined) return []
    const statement = `alter table only ${parent} attach partition ${name} ${printBound(table)}`
    return [
      { makes: [attachedMark(parent)], needs: [relationMark(parent), relationMark(name)], statements: [statement] },
    ]
  })
}

/** The mark of all partitions of a table being attached. */
export function attachedMark(parent: Name): string {
  return `partitions of ${parent}`
}

/** FOR VALUES or DEFAULT, as ATTACH PARTITION has it. */
export function printBound({ partitionBound: bound }: Table): string {
  if (bound === undefined) return 'default'
  switch (bound.strategy) {
    case 'list':
      return `for values in (${bound.values.join(', ')})`
    case 'range':
      return `for values from (${bound.from.join(', ')}) to (${bound.to.join(', ')})`
    case 'hash':
      return `for values with (modulus ${bound.modulus}, remainder ${bound.remainder})`
  }
}

/** What names indexes of a table, once they are there. */
export function printIndexUses(catalog: Catalog): readonly string[] {
  const relations: readonly Pick<Table, 'name' | 'replicaIdentity' | 'clusteredOn'>[] = [
    ...tablesOf(catalog),
    ...catalog.views.values(),
  ]
  return relations.flatMap(({ name, replicaIdentity: identity, clusteredOn }) => {
    const index = (full: Name) => quoteIdentifier(partsOf(full).name)
    const how = typeof identity === 'object' ? `using index ${index(identity.index)}` : identity
    return [
      ...(how === undefined ? [] : [`alter table only ${name} replica identity ${how}`]),
      ...(clusteredOn === undefined ? [] : [`alter table ${name} cluster on ${index(clusteredOn)}`]),
    ]
  })
}

/** PARTITION BY, or nothing. */
export function printPartitionKey({ partitionKey }: Table): string {
  if (partitionKey === undefined) return ''
  const parts = partitionKey.parts.map((part) => {
    const key = 'column' in part ? quoteIdentifier(part.column) : `(${printed(part.expression.sql)})`
    const collation = part.collation === undefined ? '' : ` collate ${part.collation}`
    return `${key}${collation}${part.operatorClass === undefined ? '' : ` ${part.operatorClass.name}`}`
  })
  return ` partition by ${partitionKey.strategy} (${parts.join(', ')})`
}
