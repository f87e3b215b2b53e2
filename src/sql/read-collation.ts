import type { Name } from '../catalog/catalog.ts'
import { qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Node } from './parser.ts'
import { type Reading, stringsOf } from './reading.ts'

/** The collation that COLLATE names: bare where pg_catalog has it. `default` is that of every type. */
export function readCollation(_reading: Reading, parts: readonly Node[] | undefined): { readonly collation?: Name } {
  if (parts === undefined) return {}
  const names = stringsOf(parts)
  const name = names.at(-1) ?? ''
  const schema = names.at(-2)
  if (schema === undefined || schema === 'pg_catalog')
    return name === 'default' ? {} : { collation: quoteIdentifier(name) }
  return { collation: qualify(schema, name) }
}
