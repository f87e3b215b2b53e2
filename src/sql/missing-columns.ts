import type { Catalog, Identifier, Name } from '../catalog/catalog.ts'
import { partsOf } from '../catalog/names.ts'
import type { Refusal } from '../catalog/refusal.ts'
import { SYSTEM_COLUMNS } from '../catalog/refusal-of-constraints.ts'
import { nearestOf } from '../text/nearest.ts'
import { mayTakeRow } from './call-types.ts'
import { type Scope, type Source, sourceCalled } from './scope.ts'

/**
 * Why the server refuses a name that stands for no column of what a query, or an expression, may name: as far as
 * all of that are tables that are known wholly.
 */
export function missingColumn(catalog: Catalog, scope: Scope, fields: readonly string[]): Refusal | undefined {
  const [qualifier, name = ''] = fields.length === 1 ? [undefined, ...fields] : fields.slice(-2)
  const sources = qualifier === undefined ? allSources(scope) : sourceOf(scope, fields.slice(0, -1))
  const within = sources.flatMap((source) => (isTable(catalog, source) ? [source.relation] : []))
  const [first] = within
  const columns = sources.flatMap((source) => source.columns ?? []).map((column) => column.name)
  if (first === undefined || within.length < sources.length || columns.includes(name)) return undefined
  if (SYSTEM_COLUMNS.has(name) || isFunction(catalog, name)) return undefined
  if (qualifier !== undefined && mayTakeRow(catalog, name)) return undefined
  const spoken = qualifier === undefined ? `"${name}"` : `${qualifier}.${name}`
  return missing(within, first, name, `column ${spoken} does not exist`, columns)
}

/** Why the server refuses to write a column that a table has not: as far as that is known wholly. */
export function missingTarget({ tables }: Catalog, table: Name, name: Identifier): Refusal | undefined {
  const known = tables.get(table)
  const columns = known?.columns.map((column) => column.name) ?? []
  if (known?.known !== 'wholly' || columns.includes(name) || SYSTEM_COLUMNS.has(name)) return undefined
  const reason = `column "${name}" of relation "${partsOf(table).name}" does not exist`
  return missing([table], table, name, reason, columns)
}

function missing(
  rests: readonly Name[],
  within: Name,
  name: Identifier,
  reason: string,
  others: readonly Identifier[],
): Refusal {
  const nearest = nearestOf(name, others)
  return {
    about: 'missing',
    what: 'part',
    subject: `${within}.${name}`,
    within,
    rests,
    reason,
    sqlstate: '42703',
    ...(nearest === undefined ? {} : { nearest }),
  }
}

function allSources(scope: Scope): readonly Source[] {
  return [...scope.sources, ...(scope.parent === undefined ? [] : allSources(scope.parent))]
}

function sourceOf(scope: Scope, qualifier: readonly string[]): readonly Source[] {
  const found = sourceCalled(scope, qualifier)
  if (found !== undefined) return [found]
  return scope.parent === undefined ? [] : sourceOf(scope.parent, qualifier)
}

function isTable({ tables }: Catalog, source: Source): source is Source & { readonly relation: Name } {
  return !source.isOpen && source.relation !== undefined && tables.get(source.relation)?.known === 'wholly'
}

/** `t.f` may be written for `f(t)`. */
function isFunction({ functions }: Catalog, name: Identifier): boolean {
  return [...functions.values()].some((each) => each.name.endsWith(`.${name}`) || each.name.endsWith(`."${name}"`))
}
