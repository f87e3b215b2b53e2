import { type Applied, applyMigrations } from '../../src/apply.ts'
import type { Server } from '../../src/database/target.ts'
import { wholeFile } from '../../src/migrations/migration.ts'
import { readMigrations } from '../../src/read-migrations.ts'
import type { SourceFile } from '../../src/text/source-file.ts'

/** Reads files as migrations, one each, in the order given. */
export function readFiles(files: readonly SourceFile[]) {
  const migrations = files.map((file) => ({
    version: file.path,
    up: wholeFile(file),
    transaction: 'per-migration' as const,
    unwrapped: 'own-transaction' as const,
  }))
  return readMigrations(migrations)
}

/** Applies files to a server as a plain SQL runner would. */
export async function applyFiles(server: Server, files: readonly SourceFile[]): Promise<Applied> {
  return applyMigrations(server, await readFiles(files), { onProgress: () => undefined })
}
