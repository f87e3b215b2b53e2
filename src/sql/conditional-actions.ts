import type { Action } from '../catalog/action.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { onTableKey } from '../catalog/fold-objects.ts'
import { relationExists } from '../catalog/generated-names.ts'
import { partsOf, qualify } from '../catalog/names.ts'
import type { Table } from '../catalog/table.ts'
import type { ConstraintDefinition } from '../catalog/table-actions.ts'
import { type Node, parse } from './parser.ts'

/**
 * Whether an action gives a role something and does nothing else: no more may be refused after it
 * but what takes the role away. Whoever may pass a privilege on may have done so.
 */
export function givesAlone(action: Action): boolean {
  switch (action.kind) {
    case 'grant':
    case 'grantByDefault':
      return !action.grantable
    case 'grantMembership':
      return action.options?.admin !== true
    case 'alterRole':
      return action.options.settings === undefined
    default:
      return false
  }
}

/** Whether a condition is EXISTS or NOT EXISTS over the system catalogs. */
export function asksSystemCatalog(condition: string): boolean {
  const tables = existence(condition)?.tables ?? []
  return (
    tables.length > 0 &&
    tables.every((table) => table.schemaname === 'information_schema' || String(table.relname).startsWith('pg_'))
  )
}

/** Whether a condition is EXISTS over what a server has and no database: its roles, of which migrations make some at most, and its files. */
export function asksServer(condition: string): boolean {
  const asked = existence(condition)
  return asked?.isNegated === false && asked.tables.some((table) => OF_SERVER.has(table.relname))
}

const OF_SERVER: ReadonlySet<string> = new Set([
  ...['pg_auth_members', 'pg_authid', 'pg_available_extension_versions', 'pg_available_extensions', 'pg_database'],
  ...['pg_group', 'pg_replication_slots', 'pg_roles', 'pg_settings', 'pg_tablespace', 'pg_user'],
])

/** What EXISTS or NOT EXISTS reads, where a condition is nothing but that. */
function existence(condition: string): { readonly isNegated: boolean; readonly tables: readonly Node[] } | undefined {
  const parsed = parse(`select ${condition}`)
  const value = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList?.[0]?.ResTarget?.val : undefined
  const isNegated = value?.BoolExpr?.boolop === 'NOT_EXPR'
  const tested = isNegated ? value.BoolExpr.args?.[0] : value
  if (tested?.SubLink?.subLinkType !== 'EXISTS_SUBLINK') return undefined
  return { isNegated, tables: rangesOf(tested.SubLink.subselect?.SelectStmt?.fromClause ?? []) }
}

function rangesOf(from: readonly Node[]): readonly Node[] {
  return from.flatMap((each): readonly Node[] => {
    if (each.JoinExpr !== undefined) return rangesOf([each.JoinExpr.larg, each.JoinExpr.rarg])
    return [each.RangeVar ?? {}]
  })
}

/** Whether what an action would make is there already, so that the block would not do it. */
export function isDone(catalog: Catalog, action: Action): boolean {
  switch (action.kind) {
    case 'createEnum':
      return catalog.enums.has(action.enum.name)
    case 'createDomain':
      return catalog.domains.has(action.domain.name)
    case 'createType':
      return catalog.types.has(action.type.name)
    case 'createRole':
      return catalog.roles.has(action.role.name)
    case 'createTable':
      return catalog.tables.has(action.table.name)
    case 'createIndex':
      return (
        action.index.name !== undefined &&
        relationExists(catalog, qualify(partsOf(action.index.table).schema, action.index.name))
      )
    case 'createTrigger':
      return catalog.triggers.has(onTableKey(action.trigger.table, action.trigger.name))
    case 'createPolicy':
      return catalog.policies.has(onTableKey(action.policy.table, action.policy.name))
    case 'addConstraint':
      return hasConstraint(catalog.tables.get(action.table), action.constraint)
    default:
      return false
  }
}

/** Whether a table has the constraint: one of that name, or where none is said one of the same kind on the same columns. */
function hasConstraint(table: Table | undefined, constraint: ConstraintDefinition): boolean {
  if (table === undefined) return false
  if (constraint.type === 'primaryKey' && table.primaryKey !== undefined) return true
  const { primaryKey, uniques, checks, foreignKeys, exclusions } = table
  const all = [...(primaryKey === undefined ? [] : [primaryKey]), ...uniques, ...checks, ...foreignKeys, ...exclusions]
  if (constraint.name !== undefined) return all.some((each) => each.name === constraint.name)
  const isSame = (each: { readonly columns: readonly string[] }) =>
    'columns' in constraint && each.columns.join() === constraint.columns.join()
  if (constraint.type === 'unique') return uniques.some(isSame)
  return constraint.type === 'foreignKey' && foreignKeys.some(isSame)
}

/**
 * Whether the catalog alone tells that a conditional action takes place: it makes what is
 * not there yet, removes what is there, or changes nothing that is modelled. Of anything
 * else the condition would have to be evaluated.
 */
export function isTelling(catalog: Catalog, action: Action): boolean {
  switch (action.kind) {
    case 'renameRelation':
      return !catalog.indexes.has(action.from)
    case 'renameColumn': {
      const columns = catalog.tables.get(action.table)?.columns ?? []
      return (
        columns.some((column) => column.name === action.from) && !columns.some((column) => column.name === action.to)
      )
    }
    case 'setColumnType':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
    case 'renameConstraint':
      return false
    default:
      return true
  }
}

/** Whether an action leaves the catalog as it is and locks no object, so that nothing hangs on whether it takes place. */
export function isNeutral(action: Action): boolean {
  switch (action.kind) {
    case 'leaveCatalog':
      return (action.touches?.length ?? 0) === 0
    case 'readRows':
    case 'changeRows':
    case 'setSetting':
    case 'maintain':
    case 'reindex':
    case 'lockTable':
      return true
    default:
      return false
  }
}
