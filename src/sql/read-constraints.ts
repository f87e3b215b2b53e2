import { partsOf, qualify } from '../catalog/names.ts'
import type { IndexKey } from '../catalog/objects.ts'
import type { ReferentialAction } from '../catalog/table.ts'
import type { ConstraintDefinition } from '../catalog/table-actions.ts'
import { expressionName } from './expression-names.ts'
import { readExpression } from './expressions.ts'
import type { Node } from './parser.ts'
import { clauseSpan, type Reading, relationName, stringsOf } from './reading.ts'

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
  const span = clauseSpan(reading, node.location)
  const base = { span, ...(node.conname === undefined ? {} : { name: node.conname as string }) }
  const own = column === undefined ? undefined : [column]
  switch (node.contype) {
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE': {
      const type = node.contype === 'CONSTR_PRIMARY' ? 'primaryKey' : 'unique'
      const usingIndex =
        node.indexname === undefined ? {} : { usingIndex: qualify(partsOf(table).schema, node.indexname) }
      return { ...base, ...usingIndex, type, columns: own ?? stringsOf(node.keys), included: stringsOf(node.including) }
    }
    case 'CONSTR_CHECK': {
      const expression = readExpression(node.raw_expr, reading.before)
      return { ...base, type: 'check', expression, notValid: node.initially_valid !== true }
    }
    case 'CONSTR_FOREIGN':
      return {
        ...base,
        type: 'foreignKey',
        columns: own ?? stringsOf(node.fk_attrs),
        references: relationName(reading, node.pktable),
        referencedColumns: stringsOf(node.pk_attrs),
        onDelete: referentialAction(node.fk_del_action),
        onUpdate: referentialAction(node.fk_upd_action),
        notValid: node.initially_valid !== true,
      }
    case 'CONSTR_EXCLUSION': {
      const elements: readonly Node[] = (node.exclusions ?? []).map((pair: Node) => pair.List.items[0].IndexElem)
      const predicate =
        node.where_clause === undefined ? {} : { predicate: readExpression(node.where_clause, reading.before) }
      const keys = elements.map((element) => readIndexKey(reading, element))
      return { ...base, ...predicate, type: 'exclusion', method: node.access_method ?? 'btree', keys }
    }
    default:
      return undefined
  }
}

/** One key of an index or exclusion constraint. */
export function readIndexKey(reading: Reading, element: Node): IndexKey {
  if (element.name !== undefined) return { column: element.name }
  return { expression: readExpression(element.expr, reading.before), name: expressionName(element.expr) }
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
