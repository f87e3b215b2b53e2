import type { Mutable } from '../catalog/edit-catalog.ts'
import { withoutModifiers } from '../catalog/names.ts'
import type { Storage } from '../catalog/table.ts'
import type { ColumnDefinition, ConstraintDefinition, NotNullDefinition } from '../catalog/table-actions.ts'
import { conflictIn } from './column-conflicts.ts'
import { constraintExtent, defaultExtent } from './extents.ts'
import type { Node } from './parser.ts'
import { readCollation } from './read-collation.ts'
import { readConstraint, readNotNull, withAttributes } from './read-constraints.ts'
import { readForeignOptions } from './read-options.ts'
import { readSequenceOptions } from './read-sequences.ts'
import { clauseSpan, type Reading } from './reading.ts'
import { readExpressionAt } from './sql-text.ts'
import { readType } from './type-names.ts'

/** Reads the definition of a column with everything written beside it. */
export function readColumn(reading: Reading, node: Node, table: string): ColumnDefinition {
  const name: string = node.colname
  // The columns of `PARTITION OF t (c NOT NULL)` and of typed tables have no type of their own.
  const { type, serial } = node.typeName === undefined ? { type: '', serial: false } : readType(reading, node.typeName)
  const written = withAttributes((node.constraints ?? []).map((each: Node) => each.Constraint))
  const constraints: ConstraintDefinition[] = []
  for (const each of written) {
    const constraint = readConstraint(reading, each, table, name)
    if (constraint !== undefined) constraints.push(constraint)
  }
  const nullable = !written.some(({ contype }) => contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_NOTNULL')
  const span = clauseSpan(reading, node.location)
  const column: Mutable<ColumnDefinition> = { name, type, serial, nullable, constraints, span }
  const conflict = conflictIn(written, { table, name, serial, postgres: reading.postgres })
  if (conflict !== undefined) column.refused = conflict
  readProperties(reading, node, written, column, table)
  if (node.storage_name !== undefined) column.storage = node.storage_name.toLowerCase() as Storage
  const foreignOptions = readForeignOptions(node.fdwoptions)
  if (foreignOptions !== undefined) column.foreignOptions = foreignOptions
  if (node.collClause !== undefined) Object.assign(column, readCollation(reading, node.collClause.collname))
  return node.compression === undefined ? column : { ...column, ...readCompression(node.compression) }
}

/** The method of COMPRESSION, none for `default`. */
export function readCompression(name: string | undefined): { readonly compression?: 'pglz' | 'lz4' } {
  return name === 'pglz' || name === 'lz4' ? { compression: name } : {}
}

/** Whether GENERATED … AS IDENTITY says ALWAYS. */
export function identityKind(code: string | undefined): 'always' | 'by default' {
  return code === 'a' ? 'always' : 'by default'
}

/** What is written beside a column but for constraints of the table. */
function readProperties(
  reading: Reading,
  column: Node,
  written: readonly Node[],
  properties: Mutable<ColumnDefinition>,
  table: string,
): void {
  for (const each of written) {
    if (each.contype === 'CONSTR_NOTNULL') {
      const notNull: NotNullDefinition = readNotNull(reading, each, column.colname)
      if (notNull.name !== undefined || notNull.noInherit === true) properties.notNull = notNull
    }
    if (each.contype === 'CONSTR_DEFAULT' && !isUnstoredNull(reading, each.raw_expr, properties.type))
      properties.default = readExpressionAt(reading, each.raw_expr, defaultExtent(reading, column, each), { table })
    if (each.contype === 'CONSTR_IDENTITY') {
      properties.identity = identityKind(each.generated_when)
      if (each.options !== undefined) properties.sequence = readSequenceOptions(reading, each.options)
    }
    if (each.contype === 'CONSTR_GENERATED') {
      properties.default = readExpressionAt(reading, each.raw_expr, constraintExtent(reading, each, 'AS'), { table })
      // Before PostgreSQL 18 the word STORED was required; since then its absence means virtual.
      properties.generated = each.generated_kind === 's' ? 'stored' : 'virtual'
    }
  }
}

/**
 * Whether DEFAULT NULL is no default. The server does not store it, but where the type has a
 * length or is a domain: then a conversion stands around the NULL, which is stored.
 */
export function isUnstoredNull(reading: Reading, node: Node | undefined, type: string): boolean {
  if (node?.TypeCast !== undefined) {
    const cast = readType(reading, node.TypeCast.typeName).type
    return !cast.includes('(') && cast === withoutModifiers(type) && isUnstoredNull(reading, node.TypeCast.arg, type)
  }
  if (node?.A_Const?.isnull !== true) return false
  return !isConverted(reading, type)
}

function isConverted(reading: Reading, type: string): boolean {
  if (reading.before.domains.has(type)) return true
  return !type.startsWith('interval') && type !== withoutModifiers(type)
}
