import { emptyCatalog } from '../catalog/empty-catalog.ts'
import type { Expression } from '../catalog/expression.ts'
import type { IndexDefinition } from '../catalog/object-actions.ts'
import type { PartitionBound, PartitionKey } from '../catalog/partitions.ts'
import { readExpression } from './expressions.ts'
import { type Node, parse } from './parser.ts'
import { assignsNew } from './read-functions.ts'
import { readIndexDefinition } from './read-indexes.ts'
import { readPartitionBound, readPartitionKey } from './read-partitions.ts'
import type { Reading } from './reading.ts'

/** What an expression, as the server prints it with an empty search_path, reads and calls. */
function readExpressionText(sql: string): Expression {
  const parsed = parse(`select ${sql}`)
  const target = parsed.ok ? parsed.value[0]?.stmt.SelectStmt?.targetList : undefined
  return readExpression(target, emptyCatalog(18))
}

/** The fields of NEW that a PL/pgSQL function assigns, from its CREATE FUNCTION statement. */
function readAssignsNew(createFunction: string): readonly string[] | 'any' {
  return assignsNew('plpgsql', createFunction)
}

/** The index that a CREATE INDEX statement of the server makes. */
function readIndexText(createIndex: string): IndexDefinition {
  return readIndexDefinition(readingOf(createIndex), statementOf(createIndex).IndexStmt)
}

/** The key that `pg_get_partkeydef` prints. */
function readPartitionKeyText(definition: string): PartitionKey {
  const sql = `create table t () partition by ${definition}`
  return readPartitionKey(readingOf(sql), statementOf(sql).CreateStmt.partspec, { table: 'public.t' })
}

/** The bound that `pg_get_expr` prints; undefined for DEFAULT. */
function readPartitionBoundText(definition: string): PartitionBound | undefined {
  const sql = `create table t partition of u ${definition}`
  return readPartitionBound(readingOf(sql), statementOf(sql).CreateStmt.partbound)
}

/** Everything that is read of a server's texts. */
export const textReaders = {
  expression: readExpressionText,
  assignsNew: readAssignsNew,
  index: readIndexText,
  partitionKey: readPartitionKeyText,
  partitionBound: readPartitionBoundText,
}

/** A text that the server printed always parses, unless the server is newer than the grammar. */
function statementOf(sql: string): Node {
  const parsed = parse(sql)
  if (!parsed.ok) throw new Error(`the server printed what the grammar refuses: ${sql}: ${parsed.refusal.message}`)
  return parsed.value[0]?.stmt ?? {}
}

/** The statement is given no extent, so that expressions are summed up without their text, as all that a server prints. */
function readingOf(sql: string): Reading {
  const file = { path: '', text: sql }
  return {
    before: emptyCatalog(18),
    statement: { file, start: 0, end: 0 },
    sql,
    postgres: 18,
    offsetOf: () => undefined,
  }
}
