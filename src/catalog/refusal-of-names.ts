import type { Catalog, Name } from './catalog.ts'
import { relationExists } from './generated-names.ts'
import { partsOf } from './names.ts'
import { existing, missingObject, type Refusal, spoken } from './refusal.ts'

/** That a relation to be made has the name of one that is there: tables, indexes, sequences and views share their names. */
export function relationTaken(catalog: Catalog, name: Name): Refusal | undefined {
  // A temporary one ends with a session, of which the history does not tell.
  if (!relationExists(catalog, name) || partsOf(name).schema === 'pg_temp') return undefined
  return existing('relation', name, `relation "${partsOf(name).name}" already exists`, '42P07')
}

/** That a type to be made has the name of one that is there; every table and view has a type of its own. */
export function typeTaken(catalog: Catalog, name: Name): Refusal | undefined {
  const isShell = catalog.types.get(name)?.kind === 'shell'
  if (isShell || !typeExists(catalog, name) || partsOf(name).schema === 'pg_temp') return undefined
  return existing('type', name, `type "${partsOf(name).name}" already exists`, '42710')
}

/** That a relation is not there, in the words for one that a statement works on. */
export function relationMissing(catalog: Catalog, name: Name): Refusal | undefined {
  if (relationExists(catalog, name)) return undefined
  const reason = `relation "${spoken(catalog, name)}" does not exist`
  return missingObject('relation', name, reason, '42P01', relationNames(catalog))
}

/** That a relation to be dropped is not there. One of another kind is another error. */
export function dropMissing(
  catalog: Catalog,
  name: Name,
  word: 'table' | 'foreign table' | 'index' | 'sequence' | 'view' | 'materialized view',
): Refusal | undefined {
  if (relationExists(catalog, name)) return undefined
  const sqlstate = word === 'index' || word === 'foreign table' ? '42704' : '42P01'
  const others = { table: 'tables', index: 'indexes', sequence: 'sequences', view: 'views' } as const
  const kind = word === 'materialized view' ? 'view' : word === 'foreign table' ? 'table' : word
  const among = catalog[others[kind]].keys()
  return missingObject('relation', name, `${word} "${partsOf(name).name}" does not exist`, sqlstate, among)
}

/** That the type of a column, argument or attribute is not there; types of pg_catalog are written without a schema. */
export function typeMissing(catalog: Catalog, type: string): Refusal | undefined {
  const name = type.replace(/(?:\[\])+$/, '').replace(/\([^()"]*\)$/, '')
  const { schema, name: bare } = partsOf(name)
  if (!name.includes('.') || schema === '' || bare === '' || typeExists(catalog, name)) return undefined
  return missingObject('type', name, `type "${spoken(catalog, name)}" does not exist`, '42704', typeNames(catalog))
}

/** Whether a type of this name is there, those of tables, arrays and multiranges among them. */
export function typeExists(catalog: Catalog, name: Name): boolean {
  const { enums, domains, types, tables, views, sequences } = catalog
  if ([enums, domains, types, tables, views, sequences].some((each) => each.has(name))) return true
  for (const type of types.values()) if (type.kind === 'range' && type.multirange === name) return true
  return false
}

/** The names of all types that people make as such. */
export function typeNames(catalog: Catalog): readonly Name[] {
  return [...catalog.enums.keys(), ...catalog.domains.keys(), ...catalog.types.keys()]
}

/** The names of what may be read or altered as a relation. */
export function relationNames(catalog: Catalog): readonly Name[] {
  return [...catalog.tables.keys(), ...catalog.views.keys(), ...catalog.sequences.keys(), ...catalog.indexes.keys()]
}
