import type { Action, Reach } from '../catalog/action.ts'
import { isContributed } from '../catalog/extensions.ts'
import { fold } from '../catalog/fold.ts'
import { foreseeRefusal } from '../catalog/foresee-refusal.ts'
import { offsetsOf } from '../text/offsets.ts'
import { placed } from '../text/source-file.ts'
import type { Given } from './called-function.ts'
import { withoutMarks } from './compare-values.ts'
import { changesRowsAlone } from './composed-text.ts'
import { givesAlone, isDone, isNeutral, isTelling } from './conditional-actions.ts'
import {
  assign,
  type Block,
  declare,
  fill,
  forgetAssigned,
  forgetNumber,
  isCertain,
  LEFT,
  valueIn,
} from './do-block.ts'
import { readCase, readIf } from './do-branches.ts'
import { cursorsOf, leave, readCounting, readForeach, readLoop, readRows, readWhile } from './do-loops.ts'
import { type Node, parse, parsePlpgsql } from './parser.ts'
import { isAboutOwnDatabase } from './read-databases.ts'
import { readStatement } from './read-statement.ts'
import type { Reading } from './reading.ts'

/**
 * DO: the statements of a PL/pgSQL block, those of EXECUTE among them where its text follows
 * from constants. Of IF the branch is read that the catalog leads to. Where it does not tell,
 * `IF [NOT] EXISTS (SELECT … FROM a system catalog)` and handlers that ignore a duplicate are
 * read as what they are for: do it where it is not done yet. Any other branch and loop is
 * named as not modelled, unless nothing that is modelled hangs on it.
 */
export function readDo(reading: Reading, node: Node): readonly Action[] {
  const options: readonly Node[] = (node.args ?? []).map((each: Node) => each.DefElem)
  const language = options.find((each) => each.defname === 'language')?.arg?.String?.sval ?? 'plpgsql'
  const parsed = language === 'plpgsql' ? parsePlpgsql(reading.sql) : undefined
  const whole: Node | undefined = parsed?.ok === true ? parsed.value.plpgsql_funcs?.[0]?.PLpgSQL_function : undefined
  const actions = readProgram(reading, whole, { values: new Map(), arrays: new Map() })
  if (actions === undefined) return [notRead(reading, `DO in ${language}`)]
  return actions.length > 0 ? actions : [{ kind: 'leaveCatalog', span: reading.statement, statement: 'DO' }]
}

/** What a PL/pgSQL block or function does; undefined where there is none. */
export function readProgram(
  reading: Reading,
  whole: Node | undefined,
  { values, arrays }: Given,
): readonly Action[] | undefined {
  const body = whole?.action?.PLpgSQL_stmt_block
  if (body === undefined) return undefined
  const { steps = { left: MOST_STEPS } } = reading
  const block: Block = {
    reading: { ...reading, steps },
    current: reading.before,
    actions: [],
    variables: new Map(values),
    records: new Map(),
    arrays: new Map(arrays),
    cursors: cursorsOf(whole?.datums ?? []),
    names: (whole?.datums ?? []).map((each: Node) => Object.values<Node>(each)[0]?.refname),
    guards: 0,
    conditions: 0,
    handlers: 0,
    hasEnded: false,
    loops: 0,
    searchFrom: 0,
  }
  declare(block, whole?.datums ?? [])
  readBlock(block, body)
  return block.actions
}

/** Of blocks that do more than this the rest is not read: functions that call each other may do it without end. */
const MOST_STEPS = 20_000

function readBlock(block: Block, { body, exceptions }: Node): void {
  const handlers: readonly Node[] = (exceptions?.PLpgSQL_exception_block?.exc_list ?? []).map(
    (each: Node) => each.PLpgSQL_exception,
  )
  // A handler that only raises another error makes nothing pass over.
  if (handlers.every((each) => raises(each.action))) readBody(block, body)
  else readHandled(block, body)
  for (const handler of handlers) readPerhaps(block, 'EXCEPTION', handler.action)
}

function raises(body: readonly Node[] | undefined): boolean {
  return body?.at(-1)?.PLpgSQL_stmt_raise?.elog_level === ERROR
}

/** The level of RAISE EXCEPTION: ERROR in elog.h. */
const ERROR = 21

function readBody(block: Block, body: readonly Node[] | undefined): void {
  for (const node of body ?? []) {
    if (block.hasEnded || block.leaves !== undefined) return
    if (!mayGoOn(block)) return
    const [tag, statement] = Object.entries(node)[0] ?? ['', {}]
    readBlockStatement(block, tag, statement)
  }
}

/** Counts a statement, and says where it is one too many. */
function mayGoOn(block: Block): boolean {
  const { steps } = block.reading
  if (steps === undefined || steps.left-- > 0) return true
  pushNotRead(block, undefined)
  block.hasEnded = true
  return false
}

function readBlockStatement(block: Block, tag: string, node: Node): void {
  const reader = READERS[tag]
  if (reader === undefined) pushNotRead(block, controlWord(tag))
  else reader(block, node)
}

const READERS: Readonly<Record<string, (block: Block, node: Node) => void>> = {
  PLpgSQL_stmt_block: readBlock,
  PLpgSQL_stmt_execsql: (block, node) => {
    readEmbedded(block, queryOf(node.sqlstmt))
    fill(block, node, queryOf(node.sqlstmt))
  },
  PLpgSQL_stmt_perform: (block, node) => readEmbedded(block, queryOf(node.expr)),
  PLpgSQL_stmt_dynexecute: (block, node) => {
    const text = textOf(block, node.query)
    if (text !== undefined) readEmbedded(block, text)
    else if (!changesRowsAlone(queryOf(node.query))) pushNotRead(block, 'EXECUTE')
    fill(block, node, node.params === undefined ? text : undefined)
  },
  PLpgSQL_stmt_assign: assign,
  PLpgSQL_stmt_if: readIf,
  PLpgSQL_stmt_case: readCase,
  PLpgSQL_stmt_loop: readLoop,
  PLpgSQL_stmt_while: readWhile,
  PLpgSQL_stmt_fori: readCounting,
  PLpgSQL_stmt_foreach_a: readForeach,
  PLpgSQL_stmt_fors: (block, node) => readRows(block, node, queryOf(node.query)),
  PLpgSQL_stmt_dynfors: (block, node) => {
    readRows(block, node, node.params === undefined ? textOf(block, node.query) : undefined)
  },
  PLpgSQL_stmt_forc: (block, node) => {
    readRows(block, node, node.argquery === undefined ? block.cursors.get(node.curvar) : undefined)
  },
  PLpgSQL_stmt_return: (block) => {
    if (isCertain(block)) block.hasEnded = true
    else block.perhaps = 'RETURN'
  },
  PLpgSQL_stmt_getdiag: (block, node) => {
    for (const item of node.diag_items ?? []) forgetNumber(block, item.PLpgSQL_diag_item?.target)
  },
  PLpgSQL_stmt_commit: () => {},
  PLpgSQL_stmt_raise: () => {},
  PLpgSQL_stmt_assert: () => {},
  PLpgSQL_stmt_exit: leave,
}

/** The text that EXECUTE is given. */
export function textOf(block: Block, expression: Node | undefined): string | undefined {
  const text = valueIn(block, queryOf(expression))
  return typeof text === 'string' ? withoutMarks(text) : undefined
}

export function queryOf(expression: Node | undefined): string {
  return expression?.PLpgSQL_expr?.query ?? ''
}

/** Reads a body that is executed for certain, as far as what the catalog holds is certain. */
export function readGuarded(block: Block, body: readonly Node[] | undefined): void {
  block.guards++
  readBody(block, body)
  block.guards--
}

/** Reads a body that is executed in the case that it is written for. */
export function readConditional(block: Block, body: readonly Node[] | undefined): void {
  block.conditions++
  readGuarded(block, body)
  block.conditions--
  forgetAssigned(block, body)
}

/** Reads a body whose errors are handled: what is refused does not take place. */
function readHandled(block: Block, body: readonly Node[] | undefined): void {
  const outside = block.perhaps
  block.handlers++
  readGuarded(block, body)
  block.handlers--
  forgetAssigned(block, body)
  if (block.perhaps === HANDLED) block.perhaps = outside
}

/** What the rest of a body hangs on whose errors are handled, after a statement that may be refused. */
const HANDLED = 'EXCEPTION'

/** Reads bodies of which it is not known whether they are executed. */
export function readPerhaps(block: Block, what: string, ...bodies: readonly (readonly Node[] | undefined)[]): void {
  const outside = block.perhaps
  block.perhaps ??= what
  for (const body of bodies) {
    readBody(block, body)
    forgetAssigned(block, body)
  }
  // After a RETURN nothing is certain any more, nor is the rest of a loop that may have been left.
  if (block.perhaps !== 'RETURN' && block.perhaps !== LEFT) block.perhaps = outside
}

/** `PLpgSQL_stmt_dynexecute` is EXECUTE, `PLpgSQL_stmt_dynfors` a FOR loop over a query. */
function controlWord(tag: string): string {
  const word = tag.replace(/^PLpgSQL_stmt_(dyn)?/, '').replace(/_a$/, '')
  return word.replace(/^for[ics]$/, 'for').toUpperCase()
}

export function readEmbedded(block: Block, query: string): void {
  const parsed = parse(query)
  if (!parsed.ok || parsed.value.length === 0) {
    pushNotRead(block, undefined)
    return
  }
  const reading = embeddedReading(block, query)
  for (const { stmt } of parsed.value) {
    const [tag, node] = Object.entries(stmt)[0] ?? ['', {}]
    if (!isAboutOwnDatabase(tag, node)) {
      pushNotRead(block, 'EXECUTE')
      continue
    }
    for (const action of readStatement({ ...reading, before: block.current }, tag, node)) take(block, action)
  }
}

function take(block: Block, action: Action): void {
  const { perhaps, conditions, handlers, current } = block
  // IF NOT EXISTS of what is there for certain does nothing, whether it is executed or not.
  if (perhaps !== undefined && 'ifNotExists' in action && action.ifNotExists && isDone(current, action)) return
  if (perhaps !== undefined && !isNeutral(action)) {
    pushNotRead(block, perhaps, givesAlone(action) ? 'privileges' : 'anything')
    return
  }
  if (conditions + handlers > 0 && isDone(current, action)) return
  if (handlers > 0 && foreseeRefusal(action, current) !== undefined) return
  if (handlers > 0 && action.kind === 'createExtension' && !isContributed(action.name)) {
    block.perhaps = HANDLED
    pushNotRead(block, HANDLED)
    return
  }
  if (conditions > 0 && !isTelling(current, action)) {
    pushNotRead(block, 'IF')
    return
  }
  // Where it would be refused, the condition or the handler is there for that.
  block.actions.push(block.guards > 0 || perhaps !== undefined ? { ...action, lenient: true, guarded: true } : action)
  block.current = fold(current, action, block.reading.postgres)
}

/**
 * The place of an embedded statement. Its text stands in the block as it is, unless it is
 * computed, a function's, or comments were taken out of it: then its place is the whole block.
 */
function embeddedReading(block: Block, query: string): Reading {
  const { statement, sql } = block.reading
  const at = sql.indexOf(query, block.searchFrom)
  if (at >= 0) block.searchFrom = at + query.length
  const start = at < 0 ? 0 : statement.start + at
  const file = at < 0 ? { path: statement.file.path, text: query, placeOf: () => placed(statement) } : statement.file
  const offsets = offsetsOf(query)
  return {
    ...block.reading,
    sql: query,
    variables: block.variables,
    arrays: block.arrays,
    statement: { file, start, end: start + query.length },
    offsetOf: (location) => (location === undefined || location < 0 ? undefined : start + offsets.fromByte(location)),
  }
}

function pushNotRead({ reading, actions }: Block, what: string | undefined, reach: Reach = 'anything'): void {
  const action = notRead(reading, what === undefined ? 'DO' : `DO … ${what}`, reach)
  const said = actions.findIndex((each) => each.kind === 'unmodelled' && each.statement === action.statement)
  if (said < 0) actions.push(action)
  else if (reach === 'anything') actions[said] = action
}

/** That what a statement does is not known. */
export function notRead(
  reading: Reading,
  statement: string,
  reach: Reach = 'anything',
): Action & { readonly kind: 'unmodelled' } {
  return { kind: 'unmodelled', reach, span: reading.statement, statement }
}
