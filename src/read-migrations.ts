import type { ReadMigration } from './lint.ts'
import type { Migration, Script, TransactionModel } from './migrations/migration.ts'
import { loadHintGrammar } from './sql/hint-grammar.ts'
import { loadParser } from './sql/parser.ts'
import { readScript, unreadScript } from './sql/read-script.ts'
import type { Statement } from './sql/statement.ts'

/** A migration whose halves have been read, with the transactions that their runner makes of them. */
export interface ReadFully extends ReadMigration, Migration {
  readonly downTransaction?: TransactionModel
}

/** Reads the statements of migrations, of both their halves. */
export async function readMigrations(migrations: readonly Migration[]): Promise<readonly ReadFully[]> {
  await loadParser()
  const read: ReadFully[] = []
  for (const migration of migrations) {
    const up = await statementsOf(migration.up)
    const down = migration.down === undefined ? undefined : await statementsOf(migration.down)
    read.push({
      ...migration,
      transaction: transactionOf(migration, up),
      statements: up,
      unparsedDown: down?.filter((statement) => !statement.parsed) ?? [],
      ...(down === undefined ? {} : { downStatements: down, downTransaction: transactionOf(migration, down) }),
    })
  }
  return read
}

async function statementsOf(script: Script): Promise<readonly Statement[]> {
  if (script.unreadable !== undefined) return [unreadScript(script.span, script.unreadable)]
  const statements: Statement[] = []
  for (const part of script.parts ?? [script.span]) statements.push(...(await readScript(part, loadHintGrammar)))
  return statements
}

/** What the runner does with the statements that a migration turned out to hold. */
export function transactionOf(
  { transaction, unwrapped }: Pick<Migration, 'transaction' | 'unwrapped'>,
  statements: readonly Statement[],
): TransactionModel {
  return opensNone(unwrapped, statements) ? 'per-statement' : transaction
}

function opensNone(unwrapped: Migration['unwrapped'], statements: readonly Statement[]): boolean {
  switch (unwrapped) {
    case undefined:
      return false
    case 'single-statement':
      return statements.length === 1
    case 'own-transaction':
      return statements.length === 1 || statements.some(({ kind }) => /^(BEGIN|START TRANSACTION)\b/.test(kind))
    case 'nothing-transactional':
      return statements.length > 0 && statements.every(refusesTransactions)
  }
}

/**
 * What Flyway's parser takes for a statement that may not be in a transaction.
 * https://documentation.red-gate.com/flyway/flyway-concepts/migrations/migration-transaction-handling
 */
function refusesTransactions({ sql }: Statement): boolean {
  return NOT_TRANSACTIONAL.test(sql)
}

const NOT_TRANSACTIONAL =
  /^(?:(?:create|drop)\s+(?:database|tablespace|subscription)|alter\s+system|(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\b|vacuum|discard\s+all)\b/i
