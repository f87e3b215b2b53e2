import type { Catalog } from '../catalog/catalog.ts'
import { partsOf, quoteIdentifier } from '../catalog/names.ts'
import type { Index, IndexKey } from '../catalog/objects.ts'
import { identifiers, optionList, withOptions } from './literals.ts'
import { keysMark, marksIn, type Part, printed, relationMark, searchPathIn } from './part.ts'

/** Indexes but for those behind constraints. */
export function printIndexes(catalog: Catalog): readonly Part[] {
  return [...catalog.indexes.values()]
    .filter((index) => !index.constraint)
    .map((index) => ({
      makes: [relationMark(index.name)],
      needs: [relationMark(index.table), ...marksIn(index)],
      statements: [printIndex(catalog, index)],
      ...searchPathIn(index),
    }))
}

/** CREATE INDEX; of a partitioned table for itself only. */
export function printIndex(catalog: Catalog, index: Index, how?: 'concurrently'): string {
  const isPartitioned = catalog.tables.get(index.table)?.kind === 'partitioned'
  const isUsual = how !== undefined && index.method === 'btree'
  const words = [
    `create ${index.unique ? 'unique ' : ''}index ${how === undefined ? '' : `${how} `}${quoteIdentifier(partsOf(index.name).name)}`,
    ` on ${isPartitioned ? 'only ' : ''}${index.table}${isUsual ? '' : ` using ${index.method}`} (${index.keys.map(printKey).join(', ')})`,
    index.included.length === 0 ? '' : ` include (${identifiers(index.included)})`,
    index.nullsNotDistinct === true ? ' nulls not distinct' : '',
    withOptions(index.options),
    index.tablespace === undefined ? '' : ` tablespace ${quoteIdentifier(index.tablespace)}`,
    index.predicate === undefined ? '' : ` where ${printed(index.predicate.sql)}`,
  ]
  return words.join('')
}

/** One key of an index. Brackets around an expression do no harm. */
export function printKey(key: IndexKey): string {
  const { collation, operatorClass, descending, nulls } = key
  const options = optionList(operatorClass?.options)
  return [
    'column' in key ? quoteIdentifier(key.column) : `(${printed(key.expression.sql)})`,
    collation === undefined ? '' : ` collate ${collation}`,
    operatorClass === undefined ? '' : ` ${operatorClass.name}`,
    options === undefined ? '' : ` (${options})`,
    descending === true ? ' desc' : '',
    nulls === undefined ? '' : ` nulls ${nulls}`,
  ].join('')
}

/** ATTACH PARTITION, once the indexes of partitions are there. */
export function printIndexAttachments(catalog: Catalog): readonly Part[] {
  return [...catalog.indexes.values()].flatMap((index): Part[] => {
    const { partitionOf: parent } = index
    if (parent === undefined || isExclusion(catalog, index)) return []
    const statements = [`alter index ${parent} attach partition ${index.name}`]
    const whole = catalog.indexes.get(parent)?.table
    return [
      {
        makes: whole === undefined ? [] : [keysMark(whole)],
        needs: [relationMark(parent), relationMark(index.name), relationMark(index.table)],
        statements,
      },
    ]
  })
}

/** Whether an index is behind an exclusion, or a key without overlaps, which is one. */
function isExclusion(catalog: Catalog, { name, table, constraint }: Index): boolean {
  const known = constraint ? catalog.tables.get(table) : undefined
  const own = partsOf(name).name
  const keys = [known?.primaryKey, ...(known?.uniques ?? [])]
  return (
    known?.exclusions.some((each) => each.name === own) === true ||
    keys.some((key) => key?.name === own && key.withoutOverlaps === true)
  )
}

/** What ALTER INDEX and ALTER TABLE say of an index beside its definition. */
export function printIndexStatistics(catalog: Catalog): readonly string[] {
  return [...catalog.indexes.values()].flatMap((index) =>
    index.keys.flatMap((key, position) =>
      key.statistics === undefined
        ? []
        : [`alter index ${index.name} alter column ${position + 1} set statistics ${key.statistics}`],
    ),
  )
}
