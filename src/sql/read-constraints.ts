import type { Name } from '../catalog/catalog.ts'
import { partsOf, qualify } from '../catalog/names.ts'
import type { IndexKey } from '../catalog/objects.ts'
import type { ReferentialAction } from '../catalog/table.ts'
import type { ConstraintDefinition } from '../catalog/table-actions.ts'
import type { Span } from '../text/source-file.ts'
import { expressionName } from './expression-names.ts'
import { constraintExtent, elementExtent } from './extents.ts'
import type { Node } from './parser.ts'
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
      const expression = readExpressionAt(reading, node.raw_expr, constraintExtent(reading, node, 'CHECK'), { table })
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
        node.where_clause === undefined
          ? {}
          : {
              predicate: readExpressionAt(reading, node.where_clause, constraintExtent(reading, node, 'WHERE'), {
                table,
              }),
            }
      const items = exclusionItems(span)
      const keys = elements.map((element, position) => readIndexKey(reading, element, table, items[position]))
      return { ...base, ...predicate, type: 'exclusion', method: node.access_method ?? 'btree', keys }
    }
    default:
      return undefined
  }
}

/** One key of an index or exclusion constraint. */
export function readIndexKey(reading: Reading, element: Node, table: Name, item: Extent | undefined): IndexKey {
  if (element.name !== undefined) return { column: element.name }
  const extent = item === undefined ? undefined : elementExtent(reading.statement.file.text, item)
  return { expression: readExpressionAt(reading, element.expr, extent, { table }), name: expressionName(element.expr) }
}

function exclusionItems({ file, start, end }: Span): readonly Extent[] {
  const keyword = findWord(file.text, start, end, 'EXCLUDE')
  const list = keyword === undefined ? undefined : bracketed(file.text, keyword.end, end)
  return list === undefined ? [] : listItems(file.text, list.start, list.end)
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
