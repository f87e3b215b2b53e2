import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import { partsOf, qualify } from '../catalog/names.ts'
import type { RelationKind } from '../catalog/object-actions.ts'
import { namedOther, ruleIdentity } from './other-identities.ts'
import type { Node } from './parser.ts'
import { ruled } from './read-beside.ts'
import { objectWords } from './read-drop.ts'
import { readFunctionKey, renamedFunction } from './read-functions.ts'
import { moveOther, ownOther, renameOther } from './read-others.ts'
import { readRoleName } from './read-roles.ts'
import { nameSpan, type Reading, relationName } from './reading.ts'
import { typeIn } from './type-names.ts'
import { renamedViewColumn } from './view-options.ts'

/** ALTER … RENAME of every kind of object. */
export function readRename(reading: Reading, node: Node): readonly Action[] {
  const span = node.relation?.location === undefined ? reading.statement : nameSpan(reading, node.relation.location)
  const from: string = node.subname ?? ''
  const to: string = node.newname ?? ''
  if (
    node.relation !== undefined &&
    node.missing_ok === true &&
    !exists(reading, relationName(reading, node.relation))
  ) {
    return [{ kind: 'leaveCatalog', span, statement: 'ALTER … IF EXISTS' }]
  }
  switch (node.renameType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
    case 'OBJECT_INDEX':
    case 'OBJECT_SEQUENCE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW': {
      const relation = relationName(reading, node.relation)
      const ownIndex = constraintOwning(reading, relation, to)
      // ALTER TABLE and ALTER INDEX rename a relation of any kind.
      const as = node.renameType === 'OBJECT_TABLE' || node.renameType === 'OBJECT_INDEX' ? undefined : kindSaid(node)
      return [ownIndex ?? { kind: 'renameRelation', span, from: relation, to: beside(relation, to), ...as }]
    }
    case 'OBJECT_COLUMN':
      if (node.relationType === 'OBJECT_VIEW' || node.relationType === 'OBJECT_MATVIEW')
        return [renamedViewColumn(reading, relationName(reading, node.relation), from, to)]
      return [{ kind: 'renameColumn', span, table: relationName(reading, node.relation), from, to }]
    case 'OBJECT_TABCONSTRAINT':
      return [{ kind: 'renameConstraint', span, table: relationName(reading, node.relation), from, to }]
    case 'OBJECT_DATABASE':
      return [{ kind: 'alterDatabase', span, database: from, change: { form: 'rename', to } }]
    case 'OBJECT_TABLESPACE':
      return [{ kind: 'renameTablespace', span, from, to }]
    case 'OBJECT_TRIGGER':
      return [{ kind: 'renameTrigger', span, table: relationName(reading, node.relation), from, to }]
    case 'OBJECT_POLICY':
      return [{ kind: 'renamePolicy', span, table: relationName(reading, node.relation), from, to }]
    case 'OBJECT_DOMCONSTRAINT':
      return [
        {
          kind: 'alterDomain',
          span,
          domain: typeIn(reading, node.object),
          alteration: { form: 'renameConstraint', from, to },
        },
      ]
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN': {
      const type = typeIn(reading, node.object)
      return [{ kind: 'renameRelation', span, from: type, to: beside(type, to), isType: true }]
    }
    case 'OBJECT_ATTRIBUTE':
      return [
        {
          kind: 'alterType',
          span,
          type: relationName(reading, node.relation),
          alteration: { form: 'renameAttribute', from, to },
          cascade: node.behavior === 'DROP_CASCADE',
        },
      ]
    case 'OBJECT_SCHEMA':
      return [{ kind: 'renameSchema', span, from, to }]
    case 'OBJECT_ROLE':
      return [{ kind: 'renameRole', span, from, to }]
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return [renamedFunction(reading, node.object.ObjectWithArgs, (name) => beside(name, to))]
    case 'OBJECT_RULE': {
      const rule = ruleIdentity(reading, from, node.relation)
      return [renameOther(reading, rule, to, ruled(rule.table))]
    }
    default: {
      const other = namedOther(reading, node.renameType, node.object ?? {})
      if (other !== undefined) return [renameOther(reading, other, to)]
      const statement = `ALTER ${objectWords(node.renameType)} … RENAME`
      return [{ kind: 'unmodelled', reach: 'named', span, statement }]
    }
  }
}

function kindSaid({ renameType }: Node): { readonly as?: RelationKind } {
  const as = RELATION_KINDS[renameType]
  return as === undefined ? {} : { as }
}

/** What the grammar calls kinds of relations. */
export const RELATION_KINDS: Readonly<Record<string, RelationKind>> = {
  OBJECT_TABLE: 'table',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_INDEX: 'index',
  OBJECT_SEQUENCE: 'sequence',
}

/** ALTER … SET SCHEMA. */
export function readSetSchema(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const moved = (name: Name) => qualify(node.newschema, partsOf(name).name)
  if (node.relation !== undefined) {
    const from = relationName(reading, node.relation)
    if (node.missing_ok === true && !exists(reading, from))
      return [{ kind: 'leaveCatalog', span, statement: 'ALTER … IF EXISTS' }]
    const touches = [{ relation: from, lock: 'AccessExclusiveLock' } as const]
    if (moved(from) === from) return [{ kind: 'leaveCatalog', span, statement: 'ALTER … SET SCHEMA', touches }]
    const as = RELATION_KINDS[node.objectType]
    const said = as === undefined || as === 'table' ? {} : { as }
    return [{ kind: 'renameRelation', span, from, to: moved(from), ...said }]
  }
  switch (node.objectType) {
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN': {
      const type = typeIn(reading, node.object)
      if (moved(type) === type) return [{ kind: 'leaveCatalog', span, statement: 'ALTER … SET SCHEMA' }]
      return [{ kind: 'renameRelation', span, from: type, to: moved(type), isType: true }]
    }
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return [renamedFunction(reading, node.object.ObjectWithArgs, moved)]
    case 'OBJECT_EXTENSION':
      return [{ kind: 'moveExtension', span, name: node.object.String.sval, schema: node.newschema }]
    default: {
      const other = namedOther(reading, node.objectType, node.object)
      if (other !== undefined) return [moveOther(reading, other, node.newschema)]
      const statement = `ALTER ${objectWords(node.objectType)} … SET SCHEMA`
      return [{ kind: 'unmodelled', reach: 'named', span, statement }]
    }
  }
}

/** ALTER … OWNER TO, for what is not a relation. */
export function readOwner(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const owner = readRoleName(reading, node.newowner)
  const named = owner === undefined ? {} : { owner }
  switch (node.objectType) {
    case 'OBJECT_SCHEMA':
      return [{ kind: 'setOwner', span, target: 'schema', on: node.object.String.sval, ...named }]
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return [{ kind: 'setOwner', span, target: 'type', on: typeIn(reading, node.object), ...named }]
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE': {
      const on = readFunctionKey(reading, node.object.ObjectWithArgs)
      return [{ kind: 'setOwner', span, target: 'function', on, ...named }]
    }
    default: {
      const other = namedOther(reading, node.objectType, node.object)
      if (other !== undefined) return [ownOther(reading, other, node.newowner)]
      return [{ kind: 'leaveCatalog', span, statement: `ALTER ${objectWords(node.objectType)} … OWNER TO` }]
    }
  }
}

function beside(name: Name, to: string): Name {
  return qualify(partsOf(name).schema, to)
}

/** Renaming an index that a constraint owns renames the constraint. */
function constraintOwning(reading: Reading, relation: Name, to: string): Action | undefined {
  const index = reading.before.indexes.get(relation)
  if (index?.constraint !== true) return undefined
  const span = reading.statement
  return { kind: 'renameConstraint', span, table: index.table, from: partsOf(relation).name, to, index: relation }
}

function exists(reading: Reading, name: Name): boolean {
  const { tables, indexes, sequences, views } = reading.before
  return tables.has(name) || indexes.has(name) || sequences.has(name) || views.has(name)
}
