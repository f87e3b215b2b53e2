import type { Action } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { onTableKey } from './fold-objects.ts'
import { policiesOf } from './lookups.ts'
import { partsOf, quoteIdentifier } from './names.ts'
import type { PrivilegeChange } from './privilege-actions.ts'
import { existing, missingPart, type Refusal } from './refusal.ts'
import { relationMissing } from './refusal-of-names.ts'

/**
 * Why the server would refuse an action on roles, privileges or policies; undefined for any
 * other action. A role that is missing is none of them: roles are the whole server's.
 */
export function refusalOfPrivilege(action: Action, before: Catalog): Refusal | undefined {
  switch (action.kind) {
    case 'createRole':
      return roleTaken(before, action.role.name)
    case 'renameRole':
      return roleTaken(before, action.to)
    case 'createPolicy': {
      const { table, name } = action.policy
      return relationMissing(before, table) ?? policyTaken(before, table, name)
    }
    case 'alterPolicy':
    case 'dropPolicy':
      return relationMissing(before, action.table) ?? policyMissing(before, action.table, action.name)
    case 'renamePolicy':
      return (
        relationMissing(before, action.table) ??
        policyMissing(before, action.table, action.from) ??
        policyTaken(before, action.table, action.to)
      )
    case 'grant':
    case 'revoke': {
      const { target, allInSchema } = action.privileges
      if (target !== 'table' || allInSchema) return undefined
      const missing = action.on.map((name) => relationMissing(before, name)).find((each) => each !== undefined)
      return missing ?? grantedColumnMissing(before, action.on, action.privileges)
    }
    default:
      return undefined
  }
}

/** A column that privileges are to be on; those of the system are no columns of a catalog. */
function grantedColumnMissing(
  catalog: Catalog,
  on: readonly Name[],
  { privileges }: PrivilegeChange,
): Refusal | undefined {
  const named = privileges === 'all' ? [] : privileges.flatMap(({ columns }) => columns)
  for (const name of on) {
    const table = catalog.tables.get(name)
    if (table?.known !== 'wholly') continue
    const columns = table.columns.map((each) => each.name)
    const missing = named.find((column) => !columns.includes(column) && !SYSTEM_COLUMNS.has(column))
    if (missing === undefined) continue
    const reason = `column "${missing}" of relation "${partsOf(name).name}" does not exist`
    return missingPart(name, missing, reason, '42703', columns)
  }
  return undefined
}

const SYSTEM_COLUMNS: ReadonlySet<string> = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid', 'oid'])

function roleTaken(catalog: Catalog, name: Identifier): Refusal | undefined {
  if (!catalog.roles.has(name)) return undefined
  return existing('role', quoteIdentifier(name), `role "${name}" already exists`, '42710')
}

function policyTaken(catalog: Catalog, table: Name, name: Identifier): Refusal | undefined {
  if (!catalog.policies.has(onTableKey(table, name))) return undefined
  const reason = `policy "${name}" for table "${partsOf(table).name}" already exists`
  return existing('part', onTableKey(table, name), reason, '42710', table)
}

function policyMissing(catalog: Catalog, table: Name, name: Identifier): Refusal | undefined {
  if (catalog.policies.has(onTableKey(table, name)) || catalog.tables.get(table)?.known === 'partly') return undefined
  const others = policiesOf(catalog, table).map(([, each]) => each.name)
  const reason = `policy "${name}" for table "${partsOf(table).name}" does not exist`
  return missingPart(table, name, reason, '42704', others)
}
