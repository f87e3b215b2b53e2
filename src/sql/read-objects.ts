import type { Action } from '../catalog/action.ts'
import { TRIGGER_FUNCTIONS } from '../catalog/built-in-functions.ts'
import type { Name } from '../catalog/catalog.ts'
import { omit } from '../catalog/edit-catalog.ts'
import { relationExists } from '../catalog/generated-names.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import type { Trigger, View } from '../catalog/objects.ts'
import type { Policy } from '../catalog/privileges.ts'
import { type Refusal, refusedBy } from '../catalog/refusal.ts'
import type { SqlText } from '../catalog/sql-text.ts'
import { bracketsAfter, trimmed } from './extents.ts'
import { missingInChange } from './missing-in-rows.ts'
import type { Node } from './parser.ts'
import { columnsMadeEqual } from './read-conditions.ts'
import { storageOf } from './read-create-table.ts'
import { readQuery } from './read-queries.ts'
import { readQueryTable } from './read-query-table.ts'
import { readRoleName, readRoleNames } from './read-roles.ts'
import { nameSpan, newName, type Reading, relationName, routineName, stringsOf } from './reading.ts'
import { resolveWith } from './resolve-select.ts'
import { expressionText, missingColumnIn, type Owner, queryText, resolvedText } from './sql-text.ts'
import { type Extent, findWord, tokensIn } from './tokens.ts'
import { readViewOptions } from './view-options.ts'
import { refusalOfReplacedView, repeatedColumn } from './view-replacement.ts'
import { typesInCircle } from './views-in-circles.ts'

/** CREATE SCHEMA, without the elements it may hold. */
export function readCreateSchema(reading: Reading, node: Node): Action {
  const owner = readRoleName(reading, node.authrole)
  const name: string = node.schemaname ?? owner ?? ''
  return {
    kind: 'createSchema',
    span: reading.statement,
    name,
    ...(owner === undefined ? {} : { owner }),
    ifNotExists: node.if_not_exists === true,
  }
}

/** CREATE VIEW. */
export function readCreateView(reading: Reading, node: Node): readonly Action[] {
  const reads = readQuery(reading, node.query, false)
  const name = newViewName(reading, node.view, reads)
  const { missing, ...named } = viewQuery(reading, node.query, node.aliases)
  const view = {
    name,
    materialized: false,
    ...named,
    ...typesInCircle(reading, node.query, name, named.query),
    ...readViewOptions(node.options, node.withCheckOption),
  }
  const replace = node.replace === true
  const refused =
    missing ??
    repeatedColumn(view) ??
    (replace ? refusalOfReplacedView(reading, view, node.query.SelectStmt) : undefined)
  const span = nameSpan(reading, node.view.location)
  return [{ kind: 'createView', span, view, replace, ...refusedBy(refused) }, ...reads]
}

/** A view of what is temporary is temporary itself. */
function newViewName(reading: Reading, view: Node, reads: readonly Action[]): Name {
  const isTemporary = reads.some(
    (each) => each.kind === 'readRows' && each.relations.some(({ name }) => partsOf(name).schema === 'pg_temp'),
  )
  return newName(reading, isTemporary && view.schemaname === undefined ? { ...view, relpersistence: 't' } : view)
}

/** CREATE MATERIALIZED VIEW and CREATE TABLE AS. */
export function readCreateTableAs(reading: Reading, node: Node): readonly Action[] {
  const relation: Node = node.into.rel
  const isRun = node.into.skipData !== true
  const span = nameSpan(reading, relation.location)
  if (node.objtype === 'OBJECT_MATVIEW') {
    const { missing, ...named } = viewQuery(reading, node.query, node.into.colNames)
    const view = {
      name: newName(reading, relation),
      materialized: true,
      ...named,
      ...omit(storageOf(reading, node.into), 'options'),
      ...readViewOptions(node.into.options),
      ...(node.into.skipData === true ? { populated: false as const } : {}),
    }
    const isThere = node.if_not_exists === true && relationExists(reading.before, view.name)
    if (isThere) return [{ kind: 'leaveCatalog', span, statement: 'CREATE MATERIALIZED VIEW IF NOT EXISTS' }]
    const refused = missing ?? repeatedColumn(view)
    const created: Action = { kind: 'createView', span, view, replace: false, ...refusedBy(refused) }
    return [created, ...readQuery(reading, node.query, isRun)]
  }
  const made = readQueryTable(reading, node.into, node.query, {
    statement: 'CREATE TABLE … AS',
    ifNotExists: node.if_not_exists === true,
  })
  return [...made, ...readQuery(reading, node.query, isRun)]
}

function viewQuery(
  reading: Reading,
  query: Node,
  names: readonly Node[] | undefined,
): Pick<View, 'query' | 'columnNames'> & { readonly missing?: Refusal } {
  const extent = queryExtent(reading)
  return {
    ...(extent === undefined || query.SelectStmt === undefined
      ? {}
      : (recursiveText(reading, query.SelectStmt, extent) ?? queryText(reading, query.SelectStmt, extent))),
    ...(names === undefined ? {} : { columnNames: stringsOf(names) }),
  }
}

/** The grammar puts the query of CREATE RECURSIVE VIEW into a WITH that stands nowhere in the statement. */
function recursiveText(reading: Reading, { withClause }: Node, extent: Extent): Pick<View, 'query'> | undefined {
  if (withClause?.location !== -1) return undefined
  const { ctename, aliascolnames }: Node = withClause.ctes[0].CommonTableExpr
  const outputs = stringsOf(aliascolnames)
  const [name, columns] = [quoteIdentifier(ctename), outputs.map(quoteIdentifier).join(', ')]
  const text = resolvedText(reading, extent, (resolution) => resolveWith(resolution, withClause, undefined))
  const before = `with recursive ${name} (${columns}) as (\n`
  return { query: { ...text, outputs, pieces: [before, ...text.pieces, `\n) select ${columns} from ${name}`] } }
}

/** What follows AS, without WITH CHECK OPTION and WITH [NO] DATA. */
function queryExtent(reading: Reading): Extent | undefined {
  const { file, start, end } = reading.statement
  const keyword = findWord(file.text, start, end, 'AS')
  if (keyword === undefined) return undefined
  const tokens = [...tokensIn(file.text, keyword.end, end)]
  const words = tokens
    .slice(-4)
    .map((token) => token.word)
    .join(' ')
  const tail = TAIL.exec(words)?.[0].trim().split(' ').length ?? 0
  const last = tokens.at(-1 - tail)
  return last === undefined ? undefined : trimmed(file.text, keyword.end, last.end)
}

const TAIL = /(?: |^)WITH (?:(?:CASCADED |LOCAL )?CHECK OPTION|(?:NO )?DATA)$/

/** CREATE TRIGGER and CREATE CONSTRAINT TRIGGER. */
export function readCreateTrigger(reading: Reading, node: Node): readonly Action[] {
  const called = stringsOf(node.funcname)
  const table = relationName(reading, node.relation)
  const bits: number = node.events ?? 0
  const trigger: Trigger = {
    name: node.trigname,
    table,
    // TRIGGER_TYPE_BEFORE and TRIGGER_TYPE_INSTEAD in catalog/pg_trigger.h.
    timing: node.timing === 2 ? 'before' : node.timing === 64 ? 'instead of' : 'after',
    forEach: node.row === true ? 'row' : 'statement',
    events: TRIGGER_EVENTS.filter(([bit]) => (bits & bit) !== 0).map(([, event]) => event),
    updateOf: stringsOf(node.columns),
    function: triggerFunction(reading, called),
    arguments: stringsOf(node.args),
    ...condition(reading, 'when', node.whenClause, bracketsAfter(reading, 'WHEN'), { table, aliases: ['new', 'old'] }),
    enabled: true,
    ...triggerKind(reading, node),
  }
  const missing = missingColumnIn(reading, node.whenClause, { table, aliases: ['new', 'old'] })
  const refused = refusedBy(missing)
  return [{ kind: 'createTrigger', span: reading.statement, trigger, replace: node.replace === true, ...refused }]
}

function triggerFunction({ before }: Reading, parts: readonly string[]): Name {
  const exists = (name: Name) => before.functions.has(`${name}()`)
  const name = routineName({ before }, parts, exists)
  const last = parts.at(-1) ?? ''
  const isSystem = parts.length === 1 && TRIGGER_FUNCTIONS.has(last) && !exists(name)
  return isSystem ? qualify('pg_catalog', last) : name
}

function triggerKind(
  reading: Reading,
  node: Node,
): Pick<Trigger, 'constraint' | 'references' | 'oldTable' | 'newTable'> {
  const transitions: readonly Node[] = (node.transitionRels ?? []).map((each: Node) => each.TriggerTransition)
  const named = (isNew: boolean): string | undefined =>
    transitions.find((each) => (each.isNew === true) === isNew)?.name
  const [oldTable, newTable] = [named(false), named(true)]
  const deferral = node.initdeferred === true ? 'initially deferred' : 'initially immediate'
  return {
    ...(node.isconstraint === true ? { constraint: node.deferrable === true ? deferral : 'not deferrable' } : {}),
    ...(node.constrrel === undefined ? {} : { references: relationName(reading, node.constrrel) }),
    ...(oldTable === undefined ? {} : { oldTable }),
    ...(newTable === undefined ? {} : { newTable }),
  }
}

/** CREATE POLICY. */
export function readCreatePolicy(reading: Reading, node: Node): readonly Action[] {
  const policy: Policy = {
    name: node.policy_name,
    table: relationName(reading, node.table),
    command: node.cmd_name,
    permissive: node.permissive === true,
    roles: readRoleNames(reading, node.roles).toSorted(),
    ...policyConditions(reading, node),
  }
  return [{ kind: 'createPolicy', span: reading.statement, policy, ...missingInPolicy(reading, node) }]
}

function missingInPolicy(reading: Reading, node: Node): { readonly refused?: Refusal } {
  return refusedBy(missingColumnIn(reading, [node.with_check, node.qual], { table: relationName(reading, node.table) }))
}

function policyConditions(reading: Reading, node: Node): Pick<Policy, 'using' | 'check'> {
  const owner = { table: relationName(reading, node.table) }
  return {
    ...condition(reading, 'using', node.qual, bracketsAfter(reading, 'USING'), owner),
    ...condition(reading, 'check', node.with_check, bracketsAfter(reading, 'CHECK'), owner),
  }
}

function condition<K extends string>(
  reading: Reading,
  key: K,
  node: Node | undefined,
  extent: Extent | undefined,
  owner: Owner,
): { readonly [key in K]?: SqlText } {
  if (node === undefined || extent === undefined) return {}
  return { [key]: expressionText(reading, node, extent, owner) } as { readonly [key in K]?: SqlText }
}

/** ALTER POLICY. */
export function readAlterPolicy(reading: Reading, node: Node): readonly Action[] {
  const roles = node.roles === undefined ? {} : { roles: readRoleNames(reading, node.roles).toSorted() }
  return [
    {
      kind: 'alterPolicy',
      span: reading.statement,
      table: relationName(reading, node.table),
      name: node.policy_name,
      ...roles,
      ...policyConditions(reading, node),
      ...missingInPolicy(reading, node),
    },
  ]
}

/** INSERT, UPDATE, DELETE, MERGE and COPY. */
export function readRowChange(
  reading: Reading,
  node: Node,
  statement: 'insert' | 'update' | 'delete' | 'merge' | 'copy',
): readonly Action[] {
  const relation: Node | undefined = node.relation
  if (relation === undefined) return [{ kind: 'leaveCatalog', span: reading.statement, statement: 'COPY' }]
  const span = nameSpan(reading, relation.location)
  const isJoined = node.fromClause !== undefined || node.usingClause !== undefined
  return [
    {
      kind: 'changeRows',
      span,
      statement,
      relation: relationName(reading, relation),
      where: node.whereClause !== undefined,
      equal: isJoined ? [] : columnsMadeEqual(node.whereClause),
      strings: stringConstantsIn(node),
      ...missingInChange(reading, node),
    },
    ...readQuery(reading, node),
  ]
}

function stringConstantsIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  if ('A_Const' in node) return [(node as Node).A_Const.sval?.sval].filter((each) => typeof each === 'string')
  return Object.values(node).flatMap(stringConstantsIn)
}

const TRIGGER_EVENTS: readonly (readonly [number, Trigger['events'][number]])[] = [
  [8, 'delete'],
  [4, 'insert'],
  [32, 'truncate'],
  [16, 'update'],
]
