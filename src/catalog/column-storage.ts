import type { Catalog } from './catalog.ts'
import { withoutModifiers } from './names.ts'
import type { Column, Storage } from './table.ts'

/** The storage of a column, where it is not the type's own. */
export function storageUnlessDefault(
  catalog: Catalog,
  type: string,
  storage: Storage | 'default' | undefined,
): Pick<Column, 'storage'> {
  return storage === undefined || storage === 'default' || storage === defaultStorage(catalog, type) ? {} : { storage }
}

/** `pg_type.typstorage`: fixed-length types are plain, most others extended. */
function defaultStorage(catalog: Catalog, type: string): Storage {
  const base = catalog.domains.get(type)?.type
  if (base !== undefined) return defaultStorage(catalog, base)
  if (type.endsWith(']')) return 'extended'
  const name = withoutModifiers(type)
  if (name === 'numeric' || name === 'inet' || name === 'cidr') return 'main'
  return PLAIN.has(name) || name.startsWith('interval ') || catalog.enums.has(type) ? 'plain' : 'extended'
}

const PLAIN: ReadonlySet<string> = new Set([
  ...['aclitem', 'boolean', 'box', '"char"', 'cid', 'circle', 'date', 'real', 'double precision', 'gtsvector'],
  ...['smallint', 'int2vector', 'integer', 'bigint', 'interval', 'line', 'lseg', 'macaddr', 'macaddr8', 'money'],
  ...['name', 'oid', 'oidvector', 'pg_lsn', 'point', 'regclass', 'regcollation', 'regconfig', 'regdictionary'],
  ...['regnamespace', 'regoper', 'regoperator', 'regproc', 'regprocedure', 'regrole', 'regtype', 'tid'],
  ...['time without time zone', 'time with time zone', 'timestamp without time zone', 'timestamp with time zone'],
  ...['tsquery', 'uuid', 'xid', 'xid8'],
])
