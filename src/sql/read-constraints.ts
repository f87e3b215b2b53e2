import type { Name } from '../catalog/catalog.ts'
import type { Mutable } from '../catalog/edit-catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import { partsOf, qualify, quoteIdentifier } from '../catalog/names.ts'
import type { ReferentialAction } from '../catalog/table.ts'
import type {
  CheckDefinition,
  ConstraintDefinition,
  ExclusionDefinition,
  ForeignKeyDefinition,
  KeyDefinition,
  NotNullDefinition,
} from '../catalog/table-actions.ts'
import type { Span } from '../text/source-file.ts'
import { constraintExtent } from './extents.ts'
import type { Node } from './parser.ts'
import { readIndexKey } from './read-indexes.ts'
import { deferrableOf, readStorageOptions, readTablespace } from './read-options.ts'
import { clauseSpan, type Reading, relationName, stringsOf } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { bracketed, type Extent, findWord, listItems } from './tokens.ts'

/**
 * Reads a constraint of a table or, with its column, of a column. NOT NULL, DEFAULT,
 * GENERATED and the like are properties of the column: for them the answer is undefined.
 */
export function readConstraint(
  reading: Reading,
  node: Node,
  table: string,
  column?: string,
): ConstraintDefinition | undefined {
  switch (node.contype) {
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
      return readKey(reading, node, table, column)
    case 'CONSTR_CHECK': {
      const expression = readExpressionAt(reading, node.raw_expr, constraintExtent(reading, node, 'CHECK'), { table })
      const notValid = node.initially_valid !== true
      const span = clauseSpan(reading, node.location)
      const check: Mutable<CheckDefinition> = { type: 'check', expression, notValid, span }
      if (node.conname !== undefined) check.name = node.conname
      if (node.is_no_inherit === true) check.noInherit = true
      if (node.is_enforced !== true) check.enforced = false
      return check
    }
    case 'CONSTR_FOREIGN':
      return readForeignKey(reading, node, table, column)
    case 'CONSTR_EXCLUSION':
      return readExclusion(reading, node, table)
    default:
      return undefined
  }
}

/** NOT NULL, beside a column or as a constraint of the table. */
export function readNotNull(reading: Reading, node: Node, column?: string): NotNullDefinition {
  const notNull: Mutable<NotNullDefinition> = {
    column: column ?? stringsOf(node.keys)[0] ?? '',
    span: clauseSpan(reading, node.location),
  }
  if (node.conname !== undefined) notNull.name = node.conname
  if (node.skip_validation === true) notNull.notValid = true
  if (node.is_no_inherit === true) notNull.noInherit = true
  return notNull
}

/**
 * Beside a column, DEFERRABLE, NOT ENFORCED and the like follow their constraint as nodes of
 * their own; here each constraint has what follows it (`transformConstraintAttrs` in parse_utilcmd.c).
 */
export function withAttributes(nodes: readonly Node[]): readonly Node[] {
  const constraints: Node[] = []
  for (const node of nodes) {
    const attribute = ATTRIBUTES[node.contype as string]
    if (attribute === undefined) constraints.push(node)
    else constraints.push({ ...constraints.pop(), ...attribute })
  }
  return constraints
}

const ATTRIBUTES: Readonly<Record<string, Node>> = {
  CONSTR_ATTR_DEFERRABLE: { deferrable: true },
  CONSTR_ATTR_NOT_DEFERRABLE: { deferrable: false },
  CONSTR_ATTR_DEFERRED: { deferrable: true, initdeferred: true },
  CONSTR_ATTR_IMMEDIATE: { initdeferred: false },
  CONSTR_ATTR_ENFORCED: {},
  CONSTR_ATTR_NOT_ENFORCED: { is_enforced: false, initially_valid: false },
}

function readKey(reading: Reading, node: Node, table: string, column: string | undefined): KeyDefinition {
  const key: Mutable<KeyDefinition> = {
    type: node.contype === 'CONSTR_PRIMARY' ? 'primaryKey' : 'unique',
    columns: column === undefined ? stringsOf(node.keys) : [column],
    included: stringsOf(node.including),
    span: clauseSpan(reading, node.location),
  }
  if (node.conname !== undefined) key.name = node.conname
  if (node.indexname !== undefined) key.usingIndex = qualify(partsOf(table).schema, node.indexname)
  if (node.nulls_not_distinct === true) key.nullsNotDistinct = true
  if (node.without_overlaps === true) key.withoutOverlaps = true
  const deferrable = deferrableOf(node)
  if (deferrable !== undefined) key.deferrable = deferrable
  const space = node.indexspace ?? reading.before.session.tablespace
  return node.options === undefined && space === undefined ? key : { ...key, ...indexProperties(node, space) }
}

function readForeignKey(reading: Reading, node: Node, table: Name, column: string | undefined): ForeignKeyDefinition {
  const key: Mutable<ForeignKeyDefinition> = {
    type: 'foreignKey',
    columns: column === undefined ? stringsOf(node.fk_attrs) : [column],
    references: relationName(reading, node.pktable, table),
    referencedColumns: stringsOf(node.pk_attrs),
    onDelete: referentialAction(node.fk_del_action),
    onUpdate: referentialAction(node.fk_upd_action),
    notValid: node.initially_valid !== true,
    span: clauseSpan(reading, node.location),
  }
  if (node.conname !== undefined) key.name = node.conname
  if (node.fk_del_set_cols !== undefined) key.onDeleteColumns = stringsOf(node.fk_del_set_cols)
  if (node.fk_matchtype === 'f') key.match = 'full'
  if (node.fk_with_period === true) key.period = true
  // The nodes say what is enforced, as it is what nearly all are.
  if (node.is_enforced !== true) key.enforced = false
  const deferrable = deferrableOf(node)
  if (deferrable !== undefined) key.deferrable = deferrable
  return key
}

function readExclusion(reading: Reading, node: Node, table: Name): ExclusionDefinition {
  const pairs: readonly (readonly Node[])[] = (node.exclusions ?? []).map((pair: Node) => pair.List.items)
  const method: string = node.access_method ?? 'btree'
  const span = clauseSpan(reading, node.location)
  const items = exclusionItems(span)
  const deferrable = deferrableOf(node)
  return {
    type: 'exclusion',
    span,
    ...(node.conname === undefined ? {} : { name: node.conname as string }),
    method,
    keys: pairs.map(([element], place) =>
      readIndexKey(reading, element?.IndexElem, method, { table, item: items[place] }),
    ),
    included: stringsOf(node.including),
    operators: pairs.map(([, operator]) => operatorName(stringsOf(operator?.List.items))),
    ...(node.where_clause === undefined ? {} : { predicate: predicateOf(reading, node, table) }),
    ...(deferrable === undefined ? {} : { deferrable }),
    ...indexProperties(node, node.indexspace ?? reading.before.session.tablespace),
  }
}

function predicateOf(reading: Reading, node: Node, table: Name): Expression {
  return readExpressionAt(reading, node.where_clause, constraintExtent(reading, node, 'WHERE'), { table })
}

function exclusionItems({ file, start, end }: Span): readonly Extent[] {
  const keyword = findWord(file.text, start, end, 'EXCLUDE')
  const list = keyword === undefined ? undefined : bracketed(file.text, keyword.end, end)
  return list === undefined ? [] : listItems(file.text, list.start, list.end)
}

function indexProperties(node: Node, tablespace: string | undefined) {
  const options = readStorageOptions(node.options)
  return {
    ...(options === undefined ? {} : { options }),
    ...readTablespace(tablespace),
  }
}

function operatorName(parts: readonly string[]): string {
  const schema = parts.at(-2)
  const symbol = parts.at(-1) ?? ''
  return schema === undefined || schema === 'pg_catalog' ? symbol : `OPERATOR(${quoteIdentifier(schema)}.${symbol})`
}

/** `pg_constraint.confdeltype` and `confupdtype`. */
function referentialAction(code: string | undefined): ReferentialAction {
  return ACTIONS[code ?? 'a'] ?? 'no action'
}

const ACTIONS: Readonly<Record<string, ReferentialAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}
