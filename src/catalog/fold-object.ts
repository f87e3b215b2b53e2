import type { ActionOf } from './action.ts'
import type { Catalog, Name } from './catalog.ts'
import { withoutCopies } from './copied-triggers.ts'
import { omit, ownerAndComment } from './edit-catalog.ts'
import {
  dropFunctionWithUses,
  dropOtherWithUses,
  dropSchemaWithUses,
  dropSequenceWithUses,
  dropTypeWithUses,
  dropViewWithUses,
  removeType,
} from './fold-cascade.ts'
import { renameColumn } from './fold-column-names.ts'
import { foldColumn } from './fold-columns.ts'
import { setComment } from './fold-comments.ts'
import { dropForeignKeysOn } from './fold-constraints.ts'
import { dropSchema, dropSequences, dropView } from './fold-drop.ts'
import { createExtension, dropExtension, dropExtensionsIn, moveExtension } from './fold-extensions.ts'
import { alterIndex, attachIndex, createIndex, dropIndex, reindex } from './fold-indexes.ts'
import { setExtensionDependency, setExtensionMember } from './fold-members.ts'
import { alterFunction, createFunction, functionKey, onTableKey, removeFunction } from './fold-objects.ts'
import { alterOther, createOther, grantedName, removeOther } from './fold-other-objects.ts'
import { applyDefaultPrivileges, setOwner } from './fold-privileges.ts'
import { renameRelation, renameSchema } from './fold-rename.ts'
import { alterSequence, createSequence } from './fold-sequences.ts'
import { addEnumValue, alterDomain, alterType, createDomain, renameEnumValue } from './fold-user-types.ts'
import { relationExists } from './generated-names.ts'
import { partsOf, qualify, quoteIdentifier } from './names.ts'
import type { ObjectAction } from './object-actions.ts'
import type { View } from './objects.ts'
import { otherKey } from './other-objects.ts'
import { withEntry, withoutEntry } from './persistent-map.ts'
import { changesOfTypedTables } from './typed-tables.ts'

/** The catalog after an action on an object that is no table. */
export function foldObject(catalog: Catalog, action: ObjectAction, postgres: number): Catalog {
  switch (action.kind) {
    case 'createSchema': {
      if (catalog.schemas.has(action.name)) return catalog
      const owner = action.owner ?? catalog.session.role
      const schema = { name: action.name, origin: action.span, ...(owner === undefined ? {} : { owner }) }
      const result = { ...catalog, schemas: withEntry(catalog.schemas, action.name, schema) }
      return applyDefaultPrivileges(result, 'schema', quoteIdentifier(action.name), owner, action.name)
    }
    case 'dropSchema': {
      const rest = dropExtensionsIn(catalog, action)
      return action.cascade ? dropSchemaWithUses(rest, action.name) : dropSchema(rest, action.name)
    }
    case 'renameSchema':
      return renameSchema(catalog, action.from, action.to)
    case 'createIndex': {
      const { index, onOnly, span } = action
      const isThere =
        index.name !== undefined && relationExists(catalog, qualify(partsOf(index.table).schema, index.name))
      return isThere && action.ifNotExists ? catalog : createIndex(catalog, index, { onOnly, span })
    }
    case 'dropIndex':
      return dropIndex(action.cascade ? dropForeignKeysOn(catalog, action.index) : catalog, action.index)
    case 'attachIndex':
      return attachIndex(catalog, action.index, action.part)
    case 'renameRelation':
      return renameRelation(catalog, action.from, action.to)
    case 'setOwner':
      return setOwner(catalog, action)
    case 'alterIndex':
      return alterIndex(catalog, action)
    case 'createSequence': {
      const { name } = action.sequence
      if (relationExists(catalog, name)) return catalog
      const result = createSequence(catalog, action)
      return applyDefaultPrivileges(result, 'sequence', name, catalog.session.role)
    }
    case 'alterSequence':
      return alterSequence(catalog, action)
    case 'dropSequence':
      return action.cascade === true
        ? dropSequenceWithUses(catalog, action.sequence)
        : dropSequences(catalog, [[action.sequence, undefined]])
    case 'createEnum':
      return withDefaultsOfTypes(
        {
          ...catalog,
          enums: withEntry(catalog.enums, action.enum.name, {
            ...action.enum,
            ...ownerAndComment(catalog),
            origin: action.span,
          }),
        },
        action.enum.name,
      )
    case 'addEnumValue':
      return addEnumValue(catalog, action)
    case 'renameEnumValue':
      return renameEnumValue(catalog, action)
    case 'createDomain':
      return withDefaultsOfTypes(createDomain(catalog, action, postgres), action.domain.name)
    case 'alterDomain':
      return alterDomain(catalog, action.domain, action.alteration, postgres)
    case 'alterType':
      return changesOfTypedTables(catalog, action).reduce(
        (result, each) => foldColumn(result, each, postgres),
        alterType(catalog, action.type, action.alteration),
      )
    case 'createType': {
      const { name, kind } = action.type
      const kept = ownerAndComment(catalog, catalog.types.get(name))
      const types = withEntry(catalog.types, name, { ...action.type, ...kept, origin: action.span })
      // A shell gets its privileges when it becomes a type.
      return kind === 'shell' ? { ...catalog, types } : withDefaultsOfTypes({ ...catalog, types }, name)
    }
    case 'dropType':
      return action.cascade ? dropTypeWithUses(catalog, action.type) : removeType(catalog, action.type)
    case 'createView': {
      const { name } = action.view
      const earlier = catalog.views.get(name)
      const { columnComments, columnDefaults } = earlier ?? {}
      const made = {
        ...action.view,
        ...ownerAndComment(catalog, earlier),
        ...(columnComments === undefined ? {} : { columnComments }),
        ...(columnDefaults === undefined ? {} : { columnDefaults }),
        origin: action.span,
      }
      const result = { ...catalog, views: withEntry(catalog.views, name, made) }
      return earlier !== undefined ? result : applyDefaultPrivileges(result, 'table', name, catalog.session.role)
    }
    case 'alterView':
      return alterView(catalog, action)
    case 'refreshView': {
      const known = catalog.views.get(action.view)
      if (known === undefined) return catalog
      const filled = omit(known, 'populated')
      const to = action.populated ? filled : { ...filled, populated: false as const }
      return { ...catalog, views: withEntry(catalog.views, action.view, to) }
    }
    case 'dropView':
      return action.cascade === true ? dropViewWithUses(catalog, action.view) : dropView(catalog, action.view)
    case 'createFunction': {
      const key = functionKey(action.function)
      const result = createFunction(catalog, action)
      return catalog.functions.has(key)
        ? result
        : applyDefaultPrivileges(result, 'function', key, catalog.session.role, partsOf(action.function.name).schema)
    }
    case 'alterFunction':
      return alterFunction(catalog, action)
    case 'dropFunction':
      return action.cascade ? dropFunctionWithUses(catalog, action.function) : removeFunction(catalog, action.function)
    case 'createTrigger': {
      const key = onTableKey(action.trigger.table, action.trigger.name)
      const earlier = catalog.triggers.get(key)
      const kept = ownerAndComment(catalog, earlier ?? {})
      return {
        ...withoutCopies(catalog, earlier),
        triggers: withEntry(catalog.triggers, key, { ...action.trigger, ...kept, origin: action.span }),
      }
    }
    case 'dropTrigger': {
      const key = onTableKey(action.table, action.trigger)
      const result = withoutCopies(catalog, catalog.triggers.get(key))
      return { ...result, triggers: withoutEntry(catalog.triggers, key) }
    }
    case 'renameTrigger': {
      const known = catalog.triggers.get(onTableKey(action.table, action.from))
      if (known === undefined) return catalog
      const triggers = withoutEntry(catalog.triggers, onTableKey(action.table, action.from))
      return {
        ...withoutCopies(catalog, known, action.to),
        triggers: withEntry(triggers, onTableKey(action.table, action.to), { ...known, name: action.to }),
      }
    }
    case 'createExtension':
      return createExtension(catalog, action)
    case 'moveExtension':
      return moveExtension(catalog, action)
    case 'setExtensionMember':
      return setExtensionMember(catalog, action)
    case 'setExtensionDependency':
      return setExtensionDependency(catalog, action)
    case 'dropExtension':
      return dropExtension(catalog, action)
    case 'createOther':
      return withDefaultsOfAggregates(createOther(catalog, action), catalog, action)
    case 'alterOther':
      return alterOther(catalog, action)
    case 'dropOther':
      return action.cascade ? dropOtherWithUses(catalog, action.object) : removeOther(catalog, action.object)
    case 'setComment':
      return setComment(catalog, action.on, action.comment)
    case 'reindex':
      return reindex(catalog, action)
    case 'changeRows':
    case 'readRows':
    case 'maintain':
    case 'lockTable':
      return catalog
  }
}

function withDefaultsOfTypes(catalog: Catalog, type: Name): Catalog {
  return applyDefaultPrivileges(catalog, 'type', type, catalog.session.role)
}

function withDefaultsOfAggregates(made: Catalog, before: Catalog, { object }: ActionOf<'createOther'>): Catalog {
  const isNew = object.kind === 'aggregate' && !before.others.has(otherKey(object))
  return isNew ? applyDefaultPrivileges(made, 'function', grantedName(object), before.session.role) : made
}

/** Replaces what is known of a view; the other names of its columns are carried into what reads them. */
function alterView(catalog: Catalog, { view, to }: ActionOf<'alterView'>): Catalog {
  const earlier = catalog.views.get(view)
  const result = { ...catalog, views: withEntry(catalog.views, view, to) }
  const names = ({ columnNames = [], query }: View) =>
    (query?.outputs ?? columnNames).map((output, at) => columnNames[at] ?? output)
  const [before, after] = [earlier === undefined ? [] : names(earlier), names(to)]
  return before.reduce((each, from, at) => {
    const renamed = after[at] ?? from
    return renamed === from ? each : renameColumn(each, view, from, renamed)
  }, result)
}
