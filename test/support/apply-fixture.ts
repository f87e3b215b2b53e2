import { type Applied, applyMigrations } from '../../src/apply.ts'
import type { Server } from '../../src/database/target.ts'
import { type TransactionModel, wholeFile } from '../../src/migrations/migration.ts'
import { readMigrations } from '../../src/read-migrations.ts'
import type { SourceFile } from '../../src/text/source-file.ts'

/** Reads files as migrations, one each, in the order given. */
export function readFiles(files: readonly SourceFile[], model?: TransactionModel) {
  const migrations = files.map((file) => ({
    version: file.path,
    up: wholeFile(file),
    ...(model === undefined
      ? { transaction: 'per-migration' as const, unwrapped: 'own-transaction' as const }
      : { transaction: model }),
  }))
  return readMigrations(migrations)
}

/** Applies files to a server as a plain SQL runner would. */
export async function applyFiles(
  server: Server,
  files: readonly SourceFile[],
  model?: TransactionModel,
): Promise<Applied> {
  return applyMigrations(server, await readFiles(files, model), { onProgress: () => undefined })
}
