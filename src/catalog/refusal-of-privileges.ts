import type { Action } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { onTableKey } from './fold-objects.ts'
import { policiesOf } from './lookups.ts'
import { partsOf, quoteIdentifier } from './names.ts'
import { existing, firstRefusal, missingPart, type Refusal } from './refusal.ts'
import { refusalOfColumns } from './refusal-of-constraints.ts'
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
      const { privileges } = action.privileges
      const columns = privileges === 'all' ? [] : privileges.flatMap((each) => each.columns)
      return (
        firstRefusal(action.on, (name) => relationMissing(before, name)) ??
        firstRefusal(action.on, (name) => refusalOfColumns(before, name, columns, sayMissingOf(name)))
      )
    }
    default:
      return undefined
  }
}

function sayMissingOf(relation: Name) {
  return (column: Identifier) => `column "${column}" of relation "${partsOf(relation).name}" does not exist`
}

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
