import type { Action, ActionOf } from './catalog/action.ts'
import type { Catalog, Identifier } from './catalog/catalog.ts'
import { emptyCatalog } from './catalog/empty-catalog.ts'
import { fold } from './catalog/fold.ts'
import { ServerError, type Session } from './database/session.ts'
import type { Server } from './database/target.ts'
import type { ReadMigration } from './lint.ts'
import type { Migration } from './migrations/migration.ts'
import { serverPosition } from './server-position.ts'
import type { Statement } from './sql/statement.ts'
import type { Span } from './text/source-file.ts'

/** What became of migrations on a server. */
export interface Applied {
  readonly counts: { readonly migrations: number; readonly statements: number }
  /** The statement the server refused, which ended the run, with its error's place. */
  readonly refused: readonly { readonly statement: Statement; readonly action: ActionOf<'refused'> }[]
  readonly leftOut: readonly { readonly span: Span; readonly reason: string }[]
  readonly createdRoles: readonly Identifier[]
  /** Whether some statements of a migration stay while others do not. */
  readonly isPartial: boolean
}

/** How a run tells of itself, and is ended. */
export interface ApplyOptions {
  readonly signal?: AbortSignal
  readonly onProgress: (text: string) => void
}

/**
 * Runs migrations one statement at a time, each message holding the very bytes of the file,
 * in the transactions that their runner would use. The first statement that the server
 * refuses ends the run, as it would end the runner's.
 */
export async function applyMigrations(
  server: Server,
  migrations: readonly (ReadMigration & Migration)[],
  options: ApplyOptions,
): Promise<Applied> {
  const run = new Run(server)
  const isWholeRun = migrations[0]?.transaction === 'whole-run'
  if (isWholeRun) await server.session.run('begin')
  for (const [position, migration] of migrations.entries()) {
    options.signal?.throwIfAborted()
    options.onProgress(`applying ${migration.version} (${position + 1} of ${migrations.length})`)
    if (!(await run.migration(migration))) break
    if (!isWholeRun) await resetSession(server.session)
  }
  if (isWholeRun) await server.session.run(run.applied.refused.length > 0 ? 'rollback' : 'commit')
  await resetSession(server.session)
  const { counts } = run.applied
  const isUndone = isWholeRun && run.applied.refused.length > 0
  return { ...run.applied, counts: isUndone ? { migrations: 0, statements: 0 } : counts }
}

/** One after the other, the migrations that a server is given, and what became of them. */
export class Run {
  readonly #server: Server
  #catalog: Catalog
  #migrations = 0
  #statements = 0
  #isPartial = false
  readonly #refused: Applied['refused'][number][] = []
  readonly #leftOut: Applied['leftOut'][number][] = []
  readonly #createdRoles = new Set<Identifier>()

  constructor(server: Server) {
    this.#server = server
    this.#catalog = emptyCatalog(server.major)
  }

  get applied(): Applied {
    return {
      counts: { migrations: this.#migrations, statements: this.#statements },
      refused: this.#refused,
      leftOut: this.#leftOut,
      createdRoles: [...this.#createdRoles],
      isPartial: this.#isPartial,
    }
  }

  /** Whether the server took the whole migration. */
  async migration(migration: ReadMigration & Migration): Promise<boolean> {
    const { session } = this.#server
    const isWrapped = migration.transaction === 'per-migration' && !this.#managesTransactions(migration)
    const before = this.#statements
    if (isWrapped) await session.run('begin')
    for (const statement of migration.statements) {
      if (await this.#statement(statement)) continue
      // A file that opened a transaction of its own leaves it open and failed.
      await session.run('rollback').catch(() => undefined)
      if (isWrapped) this.#statements = before
      else this.#isPartial = migration.transaction !== 'whole-run' && this.#statements > before
      return false
    }
    if (isWrapped) await session.run('commit')
    this.#migrations++
    return true
  }

  /** A file with its own BEGIN, or with one statement alone, is sent as it is. */
  #managesTransactions(migration: ReadMigration): boolean {
    if (migration.statements.length === 1) return true
    return migration.statements.some((each) => /^(BEGIN|START TRANSACTION|COMMIT|END)\b/.test(each.kind))
  }

  /** Whether the server took a statement, or it was left out for a reason. */
  async #statement(statement: Statement): Promise<boolean> {
    const { major, session } = this.#server
    const actions = statement.parsed ? statement.actions(this.#catalog, major) : []
    const reason = this.#reasonToLeaveOut(statement, actions)
    if (reason !== undefined) {
      this.#leftOut.push({ span: statement.span, reason })
      return true
    }
    this.#noteRoles(actions)
    try {
      await session.run(statement.sql)
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      this.#refused.push({ statement, action: refusal(statement, error) })
      return false
    }
    this.#statements++
    for (const action of actions) this.#catalog = fold(this.#catalog, action, major)
    return true
  }

  /** Nothing that reaches beyond the database of this run is done on anybody's server. */
  #reasonToLeaveOut(statement: Statement, actions: readonly Action[]): string | undefined {
    if (BEYOND_THE_DATABASE.test(statement.kind)) return `${statement.kind} reaches beyond the database of this run`
    const copies = actions.some((action) => action.kind === 'changeRows' && action.statement === 'copy')
    if (copies || statement.kind.startsWith('COPY')) return 'COPY needs its data or a file of the server'
    const foreign = actions.find((action) => changesRole(action, this.#server.rolesBefore))
    return foreign === undefined ? undefined : 'it would change a role that the server had before this run'
  }

  #noteRoles(actions: readonly Action[]): void {
    for (const action of actions) {
      if (action.kind === 'createRole') this.#createdRoles.add(action.role.name)
      if (action.kind === 'renameRole') this.#createdRoles.add(action.to)
    }
  }
}

const BEYOND_THE_DATABASE =
  /^(CREATE|DROP|ALTER) (DATABASE|TABLESPACE|SUBSCRIPTION)\b|^ALTER SYSTEM\b|^CHECKPOINT\b|^LOAD\b/

function changesRole(action: Action, rolesBefore: readonly Identifier[]): boolean {
  if (action.kind === 'alterRole' || action.kind === 'dropRole') return rolesBefore.includes(action.role)
  return action.kind === 'renameRole' && rolesBefore.includes(action.from)
}

function refusal(statement: Statement, error: ServerError): ActionOf<'refused'> {
  const { sqlstate, message, hint } = error
  const span = serverPosition(statement.span, error.position, message)
  return { kind: 'refused', span, sqlstate, reason: message, ...(hint === undefined ? {} : { hint }) }
}

/** Each migration finds the session as the runner's connection would be at the start. */
export async function resetSession(session: Session): Promise<void> {
  await session.run('reset role')
  await session.run('reset all')
}
