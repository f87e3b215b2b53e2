import type { Action } from '../catalog/action.ts'
import { textOf } from '../text/source-file.ts'
import { OTHER_KINDS } from './other-identities.ts'
import type { Node } from './parser.ts'
import { readAlterTable } from './read-alter-table.ts'
import { readRule, readStatistics } from './read-beside.ts'
import { readCallForEffect, readProcedure } from './read-call.ts'
import { readComment } from './read-comment.ts'
import { readCreateForeignTable, readCreateTable } from './read-create-table.ts'
import { readDatabaseSetting, readDropDatabase, readServerObject } from './read-databases.ts'
import { readDo } from './read-do.ts'
import { readDrop } from './read-drop.ts'
import { readCreateExtension, readExtensionDependency, readExtensionMember } from './read-extensions.ts'
import { readAlterFunction, readCreateFunction } from './read-functions.ts'
import { readCreateIndex, readReindex } from './read-indexes.ts'
import { isOff, readCluster, readVacuum } from './read-maintenance.ts'
import {
  readAlterPolicy,
  readCreatePolicy,
  readCreateTableAs,
  readCreateTrigger,
  readCreateView,
  readRowChange,
} from './read-objects.ts'
import { OTHER_READERS } from './read-other-statements.ts'
import { readDefinition } from './read-others.ts'
import { readDefaultPrivileges, readGrant } from './read-privileges.ts'
import { readAlterPublication, readCreatePublication } from './read-publications.ts'
import { readQuery } from './read-queries.ts'
import { readForeignSchema, readQueryTable } from './read-query-table.ts'
import { readOwner, readRename, readSetSchema } from './read-rename.ts'
import {
  readAlterRole,
  readCreateRole,
  readGrantRole,
  readRoleName,
  readRoleNames,
  readRoleSetting,
} from './read-roles.ts'
import { readSchema } from './read-schema.ts'
import { readAlterSequence, readCreateSequence } from './read-sequences.ts'
import { readSet, readTransaction } from './read-session.ts'
import { readMoveAll } from './read-tablespaces.ts'
import { readAlterDomain, readAlterEnum, readCreateDomain, readCreateEnum } from './read-types.ts'
import { readAlterBaseType, readCreateBaseType, readCreateComposite, readCreateRange } from './read-user-types.ts'
import { firstWords, nameSpan, type Reading, relationName } from './reading.ts'

/** What a statement does, from the node that the grammar made of it. */
export function readStatement(reading: Reading, tag: string, node: Node): readonly Action[] {
  const reader = READERS[tag]
  if (reader !== undefined) return reader(reading, node)
  const span = reading.statement
  const statement = firstWords(textOf(span))
  return [
    LEAVE_CATALOG.has(tag)
      ? { kind: 'leaveCatalog', span, statement }
      : { kind: 'unmodelled', reach: 'named', span, statement },
  ]
}

type Reader = (reading: Reading, node: Node) => readonly Action[]

const READERS: Readonly<Record<string, Reader>> = {
  AlterTableStmt: readAlterTable,
  CreateStmt: (reading, node) => readCreateTable(reading, node),
  CreateForeignTableStmt: readCreateForeignTable,
  CreateTableAsStmt: readCreateTableAs,
  IndexStmt: readCreateIndex,
  ReindexStmt: readReindex,
  DropStmt: readDrop,
  RenameStmt: readRename,
  AlterObjectSchemaStmt: readSetSchema,
  AlterOwnerStmt: readOwner,
  CreateSchemaStmt: readSchema,
  CreateSeqStmt: readCreateSequence,
  AlterSeqStmt: readAlterSequence,
  CreateEnumStmt: readCreateEnum,
  AlterEnumStmt: readAlterEnum,
  CreateDomainStmt: readCreateDomain,
  AlterDomainStmt: readAlterDomain,
  CompositeTypeStmt: readCreateComposite,
  CreateRangeStmt: readCreateRange,
  AlterTypeStmt: readAlterBaseType,
  DefineStmt: readDefine,
  ViewStmt: readCreateView,
  RefreshMatViewStmt: (reading, node) => [
    {
      kind: 'refreshView',
      span: nameSpan(reading, node.relation.location),
      view: relationName(reading, node.relation),
      concurrently: node.concurrent === true,
      populated: node.skipData !== true,
    },
  ],
  CreateFunctionStmt: readCreateFunction,
  AlterFunctionStmt: readAlterFunction,
  CreateTrigStmt: readCreateTrigger,
  CreatePolicyStmt: readCreatePolicy,
  AlterPolicyStmt: readAlterPolicy,
  CreateExtensionStmt: readCreateExtension,
  AlterExtensionContentsStmt: readExtensionMember,
  AlterObjectDependsStmt: readExtensionDependency,
  AlterExtensionStmt: (reading) => [
    { kind: 'leaveCatalog', span: reading.statement, statement: 'ALTER EXTENSION … UPDATE' },
  ],
  CreateRoleStmt: readCreateRole,
  AlterRoleStmt: readAlterRole,
  AlterRoleSetStmt: readRoleSetting,
  DropRoleStmt: (reading, node) =>
    (node.roles ?? []).map((each: Node) => ({
      kind: 'dropRole',
      span: reading.statement,
      role: each.RoleSpec.rolename ?? '',
      ...leniency(node.missing_ok),
    })),
  GrantRoleStmt: readGrantRole,
  GrantStmt: readGrant,
  AlterDefaultPrivilegesStmt: readDefaultPrivileges,
  ReassignOwnedStmt: readReassign,
  DropOwnedStmt: (reading, node) => [
    {
      kind: 'dropOwned',
      span: reading.statement,
      roles: readRoleNames(reading, node.roles),
      cascade: node.behavior === 'DROP_CASCADE',
    },
  ],
  VariableSetStmt: readSet,
  TransactionStmt: readTransaction,
  TruncateStmt: (reading, node) =>
    (node.relations ?? []).map((each: Node) => ({
      kind: 'truncateTable',
      span: nameSpan(reading, each.RangeVar.location),
      table: relationName(reading, each.RangeVar),
      cascade: node.behavior === 'DROP_CASCADE',
    })),
  LockStmt: (reading, node) => [
    {
      kind: 'lockTable',
      span: reading.statement,
      relations: (node.relations ?? []).map((each: Node) => relationName(reading, each.RangeVar)),
      mode: node.mode ?? 0,
    },
  ],
  InsertStmt: (reading, node) => readRowChange(reading, node, 'insert'),
  UpdateStmt: (reading, node) => readRowChange(reading, node, 'update'),
  DeleteStmt: (reading, node) => readRowChange(reading, node, 'delete'),
  MergeStmt: (reading, node) => readRowChange(reading, node, 'merge'),
  CopyStmt: (reading, node) => readRowChange(reading, node, 'copy'),
  CallStmt: readCall,
  CommentStmt: readComment,
  CreateStatsStmt: readStatistics,
  RuleStmt: readRule,
  CreatePublicationStmt: readCreatePublication,
  AlterPublicationStmt: readAlterPublication,
  AlterDatabaseSetStmt: readDatabaseSetting,
  AlterDatabaseStmt: readServerObject,
  AlterDatabaseRefreshCollStmt: readServerObject,
  CreatedbStmt: readServerObject,
  DropdbStmt: readDropDatabase,
  CreateTableSpaceStmt: readServerObject,
  AlterTableSpaceOptionsStmt: readServerObject,
  DropTableSpaceStmt: readServerObject,
  AlterTableMoveAllStmt: readMoveAll,
  ...OTHER_READERS,
  ClusterStmt: readCluster,
  VacuumStmt: readVacuum,
  DoStmt: readDo,
  ExplainStmt: readExplain,
  SelectStmt: readSelect,
  ImportForeignSchemaStmt: readForeignSchema,
  DiscardStmt: readDiscard,
}

/** Statements that change nothing the catalog models. */
const LEAVE_CATALOG: ReadonlySet<string> = new Set([
  'AlterSystemStmt',
  'CheckPointStmt',
  'ClosePortalStmt',
  'ConstraintsSetStmt',
  'DeallocateStmt',
  'DeclareCursorStmt',
  'ExecuteStmt',
  'FetchStmt',
  'ListenStmt',
  'LoadStmt',
  'NotifyStmt',
  'PrepareStmt',
  'SecLabelStmt',
  'UnlistenStmt',
  'VariableShowStmt',
])

/** IF EXISTS or IF NOT EXISTS, where the grammar says so by a flag. */
function leniency(said: unknown): { readonly lenient?: true } {
  return said === true ? { lenient: true } : {}
}

/** CREATE of what is defined by a list in brackets. */
function readDefine(reading: Reading, node: Node): readonly Action[] {
  if (node.kind === 'OBJECT_TYPE') return readCreateBaseType(reading, node)
  if (OTHER_KINDS[node.kind] !== undefined) return readDefinition(reading, node)
  const span = reading.statement
  return [{ kind: 'unmodelled', reach: 'named', span, statement: firstWords(textOf(span)) }]
}

function readReassign(reading: Reading, node: Node): readonly Action[] {
  const to = readRoleName(reading, node.newrole)
  return [
    {
      kind: 'reassignOwned',
      span: reading.statement,
      from: readRoleNames(reading, node.roles),
      ...(to === undefined ? {} : { to }),
    },
  ]
}

/** DISCARD ALL gives the session back what it began with. */
function readDiscard(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  const left: Action = { kind: 'leaveCatalog', span, statement: 'DISCARD' }
  if (node.target !== 'DISCARD_ALL') return [left]
  return [left, { kind: 'setSearchPath', span, schemas: 'default' }, { kind: 'setRole', span, isSession: true }]
}

/** EXPLAIN ANALYZE runs the statement; without ANALYZE nothing happens. */
function readExplain(reading: Reading, node: Node): readonly Action[] {
  const options: readonly Node[] = (node.options ?? []).map((each: Node) => each.DefElem)
  const analyze = options.findLast((each) => each.defname === 'analyze')
  const left: Action = { kind: 'leaveCatalog', span: reading.statement, statement: 'EXPLAIN' }
  if (analyze === undefined || isOff(analyze.arg)) return [left]
  return Object.entries(node.query ?? {}).flatMap(([tag, each]) => readStatement(reading, tag, each as Node))
}

/** CALL runs a procedure, which may do anything where its body is not read. */
function readCall(reading: Reading, { funccall: call }: Node): readonly Action[] {
  const actions = readProcedure(reading, call)
  return actions.length > 0 ? actions : [{ kind: 'leaveCatalog', span: reading.statement, statement: 'CALL' }]
}

/** SELECT changes nothing, but for `set_config('search_path', …)`, with which pg_dump begins. */
function readSelect(reading: Reading, node: Node): readonly Action[] {
  const span = reading.statement
  if (node.intoClause !== undefined)
    return [
      ...readQueryTable(
        reading,
        node.intoClause,
        { SelectStmt: node },
        { statement: 'SELECT … INTO', ifNotExists: false },
      ),
      ...readQuery(reading, node),
    ]
  const call = node.targetList?.[0]?.ResTarget?.val?.FuncCall
  const [name, value] = (call?.args ?? []).map((each: Node) => each.A_Const?.sval?.sval)
  const isLocal = call?.args?.[2]?.A_Const?.boolval?.boolval === true
  const isPath = call?.funcname?.at(-1)?.String?.sval === 'set_config' && name === 'search_path'
  const effectful = readCallForEffect(reading, node)
  if (effectful !== undefined && effectful.length > 0) return effectful
  if (!isPath) return [{ kind: 'leaveCatalog', span, statement: 'SELECT' }, ...readQuery(reading, node)]
  const schemas = String(value ?? '')
    .split(',')
    .map((each) => each.trim().replaceAll('"', ''))
    .filter((each) => each !== '' && each !== '$user')
  return [{ kind: 'setSearchPath', span, schemas, ...(isLocal ? { local: true } : {}) }]
}
