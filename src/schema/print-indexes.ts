import type { Catalog } from '../catalog/catalog.ts'
import { partsOf, quoteIdentifier } from '../catalog/names.ts'
import type { Index, IndexKey } from '../catalog/objects.ts'
import { identifiers } from './literals.ts'
import { marksIn, type Part, printed, relationMark, searchPathIn } from './part.ts'

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

function printIndex(catalog: Catalog, index: Index): string {
  const isPartitioned = catalog.tables.get(index.table)?.kind === 'partitioned'
  const words = [
    `create ${index.unique ? 'unique ' : ''}index ${quoteIdentifier(partsOf(index.name).name)}`,
    ` on ${isPartitioned ? 'only ' : ''}${index.table} using ${index.method} (${index.keys.map(printKey).join(', ')})`,
    index.included.length === 0 ? '' : ` include (${identifiers(index.included)})`,
    index.predicate === undefined ? '' : ` where ${printed(index.predicate.sql)}`,
  ]
  return words.join('')
}

/** One key of an index. Brackets around an expression do no harm. */
export function printKey(key: IndexKey): string {
  return 'column' in key ? quoteIdentifier(key.column) : `(${printed(key.expression.sql)})`
}
