import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { installedExtensions, itemsOf } from '../catalog/extensions.ts'
import { qualify } from '../catalog/names.ts'
import type { Form, Output } from './overloads.ts'
import { readForms, readOutputs } from './read-forms.ts'
import { extensionTypeCalled } from './type-facts.ts'

/** The functions of that name that installed extensions have made. */
export function extensionFunctions(catalog: Catalog, name: Name): readonly Form[] {
  return madeBy(catalog).functions.get(name) ?? []
}

/** The operators of that name that installed extensions have made in schemas that are searched. */
export function extensionOperators(catalog: Catalog, operator: string): readonly Form[] {
  const { operators } = madeBy(catalog)
  if (operators.size === 0) return []
  const schemas = new Set([...catalog.session.searchPath, 'pg_catalog'])
  return [...schemas].flatMap((schema) => operators.get(`${schema} ${operator}`) ?? [])
}

/** The columns of a view or table that an extension made, as PostgreSQL 18 brings it; other versions have others. */
export function extensionRelation(catalog: Catalog, name: Name, postgres: number): readonly Output[] | undefined {
  return postgres === 18 ? madeBy(catalog).relations.get(name) : undefined
}

interface Made {
  readonly functions: ReadonlyMap<Name, readonly Form[]>
  /** By schema and name. */
  readonly operators: ReadonlyMap<string, readonly Form[]>
  readonly relations: ReadonlyMap<Name, readonly Output[]>
}

const NOTHING: Made = { functions: new Map(), operators: new Map(), relations: new Map() }
const made = new WeakMap<Catalog['extensions'], Made>()

function madeBy(catalog: Catalog): Made {
  if (catalog.extensions.size <= 1) return NOTHING
  let found = made.get(catalog.extensions)
  if (found === undefined) {
    found = readMade(catalog)
    made.set(catalog.extensions, found)
  }
  return found
}

function readMade(catalog: Catalog): Made {
  const functions = new Map<Name, readonly Form[]>()
  const operators = new Map<string, readonly Form[]>()
  const relations = new Map<Name, readonly Output[]>()
  const called = (name: string) => extensionTypeCalled(catalog, name)
  for (const { schema, contents } of installedExtensions(catalog)) {
    addEach(functions, readForms(itemsOf(contents.functions), '; ', called), (name) => qualify(schema, name))
    addEach(operators, readForms(itemsOf(contents.operators), ', ', called), (name) => `${schema} ${name}`)
    for (const item of itemsOf(contents.relations)) {
      const [name = '', columns = ''] = item.split(': ')
      relations.set(qualify(schema, name), readOutputs(columns, called))
    }
  }
  return { functions, operators, relations }
}

function addEach(
  to: Map<string, readonly Form[]>,
  forms: ReadonlyMap<Identifier, readonly Form[]>,
  key: (name: Identifier) => string,
): void {
  for (const [name, each] of forms) to.set(key(name), [...(to.get(key(name)) ?? []), ...each])
}
