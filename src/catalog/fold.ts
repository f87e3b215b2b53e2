import type { Action, ActionOf } from './action.ts'
import type { Catalog, Session } from './catalog.ts'
import { omit } from './edit-catalog.ts'
import { foldObject } from './fold-object.ts'
import { foldPrivilege } from './fold-privilege.ts'
import { foldTable } from './fold-table.ts'

/** The catalog after an action. Transactions are the caller's: see `src/lint.ts`. */
export function fold(catalog: Catalog, action: Action, postgres: number): Catalog {
  switch (action.kind) {
    case 'createTable':
    case 'dropTable':
    case 'truncateTable':
    case 'addColumn':
    case 'dropColumn':
    case 'renameColumn':
    case 'setColumnType':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
    case 'addConstraint':
    case 'dropConstraint':
    case 'renameConstraint':
    case 'validateConstraint':
    case 'attachPartition':
    case 'detachPartition':
    case 'setRowSecurity':
    case 'setPersistence':
    case 'setTriggerEnabled':
    case 'setTableProperty':
      return foldTable(catalog, action, postgres)
    case 'createSchema':
    case 'dropSchema':
    case 'renameSchema':
    case 'createIndex':
    case 'dropIndex':
    case 'attachIndex':
    case 'alterIndex':
    case 'reindex':
    case 'renameRelation':
    case 'setOwner':
    case 'createSequence':
    case 'alterSequence':
    case 'dropSequence':
    case 'createEnum':
    case 'addEnumValue':
    case 'renameEnumValue':
    case 'createDomain':
    case 'alterDomain':
    case 'createType':
    case 'alterType':
    case 'dropType':
    case 'createView':
    case 'alterView':
    case 'dropView':
    case 'refreshView':
    case 'createFunction':
    case 'alterFunction':
    case 'dropFunction':
    case 'createTrigger':
    case 'dropTrigger':
    case 'renameTrigger':
    case 'createExtension':
    case 'moveExtension':
    case 'setExtensionMember':
    case 'setExtensionDependency':
    case 'dropExtension':
    case 'createOther':
    case 'alterOther':
    case 'dropOther':
    case 'setComment':
    case 'changeRows':
    case 'readRows':
    case 'maintain':
    case 'lockTable':
      return foldObject(catalog, action, postgres)
    case 'createRole':
    case 'alterRole':
    case 'renameRole':
    case 'dropRole':
    case 'grantMembership':
    case 'revokeMembership':
    case 'grant':
    case 'revoke':
    case 'grantByDefault':
    case 'revokeByDefault':
    case 'reassignOwned':
    case 'dropOwned':
    case 'alterDatabase':
    case 'renameTablespace':
    case 'createPolicy':
    case 'alterPolicy':
    case 'renamePolicy':
    case 'dropPolicy':
      return foldPrivilege(catalog, action, postgres)
    case 'setSearchPath': {
      const { pathAtStart = ['public'] } = catalog.session
      const searchPath = action.schemas === 'default' ? pathAtStart : action.schemas
      return { ...catalog, session: { ...catalog.session, searchPath } }
    }
    case 'setSetting':
      return { ...catalog, session: withDefaults(catalog.session, action) }
    case 'setRole': {
      const { role: _, user: before, ...session } = catalog.session
      const user = action.isSession === true ? action.role : before
      const role = action.role ?? user
      const roles = { ...(role === undefined ? {} : { role }), ...(user === undefined ? {} : { user }) }
      return { ...catalog, session: { ...session, ...roles } }
    }
    case 'beginTransaction':
    case 'commitTransaction':
    case 'rollBackTransaction':
    case 'setSavepoint':
    case 'rollBackToSavepoint':
    case 'leaveCatalog':
    case 'unmodelled':
    case 'unparsed':
    case 'truncateIdentifier':
    case 'misallow':
    case 'leaveTransactionOpen':
    case 'needVersion':
    case 'refused':
    case 'foreseeRefusal':
    case 'observeOtherwise':
    case 'differAfterDown':
      return catalog
  }
}

/** The session with where, and how, SET says that new tables are kept. */
function withDefaults(session: Session, { name, value }: ActionOf<'setSetting'>): Session {
  switch (name) {
    case 'default_tablespace':
      return withDefault(session, 'tablespace', value === 'pg_default' ? undefined : value)
    case 'default_table_access_method':
      return withDefault(session, 'accessMethod', value === 'heap' ? undefined : value)
    case 'all':
      return omit(session, 'tablespace', 'accessMethod')
    default:
      return session
  }
}

function withDefault(session: Session, key: 'tablespace' | 'accessMethod', value: string | undefined): Session {
  const bare = omit(session, key)
  return value === undefined || value === '' ? bare : { ...bare, [key]: value }
}
