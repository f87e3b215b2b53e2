import type { Action } from '../catalog/action.ts'
import type { Name } from '../catalog/catalog.ts'
import type { Mutable } from '../catalog/edit-catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import type { PartitionBound } from '../catalog/partitions.ts'
import { type Refusal, refusedBy } from '../catalog/refusal.ts'
import type { OnTable } from '../catalog/table-actions.ts'
import type { Span } from '../text/source-file.ts'
import { asOneStatement } from './alter-together.ts'
import { readExpression } from './expressions.ts'
import { extentAfter, placeOf } from './extents.ts'
import { refusalOfForm } from './forms-of-relations.ts'
import type { Node } from './parser.ts'
import { readAddColumn } from './read-add-column.ts'
import { readRuleFiring } from './read-beside.ts'
import { readCollation } from './read-collation.ts'
import { identityKind, isUnstoredNull } from './read-columns.ts'
import { readConstraint, readNotNull } from './read-constraints.ts'
import { readPartitionBound } from './read-partitions.ts'
import { readRoleName } from './read-roles.ts'
import { readSequenceOptions } from './read-sequences.ts'
import { propertyOf, readIndexChange, readTableChange } from './read-table-changes.ts'
import { readAlterComposite } from './read-user-types.ts'
import { clauseSpan, nameSpan, type Reading, relationName } from './reading.ts'
import { wordsOf } from './shared-objects.ts'
import { missingColumnIn, readExpressionAt } from './sql-text.ts'
import { readType } from './type-names.ts'
import { afterCommand, readMaterializedCommand, readViewCommand } from './view-options.ts'

/** ALTER TABLE, and ALTER INDEX, SEQUENCE, VIEW and so on where the grammar reads them as such. */
export function readAlterTable(outside: Reading, node: Node): readonly Action[] {
  if (node.objtype === 'OBJECT_TYPE') return readAlterComposite(outside, node)
  const relation = relationName(outside, node.relation)
  const isMissing = node.missing_ok === true && !isKnown(outside, relation)
  if (isMissing) return [{ kind: 'leaveCatalog', span: outside.statement, statement: 'ALTER TABLE IF EXISTS' }]
  const commands: readonly Node[] = (node.cmds ?? []).map((each: Node) => each.AlterTableCmd)
  const made = commands.flatMap(({ subtype, def }) => (subtype === 'AT_AddColumn' ? [def.ColumnDef.colname] : []))
  const reading = made.length === 0 ? outside : { ...outside, making: { columns: made, isAll: true } }
  let view = reading
  const actions = inOrderOfExecution(commands).flatMap((command): readonly Action[] => {
    const refused = refusalOfForm(reading, relation, node.objtype, command.subtype)
    if (refused !== undefined) return [unmodelledForm(reading, node.objtype, refused)]
    if (command.subtype === 'AT_ChangeOwner') return [changeOwner(reading, relation, command)]
    // The grammar lets ALTER TABLE name a relation of any kind.
    if (reading.before.indexes.has(relation) || node.objtype === 'OBJECT_INDEX')
      return [readAlterIndex(reading, relation, command)]
    if (reading.before.sequences.has(relation) || node.objtype === 'OBJECT_SEQUENCE')
      return [readAlterSequence(reading, relation, command)]
    const isMaterialized = view.before.views.get(relation)?.materialized === true
    if (isMaterialized)
      return [readMaterializedCommand(reading, relation, command, nameSpan(reading, node.relation.location))]
    if (view.before.views.has(relation)) {
      const read = readViewCommand(view, relation, command)
      view = afterCommand(view, read)
      return read
    }
    const isTable = node.objtype === 'OBJECT_TABLE' || node.objtype === 'OBJECT_FOREIGN_TABLE'
    if (!isTable) return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'ALTER VIEW' }]
    const firing = RULE_FIRING.get(command.subtype)
    if (firing !== undefined) return [readRuleFiring(reading, relation, command.name, firing)]
    const base: Mutable<OnTable> = { table: relation, span: commandSpan(reading, node, command) }
    if (node.relation.inh !== true) base.only = true
    if (command.missing_ok === true) base.lenient = true
    return [readCommand(reading, base, command)]
  })
  return asOneStatement(reading, actions)
}

/** What is refused as long as the relation is what it seems to be. */
function unmodelledForm({ statement: span }: Reading, objectType: string, refused: Refusal): Action {
  return { kind: 'unmodelled', reach: 'named', span, statement: `ALTER ${wordsOf(objectType)}`, refused }
}

/** How rules fire, by the grammar's word for it. */
const RULE_FIRING: ReadonlyMap<string, string> = new Map([
  ['AT_EnableRule', 'enable'],
  ['AT_EnableAlwaysRule', 'enable always'],
  ['AT_EnableReplicaRule', 'enable replica'],
  ['AT_DisableRule', 'disable'],
])

/** Whatever the order in which they are written, PostgreSQL drops first (AT_PASS_DROP in tablecmds.c). */
function inOrderOfExecution(commands: readonly Node[]): readonly Node[] {
  if (commands.length < 2) return commands
  const isDrop = (command: Node) => DROPS.has(command.subtype)
  return [...commands.filter(isDrop), ...commands.filter((command) => !isDrop(command))]
}

const DROPS: ReadonlySet<string> = new Set([
  'AT_DropColumn',
  'AT_DropConstraint',
  'AT_DropNotNull',
  'AT_DropIdentity',
  'AT_DropExpression',
])

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

function readCommand(reading: Reading, base: OnTable, command: Node): Action {
  const { table } = base
  const column: string = command.name ?? ''
  const cascade = command.behavior === 'DROP_CASCADE'
  switch (command.subtype) {
    case 'AT_AddColumn':
      return readAddColumn(reading, base, command)
    case 'AT_DropColumn':
      return { kind: 'dropColumn', ...base, column, cascade }
    case 'AT_AlterColumnType': {
      const { typeName, raw_default: using, collClause } = command.def.ColumnDef
      const { type } = readType(reading, typeName)
      return {
        kind: 'setColumnType',
        ...base,
        column,
        type,
        ...readCollation(reading, collClause?.collname),
        ...(using === undefined ? {} : { using: readExpression(using, reading.before) }),
        ...readCasts(reading, using, column),
        ...missingInUsing(reading, using, table),
      }
    }
    case 'AT_ColumnDefault': {
      const type = reading.before.tables.get(table)?.columns.find((each) => each.name === column)?.type ?? ''
      const isSet = command.def !== undefined && !isUnstoredNull(reading, command.def, type)
      return {
        kind: 'setColumnDefault',
        ...base,
        column,
        ...(isSet ? { default: clauseExpression(reading, command.def, table, 'DEFAULT') } : {}),
      }
    }
    case 'AT_SetNotNull':
      return { kind: 'setColumnNullable', ...base, column, nullable: false }
    case 'AT_DropNotNull':
      return { kind: 'setColumnNullable', ...base, column, nullable: true }
    case 'AT_AddIdentity': {
      const { generated_when: when, options } = command.def.Constraint
      const sequence = readSequenceOptions(reading, options)
      return { kind: 'setColumnIdentity', ...base, column, adds: true, identity: identityKind(when), sequence }
    }
    case 'AT_SetIdentity':
      return setIdentity(reading, base, command)
    case 'AT_DropIdentity':
      return { kind: 'setColumnIdentity', ...base, column }
    case 'AT_DropExpression':
      return { kind: 'setColumnExpression', ...base, column }
    case 'AT_SetExpression':
      return {
        kind: 'setColumnExpression',
        ...base,
        column,
        expression: clauseExpression(reading, command.def, table, 'AS'),
      }
    case 'AT_AddConstraint':
      return readAddConstraint(reading, base, command.def.Constraint)
    case 'AT_DropConstraint':
      return { kind: 'dropConstraint', ...base, name: column, cascade }
    case 'AT_ValidateConstraint':
      return { kind: 'validateConstraint', ...base, name: column }
    case 'AT_AttachPartition': {
      const { name, bound } = command.def.PartitionCmd
      return {
        kind: 'attachPartition',
        ...base,
        partition: relationName(reading, name),
        isDefault: bound?.is_default === true,
        ...boundOf(reading, bound),
      }
    }
    case 'AT_DetachPartition': {
      const { name, concurrent } = command.def.PartitionCmd
      return {
        kind: 'detachPartition',
        ...base,
        partition: relationName(reading, name),
        concurrently: concurrent === true,
      }
    }
    case 'AT_EnableRowSecurity':
      return { kind: 'setRowSecurity', ...base, enabled: true }
    case 'AT_DisableRowSecurity':
      return { kind: 'setRowSecurity', ...base, enabled: false }
    case 'AT_SetLogged':
      return { kind: 'setPersistence', ...base, persistence: 'permanent' }
    case 'AT_SetUnLogged':
      return { kind: 'setPersistence', ...base, persistence: 'unlogged' }
    case 'AT_EnableTrig':
    case 'AT_EnableAlwaysTrig':
    case 'AT_EnableReplicaTrig':
      return {
        kind: 'setTriggerEnabled',
        ...base,
        trigger: column,
        enabled: command.subtype !== 'AT_EnableReplicaTrig',
        ...(command.subtype === 'AT_EnableAlwaysTrig' ? { fires: 'always' as const } : {}),
        ...(command.subtype === 'AT_EnableReplicaTrig' ? { fires: 'replica' as const } : {}),
      }
    case 'AT_DisableTrig':
      return { kind: 'setTriggerEnabled', ...base, trigger: column, enabled: false }
    case 'AT_EnableTrigAll':
    case 'AT_EnableTrigUser':
      return { kind: 'setTriggerEnabled', ...base, enabled: true }
    case 'AT_DisableTrigAll':
    case 'AT_DisableTrigUser':
      return { kind: 'setTriggerEnabled', ...base, enabled: false }
    default: {
      const change = readTableChange(reading, table, command)
      const changed = change === undefined ? {} : { change }
      return { kind: 'setTableProperty', ...base, property: propertyOf(command), ...changed }
    }
  }
}

/** `SET DEFAULT expression`, `SET EXPRESSION AS (expression)` */
function clauseExpression(reading: Reading, node: Node, table: Name, word: 'DEFAULT' | 'AS'): Expression {
  const extent = extentAfter(reading, placeOf(reading, node), word)
  return readExpressionAt(reading, node, extent, { table })
}

function boundOf(reading: Reading, node: Node | undefined): { readonly bound?: PartitionBound } {
  const bound = readPartitionBound(reading, node)
  return bound === undefined ? {} : { bound }
}

/** SET GENERATED and the options of the sequence; each stays as it is where nothing is said. */
function setIdentity(reading: Reading, base: OnTable, command: Node): Action {
  const options: readonly Node[] = command.def?.List?.items ?? []
  const generated = options.find((each) => each.DefElem.defname === 'generated')?.DefElem.arg?.Integer?.ival
  const sequence = readSequenceOptions(reading, options)
  const known = reading.before.tables.get(base.table)?.columns.find((column) => column.name === command.name)?.identity
  // The grammar holds the letter of pg_attribute.attidentity as a number.
  const identity = generated === undefined ? (known ?? 'by default') : identityKind(String.fromCharCode(generated))
  return { kind: 'setColumnIdentity', ...base, column: command.name, identity, sequence }
}

/** The casts of USING around the column alone, the innermost first. */
function readCasts(reading: Reading, using: Node | undefined, column: string): { readonly casts?: readonly string[] } {
  const casts: string[] = []
  let inner = using
  for (; inner?.TypeCast !== undefined; inner = inner.TypeCast.arg)
    casts.unshift(readType(reading, inner.TypeCast.typeName).type)
  const fields = inner?.ColumnRef?.fields
  return fields?.length === 1 && fields[0].String?.sval === column ? { casts } : {}
}

/** USING may name the columns that the table has before the statement. */
function missingInUsing(reading: Reading, using: Node | undefined, table: Name): { readonly refused?: Refusal } {
  return refusedBy(using === undefined ? undefined : missingColumnIn(reading, using, { table }))
}

function readAddConstraint(reading: Reading, base: OnTable, node: Node): Action {
  if (node.contype === 'CONSTR_NOTNULL') {
    const constraint = readNotNull(reading, node)
    return { kind: 'setColumnNullable', ...base, column: constraint.column, nullable: false, constraint }
  }
  const constraint = readConstraint(reading, node, base.table)
  if (constraint === undefined)
    return { kind: 'unmodelled', reach: 'named', span: base.span, statement: 'ALTER TABLE … ADD CONSTRAINT' }
  return { kind: 'addConstraint', ...base, constraint }
}

function readAlterIndex(reading: Reading, index: Name, command: Node): Action {
  const span = reading.statement
  if (command.subtype === 'AT_AttachPartition')
    return { kind: 'attachIndex', span, index, part: relationName(reading, command.def.PartitionCmd.name) }
  const change = readIndexChange(command)
  if (change === undefined) return { kind: 'leaveCatalog', span, statement: 'ALTER INDEX' }
  return { kind: 'alterIndex', span, index, change }
}

function readAlterSequence(reading: Reading, sequence: Name, command: Node): Action {
  const span = reading.statement
  const persistence = PERSISTENCE[command.subtype as string]
  if (persistence === undefined) return { kind: 'leaveCatalog', span, statement: 'ALTER SEQUENCE' }
  return { kind: 'alterSequence', span, sequence, options: {}, persistence }
}

const PERSISTENCE: Readonly<Record<string, 'permanent' | 'unlogged'>> = {
  AT_SetLogged: 'permanent',
  AT_SetUnLogged: 'unlogged',
}

function changeOwner(reading: Reading, relation: Name, command: Node): Action {
  const owner = readRoleName(reading, command.newowner)
  const named = owner === undefined ? {} : { owner }
  return { kind: 'setOwner', span: reading.statement, target: 'relation', on: relation, ...named }
}
