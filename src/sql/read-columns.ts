import type { Expression } from '../catalog/expression.ts'
import type { ColumnDefinition } from '../catalog/table-actions.ts'
import { constraintExtent, defaultExtent } from './extents.ts'
import type { Node } from './parser.ts'
import { readConstraint } from './read-constraints.ts'
import { clauseSpan, type Reading } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { readType } from './type-names.ts'

/** Reads the definition of a column with everything written beside it. */
export function readColumn(reading: Reading, node: Node, table: string): ColumnDefinition {
  const name: string = node.colname
  // The columns of `PARTITION OF t (c NOT NULL)` and of typed tables have no type of their own.
  const { type, serial } = node.typeName === undefined ? { type: '', serial: false } : readType(reading, node.typeName)
  const written: readonly Node[] = (node.constraints ?? []).map((each: Node) => each.Constraint)
  const constraints = written
    .map((each) => readConstraint(reading, each, table, name))
    .filter((each) => each !== undefined)
  const isKey = written.some((each) => each.contype === 'CONSTR_PRIMARY')
  const properties = readProperties(reading, node, written, table)
  return {
    name,
    type,
    serial,
    nullable: !(isKey || properties.notNull),
    ...(properties.default === undefined ? {} : { default: properties.default }),
    ...(properties.identity === undefined ? {} : { identity: properties.identity }),
    ...(properties.generated === undefined ? {} : { generated: properties.generated }),
    constraints,
    span: clauseSpan(reading, node.location),
  }
}

/** Whether GENERATED … AS IDENTITY says ALWAYS. */
export function identityKind(code: string | undefined): 'always' | 'by default' {
  return code === 'a' ? 'always' : 'by default'
}

interface ColumnProperties {
  notNull: boolean
  default?: Expression
  identity?: 'always' | 'by default'
  generated?: 'stored' | 'virtual'
}

function readProperties(reading: Reading, column: Node, written: readonly Node[], table: string): ColumnProperties {
  const properties: ColumnProperties = { notNull: false }
  for (const each of written) {
    if (each.contype === 'CONSTR_NOTNULL') properties.notNull = true
    if (each.contype === 'CONSTR_DEFAULT' && !isNull(each.raw_expr))
      properties.default = readExpressionAt(reading, each.raw_expr, defaultExtent(reading, column, each), { table })
    if (each.contype === 'CONSTR_IDENTITY') properties.identity = identityKind(each.generated_when)
    if (each.contype === 'CONSTR_GENERATED') {
      properties.default = readExpressionAt(reading, each.raw_expr, constraintExtent(reading, each, 'AS'), { table })
      // Before PostgreSQL 18 the word STORED was required; since then its absence means virtual.
      properties.generated = each.generated_kind === 's' ? 'stored' : 'virtual'
    }
  }
  return properties
}

/** DEFAULT NULL is no default: the server does not store it. */
export function isNull(node: Node | undefined): boolean {
  if (node?.TypeCast !== undefined) return false
  return node?.A_Const?.isnull === true
}
