import type { Action } from '../catalog/action.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { fold } from '../catalog/fold.ts'
import { onTableKey } from '../catalog/fold-objects.ts'
import { relationExists } from '../catalog/generated-names.ts'
import { partsOf, qualify } from '../catalog/names.ts'
import type { Table } from '../catalog/table.ts'
import type { ConstraintDefinition } from '../catalog/table-actions.ts'
import { offsetsOf } from '../text/offsets.ts'
import { textOf } from '../text/source-file.ts'
import { type Node, parse, parsePlpgsql } from './parser.ts'
import { readStatement } from './read-statement.ts'
import type { Reading } from './reading.ts'

/**
 * DO: the static statements of a PL/pgSQL block whose control flow is plain. `IF [NOT]
 * EXISTS (SELECT … FROM a system catalog)` and handlers that ignore a duplicate are read as
 * what they are for: do it where it is not done yet. All else is named as not modelled.
 */
export function readDo(reading: Reading, node: Node): readonly Action[] {
  const options: readonly Node[] = (node.args ?? []).map((each: Node) => each.DefElem)
  const language = options.find((each) => each.defname === 'language')?.arg?.String?.sval ?? 'plpgsql'
  const parsed = language === 'plpgsql' ? parsePlpgsql(textOf(reading.statement)) : undefined
  const body =
    parsed?.ok === true ? parsed.value.plpgsql_funcs?.[0]?.PLpgSQL_function?.action?.PLpgSQL_stmt_block : undefined
  if (body === undefined) return [notRead(reading, `DO in ${language}`)]
  const block: Block = { reading, current: reading.before, actions: [], conditions: 0, searchFrom: 0 }
  readBody(block, body.body)
  return block.actions.length > 0 ? block.actions : [{ kind: 'leaveCatalog', span: reading.statement, statement: 'DO' }]
}

/** What has been read of a block so far. */
interface Block {
  readonly reading: Reading
  current: Catalog
  readonly actions: Action[]
  /** How many IFs or handlers stand around the statement that is being read. */
  conditions: number
  /** Where in the statement's text the next embedded statement is looked for. */
  searchFrom: number
}

function readBody(block: Block, body: readonly Node[] | undefined): void {
  for (const node of body ?? []) {
    const [tag, statement] = Object.entries(node)[0] ?? ['', {}]
    readBlockStatement(block, tag, statement)
  }
}

function readBlockStatement(block: Block, tag: string, node: Node): void {
  switch (tag) {
    case 'PLpgSQL_stmt_block':
      if (node.exceptions !== undefined) readConditional(block, node.body)
      else readBody(block, node.body)
      for (const handler of node.exceptions?.PLpgSQL_exception_block?.exc_list ?? [])
        readBody(block, handler.PLpgSQL_exception?.action)
      return
    case 'PLpgSQL_stmt_execsql':
      readEmbedded(block, node.sqlstmt?.PLpgSQL_expr?.query ?? '')
      return
    case 'PLpgSQL_stmt_if': {
      const isPlain = node.elsif_list === undefined && node.else_body === undefined
      if (isPlain && asksSystemCatalog(node.cond?.PLpgSQL_expr?.query ?? '')) readConditional(block, node.then_body)
      else block.actions.push(notRead(block.reading, 'DO … IF'))
      return
    }
    case 'PLpgSQL_stmt_raise':
    case 'PLpgSQL_stmt_return':
    case 'PLpgSQL_stmt_perform':
    case 'PLpgSQL_stmt_assert':
    case 'PLpgSQL_stmt_getdiag':
      return
    default:
      block.actions.push(notRead(block.reading, `DO … ${controlWord(tag)}`))
  }
}

function readConditional(block: Block, body: readonly Node[] | undefined): void {
  block.conditions++
  readBody(block, body)
  block.conditions--
}

/** `PLpgSQL_stmt_dynexecute` is EXECUTE, `PLpgSQL_stmt_fors` a FOR loop over a query. */
function controlWord(tag: string): string {
  const word = tag.replace(/^PLpgSQL_stmt_(dyn)?/, '').replace(/_a$/, '')
  return word.replace(/^for[ics]$/, 'for').toUpperCase()
}

function readEmbedded(block: Block, query: string): void {
  const parsed = parse(query)
  const stmt = parsed.ok ? parsed.value[0]?.stmt : undefined
  if (stmt === undefined) {
    block.actions.push(notRead(block.reading, 'DO'))
    return
  }
  const [tag, node] = Object.entries(stmt)[0] ?? ['', {}]
  const reading = { ...embeddedReading(block, query), before: block.current }
  for (const action of readStatement(reading, tag, node)) {
    if (block.conditions > 0 && isDone(block.current, action)) continue
    if (block.conditions > 0 && !isTelling(block.current, action)) {
      block.actions.push(notRead(block.reading, 'DO … IF'))
      continue
    }
    // Where it would be refused, the condition or the handler is there for that.
    block.actions.push(block.conditions > 0 ? { ...action, lenient: true, guarded: true } : action)
    block.current = fold(block.current, action, reading.postgres)
  }
}

/** The place of an embedded statement: its text stands in the block as it is, unless comments were taken out of it. */
function embeddedReading(block: Block, query: string): Reading {
  const { statement } = block.reading
  const at = textOf(statement).indexOf(query, block.searchFrom)
  if (at < 0) return { ...block.reading, offsetOf: () => undefined }
  block.searchFrom = at + query.length
  const start = statement.start + at
  const offsets = offsetsOf(query)
  return {
    ...block.reading,
    statement: { file: statement.file, start, end: start + query.length },
    offsetOf: (location) => (location === undefined || location < 0 ? undefined : start + offsets.fromByte(location)),
  }
}

/** Whether a condition is EXISTS or NOT EXISTS over the system catalogs. */
function asksSystemCatalog(condition: string): boolean {
  const parsed = parse(`select ${condition}`)
  const value = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList?.[0]?.ResTarget?.val : undefined
  const tested = value?.BoolExpr?.boolop === 'NOT_EXPR' ? value.BoolExpr.args?.[0] : value
  if (tested?.SubLink?.subLinkType !== 'EXISTS_SUBLINK') return false
  const tables = rangesOf(tested.SubLink.subselect?.SelectStmt?.fromClause ?? [])
  return (
    tables.length > 0 &&
    tables.every((table) => table.schemaname === 'information_schema' || String(table.relname).startsWith('pg_'))
  )
}

function rangesOf(from: readonly Node[]): readonly Node[] {
  return from.flatMap((each): readonly Node[] => {
    if (each.JoinExpr !== undefined) return rangesOf([each.JoinExpr.larg, each.JoinExpr.rarg])
    return [each.RangeVar ?? {}]
  })
}

/** Whether what an action would make is there already, so that the block would not do it. */
function isDone(catalog: Catalog, action: Action): boolean {
  switch (action.kind) {
    case 'createEnum':
      return catalog.enums.has(action.enum.name)
    case 'createDomain':
      return catalog.domains.has(action.domain.name)
    case 'createType':
      return catalog.types.has(action.type.name)
    case 'createRole':
      return catalog.roles.has(action.role.name)
    case 'createTable':
      return catalog.tables.has(action.table.name)
    case 'createIndex':
      return (
        action.index.name !== undefined &&
        relationExists(catalog, qualify(partsOf(action.index.table).schema, action.index.name))
      )
    case 'createTrigger':
      return catalog.triggers.has(onTableKey(action.trigger.table, action.trigger.name))
    case 'createPolicy':
      return catalog.policies.has(onTableKey(action.policy.table, action.policy.name))
    case 'addConstraint':
      return hasConstraint(catalog.tables.get(action.table), action.constraint)
    default:
      return false
  }
}

/** Whether a table has the constraint: one of that name, or where none is said one of the same kind on the same columns. */
function hasConstraint(table: Table | undefined, constraint: ConstraintDefinition): boolean {
  if (table === undefined) return false
  if (constraint.type === 'primaryKey' && table.primaryKey !== undefined) return true
  const { primaryKey, uniques, checks, foreignKeys, exclusions } = table
  const all = [...(primaryKey === undefined ? [] : [primaryKey]), ...uniques, ...checks, ...foreignKeys, ...exclusions]
  if (constraint.name !== undefined) return all.some((each) => each.name === constraint.name)
  const isSame = (each: { readonly columns: readonly string[] }) =>
    'columns' in constraint && each.columns.join() === constraint.columns.join()
  if (constraint.type === 'unique') return uniques.some(isSame)
  return constraint.type === 'foreignKey' && foreignKeys.some(isSame)
}

/**
 * Whether the catalog alone tells that a conditional action takes place: it makes what is
 * not there yet, removes what is there, or changes nothing that is modelled. Of anything
 * else the condition would have to be evaluated.
 */
function isTelling(catalog: Catalog, action: Action): boolean {
  switch (action.kind) {
    case 'renameRelation':
      return !catalog.indexes.has(action.from)
    case 'renameColumn': {
      const columns = catalog.tables.get(action.table)?.columns ?? []
      return (
        columns.some((column) => column.name === action.from) && !columns.some((column) => column.name === action.to)
      )
    }
    case 'setColumnType':
    case 'setColumnDefault':
    case 'setColumnNullable':
    case 'setColumnIdentity':
    case 'setColumnExpression':
    case 'renameConstraint':
      return false
    default:
      return true
  }
}

function notRead(reading: Reading, statement: string): Action {
  return { kind: 'unmodelled', reach: 'anything', span: reading.statement, statement }
}
