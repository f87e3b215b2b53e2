import type { Action, ActionOf } from './action.ts'
import type { Catalog, Identifier, Name } from './catalog.ts'
import { changeTable } from './edit-catalog.ts'
import { foldColumn } from './fold-columns.ts'
import { addConstraint, dropConstraint, renameConstraint, validateConstraint } from './fold-constraints.ts'
import { createTable } from './fold-create-table.ts'
import { dropSchema, dropTable } from './fold-drop.ts'
import { attachIndex, createIndex, dropIndex } from './fold-indexes.ts'
import {
  addEnumValue,
  alterDomain,
  alterFunction,
  createDomain,
  createFunction,
  dropFunction,
  dropType,
  functionKey,
  onTableKey,
  renameEnumValue,
  setTriggerEnabled,
} from './fold-objects.ts'
import { attachPartition, detachPartition } from './fold-partitions.ts'
import {
  applyDefaultPrivileges,
  changeMembership,
  dropRole,
  grant,
  grantByDefault,
  renameRole,
  revoke,
  revokeByDefault,
  setOwner,
} from './fold-privileges.ts'
import { renameRelation, renameSchema } from './fold-rename.ts'
import { relationExists } from './generated-names.ts'
import { partsOf, qualify } from './names.ts'
import { withEntry, without, withoutEntry } from './persistent-map.ts'
import type { GrantTarget } from './privileges.ts'

/** The catalog after an action. Transactions are the caller's: see `src/lint.ts`. */
export function fold(catalog: Catalog, action: Action, postgres: number): Catalog {
  switch (action.kind) {
    case 'createTable': {
      const result = createTable(catalog, action, postgres)
      return result === catalog
        ? catalog
        : withDefaults(result, 'table', action.table.name, result.tables.get(action.table.name)?.owner)
    }
    case 'dropTable':
      return dropTable(catalog, action.table)
    case 'addColumn':
    case 'dropColumn':
    case 'renameColumn':
    case 'setColumnType':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
      return foldColumn(catalog, action)
    case 'addConstraint':
      return addConstraint(catalog, action.table, action.constraint)
    case 'dropConstraint':
      return dropConstraint(catalog, action.table, action.name)
    case 'renameConstraint':
      return renameConstraint(catalog, action.table, action.from, action.to)
    case 'validateConstraint':
      return validateConstraint(catalog, action.table, action.name)
    case 'attachPartition':
      return attachPartition(catalog, action.table, action.partition, action.isDefault)
    case 'detachPartition':
      return detachPartition(catalog, action.partition)
    case 'setRowSecurity':
      return changeTable(catalog, action.table, (table) => ({ ...table, rowSecurity: action.enabled }))
    case 'setPersistence':
      return changeTable(catalog, action.table, (table) => ({ ...table, persistence: action.persistence }))
    case 'setTriggerEnabled':
      return setTriggerEnabled(catalog, action)
    case 'createSchema': {
      if (catalog.schemas.has(action.name)) return catalog
      const owner = action.owner ?? catalog.session.role
      const schema = { name: action.name, origin: action.span, ...(owner === undefined ? {} : { owner }) }
      return { ...catalog, schemas: withEntry(catalog.schemas, action.name, schema) }
    }
    case 'dropSchema':
      return dropSchema(catalog, action.name)
    case 'renameSchema':
      return renameSchema(catalog, action.from, action.to)
    case 'createIndex': {
      const { index, onOnly, span } = action
      const isThere =
        index.name !== undefined && relationExists(catalog, qualify(partsOf(index.table).schema, index.name))
      return isThere && action.ifNotExists ? catalog : createIndex(catalog, index, { onOnly, span })
    }
    case 'dropIndex':
      return dropIndex(catalog, action.index)
    case 'attachIndex':
      return attachIndex(catalog, action.index, action.part)
    case 'renameRelation':
      return renameRelation(catalog, action.from, action.to)
    case 'setOwner':
      return setOwner(catalog, action)
    case 'createSequence': {
      const { name } = action.sequence
      if (relationExists(catalog, name)) return catalog
      const result = {
        ...catalog,
        sequences: withEntry(catalog.sequences, name, { ...action.sequence, origin: action.span }),
      }
      return withDefaults(result, 'sequence', name, catalog.session.role)
    }
    case 'alterSequence': {
      const known = catalog.sequences.get(action.sequence)
      if (known === undefined) return catalog
      const { ownedBy: earlier, ...rest } = known
      const ownedBy = action.ownedBy === 'none' ? undefined : (action.ownedBy ?? earlier)
      const changed = { ...rest, type: action.type ?? known.type, ...(ownedBy === undefined ? {} : { ownedBy }) }
      return { ...catalog, sequences: withEntry(catalog.sequences, action.sequence, changed) }
    }
    case 'dropSequence':
      return { ...catalog, sequences: withoutEntry(catalog.sequences, action.sequence) }
    case 'createEnum':
      return { ...catalog, enums: withEntry(catalog.enums, action.enum.name, { ...action.enum, origin: action.span }) }
    case 'addEnumValue':
      return addEnumValue(catalog, action)
    case 'renameEnumValue':
      return renameEnumValue(catalog, action)
    case 'createDomain':
      return createDomain(catalog, action)
    case 'alterDomain':
      return alterDomain(catalog, action.domain, action.alteration)
    case 'createType':
      return { ...catalog, types: withEntry(catalog.types, action.type.name, { ...action.type, origin: action.span }) }
    case 'dropType':
      return dropType(catalog, action)
    case 'createView': {
      const { name } = action.view
      const result = { ...catalog, views: withEntry(catalog.views, name, { ...action.view, origin: action.span }) }
      return catalog.views.has(name) ? result : withDefaults(result, 'table', name, catalog.session.role)
    }
    case 'dropView': {
      const grants = without(catalog.grants, (each) => each.target === 'table' && each.on === action.view)
      const triggers = without(catalog.triggers, (trigger) => trigger.table === action.view)
      const indexes = without(catalog.indexes, (index) => index.table === action.view)
      return { ...catalog, views: withoutEntry(catalog.views, action.view), grants, triggers, indexes }
    }
    case 'createFunction': {
      const key = functionKey(action.function)
      const result = createFunction(catalog, action)
      return catalog.functions.has(key)
        ? result
        : withDefaults(result, 'function', key, catalog.session.role, partsOf(action.function.name).schema)
    }
    case 'alterFunction':
      return alterFunction(catalog, action)
    case 'dropFunction':
      return dropFunction(catalog, action)
    case 'createTrigger': {
      const key = onTableKey(action.trigger.table, action.trigger.name)
      return { ...catalog, triggers: withEntry(catalog.triggers, key, { ...action.trigger, origin: action.span }) }
    }
    case 'dropTrigger':
      return { ...catalog, triggers: withoutEntry(catalog.triggers, onTableKey(action.table, action.trigger)) }
    case 'renameTrigger': {
      const known = catalog.triggers.get(onTableKey(action.table, action.from))
      if (known === undefined) return catalog
      const triggers = withoutEntry(catalog.triggers, onTableKey(action.table, action.from))
      return {
        ...catalog,
        triggers: withEntry(triggers, onTableKey(action.table, action.to), { ...known, name: action.to }),
      }
    }
    case 'createExtension':
      return {
        ...catalog,
        extensions: withEntry(catalog.extensions, action.name, { name: action.name, origin: action.span }),
      }
    case 'dropExtension':
      return { ...catalog, extensions: withoutEntry(catalog.extensions, action.name) }
    case 'createRole':
      if (catalog.roles.has(action.role.name)) return catalog
      return { ...catalog, roles: withEntry(catalog.roles, action.role.name, { ...action.role, origin: action.span }) }
    case 'alterRole': {
      const known = catalog.roles.get(action.role)
      if (known === undefined) return catalog
      return { ...catalog, roles: withEntry(catalog.roles, action.role, { ...known, ...action.options }) }
    }
    case 'renameRole':
      return renameRole(catalog, action.from, action.to)
    case 'dropRole':
      return dropRole(catalog, action.role)
    case 'grantMembership':
      return changeMembership(catalog, action.role, action.member, true)
    case 'revokeMembership':
      return changeMembership(catalog, action.role, action.member, false)
    case 'grant':
      return grant(catalog, action, postgres)
    case 'revoke':
      return revoke(catalog, action)
    case 'grantByDefault':
      return grantByDefault(catalog, action, postgres)
    case 'revokeByDefault':
      return revokeByDefault(catalog, action)
    case 'reassignOwned':
    case 'dropOwned':
      return foldOwned(catalog, action)
    case 'createPolicy': {
      const key = onTableKey(action.policy.table, action.policy.name)
      return { ...catalog, policies: withEntry(catalog.policies, key, { ...action.policy, origin: action.span }) }
    }
    case 'alterPolicy': {
      const key = onTableKey(action.table, action.name)
      const known = catalog.policies.get(key)
      if (known === undefined || action.roles === undefined) return catalog
      return { ...catalog, policies: withEntry(catalog.policies, key, { ...known, roles: action.roles }) }
    }
    case 'renamePolicy': {
      const known = catalog.policies.get(onTableKey(action.table, action.from))
      if (known === undefined) return catalog
      const policies = withoutEntry(catalog.policies, onTableKey(action.table, action.from))
      return {
        ...catalog,
        policies: withEntry(policies, onTableKey(action.table, action.to), { ...known, name: action.to }),
      }
    }
    case 'dropPolicy':
      return { ...catalog, policies: withoutEntry(catalog.policies, onTableKey(action.table, action.name)) }
    case 'setSearchPath': {
      const searchPath = action.schemas === 'default' ? ['public'] : action.schemas
      return { ...catalog, session: { ...catalog.session, searchPath } }
    }
    case 'setRole': {
      const { searchPath } = catalog.session
      return { ...catalog, session: action.role === undefined ? { searchPath } : { searchPath, role: action.role } }
    }
    case 'truncateTable':
    case 'setTableProperty':
    case 'reindex':
    case 'refreshView':
    case 'changeRows':
    case 'lockTable':
    case 'beginTransaction':
    case 'commitTransaction':
    case 'rollBackTransaction':
    case 'setSavepoint':
    case 'rollBackToSavepoint':
    case 'leaveCatalog':
    case 'unmodelled':
    case 'unparsed':
    case 'truncateIdentifier':
    case 'refused':
      return catalog
  }
}

function withDefaults(
  catalog: Catalog,
  target: GrantTarget,
  on: Name,
  owner: Identifier | undefined,
  schema = partsOf(on).schema,
): Catalog {
  return applyDefaultPrivileges(catalog, target, on, schema, owner)
}

/** REASSIGN OWNED and DROP OWNED BY. */
function foldOwned(catalog: Catalog, action: ActionOf<'reassignOwned' | 'dropOwned'>): Catalog {
  const roles = action.kind === 'dropOwned' ? action.roles : action.from
  let result = catalog
  for (const table of catalog.tables.values()) {
    if (table.owner === undefined || !roles.includes(table.owner)) continue
    if (action.kind === 'dropOwned') result = dropTable(result, table.name)
    else
      result = setOwner(result, {
        ...action,
        kind: 'setOwner',
        target: 'relation',
        on: table.name,
        ...ownerFrom(action),
      })
  }
  if (action.kind === 'reassignOwned') return result
  const isTheirs = (role: Identifier | undefined) => role !== undefined && roles.includes(role)
  return {
    ...result,
    grants: without(result.grants, (each) => isTheirs(each.grantee)),
    defaultPrivileges: without(result.defaultPrivileges, (entry) => isTheirs(entry.role) || isTheirs(entry.grantee)),
  }
}

function ownerFrom(action: ActionOf<'reassignOwned'>): { readonly owner?: Identifier } {
  return action.to === undefined ? {} : { owner: action.to }
}
