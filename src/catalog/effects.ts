import type { Action } from './action.ts'
import type { Catalog } from './catalog.ts'
import { omit } from './edit-catalog.ts'
import { type Effect, exclusive, mergeEffects, on } from './effect.ts'
import { ofAddColumn, ofDropColumn, ofExpression, ofIdentity, ofNullable } from './effects-of-columns.ts'
import { ofAddConstraint, ofDropConstraint, ofRenameConstraint, ofValidate } from './effects-of-constraints.ts'
import { ofAlterIndex, ofAttachIndex, ofCreateIndex, ofDropIndex, ofReindex } from './effects-of-indexes.ts'
import {
  ofChangeRows,
  ofComment,
  ofCreateView,
  ofDomain,
  ofDropOfUsed,
  ofDropOther,
  ofDropSequence,
  ofDropView,
  ofGrant,
  ofLock,
  ofMaintain,
  ofOwned,
  ofReadRows,
  ofRefresh,
  ofSequence,
  ofTouches,
} from './effects-of-objects.ts'
import { ofAttach, ofDetach } from './effects-of-partitions.ts'
import {
  ofCreateTable,
  ofDropSchema,
  ofDropTable,
  ofOwner,
  ofPersistence,
  ofRename,
  ofTableProperty,
  ofTruncate,
  triggersNamed,
  withTriggerCopies,
} from './effects-of-tables.ts'
import { ofTypeChange } from './effects-of-type-changes.ts'
import { descendantsOf, withChildren } from './effects-on-children.ts'
import { foreseeRefusal } from './foresee-refusal.ts'
import type { Table } from './table.ts'
import { changesOfTypedTables } from './typed-tables.ts'

/**
 * What an action does to relations: of each the strongest lock that it takes, and the
 * longest work that it does while it holds it. An index is named only where its lock is
 * stronger than its table's. Measured on PostgreSQL 12 to 18; `postgres` is the major version.
 */
export function effects(action: Action, before: Catalog, postgres: number): readonly Effect[] {
  if (isPassedOver(action, before)) return []
  const all = effectsOf(action, before, postgres)
  const isSparing = 'only' in action && action.only === true && !HEEDLESS_OF_ONLY.has(action.kind)
  const spared = isSparing ? descendantsOf(before, action.table).map((each) => each.name) : []
  return mergeEffects(all.filter(({ relation }) => !spared.includes(relation))).map((effect) =>
    isIdle(effect, before.tables.get(effect.relation)?.kind) ? { ...effect, work: 'none' } : effect,
  )
}

/**
 * Actions that lock children with ONLY, too: a constraint that these have of the table is theirs
 * alone from then on, and of partitions that come and go ONLY says nothing.
 */
const HEEDLESS_OF_ONLY: ReadonlySet<Action['kind']> = new Set(['dropConstraint', 'attachPartition', 'detachPartition'])

/** A partitioned table holds no rows of its own, the work is that on its partitions; those of a foreign table are only read. */
function isIdle({ work }: Effect, kind: Table['kind'] | undefined): boolean {
  return kind === 'partitioned' || (kind === 'foreign' && (work === 'validate' || work === 'rewrite'))
}

/** Whether nothing at all is done, as what an action is about is not there. */
function isPassedOver(action: Action, before: Catalog): boolean {
  const isAsked = action.guarded === true || action.kind === 'dropTrigger' || action.kind === 'dropPolicy'
  if (action.lenient !== true || !isAsked || !('table' in action) || typeof action.table !== 'string') return false
  const isKnown = before.tables.get(action.table)?.known === 'wholly' || before.views.has(action.table)
  return isKnown && foreseeRefusal(omit(action, 'lenient') as Action, before) !== undefined
}

function effectsOf(action: Action, before: Catalog, postgres: number): readonly Effect[] {
  switch (action.kind) {
    case 'createTable':
      return ofCreateTable(action, before)
    case 'dropTable':
      return ofDropTable(action, before, postgres)
    case 'truncateTable':
      return ofTruncate(action, before)
    case 'addColumn':
      return ofAddColumn(action, before, postgres)
    case 'dropColumn':
      return ofDropColumn(action, before, postgres)
    case 'setColumnType':
      return ofTypeChange(action, before, postgres)
    case 'alterType':
      return changesOfTypedTables(before, action).flatMap((each) => effectsOf(each, before, postgres))
    case 'setColumnNullable':
      return ofNullable(action, before)
    case 'setColumnIdentity':
      return ofIdentity(action, before, postgres)
    case 'renameColumn':
    case 'setColumnDefault':
      return withChildren(before, action.table, [exclusive(action.table)])
    case 'setColumnExpression':
      return ofExpression(action, before)
    case 'addConstraint':
      return ofAddConstraint(before, action.table, action.constraint, postgres)
    case 'dropConstraint':
      return ofDropConstraint(action, before, postgres)
    case 'renameConstraint':
      return ofRenameConstraint(action, before, postgres)
    case 'validateConstraint':
      return ofValidate(action, before)
    case 'setPersistence':
      return ofPersistence(action, before)
    case 'attachPartition':
      return ofAttach(action, before, postgres)
    case 'detachPartition':
      return ofDetach(action, before, postgres)
    case 'alterView':
      return [exclusive(action.view)]
    case 'setTableProperty':
      return ofTableProperty(action, before)
    case 'setTriggerEnabled':
      return withTriggerCopies(
        before,
        on(action.table, 'ShareRowExclusiveLock'),
        triggersNamed(before, action.table, action.trigger),
      )
    case 'createTrigger':
      return withTriggerCopies(before, on(action.trigger.table, 'ShareRowExclusiveLock'), [action.trigger])
    case 'dropTrigger':
    case 'renameTrigger': {
      const name = action.kind === 'dropTrigger' ? action.trigger : action.from
      return withTriggerCopies(before, exclusive(action.table), triggersNamed(before, action.table, name))
    }
    case 'setRowSecurity':
    case 'alterPolicy':
    case 'renamePolicy':
    case 'dropPolicy':
      return [exclusive(action.table)]
    case 'createPolicy':
      return [exclusive(action.policy.table)]
    case 'createIndex':
      return ofCreateIndex(action, before)
    case 'dropIndex':
      return ofDropIndex(action, before)
    case 'alterIndex':
      return ofAlterIndex(action)
    case 'attachIndex':
      return ofAttachIndex(action, before)
    case 'reindex':
      return ofReindex(action, before)
    case 'renameRelation':
      return ofRename(action, before, postgres)
    case 'setOwner':
      return ofOwner(action, before)
    case 'createView':
      return ofCreateView(action)
    case 'dropView':
      // As DROP TABLE, IF EXISTS is taken at its word: nobody waits for what the migrations did not make.
      if (action.lenient === true && !before.views.has(action.view)) return []
      return ofDropView(action, before, postgres)
    case 'refreshView':
      return ofRefresh(action, before)
    case 'changeRows':
      return ofChangeRows(action, before)
    case 'readRows':
      return ofReadRows(action, before)
    case 'maintain':
      return ofMaintain(action, before)
    case 'setComment':
      return ofComment(action, before)
    case 'lockTable':
      return ofLock(action, before)
    case 'alterSequence':
      return ofSequence(action)
    case 'dropSequence':
      return ofDropSequence(action, before)
    case 'alterDomain':
      return ofDomain(action, before)
    case 'dropType':
    case 'dropFunction':
      return ofDropOfUsed(action, before)
    case 'dropSchema':
      return ofDropSchema(action, before, postgres)
    case 'reassignOwned':
      return ofOwned(action.from, before)
    case 'dropOwned':
      return ofOwned(action.roles, before)
    case 'grant':
    case 'revoke':
      return ofGrant(action, postgres)
    case 'dropOther':
      return ofDropOther(action, before)
    case 'createOther':
    case 'alterOther':
    case 'leaveCatalog':
    case 'unmodelled':
    case 'setExtensionMember':
    case 'setExtensionDependency':
      return ofTouches(action, before)
    case 'createSchema':
    case 'renameSchema':
    case 'createSequence':
    case 'createEnum':
    case 'addEnumValue':
    case 'renameEnumValue':
    case 'createDomain':
    case 'createType':
    case 'createFunction':
    case 'alterFunction':
    case 'createExtension':
    case 'moveExtension':
    case 'dropExtension':
    case 'createRole':
    case 'alterRole':
    case 'renameRole':
    case 'alterDatabase':
    case 'renameTablespace':
    case 'dropRole':
    case 'grantMembership':
    case 'revokeMembership':
    case 'grantByDefault':
    case 'revokeByDefault':
    case 'setSearchPath':
    case 'setRole':
    case 'beginTransaction':
    case 'commitTransaction':
    case 'rollBackTransaction':
    case 'setSavepoint':
    case 'rollBackToSavepoint':
    case 'unparsed':
    case 'truncateIdentifier':
    case 'misallow':
    case 'setSetting':
    case 'leaveTransactionOpen':
    case 'needVersion':
    case 'refused':
    case 'foreseeRefusal':
    case 'observeOtherwise':
    case 'differAfterDown':
      return []
  }
}
