import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import type { OnTable } from '../catalog/table-actions.ts'
import type { Span } from '../text/source-file.ts'
import { readExpression } from './expressions.ts'
import { extentAfter, placeOf } from './extents.ts'
import type { Node } from './parser.ts'
import { identityKind, isNull, readColumn } from './read-columns.ts'
import { readConstraint } from './read-constraints.ts'
import { readRoleName } from './read-roles.ts'
import { clauseSpan, nameSpan, type Reading, relationName } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { readType } from './type-names.ts'

/** ALTER TABLE, and ALTER INDEX, SEQUENCE, VIEW and so on where the grammar reads them as such. */
export function readAlterTable(reading: Reading, node: Node): readonly Action[] {
  const relation = relationName(reading, node.relation)
  const isMissing = node.missing_ok === true && !isKnown(reading, relation)
  if (isMissing) return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'ALTER TABLE IF EXISTS' }]
  const commands: readonly Node[] = (node.cmds ?? []).map((each: Node) => each.AlterTableCmd)
  return commands.flatMap((command) => {
    if (command.subtype === 'AT_ChangeOwner') return [changeOwner(reading, relation, command)]
    if (node.objtype === 'OBJECT_INDEX') return readAlterIndex(reading, relation, command)
    if (node.objtype === 'OBJECT_TYPE') return [unmodelled(reading, 'ALTER TYPE … ATTRIBUTE')]
    const isTable = node.objtype === 'OBJECT_TABLE' || node.objtype === 'OBJECT_FOREIGN_TABLE'
    if (!isTable) return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'ALTER VIEW' }]
    return [readCommand(reading, relation, command, commandSpan(reading, node, command))]
  })
}

function isKnown(reading: Reading, relation: Name): boolean {
  const { tables, indexes, sequences, views } = reading.before
  return tables.has(relation) || indexes.has(relation) || sequences.has(relation) || views.has(relation)
}

/** The definition a command holds, else the table's name: commands themselves have no place in the tree. */
function commandSpan(reading: Reading, node: Node, command: Node): Span {
  const definition = command.def?.ColumnDef ?? command.def?.Constraint ?? command.def?.PartitionCmd?.name
  if (definition?.location !== undefined) return clauseSpan(reading, definition.location)
  return nameSpan(reading, node.relation.location)
}

function readCommand(reading: Reading, table: Name, command: Node, span: Span): Action {
  const base: OnTable = { table, span }
  const column: string = command.name ?? ''
  const cascade = command.behavior === 'DROP_CASCADE'
  switch (command.subtype) {
    case 'AT_AddColumn': {
      const definition = readColumn(reading, command.def.ColumnDef, table)
      return { ...base, kind: 'addColumn', column: definition, ifNotExists: command.missing_ok === true }
    }
    case 'AT_DropColumn':
      return { ...base, kind: 'dropColumn', column, cascade }
    case 'AT_AlterColumnType': {
      const { typeName, raw_default: using } = command.def.ColumnDef
      const { type } = readType(reading, typeName)
      return {
        ...base,
        kind: 'setColumnType',
        column,
        type,
        ...(using === undefined ? {} : { using: readExpression(using, reading.before) }),
      }
    }
    case 'AT_ColumnDefault': {
      const isSet = command.def !== undefined && !isNull(command.def)
      return {
        ...base,
        kind: 'setColumnDefault',
        column,
        ...(isSet ? { default: clauseExpression(reading, command.def, table, 'DEFAULT') } : {}),
      }
    }
    case 'AT_SetNotNull':
      return { ...base, kind: 'setColumnNullable', column, nullable: false }
    case 'AT_DropNotNull':
      return { ...base, kind: 'setColumnNullable', column, nullable: true }
    case 'AT_AddIdentity':
      return {
        ...base,
        kind: 'setColumnIdentity',
        column,
        identity: identityKind(command.def.Constraint.generated_when),
      }
    case 'AT_DropIdentity':
      return { ...base, kind: 'setColumnIdentity', column }
    case 'AT_DropExpression':
      return { ...base, kind: 'setColumnExpression', column }
    case 'AT_SetExpression':
      return {
        ...base,
        kind: 'setColumnExpression',
        column,
        expression: clauseExpression(reading, command.def, table, 'AS'),
      }
    case 'AT_AddConstraint':
      return readAddConstraint(reading, base, command.def.Constraint)
    case 'AT_DropConstraint':
      return { ...base, kind: 'dropConstraint', name: column, cascade }
    case 'AT_ValidateConstraint':
      return { ...base, kind: 'validateConstraint', name: column }
    case 'AT_AttachPartition': {
      const { name, bound } = command.def.PartitionCmd
      return {
        ...base,
        kind: 'attachPartition',
        partition: relationName(reading, name),
        isDefault: bound?.is_default === true,
      }
    }
    case 'AT_DetachPartition': {
      const { name, concurrent } = command.def.PartitionCmd
      return {
        ...base,
        kind: 'detachPartition',
        partition: relationName(reading, name),
        concurrently: concurrent === true,
      }
    }
    case 'AT_EnableRowSecurity':
      return { ...base, kind: 'setRowSecurity', enabled: true }
    case 'AT_DisableRowSecurity':
      return { ...base, kind: 'setRowSecurity', enabled: false }
    case 'AT_SetLogged':
      return { ...base, kind: 'setPersistence', persistence: 'permanent' }
    case 'AT_SetUnLogged':
      return { ...base, kind: 'setPersistence', persistence: 'unlogged' }
    case 'AT_EnableTrig':
    case 'AT_EnableAlwaysTrig':
    case 'AT_EnableReplicaTrig':
      return {
        ...base,
        kind: 'setTriggerEnabled',
        trigger: column,
        enabled: command.subtype !== 'AT_EnableReplicaTrig',
      }
    case 'AT_DisableTrig':
      return { ...base, kind: 'setTriggerEnabled', trigger: column, enabled: false }
    case 'AT_EnableTrigAll':
    case 'AT_EnableTrigUser':
      return { ...base, kind: 'setTriggerEnabled', enabled: true }
    case 'AT_DisableTrigAll':
    case 'AT_DisableTrigUser':
      return { ...base, kind: 'setTriggerEnabled', enabled: false }
    case 'AT_AddInherit':
    case 'AT_DropInherit':
    case 'AT_AddOf':
    case 'AT_DropOf':
      return { kind: 'unmodelled', reach: 'named', span, statement: `ALTER TABLE … ${subtypeWords(command.subtype)}` }
    default:
      return { ...base, kind: 'setTableProperty', property: subtypeWords(command.subtype) }
  }
}

/** `SET DEFAULT expression`, `SET EXPRESSION AS (expression)` */
function clauseExpression(reading: Reading, node: Node, table: Name, word: 'DEFAULT' | 'AS'): Expression {
  const extent = extentAfter(reading, placeOf(reading, node), word)
  return readExpressionAt(reading, node, extent, { table })
}

function readAddConstraint(reading: Reading, base: OnTable, node: Node): Action {
  if (node.contype === 'CONSTR_NOTNULL') {
    return { ...base, kind: 'setColumnNullable', column: node.keys?.[0]?.String?.sval ?? '', nullable: false }
  }
  const constraint = readConstraint(reading, node, base.table)
  if (constraint === undefined)
    return { kind: 'unmodelled', reach: 'named', span: base.span, statement: 'ALTER TABLE … ADD CONSTRAINT' }
  return { ...base, kind: 'addConstraint', constraint }
}

function readAlterIndex(reading: Reading, index: Name, command: Node): readonly Action[] {
  const span = reading.statement
  if (command.subtype !== 'AT_AttachPartition') return [{ kind: 'leaveCatalog', span, statement: 'ALTER INDEX' }]
  return [{ kind: 'attachIndex', span, index, part: relationName(reading, command.def.PartitionCmd.name) }]
}

function changeOwner(reading: Reading, relation: Name, command: Node): Action {
  const owner = readRoleName(reading, command.newowner)
  const named = owner === undefined ? {} : { owner }
  return { kind: 'setOwner', span: reading.statement, target: 'relation', on: relation, ...named }
}

function unmodelled(reading: Reading, statement: string): Action {
  return { kind: 'unmodelled', reach: 'named', span: reading.statement, statement }
}

/** `AT_SetStatistics` is SET STATISTICS. */
function subtypeWords(subtype: string): string {
  return subtype
    .replace(/^AT_/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
}
