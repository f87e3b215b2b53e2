import type { Name } from '../catalog/catalog.ts'
import type { View } from '../catalog/objects.ts'
import { mentionsOf, type SqlText } from '../catalog/sql-text.ts'
import type { Node } from './parser.ts'
import { queryColumns } from './query-columns.ts'
import type { Reading } from './reading.ts'

/** The types of a view that is replaced by one that reads it. */
export function typesInCircle(
  reading: Reading,
  { SelectStmt: select }: Node,
  name: Name,
  query: SqlText | undefined,
): Pick<View, 'columnTypes'> {
  const { views } = reading.before
  if (query === undefined || select === undefined || !views.has(name)) return {}
  const reached = new Set<Name>()
  const pending = [query]
  for (let text = pending.pop(); text !== undefined; text = pending.pop()) {
    for (const each of mentionsOf(text)) {
      const read = views.get(each)?.query
      if (reached.has(each) || read === undefined) continue
      reached.add(each)
      if (each !== name) pending.push(read)
    }
  }
  const columns = reached.has(name) ? queryColumns(reading, select) : undefined
  if (columns === undefined) return {}
  const columnTypes = columns.map(({ type, collation }) => ({
    type,
    ...(collation === undefined ? {} : { collation }),
  }))
  return { columnTypes }
}
