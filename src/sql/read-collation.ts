import type { Name } from '../catalog/catalog.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import { otherKey } from '../catalog/other-objects.ts'
import type { Node } from './parser.ts'
import { type Reading, stringsOf } from './reading.ts'

/** The collation that COLLATE names: bare where pg_catalog has it. `default` is that of every type. */
export function readCollation(reading: Reading, parts: readonly Node[] | undefined): { readonly collation?: Name } {
  if (parts === undefined) return {}
  const names = stringsOf(parts)
  const name = names.at(-1) ?? ''
  const schema = names.at(-2)
  if (schema !== undefined && schema !== 'pg_catalog') return { collation: qualify(schema, name) }
  const { others, session } = reading.before
  const own = session.searchPath
    .map((each) => qualify(each, name))
    .find((each) => others.has(otherKey({ kind: 'collation', name: each })))
  if (schema === undefined && own !== undefined) return { collation: own }
  return name === 'default' ? {} : { collation: quoteIdentifier(name) }
}
