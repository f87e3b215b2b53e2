import type { ReadMigration } from './lint.ts'
import type { Migration, Script } from './migrations/migration.ts'
import { loadHintGrammar } from './sql/hint-grammar.ts'
import { loadParser } from './sql/parser.ts'
import { readScript, unreadScript } from './sql/read-script.ts'
import type { Statement } from './sql/statement.ts'

/**
 * Reads the statements of migrations. Of a down half only what does not parse is kept: it
 * is not part of the schema that the history adds up to.
 */
export async function readMigrations(
  migrations: readonly Migration[],
): Promise<readonly (ReadMigration & Migration)[]> {
  await loadParser()
  const read: (ReadMigration & Migration)[] = []
  for (const migration of migrations) {
    const up = await statementsOf(migration.up)
    const down = migration.down === undefined ? [] : await statementsOf(migration.down)
    read.push({ ...migration, statements: up, unparsedDown: down.filter((statement) => !statement.parsed) })
  }
  return read
}

async function statementsOf(script: Script): Promise<readonly Statement[]> {
  if (script.unreadable !== undefined) return [unreadScript(script.span, script.unreadable)]
  return readScript(script.span, loadHintGrammar)
}
